import { sql } from 'kysely'

import type { RosterChange, ShiftChange } from '@pult/contract/schedule'
import type { PlannedShift } from '@pult/contract/schedule-roster'

import { isoText, type Tx } from '../platform/index.ts'

/** A change with the shifts it touched, as they were and as they came to be. */
export interface KeptChange {
  readonly version: number
  readonly kind: RosterChange['kind']
  readonly changes: readonly ShiftChange[]
  readonly before: readonly PlannedShift[]
  readonly after: readonly PlannedShift[]
  readonly byName: string
}

export async function keepChange(tx: Tx, centerId: number, rosterId: number, change: KeptChange): Promise<void> {
  await sql`
    insert into roster_change (center_id, roster_id, version, kind, changes, before, after, by_name)
    values (${centerId}, ${rosterId}, ${change.version}, ${change.kind}, ${JSON.stringify(change.changes)}::jsonb,
      ${JSON.stringify(change.before)}::jsonb, ${JSON.stringify(change.after)}::jsonb, ${change.byName})
  `.execute(tx)
}

export async function listChanges(tx: Tx, centerId: number, rosterId: number): Promise<RosterChange[]> {
  const { rows } = await sql<RosterChange>`
    select version, kind, changes, greatest(jsonb_array_length(before), jsonb_array_length(after)) as shifts, by_name as "byName",
      ${isoText('at')} as at, is_undone as "isUndone"
    from roster_change where center_id = ${centerId} and roster_id = ${rosterId} order by version desc limit 500
  `.execute(tx)
  return rows
}

/** The last change that can be undone and was not; undoing is no such change. */
export async function lastChange(tx: Tx, centerId: number, rosterId: number): Promise<KeptChange | undefined> {
  const { rows } = await sql<KeptChange>`
    select version, kind, changes, before, after, by_name as "byName" from roster_change
    where center_id = ${centerId} and roster_id = ${rosterId} and kind in ('edit', 'import', 'optimised') and not is_undone
    order by version desc limit 1
  `.execute(tx)
  return rows[0]
}

export async function markUndone(tx: Tx, centerId: number, rosterId: number, version: number): Promise<void> {
  await sql`
    update roster_change set is_undone = true where center_id = ${centerId} and roster_id = ${rosterId} and version = ${version}
  `.execute(tx)
}

/** Who changed the roster after a version, for whoever looks at that one. */
export async function changedSince(
  tx: Tx,
  centerId: number,
  rosterId: number,
  version: number,
): Promise<{ readonly byName: string; readonly changes: number } | undefined> {
  const { rows } = await sql<{ byName: string; changes: number }>`
    select string_agg(distinct by_name, ', ') as "byName", count(*) as changes from roster_change
    where center_id = ${centerId} and roster_id = ${rosterId} and version > ${version} having count(*) > 0
  `.execute(tx)
  return rows[0]
}
