import { Alert, Button, Group, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'

import { career } from '@pult/contract/career'
import type { ReadResumeReply } from '@pult/contract/career-documents'

import { useCenter } from '../platform/center.tsx'
import { upload } from '../platform/client.ts'
import { useWordsOf } from '../platform/Reply.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import { useText } from '../ui/language.tsx'
import { careerText } from './career-text.ts'

const LIMIT_BYTES = 10 * 1024 * 1024

interface FromFileProps {
  readonly isBusy: boolean
  readonly onTaken: (read: ReadResumeReply) => void
}

const counted = ['experience', 'keySkills', 'education', 'courses', 'technicalSkills', 'qualities'] as const

/** Reads a file and says what was recognised before anything is kept. */
export function FromFile({ isBusy, onTaken }: FromFileProps) {
  const t = useText(careerText)
  const words = useWordsOf()
  const { centerId } = useCenter()
  const [read, setRead] = useState<ReadResumeReply | null>(null)
  const send = async (file: File, onProgress: (fraction: number) => void, signal: AbortSignal): Promise<void> => {
    const query = { name: file.name }
    setRead(await upload(career.readResumeFile, { params: { centerId }, query }, file, { onProgress, signal }))
  }
  if (read === null)
    return (
      <FileDrop accept=".docx,.pdf,.txt,.md" limitBytes={LIMIT_BYTES} words={words} send={send}>
        {t('fileHint')}
      </FileDrop>
    )
  const { resume, leftOver, warnings } = read
  return (
    <Stack gap="sm">
      <Text size="sm">{t('recognised')}</Text>
      <List size="sm">
        {resume.contacts?.name !== undefined && resume.contacts.name !== '' && (
          <List.Item>{resume.contacts.name}</List.Item>
        )}
        {counted.map((part) => {
          const count = resume[part]?.length ?? 0
          return count > 0 && <List.Item key={part}>{t(`recognised_${part}`, { count })}</List.Item>
        })}
      </List>
      {leftOver.length > 0 && <Alert color="brass">{t('leftOverSoFar', { count: leftOver.length })}</Alert>}
      {warnings.map((warning) => (
        <Alert key={warning.code} color="brass">
          {t(`warning_${warning.code}`, { pages: (warning.pages ?? []).join(', ') })}
        </Alert>
      ))}
      <Group gap="xs">
        <Button loading={isBusy} onClick={() => onTaken(read)}>
          {t('takeRead')}
        </Button>
        <Button variant="default" onClick={() => setRead(null)}>
          {t('otherFile')}
        </Button>
      </Group>
    </Stack>
  )
}
