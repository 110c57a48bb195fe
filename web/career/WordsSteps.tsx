import { Button, Group, Stack, Text } from '@mantine/core'

import { suggestProfile, type ResumeLine } from '@pult/engine/career'

import { useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { careerText } from './career-text.ts'
import { LinesEditor } from './LinesEditor.tsx'
import { PickPanel } from './PickPanel.tsx'
import type { Drafting } from './use-draft.ts'
import { useMonth } from './use-month.ts'
import { useRelevance } from './use-relevance.ts'

const ownLines = (texts: readonly string[]): ResumeLine[] => texts.map((text) => ({ text, verifiedResultId: null }))

/** How the person works. */
export function QualitiesStep({ drafting: { draft, changeResume } }: { readonly drafting: Drafting }) {
  const t = useText(careerText)
  const { qualities, language } = draft.resume
  const to = useRelevance(draft)
  return (
    <Section title={t('pick_quality')}>
      <Stack gap="md">
        <Text size="sm">{t('qualitiesHint')}</Text>
        <LinesEditor
          label={t('pick_quality')}
          lines={ownLines(qualities)}
          onChange={(lines) => changeResume({ qualities: lines.map(({ text }) => text) })}
        />
        <PickPanel
          kind="quality"
          language={language}
          to={to}
          chosen={qualities}
          onPick={(text) => changeResume({ qualities: [...qualities, text] })}
          onDrop={(text) => changeResume({ qualities: qualities.filter((one) => one !== text) })}
        />
      </Stack>
    </Section>
  )
}

/** The first paragraph: suggested from the facts that are there already, reworded as she likes. */
export function ProfileStep({ drafting: { draft, changeResume } }: { readonly drafting: Drafting }) {
  const t = useText(careerText)
  const month = useMonth()
  const { resume, industries } = draft
  const { profile } = resume
  const suggested = suggestProfile(resume, industries, month).filter(({ text }) => !profile.includes(text))
  return (
    <Section title={t('profile')}>
      <Stack gap="md">
        <Text size="sm">{t('profileHint')}</Text>
        <LinesEditor
          label={t('profile')}
          longest={2000}
          lines={ownLines(profile)}
          onChange={(lines) => changeResume({ profile: lines.map(({ text }) => text) })}
        />
        <Group>
          <Button variant="default" size="xs" onClick={() => changeResume({ profile: [...profile, ''] })}>
            {t('addParagraph')}
          </Button>
        </Group>
        {suggested.length > 0 && (
          <Stack gap="xs" role="group" aria-label={t('suggestedProfile')}>
            <Text fw={600} size="sm">
              {t('suggestedProfile')}
            </Text>
            {suggested.map(({ from, text }) => (
              <Group key={from} gap="xs" wrap="nowrap" justify="space-between">
                <Text size="sm">{text}</Text>
                <Button
                  variant="default"
                  size="compact-sm"
                  style={{ flexShrink: 0 }}
                  aria-label={`${t('add')}: ${text}`}
                  onClick={() => changeResume({ profile: [...profile, text] })}
                >
                  {t('add')}
                </Button>
              </Group>
            ))}
          </Stack>
        )}
      </Stack>
    </Section>
  )
}
