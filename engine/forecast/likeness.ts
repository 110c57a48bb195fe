import { isoWeekday } from '../time/index.ts'
import type { IntervalRow } from './day-grid.ts'

const HOURS_OF_WEEK_PART = 48

/**
 * How alike the days of two queues are, 0 to 1: the cosine between their contacts by hour, working days and days off apart, on the dates
 * that both have. 0 where they share none.
 */
export function likenessOf(own: readonly IntervalRow[], other: readonly IntervalRow[]): number {
  const dates = new Set(own.map(({ date }) => date))
  const [mine, theirs] = [profileOf(own, dates), profileOf(other, dates)]
  const size = Math.sqrt(dot(mine, mine) * dot(theirs, theirs))
  return size > 0 ? dot(mine, theirs) / size : 0
}

function profileOf(rows: readonly IntervalRow[], dates: ReadonlySet<string>): Float64Array {
  const profile = new Float64Array(HOURS_OF_WEEK_PART)
  for (const { date, secondOfDay, offered } of rows) {
    if (!dates.has(date)) continue
    const place = Math.floor(secondOfDay / 3600) + (isWeekend(date) ? 24 : 0)
    profile[place] = (profile[place] as number) + offered
  }
  return profile
}

const isWeekend = (date: string): boolean => isoWeekday(date) >= 6

const dot = (left: Float64Array, right: Float64Array): number =>
  left.reduce((sum, value, place) => sum + value * (right[place] as number), 0)
