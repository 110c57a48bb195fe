import { Button, Group, Modal, Stack, Switch, Table, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { market } from '@pult/contract/market'
import type { FileOutcome } from '@pult/contract/market-refresh'
import type { SnapshotSummary } from '@pult/contract/market-words'

import { useCenter } from '../platform/center.tsx'
import { upload } from '../platform/client.ts'
import { useWordsOf } from '../platform/Reply.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { sourceText } from './source-text.ts'

interface ImportDialogProps {
  readonly specialisationId: number
  readonly snapshots: readonly SnapshotSummary[]
  readonly onClose: () => void
}

const LIMIT_BYTES = 200 * 1024 * 1024

/** Takes a saved file as a snapshot, and says row by row what was wrong in it. */
export function ImportDialog({ specialisationId, snapshots, onClose }: ImportDialogProps) {
  const t = useText(sourceText)
  const words = useWordsOf()
  const formats = useFormats()
  const queryClient = useQueryClient()
  const { centerId } = useCenter()
  const [day, setDay] = useState(formats.today(Date.now()))
  const [isApart, setApart] = useState(false)
  const [outcome, setOutcome] = useState<FileOutcome | null>(null)
  const there = snapshots.find(({ takenOn, cause, status }) => takenOn === day && cause === 'file' && status === 'done')
  const send = async (file: File, onProgress: (fraction: number) => void, signal: AbortSignal): Promise<void> => {
    const params = { centerId, specialisationId }
    const query = { name: file.name, day, files: isApart ? ('apart' as const) : ('together' as const) }
    const taken = await upload(market.importVacancies, { params, query }, file, {
      onProgress,
      signal,
    })
    setOutcome(taken)
    await queryClient.invalidateQueries()
  }
  return (
    <Modal opened onClose={onClose} title={t('takeFile')} size="lg">
      <Stack gap="md">
        {outcome === null ? (
          <>
            <TextInput
              type="date"
              label={t('fileDay')}
              value={day}
              onChange={(event) => setDay(event.currentTarget.value)}
            />
            {there !== undefined && (
              <Switch
                label={t('together', { names: there.fileName ?? '' })}
                description={t('togetherHint', { count: there.vacancies })}
                checked={!isApart}
                onChange={(event) => setApart(!event.currentTarget.checked)}
              />
            )}
            <FileDrop accept=".json,.jsonl,.csv,.txt" limitBytes={LIMIT_BYTES} words={words} send={send}>
              {t('fileHint')}
            </FileDrop>
          </>
        ) : (
          <>
            <Outcome outcome={outcome} />
            <Group justify="flex-end">
              <Button onClick={onClose}>{t('close')}</Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  )
}

function Outcome({ outcome }: { readonly outcome: FileOutcome }) {
  const t = useText(sourceText)
  const formats = useFormats()
  const { rows, read, otherTitle, otherRegion, problems, moreProblems } = outcome
  const number = (value: number): string => formats.number(value, 0)
  return (
    <>
      <Text size="sm">
        {t('fileTaken', {
          read: number(read),
          rows: number(rows),
          otherTitle: number(otherTitle),
          otherRegion: number(otherRegion),
        })}
      </Text>
      {problems.length > 0 && (
        <Table aria-label={t('what')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th ta="right">{t('row')}</Table.Th>
              <Table.Th>{t('what')}</Table.Th>
              <Table.Th>{t('value')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {problems.map(({ row, problem, value, isKept }) => (
              <Table.Tr key={`${row} ${problem} ${value}`}>
                <Table.Td ta="right">{number(row)}</Table.Td>
                <Table.Td>
                  {t(`row_${problem}`)}: {t(isKept ? 'keptWithout' : 'leftOut')}
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {moreProblems > 0 && <Text size="sm">{t('moreProblems', { count: number(moreProblems) })}</Text>}
    </>
  )
}
