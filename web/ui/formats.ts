import type { Language } from './text.ts'

/** Whatever names a moment: epoch milliseconds, ISO text with an offset, or a Date. */
export type Instant = number | string | Date
type Maybe<T> = T | null | undefined

/** What is shown where there is nothing to show. Never 0 and never 100 %. */
export const EMPTY = '–'

/**
 * Numbers, dates and durations as people of the language write them, in the time zone of the centre. Every function
 * answers "–" for nothing.
 */
export interface Formats {
  readonly language: Language
  readonly timeZone: string
  number(value: Maybe<number>, digits?: number): string
  /** +3 or −3. */
  signed(value: Maybe<number>, digits?: number): string
  /** A fraction as per cent: 0.796 is 79.6 %. What is not quite all is never rounded up to 100 %. */
  percent(fraction: Maybe<number>, digits?: number): string
  /** A difference of two fractions, in percentage points. */
  points(difference: Maybe<number>, digits?: number): string
  /** Seconds as m:ss or h:mm:ss. */
  duration(seconds: Maybe<number>): string
  /** Seconds as hours with one digit: 7.5 h. */
  hours(seconds: Maybe<number>): string
  /** 80/20; 90/4 h beyond an hour. */
  serviceTarget(target: Maybe<{ readonly fraction: number; readonly withinSeconds: number }>): string
  /** Integer minor units and a currency (RUB, USD …). */
  money(minorUnits: Maybe<number>, currency: string): string
  bytes(value: Maybe<number>): string
  /** `YYYY-MM-DD` or an instant as a date: 7 ноября 2026 г. → 07.11.2026. */
  date(value: Maybe<Instant>): string
  /** Without the year: 7 ноя. */
  dayMonth(value: Maybe<Instant>): string
  /** With the weekday: сб, 7 ноября. */
  longDate(value: Maybe<Instant>): string
  time(value: Maybe<Instant>): string
  /** With seconds, for logs and contacts. */
  timeToSeconds(value: Maybe<Instant>): string
  dateTime(value: Maybe<Instant>): string
  /** Two local days as one period: 1–7 ноября. */
  dateRange(from: string, to: string): string
  /** Two instants, the second no longer in it: whole days as days, `23.11.2026, 08:30–09:00` within one. */
  stretch(from: Maybe<Instant>, to: Maybe<Instant>): string
  /** Minutes from midnight as a clock: 570 is 09:30. */
  clock(minutes: Maybe<number>): string
  /** 1 is Monday, 7 is Sunday (ISO). */
  weekday(isoWeekday: number, width?: 'short' | 'long'): string
  month(number: number, width?: 'short' | 'long'): string
  /** Today's date in the centre, `YYYY-MM-DD`. */
  today(now: Instant): string
}

const MINUS = '−'
const HOUR_SECONDS = 3600
const localDay = /^\d{4}-\d{2}-\d{2}$/

export function createFormats(language: Language, timeZone: string): Formats {
  const numbers = numberFormats(language)
  const dates = dateFormats(language, timeZone)
  return { language, timeZone, ...numbers, ...dates }
}

type NumberFormats = Pick<
  Formats,
  'number' | 'signed' | 'percent' | 'points' | 'duration' | 'hours' | 'serviceTarget' | 'money' | 'bytes' | 'clock'
>

function numberFormats(language: Language): NumberFormats {
  const number = (value: number, digits: number, options: Intl.NumberFormatOptions = {}): string =>
    cached(language, { minimumFractionDigits: digits, maximumFractionDigits: digits, ...options })
      .format(value)
      .replace(/^-/, MINUS)
  const plain = (value: number, digits?: number): string =>
    digits === undefined ? number(value, 0, { maximumFractionDigits: defaultDigits(value) }) : number(value, digits)
  const sign = (value: number): string => (value > 0 ? '+' : '')
  const unit = language === 'ru' ? { points: 'п.п.', hours: 'ч' } : { points: 'pp', hours: 'h' }
  return {
    number: (value, digits) => (absent(value) ? EMPTY : plain(value, digits)),
    signed: (value, digits) => (absent(value) ? EMPTY : sign(value) + plain(value, digits)),
    percent: (value, digits) => (absent(value) ? EMPTY : `${percentDigits(value, digits, number)}\u00A0%`),
    points: (value, digits = 1) =>
      absent(value) ? EMPTY : `${sign(value)}${number(value * 100, digits)}\u00A0${unit.points}`,
    duration: (value) => (absent(value) ? EMPTY : duration(value)),
    hours: (value) => (absent(value) ? EMPTY : `${number(value / HOUR_SECONDS, 1)}\u00A0${unit.hours}`),
    serviceTarget: (target) =>
      target === null || target === undefined ? EMPTY : serviceTarget(target, plain, unit.hours),
    money: (minor, currency) => (absent(minor) ? EMPTY : money(minor, currency, language)),
    bytes: (value) => (absent(value) ? EMPTY : bytes(value, language)),
    clock: (minutes) => (absent(minutes) ? EMPTY : `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`),
  }
}

const absent = (value: Maybe<number>): value is null | undefined =>
  value === null || value === undefined || Number.isNaN(value)
const two = (value: number): string => String(value).padStart(2, '0')
const defaultDigits = (value: number): number => (Number.isInteger(value) ? 0 : Math.abs(value) < 10 ? 2 : 1)

/** 99.97 % is shown as 99.9 and 0.02 % as "< 0.1": nobody is told that all or nothing happened when it did not. */
function percentDigits(
  fraction: number,
  digits: number | undefined,
  number: (value: number, digits: number) => string,
): string {
  const shown = digits ?? (fraction === 0 || fraction === 1 ? 0 : 1)
  const percent = fraction * 100
  const step = 10 ** -shown
  const isRoundedToAll = percent < 100 && percent > 100 - step / 2
  const isRoundedToNothing = percent > 0 && percent < step / 2
  if (isRoundedToAll) return number(100 - step, shown)
  if (isRoundedToNothing) return `<\u00A0${number(step, shown)}`
  return number(percent, shown)
}

function duration(seconds: number): string {
  const whole = Math.round(Math.abs(seconds))
  const hours = Math.floor(whole / HOUR_SECONDS)
  const minutes = Math.floor((whole % HOUR_SECONDS) / 60)
  const rest = two(whole % 60)
  const sign = seconds < 0 && whole > 0 ? MINUS : ''
  return hours > 0 ? `${sign}${hours}:${two(minutes)}:${rest}` : `${sign}${minutes}:${rest}`
}

function serviceTarget(
  target: { readonly fraction: number; readonly withinSeconds: number },
  number: (value: number) => string,
  hoursUnit: string,
): string {
  const percent = number(Math.round(target.fraction * 10_000) / 100)
  if (target.withinSeconds < HOUR_SECONDS) return `${percent}/${number(target.withinSeconds)}`
  return `${percent}/${number(target.withinSeconds / HOUR_SECONDS)}\u00A0${hoursUnit}`
}

function money(minorUnits: number, currency: string, language: Language): string {
  const formatter = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  const digits = formatter.resolvedOptions().maximumFractionDigits ?? 2
  return formatter.format(minorUnits / 10 ** digits).replace(/^-/, MINUS)
}

function bytes(value: number, language: Language): string {
  const units = language === 'ru' ? ['Б', 'КБ', 'МБ', 'ГБ', 'ТБ'] : ['B', 'KB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length - 1, value < 1 ? 0 : Math.floor(Math.log(value) / Math.log(1024)))
  const scaled = value / 1024 ** power
  return `${cached(language, { maximumFractionDigits: power > 0 && scaled < 10 ? 1 : 0 }).format(scaled)}\u00A0${units[power]}`
}

type DateFormats = Pick<
  Formats,
  | 'date'
  | 'dayMonth'
  | 'longDate'
  | 'time'
  | 'timeToSeconds'
  | 'dateTime'
  | 'dateRange'
  | 'stretch'
  | 'weekday'
  | 'month'
  | 'today'
>

function dateFormats(language: Language, timeZone: string): DateFormats {
  const locale = language === 'ru' ? 'ru-RU' : 'en-GB'
  const format = (options: Intl.DateTimeFormatOptions) => {
    const ofInstant = new Intl.DateTimeFormat(locale, { ...options, timeZone })
    const ofDay = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    return (value: Maybe<Instant>): string => {
      if (value === null || value === undefined || value === '') return EMPTY
      const isDay = typeof value === 'string' && localDay.test(value)
      return (isDay ? ofDay : ofInstant).format(new Date(value))
    }
  }
  const day: Intl.DateTimeFormatOptions = { day: '2-digit', month: '2-digit', year: 'numeric' }
  const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
  const range = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const isoDay = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone })
  const date = format(day)
  const time = format(clock)
  const dateTime = format({ ...day, ...clock })
  const dateRange = (from: string, to: string): string =>
    from === to ? range.format(new Date(from)) : range.formatRange(new Date(from), new Date(to))
  const today = (now: Instant): string => isoDay.format(new Date(now))
  const isMidnight = (value: Instant): boolean => time(value) === '00:00'
  return {
    date,
    dayMonth: format({ day: 'numeric', month: 'short' }),
    longDate: format({ weekday: 'short', day: 'numeric', month: 'long' }),
    time,
    timeToSeconds: format({ ...clock, second: '2-digit' }),
    dateTime,
    dateRange,
    stretch: (from, to) => {
      if (from === null || from === undefined || to === null || to === undefined) return EMPTY
      const last = new Date(new Date(to).getTime() - 1)
      if (isMidnight(from) && isMidnight(to)) return dateRange(today(from), today(last))
      return today(from) === today(last)
        ? `${date(from)}, ${time(from)}–${isMidnight(to) ? '24:00' : time(to)}`
        : `${dateTime(from)} – ${dateTime(to)}`
    },
    weekday: (isoWeekday, width = 'short') =>
      new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' }).format(
        new Date(Date.UTC(2024, 0, isoWeekday)),
      ),
    month: (number, width = 'long') =>
      new Intl.DateTimeFormat(locale, { month: width, timeZone: 'UTC' }).format(
        new Date(Date.UTC(2024, number - 1, 15)),
      ),
    today,
  }
}

const formatters = new Map<string, Intl.NumberFormat>()

/** Making a formatter costs more than using one a thousand times. */
function cached(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options)
  const known = formatters.get(key) ?? new Intl.NumberFormat(language, options)
  formatters.set(key, known)
  return known
}
