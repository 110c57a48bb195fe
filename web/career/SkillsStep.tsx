import { Badge, Button, Group, Stack, TagsInput, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'

import { byRelevance, pickLists, type PickKind } from '@pult/engine/career'
import { skillKey } from '@pult/engine/market'

import { useMay } from '../platform/center.tsx'
import { useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { careerText } from './career-text.ts'
import { KeyWords } from './KeyWords.tsx'
import type { Drafting } from './use-draft.ts'
import { useRelevance } from './use-relevance.ts'

const lists = [
  { kind: 'keySkill', field: 'keySkills' },
  { kind: 'technicalSkill', field: 'technicalSkills' },
] as const satisfies readonly { readonly kind: PickKind; readonly field: string }[]

const SUGGESTED = 14

/** Key skills and tools, and what the market asks for beside them. */
export function SkillsStep({ drafting }: { readonly drafting: Drafting }) {
  const t = useText(careerText)
  const mayReadMarket = useMay('readMarket')
  const { draft, changeResume } = drafting
  const { resume } = draft
  const to = useRelevance(draft)
  return (
    <>
      {lists.map(({ kind, field }) => {
        const chosen = resume[field]
        const ordered = byRelevance(pickLists[kind], to).map((entry) => entry[resume.language])
        const has = new Set(chosen.map((skill) => skillKey(skill)))
        const rest = ordered.filter((text) => !has.has(skillKey(text)))
        return (
          <Section key={kind} title={t(`pick_${kind}`)}>
            <Stack gap="sm">
              <TagsInput
                label={t('chosenSkills')}
                description={t('skillsHint')}
                acceptValueOnBlur
                maxTags={100}
                maxLength={1000}
                data={ordered}
                maxDropdownHeight={260}
                value={[...chosen]}
                onChange={(skills) => changeResume({ [field]: skills })}
              />
              <Text size="xs" c="dimmed">
                {t('suggested')}
              </Text>
              <Group gap={6}>
                {rest.slice(0, SUGGESTED).map((text) => (
                  <Button
                    key={text}
                    variant="default"
                    size="compact-xs"
                    leftSection={<IconPlus size={12} aria-hidden />}
                    onClick={() => changeResume({ [field]: [...chosen, text] })}
                  >
                    {text}
                  </Button>
                ))}
              </Group>
            </Stack>
          </Section>
        )
      })}
      {mayReadMarket && <KeyWords drafting={drafting} />}
      {!mayReadMarket && <Badge color="gray">{t('noMarketRight')}</Badge>}
    </>
  )
}
