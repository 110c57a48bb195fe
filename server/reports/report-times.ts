import type { ReportRhythm } from '@pult/contract/report-words'
import { addDays, createZone, isoWeekday, type LocalDate } from '@pult/engine/time'

export interface Timed {
  readonly rhythm: ReportRhythm
  readonly day: number
  readonly minute: number
}

/** First and last day, both included. */
export interface DaysOfReport {
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
}

const LONGEST_MONTH = 31

/** The next instant after `now` at which a report is due, in the centre's own days. */
export function nextDue({ rhythm, day, minute }: Timed, timeZone: string, now: number): number {
  const zone = createZone(timeZone)
  const isDay = (date: LocalDate): boolean =>
    rhythm === 'daily' || (rhythm === 'weekly' ? isoWeekday(date) === day : Number(date.slice(8)) === day)
  let date = zone.localDate(now)
  for (let step = 0; step <= LONGEST_MONTH + 1; step++) {
    if (isDay(date)) {
      const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number)
      const local = { year, month, day: dayOfMonth, hour: Math.floor(minute / 60), minute: minute % 60, second: 0 }
      const { instant } = zone.localToInstant(local)
      if (instant > now) return instant
    }
    date = addDays(date, 1)
  }
  throw new RangeError(`day must be one of every ${rhythm === 'weekly' ? 'week' : 'month'}, not ${day}`)
}

/** The day, week or month that holds a day. */
export function periodAround(rhythm: ReportRhythm, day: LocalDate): DaysOfReport {
  if (rhythm === 'daily') return { firstDay: day, lastDay: day }
  if (rhythm === 'weekly') {
    const firstDay = addDays(day, 1 - isoWeekday(day))
    return { firstDay, lastDay: addDays(firstDay, 6) }
  }
  const firstDay = `${day.slice(0, 7)}-01`
  return { firstDay, lastDay: addDays(monthLater(firstDay, 1), -1) }
}

/** The one that was over last on a day. */
export const periodOver = (rhythm: ReportRhythm, today: LocalDate): DaysOfReport =>
  periodAround(rhythm, addDays(periodAround(rhythm, today).firstDay, -1))

/** The first day of a month so many months later. */
export function monthLater(firstDay: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1] = firstDay.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10)
}
