import type { MeasureColumn, MeasureReply, MeasureRow, Split } from '@pult/contract/measures'
import type { ReportChart } from '@pult/contract/report-words'
import { clockAt, createZone } from '@pult/engine/time'

import { barChart, lineChart } from './charts.ts'
import type { Tongue } from './tongue.ts'

/** Side by side. */
const MOST_CHARTS = 2
/** More points are a smear on paper; the table has them. */
const MOST_POINTS = 62

const inTime: ReadonlySet<Split> = new Set(['interval', 'day', 'week', 'month', 'weekday', 'hour', 'slot'])

/** The course of a view's first measures, where it is told by one stretch of time after another. */
export function viewCharts(
  { splitBy, rows, measures, total, period, timeZone }: MeasureReply,
  tongue: Tongue,
): ReportChart[] {
  const [split, ...others] = splitBy
  if (split === undefined || others.length > 0 || !inTime.has(split)) return []
  if (rows.length < 2 || rows.length > MOST_POINTS) return []
  const zone = createZone(timeZone)
  const isOneDay = zone.localDate(Date.parse(period.from)) === zone.localDate(Date.parse(period.to) - 1)
  const momentOf = (at: number): string =>
    isOneDay ? clockAt(zone, at) : `${tongue.dayMonth(zone.localDate(at))} ${clockAt(zone, at)}`
  return measures.slice(0, MOST_CHARTS).map((column, index) => {
    const points = rows.map((row) => ({
      label: split === 'interval' ? momentOf(Date.parse(keyOf(row))) : labelOf(row, split, tongue),
      value: row.figures[index]?.value ?? null,
    }))
    const label = column.name[tongue.language]
    if (column.unit === 'fraction')
      return lineChart(points, {
        label,
        write: (value) => tongue.percent(value),
        target: total.figures[index]?.target?.value ?? null,
      })
    return barChart(points, { label, write: (value) => wordsOf(column, value, tongue) })
  })
}

const wordsOf = ({ unit }: MeasureColumn, value: number, tongue: Tongue): string =>
  unit === 'seconds' ? tongue.seconds(value) : tongue.number(value, Number.isInteger(value) ? 0 : 1)

const keyOf = ({ keys: [first] }: MeasureRow): string => String(first?.key ?? '')

function labelOf(row: MeasureRow, split: Split, tongue: Tongue): string {
  const key = keyOf(row)
  if (split === 'day' || split === 'week') return tongue.dayMonth(key.slice(0, 10))
  if (split === 'weekday') return tongue.weekday(Number(key))
  return split === 'month' ? key.slice(0, 7) : key
}
