import type { MeasureColumn, MeasureReply, MeasureRow, Split } from '@pult/contract/measures'
import type { ReportChart } from '@pult/contract/report-words'

import { barChart, lineChart } from './charts.ts'
import type { Tongue } from './tongue.ts'

/** Side by side. */
const MOST_CHARTS = 2
/** More points are a smear on paper; the table has them. */
const MOST_POINTS = 62

const inTime: ReadonlySet<Split> = new Set(['interval', 'day', 'week', 'month', 'weekday', 'hour', 'slot'])

/** The course of a view's first measures, where it is told by one stretch of time after another. */
export function viewCharts({ splitBy, rows, measures, total }: MeasureReply, tongue: Tongue): ReportChart[] {
  const [split, ...others] = splitBy
  if (split === undefined || others.length > 0 || !inTime.has(split)) return []
  if (rows.length < 2 || rows.length > MOST_POINTS) return []
  return measures.slice(0, MOST_CHARTS).map((column, index) => {
    const points = rows.map((row) => ({
      label: labelOf(row, split, tongue),
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

function labelOf({ keys: [first] }: MeasureRow, split: Split, tongue: Tongue): string {
  const key = String(first?.key ?? '')
  if (first !== undefined && first.label !== '') return first.label
  if (split === 'day' || split === 'week') return tongue.dayMonth(key.slice(0, 10))
  if (split === 'weekday') return tongue.weekday(Number(key))
  return split === 'month' ? key.slice(0, 7) : key
}
