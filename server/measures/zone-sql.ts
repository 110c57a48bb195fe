import { sql, type RawBuilder } from 'kysely'

import { addDays, createZone, HOUR_MS, type LocalDate, type Zone } from '@pult/engine/time'

const zonesByName = new Map<string, Zone>()

/** One zone object a name, because it remembers what it has looked up. */
export function zoneOf(timeZone: string): Zone {
  let zone = zonesByName.get(timeZone)
  if (zone === undefined) {
    zone = createZone(timeZone)
    zonesByName.set(timeZone, zone)
  }
  return zone
}

/** An instant as a parameter. */
export const instant = (ms: number): RawBuilder<Date> => sql<Date>`${new Date(ms).toISOString()}::timestamptz`

export const isoOf = (ms: number): string => new Date(ms).toISOString()

/** Half-open, epoch milliseconds. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Where the clock changes within the span: `offset` holds until `until`; the last one to the end. */
export function offsetsOf(zone: Zone, span: Span): { readonly until: number; readonly offset: number }[] {
  const steps: { until: number; offset: number }[] = []
  let at = span.from
  let offset = zone.offsetAt(at)
  while (at < span.to) {
    // A clock changes at most once a day, so looking at each day's end finds every change.
    const next = Math.min(at + 24 * HOUR_MS, span.to)
    const after = zone.offsetAt(next)
    if (after !== offset) {
      steps.push({ until: changeBetween(zone, at, next), offset })
      offset = after
    }
    at = next
  }
  return [...steps, { until: Number.POSITIVE_INFINITY, offset }]
}

function changeBetween(zone: Zone, from: number, to: number): number {
  const before = zone.offsetAt(from)
  let [low, high] = [from, to]
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000
    if (middle <= low) break
    if (zone.offsetAt(middle) === before) low = middle
    else high = middle
  }
  return high
}

/**
 * The local time (timestamp without zone) of an instant of the span. Offsets are added rather than `at time zone`, which
 * looks the zone up for every row and costs seven times as much.
 */
export function localTime(zone: Zone, span: Span, at: RawBuilder<unknown>): RawBuilder<unknown> {
  const steps = offsetsOf(zone, span)
  const interval = (offset: number): RawBuilder<unknown> => sql`${sql.lit(`${offset / 1000} seconds`)}::interval`
  const last = steps.at(-1)?.offset ?? 0
  if (steps.length === 1) return sql`((${at} at time zone 'UTC') + ${interval(last)})`
  const cases = steps.slice(0, -1).map((step) => sql`when ${at} < ${instant(step.until)} then ${interval(step.offset)}`)
  return sql`((${at} at time zone 'UTC') + case ${sql.join(cases, sql` `)} else ${interval(last)} end)`
}

/** From the first instant of one day to the first instant of the day after another. */
export function daysSpan(zone: Zone, first: LocalDate, last: LocalDate): Span {
  return { from: zone.startOfDay(first), to: zone.startOfDay(addDays(last, 1)) }
}
