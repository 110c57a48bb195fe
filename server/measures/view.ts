import { sql } from 'kysely'

import type { View, ViewDraft } from '@pult/contract/measures-views'

import { isoText, notFound, type Caller, type Tx } from '../platform/index.ts'

const columns = sql`
  view_id as "viewId", name, state, shared, created_by_name as "createdByName",
  ${isoText('changed_at')} as "changedAt"`

/** Own views and those that others share. */
export async function listViews(tx: Tx, caller: Caller): Promise<View[]> {
  const { rows } = await sql<View>`
    select ${columns}, created_by = ${caller.userId} as own from measure_view
    where center_id = ${caller.centerId} and (shared or created_by = ${caller.userId}) order by name collate names
  `.execute(tx)
  return rows
}

export async function readView(tx: Tx, caller: Caller, viewId: number): Promise<View> {
  const { rows } = await sql<View>`
    select ${columns}, created_by = ${caller.userId} as own from measure_view
    where center_id = ${caller.centerId} and view_id = ${viewId} and (shared or created_by = ${caller.userId})
  `.execute(tx)
  const [view] = rows
  if (view === undefined) throw notFound('view')
  return view
}

export async function createView(tx: Tx, caller: Caller, draft: ViewDraft): Promise<View> {
  const { rows } = await sql<{ viewId: number }>`
    insert into measure_view (center_id, name, state, shared, created_by, created_by_name)
    values (${caller.centerId}, ${draft.name}, ${JSON.stringify(draft.state)}, ${draft.shared}, ${caller.userId}, ${caller.name})
    returning view_id as "viewId"
  `.execute(tx)
  return readView(tx, caller, rows[0]?.viewId ?? 0)
}

/** Only her own: another's shared view is copied under a new name instead. */
export async function changeView(tx: Tx, caller: Caller, viewId: number, draft: ViewDraft): Promise<View> {
  const result = await sql`
    update measure_view set name = ${draft.name}, state = ${JSON.stringify(draft.state)}, shared = ${draft.shared}, changed_at = now()
    where center_id = ${caller.centerId} and view_id = ${viewId} and created_by = ${caller.userId}
  `.execute(tx)
  if (result.numAffectedRows === 0n) throw notFound('own view')
  return readView(tx, caller, viewId)
}

export async function deleteView(tx: Tx, caller: Caller, viewId: number): Promise<void> {
  const result = await sql`
    delete from measure_view where center_id = ${caller.centerId} and view_id = ${viewId} and created_by = ${caller.userId}
  `.execute(tx)
  if (result.numAffectedRows === 0n) throw notFound('own view')
}
