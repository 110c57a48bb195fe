import { parentPort } from 'node:worker_threads'

import {
  borrowHistory,
  buildDayGrid,
  drawJointTotals,
  forecastDays,
  keptProbabilities,
  learnQueue,
  prepareSeries,
  silentSlots,
  withinHours,
  type DayGrid,
  type ForecastDay,
  type IntervalRow,
  type QueueModel,
} from '@pult/engine/forecast'
import { createRandom } from '@pult/engine/numeric'
import { addDays, isoWeekday, type LocalDate } from '@pult/engine/time'

// Forecasts one queue for each message, so that the server goes on answering meanwhile.

export interface QueueTask {
  readonly queueId: number
  readonly rows: readonly IntervalRow[]
  readonly spacingSeconds: number
  readonly intervalSeconds: number
  readonly calendar: string
  readonly dates: readonly LocalDate[]
  /** By date, what share of each interval of the wall clock is open. */
  readonly open: readonly (readonly number[])[]
  /** Whether that is stated: then hours that were silent until now are new ones, and not quiet ones. */
  readonly hasHours: boolean
  /** The first day that was asked for, and the last one whose intervals are. */
  readonly firstDay: LocalDate
  readonly intervalsUntil: LocalDate
  /** What a queue like this one had; null: its own history is enough. */
  readonly lender: readonly IntervalRow[] | null
  /** Learnt before; null: learn now. */
  readonly model: QueueModel | null
}

export interface QueueForecast {
  readonly model: QueueModel
  readonly slotSeconds: readonly number[]
  readonly days: readonly PresentedDay[]
  readonly weeks: readonly PresentedWeek[]
  /** Days of its own that were learnt from. */
  readonly historyDays: number
  readonly hasBorrowed: boolean
}

export interface PresentedWeek {
  readonly monday: LocalDate
  readonly total: number
  readonly p10: number
  readonly p90: number
  readonly workSeconds: number
}

export interface PresentedDay {
  readonly date: LocalDate
  /** Empty, as what is by interval, where intervals are not kept. */
  readonly offered: readonly number[]
  readonly ahtSeconds: readonly number[]
  /** By interval: 2.5, 10, 50, 90 and 97.5 %. */
  readonly quantiles: readonly (readonly number[])[]
  readonly total: number
  readonly p10: number
  readonly p90: number
  readonly workSeconds: number
}

const BANDS = [0.025, 0.1, 0.5, 0.9, 0.975] as const
const DRAWS = 400

function forecastQueue(task: QueueTask): QueueForecast {
  const { rows, spacingSeconds, intervalSeconds, calendar, dates } = task
  const own = buildDayGrid(rows, { intervalSeconds, spacingSeconds })
  const lent = borrow(own, task)
  const grid = lent ?? own
  const series = prepareSeries(grid, calendar, dates)
  const model = task.model ?? learnQueue(series)
  const silent = task.hasHours ? silentSlots(grid) : []
  const places = grid.slotSeconds.map((second) => Math.floor(second / intervalSeconds))
  const forecast = forecastDays(series, model).map((day, index) =>
    withinHours(
      day,
      grid,
      places.map((place) => task.open[index]?.[place] ?? 1),
      silent,
    ),
  )
  const futures = drawJointTotals(series, forecast, model, createRandom(`${task.queueId} ${dates[0]}`), DRAWS)
  const asked = [...forecast.keys()].filter((index) => (dates[index] as LocalDate) >= task.firstDay)
  const days = asked.map((index) => ({ day: forecast[index] as ForecastDay, totals: futures[index] as Float64Array }))
  return {
    model,
    slotSeconds: grid.slotSeconds,
    days: days.map((one) => presentDay(one, one.day.date <= task.intervalsUntil)),
    weeks: [...Map.groupBy(days, ({ day }) => mondayOf(day.date))].map(([monday, ofWeek]) =>
      presentWeek(monday, ofWeek),
    ),
    historyDays: own.dates.length,
    hasBorrowed: lent !== null,
  }
}

/** Null where nobody lends, or too little is known to tell the size of the queue. */
function borrow(own: DayGrid, { lender, intervalSeconds, spacingSeconds, queueId }: QueueTask): DayGrid | null {
  if (lender === null) return null
  const theirs = buildDayGrid(lender, { intervalSeconds, spacingSeconds })
  try {
    return borrowHistory(own, theirs, createRandom(`lent to ${queueId}`))
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - isoWeekday(date))

interface DrawnDay {
  readonly day: ForecastDay
  readonly totals: Float64Array
}

const places = BANDS.map((band) => keptProbabilities.indexOf(band))

function presentDay({ day, totals }: DrawnDay, hasIntervals: boolean): PresentedDay {
  return {
    date: day.date,
    offered: hasIntervals ? day.offered : [],
    ahtSeconds: hasIntervals ? day.ahtSeconds : [],
    quantiles: hasIntervals ? day.quantiles.map((kept) => places.map((place) => kept[place] ?? 0)) : [],
    total: day.offeredTotal,
    ...bandOf(totals),
    workSeconds: day.workSeconds,
  }
}

function presentWeek(monday: LocalDate, days: readonly DrawnDay[]): PresentedWeek {
  const sums = Float64Array.from({ length: DRAWS }, (_, draw) =>
    days.reduce((sum, { totals }) => sum + (totals[draw] as number), 0),
  )
  return {
    monday,
    total: days.reduce((sum, { day }) => sum + day.offeredTotal, 0),
    ...bandOf(sums),
    workSeconds: days.reduce((sum, { day }) => sum + day.workSeconds, 0),
  }
}

function bandOf(totals: Float64Array): { readonly p10: number; readonly p90: number } {
  const sorted = totals.toSorted()
  return { p10: sorted[Math.floor(DRAWS * 0.1)] ?? 0, p90: sorted[Math.floor(DRAWS * 0.9)] ?? 0 }
}

parentPort?.on('message', (task: QueueTask) => parentPort?.postMessage(forecastQueue(task)))
