import { Button, SegmentedControl, Text } from '@mantine/core'
import { useCallback, useState } from 'react'

import type { ForecastDay, ForecastTogether } from '@pult/contract/forecast'

import { axes, Chart, tooltip, type ChartColors } from '../ui/Chart.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { baseSeries } from './base-series.ts'
import { bandSeries } from '../ui/band-series.ts'
import { forecastText } from './forecast-text.ts'
import { grains, type Grain } from './forecast-view.ts'

/** A day, or a week that begins on it; of a week that the forecast cuts, how many of its days are in it. */
export type Total = Omit<ForecastDay, 'queueId'> & { readonly onlyDays?: number }

interface DayTotalsProps {
  readonly days: readonly Total[]
  readonly weeks: readonly Total[]
  /** Where several queues are shown: how their bands were joined. */
  readonly together: ForecastTogether | null
  readonly grain: Grain
  readonly onGrain: (grain: Grain) => void
  readonly onPick: (day: string) => void
}

/** Expected contacts of each day or week with its band; a click on a day looks at it closely. */
export function DayTotals({ days, weeks, together, grain, onGrain, onPick }: DayTotalsProps) {
  const t = useText(forecastText)
  const formats = useFormats()
  const [isTable, setTable] = useState(false)
  const sums = grain === 'day' ? days : weeks
  const option = useCallback(
    (colors: ChartColors) => {
      const main = colors.series[0] ?? ''
      const whole = (value: (sum: Total) => number): (number | null)[] =>
        sums.map((sum) => (sum.onlyDays === undefined ? value(sum) : null))
      const isCut = sums.some(({ onlyDays }) => onlyDays !== undefined)
      const isLayered = sums.some(({ offered, baseOffered }) => offered !== baseOffered)
      return {
        grid: { left: 50, right: 12, top: 12, bottom: 48 },
        legend: {
          bottom: 0,
          textStyle: { color: colors.text },
          data: [
            t('expected'),
            t('band80'),
            ...(isLayered ? [t('withoutLayers')] : []),
            ...(isCut ? [t('cutWeek')] : []),
          ],
        },
        tooltip: {
          ...tooltip(colors),
          trigger: 'axis',
          formatter: (points: { dataIndex: number }[]) => {
            const day = sums[points[0]?.dataIndex ?? 0]
            if (day === undefined) return ''
            const cut = day.onlyDays === undefined ? '' : `: ${t('onlyDays', { count: day.onlyDays })}`
            return `${formats.date(day.day)}${cut}<br><b>${formats.number(day.offered, 0)}</b> (${formats.number(day.p10, 0)}–${formats.number(day.p90, 0)})`
          },
        },
        xAxis: { type: 'category', data: sums.map(({ day }) => formats.date(day)), ...axes(colors) },
        yAxis: { type: 'value', ...axes(colors) },
        series: [
          ...bandSeries(
            t('band80'),
            whole(({ p10 }) => p10),
            whole(({ p90 }) => p90),
            main,
            0.22,
          ),
          { type: 'line', name: t('expected'), data: whole(({ offered }) => offered), symbolSize: 7, color: main },
          ...(isCut ? [cutSeries(t('cutWeek'), sums, main)] : []),
          ...(isLayered
            ? [
                baseSeries(
                  t('withoutLayers'),
                  whole(({ baseOffered }) => baseOffered),
                  colors.text,
                ),
              ]
            : []),
        ],
      }
    },
    [sums, formats, t],
  )
  const title = t(grain === 'day' ? 'days' : 'weeks')
  return (
    <Section
      title={title}
      actions={
        <>
          <Button variant="subtle" color="gray" size="xs" onClick={() => setTable(!isTable)}>
            {t(isTable ? 'asChart' : 'asTable')}
          </Button>
          <SegmentedControl
            size="xs"
            aria-label={t('grain')}
            value={grain}
            onChange={(value) => onGrain(value === 'week' ? 'week' : 'day')}
            data={grains.map((one) => ({ value: one, label: t(`grain_${one}`) }))}
          />
        </>
      }
    >
      {isTable ? (
        <TotalsTable label={title} sums={sums} />
      ) : (
        <Chart
          label={title}
          option={option}
          onPick={({ dataIndex }) => grain === 'day' && onPick(sums[dataIndex]?.day ?? '')}
        />
      )}
      <Text size="sm" c="dimmed">
        {t(grain === 'day' ? 'daysHint' : 'weeksHint')}
        {sums.some(({ onlyDays }) => onlyDays !== undefined) && <> {t('cutWeekHint')}</>}
        {together !== null && (
          <>
            {' '}
            <HowJoined together={together} grain={grain} />
          </>
        )}
      </Text>
    </Section>
  )
}

/** Weeks that the forecast cuts stand apart from the line: their sums are lower because they hold fewer days. */
const cutSeries = (name: string, sums: readonly Total[], color: string): object => ({
  type: 'line',
  name,
  data: sums.map(({ offered, onlyDays }) => (onlyDays === undefined ? null : offered)),
  color,
  symbol: 'emptyDiamond',
  symbolSize: 10,
  lineStyle: { opacity: 0 },
})

function HowJoined({ together, grain }: { readonly together: ForecastTogether; readonly grain: Grain }) {
  const t = useText(forecastText)
  const formats = useFormats()
  const { how, dayCorrelation, weekCorrelation, commonDays } = together
  if (how === 'summed') return t('bandsSummed')
  return t('bandsJoined', {
    correlation: formats.number(grain === 'day' ? dayCorrelation : weekCorrelation, 2),
    count: commonDays,
  })
}

function TotalsTable({ label, sums }: { readonly label: string; readonly sums: readonly Total[] }) {
  const t = useText(forecastText)
  const formats = useFormats()
  const number = (key: string, title: string, value: (sum: Total) => string): ListColumn<Total> => ({
    key,
    title,
    isNumber: true,
    cell: value,
  })
  const columns: ListColumn<Total>[] = [
    {
      key: 'day',
      title: t('from_day'),
      cell: ({ day, onlyDays }) => (
        <>
          {formats.date(day)}
          {onlyDays !== undefined && (
            <Text size="xs" c="dimmed">
              {t('onlyDays', { count: onlyDays })}
            </Text>
          )}
        </>
      ),
    },
    number('offered', t('total'), ({ offered }) => formats.number(offered, 0)),
    number('p10', t('from'), ({ p10 }) => formats.number(p10, 0)),
    number('p90', t('to'), ({ p90 }) => formats.number(p90, 0)),
    number('aht', t('aht'), ({ offered, workSeconds }) => formats.duration(offered > 0 ? workSeconds / offered : null)),
    number('work', t('work'), ({ workSeconds }) => formats.number(workSeconds / 3600, 1)),
  ]
  return <ListTable label={label} columns={columns} rows={sums} rowKey={({ day }) => day} empty={null} />
}
