import { addDays, isoWeekday, type LocalDate } from '../civil.ts'
import type { CalendarYear } from './calendar-year.ts'

/** Labour Code, article 112, as it has stood since 2013. */
const holidays: readonly string[] = [
  '01-01',
  '01-02',
  '01-03',
  '01-04',
  '01-05',
  '01-06',
  '01-07',
  '01-08',
  '02-23',
  '03-08',
  '05-01',
  '05-09',
  '06-12',
  '11-04',
]

/**
 * A year that no decree has moved days of yet: the holidays of article 112 alone, and the working day before each an hour shorter, as
 * article 95 says. Nothing is guessed about moved days. Years before 2013 had other holidays and are left a plain week.
 */
export function provisionalRussianYear(year: number): CalendarYear | undefined {
  if (year < 2013) return undefined
  const dates = holidays.map((monthDay) => `${year}-${monthDay}`)
  const isOff = (date: LocalDate): boolean => dates.includes(date) || isoWeekday(date) > 5
  const eves = [...dates, `${year + 1}-01-01`].map((date) => addDays(date, -1))
  return {
    source: 'ТК РФ ст. 95, 112',
    holidays: dates,
    transferredDaysOff: [],
    workingWeekendDays: [],
    shortenedDays: eves.filter((date) => !isOff(date) && date.startsWith(String(year))),
  }
}
