import { useCallback } from 'react'

import type { Intraday, IntradayInterval } from '@pult/contract/intraday'

import { bandSeries } from '../ui/band-series.ts'
import { axes, Chart, tooltip, type ChartColors } from '../ui/Chart.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { intradayText } from './intraday-text.ts'

interface IntervalsProps {
  readonly intervals: readonly IntradayInterval[]
}

/** Plan with its band, what came, and the rest as it is expected now. */
export function ContactsChart({ intervals }: IntervalsProps) {
  const t = useText(intradayText)
  const formats = useFormats()
  const option = useCallback(
    (colors: ChartColors) => {
      const [main = '', second = ''] = colors.series
      const pick = <Key extends keyof IntradayInterval>(name: Key): IntradayInterval[Key][] =>
        intervals.map((one) => one[name])
      return {
        grid: { left: 44, right: 12, top: 12, bottom: 64 },
        legend: {
          // On a phone its five words would climb over the hours.
          type: 'scroll',
          bottom: 0,
          textStyle: { color: colors.text },
          pageTextStyle: { color: colors.text },
          pageIconColor: colors.text,
          data: [t('plan'), t('bandPlan'), t('bandNow'), t('expected'), t('happened')],
        },
        tooltip: {
          ...tooltip(colors),
          trigger: 'axis',
          formatter: (points: { dataIndex: number }[]) => {
            const one = intervals[points[0]?.dataIndex ?? 0]
            if (one === undefined) return ''
            const band = (low: number, high: number): string => `${formats.number(low, 0)}–${formats.number(high, 0)}`
            const fact =
              one.came === null
                ? `${t('expected')}: <b>${formats.number(one.expected, 1)}</b> (${band(one.expectedP10, one.expectedP90)})`
                : `${t('happened')}: <b>${formats.number(one.came)}</b>`
            return `${formats.time(one.at)}<br>${t('plan')}: <b>${formats.number(one.planned, 1)}</b> (${band(one.plannedP10, one.plannedP90)})<br>${fact}`
          },
        },
        xAxis: { type: 'category', data: intervals.map(({ at }) => formats.time(at)), ...axes(colors) },
        yAxis: { type: 'value', ...axes(colors) },
        series: [
          ...bandSeries(t('bandPlan'), pick('plannedP10'), pick('plannedP90'), main, 0.12),
          ...bandSeries(t('bandNow'), pick('expectedP10'), pick('expectedP90'), main, 0.28),
          {
            type: 'line',
            name: t('plan'),
            data: pick('planned'),
            symbol: 'none',
            color: main,
            lineStyle: { type: 'dashed' },
          },
          {
            type: 'line',
            name: t('expected'),
            data: intervals.map(({ came, expected }) => (came === null ? expected : null)),
            symbol: 'none',
            color: main,
          },
          { type: 'line', name: t('happened'), data: pick('came'), symbolSize: 5, color: second, connectNulls: false },
        ],
      }
    },
    [intervals, formats, t],
  )
  return <Chart label={t('contacts')} option={option} />
}

/** Agents that the plan counts on, and those that what is expected now needs. */
export function AgentsChart({ intervals }: IntervalsProps) {
  const t = useText(intradayText)
  const formats = useFormats()
  const option = useCallback(
    (colors: ChartColors) => ({
      grid: { left: 44, right: 12, top: 12, bottom: 48 },
      legend: { bottom: 0, textStyle: { color: colors.text } },
      tooltip: { ...tooltip(colors), trigger: 'axis', valueFormatter: (value: number) => formats.number(value, 0) },
      xAxis: { type: 'category', data: intervals.map(({ at }) => formats.time(at)), ...axes(colors) },
      yAxis: { type: 'value', ...axes(colors) },
      series: [
        {
          type: 'line',
          step: 'middle',
          symbol: 'none',
          name: t('plannedAgents'),
          data: intervals.map(({ plannedAgents }) => plannedAgents),
          color: colors.series[0],
        },
        {
          type: 'bar',
          name: t('needed'),
          data: intervals.map(({ neededAgents }) => neededAgents),
          color: colors.series[1],
        },
      ],
    }),
    [intervals, formats, t],
  )
  return <Chart label={t('agents')} option={option} height={220} />
}

/** Who was there, beside who was counted on. */
export function PresenceChart({ presence }: { readonly presence: Intraday['presence'] }) {
  const t = useText(intradayText)
  const formats = useFormats()
  const option = useCallback(
    (colors: ChartColors) => ({
      grid: { left: 44, right: 12, top: 12, bottom: 48 },
      legend: { bottom: 0, textStyle: { color: colors.text } },
      tooltip: { ...tooltip(colors), trigger: 'axis', valueFormatter: (value: number) => formats.number(value, 1) },
      xAxis: { type: 'category', data: presence.map(({ at }) => formats.time(at)), ...axes(colors) },
      yAxis: { type: 'value', ...axes(colors) },
      series: [
        { type: 'bar', name: t('present'), data: presence.map(({ present }) => present), color: colors.series[1] },
        {
          type: 'line',
          step: 'middle',
          symbol: 'none',
          name: t('plannedAgents'),
          data: presence.map(({ planned }) => planned),
          color: colors.series[0],
        },
      ],
    }),
    [presence, formats, t],
  )
  return <Chart label={t('presence')} option={option} height={220} />
}
