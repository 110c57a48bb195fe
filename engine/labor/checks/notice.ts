import { addDays, dayNumber, type LocalDate } from '../../time/index.ts'
import type { RuleParameters } from '../rule.ts'
import type { Finding } from '../violation.ts'

/** Whether a schedule that begins on a day was shown early enough: whole months, then days. */
export function noticeFinding(
  { months, days }: RuleParameters['notice'],
  publishedOn: LocalDate,
  from: LocalDate,
  startOf: (date: LocalDate) => number,
): Finding | null {
  const earliest = addDays(monthsLater(publishedOn, months), days)
  if (earliest <= from) return null
  return {
    code: 'noticeTooShort',
    span: { start: startOf(from), end: startOf(earliest) },
    shiftStarts: [],
    measured: Math.max(0, dayNumber(from) - dayNumber(publishedOn)),
    limit: dayNumber(earliest) - dayNumber(publishedOn),
    unit: 'days',
    details: { from: publishedOn, to: from },
    cures: [[{ act: 'startScheduleLater', from: earliest }]],
  }
}

/** The same day of a later month, or its last where it has no such day: a month from 31 January ends on 28 February. */
export function monthsLater(date: LocalDate, months: number): LocalDate {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const first = (number: number): LocalDate =>
    `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}-01`
  const last = addDays(first(month + 1), -1)
  const wanted = `${last.slice(0, 8)}${date.slice(8)}`
  return wanted < last ? wanted : last
}
