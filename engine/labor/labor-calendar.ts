import {
  dateOfNumber,
  DAY_MS,
  dayKind,
  dayNumber,
  isProvisional,
  isShortened,
  MINUTE_MS,
  minutesOfDay,
  wallInstant,
  type DayKind,
  type LocalDate,
  type Zone,
} from '../time/index.ts'
import type { Span } from './labor-facts.ts'

/**
 * Days as law sees them: a centre's clock and its production calendar, by day number (days since 1970-01-01). Remembers what it
 * was asked, so that a roster of thousands of shifts asks each day once.
 */
export interface LaborCalendar {
  readonly calendarId: string
  readonly zone: Zone
  readonly dayOf: (minute: number) => number
  /** First minute of a day. */
  readonly startOfDay: (day: number) => number
  readonly minuteAt: (day: number, wallMinutes: number) => number
  readonly kindOf: (day: number) => DayKind
  readonly isShortened: (day: number) => boolean
  readonly dateOf: (day: number) => LocalDate
  /** Whether the year's moved days are not known yet. */
  readonly isProvisional: (day: number) => boolean
  /** The window of night that begins on a day, `HH:MM` to `HH:MM`. */
  readonly window: (day: number, from: string, to: string) => Span
}

/** A centre’s calendar. `calendarId`: whose holidays and moved days, a key of `calendarsById`; days throw a RangeError for an unknown one. */
export function createLaborCalendar(calendarId: string, zone: Zone): LaborCalendar {
  const kindOf = remembered((day) => dayKind(dateOf(day), calendarId))
  const isShort = remembered((day) => isShortened(dateOf(day), calendarId))
  const dateOf = remembered(dateOfNumber)
  const startOfDay = remembered((day) => zone.startOfDay(dateOf(day)) / MINUTE_MS)
  const windows = new Map<string, (day: number) => Span>()

  const minuteAt = (day: number, wallMinutes: number): number => wallInstant(zone, dateOf(day), wallMinutes) / MINUTE_MS

  function windowsOf(from: string, to: string): (day: number) => Span {
    const start = minutesOfDay(from)
    const end = minutesOfDay(to)
    return remembered((day) => ({
      start: minuteAt(day, start),
      end: minuteAt(day, end <= start ? end + 1440 : end),
    }))
  }

  return {
    calendarId,
    zone,
    dayOf: (minute) => {
      const instant = minute * MINUTE_MS
      return Math.floor((instant + zone.offsetAt(instant)) / DAY_MS)
    },
    startOfDay,
    minuteAt,
    kindOf,
    isShortened: isShort,
    dateOf,
    isProvisional: (day) => isProvisional(Number(dateOf(day).slice(0, 4)), calendarId),
    window: (day, from, to) => {
      const key = `${from}–${to}`
      let find = windows.get(key)
      if (find === undefined) {
        find = windowsOf(from, to)
        windows.set(key, find)
      }
      return find(day)
    },
  }
}

/** Weekday by ISO: 1 is Monday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

/** Monday of the week. */
export const weekOf = (day: number): number => day - (weekdayOf(day) - 1)

/** Months since year 0: what days of one month share. */
export function monthOf(calendar: LaborCalendar, day: number): number {
  const date = calendar.dateOf(day)
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
}

export const firstDayOfMonth = (month: number): number =>
  dayNumber(`${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`)

function remembered<Value>(compute: (key: number) => Value): (key: number) => Value {
  const known = new Map<number, Value>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const value = compute(key)
    known.set(key, value)
    return value
  }
}
