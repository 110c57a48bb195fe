import { sql } from 'kysely'

import { dayKind, HOUR_MS, type Zone } from '@pult/engine/time'

import type { Tx } from '../../platform/index.ts'

export interface Stretch {
  readonly from: number
  readonly to: number
}

/** A silence in which so many contacts were to be expected does not happen by chance (Poisson, e⁻¹⁵). */
const EXPECTED_IN_GAP = 15

/**
 * Stretches of whole hours without a single contact although the same hours of other weeks had many. Holidays are closed days, not
 * gaps.
 */
export function findGaps(
  offeredByHour: ReadonlyMap<number, number>,
  span: Stretch,
  zone: Zone,
  calendar: string,
): Stretch[] {
  const usual = usualByHourOfWeek(offeredByHour, span, zone)
  const gaps: Stretch[] = []
  let from: number | null = null
  let expected = 0
  const first = Math.ceil(span.from / HOUR_MS) * HOUR_MS
  for (let hour = first; hour <= span.to; hour += HOUR_MS) {
    const isSilent =
      (offeredByHour.get(hour) ?? 0) === 0 && hour + HOUR_MS <= span.to && !isHoliday(zone.localDate(hour), calendar)
    if (isSilent) {
      from ??= hour
      expected += usual.get(hourOfWeek(hour, zone)) ?? 0
    } else {
      if (from !== null && expected >= EXPECTED_IN_GAP) gaps.push({ from, to: hour })
      from = null
      expected = 0
    }
  }
  return gaps
}

const isHoliday = (date: string, calendar: string): boolean =>
  ['holiday', 'transferredOff'].includes(dayKind(date, calendar))

function hourOfWeek(hour: number, zone: Zone): number {
  return Math.floor((hour + zone.offsetAt(hour)) / HOUR_MS) % 168
}

/** The median over the weeks: a gap itself must not pull down what is usual. */
function usualByHourOfWeek(offeredByHour: ReadonlyMap<number, number>, span: Stretch, zone: Zone): Map<number, number> {
  const counts = new Map<number, number[]>()
  for (let hour = Math.ceil(span.from / HOUR_MS) * HOUR_MS; hour + HOUR_MS <= span.to; hour += HOUR_MS) {
    const key = hourOfWeek(hour, zone)
    const list = counts.get(key) ?? []
    list.push(offeredByHour.get(hour) ?? 0)
    counts.set(key, list)
  }
  return new Map(
    [...counts].map(([key, list]) => [key, list.toSorted((left, right) => left - right)[list.length >> 1] ?? 0]),
  )
}

/** Contacts offered in each hour of a centre. */
export async function offeredByHour(tx: Tx, centerId: number, span: Stretch): Promise<Map<number, number>> {
  const { rows } = await sql<{ hour: Date; offered: number }>`
    select date_trunc('hour', at) as hour, sum(offered + outbound_attempts) as offered from queue_interval
    where center_id = ${centerId} and at >= ${new Date(span.from - HOUR_MS).toISOString()}::timestamptz and at <= ${new Date(span.to).toISOString()}::timestamptz
    group by 1
  `.execute(tx)
  return new Map(rows.map((row) => [row.hour.getTime(), row.offered]))
}

/** Remembers the gaps of a source, instead of those it had in the same time. */
export async function keepGaps(
  tx: Tx,
  centerId: number,
  sourceId: number,
  span: Stretch,
  gaps: readonly Stretch[],
): Promise<void> {
  await sql`
    delete from data_gap where center_id = ${centerId} and source_id = ${sourceId}
      and started_at >= ${new Date(span.from).toISOString()}::timestamptz and started_at <= ${new Date(span.to).toISOString()}::timestamptz
  `.execute(tx)
  for (const gap of gaps) {
    await sql`
      insert into data_gap (center_id, source_id, started_at, ended_at)
      values (${centerId}, ${sourceId}, ${new Date(gap.from).toISOString()}, ${new Date(gap.to).toISOString()}) on conflict do nothing
    `.execute(tx)
  }
}
