import { useCallback, useMemo } from 'react'

import type { RequirementInterval } from '@pult/contract/staffing'

import { axes, Chart, tooltip, type ChartColors } from '../ui/Chart.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { staffingText } from './staffing-text.ts'

type Intervals = readonly RequirementInterval[]

interface AgentsByDayProps {
  readonly title: string
  readonly intervals: Intervals
  readonly onPick: (at: string) => void
}

/** One day by intervals; a click asks why. */
export function AgentsByDay({ title, intervals, onPick }: AgentsByDayProps) {
  const t = useText(staffingText)
  const formats = useFormats()
  const option = useCallback(
    (colors: ChartColors) => ({
      grid: { left: 44, right: 12, top: 12, bottom: 48 },
      legend: { bottom: 0, textStyle: { color: colors.text } },
      tooltip: { ...tooltip(colors), trigger: 'axis', valueFormatter: (value: number) => formats.number(value, 1) },
      xAxis: { type: 'category', data: intervals.map(({ at }) => formats.time(at)), ...axes(colors) },
      yAxis: { type: 'value', ...axes(colors) },
      series: [
        { type: 'bar', name: t('needed'), data: intervals.map(({ needed }) => needed), color: colors.series[0] },
        {
          type: 'line',
          step: 'middle',
          symbol: 'none',
          name: t('scheduled'),
          data: intervals.map(({ scheduled }) => scheduled),
          color: colors.series[1],
        },
      ],
    }),
    [intervals, formats, t],
  )
  return (
    <Section title={title}>
      {intervals.some(({ needed }) => needed !== null) ? (
        <Chart label={title} option={option} onPick={({ dataIndex }) => onPick(intervals[dataIndex]?.at ?? '')} />
      ) : (
        <EmptyState title={t('nothingOnDay')}>
          {t(intervals.length > 0 ? 'nothingKnownTarget' : 'nothingOnDayHint')}
        </EmptyState>
      )}
    </Section>
  )
}

interface DayHoursProps {
  readonly intervals: Intervals
  /** Of one interval. */
  readonly hours: number
  readonly onPick: (day: string) => void
}

/** Person-hours of each day; a click looks at the day closely. */
export function DayHours({ intervals, hours, onPick }: DayHoursProps) {
  const t = useText(staffingText)
  const formats = useFormats()
  const days = useMemo(
    () => [...Map.groupBy(intervals, ({ at }) => formats.today(Date.parse(at)))],
    [intervals, formats],
  )
  const option = useCallback(
    (colors: ChartColors) => ({
      grid: { left: 50, right: 12, top: 12, bottom: 48 },
      legend: { bottom: 0, textStyle: { color: colors.text } },
      tooltip: { ...tooltip(colors), trigger: 'axis', valueFormatter: (value: number) => formats.number(value, 1) },
      xAxis: { type: 'category', data: days.map(([day]) => formats.date(day)), ...axes(colors) },
      yAxis: { type: 'value', ...axes(colors) },
      series: (['needed', 'scheduled'] as const).map((name, place) => ({
        type: 'bar',
        name: t(name),
        data: days.map(([, ofDay]) =>
          ofDay.every((one) => one[name] === null)
            ? null
            : ofDay.reduce((sum, one) => sum + (one[name] ?? 0) * hours, 0),
        ),
        color: colors.series[place],
      })),
    }),
    [days, hours, formats, t],
  )
  return (
    <Section title={t('perDay')}>
      <Chart label={t('perDay')} option={option} onPick={({ dataIndex }) => onPick(days[dataIndex]?.[0] ?? '')} />
    </Section>
  )
}

/** Weekday × time of day: the most agents needed at that time. */
export function AgentsMap({ intervals }: { readonly intervals: Intervals }) {
  const t = useText(staffingText)
  const formats = useFormats()
  const option = useCallback(
    (colors: ChartColors) => {
      const most = new Map<string, number>()
      for (const { at, needed } of intervals) {
        // Where no number is enough, none is known: that is not zero.
        if (needed === null) continue
        const date = new Date(`${formats.today(Date.parse(at))}T00:00Z`)
        const key = `${formats.time(at)} ${(date.getUTCDay() + 6) % 7}`
        most.set(key, Math.max(most.get(key) ?? 0, needed))
      }
      const times = [...new Set(intervals.map(({ at }) => formats.time(at)))].toSorted()
      const cells = [...most].map(([key, value]) => {
        const [time = '', weekday = ''] = key.split(' ')
        return [times.indexOf(time), Number(weekday), value]
      })
      return {
        grid: { left: 46, right: 10, top: 8, bottom: 84 },
        tooltip: tooltip(colors),
        xAxis: { type: 'category', data: times, ...axes(colors), splitLine: { show: false } },
        yAxis: {
          type: 'category',
          inverse: true,
          data: [1, 2, 3, 4, 5, 6, 7].map((weekday) => formats.weekday(weekday)),
          ...axes(colors),
          splitLine: { show: false },
        },
        visualMap: {
          min: 0,
          max: Math.max(1, ...most.values()),
          calculable: true,
          orient: 'horizontal',
          left: 'center',
          bottom: 0,
          itemHeight: 160,
          textStyle: { color: colors.text, fontSize: 11 },
          inRange: { color: [...colors.heat] },
        },
        series: [{ type: 'heatmap', data: cells, itemStyle: { borderColor: colors.surface, borderWidth: 1 } }],
      }
    },
    [intervals, formats],
  )
  return (
    <Section title={t('map')}>
      <Chart label={t('map')} option={option} height={340} />
    </Section>
  )
}
