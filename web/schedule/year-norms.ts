import { createLaborCalendar, workingTimeNorm } from '@pult/engine/labor'
import { addDays, createZone, dayNumber, isProvisional } from '@pult/engine/time'

/** The norm of a month, a quarter or the year. */
export interface NormRow {
  readonly kind: 'month' | 'quarter' | 'year'
  /** Of its kind, from 1. */
  readonly number: number
  readonly workingDays: number
  readonly daysOff: number
  readonly shortenedDays: number
  readonly hours: number
}

const two = (value: number): string => String(value).padStart(2, '0')

/** Norms of a year: twelve months, each quarter after its three, and the year. */
export function yearNorms(
  calendarId: string,
  year: number,
  weekHours: number,
): { readonly rows: readonly NormRow[]; readonly isProvisional: boolean } {
  // A norm is counted in whole local days: the zone has no part in it.
  const calendar = createLaborCalendar(calendarId, createZone('UTC'))
  const rowOf = (kind: NormRow['kind'], number: number, firstMonth: number, months: number): NormRow => {
    const from = `${year}-${two(firstMonth)}-01`
    const next = firstMonth + months
    const to = addDays(next > 12 ? `${year + 1}-01-01` : `${year}-${two(next)}-01`, -1)
    const { minutes, workingDays, shortenedDays } = workingTimeNorm({ calendar, from, to, weekHours, rate: 1 })
    const days = dayNumber(to) - dayNumber(from) + 1
    return { kind, number, workingDays, daysOff: days - workingDays, shortenedDays, hours: minutes / 60 }
  }
  const rows: NormRow[] = []
  for (let month = 1; month <= 12; month++) {
    rows.push(rowOf('month', month, month, 1))
    if (month % 3 === 0) rows.push(rowOf('quarter', month / 3, month - 2, 3))
  }
  rows.push(rowOf('year', year, 1, 12))
  return { rows, isProvisional: isProvisional(year, calendarId) }
}
