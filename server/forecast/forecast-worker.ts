import { parentPort } from 'node:worker_threads'

import {
  borrowHistory,
  buildDayGrid,
  doubtedStretches,
  drawJointTotals,
  forecastDays,
  keptProbabilities,
  learnQueue,
  prepareSeries,
  silentSlots,
  withinHours,
  type DayGrid,
  type DoubtedStretch,
  type ForecastDay,
  type IntervalRow,
  type QueueModel,
} from '@pult/engine/forecast'
import { createRandom } from '@pult/engine/numeric'
import {
  addDays,
  createZone,
  datesBetween,
  isoWeekday,
  type LocalDate,
  type OpeningHours,
  type Zone,
} from '@pult/engine/time'

import { everyQuarter, openWeekdays, QUARTER_SECONDS, type Quarters } from './history-rows.ts'
import type { Past } from './queue-history.ts'
import { slotHours } from './slot-hours.ts'

// Forecasts one queue for each message, so that the server goes on answering meanwhile.

export interface QueueTask {
  readonly queueId: number
  readonly quarters: Quarters
  /** What a queue like this one had; null: its own history is enough. */
  readonly lender: Quarters | null
  readonly past: Pick<Past, 'told' | 'gaps' | 'to'>
  readonly timeZone: string
  readonly calendar: string
  readonly intervalSeconds: number
  /** Stated opening hours; null: open on the weekdays on which it lately had contacts. */
  readonly hours: OpeningHours | null
  /** The last day that is known, the first one that was asked for, the last whose intervals are, and the last. */
  readonly known: LocalDate
  readonly firstDay: LocalDate
  readonly intervalsUntil: LocalDate
  readonly lastDay: LocalDate
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
  /** Zeros of its own that were taken for outages, of the last weeks. */
  readonly outages: readonly DoubtedStretch[]
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
/** Outages longer ago hardly move a forecast. */
const OUTAGE_DAYS = 91

/** Null where every day of the queue's past is left out. */
function forecastQueue(task: QueueTask): QueueForecast | null {
  const { calendar, hours, intervalSeconds, known, queueId } = task
  const zone = createZone(task.timeZone)
  const told = rowsOf(task.quarters, task, zone)
  const busy = openWeekdays(told, known)
  const own = gridOf(
    told.filter(({ date }) => busy.has(isoWeekday(date))),
    task,
  )
  if (own.dates.length === 0) return null
  const lent = borrow(own, task, zone)
  const grid = lent ?? own
  // Every open day from the last known one on: the forecast of a day knows how far ahead it lies.
  const toCome = datesBetween(addDays(known, 1), addDays(task.lastDay, 1))
    .map((date) => ({ date, open: slotHours(hours, zone, date, intervalSeconds) }))
    .filter(({ date, open }) => (hours === null ? busy.has(isoWeekday(date)) : open.some((share) => share > 0)))
  const dates = toCome.map(({ date }) => date)
  const series = prepareSeries(grid, calendar, dates)
  const model = task.model ?? learnQueue(series)
  // Hours stated as open that were silent until now are new ones; without a statement they are quiet ones.
  const silent = hours === null ? [] : silentSlots(grid)
  const openSlots = grid.slotSeconds.map((second) => Math.floor(second / intervalSeconds))
  const forecast = forecastDays(series, model).map((day, index) =>
    withinHours(
      day,
      grid,
      openSlots.map((slot) => toCome[index]?.open[slot] ?? 1),
      silent,
    ),
  )
  const futures = drawJointTotals(series, forecast, model, createRandom(`${queueId} ${dates[0]}`), DRAWS)
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
    outages: doubtedStretches(series, OUTAGE_DAYS).filter(({ date }) => date >= (own.dates[0] ?? date)),
  }
}

const rowsOf = (quarters: Quarters, { past }: QueueTask, zone: Zone): IntervalRow[] =>
  everyQuarter(quarters, zone, new Set(past.told), past.gaps, past.to)

const gridOf = (rows: readonly IntervalRow[], { intervalSeconds }: QueueTask): DayGrid =>
  buildDayGrid(rows, { intervalSeconds, spacingSeconds: QUARTER_SECONDS })

/** Null where nobody lends, or too little is known to tell the size of the queue. */
function borrow(own: DayGrid, task: QueueTask, zone: Zone): DayGrid | null {
  if (task.lender === null) return null
  try {
    return borrowHistory(own, gridOf(rowsOf(task.lender, task, zone), task), createRandom(`lent to ${task.queueId}`))
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
