import { sql } from 'kysely'

import type { Channel } from '@pult/engine/contacts'
import { rateVariance, workOfChannel, type QueueWork } from '@pult/engine/staffing'
import { addDays, createZone, MINUTE_MS, type LocalDate, type Zone } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { readForecastDays, readForecastLoad } from '../forecast/index.ts'
import type { Tx } from '../platform/index.ts'
import { isOpenIn, openLoads, readOpenAt, readWorkedAt } from './open-loads.ts'
import { PAST_INTERVAL_MINUTES, readPastLoad, type Load } from './past-load.ts'

/** What is to be counted: days and the forecast, or null for the last four weeks. */
export interface Asked {
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
  readonly forecastId: number | null
}

/** One queue's load, in order of time. Of letters the intervals are the open ones, each with what came since the last. */
export interface QueueLoad {
  readonly queueId: number
  readonly work: QueueWork
  readonly loads: readonly Load[]
  /** How uncertain the rate of a day is as a whole: relative variance. */
  readonly dayVariance: (day: LocalDate) => number
}

export interface KnownLoad {
  readonly intervalMinutes: number
  readonly queues: readonly QueueLoad[]
  readonly unknownDays: readonly LocalDate[]
}

export async function readLoad(tx: Tx, centerId: number, asked: Asked, now: number): Promise<KnownLoad> {
  const { timeZone } = await readCenter(tx, centerId)
  const zone = createZone(timeZone)
  const { loads, intervalMinutes, unknownDays, dayVarianceOf } =
    asked.forecastId === null
      ? await pastLoad(tx, centerId, zone, timeZone, asked, now)
      : await forecastLoad(tx, centerId, zone, asked, asked.forecastId, now)
  const works = await readWorks(tx, centerId)
  const queues: QueueLoad[] = []
  for (const [queueId, ofQueue] of Map.groupBy(loads, (load) => load.queueId)) {
    const work = works.get(queueId)
    // Merged or archived away since the forecast was made.
    if (work === undefined) continue
    const dayVariance = dayVarianceOf(queueId)
    if (work === 'deferred') {
      const openAt = await readWorkedAt(tx, centerId, queueId, timeZone, now)
      const opened = openLoads(ofQueue, openAt, asked, timeZone, intervalMinutes)
      // Its letters may lie for hours: what matters is how uncertain whole days are.
      const ofDays = opened.map((load) => ({
        ...load,
        rateVariance: dayVariance(zone.localDate(Date.parse(load.at))),
      }))
      queues.push({ queueId, work, loads: ofDays, dayVariance })
    } else {
      // A forecast expects a stray contact at night; nobody is rostered for it while the queue is closed.
      const openAt = await readOpenAt(tx, centerId, queueId, timeZone)
      const length = intervalMinutes * MINUTE_MS
      const loadsOpen = ofQueue.filter(({ at }) => isOpenIn(openAt, Date.parse(at), length))
      queues.push({ queueId, work, loads: loadsOpen, dayVariance })
    }
  }
  return { intervalMinutes, queues, unknownDays }
}

interface AnyLoad {
  readonly loads: readonly Load[]
  readonly intervalMinutes: number
  readonly unknownDays: readonly LocalDate[]
  readonly dayVarianceOf: (queueId: number) => (day: LocalDate) => number
}

async function pastLoad(
  tx: Tx,
  centerId: number,
  zone: Zone,
  timeZone: string,
  asked: Asked,
  now: number,
): Promise<AnyLoad> {
  const { loads, unknownDays, dayVariance } = await readPastLoad(tx, centerId, zone, timeZone, asked, now)
  return {
    loads,
    unknownDays,
    intervalMinutes: PAST_INTERVAL_MINUTES,
    dayVarianceOf: (queueId) => () => dayVariance.get(queueId) ?? 0,
  }
}

async function forecastLoad(
  tx: Tx,
  centerId: number,
  zone: Zone,
  asked: Asked,
  forecastId: number,
  now: number,
): Promise<AnyLoad> {
  const intervals = await readForecastLoad(tx, centerId, forecastId, spanOf(zone, asked), now)
  const days = new Map(
    (await readForecastDays(tx, centerId, forecastId, now)).map((one) => [
      `${one.queueId} ${one.day}`,
      rateVariance({ mean: one.offered, p10: one.p10, p90: one.p90 }),
    ]),
  )
  return {
    // A queue that never handled anything has no handling time to plan with.
    loads: intervals
      .filter(({ offered, ahtSeconds }) => offered > 0 && ahtSeconds > 0)
      .map(({ queueId, at, offered, ahtSeconds, offeredP10, offeredP90 }) => ({
        queueId,
        at,
        offered,
        ahtSeconds,
        rateVariance: rateVariance({ mean: offered, p10: offeredP10, p90: offeredP90 }),
      })),
    intervalMinutes: intervals[0]?.intervalMinutes ?? PAST_INTERVAL_MINUTES,
    unknownDays: [],
    dayVarianceOf: (queueId) => (day) => days.get(`${queueId} ${day}`) ?? 0,
  }
}

async function readWorks(tx: Tx, centerId: number): Promise<ReadonlyMap<number, QueueWork>> {
  const { rows } = await sql<{ id: number; channel: Channel }>`
    select queue_id as id, channel from queue where center_id = ${centerId}`.execute(tx)
  return new Map(rows.map(({ id, channel }) => [id, workOfChannel(channel)]))
}

/** The kind of work of a queue; undefined where there is no such queue. */
export const readQueueWork = async (tx: Tx, centerId: number, queueId: number): Promise<QueueWork | undefined> =>
  (await readWorks(tx, centerId)).get(queueId)

interface Days {
  readonly firstDay?: LocalDate | undefined
  readonly lastDay?: LocalDate | undefined
}

export const spanOf = (
  zone: Zone,
  { firstDay, lastDay }: Days,
): { from: number | undefined; to: number | undefined } => ({
  from: firstDay === undefined ? undefined : zone.startOfDay(firstDay),
  to: lastDay === undefined ? undefined : zone.startOfDay(addDays(lastDay, 1)),
})
