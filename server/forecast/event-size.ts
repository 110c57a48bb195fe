import { sql } from 'kysely'

import { sizeOfEvent, type EventDay, type EventSize } from '@pult/engine/forecast'
import { addDays, datesBetween, isoWeekday, type LocalDate, type Zone } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'

export interface PastEvent {
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
  /** Undefined: all queues together. */
  readonly queueId?: number | undefined
  readonly fromMinute: number
  readonly toMinute: number
}

/** Weeks before and after in which the same weekdays are looked at. */
const WEEKS_AROUND = 5

/** What came in the event's hours, against the same hours of the same weekdays around it. Days of which the centre told nothing are left out. */
export async function readEventSize(tx: Tx, centerId: number, zone: Zone, event: PastEvent): Promise<EventSize | null> {
  const { firstDay, lastDay } = event
  const around = { from: addDays(firstDay, -7 * WEEKS_AROUND), to: addDays(lastDay, 7 * WEEKS_AROUND + 1) }
  const told = await cameByDay(tx, centerId, zone, event, around)
  const eventDays = datesBetween(firstDay, addDays(lastDay, 1))
  const others = [...told].filter(([day]) => day < firstDay || day > lastDay)
  const days = eventDays.flatMap((day): EventDay[] => {
    const came = told.get(day)
    const alike = others.filter(([other]) => isoWeekday(other) === isoWeekday(day))
    return came === undefined ? [] : [{ came, comparable: alike.map(([, count]) => count) }]
  })
  return sizeOfEvent(days)
}

async function cameByDay(
  tx: Tx,
  centerId: number,
  zone: Zone,
  { queueId, fromMinute, toMinute }: PastEvent,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<Map<LocalDate, number>> {
  const iso = (day: LocalDate): string => new Date(zone.startOfDay(day)).toISOString()
  const { rows } = await sql<{ day: LocalDate; came: number }>`
    with quarter as (
      select (at at time zone ${zone.timeZone}) as wall, queue_id, offered from queue_interval
      where center_id = ${centerId} and queue_id > 0 and direction = 'inbound' and at >= ${iso(from)} and at < ${iso(to)}
    )
    select wall::date as day, coalesce(sum(offered) filter (
        where (${queueId ?? null}::integer is null or queue_id = ${queueId ?? null})
          and extract(hour from wall) * 60 + extract(minute from wall) >= ${fromMinute}
          and extract(hour from wall) * 60 + extract(minute from wall) < ${toMinute}), 0) as came
    from quarter group by 1 order by 1
  `.execute(tx)
  return new Map(rows.map(({ day, came }) => [day, came]))
}
