import { Alert, Badge, Button, Group, Stack, Table, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'

import { imports, type Finding, type Import, type ImportReport } from '@pult/contract/imports'

import { useCenter, useMay } from '../platform/center.tsx'
import { call } from '../platform/client.ts'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { Reply } from '../platform/Reply.tsx'
import { keyOf, useAct, useReply } from '../platform/replies.ts'
import { Cards } from '../ui/Cards.tsx'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { useFormats, useLanguage, useText } from '../ui/language.tsx'
import { NumberCard } from '../ui/NumberCard.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { ProgressPanel } from '../ui/ProgressPanel.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { useWho } from '../ui/who.ts'
import { eventWords } from './event-words.ts'
import { failureWords } from './failed-import.ts'
import { FindingCounts } from './FindingCounts.tsx'
import { FindingList } from './FindingList.tsx'
import { importsText } from './imports-text.ts'
import { statusColors } from './ImportsPage.tsx'
import { dayOf } from './start-of-day.ts'

const running = new Set(['waiting', 'reading', 'rollingUp', 'cancelling', 'undoing'])

/** One import: how far it is, and what came of it. */
export function ImportPage() {
  const t = useText(importsText)
  const who = useWho()
  const formats = useFormats()
  const { centerId, centerName } = useCenter()
  const { importId = '' } = useParams({ strict: false, select: (params): { importId?: string } => params })
  const params = { centerId, importId: Number(importId) }
  const reply = useReply(
    imports.readImport,
    { params },
    { live: ['import'], everyMs: (one) => (one === undefined || running.has(one.status) ? 1000 : false) },
  )
  const one = reply.data
  return (
    <Page
      title={one?.fileName ?? t('imports')}
      printHeader={centerName}
      breadcrumbs={[
        <Link key="imports" to={paths.imports(centerId)}>
          {t('imports')}
        </Link>,
      ]}
      {...(one === undefined
        ? {}
        : {
            subtitle: (
              <Group gap="xs">
                <Badge variant="light" color={statusColors[one.status]} tt="none" fw={550}>
                  {t(`status_${one.status}`)}
                  {one.dryRun ? `, ${t('dryRun')}` : ''}
                </Badge>
                {t(`kind_${one.kind}`)} · {one.sourceName} · {formats.dateTime(one.createdAt)} ·{' '}
                {who(one.createdByName)}
              </Group>
            ),
            actions: <Undo one={one} />,
          })}
    >
      <Reply reply={reply}>{(found) => <Told one={found} />}</Reply>
    </Page>
  )
}

function Undo({ one }: { readonly one: Import }) {
  const t = useText(importsText)
  const { centerId } = useCenter()
  const may = useMay('importContacts')
  const undo = useAct(imports.undoImport)
  if (!may || one.status !== 'done' || one.dryRun || one.kind === 'demo') return null
  return (
    <ConfirmAct
      title={t('undo')}
      act={t('undo')}
      onAct={() => undo.mutateAsync({ params: { centerId, importId: one.importId } })}
      trigger={(open) => (
        <Button variant="default" onClick={open}>
          {t('undo')}
        </Button>
      )}
    >
      {t('undoAsk')}
    </ConfirmAct>
  )
}

function Told({ one }: { readonly one: Import }) {
  const t = useText(importsText)
  const language = useLanguage()
  const formats = useFormats()
  const { centerId } = useCenter()
  const cancel = useAct(imports.cancelImport)
  const isReading = one.status === 'waiting' || one.status === 'reading'
  return (
    <Stack>
      {running.has(one.status) && (
        <ProgressPanel
          title={
            isReading ? t('reading', { name: one.fileName }) : one.status === 'undoing' ? t('undoing') : t('computing')
          }
          fraction={one.status === 'waiting' || one.status === 'undoing' ? null : one.progress}
          detail={t('rowsRead', { count: formats.number(one.rowsRead) })}
          {...(isReading ? { onCancel: () => cancel.mutate({ params: { centerId, importId: one.importId } }) } : {})}
        />
      )}
      {one.problem !== null && (
        <Alert color="brick" role="alert">
          {failureWords(one.problem, language)}
        </Alert>
      )}
      {one.kind === 'demo' && one.status === 'done' && (
        <Text>{t('noReport', { count: formats.number(one.rowsRead) })}</Text>
      )}
      {one.report !== null && <Report one={one} report={one.report} />}
      {one.report !== null && <FindingCounts report={one.report} />}
      {one.report !== null && <Findings importId={one.importId} />}
    </Stack>
  )
}

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

function Report({ one, report }: { readonly one: Import; readonly report: ImportReport }) {
  const t = useText(importsText)
  const formats = useFormats()
  const { centerId, timeZone } = useCenter()
  const figures = [
    ['read', report.read],
    ['accepted', report.accepted],
    ['contacts', report.contacts],
    ['states', report.states],
    ['duplicates', report.duplicates],
    ['completed', report.completed],
    ['corrected', report.corrected],
    ['rejected', sumOf(report.rejected)],
    ['repaired', sumOf(report.repaired)],
    ['flagged', sumOf(report.flagged)],
    ['conflicts', report.conflicts],
    ['leftOut', report.leftOut],
  ] as const
  const { queues, agents, pauseReasons } = report.created
  const hasNew = !one.dryRun && (queues.length > 0 || agents > 0 || pauseReasons.length > 0)
  const days = useMemo(() => {
    const day = dayOf(timeZone)
    return report.from === null || report.to === null ? null : { from: day(report.from), to: day(report.to) }
  }, [report.from, report.to, timeZone])
  return (
    <>
      <Cards>
        {figures.map(([key, value]) => (
          <NumberCard key={key} label={t(key)} value={formats.number(value)} />
        ))}
      </Cards>
      <Section title={t('report')}>
        <Stack gap="xs">
          <Text>
            {t('period')}: {formats.dateTime(report.from)} – {formats.dateTime(report.to)} ({report.timeZone},{' '}
            {report.encoding})
          </Text>
          {report.gaps.length === 0 ? (
            <Text c="dimmed">{t('noGaps')}</Text>
          ) : (
            <>
              <Text fw={600}>{t('gaps')}</Text>
              {report.gaps.slice(0, 20).map((gap) => (
                <Text key={gap.from} size="sm">
                  {formats.dateTime(gap.from)} – {formats.dateTime(gap.to)}
                </Text>
              ))}
            </>
          )}
          {hasNew && (
            <Alert color="brass" title={t('created')}>
              {queues.length > 0 && (
                <NewNames page="queues">{t('createdQueues', { names: queues.join(', ') })}</NewNames>
              )}
              {agents > 0 && <NewNames page="agents">{t('createdAgents', { count: agents })}</NewNames>}
              {pauseReasons.length > 0 && (
                <NewNames page="pause-reasons">{t('createdReasons', { names: pauseReasons.join(', ') })}</NewNames>
              )}
            </Alert>
          )}
          {days !== null && one.status === 'done' && !one.dryRun && (
            <Group>
              <Button component={Link} to={`${paths.measures(centerId)}?period=${days.from}..${days.to}`}>
                {t('toMeasures')}
              </Button>
              <Button
                variant="default"
                component={Link}
                to={`${paths.contacts(centerId)}?period=${days.from}..${days.to}`}
              >
                {t('toContacts')}
              </Button>
              {sumOf(report.flagged) + sumOf(report.repaired) > 0 && (
                <Button
                  variant="default"
                  component={Link}
                  to={`${paths.contacts(centerId)}?period=${days.from}..${days.to}&flagged=true`}
                >
                  {t('toDoubted')}
                </Button>
              )}
            </Group>
          )}
        </Stack>
      </Section>
      <ByQueue report={report} />
      <ByEvent report={report} />
    </>
  )
}

interface NewNamesProps {
  readonly page: 'queues' | 'agents' | 'pause-reasons'
  readonly children: string
}

/** New names of one kind, and the way to where they are confirmed. */
function NewNames({ page, children }: NewNamesProps) {
  const t = useText(importsText)
  const { centerId } = useCenter()
  return (
    <Text style={{ overflowWrap: 'anywhere' }}>
      {children} <Link to={paths.settingsOf(centerId, page)}>{t('confirm')}</Link>
    </Text>
  )
}

function ByQueue({ report }: { readonly report: ImportReport }) {
  const t = useText(importsText)
  const formats = useFormats()
  const queues = Object.entries(report.byQueue).toSorted(([, left], [, right]) => right.offered - left.offered)
  if (queues.length === 0) return null
  return (
    <Section title={t('byQueue')}>
      <ScrollTable minWidth={330}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('queue')}</Table.Th>
              {(['offered', 'answered', 'abandoned', 'flowedOut'] as const).map((key) => (
                <Table.Th key={key} ta="end">
                  {t(key)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {queues.slice(0, 50).map(([name, counts]) => (
              <Table.Tr key={name}>
                <Table.Td>{name === '' ? '–' : name}</Table.Td>
                <Table.Td ta="end">{formats.number(counts.offered)}</Table.Td>
                <Table.Td ta="end">{formats.number(counts.answered)}</Table.Td>
                <Table.Td ta="end">{formats.number(counts.abandoned)}</Table.Td>
                <Table.Td ta="end">{formats.number(counts.flowedOut)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
    </Section>
  )
}

function ByEvent({ report }: { readonly report: ImportReport }) {
  const t = useText(importsText)
  const language = useLanguage()
  const formats = useFormats()
  const events = Object.entries(report.byEvent).toSorted(([, left], [, right]) => right - left)
  if (events.length === 0) return null
  return (
    <Section title={t('byEvent')}>
      <Group gap="lg">
        {events.map(([event, count]) => (
          <Text key={event} size="sm">
            {eventWords(event, language)} <b>{formats.number(count)}</b>{' '}
            <Text span size="xs" c="dimmed">
              {eventWords(event, language) === event || event !== event.toUpperCase() ? '' : event}
            </Text>
          </Text>
        ))}
      </Group>
    </Section>
  )
}

const FINDINGS_FIRST = 50
const FINDINGS_MORE = 250

function Findings({ importId }: { readonly importId: number }) {
  const t = useText(importsText)
  const { centerId } = useCenter()
  const params = { centerId, importId }
  const [shown, setShown] = useState(FINDINGS_FIRST)
  const pages = useInfiniteQuery<
    { findings: Finding[]; next: number | null },
    Error,
    { pages: { findings: Finding[]; next: number | null }[] },
    readonly unknown[],
    number
  >({
    queryKey: keyOf(imports.listFindings, { params }),
    queryFn: ({ pageParam, signal }) => call(imports.listFindings, { params, query: { after: pageParam } }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
  })
  const findings = pages.data?.pages.flatMap((page) => page.findings) ?? []
  if (findings.length === 0) return null
  const showMore = (): void => {
    setShown(shown + FINDINGS_MORE)
    if (shown + FINDINGS_MORE > findings.length && pages.hasNextPage) void pages.fetchNextPage()
  }
  return (
    <Section title={t('findings')}>
      <FindingList findings={findings.slice(0, shown)} />
      {(shown < findings.length || pages.hasNextPage) && (
        <Button variant="default" size="xs" mt="sm" loading={pages.isFetchingNextPage} onClick={showMore}>
          {t('more')}
        </Button>
      )}
    </Section>
  )
}
