import { Text } from '@mantine/core'
import { useCallback, useMemo } from 'react'

import type { ForecastDay } from '@pult/contract/forecast'

import { axes, Chart, tooltip, type ChartColors } from '../ui/Chart.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { baseSeries } from './base-series.ts'
import { bandSeries } from '../ui/band-series.ts'
import { forecastText } from './forecast-text.ts'

interface DayTotalsProps {
  readonly days: readonly ForecastDay[]
  readonly onPick: (day: string) => void
}

/** Expected contacts of each day with the band of the day; a click looks at the day closely. */
export function DayTotals({ days, onPick }: DayTotalsProps) {
  const t = useText(forecastText)
  const formats = useFormats()
  const sums = useMemo(() => sumOfDays(days), [days])
  const option = useCallback(
    (colors: ChartColors) => {
      const main = colors.series[0] ?? ''
      const isLayered = sums.some(({ offered, baseOffered }) => offered !== baseOffered)
      return {
        grid: { left: 50, right: 12, top: 12, bottom: 48 },
        legend: {
          bottom: 0,
          textStyle: { color: colors.text },
          data: [t('expected'), t('band80'), ...(isLayered ? [t('withoutLayers')] : [])],
        },
        tooltip: {
          ...tooltip(colors),
          trigger: 'axis',
          formatter: (points: { dataIndex: number }[]) => {
            const day = sums[points[0]?.dataIndex ?? 0]
            if (day === undefined) return ''
            return `${formats.date(day.day)}<br><b>${formats.number(day.offered, 0)}</b> (${formats.number(day.p10, 0)}–${formats.number(day.p90, 0)})`
          },
        },
        xAxis: { type: 'category', data: sums.map(({ day }) => formats.date(day)), ...axes(colors) },
        yAxis: { type: 'value', ...axes(colors) },
        series: [
          ...bandSeries(
            t('band80'),
            sums.map(({ p10 }) => p10),
            sums.map(({ p90 }) => p90),
            main,
            0.22,
          ),
          { type: 'line', name: t('expected'), data: sums.map(({ offered }) => offered), symbolSize: 7, color: main },
          ...(isLayered
            ? [
                baseSeries(
                  t('withoutLayers'),
                  sums.map(({ baseOffered }) => baseOffered),
                  colors.text,
                ),
              ]
            : []),
        ],
      }
    },
    [sums, formats, t],
  )
  return (
    <Section title={t('days')}>
      <Chart label={t('days')} option={option} onPick={({ dataIndex }) => onPick(sums[dataIndex]?.day ?? '')} />
      <Text size="sm" c="dimmed">
        {t('daysHint')}
      </Text>
    </Section>
  )
}

function sumOfDays(days: readonly ForecastDay[]): ForecastDay[] {
  const byDay = new Map<string, ForecastDay>()
  for (const day of days) {
    const sum = byDay.get(day.day)
    byDay.set(
      day.day,
      sum === undefined
        ? day
        : {
            ...sum,
            offered: sum.offered + day.offered,
            baseOffered: sum.baseOffered + day.baseOffered,
            p10: sum.p10 + day.p10,
            p90: sum.p90 + day.p90,
            workSeconds: sum.workSeconds + day.workSeconds,
          },
    )
  }
  return [...byDay.values()].toSorted((left, right) => left.day.localeCompare(right.day))
}
