import { sql } from 'kysely'

import type { CalendarDay, OpeningHours, OwnDay, Weekly } from '@pult/contract/center'
import { datesBetween, dayKind } from '@pult/engine/time'

import { staleOrMissing, type Tx } from '../platform/index.ts'

export async function listOpeningHours(tx: Tx, centerId: number): Promise<OpeningHours[]> {
  const { rows } = await sql<OpeningHours>`
    select opening_hours_id as "openingHoursId", name, weekly, version from opening_hours
    where center_id = ${centerId} order by name collate names
  `.execute(tx)
  return rows
}

export async function createOpeningHours(
  tx: Tx,
  centerId: number,
  given: { name: string; weekly: Weekly },
): Promise<number> {
  const { rows } = await sql<{ opening_hours_id: number }>`
    insert into opening_hours (center_id, name, weekly) values (${centerId}, ${given.name}, ${JSON.stringify(given.weekly)})
    returning opening_hours_id
  `.execute(tx)
  return rows[0]?.opening_hours_id ?? 0
}

export async function changeOpeningHours(
  tx: Tx,
  centerId: number,
  openingHoursId: number,
  change: { name: string; weekly: Weekly; version: number },
): Promise<void> {
  const result = await sql`
    update opening_hours set name = ${change.name}, weekly = ${JSON.stringify(change.weekly)}, version = version + 1
    where center_id = ${centerId} and opening_hours_id = ${openingHoursId} and version = ${change.version}
  `.execute(tx)
  if ((result.numAffectedRows ?? 0n) > 0n) return
  const { rows } =
    await sql`select 1 from opening_hours where center_id = ${centerId} and opening_hours_id = ${openingHoursId}`.execute(
      tx,
    )
  throw staleOrMissing(rows.length > 0, 'opening hours')
}

/** Every day of a year: the calendar's word and the centre's own. */
export async function listDays(tx: Tx, centerId: number, calendar: string, year: number): Promise<CalendarDay[]> {
  const { rows } = await sql<{ day: string; name: string; periods: OwnDay['periods'] }>`
    select day, name, periods from calendar_day
    where center_id = ${centerId} and opening_hours_id = 0 and day between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
  `.execute(tx)
  const ownByDay = new Map(rows.map(({ day, name, periods }) => [day, { name, periods }]))
  return datesBetween(`${year}-01-01`, `${year + 1}-01-01`).map((day) => ({
    day,
    kind: dayKind(day, calendar),
    own: ownByDay.get(day) ?? null,
  }))
}

export async function setDay(tx: Tx, centerId: number, day: string, own: OwnDay): Promise<void> {
  const periods = own.periods === null ? null : JSON.stringify(own.periods)
  await sql`
    insert into calendar_day (center_id, day, name, periods) values (${centerId}, ${day}, ${own.name}, ${periods})
    on conflict (center_id, day, opening_hours_id) do update set name = excluded.name, periods = excluded.periods
  `.execute(tx)
}

export async function clearDay(tx: Tx, centerId: number, day: string): Promise<void> {
  await sql`delete from calendar_day where center_id = ${centerId} and day = ${day} and opening_hours_id = 0`.execute(
    tx,
  )
}
