import { addDays, isoWeekday, MINUTE_MS, type LocalDate } from './civil.ts'
import type { Zone } from './zone.ts'

/** From and to as `HH:MM`; `24:00` ends the day, and an end before the start is past midnight. */
export type Period = readonly [from: string, to: string]

/** Periods by ISO weekday, "1" (Monday) to "7": several a day leave breaks, none is closed. */
export type WeeklyHours = Readonly<Record<string, readonly Period[]>>

/** When a centre is open, by its own clock. */
export interface OpeningHours {
  readonly weekly: WeeklyHours
  /** Days that differ: other periods, or null for closed. */
  readonly exceptions: ReadonlyMap<LocalDate, readonly Period[] | null>
}

/** Half-open: `[start, end)`, epoch milliseconds. */
export interface Interval {
  readonly start: number
  readonly end: number
}

export const AROUND_THE_CLOCK: WeeklyHours = Object.fromEntries(
  ['1', '2', '3', '4', '5', '6', '7'].map((weekday) => [weekday, [['00:00', '24:00'] as const]]),
)

/** When the centre is open in the periods that begin on this day. */
export function openIntervals(hours: OpeningHours, date: LocalDate, zone: Zone): Interval[] {
  const exception = hours.exceptions.get(date)
  const periods = exception === undefined ? (hours.weekly[String(isoWeekday(date))] ?? []) : (exception ?? [])
  return periods.map((period) => intervalOf(period, date, zone))
}

/** Whether the centre is open at the instant, also in a period that began the day before. */
export function isOpen(hours: OpeningHours, instant: number, zone: Zone): boolean {
  const today = zone.localDate(instant)
  return [addDays(today, -1), today].some((date) =>
    openIntervals(hours, date, zone).some(({ start, end }) => start <= instant && instant < end),
  )
}

/** Minutes of a day for `HH:MM`. Throws a RangeError that shows what was given. */
export function minutesOfDay(text: string): number {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text)
  const minutes = match === null ? Number.NaN : Number(match[1]) * 60 + Number(match[2])
  if (!(minutes <= 24 * 60) || Number(match?.[2]) > 59)
    throw new RangeError(`time must be HH:MM up to 24:00, not "${text}"`)
  return minutes
}

function intervalOf([from, to]: Period, date: LocalDate, zone: Zone): Interval {
  const start = minutesOfDay(from)
  const end = minutesOfDay(to)
  return { start: instantOf(date, start, zone), end: instantOf(end <= start ? addDays(date, 1) : date, end, zone) }
}

function instantOf(date: LocalDate, minutes: number, zone: Zone): number {
  if (minutes === 24 * 60) return zone.startOfDay(addDays(date, 1))
  const midnight = zone.startOfDay(date)
  const guess = midnight + minutes * MINUTE_MS
  // Past a change of the clock the wall is an hour off what was counted from midnight.
  return guess + zone.offsetAt(midnight) - zone.offsetAt(guess)
}
