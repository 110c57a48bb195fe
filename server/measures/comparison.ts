import type { Split } from '@pult/contract/measures'
import { addDays, addMonths, DAY_MS, MINUTE_MS, monthOf, type Zone } from '@pult/engine/time'

import { isDayStart, type Period } from './period.ts'

/** A period to compare with, and how its rows find those of the one asked for. */
export interface Comparison extends Period {
  /** Where the whole calendar is moved: by how many months. */
  readonly months: number | null
  /** By how many days the days are moved: always whole weeks, so that weekdays meet their like. */
  readonly days: number
}

const QUARTER_MS = 15 * MINUTE_MS
const YEAR_DAYS = 364

/**
 * Like is compared with like. Whole calendar months meet the months before (or of the year before); anything else moves by whole weeks,
 * so that a Monday meets a Monday, and a year is 52 of them. A period that still runs ends at the same time of its day there:
 * half a day is never held against a whole one.
 */
export function comparisonOf(
  zone: Zone,
  period: Period,
  compare: 'previous' | 'yearBefore',
  { now, byMonth }: { readonly now: number; readonly byMonth: boolean },
): Comparison {
  const runs = period.from < now && now < period.to
  const end = runs ? Math.max(period.from + QUARTER_MS, Math.floor(now / QUARTER_MS) * QUARTER_MS) : period.to
  const length = monthsIn(zone, period)
  if (length !== null && (!runs || byMonth)) {
    const months = compare === 'yearBefore' ? 12 : length
    const [from, to] = [movedByMonths(zone, period.from, -months), movedByMonths(zone, end, -months)]
    return { ...periodFrom(zone, from, to), months, days: weeks((period.from - from) / DAY_MS, Math.round) }
  }
  const days = compare === 'yearBefore' ? YEAR_DAYS : weeks((end - period.from) / DAY_MS, Math.ceil)
  return {
    ...periodFrom(zone, movedByDays(zone, period.from, -days), movedByDays(zone, end, -days)),
    months: null,
    days,
  }
}

/** The key under which a row of the comparison period is found among those of the period. */
export function keyInPeriod(
  zone: Zone,
  { months, days }: Comparison,
  split: Split,
  key: string | number,
): string | number {
  if (split === 'day' || split === 'week') return addDays(String(key), days)
  if (split === 'interval') return new Date(movedByDays(zone, Date.parse(String(key)), days)).toISOString()
  if (split === 'month' && months !== null) return addMonths(`${key}-01`, months).slice(0, 7)
  return key
}

const weeks = (days: number, round: (value: number) => number): number => Math.max(1, round(days / 7)) * 7

const periodFrom = (zone: Zone, from: number, to: number): Period => ({
  from,
  to,
  wholeDays: isDayStart(zone, from) && isDayStart(zone, to),
})

/** How many calendar months the period consists of; null where it begins or ends within one. */
function monthsIn(zone: Zone, { from, to, wholeDays }: Period): number | null {
  const [first, end] = [zone.localDate(from), zone.localDate(to)]
  if (!wholeDays || !first.endsWith('-01') || !end.endsWith('-01')) return null
  const count = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return count(end) - count(first)
}

/** By the wall clock: 10:00 of one day meets 10:00 of the other, whatever the clocks did in between. */
function movedByDays(zone: Zone, at: number, days: number): number {
  const day = zone.localDate(at)
  return zone.startOfDay(addDays(day, days)) + at - zone.startOfDay(day)
}

/** The same day of another month, or its end where it has no such day. */
function movedByMonths(zone: Zone, at: number, months: number): number {
  const day = zone.localDate(at)
  const first = addMonths(monthOf(day), months)
  const next = zone.startOfDay(addMonths(first, 1))
  const moved = zone.startOfDay(addDays(first, Number(day.slice(8)) - 1)) + at - zone.startOfDay(day)
  return Math.min(moved, next)
}
