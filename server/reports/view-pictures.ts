import type { CurveReply, MeasureColumn, MeasureQuery, MeasureReply } from '@pult/contract/measures'
import { plainQuestion } from '@pult/contract/measures'
import type { ReportCell, ReportChart, ReportLanguage, ReportTable } from '@pult/contract/report-words'

import { curveChart } from './curve-chart.ts'
import { heatMap } from './heat-map.ts'
import { cellsOf, textCell, tongueOf, type Cells } from './tongue.ts'

/** A drawing and the table of what is drawn. */
export interface ViewPicture {
  readonly charts: readonly ReportChart[]
  readonly tables: readonly ReportTable[]
}

const NOTHING: ViewPicture = { charts: [], tables: [] }

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const

/** The heat map of a view, and its half-hours with their weekdays as a table. */
export function mapPicture({ measures, rows }: MeasureReply, language: ReportLanguage): ViewPicture {
  const [column] = measures
  if (column === undefined || rows.length === 0) return NOTHING
  const tongue = tongueOf(language)
  const write = cellOf(column, cellsOf(tongue))
  const squares = rows.map(({ keys: [day, slot], figures: [figure] }) => ({
    weekday: Number(day?.key),
    clock: String(slot?.key),
    value: figure?.value ?? null,
  }))
  const label = column.name[language]
  const cells = squares.flatMap(({ weekday, clock, value }) =>
    value === null ? [] : [{ weekday, slot: slotOf(clock), value }],
  )
  const byClock = Map.groupBy(squares, ({ clock }) => clock)
  const valueAt = (clock: string, weekday: number): number | null =>
    byClock.get(clock)?.find((square) => square.weekday === weekday)?.value ?? null
  return {
    charts: [heatMap(cells, { label, weekday: tongue.weekday, write: (value) => write(value).text })],
    tables: [
      {
        title: '',
        head: [tongue.t('halfHour'), ...WEEK.map(tongue.weekday)],
        rows: [...byClock.keys()]
          .toSorted()
          .map((clock) => [textCell(clock), ...WEEK.map((weekday) => write(valueAt(clock, weekday)))]),
        hasTotal: false,
      },
    ],
  }
}

/** `13:30` is the 27th half-hour of a day. */
const slotOf = (clock: string): number => Number(clock.slice(0, 2)) * 2 + (clock.endsWith('30') ? 1 : 0)

const cellOf =
  ({ unit }: MeasureColumn, cells: Cells) =>
  (value: number | null): ReportCell => {
    if (unit === 'fraction') return cells.percent(value)
    if (unit === 'seconds') return cells.seconds(value)
    return unit === 'contacts' ? cells.count(value) : cells.one(value)
  }

/** The question that tells the rules of a curve: their definitions, and what of the period is not known. */
export const rulesQuery = (query: MeasureQuery, { curves }: CurveReply): MeasureQuery => ({
  ...query,
  measures: curves.map(({ reference }) => reference),
  splitBy: [],
  compare: plainQuestion.compare,
})

/** `strict` of “Service level (strict)”: the drawing says already what all of them are. */
const ruleOf = (name: string): string => /\(([^()]+)\)$/.exec(name)?.[1] ?? name

/** Thresholds that have room on paper, in seconds. */
const TOLD_SECONDS: ReadonlySet<number> = new Set([5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300])

/** Service level over the threshold by every rule, and some thresholds of each as a table. */
export function curvePicture(
  { thresholds, curves, contacts, target }: CurveReply,
  language: ReportLanguage,
): ViewPicture {
  if (contacts === 0) return NOTHING
  const tongue = tongueOf(language)
  const cells = cellsOf(tongue)
  const told = thresholds.flatMap((seconds, place) => (TOLD_SECONDS.has(seconds) ? [{ seconds, place }] : []))
  return {
    charts: [
      curveChart(
        thresholds,
        curves.map(({ name, values }) => ({ name: ruleOf(name[language]), values })),
        {
          label: tongue.t('curveTitle', { count: tongue.number(contacts) }),
          threshold: tongue.t('threshold'),
          write: tongue.percent,
          target,
        },
      ),
    ],
    tables: [
      {
        title: '',
        head: [tongue.t('threshold'), ...told.map(({ seconds }) => String(seconds))],
        rows: curves.map(({ name, values }) => [
          textCell(name[language]),
          ...told.map(({ place }) => cells.percent(values[place] ?? null)),
        ]),
        hasTotal: false,
      },
    ],
  }
}
