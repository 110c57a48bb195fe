import { Text } from '@mantine/core'
import { useCallback } from 'react'

import { forecast, type ForecastInterval } from '@pult/contract/forecast'
import { measures, plainQuestion, type MeasureQuery } from '@pult/contract/measures'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { axes, Chart, tooltip, type ChartColors } from '../ui/Chart.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { addDays } from '../ui/period.ts'
import { baseSeries } from './base-series.ts'
import { bandSeries } from '../ui/band-series.ts'
import { forecastText } from './forecast-text.ts'

interface DayCurveProps {
  readonly forecastId: number
  readonly queueId: number
  readonly day: string
  readonly intervalMinutes: 15 | 30 | 60
}

/** One day of one queue by intervals: expected, bands, and what has come. */
export function DayCurve({ forecastId, queueId, day, intervalMinutes }: DayCurveProps) {
  const t = useText(forecastText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const reply = useReply(
    forecast.readForecastIntervals,
    { params: { centerId, forecastId }, query: { queueId, firstDay: day, lastDay: day } },
    { keepFormer: true },
  )
  const body: MeasureQuery = {
    ...plainQuestion,
    from: day,
    to: addDays(day, 1),
    measures: ['offered'],
    splitBy: ['interval'],
    intervalMinutes,
    filters: { queueIds: [queueId] },
  }
  const actual = useReply(measures.queryMeasures, { params: { centerId }, body }, { keepFormer: true })
  const came = new Map(
    (actual.data?.rows ?? []).map(({ keys, figures }) => [Date.parse(String(keys[0]?.key)), figures[0]?.value ?? null]),
  )
  return (
    <Section title={t('day', { day: formats.date(day) })}>
      <Reply reply={reply}>{({ intervals }) => <Curve intervals={intervals} came={came} />}</Reply>
      <Text size="sm" c="dimmed">
        {t('dayHint')}
      </Text>
    </Section>
  )
}

interface CurveProps {
  readonly intervals: readonly ForecastInterval[]
  readonly came: ReadonlyMap<number, number | null>
}

function Curve({ intervals, came }: CurveProps) {
  const t = useText(forecastText)
  const formats = useFormats()
  const option = useCallback(
    (colors: ChartColors) => {
      const [main = '', second = ''] = colors.series
      const pick = (name: 'p025' | 'p10' | 'p90' | 'p975' | 'offered'): number[] => intervals.map((one) => one[name])
      const isLayered = intervals.some(({ offered, baseOffered }) => offered !== baseOffered)
      const happened = intervals.map(({ at }) => came.get(Date.parse(at)) ?? null)
      return {
        grid: { left: 44, right: 12, top: 12, bottom: 48 },
        legend: {
          // On a phone its words would climb over the hours.
          type: 'scroll',
          bottom: 0,
          textStyle: { color: colors.text },
          pageTextStyle: { color: colors.text },
          pageIconColor: colors.text,
          data: [t('expected'), t('came'), t('band80'), t('band95'), ...(isLayered ? [t('withoutLayers')] : [])],
        },
        tooltip: {
          ...tooltip(colors),
          trigger: 'axis',
          formatter: (points: { dataIndex: number }[]) => {
            const place = points[0]?.dataIndex ?? 0
            const one = intervals[place]
            if (one === undefined) return ''
            const known = happened[place]
            const fact =
              known === null || known === undefined ? '' : `<br>${t('came')}: <b>${formats.number(known)}</b>`
            return `${formats.time(one.at)}<br>${t('expected')}: <b>${formats.number(one.offered, 1)}</b> (${formats.number(one.p10, 0)}–${formats.number(one.p90, 0)})${fact}<br>${t('aht')}: ${formats.duration(one.ahtSeconds)}`
          },
        },
        xAxis: { type: 'category', data: intervals.map(({ at }) => formats.time(at)), ...axes(colors) },
        yAxis: { type: 'value', ...axes(colors) },
        series: [
          ...bandSeries(t('band95'), pick('p025'), pick('p975'), main, 0.12),
          ...bandSeries(t('band80'), pick('p10'), pick('p90'), main, 0.2),
          { type: 'line', name: t('expected'), data: pick('offered'), symbol: 'none', color: main },
          ...(isLayered
            ? [
                baseSeries(
                  t('withoutLayers'),
                  intervals.map(({ baseOffered }) => baseOffered),
                  colors.text,
                ),
              ]
            : []),
          { type: 'line', name: t('came'), data: happened, symbolSize: 5, color: second, connectNulls: false },
        ],
      }
    },
    [intervals, came, formats, t],
  )
  return <Chart label={t('days')} option={option} />
}
