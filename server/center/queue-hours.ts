import { sql } from 'kysely'

import type { Weekly } from '@pult/contract/center'
import type { LocalDate, OpeningHours } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'

/** A queue's opening hours with the centre's own days; null where it has none. */
export async function readQueueHours(tx: Tx, centerId: number, queueId: number): Promise<OpeningHours | null> {
  const stated = await sql<{ weekly: Weekly; hoursId: number }>`
    select weekly, opening_hours_id as "hoursId" from queue join opening_hours using (center_id, opening_hours_id)
    where center_id = ${centerId} and queue_id = ${queueId}`.execute(tx)
  const [found] = stated.rows
  if (found === undefined) return null
  const { rows } = await sql<{ day: LocalDate; periods: [string, string][] | null }>`
      select distinct on (day) day, periods from calendar_day
      where center_id = ${centerId} and opening_hours_id in (0, ${found.hoursId}) order by day, opening_hours_id desc`.execute(
    tx,
  )
  return { weekly: found.weekly, exceptions: new Map(rows.map(({ day, periods }) => [day, periods])) }
}

/** The same of all queues at once, by the id of the queue; those without hours are left out. */
export async function readHoursOfQueues(tx: Tx, centerId: number): Promise<ReadonlyMap<number, OpeningHours>> {
  const stated = await sql<{ queueId: number; weekly: Weekly; hoursId: number }>`
    select queue_id as "queueId", weekly, opening_hours_id as "hoursId" from queue join opening_hours using (center_id, opening_hours_id)
    where center_id = ${centerId}`.execute(tx)
  const { rows: days } = await sql<{ day: LocalDate; hoursId: number; periods: [string, string][] | null }>`
    select day, opening_hours_id as "hoursId", periods from calendar_day where center_id = ${centerId} order by opening_hours_id`.execute(
    tx,
  )
  return new Map(
    stated.rows.map(({ queueId, weekly, hoursId }) => {
      // A day of these hours comes after, and so wins over, one of the whole centre.
      const own = days.filter((day) => day.hoursId === 0 || day.hoursId === hoursId)
      return [queueId, { weekly, exceptions: new Map(own.map(({ day, periods }) => [day, periods])) }]
    }),
  )
}

/** All opening hours that queues in use have: the centre is open while one of them is. Empty where no queue has any. */
export async function readCenterHours(tx: Tx, centerId: number): Promise<OpeningHours[]> {
  const { rows } = await sql<{ queueId: number }>`
    select min(queue_id) as "queueId" from queue
    where center_id = ${centerId} and status <> 'archived' and opening_hours_id is not null group by opening_hours_id`.execute(
    tx,
  )
  const hours: OpeningHours[] = []
  for (const { queueId } of rows) {
    const found = await readQueueHours(tx, centerId, queueId)
    if (found !== null) hours.push(found)
  }
  return hours
}
