import { Button, Group } from '@mantine/core'

import { reports, type Report, type ReportRun } from '@pult/contract/reports'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { tell } from '../ui/tell.ts'
import { reportsText } from './reports-text.ts'
import { LIVE } from './reports-view.ts'
import { RunFiles, RunLetters, RunState } from './RunParts.tsx'

interface HistoryProps {
  readonly report: Report
  readonly onRead: (runId: number) => void
  readonly onClose: () => void
}

/** The kept ones of a report. */
export function History({ report, onRead, onClose }: HistoryProps) {
  const t = useText(reportsText)
  const { centerId } = useCenter()
  const params = { centerId, reportId: report.reportId }
  const reply = useReply(reports.listRuns, { params }, { live: LIVE })
  return (
    <Section
      title={t('historyOf', { name: report.name })}
      actions={
        <Button variant="default" onClick={onClose}>
          {t('close')}
        </Button>
      }
    >
      <Reply reply={reply}>{({ runs }) => <Runs runs={runs} onRead={onRead} />}</Reply>
    </Section>
  )
}

interface RunsProps {
  readonly runs: readonly ReportRun[]
  readonly onRead: (runId: number) => void
}

function Runs({ runs, onRead }: RunsProps) {
  const t = useText(reportsText)
  const formats = useFormats()
  const columns: ListColumn<ReportRun>[] = [
    { key: 'period', title: t('period'), cell: ({ firstDay, lastDay }) => formats.dateRange(firstDay, lastDay) },
    {
      key: 'made',
      title: t('made'),
      cell: (run) => (
        <>
          <RunState run={run} />, {run.madeByName === '' ? t('bySchedule') : run.madeByName}
        </>
      ),
    },
    { key: 'files', title: t('formats'), cell: (run) => <RunFiles run={run} /> },
    { key: 'letters', title: t('letters'), cell: (run) => <RunLetters run={run} /> },
    { key: 'acts', title: t('acts'), acts: 'words', cell: (run) => <RunActs run={run} onRead={onRead} /> },
  ]
  return (
    <ListTable
      label={t('history')}
      columns={columns}
      rows={runs}
      rowKey={({ runId }) => runId}
      empty={<EmptyState title={t('historyNone')} />}
    />
  )
}

function RunActs({ run, onRead }: { readonly run: ReportRun; readonly onRead: (runId: number) => void }) {
  const t = useText(reportsText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editReports')
  const send = useAct(reports.sendRun, {
    touches: [reports.listRuns, reports.listReports],
    onDone: ({ messages }) => tell({ kind: 'good', words: t('queued', { count: messages }) }),
  })
  if (run.status !== 'made') return null
  return (
    <Group gap={4} justify="flex-end">
      <Button variant="subtle" size="compact-sm" onClick={() => onRead(run.runId)}>
        {t('read')}
      </Button>
      {mayEdit && (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={send.isPending}
          onClick={() => send.mutate({ params: { centerId, runId: run.runId } })}
        >
          {t('send')}
        </Button>
      )}
    </Group>
  )
}
