import { sql, type RawBuilder } from 'kysely'

import type { PlannedShift } from '@pult/contract/schedule-roster'
import type { LocalDate } from '@pult/engine/time'

import { isoText, type Tx } from '../platform/index.ts'

export const shiftColumns = sql`
  s.shift_id as "shiftId", s.agent_id as "agentId", s.day, s.shift_template_id as "shiftTemplateId", ${isoText('s.start_at')} as "start",
  ${isoText('s.end_at')} as "end", s.breaks, s.activities, s.is_locked as "isLocked"`

interface Part {
  readonly firstDay?: LocalDate | undefined
  readonly lastDay?: LocalDate | undefined
  /** Which agents' shifts; everybody's where left out. */
  readonly seen?: RawBuilder<boolean>
}

export async function readShifts(
  tx: Tx,
  centerId: number,
  rosterId: number,
  { firstDay, lastDay, seen = sql<boolean>`true` }: Part = {},
): Promise<PlannedShift[]> {
  const { rows } = await sql<PlannedShift>`
    select ${shiftColumns} from roster_shift s
    where center_id = ${centerId} and roster_id = ${rosterId} and ${seen}
      and day >= coalesce(${firstDay ?? null}::date, '-infinity'::date) and day <= coalesce(${lastDay ?? null}::date, 'infinity'::date)
    order by agent_id, start_at
  `.execute(tx)
  return rows
}

/** A shift that has no number yet. */
export type NewShift = Omit<PlannedShift, 'shiftId'> & { readonly shiftId?: number }

/** Adds shifts; those that bring a number keep it. Resolves to them with their numbers. */
export async function addShifts(
  tx: Tx,
  centerId: number,
  rosterId: number,
  shifts: readonly NewShift[],
): Promise<PlannedShift[]> {
  const known = shifts.filter((shift) => shift.shiftId !== undefined)
  const fresh = shifts.filter((shift) => shift.shiftId === undefined)
  const values = (rows: readonly NewShift[]): RawBuilder<unknown> => sql`
    jsonb_to_recordset(${JSON.stringify(rows.map((row, place) => ({ ...row, place })))}::jsonb) as given (place integer, "shiftId" bigint,
      "agentId" integer, day date, "shiftTemplateId" bigint, "start" timestamptz, "end" timestamptz, breaks jsonb, activities jsonb, "isLocked" boolean)`
  if (known.length > 0)
    await sql`
      insert into roster_shift (center_id, roster_id, shift_id, agent_id, day, shift_template_id, start_at, end_at, breaks, activities, is_locked)
      select ${centerId}, ${rosterId}, "shiftId", "agentId", day, "shiftTemplateId", "start", "end", breaks, activities, "isLocked" from ${values(known)}
    `.execute(tx)
  if (fresh.length === 0) return known.map((shift) => ({ ...shift, shiftId: shift.shiftId ?? 0 }))
  const { rows } = await sql<{ shiftId: number }>`
    insert into roster_shift (center_id, roster_id, agent_id, day, shift_template_id, start_at, end_at, breaks, activities, is_locked)
    select ${centerId}, ${rosterId}, "agentId", day, "shiftTemplateId", "start", "end", breaks, activities, "isLocked" from ${values(fresh)}
    order by place returning shift_id as "shiftId"
  `.execute(tx)
  return [
    ...known.map((shift) => ({ ...shift, shiftId: shift.shiftId ?? 0 })),
    ...fresh.map((shift, place) => ({ ...shift, shiftId: rows[place]?.shiftId ?? 0 })),
  ]
}

export async function removeShifts(
  tx: Tx,
  centerId: number,
  rosterId: number,
  shiftIds: readonly number[],
): Promise<void> {
  await sql`
    delete from roster_shift where center_id = ${centerId} and roster_id = ${rosterId} and shift_id = any(${shiftIds}::bigint[])
  `.execute(tx)
}

/** All shifts of a roster anew. */
export async function replaceShifts(
  tx: Tx,
  centerId: number,
  rosterId: number,
  shifts: readonly NewShift[],
): Promise<void> {
  await sql`delete from roster_shift where center_id = ${centerId} and roster_id = ${rosterId}`.execute(tx)
  await addShifts(tx, centerId, rosterId, shifts)
}
