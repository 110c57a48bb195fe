import { sql } from 'kysely'

import { boundsAround } from '@pult/engine/measures'
import type { ObservedInterval } from '@pult/engine/staffing'
import { HOUR_MS, type Zone } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import type { WaitsByHour } from './waits-by-hour.ts'

interface Stretch {
  readonly from: number
  readonly to: number
}

const iso = (at: number): string => new Date(at).toISOString()

interface CameRow {
  readonly at: Date
  readonly offered: number
  readonly answered: number
  readonly abandoned: number
  readonly answeredWithin: number
  readonly waitSeconds: number
  readonly handleSeconds: number
}

/** A queue's hours as the log shows them: what came, what became of it, and who was there for it. */
export async function readObservedHours(
  tx: Tx,
  centerId: number,
  zone: Zone,
  { queueId, withinSeconds, from, to }: Stretch & { readonly queueId: number; readonly withinSeconds: number },
  waits: WaitsByHour,
): Promise<ObservedInterval[]> {
  const { below, above, share } = boundsAround(withinSeconds)
  const { rows } = await sql<CameRow>`
    select date_trunc('hour', at) as at, sum(offered)::double precision as offered, sum(answered)::double precision as answered,
      sum(abandoned)::double precision as abandoned,
      sum(coalesce(answered_cum[${below}::integer + 1], answered) * (1 - ${share}::double precision)
        + coalesce(answered_cum[${above}::integer + 1], answered) * ${share}::double precision)::double precision as "answeredWithin",
      (sum(wait_answered_ms + wait_abandoned_ms + wait_flowed_out_ms) / 1000.0)::double precision as "waitSeconds",
      (sum(talk_ms + hold_ms + acw_ms) / 1000.0)::double precision as "handleSeconds"
    from queue_interval
    where center_id = ${centerId} and queue_id = ${queueId} and direction = 'inbound' and at >= ${iso(from)}::timestamptz and at < ${iso(to)}::timestamptz
    group by 1 order by 1`.execute(tx)
  const present = await readPresence(tx, centerId, zone, queueId, { from, to }, waits)
  return rows
    .filter(({ answered, handleSeconds }) => answered > 0 && handleSeconds > 0)
    .map(({ at, offered, answered, abandoned, answeredWithin, waitSeconds, handleSeconds }) => ({
      group: String(zone.instantToLocal(at.getTime()).hour),
      position: Math.floor(at.getTime() / HOUR_MS),
      intervalSeconds: 3600,
      offered,
      answered,
      abandoned,
      answeredWithin: Math.min(answered, answeredWithin),
      totalWaitSeconds: waitSeconds,
      ahtSeconds: handleSeconds / answered,
      agentsPresent: present.get(at.getTime()) ?? 0,
    }))
}

interface PresentRow {
  readonly at: Date
  readonly agentId: number
  readonly seconds: number
}

/**
 * Agents who were there for a queue, by hour: signed in, less pauses, training and other work. Whoever takes several queues is there for each
 * in proportion to the work that it brings at that hour of the day.
 */
async function readPresence(
  tx: Tx,
  centerId: number,
  zone: Zone,
  queueId: number,
  { from, to }: Stretch,
  waits: WaitsByHour,
): Promise<ReadonlyMap<number, number>> {
  const queuesOf = await readQueuesOfAgents(tx, centerId, zone, { from, to })
  const { rows } = await sql<PresentRow>`
    select date_trunc('hour', at) as at, agent_id as "agentId",
      (greatest(0, sum(case when state = 'session' then ms when state in ('pause', 'training', 'offQueue') then -ms else 0 end)) / 1000.0)::double precision as seconds
    from agent_time_interval where center_id = ${centerId} and at >= ${iso(from)}::timestamptz and at < ${iso(to)}::timestamptz
    group by 1, 2`.execute(tx)
  const present = new Map<number, number>()
  for (const { at, agentId, seconds } of rows) {
    const queues = queuesOf.get(agentId) ?? []
    if (!queues.includes(queueId)) continue
    const hour = zone.instantToLocal(at.getTime()).hour
    const workOf = (id: number): number => waits.workSeconds(id, hour)
    const all = queues.reduce((sum, id) => sum + workOf(id), 0)
    const ofQueue = all > 0 ? workOf(queueId) / all : 1 / queues.length
    present.set(at.getTime(), (present.get(at.getTime()) ?? 0) + (seconds / 3600) * ofQueue)
  }
  return present
}

// Less than this share of an agent's work is a stray call, not a queue of hers.
const LEAST_SHARE = 0.05

async function readQueuesOfAgents(
  tx: Tx,
  centerId: number,
  zone: Zone,
  { from, to }: Stretch,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const { rows } = await sql<{ agentId: number; queueId: number; seconds: number }>`
    select agent_id as "agentId", queue_id as "queueId", sum(talk_ms + hold_ms + acw_ms)::double precision as seconds
    from agent_day where center_id = ${centerId} and direction = 'inbound' and queue_id > 0
      and day >= ${zone.localDate(from)}::date and day < ${zone.localDate(to)}::date
    group by 1, 2`.execute(tx)
  return new Map(
    [...Map.groupBy(rows, ({ agentId }) => agentId)].map(([agentId, own]) => {
      const all = own.reduce((sum, { seconds }) => sum + seconds, 0)
      return [agentId, own.filter(({ seconds }) => seconds >= LEAST_SHARE * all).map(({ queueId }) => queueId)]
    }),
  )
}
