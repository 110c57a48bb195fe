import { Button, Group, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'

import { career } from '@pult/contract/career'
import {
  beginResume,
  exampleResume,
  positionNames,
  resumeLanguages,
  resumePositions,
  type Resume,
  type ResumePosition,
} from '@pult/engine/career'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { useLanguage, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { careerText } from './career-text.ts'
import { FromFile } from './FromFile.tsx'

interface BeginPanelProps {
  readonly onBegun: (resumeId: number) => void
  readonly onCancel?: () => void
}

/** A new résumé: from nothing, from an example, or from a file that she has. */
export function BeginPanel({ onBegun, onCancel }: BeginPanelProps) {
  const t = useText(careerText)
  const own = useLanguage()
  const { centerId } = useCenter()
  const [position, setPosition] = useState<ResumePosition>('head-of-contact-center')
  const [language, setLanguage] = useState<Resume['language']>(own)
  const create = useAct(career.createResume, {
    touches: [career.listResumes],
    onDone: ({ resumeId }) => onBegun(resumeId),
  })
  const begin = (resume: Resume, leftOver: readonly string[] = []): void =>
    create.mutate({
      params: { centerId },
      body: { resume, industries: [], vacancy: { title: '', employer: '', text: '' }, leftOver },
    })
  return (
    <>
      <Section title={t('beginTitle')}>
        <Stack gap="md">
          <Text size="sm">{t('beginHint')}</Text>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Select
              label={t('position')}
              allowDeselect={false}
              value={position}
              onChange={(value) => setPosition(resumePositions.find((one) => one === value) ?? position)}
              data={resumePositions.map((value) => ({ value, label: positionNames[value][own] }))}
            />
            <Select
              label={t('resumeLanguage')}
              allowDeselect={false}
              value={language}
              onChange={(value) => setLanguage(resumeLanguages.find((one) => one === value) ?? language)}
              data={resumeLanguages.map((value) => ({ value, label: t(`language_${value}`) }))}
            />
          </SimpleGrid>
          <Group gap="xs">
            <Button loading={create.isPending} onClick={() => begin(beginResume(language, position))}>
              {t('beginBlank')}
            </Button>
            <Button
              variant="default"
              disabled={create.isPending}
              onClick={() => begin(exampleResume(language, position))}
            >
              {t('beginExample')}
            </Button>
            {onCancel !== undefined && (
              <Button variant="subtle" color="gray" onClick={onCancel}>
                {t('cancel')}
              </Button>
            )}
          </Group>
        </Stack>
      </Section>
      <Section title={t('fromFile')}>
        <FromFile
          isBusy={create.isPending}
          onTaken={({ resume, leftOver }) =>
            begin({ ...beginResume(language, position), ...resume, position }, leftOver)
          }
        />
      </Section>
    </>
  )
}
