import { Button, Group, Menu, Stack, Text } from '@mantine/core'

import { reports, type Report, type Reports } from '@pult/contract/reports'

import { useCenter, useMay } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { useAddresseeWords } from '../ui/AddresseeFields.tsx'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { useRhythmWords } from '../ui/RhythmFields.tsx'
import { reportsText } from './reports-text.ts'
import { RunFiles, RunLetters, RunState } from './RunParts.tsx'

interface ReportListProps {
  readonly told: Reports
  readonly onChange: (report: Report) => void
  readonly onHistory: (reportId: number) => void
}

/** What is reported to whom and when. */
export function ReportList({ told, onChange, onHistory }: ReportListProps) {
  const t = useText(reportsText)
  const formats = useFormats()
  const when = useRhythmWords()
  const addressees = useAddresseeWords()
  const columns: ListColumn<Report>[] = [
    {
      key: 'name',
      title: t('name'),
      cell: (report) => (
        <Stack gap={0}>
          {report.name}
          <Text span size="xs" c="dimmed">
            {report.content === 'management' ? t('management') : `${t('view')}: ${report.viewName ?? t('viewGone')}`}
          </Text>
        </Stack>
      ),
    },
    {
      key: 'when',
      title: t('when'),
      cell: (report) => (
        <Stack gap={0}>
          {when(report)}
          <Text span size="xs" c="dimmed">
            {report.nextAt === null ? t('off') : `${t('next')}: ${formats.dateTime(report.nextAt)}`}
          </Text>
        </Stack>
      ),
    },
    {
      key: 'to',
      title: t('to'),
      cell: (report) => (
        <span style={{ overflowWrap: 'anywhere' }}>{addressees(report, told.people) || t('nobody')}</span>
      ),
    },
    { key: 'last', title: t('last'), cell: ({ last }) => <Last last={last} /> },
    {
      key: 'acts',
      title: t('acts'),
      acts: 'words',
      cell: (report) => <Acts report={report} onChange={onChange} onHistory={onHistory} />,
    },
  ]
  return (
    <ListTable
      label={t('title')}
      columns={columns}
      rows={told.reports}
      rowKey={({ reportId }) => reportId}
      empty={<EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
    />
  )
}

function Last({ last }: { readonly last: Report['last'] }) {
  const t = useText(reportsText)
  if (last === null) return <>{t('never')}</>
  return (
    <Stack gap={2}>
      <RunState run={last} />
      <RunFiles run={last} />
      {last.sent + last.underway + last.notSent > 0 && <RunLetters run={last} />}
    </Stack>
  )
}

interface ActsProps {
  readonly report: Report
  readonly onChange: (report: Report) => void
  readonly onHistory: (reportId: number) => void
}

function Acts({ report, onChange, onHistory }: ActsProps) {
  const t = useText(reportsText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editReports')
  const params = { centerId, reportId: report.reportId }
  const touches = [reports.listReports, reports.listRuns]
  const make = useAct(reports.makeReport, { touches, done: t('begun') })
  const remove = useAct(reports.deleteReport, { touches })
  return (
    <Group gap={4} justify="flex-end">
      <Button variant="subtle" size="compact-sm" onClick={() => onHistory(report.reportId)}>
        {t('history')}
      </Button>
      {mayEdit && (
        <>
          <Menu>
            <Menu.Target>
              <Button variant="default" size="compact-sm" loading={make.isPending}>
                {t('makeNow')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => make.mutate({ params, body: { isSent: false } })}>{t('makeNow')}</Menu.Item>
              <Menu.Item onClick={() => make.mutate({ params, body: { isSent: true } })}>{t('makeSend')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Button variant="subtle" size="compact-sm" onClick={() => onChange(report)}>
            {t('change')}
          </Button>
          <ConfirmAct
            title={t('remove')}
            act={t('remove')}
            onAct={() => remove.mutateAsync({ params })}
            size="compact-sm"
          >
            {t('removeAsk', { name: report.name })}
          </ConfirmAct>
        </>
      )}
    </Group>
  )
}
