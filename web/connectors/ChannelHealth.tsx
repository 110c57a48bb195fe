import { Group, Stack, Text, Tooltip } from '@mantine/core'

import { connectors, type Connector, type ConnectorDay, type ConnectorOutage } from '@pult/contract/connectors'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useSaid, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import classes from './ChannelHealth.module.css'
import { connectorsText } from './connectors-text.ts'

const DAYS = 30

/** How much of its opening hours a channel was there, day by day, and when it was not. */
export function ChannelHealth({ connector }: { readonly connector: Connector }) {
  const t = useText(connectorsText)
  const { centerId } = useCenter()
  const { connectorId, name } = connector
  const reply = useReply(
    connectors.readHealth,
    { params: { centerId, connectorId }, query: { days: DAYS } },
    { live: ['connectors'], keepFormer: true },
  )
  return (
    <Section title={t('availability', { name, days: String(DAYS) })}>
      <Reply reply={reply}>
        {({ days, outages }) => (
          <Stack gap="md">
            <Bars days={days} />
            <Outages outages={outages} hasEvents={sumOf(days, 'events') > 0} />
          </Stack>
        )}
      </Reply>
    </Section>
  )
}

const shareOf = ({ openMs, downMs }: Pick<ConnectorDay, 'openMs' | 'downMs'>): number | null =>
  openMs === 0 ? null : (openMs - downMs) / openMs

/** A bar a day: as high as the share of opening hours in which the channel was there. */
function Bars({ days }: { readonly days: readonly ConnectorDay[] }) {
  const t = useText(connectorsText)
  const formats = useFormats()
  const whole = { openMs: sumOf(days, 'openMs'), downMs: sumOf(days, 'downMs') }
  const wordsOf = (day: ConnectorDay): string => {
    const share = shareOf(day)
    const date = formats.longDate(day.date)
    return share === null
      ? t('dayClosed', { day: date })
      : t('dayWords', { day: date, percent: formats.percent(share, 1), events: formats.number(day.events) })
  }
  return (
    <Stack gap={4}>
      <Text size="sm">
        {t('overall', { percent: formats.percent(shareOf(whole), 2), hours: formats.hours(whole.openMs / 1000) })}
      </Text>
      <div className={classes['bars']} role="list">
        {days.map((day) => (
          <Tooltip key={day.date} label={wordsOf(day)}>
            <div className={classes['day']} role="listitem" aria-label={wordsOf(day)}>
              <div
                className={classes['bar']}
                data-look={lookOf(shareOf(day))}
                style={{ height: `${Math.max(6, (shareOf(day) ?? 0) * 100)}%` }}
              />
            </div>
          </Tooltip>
        ))}
      </div>
      <Group justify="space-between" aria-hidden>
        <Text size="xs" c="dimmed">
          {formats.dayMonth(days[0]?.date)}
        </Text>
        <Text size="xs" c="dimmed">
          {formats.dayMonth(days.at(-1)?.date)}
        </Text>
      </Group>
    </Stack>
  )
}

const lookOf = (share: number | null): string => (share === null ? 'none' : share >= 0.999 ? 'whole' : 'less')

const sumOf = (days: readonly ConnectorDay[], field: 'openMs' | 'downMs' | 'events'): number =>
  days.reduce((sum, day) => sum + day[field], 0)

interface OutagesProps {
  readonly outages: readonly ConnectorOutage[]
  readonly hasEvents: boolean
}

function Outages({ outages, hasEvents }: OutagesProps) {
  const t = useText(connectorsText)
  const said = useSaid()
  const formats = useFormats()
  const columns: ListColumn<ConnectorOutage>[] = [
    { key: 'from', title: t('from'), cell: ({ startedAt }) => formats.dateTime(startedAt) },
    { key: 'to', title: t('to'), cell: ({ endedAt }) => (endedAt === null ? t('stillOn') : formats.dateTime(endedAt)) },
    {
      key: 'why',
      title: t('why'),
      cell: ({ reason, said: why }) => (
        <span style={{ overflowWrap: 'anywhere' }}>
          {t(`reason_${reason}`)}
          {why.en === '' ? '' : ` · ${said(why)}`}
        </span>
      ),
    },
  ]
  return (
    <ListTable
      label={t('outages')}
      columns={columns}
      rows={outages}
      rowKey={({ startedAt, reason }) => `${startedAt} ${reason}`}
      atOnce={20}
      empty={
        <Text size="sm" c="dimmed">
          {t(hasEvents ? 'noOutages' : 'nothingCame')}
        </Text>
      }
    />
  )
}
