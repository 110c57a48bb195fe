import { sql } from 'kysely'

import type { Channel } from '@pult/engine/contacts'
import { HOUR_MS } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import { contactAggregate } from './counter-sql.ts'
import type { Fragment } from './legs-sql.ts'
import type { DayCounts, LiveQueue } from './today-counts.ts'
import { instant, isoOf, type Span } from './zone-sql.ts'

/** An open contact older than this is one whose end was never told; who writes may wait for days. */
const STALE_MS = 6 * HOUR_MS
const STALE_WRITTEN_MS = 14 * 24 * HOUR_MS

/** A file that ended longer ago tells nothing of this moment: what was open at its end is not known to be open still. */
const FILE_ENDED_MS = HOUR_MS / 2

/** Whether the source of facts in `table` goes on telling: scripts do until they say otherwise, files until they end. */
export const isToldStill = (table: 'contact_leg' | 'agent_state', centerId: number, now: number): Fragment => sql`
  ${sql.ref(`${table}.source_id`)} not in (
    select source_id from source join source_seen using (center_id, source_id)
    where center_id = ${centerId} and kind in ('queueLog', 'table') and seen_until < ${instant(now - FILE_ENDED_MS)})`

export interface TodayQueue {
  readonly queueId: number
  readonly name: string
  readonly channel: Channel
}

export async function queuesOf(tx: Tx, centerId: number): Promise<TodayQueue[]> {
  const { rows } = await sql<TodayQueue>`
    select queue_id as "queueId", name, channel from queue where center_id = ${centerId} and status <> 'archived' order by name collate names
  `.execute(tx)
  return rows
}

/** Inbound counters of each queue over each of several stretches, with what was within each threshold; in the order of the stretches. */
export async function queueCounts(
  tx: Tx,
  centerId: number,
  spans: readonly Span[],
  thresholds: readonly number[],
): Promise<Map<number, DayCounts>[]> {
  const within = (['answeredWithin', 'abandonedWithin', 'flowedOutWithin', 'callbackWithin'] as const).flatMap(
    (counter) =>
      thresholds.map(
        (threshold) => sql`${contactAggregate({ counter, threshold })} as ${sql.ref(`${counter}:${threshold}`)}`,
      ),
  )
  const plain = (
    [
      'offered',
      'answered',
      'abandoned',
      'flowedOut',
      'handled',
      'waitAnsweredMs',
      'waitAbandonedMs',
      'waitFlowedOutMs',
      'talkMs',
      'holdMs',
      'acwMs',
    ] as const
  ).map((counter) => sql`${contactAggregate({ counter, threshold: undefined })} as ${sql.ref(counter)}`)
  const { rows } = await sql<DayCounts & { place: number; queue_id: number }>`
    select place, queue_id, ${sql.join([...plain, ...within])} from ${spansTable(spans)} join queue_interval
      on center_id = ${centerId} and direction = 'inbound' and at >= from_at and at < to_at
    group by place, queue_id
  `.execute(tx)
  const counts = spans.map(() => new Map<number, DayCounts>())
  for (const { place, queue_id: queueId, ...sums } of rows) counts[place]?.set(queueId, sums)
  return counts
}

/** Stretches as rows, in their order: one question instead of one for each. */
export const spansTable = (spans: readonly Span[]): Fragment => sql`unnest(
  ${spans.map((_span, place) => place)}::integer[], ${spans.map(({ from }) => isoOf(from))}::timestamptz[],
  ${spans.map(({ to }) => isoOf(to))}::timestamptz[]) as span(place, from_at, to_at)`

/** Who waits and who is served this moment. */
export async function liveLegs(tx: Tx, centerId: number, now: number): Promise<Map<number, LiveQueue>> {
  const { rows } = await sql<{ queueId: number; waiting: Date[] | null; inService: number }>`
    select coalesce(queue_id, 0) as "queueId", array_agg(offered_at) filter (where agent_id is null) as waiting,
      count(*) filter (where agent_id is not null) as "inService"
    from contact_leg where center_id = ${centerId} and outcome = 'open' and direction = 'inbound' and not coalesce('endMissing' = any(flags), false)
      and offered_at >= ${instant(now - STALE_WRITTEN_MS)} and offered_at <= ${instant(now)}
      and (offered_at >= ${instant(now - STALE_MS)} or channel in ('email', 'messenger'))
      and ${isToldStill('contact_leg', centerId, now)} group by 1
  `.execute(tx)
  return new Map(
    rows.map((row) => [
      row.queueId,
      { waitingSince: (row.waiting ?? []).map((at) => at.getTime()), inService: row.inService },
    ]),
  )
}

export async function lastFactAt(tx: Tx, centerId: number): Promise<number | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(seen_until) as at from source_seen where center_id = ${centerId}
  `.execute(tx)
  return rows[0]?.at?.getTime() ?? null
}
