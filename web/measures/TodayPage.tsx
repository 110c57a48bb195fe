import { Badge, Button, Group, Stack, Table, Text } from '@mantine/core'
import { useCallback } from 'react'

import { measures, type TodayFigures, type TodayReply } from '@pult/contract/measures'

import { useCenter, useMay } from '../platform/center.tsx'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { Cards } from '../ui/Cards.tsx'
import { axes, Chart, tooltip, type ChartColors } from '../ui/Chart.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { NumberCard, TargetMark } from '../ui/NumberCard.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { measuresText } from './measures-text.ts'
import { TodayFindings } from './TodayFindings.tsx'
import classes from './measures.module.css'

const EVERY_MS = 5_000

/** The whole centre now. */
export function TodayPage() {
  const t = useText(measuresText)
  const formats = useFormats()
  const { centerId, centerName } = useCenter()
  const reply = useReply(measures.readToday, { params: { centerId } }, { everyMs: EVERY_MS, live: ['measures'] })
  const data = reply.data
  return (
    <Page
      title={t('today')}
      printHeader={centerName}
      subtitle={
        data === undefined
          ? undefined
          : t('asOf', { time: formats.timeToSeconds(data.asOf), day: formats.longDate(data.day) })
      }
    >
      <Reply reply={reply}>{(today) => (today.lastFactAt === null ? <Nothing /> : <Day today={today} />)}</Reply>
    </Page>
  )
}

function Nothing() {
  const t = useText(measuresText)
  const { centerId } = useCenter()
  const mayImport = useMay('importContacts')
  return (
    <EmptyState
      title={t('noFacts')}
      actions={
        mayImport && (
          <Button component={Link} to={paths.newImport(centerId)}>
            {t('toImport')}
          </Button>
        )
      }
    >
      {t('noFactsHint')}
    </EmptyState>
  )
}

function Day({ today }: { readonly today: TodayReply }) {
  const t = useText(measuresText)
  return (
    <Stack gap="md">
      {today.total !== null && <Totals total={today.total} today={today} />}
      {today.total !== null && <TodayFindings findings={today.findings} queues={today.queues} />}
      {today.queues.length > 0 && (
        <Section title={t('queues')}>
          <Queues queues={today.queues} />
        </Section>
      )}
      <div className={classes['halves']}>
        {today.curve.length > 0 && (
          <Section title={t('curve')}>
            <DayCurve curve={today.curve} />
          </Section>
        )}
        <Section title={t('agents')}>
          <Agents today={today} />
        </Section>
      </div>
    </Stack>
  )
}

const states = { met: 'met', missed: 'missed', unknown: 'near' } as const

function Totals({ total, today }: { readonly total: TodayFigures; readonly today: TodayReply }) {
  const t = useText(measuresText)
  const formats = useFormats()
  const usual = total.usual
  const signedIn = today.agentsByState.reduce((sum, state) => sum + state.agents, 0)
  const trend = fullHalfHours(today.curve).map((slot) => slot.offered)
  const target = total.target
  return (
    <Cards>
      <NumberCard
        label={t('serviceLevel')}
        value={formats.percent(total.serviceLevel.value)}
        {...(target === null
          ? {}
          : {
              target: {
                text: formats.serviceTarget({ fraction: target.value, withinSeconds: target.withinSeconds }),
                state: states[target.state],
              },
            })}
        explain={{
          name: t('serviceLevel'),
          formula: t('liveRule'),
          numerator: formats.number(total.serviceLevel.numerator),
          denominator: formats.number(total.serviceLevel.denominator),
        }}
      />
      <NumberCard
        label={t('waiting')}
        value={formats.number(total.waiting)}
        footer={
          total.longestWaitSeconds === null
            ? t('nobodyWaits')
            : t('longest', { time: formats.duration(total.longestWaitSeconds) })
        }
      />
      <NumberCard
        label={t('offered')}
        value={formats.number(total.offered)}
        trend={trend}
        footer={usual === null ? '' : t('usual', { value: formats.number(usual.offered, 0) })}
      />
      <NumberCard
        label={t('abandoned')}
        value={formats.number(total.abandoned)}
        beside={total.offered === 0 ? '' : formats.percent(total.abandoned / total.offered)}
        footer={usual === null ? '' : t('usual', { value: formats.number(usual.abandoned, 0) })}
      />
      <NumberCard label={t('asa')} value={formats.duration(total.asaSeconds)} />
      <NumberCard label={t('signedIn')} value={formats.number(signedIn)} footer={<StateLine today={today} />} />
    </Cards>
  )
}

function StateLine({ today }: { readonly today: TodayReply }) {
  const t = useText(measuresText)
  const told = today.agentsByState.filter(
    (state) =>
      state.agents > 0 && (state.state === 'talking' || state.state === 'available' || state.state === 'pause'),
  )
  return <>{told.map((state) => `${t(state.state).toLowerCase()} ${state.agents}`).join(' · ')}</>
}

/** Each queue leads to its half-hours, and those lead to their contacts. */
function Queues({ queues }: { readonly queues: TodayReply['queues'] }) {
  const t = useText(measuresText)
  const { centerId } = useCenter()
  const formats = useFormats()
  return (
    <Table.ScrollContainer minWidth={720}>
      <Table verticalSpacing={6} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('queue')}</Table.Th>
            <Table.Th ta="end">{t('waiting')}</Table.Th>
            <Table.Th ta="end">{t('serviceLevel')}</Table.Th>
            <Table.Th>{t('state')}</Table.Th>
            <Table.Th ta="end">{t('offered')}</Table.Th>
            <Table.Th ta="end">{t('answered')}</Table.Th>
            <Table.Th ta="end">{t('abandonRate')}</Table.Th>
            <Table.Th ta="end">{t('asa')}</Table.Th>
            <Table.Th ta="end">{t('aht')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {queues.map((queue) => (
            <Table.Tr key={queue.queueId}>
              <Table.Td>
                <Link
                  to={`${paths.measures(centerId)}?period=today&by=slot&queues=${queue.queueId}`}
                  className={classes['drill']}
                >
                  {queue.name}
                </Link>{' '}
                <Text span size="xs" c="dimmed">
                  {t(queue.channel)}
                </Text>
              </Table.Td>
              <Table.Td ta="end">
                {formats.number(queue.waiting)}
                {queue.longestWaitSeconds !== null && (
                  <Text size="xs" c="dimmed">
                    {formats.duration(queue.longestWaitSeconds)}
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="end">{formats.percent(queue.serviceLevel.value)}</Table.Td>
              <Table.Td>
                {queue.target !== null && (
                  <Group gap={6} wrap="nowrap">
                    <TargetMark state={states[queue.target.state]} withWords={false} />
                    <Text span size="sm" style={{ whiteSpace: 'nowrap' }}>
                      {formats.serviceTarget({
                        fraction: queue.target.value,
                        withinSeconds: queue.target.withinSeconds,
                      })}
                    </Text>
                  </Group>
                )}
              </Table.Td>
              <Table.Td ta="end">
                {formats.number(queue.offered)}
                {queue.usual !== null && (
                  <Text size="xs" c="dimmed">
                    {t('usual', { value: formats.number(queue.usual.offered, 0) })}
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="end">{formats.number(queue.answered)}</Table.Td>
              <Table.Td ta="end">
                {formats.percent(queue.offered === 0 ? null : queue.abandoned / queue.offered)}
              </Table.Td>
              <Table.Td ta="end">{formats.duration(queue.asaSeconds)}</Table.Td>
              <Table.Td ta="end">{formats.duration(queue.ahtSeconds)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

/** The half-hours that are over. The one that is running has only begun, and its line would fall for no reason. */
const fullHalfHours = (curve: TodayReply['curve']): TodayReply['curve'] =>
  curve.filter((slot) => slot.offered !== null).slice(0, -1)

function DayCurve({ curve }: { readonly curve: TodayReply['curve'] }) {
  const t = useText(measuresText)
  const option = useCallback(
    (colors: ChartColors) => ({
      color: [...colors.series],
      grid: { left: 44, right: 12, top: 34, bottom: 24 },
      legend: { top: 0, textStyle: { color: colors.text }, itemHeight: 10 },
      tooltip: { trigger: 'axis', ...tooltip(colors) },
      xAxis: { type: 'category', data: curve.map((slot) => slot.slot), ...axes(colors), splitLine: { show: false } },
      yAxis: { type: 'value', ...axes(colors) },
      series: [
        { name: t('offered'), type: 'bar', data: curve.map((slot) => slot.offered), barCategoryGap: '25%' },
        {
          name: t('answered'),
          type: 'line',
          showSymbol: false,
          data: fullHalfHours(curve).map((slot) => slot.answered),
        },
        {
          name: t('usualDay'),
          type: 'line',
          showSymbol: false,
          lineStyle: { type: 'dashed' },
          data: curve.map((slot) => (slot.usual === null ? null : Math.round(slot.usual))),
        },
      ],
    }),
    [curve, t],
  )
  return <Chart label={t('curve')} option={option} height={300} />
}

const stateColors = {
  talking: 'pine',
  acw: 'pine',
  ringing: 'brass',
  available: 'gray',
  pause: 'brass',
  training: 'gray',
  offQueue: 'gray',
} as const

function Agents({ today }: { readonly today: TodayReply }) {
  const t = useText(measuresText)
  const formats = useFormats()
  const now = Date.parse(today.asOf)
  if (today.agents.length === 0) return <Text c="dimmed">{t('noAgents')}</Text>
  return (
    <div className={classes['agents']}>
      <Table verticalSpacing={4} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('agent')}</Table.Th>
            <Table.Th>{t('doing')}</Table.Th>
            <Table.Th ta="end">{t('since')}</Table.Th>
            <Table.Th ta="end">{t('answeredToday')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {today.agents.map((agent) => (
            <Table.Tr key={agent.agentId}>
              <Table.Td>{agent.name}</Table.Td>
              <Table.Td>
                <Badge variant="light" color={stateColors[agent.state]} tt="none" fw={550} className={classes['state']}>
                  {agent.reason ?? t(agent.state)}
                </Badge>
              </Table.Td>
              <Table.Td ta="end">{formats.duration((now - Date.parse(agent.since)) / 1000)}</Table.Td>
              <Table.Td ta="end">{formats.number(agent.answeredToday)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
