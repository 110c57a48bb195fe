import { Group, Select, Text } from '@mantine/core'
import { useCallback, useMemo } from 'react'

import { scheduleReports, type Coverage } from '@pult/contract/schedule-reports'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { axes, Chart, tooltip, type ChartColors } from '../ui/Chart.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { coverageCells, type CoverageCell } from './coverage-cells.ts'
import type { DeskProps } from './desk-props.ts'
import { deskText } from './desk-text.ts'

const ALL = 'all'

/** Where agents are short and where there are more than needed, day by half-hour; a square leads to its day. */
export function CoverageTab({ roster, view, setView }: DeskProps) {
  const t = useText(deskText)
  const { centerId } = useCenter()
  const params = { centerId, rosterId: roster.rosterId }
  const reply = useReply(scheduleReports.readCoverage, { params }, { live: ['schedule'], keepFormer: true })
  return (
    <Reply reply={reply}>
      {(coverage) => (
        <Section
          title={t('coverageTitle')}
          actions={
            <Select
              aria-label={t('queue')}
              w={240}
              allowDeselect={false}
              value={view.queue === null ? ALL : String(view.queue)}
              onChange={(queue) => setView({ queue: queue === ALL ? null : Number(queue) })}
              data={[
                { value: ALL, label: t('allQueues') },
                ...coverage.queues.map(({ queueId, name }) => ({ value: String(queueId), label: name })),
              ]}
            />
          }
        >
          <Sums coverage={coverage} />
          <CoverageMap
            coverage={coverage}
            queueId={view.queue}
            onDay={(day) => setView({ tab: 'day', day }, { asStep: true })}
          />
        </Section>
      )}
    </Reply>
  )
}

function Sums({ coverage }: { readonly coverage: Coverage }) {
  const t = useText(deskText)
  const formats = useFormats()
  const sum = (of: (day: Coverage['days'][number]) => number): number =>
    coverage.days.reduce((total, day) => total + of(day), 0)
  const needed = sum(({ hoursNeeded }) => hoursNeeded)
  const short = sum(({ hoursShort }) => hoursShort)
  const over = sum(({ hoursOver }) => hoursOver)
  return (
    <Group gap="lg" mb="xs">
      <Text size="sm">{t('sumNeeded', { hours: formats.number(Math.round(needed)) })}</Text>
      <Text size="sm" c={short > 0 ? 'var(--pult-bad)' : 'dimmed'}>
        {t('sumShort', {
          hours: formats.number(Math.round(short)),
          share: formats.percent(needed > 0 ? short / needed : null),
        })}
      </Text>
      <Text size="sm" c="dimmed">
        {t('sumOver', {
          hours: formats.number(Math.round(over)),
          share: formats.percent(needed > 0 ? over / needed : null),
        })}
      </Text>
    </Group>
  )
}

interface CoverageMapProps {
  readonly coverage: Coverage
  readonly queueId: number | null
  readonly onDay: (day: string) => void
}

const HALF_HOURS = 48
const ROW_PX = 22

function CoverageMap({ coverage, queueId, onDay }: CoverageMapProps) {
  const t = useText(deskText)
  const formats = useFormats()
  const cells = useMemo(
    () => coverageCells(coverage, queueId, (instant) => ({ day: formats.today(instant), time: formats.time(instant) })),
    [coverage, queueId, formats],
  )
  const days = useMemo(() => coverage.days.map(({ day }) => day), [coverage])
  const option = useCallback(
    (colors: ChartColors) => {
      const most = Math.max(1, ...cells.map(({ posts, needed }) => Math.abs(posts - needed)))
      return {
        grid: { left: 74, right: 10, top: 8, bottom: 88 },
        tooltip: {
          ...tooltip(colors),
          formatter: ({ data }: { data: [number, number, number, CoverageCell] }) => {
            const [, , , cell] = data
            return `${formats.longDate(cell.day)}, ${formats.clock(cell.halfHour * 30)}<br>${t('cellOf', {
              posts: formats.number(cell.posts, 1),
              needed: formats.number(cell.needed, 1),
              difference: formats.signed(cell.posts - cell.needed, 1),
            })}`
          },
        },
        xAxis: {
          type: 'category',
          data: Array.from({ length: HALF_HOURS }, (_, halfHour) => formats.clock(halfHour * 30)),
          ...axes(colors),
          splitLine: { show: false },
        },
        yAxis: {
          type: 'category',
          inverse: true,
          data: days.map((day) => `${formats.weekday(new Date(day).getUTCDay() || 7)} ${formats.dayMonth(day)}`),
          ...axes(colors),
          splitLine: { show: false },
        },
        visualMap: {
          min: -most,
          max: most,
          calculable: true,
          orient: 'horizontal',
          left: 'center',
          bottom: 0,
          itemHeight: 160,
          dimension: 2,
          textStyle: { color: colors.text, fontSize: 11 },
          text: [t('over'), t('short')],
          formatter: (value: number) => formats.signed(Math.round(value)),
          // Short is brick, enough is paper, more than enough is blue: told apart by lightness too.
          inRange: { color: ['#8f2d20', '#e69484', colors.surface, '#9db8c9', '#3a6f96'] },
        },
        series: [
          {
            type: 'heatmap',
            data: cells.map((cell) => [cell.halfHour, days.indexOf(cell.day), cell.posts - cell.needed, cell]),
            itemStyle: { borderColor: colors.line, borderWidth: 0.5 },
          },
        ],
      }
    },
    [cells, days, formats, t],
  )
  return (
    <Chart
      label={t('coverageTitle')}
      option={option}
      height={134 + days.length * ROW_PX}
      onPick={({ value }) => {
        const [, row = 0] = value as number[]
        const day = days[row]
        if (day !== undefined) onDay(day)
      }}
    />
  )
}
