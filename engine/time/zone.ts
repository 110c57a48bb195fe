import { Temporal } from 'temporal-polyfill'

import {
  civilFromDays,
  DAY_MS,
  dayNumber,
  daysFromCivil,
  formatDate,
  HOUR_MS,
  MINUTE_MS,
  type LocalDate,
} from './civil.ts'

/** A clock on the wall of a centre. */
export interface LocalTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/**
 * What a wall clock's reading means.
 * - `once`: one instant
 * - `doubled`: autumn's hour that comes twice
 * - `skipped`: spring's hour that never comes; the instant is where the clock jumped to
 */
export interface Located {
  readonly instant: number
  readonly kind: 'once' | 'doubled' | 'skipped'
}

/** A centre's time zone, made fast by remembering each day's offset: millions of conversions a second. */
export interface Zone {
  readonly timeZone: string
  /** Milliseconds to add to UTC at this instant. */
  readonly offsetAt: (instant: number) => number
  readonly localToInstant: (local: LocalTime, doubledHour?: 'earlier' | 'later') => Located
  readonly instantToLocal: (instant: number) => LocalTime
  readonly localDate: (instant: number) => LocalDate
  /** The first instant of the day (not always midnight: some zones change at midnight). */
  readonly startOfDay: (date: LocalDate) => number
  /** 23, 24 or 25 hours, in milliseconds. */
  readonly dayLength: (date: LocalDate) => number
}

interface OffsetsOfDay {
  readonly before: number
  readonly after: number
  readonly changesAt: number
}

/** Throws a RangeError for a zone the time-zone database does not know. */
export function createZone(timeZone: string): Zone {
  const daysByNumber = new Map<number, OffsetsOfDay>()
  const ask = (instant: number): number => askOffset(timeZone, instant)
  ask(0)

  function offsetAt(instant: number): number {
    const number = Math.floor(instant / DAY_MS)
    let day = daysByNumber.get(number)
    if (day === undefined) {
      day = offsetsOfDay(ask, number)
      daysByNumber.set(number, day)
    }
    return instant < day.changesAt ? day.before : day.after
  }

  function localToInstant(local: LocalTime, doubledHour: 'earlier' | 'later' = 'earlier'): Located {
    const asUtc = utcOf(local)
    const before = asUtc - offsetAt(asUtc - DAY_MS)
    const after = asUtc - offsetAt(asUtc + DAY_MS)
    const beforeHolds = before + offsetAt(before) === asUtc
    const afterHolds = after + offsetAt(after) === asUtc
    if (beforeHolds && afterHolds) {
      if (before === after) return { instant: before, kind: 'once' }
      const [earlier, later] = before < after ? [before, after] : [after, before]
      return { instant: doubledHour === 'earlier' ? earlier : later, kind: 'doubled' }
    }
    if (beforeHolds || afterHolds) return { instant: beforeHolds ? before : after, kind: 'once' }
    return { instant: before, kind: 'skipped' }
  }

  const localDate = (instant: number): LocalDate => {
    const { year, month, day } = civilFromDays(Math.floor((instant + offsetAt(instant)) / DAY_MS))
    return formatDate(year, month, day)
  }

  const startOfDay = (date: LocalDate): number => {
    const { year, month, day } = civilFromDays(dayNumber(date))
    return localToInstant({ year, month, day, hour: 0, minute: 0, second: 0 }).instant
  }

  return {
    timeZone,
    offsetAt,
    localToInstant,
    localDate,
    startOfDay,
    instantToLocal: (instant) => localOf(instant + offsetAt(instant)),
    dayLength: (date) => {
      const { year, month, day } = civilFromDays(dayNumber(date) + 1)
      return startOfDay(formatDate(year, month, day)) - startOfDay(date)
    },
  }
}

function askOffset(timeZone: string, instant: number): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6
}

/** A zone changes its offset at most once a day; the moment is found by halving to the second. */
function offsetsOfDay(ask: (instant: number) => number, number: number): OffsetsOfDay {
  let low = number * DAY_MS
  let high = low + DAY_MS
  const before = ask(low)
  const after = ask(high - 1)
  if (before === after) return { before, after, changesAt: low }
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000
    if (ask(middle) === before) low = middle
    else high = middle
  }
  return { before, after, changesAt: high }
}

function utcOf(local: LocalTime): number {
  const days = daysFromCivil(local.year, local.month, local.day)
  return days * DAY_MS + local.hour * HOUR_MS + local.minute * MINUTE_MS + local.second * 1000
}

function localOf(shifted: number): LocalTime {
  const days = Math.floor(shifted / DAY_MS)
  const rest = shifted - days * DAY_MS
  return {
    ...civilFromDays(days),
    hour: Math.floor(rest / HOUR_MS),
    minute: Math.floor((rest % HOUR_MS) / MINUTE_MS),
    second: Math.floor((rest % MINUTE_MS) / 1000),
  }
}
