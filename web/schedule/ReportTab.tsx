import { List, SimpleGrid, Stack, Table, Text } from '@mantine/core'

import { center } from '@pult/contract/center'
import { scheduleReports, type RosterReport } from '@pult/contract/schedule-reports'
import { objectiveParts, type RosterMember } from '@pult/contract/schedule-roster'
import { schedule } from '@pult/contract/schedule'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { TraceChart } from './MakingRoster.tsx'
import { reasonText } from './reason-text.ts'
import { limitWords } from './reason-words.ts'
import { isBeingMade } from './roster-state.ts'
import type { DeskProps } from './desk-props.ts'
import { reportText } from './report-text.ts'

/** How good the roster is and why it is no better: cost by parts, the proof, what binds, who is missing where, refused wishes. */
export function ReportTab({ roster }: DeskProps) {
  const { centerId } = useCenter()
  const params = { centerId, rosterId: roster.rosterId }
  const isBrief = isBeingMade(roster)
  const reply = useReply(
    scheduleReports.readReport,
    { params, query: isBrief ? { isBrief: 'true' } : {} },
    { live: ['schedule'], keepFormer: true },
  )
  const read = useReply(schedule.readRoster, { params }, { live: ['schedule'], keepFormer: true })
  return (
    <Reply reply={reply}>
      {(report) => <Report report={report} isBrief={isBrief} members={read.data?.members ?? []} />}
    </Reply>
  )
}

/** A day on which somebody may not work at all is exceeded by no number of anything. */
const isAllOrNothing = new Set(['mayWork', 'absence'])

interface ReportProps {
  readonly report: RosterReport
  /** It is still being made: what binds it is not worked out yet. */
  readonly isBrief: boolean
  readonly members: readonly RosterMember[]
}

function Report({ report, isBrief, members }: ReportProps) {
  const t = useText(reportText)
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Section title={t('costTitle')}>
          <Parts report={report} />
        </Section>
        <Section title={t('proofTitle')}>
          <Proof report={report} />
        </Section>
      </SimpleGrid>
      {isBrief ? <Text c="dimmed">{t('onlyWhenMade')}</Text> : <Reasons report={report} members={members} />}
    </Stack>
  )
}

/** What binds it, where it is short, and which wishes were refused. */
function Reasons({ report, members }: Pick<ReportProps, 'report' | 'members'>) {
  const t = useText(reportText)
  const nameOf = (id: number): string => members.find(({ agentId }) => agentId === id)?.name ?? String(id)
  return (
    <>
      <Section title={t('bindingTitle')}>
        <Binding report={report} />
      </Section>
      {report.short.length > 0 && (
        <Section title={t('shortTitle')}>
          <Short report={report} />
        </Section>
      )}
      <Section title={t('wishesTitle')}>
        <Wishes report={report} nameOf={nameOf} />
      </Section>
    </>
  )
}

function Parts({ report: { parts, hours, cost } }: Pick<ReportProps, 'report'>) {
  const t = useText(reportText)
  const formats = useFormats()
  const whole = (value: number | undefined): string => formats.number(value === undefined ? null : Math.round(value))
  return (
    <Table aria-label={t('costTitle')}>
      <Table.Tbody>
        {objectiveParts.map((part) => (
          <Table.Tr key={part}>
            <Table.Td>{t(`part_${part}`)}</Table.Td>
            <Table.Td ta="right">{whole(parts?.[part])}</Table.Td>
          </Table.Tr>
        ))}
        <Table.Tr fw={650}>
          <Table.Td>{t('part_total')}</Table.Td>
          <Table.Td ta="right">{whole(parts?.total)}</Table.Td>
        </Table.Tr>
        <Table.Tr c="dimmed">
          <Table.Td>{t('hoursAndPay', { hours: formats.number(Math.round(hours)) })}</Table.Td>
          <Table.Td ta="right">{whole(cost)}</Table.Td>
        </Table.Tr>
      </Table.Tbody>
    </Table>
  )
}

function Proof({ report: { bound, gap, gapWithoutPromisedHours, trace } }: Pick<ReportProps, 'report'>) {
  const t = useText(reportText)
  const formats = useFormats()
  return (
    <Stack gap="xs">
      <Text size="sm">
        {bound === null || gap === null
          ? t('noProof')
          : t('proofOf', { bound: formats.number(Math.round(bound)), gap: formats.percent(gap) })}
      </Text>
      {gapWithoutPromisedHours !== null && (
        <Text size="sm" c="dimmed">
          {t('proofWithoutHours', { gap: formats.percent(gapWithoutPromisedHours) })}
        </Text>
      )}
      {trace.length > 1 && <TraceChart trace={trace} />}
    </Stack>
  )
}

function Binding({ report: { binding, relaxations } }: Pick<ReportProps, 'report'>) {
  const t = useText(reportText)
  const limits = useText(reasonText)
  const formats = useFormats()
  if (binding.length + relaxations.length === 0) return <Text c="dimmed">{t('nothingBinds')}</Text>
  return (
    <Stack gap="xs">
      <List size="sm">
        {binding.map(({ limit, agents, saves }) => (
          <List.Item key={limit}>
            {t('bindsOf', {
              limit: limitWords(limit, limits),
              count: agents,
              cost: formats.number(Math.round(saves)),
            })}
          </List.Item>
        ))}
      </List>
      {relaxations.length > 0 && <Text size="sm">{t('relaxTitle')}</Text>}
      <List size="sm">
        {relaxations.map(({ limit, agents, excessHours, excessDays, filledHours }) => (
          <List.Item key={limit}>
            {t(isAllOrNothing.has(limit) ? 'relaxFor' : excessDays === null ? 'relaxOf' : 'relaxDays', {
              limit: limitWords(limit, limits),
              count: agents,
              by: formats.number(Math.round(excessDays ?? excessHours)),
              filled: formats.number(filledHours, 1),
            })}
          </List.Item>
        ))}
      </List>
    </Stack>
  )
}

type ShortPlace = RosterReport['short'][number]

function Short({ report: { short } }: Pick<ReportProps, 'report'>) {
  const t = useText(reportText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const queues = useReply(center.listQueues, { params: { centerId } }).data?.queues ?? []
  const columns: ListColumn<ShortPlace>[] = [
    { key: 'day', title: t('day'), cell: ({ day }) => formats.longDate(day) },
    { key: 'at', title: t('when'), cell: ({ from, to }) => `${formats.time(from)}–${formats.time(to)}` },
    {
      key: 'queue',
      title: t('queue'),
      cell: ({ queueId }) => queues.find((one) => one.queueId === queueId)?.name ?? String(queueId),
    },
    { key: 'hours', title: t('shortHours'), isNumber: true, cell: ({ agentHours }) => formats.number(agentHours, 1) },
    {
      key: 'saves',
      title: t('oneMoreSaves'),
      isNumber: true,
      cell: ({ oneMoreSaves }) => formats.number(Math.round(oneMoreSaves)),
    },
  ]
  return (
    <ListTable
      label={t('shortTitle')}
      columns={columns}
      rows={short}
      rowKey={({ from, queueId }) => `${queueId} ${from}`}
      empty={null}
    />
  )
}

type RefusedWish = RosterReport['refusedWishes'][number]

interface WishesProps extends Pick<ReportProps, 'report'> {
  readonly nameOf: (agentId: number) => string
}

function Wishes({ report: { refusedWishes }, nameOf }: WishesProps) {
  const t = useText(reportText)
  const limits = useText(reasonText)
  const formats = useFormats()
  const columns: ListColumn<RefusedWish>[] = [
    { key: 'agent', title: t('agent'), cell: ({ agentId }) => nameOf(agentId) },
    { key: 'day', title: t('day'), cell: ({ day }) => formats.longDate(day) },
    {
      key: 'why',
      title: t('whyRefused'),
      cell: ({ forbiddenBy, price }) =>
        forbiddenBy.length > 0 ? forbiddenBy.map((limit) => limitWords(limit, limits)).join('; ') : whyDear(price),
    },
    {
      key: 'price',
      title: t('wouldCost'),
      isNumber: true,
      cell: ({ price }) => formats.number(price === null ? null : Math.round(price)),
    },
  ]
  const whyDear = (price: number | null): string => t(price === null ? 'noWay' : 'tooDear')
  return (
    <ListTable
      label={t('wishesTitle')}
      columns={columns}
      rows={refusedWishes}
      rowKey={({ wishId, agentId, day }) => `${wishId} ${agentId} ${day}`}
      words={({ agentId }) => nameOf(agentId)}
      empty={<Text c="dimmed">{t('noneRefused')}</Text>}
    />
  )
}
