import { Text } from '@mantine/core'
import { useCallback } from 'react'

import type { ForecastInterval } from '@pult/contract/forecast'

import { axes, Chart, tooltip, type ChartColors } from '../ui/Chart.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { forecastText } from './forecast-text.ts'

/** Weekday × time of day: the mean of expected contacts over the forecast's weeks. */
export function LoadMap({ intervals }: { readonly intervals: readonly ForecastInterval[] }) {
  const t = useText(forecastText)
  const formats = useFormats()
  const option = useCallback(
    (colors: ChartColors) => {
      const { times, cells } = meanByWeekday(intervals, formats)
      return {
        grid: { left: 46, right: 10, top: 8, bottom: 84 },
        tooltip: {
          ...tooltip(colors),
          formatter: ({ value }: { value: number[] }) =>
            `${formats.weekday((value[1] ?? 0) + 1, 'long')}, ${times[value[0] ?? 0]}<br><b>${formats.number(value[2], 1)}</b>`,
        },
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
          max: Math.max(...cells.map(([, , value]) => value), 0.0001),
          calculable: true,
          orient: 'horizontal',
          left: 'center',
          bottom: 0,
          itemHeight: 160,
          textStyle: { color: colors.text, fontSize: 11 },
          formatter: (value: number) => formats.number(value, 0),
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
      <Text size="sm" c="dimmed">
        {t('mapHint')}
      </Text>
    </Section>
  )
}

type Cell = [time: number, weekday: number, value: number]

function meanByWeekday(
  intervals: readonly ForecastInterval[],
  formats: ReturnType<typeof useFormats>,
): { times: string[]; cells: Cell[] } {
  const sums = new Map<
    string,
    { readonly weekday: number; readonly time: string; offered: number; readonly days: Set<string> }
  >()
  for (const { at, offered } of intervals) {
    const day = formats.today(Date.parse(at))
    const weekday = (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7
    const time = formats.time(at)
    const sum = sums.get(`${weekday} ${time}`) ?? { weekday, time, offered: 0, days: new Set<string>() }
    sum.offered += offered
    sum.days.add(day)
    sums.set(`${weekday} ${time}`, sum)
  }
  const times = [...new Set([...sums.values()].map(({ time }) => time))].toSorted()
  const cells = [...sums.values()].map(({ weekday, time, offered, days }): Cell => [
    times.indexOf(time),
    weekday,
    offered / days.size,
  ])
  return { times, cells }
}
