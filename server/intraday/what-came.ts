import { sql } from 'kysely'

import { boundsAround } from '@pult/engine/measures'

import { queueGaps } from '../contacts/index.ts'
import type { Tx } from '../platform/index.ts'

/** Half-open, epoch milliseconds. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** What one interval of one queue has brought. */
export interface Came {
  readonly queueId: number
  readonly at: number
  readonly offered: number
  readonly answered: number
  readonly abandoned: number
  readonly handleMs: number
  /** Answered, and abandoned, within the threshold of the queue's rule. */
  readonly answeredWithin: number
  readonly abandonedWithin: number
  /** Abandoned before they counted as having waited. */
  readonly abandonedShort: number
}

const iso = (at: number): string => new Date(at).toISOString()

/** The waits that a queue's rule tells apart. */
export interface WaitThresholds {
  readonly withinSeconds: number
  readonly shortSeconds: number
}

/** Inbound contacts by queue and interval. Thresholds by queue; between two bounds of the roll-ups it is interpolated. */
export async function readCame(
  tx: Tx,
  centerId: number,
  { from, to }: Stretch,
  intervalMinutes: number,
  thresholds: ReadonlyMap<number, WaitThresholds>,
): Promise<Came[]> {
  const queues = [...thresholds]
  const places = queues.map(([, { withinSeconds }]) => boundsAround(withinSeconds))
  const shorts = queues.map(([, { withinSeconds, shortSeconds }]) =>
    boundsAround(Math.min(withinSeconds, shortSeconds)),
  )
  const within = (bins: string, total: string, bounds: 'w' | 's' = 'w'): ReturnType<typeof sql> => sql`
    sum(coalesce(${sql.ref(bins)}[${sql.ref(`${bounds}.below`)} + 1], ${sql.ref(total)}) * (1 - ${sql.ref(`${bounds}.share`)})
      + coalesce(${sql.ref(bins)}[${sql.ref(`${bounds}.above`)} + 1], ${sql.ref(total)}) * ${sql.ref(`${bounds}.share`)})::double precision`
  const { rows } = await sql<Omit<Came, 'at'> & { at: Date }>`
    select r.queue_id as "queueId", date_bin(${sql.lit(`${intervalMinutes} minutes`)}::interval, r.at, ${iso(from)}::timestamptz) as at,
      sum(r.offered)::double precision as offered, sum(r.answered)::double precision as answered,
      sum(r.abandoned)::double precision as abandoned, sum(r.talk_ms + r.hold_ms + r.acw_ms)::double precision as "handleMs",
      ${within('r.answered_cum', 'r.answered')} as "answeredWithin", ${within('r.abandoned_cum', 'r.abandoned')} as "abandonedWithin",
      ${within('r.abandoned_cum', 'r.abandoned', 's')} as "abandonedShort"
    from queue_interval r
    join unnest(${queues.map(([id]) => id)}::integer[], ${places.map(({ below }) => below)}::integer[], ${places.map(({ above }) => above)}::integer[],
      ${places.map(({ share }) => share)}::double precision[]) w (queue_id, below, above, share) on w.queue_id = r.queue_id
    join unnest(${queues.map(([id]) => id)}::integer[], ${shorts.map(({ below }) => below)}::integer[], ${shorts.map(({ above }) => above)}::integer[],
      ${shorts.map(({ share }) => share)}::double precision[]) s (queue_id, below, above, share) on s.queue_id = r.queue_id
    where r.center_id = ${centerId} and r.direction = 'inbound' and r.at >= ${iso(from)}::timestamptz and r.at < ${iso(to)}::timestamptz
    group by 1, 2
  `.execute(tx)
  return rows.map((row) => ({ ...row, at: row.at.getTime() }))
}

/** Stretches of which nothing is known, by queue: what came in them is missing, not zero. */
export async function readGaps(tx: Tx, centerId: number, { from, to }: Stretch): Promise<Map<number, Stretch[]>> {
  const { rows } = await sql<{ queueId: number; from: Date; to: Date }>`
    select queue_id as "queueId", started_at as from, ended_at as to from (${queueGaps(centerId)}) silent
    where started_at < ${iso(to)}::timestamptz and ended_at > ${iso(from)}::timestamptz
  `.execute(tx)
  const stretches = rows.map((row) => ({ queueId: row.queueId, from: row.from.getTime(), to: row.to.getTime() }))
  return Map.groupBy(stretches, ({ queueId }) => queueId)
}

/** Agents at their posts by half-hours: signed in, less pauses, training and other work. */
export async function readPresence(
  tx: Tx,
  centerId: number,
  { from, to }: Stretch,
): Promise<{ readonly at: number; readonly present: number }[]> {
  const { rows } = await sql<{ at: Date; present: number }>`
    select at, greatest(0, sum(case when state = 'session' then ms when state in ('pause', 'training', 'offQueue') then -ms else 0 end))::double precision / 1800000 as present
    from agent_time_interval where center_id = ${centerId} and at >= ${iso(from)}::timestamptz and at < ${iso(to)}::timestamptz
    group by at order by at
  `.execute(tx)
  return rows.map((row) => ({ at: row.at.getTime(), present: row.present }))
}
