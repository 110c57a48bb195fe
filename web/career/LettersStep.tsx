import { useQueryClient } from '@tanstack/react-query'
import { Button, Group, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useEffect, useState, useSyncExternalStore } from 'react'

import { career } from '@pult/contract/career'
import type { Letter, LetterDraft } from '@pult/contract/career-words'
import { composeLetter } from '@pult/engine/career'

import { useCenter } from '../platform/center.tsx'
import { call } from '../platform/client.ts'
import { ApiProblem } from '../platform/problem.ts'
import { forget, useAct } from '../platform/replies.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { careerText } from './career-text.ts'
import { DocumentButtons } from './DocumentButtons.tsx'
import { createDraftKeeper } from './draft-keeper.ts'
import { SaveState } from './SaveState.tsx'
import type { Drafting } from './use-draft.ts'
import { useMonth } from './use-month.ts'

const vacancyFields = ['title', 'employer'] as const

interface LettersStepProps {
  readonly drafting: Drafting
  readonly letters: readonly Letter[]
}

/** Letters that answer a vacancy, made of the facts of the résumé and then reworded. */
export function LettersStep({ drafting, letters }: LettersStepProps) {
  const t = useText(careerText)
  const formats = useFormats()
  const month = useMonth()
  const { centerId } = useCenter()
  const { draft, change, resumeId } = drafting
  const { vacancy, resume } = draft
  const queryClient = useQueryClient()
  const [generation, setGeneration] = useState(0)
  const create = useAct(career.createLetter, { touches: [career.readResume] })
  const compose = (): void => {
    const paragraphs = [...composeLetter(resume, vacancy, month)]
    const letter = { vacancy, addressee: vacancy.employer, paragraphs, date: formats.today(Date.now()) }
    create.mutate({ params: { centerId, resumeId }, body: letter })
  }
  return (
    <>
      <Section title={t('vacancy')}>
        <Stack gap="md">
          <Text size="sm">{t('vacancyHint')}</Text>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {vacancyFields.map((field) => (
              <TextInput
                key={field}
                label={t(`vacancy_${field}`)}
                maxLength={200}
                value={vacancy[field]}
                onChange={(event) => change({ vacancy: { ...vacancy, [field]: event.currentTarget.value } })}
              />
            ))}
          </SimpleGrid>
          <Textarea
            label={t('vacancy_text')}
            autosize
            minRows={4}
            maxRows={12}
            maxLength={20_000}
            value={vacancy.text}
            onChange={(event) => change({ vacancy: { ...vacancy, text: event.currentTarget.value } })}
          />
          <Group>
            <Button loading={create.isPending} onClick={compose}>
              {t('compose')}
            </Button>
          </Group>
        </Stack>
      </Section>
      {letters.map((letter) => (
        <LetterForm
          key={`${letter.letterId} ${generation}`}
          letter={letter}
          resumeId={resumeId}
          onLoadNewest={() => void forget(queryClient, [career.readResume]).then(() => setGeneration(generation + 1))}
        />
      ))}
    </>
  )
}

interface LetterFormProps {
  readonly letter: Letter
  readonly resumeId: number
  readonly onLoadNewest: () => void
}

function LetterForm({ letter, resumeId, onLoadNewest }: LetterFormProps) {
  const { letterId, version, vacancy, addressee, paragraphs, date } = letter
  const t = useText(careerText)
  const { centerId } = useCenter()
  const params = { centerId, letterId }
  const [keeper] = useState(() =>
    createDraftKeeper<LetterDraft>({
      draft: { vacancy, addressee, paragraphs, date },
      version,
      save: async (draft, from) =>
        (await call(career.changeLetter, { params, body: { ...draft, version: from } })).version,
      isStale: (error) => error instanceof ApiProblem && error.code === 'stale',
    }),
  )
  const draft = useSyncExternalStore(keeper.subscribe, keeper.draft)
  const state = useSyncExternalStore(keeper.subscribe, keeper.state)
  useEffect(() => () => void keeper.flush(), [keeper])
  const newestVersion = async (): Promise<number> => {
    const { letters } = await call(career.readResume, { params: { centerId, resumeId } })
    return letters.find((one) => one.letterId === letterId)?.version ?? version
  }
  const remove = useAct(career.deleteLetter, { touches: [career.readResume] })
  const change = (part: Partial<LetterDraft>): void => keeper.change({ ...keeper.draft(), ...part })
  const title = [draft.vacancy.title, draft.vacancy.employer].filter(Boolean).join(', ') || t('letter')
  return (
    <Section title={title} actions={<DocumentButtons of={{ letterId }} flush={keeper.flush} />}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t('addressee')}
            maxLength={200}
            value={draft.addressee}
            onChange={(event) => change({ addressee: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('letterDate')}
            value={draft.date}
            onChange={(event) => event.currentTarget.value !== '' && change({ date: event.currentTarget.value })}
          />
        </SimpleGrid>
        <Textarea
          label={t('letterText')}
          description={t('letterTextHint')}
          autosize
          minRows={6}
          value={draft.paragraphs.join('\n\n')}
          onChange={(event) => change({ paragraphs: event.currentTarget.value.split('\n\n').slice(0, 20) })}
        />
        <Group justify="space-between">
          <SaveState
            state={state}
            onOverwrite={() => void newestVersion().then(keeper.overwrite)}
            onLoadNewest={onLoadNewest}
          />
          <ConfirmAct
            title={t('removeLetterTitle')}
            act={t('remove')}
            onAct={() => remove.mutateAsync({ params })}
            trigger={(ask) => (
              <Button variant="subtle" color="gray" size="xs" onClick={ask}>
                {t('removeLetter')}
              </Button>
            )}
          >
            {t('removeLetterHint')}
          </ConfirmAct>
        </Group>
      </Stack>
    </Section>
  )
}
