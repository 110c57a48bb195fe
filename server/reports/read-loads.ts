import { sql } from 'kysely'

import { boundsAround } from '@pult/engine/measures'
import type { LoadHour, PeriodLoad } from '@pult/engine/reports'
import { HOUR_MS, isoWeekday, type Zone } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'

interface Stretch {
  readonly from: number
  readonly to: number
}

interface HourRow {
  readonly queueId: number
  readonly at: Date
  readonly isCall: boolean
  readonly offered: number
  readonly answered: number
  readonly abandoned: number
  readonly answeredWithin: number
  readonly leftOut: number
  readonly waitSeconds: number
  readonly answeredWaitSeconds: number
  readonly handleSeconds: number
}

const iso = (at: number): string => new Date(at).toISOString()

/** Calls of a period by queue and hour of the week, and who was there for them. */
export async function readLoad(
  tx: Tx,
  centerId: number,
  zone: Zone,
  stretch: Stretch,
  withinOf: ReadonlyMap<number, number>,
): Promise<PeriodLoad> {
  const rows = await readHours(tx, centerId, stretch, withinOf)
  const calls = rows.filter(({ isCall, offered }) => isCall && offered > 0)
  const dates = new Set(calls.map(({ at }) => zone.localDate(at.getTime())))
  const datesOfWeekday = Map.groupBy(dates, isoWeekday)
  const agents = await readAgents(tx, centerId, stretch, rows)
  const weekHourOf = (at: number): number => (isoWeekday(zone.localDate(at)) - 1) * 24 + zone.instantToLocal(at).hour
  const hours = [...Map.groupBy(calls, ({ queueId }) => queueId)].flatMap(([queueId, own]) => {
    // Hours without a call count too: somebody may have been there for them.
    const byWeekHour = Map.groupBy(own, ({ at }) => weekHourOf(at.getTime()))
    return [...byWeekHour].map(([weekHour, members]): LoadHour => {
      const count = datesOfWeekday.get(Math.floor(weekHour / 24) + 1)?.length ?? members.length
      return {
        queueId,
        weekHour,
        hours: count,
        ...addedUp(members),
        agents: agents.mean(queueId, (at) => weekHourOf(at) === weekHour, count),
      }
    })
  })
  return { days: dates.size, hours }
}

type Counts = Omit<LoadHour, 'queueId' | 'weekHour' | 'hours' | 'agents'>

function addedUp(rows: readonly HourRow[]): Counts {
  const sum = (name: keyof Counts): number => rows.reduce((total, row) => total + row[name], 0)
  return {
    offered: sum('offered'),
    answered: sum('answered'),
    abandoned: sum('abandoned'),
    answeredWithin: sum('answeredWithin'),
    leftOut: sum('leftOut'),
    waitSeconds: sum('waitSeconds'),
    answeredWaitSeconds: sum('answeredWaitSeconds'),
    handleSeconds: sum('handleSeconds'),
  }
}

async function readHours(
  tx: Tx,
  centerId: number,
  { from, to }: Stretch,
  withinOf: ReadonlyMap<number, number>,
): Promise<HourRow[]> {
  const queues = [...withinOf]
  const places = queues.map(([, seconds]) => boundsAround(seconds))
  const within = (bins: string, total: string): ReturnType<typeof sql> => sql`
    coalesce(${sql.ref(bins)}[w.below + 1], ${sql.ref(total)}) * (1 - w.share) + coalesce(${sql.ref(bins)}[w.above + 1], ${sql.ref(total)}) * w.share`
  const { rows } = await sql<HourRow>`
    select r.queue_id as "queueId", date_trunc('hour', r.at) as at, r.channel = 'voice' as "isCall",
      sum(r.answered + r.abandoned + r.flowed_out)::double precision as offered, sum(r.answered)::double precision as answered,
      sum(r.abandoned)::double precision as abandoned,
      sum(${within('r.answered_cum', 'r.answered')})::double precision as "answeredWithin",
      sum(${within('r.abandoned_cum', 'r.abandoned')} + ${within('r.flowed_out_cum', 'r.flowed_out')})::double precision as "leftOut",
      (sum(r.wait_answered_ms + r.wait_abandoned_ms + r.wait_flowed_out_ms) / 1000.0)::double precision as "waitSeconds",
      (sum(r.wait_answered_ms) / 1000.0)::double precision as "answeredWaitSeconds",
      (sum(r.talk_ms + r.hold_ms + r.acw_ms) / 1000.0)::double precision as "handleSeconds"
    from queue_interval r
    join unnest(${queues.map(([id]) => id)}::integer[], ${places.map(({ below }) => below)}::integer[], ${places.map(({ above }) => above)}::integer[],
      ${places.map(({ share }) => share)}::double precision[]) w (queue_id, below, above, share) on w.queue_id = r.queue_id
    where r.center_id = ${centerId} and r.direction = 'inbound' and r.at >= ${iso(from)}::timestamptz and r.at < ${iso(to)}::timestamptz
    group by 1, 2, 3`.execute(tx)
  return rows
}

interface Presence {
  /** Agents there for a queue, on average over so many hours; null where no record tells. */
  mean(queueId: number, isOf: (at: number) => boolean, hours: number): number | null
}

/**
 * Signed in, less pauses, training and other work. Whoever takes several queues is there for each in proportion to the work that it brought in that hour.
 */
async function readAgents(
  tx: Tx,
  centerId: number,
  { from, to }: Stretch,
  work: readonly HourRow[],
): Promise<Presence> {
  const { rows } = await sql<{ at: Date; agentId: number; seconds: number }>`
    select date_trunc('hour', at) as at, agent_id as "agentId",
      (greatest(0, sum(case when state = 'session' then ms when state in ('pause', 'training', 'offQueue') then -ms else 0 end)) / 1000.0)::double precision as seconds
    from agent_time_interval where center_id = ${centerId} and at >= ${iso(from)}::timestamptz and at < ${iso(to)}::timestamptz
    group by 1, 2`.execute(tx)
  const queuesOf = await readQueuesOfAgents(tx, centerId, { from, to })
  const workAt = new Map<string, number>()
  for (const { queueId, at, handleSeconds } of work) {
    const key = `${queueId} ${at.getTime()}`
    workAt.set(key, (workAt.get(key) ?? 0) + handleSeconds)
  }
  const there = new Map<number, Map<number, number>>()
  for (const { at, agentId, seconds } of rows) {
    const queues = queuesOf.get(agentId) ?? []
    const own = queues.map((queueId) => workAt.get(`${queueId} ${at.getTime()}`) ?? 0)
    const all = own.reduce((sum, one) => sum + one, 0)
    for (const [place, queueId] of queues.entries()) {
      const share = all > 0 ? (own[place] ?? 0) / all : 1 / queues.length
      const ofQueue = there.get(queueId) ?? new Map<number, number>()
      there.set(queueId, ofQueue)
      ofQueue.set(at.getTime(), (ofQueue.get(at.getTime()) ?? 0) + (seconds * share * 1000) / HOUR_MS)
    }
  }
  return {
    mean(queueId, isOf, hours) {
      const ofQueue = there.get(queueId)
      if (ofQueue === undefined) return null
      let sum = 0
      for (const [at, agents] of ofQueue) if (isOf(at)) sum += agents
      return hours > 0 ? sum / hours : 0
    },
  }
}

// Less than this share of an agent's work is a stray call, not a queue of hers.
const LEAST_SHARE = 0.05

/** By what they answered within a day of the period. */
async function readQueuesOfAgents(
  tx: Tx,
  centerId: number,
  { from, to }: Stretch,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const { rows } = await sql<{ agentId: number; queueId: number; seconds: number }>`
    select agent_id as "agentId", queue_id as "queueId", sum(talk_ms + hold_ms + acw_ms)::double precision as seconds
    from agent_day where center_id = ${centerId} and direction = 'inbound' and queue_id > 0
      and day >= ${iso(from)}::timestamptz::date - 1 and day <= ${iso(to)}::timestamptz::date
    group by 1, 2`.execute(tx)
  return new Map(
    [...Map.groupBy(rows, ({ agentId }) => agentId)].map(([agentId, own]) => {
      const all = own.reduce((sum, { seconds }) => sum + seconds, 0)
      return [
        agentId,
        own.filter(({ seconds }) => seconds > 0 && seconds >= LEAST_SHARE * all).map(({ queueId }) => queueId),
      ]
    }),
  )
}
