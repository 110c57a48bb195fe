import type { CalendarYear } from './calendars/calendar-year.ts'
import { il } from './calendars/il.ts'
import { provisionalRussianYear } from './calendars/ru-provisional.ts'
import { ru } from './calendars/ru.ts'
import { us } from './calendars/us.ts'
import { isoWeekday, type LocalDate } from './civil.ts'

/** What a production calendar says of a day: `shortened` is an hour shorter, `transferredOff` and `transferredWorking` were moved by decree. */
export const dayKinds = ['working', 'weekend', 'holiday', 'shortened', 'transferredOff', 'transferredWorking'] as const
export type DayKind = (typeof dayKinds)[number]

/** Calendars by the id a centre names. */
export const calendarsById: Readonly<Record<string, Readonly<Record<string, CalendarYear>>>> = { ru, us, il, none: {} }

/** ISO weekdays off; Saturday and Sunday where nothing is said. */
const weekendByCalendar: Readonly<Record<string, readonly number[]>> = { il: [5, 6] }

/** Years that no government has published yet, made from the law alone. */
const provisionalYears: Readonly<Record<string, (year: number) => CalendarYear | undefined>> = {
  ru: provisionalRussianYear,
}

/**
 * What kind of day it is in a calendar. A year that the calendar does not have is made from the law alone where that names the
 * holidays (see {@link isProvisional}), and a plain week elsewhere. Throws a RangeError for an unknown calendar.
 */
export function dayKind(date: LocalDate, calendarId: string): DayKind {
  const year = calendarYear(Number(date.slice(0, 4)), calendarId)
  if (year?.holidays.includes(date) === true) return 'holiday'
  if (year?.transferredDaysOff.includes(date) === true) return 'transferredOff'
  if (year?.workingWeekendDays.includes(date) === true) return 'transferredWorking'
  if (year?.shortenedDays.includes(date) === true) return 'shortened'
  return (weekendByCalendar[calendarId] ?? [6, 7]).includes(isoWeekday(date)) ? 'weekend' : 'working'
}

/** Whether the day is shorter by law; a working Saturday can be so too, which {@link dayKind} calls transferred. */
export const isShortened = (date: LocalDate, calendarId: string): boolean =>
  calendarYear(Number(date.slice(0, 4)), calendarId)?.shortenedDays.includes(date) === true

/** Whether a year's moved days are not known: its holidays are the law's own, or it is a plain week. */
export const isProvisional = (year: number, calendarId: string): boolean =>
  calendarId !== 'none' && yearsOf(calendarId)[String(year)] === undefined

const provisionalByYear = new Map<string, CalendarYear | undefined>()

function calendarYear(year: number, calendarId: string): CalendarYear | undefined {
  const published = yearsOf(calendarId)[String(year)]
  if (published !== undefined) return published
  const make = provisionalYears[calendarId]
  if (make === undefined) return undefined
  const key = `${calendarId}${year}`
  if (!provisionalByYear.has(key)) provisionalByYear.set(key, make(year))
  return provisionalByYear.get(key)
}

function yearsOf(calendarId: string): Readonly<Record<string, CalendarYear>> {
  const years = calendarsById[calendarId]
  if (years === undefined)
    throw new RangeError(`calendar must be one of ${Object.keys(calendarsById).join(', ')}, not "${calendarId}"`)
  return years
}

/** Whether people work that day by the calendar. */
export function isWorkingDay(date: LocalDate, calendarId: string): boolean {
  const kind = dayKind(date, calendarId)
  return kind === 'working' || kind === 'shortened' || kind === 'transferredWorking'
}
