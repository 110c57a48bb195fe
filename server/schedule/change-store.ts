import { sql } from 'kysely'

import type { RosterChange, ShiftChange } from '@pult/contract/schedule'
import type { PlannedShift } from '@pult/contract/schedule-roster'

import type { Tx } from '../platform/index.ts'

/** A change with the shifts it touched, as they were and as they came to be. */
interface KeptChange {
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
