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
