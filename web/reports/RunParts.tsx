import { Button, Group, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'

import { reports, type ReportRun } from '@pult/contract/reports'

import { useCenter } from '../platform/center.tsx'
import { download } from '../platform/client.ts'
import { useWordsOf } from '../platform/Reply.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { tell } from '../ui/tell.ts'
import { reportsText } from './reports-text.ts'

const problemWords = { viewGone: 'failedViewGone', failed: 'failed', givenUp: 'failedGivenUp' } as const

/** When it was made, or what became of it. */
export function RunState({ run }: { readonly run: ReportRun }) {
  const t = useText(reportsText)
  const formats = useFormats()
  if (run.status === 'waiting') return <>{t('making')}</>
  if (run.status === 'failed')
    return (
      <Text span size="sm" fw={600} role="status">
        {t(run.problem === null ? 'failed' : problemWords[run.problem])}
      </Text>
    )
  return <>{formats.dateTime(run.madeAt)}</>
}

/** Its files, byte for byte as they were made. */
export function RunFiles({ run }: { readonly run: ReportRun }) {
  const t = useText(reportsText)
  const { centerId } = useCenter()
  const words = useWordsOf()
  return (
    <Group gap={4}>
      {run.files.map(({ format }) => (
        <Button
          key={format}
          variant="default"
          size="compact-sm"
          leftSection={<IconDownload size={14} />}
          onClick={() => {
            download(reports.keepRunFile, { params: { centerId, runId: run.runId }, query: { format } }).catch(
              (error: unknown) => tell({ kind: 'bad', words: words(error) }),
            )
          }}
        >
          {t(format)}
        </Button>
      ))}
    </Group>
  )
}

/** What became of its letters; those that did not go are seen. */
export function RunLetters({ run: { sent, underway, notSent } }: { readonly run: ReportRun }) {
  const t = useText(reportsText)
  if (sent + underway + notSent === 0) return <>–</>
  return (
    <>
      {t('lettersSaid', { sent, underway })}
      {notSent > 0 && (
        <Text size="sm" fw={600} role="status">
          {t('lettersFailed', { count: notSent })}
        </Text>
      )}
    </>
  )
}
