import { addDays, addMonths, isoWeekday, monthOf, type LocalDate, type Rhythm } from '@pult/engine/time'

/** First and last day, both included. */
export interface DaysOfReport {
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
}

/** The day, week or month that holds a day. */
export function periodAround(rhythm: Rhythm, day: LocalDate): DaysOfReport {
  if (rhythm === 'daily') return { firstDay: day, lastDay: day }
  if (rhythm === 'weekly') {
    const firstDay = addDays(day, 1 - isoWeekday(day))
    return { firstDay, lastDay: addDays(firstDay, 6) }
  }
  const firstDay = monthOf(day)
  return { firstDay, lastDay: addDays(addMonths(firstDay, 1), -1) }
}

/** The one that was over last on a day. */
export const periodOver = (rhythm: Rhythm, today: LocalDate): DaysOfReport =>
  periodAround(rhythm, addDays(periodAround(rhythm, today).firstDay, -1))
