import type { CalendarYear } from './calendars/calendar-year.ts'
import { il } from './calendars/il.ts'
import { ru } from './calendars/ru.ts'
import { us } from './calendars/us.ts'
import { isoWeekday, type LocalDate } from './civil.ts'

export const dayKinds = ['working', 'weekend', 'holiday', 'shortened', 'transferredOff', 'transferredWorking'] as const
export type DayKind = (typeof dayKinds)[number]

/** Calendars by the id a centre names. */
export const calendarsById: Readonly<Record<string, Readonly<Record<string, CalendarYear>>>> = { ru, us, il, none: {} }

/** ISO weekdays off; Saturday and Sunday where nothing is said. */
const weekendByCalendar: Readonly<Record<string, readonly number[]>> = { il: [5, 6] }

/** What kind of day it is in a calendar; a year the calendar does not have is a plain week. Throws a RangeError for an unknown calendar. */
export function dayKind(date: LocalDate, calendarId: string): DayKind {
  const years = calendarsById[calendarId]
  if (years === undefined)
    throw new RangeError(`calendar must be one of ${Object.keys(calendarsById).join(', ')}, not "${calendarId}"`)
  const year = years[date.slice(0, 4)]
  if (year?.holidays.includes(date) === true) return 'holiday'
  if (year?.transferredDaysOff.includes(date) === true) return 'transferredOff'
  if (year?.workingWeekendDays.includes(date) === true) return 'transferredWorking'
  if (year?.shortenedDays.includes(date) === true) return 'shortened'
  return (weekendByCalendar[calendarId] ?? [6, 7]).includes(isoWeekday(date)) ? 'weekend' : 'working'
}

/** Whether people work that day by the calendar. */
export function isWorkingDay(date: LocalDate, calendarId: string): boolean {
  const kind = dayKind(date, calendarId)
  return kind === 'working' || kind === 'shortened' || kind === 'transferredWorking'
}
