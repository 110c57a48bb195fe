/** A day in some calendar of people, `YYYY-MM-DD`. Not an instant: which instants it holds is a zone's to say. */
export type LocalDate = string

export const DAY_MS = 86_400_000
export const HOUR_MS = 3_600_000
export const MINUTE_MS = 60_000

/** Days from 1970-01-01 in the Gregorian calendar, for any year (Hinnant, "chrono-compatible low-level date algorithms"). */
export function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The inverse of {@link daysFromCivil}. */
export function civilFromDays(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))

/** `2026-02-03` of a year, a month from 1 and a day. */
export function formatDate(year: number, month: number, day: number): LocalDate {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** The day number of `YYYY-MM-DD`. Throws a RangeError for anything that is no day of the calendar (2026-02-30). */
export function dayNumber(date: LocalDate): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  const days = match === null ? Number.NaN : daysFromCivil(Number(match[1]), Number(match[2]), Number(match[3]))
  if (match === null || dateOfNumber(days) !== date)
    throw new RangeError(`date must be a day as YYYY-MM-DD, not "${date}"`)
  return days
}

/** The inverse of {@link dayNumber}. */
export function dateOfNumber(days: number): LocalDate {
  const { year, month, day } = civilFromDays(days)
  return formatDate(year, month, day)
}

/** So many days later, or earlier. Throws a RangeError for a day that the calendar does not have. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfNumber(dayNumber(date) + days)
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function isoWeekday(date: LocalDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/** The first day of the month of a day. */
export const monthOf = (day: LocalDate): LocalDate => `${day.slice(0, 7)}-01`

/** The first day of the month so many months later. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  return formatDate(Math.floor(index / 12), (index % 12) + 1, 1)
}

/** Every day from `from` to before `to`. */
export function datesBetween(from: LocalDate, to: LocalDate): LocalDate[] {
  const first = dayNumber(from)
  return Array.from({ length: Math.max(0, dayNumber(to) - first) }, (_, index) => dateOfNumber(first + index))
}
