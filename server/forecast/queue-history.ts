import { sql } from 'kysely'

import { DAY_MS, addDays, type LocalDate, type Zone } from '@pult/engine/time'

import { queueGaps } from '../contacts/index.ts'
import type { Tx } from '../platform/index.ts'
import type { Quarters, Stretch } from './history-rows.ts'

/** A queue with a past. */
export interface QueueWithPast {
  readonly queueId: number
  readonly channel: string
  readonly firstDay: LocalDate
}

/** What is known of a centre's past, whichever queue. */
export interface Past {
  readonly queues: readonly QueueWithPast[]
  /** Days of which the centre has told anything, in order. */
  readonly told: readonly LocalDate[]
  readonly gaps: readonly Stretch[]
  /** Epoch milliseconds, half-open. */
  readonly from: number
  readonly to: number
}

/** Two years show the year's shape twice; older history says little about next month. */
const HISTORY_DAYS = 731

/** Which queues have a past up to the end of `lastDay`, and which days and stretches nothing was told of. */
export async function readPast(tx: Tx, centerId: number, zone: Zone, lastDay: LocalDate): Promise<Past> {
  const from = zone.startOfDay(addDays(lastDay, 1 - HISTORY_DAYS))
  const to = zone.startOfDay(addDays(lastDay, 1))
  const queues = await sql<{ queueId: number; channel: string; first: Date }>`
    select queue_id as "queueId", channel, first from queue join (
      select center_id, queue_id, min(at) as first from queue_interval
      where center_id = ${centerId} and queue_id > 0 and direction = 'inbound' and at >= ${iso(from)} and at < ${iso(to)} group by 1, 2
    ) past using (center_id, queue_id) order by queue_id
  `.execute(tx)
  const told = await sql<{ day: LocalDate }>`
    select distinct (at at time zone ${zone.timeZone})::date as day from queue_interval
    where center_id = ${centerId} and queue_id > 0 and direction = 'inbound' and at >= ${iso(from)} and at < ${iso(to)} order by day
  `.execute(tx)
  return {
    queues: queues.rows.map(({ first, ...queue }) => ({ ...queue, firstDay: zone.localDate(first.getTime()) })),
    told: told.rows.map(({ day }) => day),
    gaps: await readGaps(tx, centerId),
    from,
    to,
  }
}

/** Quarters of an hour in which a queue was offered or handled something, by all its channels. */
export async function readQuarters(
  tx: Tx,
  centerId: number,
  queueId: number,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Quarters> {
  const { rows } = await sql<{ at: Date; offered: number; answered: number; handleMs: number }>`
    select at, sum(offered) as offered, sum(answered) as answered, sum(talk_ms + hold_ms + acw_ms) as "handleMs"
    from queue_interval
    where center_id = ${centerId} and queue_id = ${queueId} and direction = 'inbound' and at >= ${iso(from)} and at < ${iso(to)}
    group by 1 order by 1
  `.execute(tx)
  return {
    queueId,
    at: Float64Array.from(rows, ({ at }) => at.getTime()),
    offered: Float64Array.from(rows, ({ offered }) => offered),
    answered: Float64Array.from(rows, ({ answered }) => answered),
    handleMs: Float64Array.from(rows, ({ handleMs }) => handleMs),
  }
}

/** What no source told, and what somebody marked as not to be learnt from. */
async function readGaps(tx: Tx, centerId: number): Promise<Stretch[]> {
  const { rows } = await sql<{ queueId: number | null; from: Date; to: Date }>`
    select queue_id as "queueId", started_at as from, ended_at as to from (${queueGaps(centerId)}) silent
    union all select nullif(queue_id, 0), started_at, ended_at from forecast_left_out where center_id = ${centerId}
  `.execute(tx)
  return rows.map(({ queueId, from, to }) => ({ queueId, from: from.getTime(), to: to.getTime() }))
}

const iso = (at: number): string => new Date(at).toISOString()

/** The last whole day of which the centre has told something; null when there is no history at all. */
export async function lastKnownDay(tx: Tx, centerId: number, zone: Zone, now: number): Promise<LocalDate | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(at) as at from queue_interval where center_id = ${centerId} and direction = 'inbound' and at < ${iso(now)}
  `.execute(tx)
  const at = rows[0]?.at ?? null
  if (at === null) return null
  const last = zone.localDate(at.getTime())
  const yesterday = zone.localDate(zone.startOfDay(zone.localDate(now)) - DAY_MS / 2)
  return last > yesterday ? yesterday : last
}
