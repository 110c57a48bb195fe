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
import { reasonWords } from './reason-words.ts'
import type { DeskProps } from './RosterDesk.tsx'
import { reportText } from './report-text.ts'

/** How good the roster is and why it is no better: cost by parts, the proof, what binds, who is missing where, refused wishes. */
export function ReportTab({ roster }: DeskProps) {
  const { centerId } = useCenter()
  const params = { centerId, rosterId: roster.rosterId }
  const reply = useReply(scheduleReports.readReport, { params }, { live: ['schedule'], keepFormer: true })
  const read = useReply(schedule.readRoster, { params }, { live: ['schedule'], keepFormer: true })
  return <Reply reply={reply}>{(report) => <Report report={report} members={read.data?.members ?? []} />}</Reply>
}

interface ReportProps {
  readonly report: RosterReport
  readonly members: readonly RosterMember[]
}

function Report({ report, members }: ReportProps) {
  const t = useText(reportText)
  const nameOf = (id: number): string => members.find(({ agentId }) => agentId === id)?.name ?? String(id)
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
      <Section title={t('bindingTitle')}>
        <Binding report={report} nameOf={nameOf} />
      </Section>
      {report.short.length > 0 && (
        <Section title={t('shortTitle')}>
          <Short report={report} />
        </Section>
      )}
      <Section title={t('wishesTitle')}>
        <Wishes report={report} nameOf={nameOf} />
      </Section>
    </Stack>
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

interface NamedProps extends Pick<ReportProps, 'report'> {
  readonly nameOf: (agentId: number) => string
}

function Binding({ report: { binding, relaxations }, nameOf }: NamedProps) {
  const t = useText(reportText)
  const reason = useText(reasonText)
  const formats = useFormats()
  if (binding.length + relaxations.length === 0) return <Text c="dimmed">{t('nothingBinds')}</Text>
  const saves = (value: number | null): string =>
    value === null ? '' : ` – ${t('saves', { cost: formats.number(Math.round(value)) })}`
  return (
    <List size="sm">
      {binding.map((one) => (
        <List.Item key={`${one.code} ${one.agentId} ${JSON.stringify(one.values)}`}>
          {one.agentId === null ? '' : `${nameOf(one.agentId)}: `}
          {reasonWords(one, reason)}
          {saves(one.saves)}
        </List.Item>
      ))}
      {relaxations.map((one) => (
        <List.Item key={`${one.code} ${JSON.stringify(one.values)}`}>
          {reasonWords(one, reason)}
          {saves(one.saves)}
        </List.Item>
      ))}
    </List>
  )
}

type ShortPlace = RosterReport['short'][number]

function Short({ report: { short } }: Pick<ReportProps, 'report'>) {
  const t = useText(reportText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const queues = useReply(center.listQueues, { params: { centerId } }).data?.queues ?? []
  const columns: ListColumn<ShortPlace>[] = [
    { key: 'at', title: t('when'), cell: ({ at }) => `${formats.longDate(at)}, ${formats.time(at)}` },
    {
      key: 'queue',
      title: t('queue'),
      cell: ({ queueId }) => queues.find((one) => one.queueId === queueId)?.name ?? String(queueId),
    },
    { key: 'agents', title: t('short'), isNumber: true, cell: ({ agents }) => formats.number(agents, 1) },
  ]
  return (
    <ListTable
      label={t('shortTitle')}
      columns={columns}
      rows={short}
      rowKey={({ at, queueId }) => `${queueId} ${at}`}
      empty={null}
    />
  )
}

type WishAnswer = RosterReport['wishes'][number]

function Wishes({ report: { wishes }, nameOf }: NamedProps) {
  const t = useText(reportText)
  const reason = useText(reasonText)
  const formats = useFormats()
  const met = wishes.filter(({ isMet }) => isMet).length
  const columns: ListColumn<WishAnswer>[] = [
    { key: 'agent', title: t('agent'), cell: ({ agentId }) => nameOf(agentId) },
    { key: 'day', title: t('day'), cell: ({ day }) => formats.longDate(day) },
    {
      key: 'why',
      title: t('whyRefused'),
      cell: ({ code, price }) => (
        <>
          {code === null ? t('tooDear') : reasonWords({ code, values: {} }, reason)}
          {price === null ? '' : ` – ${t('wouldCost', { cost: formats.number(Math.round(price)) })}`}
        </>
      ),
    },
  ]
  return (
    <ListTable
      label={t('wishesTitle')}
      columns={columns}
      rows={wishes.filter(({ isMet }) => !isMet)}
      rowKey={({ wishId, day }) => `${wishId} ${day}`}
      words={({ agentId }) => nameOf(agentId)}
      filters={
        <Text size="sm">{t('wishesMet', { met: formats.number(met), all: formats.number(wishes.length) })}</Text>
      }
      empty={<Text c="dimmed">{t(wishes.length === 0 ? 'noWishes' : 'allWishesMet')}</Text>}
    />
  )
}
