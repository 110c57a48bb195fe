import { sql } from 'kysely'

import type { HandledContacts } from '@pult/engine/simulation'
import type { WaitCount } from '@pult/engine/staffing'

import type { Tx } from '../platform/index.ts'

/** Half-open, epoch milliseconds. */
export interface DaySpan {
  readonly from: number
  readonly to: number
}

const HALF_HOUR_SECONDS = 1800
const iso = (at: number): string => new Date(at).toISOString()
const ids = (queueIds: readonly number[]): number[] => [...queueIds]

/** What came to one queue in one half-hour of the day, and what became of it. */
export interface CameRow {
  readonly queueId: number
  readonly slot: number
  readonly offered: number
  readonly answered: number
  readonly answeredWithin: number
  /** Gave up, or were taken out of the queue by the system. */
  readonly left: number
  readonly leftWithin: number
  readonly leftShort: number
  readonly answeredWaitSeconds: number
  /** Ring, talk, hold and work after, of the answered. */
  readonly workSeconds: number
}

export interface QueueThreshold {
  readonly queueId: number
  readonly withinSeconds: number
}

export async function readWhatCame(
  tx: Tx,
  centerId: number,
  { from, to }: DaySpan,
  thresholds: readonly QueueThreshold[],
  shortSeconds: number,
): Promise<CameRow[]> {
  const within = sql`l.wait_ms <= q.within * 1000`
  const left = sql`l.outcome in ('abandoned', 'flowedOut')`
  const { rows } = await sql<CameRow>`
    select l.queue_id as "queueId", floor(extract(epoch from l.offered_at - ${iso(from)}::timestamptz) / ${HALF_HOUR_SECONDS})::integer as slot,
      count(*)::integer as offered,
      count(*) filter (where l.outcome = 'answered')::integer as answered,
      count(*) filter (where l.outcome = 'answered' and ${within})::integer as "answeredWithin",
      count(*) filter (where ${left})::integer as "left",
      count(*) filter (where ${left} and ${within})::integer as "leftWithin",
      count(*) filter (where ${left} and ${within} and l.wait_ms <= ${shortSeconds * 1000}::double precision)::integer as "leftShort",
      coalesce(sum(l.wait_ms) filter (where l.outcome = 'answered'), 0)::double precision / 1000 as "answeredWaitSeconds",
      coalesce(sum(l.ring_ms + l.talk_ms + l.hold_ms + l.acw_ms) filter (where l.outcome = 'answered'), 0)::double precision / 1000 as "workSeconds"
    from contact_leg l
    join unnest(${thresholds.map(({ queueId }) => queueId)}::integer[], ${thresholds.map(({ withinSeconds }) => withinSeconds)}::double precision[])
      as q (queue_id, within) on q.queue_id = l.queue_id
    where l.center_id = ${centerId} and l.direction = 'inbound' and l.outcome <> 'open' and l.offered_at >= ${iso(from)} and l.offered_at < ${iso(to)}
    group by 1, 2
  `.execute(tx)
  return rows
}

/** Voice queues with contacts in the span; all of them where none was asked for. */
export async function readVoiceQueues(tx: Tx, centerId: number, { from, to }: DaySpan): Promise<number[]> {
  const { rows } = await sql<{ queueId: number }>`
    select distinct l.queue_id as "queueId" from contact_leg l join queue q on q.center_id = l.center_id and q.queue_id = l.queue_id
    where l.center_id = ${centerId} and l.direction = 'inbound' and q.channel = 'voice' and l.offered_at >= ${iso(from)} and l.offered_at < ${iso(to)}
    order by 1
  `.execute(tx)
  return rows.map(({ queueId }) => queueId)
}

/** How long contacts of a queue keep an agent, over the days that were learnt from. */
export interface WorkShape {
  readonly queueId: number
  readonly meanSeconds: number
  readonly sdSeconds: number
  /** Part of it: the phone rings, and the customer still waits. */
  readonly ringSeconds: number
}

export async function readWorkShapes(
  tx: Tx,
  centerId: number,
  span: DaySpan,
  queueIds: readonly number[],
): Promise<WorkShape[]> {
  const work = sql`(ring_ms + talk_ms + hold_ms + acw_ms) / 1000.0`
  const { rows } = await sql<WorkShape>`
    select queue_id as "queueId", avg(${work})::double precision as "meanSeconds", coalesce(stddev_samp(${work}), 0)::double precision as "sdSeconds",
      (avg(ring_ms) / 1000.0)::double precision as "ringSeconds"
    from contact_leg
    where center_id = ${centerId} and queue_id = any(${ids(queueIds)}::integer[]) and direction = 'inbound' and outcome = 'answered'
      and offered_at >= ${iso(span.from)} and offered_at < ${iso(span.to)}
    group by 1 having avg(${work}) > 0
  `.execute(tx)
  return rows
}

/** Waits by their length in whole seconds, by how they ended. A wait that ended with an answer ends when the phone began to ring. */
export async function readWaitCounts(
  tx: Tx,
  centerId: number,
  span: DaySpan,
  queueIds: readonly number[],
): Promise<ReadonlyMap<number, readonly WaitCount[]>> {
  const { rows } = await sql<WaitCount & { queueId: number }>`
    select queue_id as "queueId", least(7200, greatest(0, round((wait_ms - ring_ms) / 1000.0)))::integer as "waitSeconds",
      count(*) filter (where outcome <> 'answered')::integer as "left", count(*) filter (where outcome = 'answered')::integer as answered
    from contact_leg
    where center_id = ${centerId} and queue_id = any(${ids(queueIds)}::integer[]) and direction = 'inbound'
      and outcome in ('answered', 'abandoned', 'flowedOut') and offered_at >= ${iso(span.from)} and offered_at < ${iso(span.to)}
    group by 1, 2
  `.execute(tx)
  return Map.groupBy(rows, ({ queueId }) => queueId)
}

/** Who answered what: the skills that the log shows. */
export async function readHandled(
  tx: Tx,
  centerId: number,
  span: DaySpan,
  queueIds: readonly number[],
): Promise<HandledContacts[]> {
  const { rows } = await sql<HandledContacts>`
    select agent_id as agent, queue_id as queue, count(*)::integer as contacts from contact_leg
    where center_id = ${centerId} and queue_id = any(${ids(queueIds)}::integer[]) and direction = 'inbound' and outcome = 'answered'
      and agent_id is not null and offered_at >= ${iso(span.from)} and offered_at < ${iso(span.to)}
    group by 1, 2
  `.execute(tx)
  return rows
}

/** Of one agent in one half-hour. */
export interface PresenceRow {
  readonly agent: number
  readonly slot: number
  /** Signed in and neither paused nor in training or other work. */
  readonly presentSeconds: number
  readonly handlingSeconds: number
  readonly hasSession: boolean
}

export async function readPresence(tx: Tx, centerId: number, { from, to }: DaySpan): Promise<PresenceRow[]> {
  const of = (...states: string[]) => sql`coalesce(sum(ms) filter (where state = any(${states}::text[])), 0)`
  const { rows } = await sql<PresenceRow>`
    select agent_id as agent, floor(extract(epoch from at - ${iso(from)}::timestamptz) / ${HALF_HOUR_SECONDS})::integer as slot,
      (greatest(0, ${of('session')} - ${of('pause', 'training', 'offQueue')}) / 1000.0)::double precision as "presentSeconds",
      (${of('handling', 'signedOut')} / 1000.0)::double precision as "handlingSeconds", ${of('session')} > 0 as "hasSession"
    from agent_time_interval where center_id = ${centerId} and at >= ${iso(from)} and at < ${iso(to)} group by 1, 2
  `.execute(tx)
  return rows
}

/** Work of agents on anything but these queues: other queues, calls out. */
export interface ElsewhereRow {
  readonly agent: number
  /** Epoch milliseconds. */
  readonly from: number
  readonly to: number
}

const LONGEST_WORK_MS = 2 * 3_600_000

export async function readElsewhere(
  tx: Tx,
  centerId: number,
  span: DaySpan,
  queueIds: readonly number[],
): Promise<ElsewhereRow[]> {
  const epoch = sql`extract(epoch from offered_at) * 1000`
  const { rows } = await sql<ElsewhereRow>`
    select agent_id as agent,
      (${epoch} + case when direction = 'outbound' then 0 else wait_ms - ring_ms end)::double precision as from,
      (${epoch} + wait_ms + talk_ms + hold_ms + acw_ms)::double precision as to
    from contact_leg
    where center_id = ${centerId} and agent_id is not null and outcome in ('answered', 'unreached')
      and (direction = 'outbound' or queue_id is null or not queue_id = any(${ids(queueIds)}::integer[]))
      and offered_at >= ${iso(span.from - LONGEST_WORK_MS)} and offered_at < ${iso(span.to)}
  `.execute(tx)
  return rows
}
