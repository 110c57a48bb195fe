import { addMonths, HOUR_MS, MINUTE_MS, monthOf, type Zone } from '@pult/engine/time'

import { invalid } from '../platform/index.ts'
import type { Span } from './zone-sql.ts'

const LONGEST_DAYS = 1100

/** A period of the question, and whether it consists of whole local days. */
export interface Period extends Span {
  readonly wholeDays: boolean
}

/**
 * Days of the centre's calendar or instants as a half-open span. Throws a 400 problem for an empty or absurd one, and for an
 * instant between the quarters of an hour in which everything is counted.
 */
export function periodOf(zone: Zone, from: string, to: string): Period {
  const span = { from: instantOf(zone, from), to: instantOf(zone, to) }
  if (span.to <= span.from)
    throw invalid('emptyPeriod', 'body.to: the period ends before it begins.', { at: 'body.to' })
  if (span.to - span.from > LONGEST_DAYS * 24 * HOUR_MS) {
    throw invalid('periodTooLong', `body.to: at most ${LONGEST_DAYS} days can be asked for at once.`, {
      at: 'body.to',
      values: { days: LONGEST_DAYS },
    })
  }
  assertOnGrid(span, 15)
  return { ...span, wholeDays: isDayStart(zone, span.from) && isDayStart(zone, span.to) }
}

/** Throws a 400 problem where an end of the span lies inside an interval: it could only be counted whole or not at all. */
export function assertOnGrid(span: Span, minutes: number): void {
  for (const end of ['from', 'to'] as const) {
    if (span[end] % (minutes * MINUTE_MS) === 0) continue
    throw invalid(
      'betweenIntervals',
      `body.${end}: contacts are counted in intervals of ${minutes} minutes; give a moment at which one begins.`,
      { at: `body.${end}`, values: { minutes } },
    )
  }
}

function instantOf(zone: Zone, moment: string): number {
  return /^\d{4}-\d\d-\d\d$/.test(moment) ? zone.startOfDay(moment) : Date.parse(moment)
}

/** Whether an instant is a local midnight. */
export const isDayStart = (zone: Zone, at: number): boolean => zone.startOfDay(zone.localDate(at)) === at

/** The whole local months inside a period, and what is left before and after them. */
export function splitByMonths(zone: Zone, period: Period): { readonly months: Span | null; readonly edges: Span[] } {
  const first = monthOf(zone.localDate(period.from))
  const start = zone.startOfDay(first) === period.from ? first : addMonths(first, 1)
  const end = monthOf(zone.localDate(period.to))
  const [from, to] = [zone.startOfDay(start), zone.startOfDay(end)]
  if (from >= to) return { months: null, edges: [period] }
  const edges = [
    { from: period.from, to: from },
    { from: to, to: period.to },
  ]
  return { months: { from, to }, edges: edges.filter((edge) => edge.to > edge.from) }
}
