import { sql } from 'kysely'

import { addDays, HOUR_MS, type LocalDate, type Zone } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import { isoOf, type Span } from './zone-sql.ts'

/** `queue`: contacts by queue; `agent`: contacts by agent; `agentTime`: what agents did with their time. */
export const rollupKinds = ['queue', 'agent', 'agentTime'] as const
export type RollupKind = (typeof rollupKinds)[number]
/** `source`: how far sources have told their story; noted before agents' hours, which depend on it. */
export type DueKind = RollupKind | 'source'

/** Taken at once: what their facts need in memory does not grow with an import, and a month's slots are summed three times at most. */
const MOST_DAYS = 11

/**
 * Takes due hours, the newest first and of one month only, and removes them: in this transaction they are computed or stay due. Hours that an
 * intake is still writing are left for the next time. Sorted.
 */
export async function takeDueHours(tx: Tx, centerId: number, kind: DueKind): Promise<number[]> {
  const { rows } = await sql<{ hour: Date }>`
    with newest as (
      select greatest(
        date_trunc('month', max(hour) at time zone 'UTC') at time zone 'UTC', max(hour) - ${MOST_DAYS * 24 - 1} * interval '1 hour'
      ) as from_hour from (
        select hour from rollup_due where center_id = ${centerId} and kind = ${kind} order by hour desc limit 1 for update skip locked
      ) free
    ),
    taken as (
      select hour from rollup_due where center_id = ${centerId} and kind = ${kind} and hour >= (select from_hour from newest) order by hour
      for update skip locked
    )
    delete from rollup_due d using taken where d.center_id = ${centerId} and d.kind = ${kind} and d.hour = taken.hour returning d.hour
  `.execute(tx)
  return rows.map((row) => row.hour.getTime()).toSorted((left, right) => left - right)
}

/** Rows that are there already are locked: whoever computes them now must not take the mark away with them. */
export async function markHours(tx: Tx, centerId: number, kind: RollupKind, hours: readonly number[]): Promise<void> {
  if (hours.length === 0) return
  await sql`
    insert into rollup_due (center_id, kind, hour)
    select ${centerId}::integer, ${kind}, hour from unnest(${hours.map(isoOf)}::timestamptz[]) as hour order by hour
    on conflict (center_id, kind, hour) do update set hour = excluded.hour
  `.execute(tx)
}

/** The hours of a span that are due. */
export async function dueHoursIn(tx: Tx, centerId: number, kind: RollupKind, span: Span): Promise<number[]> {
  const { rows } = await sql<{ hour: Date }>`
    select hour from rollup_due where center_id = ${centerId} and kind = ${kind}
      and hour >= ${isoOf(span.from)}::timestamptz and hour < ${isoOf(span.to)}::timestamptz
  `.execute(tx)
  return rows.map((row) => row.hour.getTime())
}

/** Hours still to be computed; of one kind where the question needs no other. */
export async function countDue(tx: Tx, centerId: number, span?: Span, kind?: RollupKind): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct hour) as n from rollup_due where center_id = ${centerId}
      and (${kind ?? null}::text is null or kind = ${kind ?? null})
      and hour >= ${isoOf(span?.from ?? -6.2e13)}::timestamptz and hour < ${isoOf(span?.to ?? 8e13)}::timestamptz
  `.execute(tx)
  return rows[0]?.n ?? 0
}

/**
 * Sorted hours as few long spans: gaps shorter than what is due around them are computed along, which is cheaper than asking
 * twice.
 */
export function runsOf(hours: readonly number[]): Span[] {
  const runs: { from: number; to: number; due: number }[] = []
  for (const hour of hours) {
    const last = runs.at(-1)
    if (last !== undefined && hour - last.to <= last.due * HOUR_MS) {
      last.to = hour + HOUR_MS
      last.due++
    } else runs.push({ from: hour, to: hour + HOUR_MS, due: 1 })
  }
  return runs.map(({ from, to }) => ({ from, to }))
}

/** The local days that the spans touch, as runs of whole days. */
export function dayRunsOf(
  zone: Zone,
  spans: readonly Span[],
): (Span & { readonly first: LocalDate; readonly last: LocalDate })[] {
  const runs: { first: LocalDate; last: LocalDate }[] = []
  for (const { from, to } of spans) {
    const [first, last] = [zone.localDate(from), zone.localDate(to - 1)]
    const former = runs.at(-1)
    if (former !== undefined && first <= addDays(former.last, 1)) former.last = last > former.last ? last : former.last
    else runs.push({ first, last })
  }
  return runs.map(({ first, last }) => ({
    first,
    last,
    from: zone.startOfDay(first),
    to: zone.startOfDay(addDays(last, 1)),
  }))
}
