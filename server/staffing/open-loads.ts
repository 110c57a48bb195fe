import { sql } from 'kysely'

import { addDays, createZone, datesBetween, isoWeekday, isOpen, MINUTE_MS, type LocalDate } from '@pult/engine/time'

import { readQueueHours } from '../center/index.ts'
import type { Tx } from '../platform/index.ts'
import type { Load } from './past-load.ts'

type Days = { readonly firstDay: LocalDate; readonly lastDay: LocalDate }

/** When a queue is open; null: at all times, or nobody said. */
export type OpenAt = ((at: number) => boolean) | null

/** Whether a queue is open at the beginning or the end of a stretch. */
export const isOpenIn = (openAt: OpenAt, at: number, length: number): boolean =>
  openAt === null || openAt(at) || openAt(at + length - MINUTE_MS)

/** A queue's opening hours with the centre's own days; null where it has none. */
export async function readOpenAt(tx: Tx, centerId: number, queueId: number, timeZone: string): Promise<OpenAt> {
  const zone = createZone(timeZone)
  const hours = await readQueueHours(tx, centerId, queueId)
  if (hours === null) return null
  return (at) => isOpen(hours, at, zone)
}

/** When letters can be worked on: the opening hours; of a queue without any, the hours of the week in which they were lately answered. */
export async function readWorkedAt(
  tx: Tx,
  centerId: number,
  queueId: number,
  timeZone: string,
  now: number,
): Promise<OpenAt> {
  const stated = await readOpenAt(tx, centerId, queueId, timeZone)
  if (stated !== null) return stated
  const zone = createZone(timeZone)
  const { rows } = await sql<{ weekday: number; hour: number }>`
    select distinct extract(isodow from at at time zone ${timeZone})::integer as weekday, extract(hour from at at time zone ${timeZone})::integer as hour
    from queue_interval where center_id = ${centerId} and queue_id = ${queueId} and answered_in > 0
      and at >= ${new Date(now).toISOString()}::timestamptz - interval '28 days'`.execute(tx)
  if (rows.length === 0) return null
  const worked = new Set(rows.map(({ weekday, hour }) => `${weekday} ${hour}`))
  return (at) => worked.has(`${isoWeekday(zone.localDate(at))} ${zone.instantToLocal(at).hour}`)
}

/**
 * Letters of closed hours lie until the next open interval: the load of each open interval of the days, what came before it included. What
 * comes after the last one is left to the days that follow.
 */
export function openLoads(
  loads: readonly Load[],
  openAt: OpenAt,
  { firstDay, lastDay }: Days,
  timeZone: string,
  intervalMinutes: number,
): Load[] {
  const zone = createZone(timeZone)
  const [first] = loads
  if (first === undefined) return []
  const byAt = new Map(loads.map((load) => [Date.parse(load.at), load]))
  const opened: Load[] = []
  let [items, work] = [0, 0]
  const ahtOfAll = meanAht(loads)
  for (const day of datesBetween(firstDay, addDays(lastDay, 1)))
    for (let at = zone.startOfDay(day); at < zone.startOfDay(addDays(day, 1)); at += intervalMinutes * MINUTE_MS) {
      const load = byAt.get(at)
      items += load?.offered ?? 0
      work += (load?.offered ?? 0) * (load?.ahtSeconds ?? 0)
      if (!isOpenIn(openAt, at, intervalMinutes * MINUTE_MS)) continue
      opened.push({
        queueId: first.queueId,
        at: new Date(at).toISOString(),
        offered: items,
        ahtSeconds: items > 0 ? work / items : ahtOfAll,
        rateVariance: first.rateVariance,
      })
      items = 0
      work = 0
    }
  return opened
}

function meanAht(loads: readonly Load[]): number {
  const items = loads.reduce((sum, { offered }) => sum + offered, 0)
  return loads.reduce((sum, { offered, ahtSeconds }) => sum + offered * ahtSeconds, 0) / items
}
