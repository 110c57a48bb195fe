import { civilFromDays, dayNumber, type LocalDate } from './civil.ts'
import type { LocalTime, Zone } from './zone.ts'

const DAY_SECONDS = 86_400

/**
 * What a wall clock shows so many seconds after a day's midnight where no clock is changed; from 86 400 on it shows the next day.
 * Throws a RangeError for a day that the calendar does not have.
 */
export function wallTime(date: LocalDate, second: number): LocalTime {
  const days = Math.floor(second / DAY_SECONDS)
  const rest = second - days * DAY_SECONDS
  return {
    ...civilFromDays(dayNumber(date) + days),
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
  }
}

/**
 * The instant at which the clock on a centre's wall shows so many minutes after a day's midnight; from 1440 on it is the next day's. In
 * autumn's hour that comes twice the first one, in spring's that never comes the instant to which the clock jumps.
 */
export const wallInstant = (zone: Zone, date: LocalDate, minute: number): number =>
  zone.localToInstant(wallTime(date, minute * 60)).instant
