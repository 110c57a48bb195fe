import { addDays, isoWeekday, type LocalDate } from './civil.ts'
import { wallInstant } from './wall-time.ts'
import { createZone } from './zone.ts'

/** How often something comes. */
export type Rhythm = 'daily' | 'weekly' | 'monthly'

/** When something comes, by the clock on the wall of a centre. */
export interface Timed {
  readonly rhythm: Rhythm
  /** Of the week, 1 is Monday; or of the month, one that every month has. Every day has none. */
  readonly day: number
  /** After midnight. */
  readonly minute: number
}

const LONGEST_MONTH = 31

/** The first instant after `now` at which it comes. Throws a RangeError for a day that no week or month has. */
export function nextDue({ rhythm, day, minute }: Timed, timeZone: string, now: number): number {
  const zone = createZone(timeZone)
  const isDay = (date: LocalDate): boolean =>
    rhythm === 'daily' || (rhythm === 'weekly' ? isoWeekday(date) === day : Number(date.slice(8)) === day)
  let date = zone.localDate(now)
  // Today's may be over: then a whole month lies between.
  for (let step = 0; step <= LONGEST_MONTH + 1; step++) {
    if (isDay(date)) {
      const instant = wallInstant(zone, date, minute)
      if (instant > now) return instant
    }
    date = addDays(date, 1)
  }
  throw new RangeError(`day must be one of every ${rhythm === 'weekly' ? 'week' : 'month'}, not ${day}`)
}
