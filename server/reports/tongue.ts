import type { ReportCell, ReportLanguage } from '@pult/contract/report-words'

import type { DaysOfReport } from './report-times.ts'
import { reportWords, type ReportWord } from './report-words.ts'

type Maybe = number | null | undefined

/** Words, numbers and days as people of the language write them. */
export interface Tongue {
  readonly language: ReportLanguage
  t(word: ReportWord, values?: Readonly<Record<string, string | number>>): string
  number(value: Maybe, digits?: number): string
  signed(value: Maybe, digits?: number): string
  percent(fraction: Maybe): string
  /** A difference of two fractions, in points. */
  points(difference: Maybe): string
  /** m:ss, from an hour on h:mm:ss. */
  seconds(value: Maybe): string
  date(day: string): string
  dayMonth(day: string): string
  range(days: DaysOfReport): string
  /** 1: `пн`. */
  weekday(day: number): string
  /** `пн 10:00–11:00`. */
  weekHour(hour: number): string
  dateTime(at: number, timeZone: string): string
}

const MINUS = '−'
const EMPTY = '–'
const known = (value: Maybe): value is number => value !== null && value !== undefined && Number.isFinite(value)

export function tongueOf(language: ReportLanguage): Tongue {
  const words = reportWords[language]
  const locale = language === 'ru' ? 'ru-RU' : 'en-GB'
  const plain = (value: number, digits: number): string =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
      .format(Object.is(value, -0) ? 0 : value)
      .replace(/^-/, MINUS)
  const sign = (value: number, digits: number): string => {
    const text = plain(Math.abs(value), digits)
    // What rounds to nothing has no sign.
    if (!/[1-9]/.test(text)) return text
    return `${value < 0 ? MINUS : '+'}${text}`
  }
  const ofDay = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    return (day: string): string => format.format(new Date(day))
  }
  const range = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const ofWeek = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  // 1 January 2024 was a Monday.
  const weekday = (day: number): string => ofWeek.format(new Date(Date.UTC(2024, 0, day)))
  const points = language === 'ru' ? 'п.п.' : 'pp'
  return {
    language,
    t: (word, values = {}) =>
      words[word].replaceAll(/\{(\w+)\}/g, (all, name: string) =>
        values[name] === undefined ? all : String(values[name]),
      ),
    number: (value, digits = 0) => (known(value) ? plain(value, digits) : EMPTY),
    signed: (value, digits = 0) => (known(value) ? sign(value, digits) : EMPTY),
    percent: (fraction) => (known(fraction) ? `${plain(fraction * 100, 1)}\u00A0%` : EMPTY),
    points: (difference) => (known(difference) ? `${sign(difference * 100, 1)}\u00A0${points}` : EMPTY),
    seconds: (value) => {
      if (!known(value)) return EMPTY
      const whole = Math.round(Math.abs(value))
      const minus = value < 0 && whole > 0 ? MINUS : ''
      const two = (part: number): string => String(part).padStart(2, '0')
      const minutes = Math.floor(whole / 60)
      if (minutes < 60) return `${minus}${minutes}:${two(whole % 60)}`
      return `${minus}${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`
    },
    date: ofDay({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    dayMonth: ofDay({ day: '2-digit', month: '2-digit' }),
    range: ({ firstDay, lastDay }) =>
      firstDay === lastDay
        ? range.format(new Date(firstDay))
        : range.formatRange(new Date(firstDay), new Date(lastDay)).replaceAll('\u2009', ' '),
    weekday,
    weekHour: (hour) => {
      const clock = (value: number): string => `${String(value).padStart(2, '0')}:00`
      return `${weekday(1 + Math.floor(hour / 24))} ${clock(hour % 24)}–${clock((hour % 24) + 1)}`
    },
    dateTime: (at, timeZone) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short', timeZone }).format(new Date(at)),
  }
}

export const textCell = (text: string): ReportCell => ({ text, value: null, format: null })

/** Numbers as they are read, with what stands behind them for a workbook. */
export interface Cells {
  count(value: Maybe): ReportCell
  percent(value: Maybe): ReportCell
  points(value: Maybe): ReportCell
  seconds(value: Maybe): ReportCell
  one(value: Maybe): ReportCell
  signedOne(value: Maybe): ReportCell
}

export function cellsOf(tongue: Tongue): Cells {
  const cell = (text: string, value: Maybe, format: string): ReportCell => ({
    text,
    value: known(value) ? value : null,
    format,
  })
  return {
    count: (value) => cell(tongue.number(value), value, '#,##0'),
    percent: (value) => cell(tongue.percent(value), value, '0.0%'),
    points: (value) => cell(tongue.points(value), known(value) ? value * 100 : null, '+0.0;-0.0;0.0'),
    seconds: (value) => cell(tongue.seconds(value), value, '0.0'),
    one: (value) => cell(tongue.number(value, 1), value, '#,##0.0'),
    signedOne: (value) => cell(tongue.signed(value, 1), value, '+0.0;-0.0;0.0'),
  }
}
