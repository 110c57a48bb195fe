import type { LocalDate } from '../time/index.ts'
import { dayFeatureNames, dayFeatures } from './day-features.ts'
import type { DayGrid } from './day-grid.ts'
import { rootOfCount } from './root-scale.ts'
import { findUnusualHours, type UnusualHours } from './unusual-hours.ts'

/** What a member may look at: the open days before an origin. NaN is missing or not to be learnt from. */
export interface History {
  readonly days: number
  readonly slots: number
  readonly weekdays: Uint8Array
  /** Days × intervals. */
  readonly offered: Float64Array
  /** The same as √(count + ¼). */
  readonly roots: Float64Array
  /** Days × features, 0 or 1. */
  readonly features: Float64Array
  readonly featureCount: number
}

/** The day to forecast. */
export interface TargetDay {
  /** 1 is Monday. */
  readonly weekday: number
  /** In open days after the last one of the history; 1 is the next. */
  readonly leadDays: number
  readonly features: Float64Array
}

/** One way to forecast: the expected count of each interval of the target day. Pure: the same history gives the same answer. */
export interface Member {
  readonly name: string
  readonly forecast: (history: History, target: TargetDay) => Float64Array
}

/** A grid with what was found out about its days, ready for origins anywhere in it. */
export interface PreparedSeries {
  readonly grid: DayGrid
  /** Of the grid's days and the days to come after them. */
  readonly dates: readonly LocalDate[]
  readonly features: Float64Array
  readonly unusual: UnusualHours
}

/** `datesToCome` are the open days after the grid's last that will be asked for. */
export function prepareSeries(
  grid: DayGrid,
  calendarId: string,
  datesToCome: readonly LocalDate[] = [],
): PreparedSeries {
  const dates = [...grid.dates, ...datesToCome]
  return { grid, dates, features: dayFeatures(dates, calendarId), unusual: findUnusualHours(grid) }
}

/** What is known at the end of day `lastDay`, counted from 0. */
export function historyAt({ grid, features, unusual }: PreparedSeries, lastDay: number): History {
  const slots = grid.slotSeconds.length
  const featureCount = dayFeatureNames.length
  const cells = (lastDay + 1) * slots
  const offered = grid.offered.slice(0, cells)
  const roots = new Float64Array(cells)
  for (let cell = 0; cell < cells; cell++) {
    if ((unusual.ignoredSince[cell] as number) <= lastDay) offered[cell] = Number.NaN
    roots[cell] = rootOfCount(offered[cell] as number)
  }
  return {
    days: lastDay + 1,
    slots,
    weekdays: grid.weekdays.subarray(0, lastDay + 1),
    offered,
    roots,
    features: features.subarray(0, (lastDay + 1) * featureCount),
    featureCount,
  }
}

/** Day `day` of the series, asked at the end of day `lastDay`. */
export function targetAt(
  { dates, features }: PreparedSeries,
  day: number,
  lastDay: number,
  weekday: number,
): TargetDay {
  const featureCount = dayFeatureNames.length
  if (day >= dates.length) throw new RangeError(`day must be one of the ${dates.length} days prepared, not ${day}`)
  return {
    weekday,
    leadDays: day - lastDay,
    features: features.subarray(day * featureCount, (day + 1) * featureCount),
  }
}
