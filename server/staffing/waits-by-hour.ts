import { sql } from 'kysely'

import type { Channel } from '@pult/engine/contacts'
import { estimatePatience, workOfChannel, type QueueWork, type WaitTotals } from '@pult/engine/staffing'
import { addDays, type LocalDate, type Zone } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import { PAST_DAYS } from './past-load.ts'

/** Of one queue in one hour of the local day, over all days together. */
export interface HourOfWaits extends WaitTotals {
  readonly queueId: number
  readonly hour: number
  readonly work: QueueWork
  readonly offered: number
  readonly workSeconds: number
}

/** Waiting and hang-ups of the days whose load is "the last four weeks". */
export interface WaitsByHour {
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
  /** Half-open, epoch milliseconds. */
  readonly from: number
  readonly to: number
  readonly ofQueue: (queueId: number) => readonly HourOfWaits[]
  readonly workSeconds: (queueId: number, hour: number) => number
  /** Mean patience of all callers of a kind of work in the centre; null where nobody hung up. */
  readonly wholePatience: (work: QueueWork) => number | null
}

export async function readWaitsByHour(
  tx: Tx,
  centerId: number,
  zone: Zone,
  timeZone: string,
  now: number,
): Promise<WaitsByHour> {
  const today = zone.localDate(now)
  const firstDay = addDays(today, -PAST_DAYS)
  const [from, to] = [zone.startOfDay(firstDay), zone.startOfDay(today)]
  const { rows } = await sql<Omit<HourOfWaits, 'work'> & { channel: Channel }>`
    select r.queue_id as "queueId", extract(hour from r.at at time zone ${timeZone})::integer as hour, q.channel,
      sum(r.offered)::double precision as offered, sum(r.abandoned)::double precision as abandoned,
      (sum(r.wait_answered_ms + r.wait_abandoned_ms + r.wait_flowed_out_ms) / 1000.0)::double precision as "totalWaitSeconds",
      (sum(r.talk_ms + r.hold_ms + r.acw_ms) / 1000.0)::double precision as "workSeconds"
    from queue_interval r join queue q on q.center_id = r.center_id and q.queue_id = r.queue_id
    where r.center_id = ${centerId} and r.direction = 'inbound' and r.at >= ${new Date(from).toISOString()}::timestamptz
      and r.at < ${new Date(to).toISOString()}::timestamptz
    group by 1, 2, 3 order by 1, 2`.execute(tx)
  const hours = rows.map(({ channel, ...row }): HourOfWaits => ({ ...row, work: workOfChannel(channel) }))
  const byQueue = Map.groupBy(hours, ({ queueId }) => queueId)
  const ofQueue = (queueId: number): readonly HourOfWaits[] => byQueue.get(queueId) ?? []
  return {
    firstDay,
    lastDay: addDays(today, -1),
    from,
    to,
    ofQueue,
    workSeconds: (queueId, hour) => ofQueue(queueId).find((one) => one.hour === hour)?.workSeconds ?? 0,
    wholePatience: (work) => estimatePatience(waitsOf(hours.filter((one) => one.work === work)))?.meanSeconds ?? null,
  }
}

export const waitsOf = (hours: readonly WaitTotals[]): WaitTotals => ({
  abandoned: hours.reduce((sum, { abandoned }) => sum + abandoned, 0),
  totalWaitSeconds: hours.reduce((sum, { totalWaitSeconds }) => sum + totalWaitSeconds, 0),
})
