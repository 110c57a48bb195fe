import { addDays } from '../time/index.ts'
import { numberInWords, signedInWords } from './resume-words.ts'
import type { ResumeLanguage } from './resume.ts'

/** Days `[from, to)`, as the measures room has periods. */
export interface ResultPeriod {
  readonly from: string
  readonly to: string
}

/** What a verified result says, as far as the person discloses it. */
export interface ResultStatement {
  readonly name: { readonly ru: string; readonly en: string }
  readonly unit: 'contacts' | 'fraction' | 'seconds' | 'times'
  /** Difference: of fractions in points, of everything else relative. */
  readonly change: number
  /** Null where only the change is disclosed. */
  readonly values: { readonly now: number; readonly before: number } | null
  /** Null where the queues are not disclosed, or it is the whole centre. */
  readonly queues: readonly string[] | null
  readonly period: ResultPeriod
  readonly before: ResultPeriod
}

/** The change of a measure, as a statement tells it: a share's in points, everything else's relative to what was. */
export function changeOf(unit: ResultStatement['unit'], now: number, before: number): number | null {
  if (unit === 'fraction') return now - before
  return before === 0 ? null : now / before - 1
}

/** "AHT: −12,4 %, 2026 к 2025"; the period of comparison is never left out. */
export function statementText(
  { name, unit, change, values, queues, period, before }: ResultStatement,
  language: ResumeLanguage,
): string {
  const of = queues === null || queues.length === 0 ? '' : ` (${queues.join(', ')})`
  const moved = changeInWords(unit, change, language)
  const figures =
    values === null
      ? moved
      : `${valueInWords(unit, values.before, language)} → ${valueInWords(unit, values.now, language)} (${moved})`
  const against = language === 'ru' ? 'к' : 'against'
  return `${name[language]}${of}: ${figures}, ${periodInWords(period, language)} ${against} ${periodInWords(before, language)}`
}

function changeInWords(unit: ResultStatement['unit'], change: number, language: ResumeLanguage): string {
  const told = signedInWords(change * 100, language, 1)
  if (unit !== 'fraction') return language === 'ru' ? `${told} %` : `${told}%`
  return language === 'ru' ? `${told} п. п.` : `${told} points`
}

/** A measure's value as a résumé writes it. */
export function valueInWords(unit: ResultStatement['unit'], value: number, language: ResumeLanguage): string {
  if (unit === 'fraction') return `${numberInWords(value * 100, language, 1)}${language === 'ru' ? ' %' : '%'}`
  if (unit === 'seconds')
    return value < 60 ? `${numberInWords(value, language, 1)} ${language === 'ru' ? 'с' : 's'}` : clock(value)
  return numberInWords(value, language, unit === 'times' ? 2 : 0)
}

function clock(seconds: number): string {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

const ROMAN = ['I', 'II', 'III', 'IV'] as const

/** A whole year as "2026", a half-year as "1-е полугодие 2026", a quarter as "III кв. 2026", a month as "10.2026", else its first and last day. */
export function periodInWords({ from, to }: ResultPeriod, language: ResumeLanguage): string {
  const [year = '', month = ''] = from.split('-')
  const place = Number(month) - 1
  const months = from.endsWith('-01') && to.endsWith('-01') ? monthNumber(to) - monthNumber(from) : 0
  if (months === 12 && place === 0) return year
  if (months === 6 && place % 6 === 0) return halfInWords(place / 6 + 1, year, language)
  if (months === 3 && place % 3 === 0)
    return language === 'ru' ? `${ROMAN[place / 3]} кв. ${year}` : `Q${place / 3 + 1} ${year}`
  if (months === 1) return `${month}.${year}`
  const written = (date: string): string => (language === 'ru' ? date.split('-').toReversed().join('.') : date)
  return `${written(from)}–${written(addDays(to, -1))}`
}

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))

const halfInWords = (half: number, year: string, language: ResumeLanguage): string =>
  language === 'ru' ? `${half}-е полугодие ${year}` : `${half === 1 ? 'first' : 'second'} half of ${year}`
