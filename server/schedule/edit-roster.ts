import { sql } from 'kysely'

import type { EditResult, RosterChange, ShiftChange } from '@pult/contract/schedule'
import type { PlannedShift } from '@pult/contract/schedule-roster'

import { conflict, type Caller, type Tx } from '../platform/index.ts'
import { changedSince, keepChange, lastChange, markUndone } from './change-store.ts'
import type { OpenTables } from './open-tables.ts'
import { notADraft } from './roster-store.ts'
import { addShifts, removeShifts } from './shift-store.ts'
import type { TablePlace } from './table-stamps.ts'
import type { CountedChange, TableChange } from './table-words.ts'

/** Opens a draft at the version somebody looked at and holds it against others' changes. Throws a 409 problem that says who changed what meanwhile. */
export async function openDraft(
  tx: Tx,
  tables: OpenTables,
  centerId: number,
  rosterId: number,
  version: number,
): Promise<TablePlace> {
  await sql`
    select 1 from roster where center_id = ${centerId} and roster_id = ${rosterId} for update`.execute(tx)
  const place = await tables.place(tx, centerId, rosterId)
  refuseFinished(place)
  await refuseStale(tx, place, version)
  return place
}

/** Throws where a roster is not there to be changed. */
export function refuseFinished({ roster, stamps }: TablePlace): void {
  if (roster.status !== 'draft') throw notADraft(roster.status)
  if (stamps.problem === '') throw notADraft('making')
}

export async function refuseStale(tx: Tx, { centerId, roster }: TablePlace, version: number): Promise<void> {
  if (roster.version === version) return
  const since = await changedSince(tx, centerId, roster.rosterId, version)
  const who = since?.byName ?? roster.madeByName
  throw conflict(
    'rosterChanged',
    `${who} changed this roster meanwhile (${since?.changes ?? 1} changes; it is at version ${roster.version}, you looked at ${version}). Load it again, look, and save once more.`,
    { values: { byName: who, changes: since?.changes ?? 1, version: roster.version } },
  )
}

/** What counting a change came to, as whoever asked for it is told. */
export function resultOf(version: number, counted: CountedChange): EditResult {
  const { gone, come, ...told } = counted
  const removed = gone.map(({ shiftId }) => shiftId).filter((id) => !come.some(({ shiftId }) => shiftId === id))
  return { version, shifts: [...come], removed, ...told }
}

/** Undoes the last change that was not undone; changes of others are undone as well, and the log says so. */
export async function undoChange(
  tx: Tx,
  tables: OpenTables,
  caller: Caller,
  rosterId: number,
  version: number,
): Promise<EditResult> {
  const place = await openDraft(tx, tables, caller.centerId, rosterId, version)
  const last = await lastChange(tx, caller.centerId, rosterId)
  if (last === undefined) throw conflict('nothingToUndo', 'Nothing of this roster was changed that could be undone.')
  const takeAway = [...last.after, ...last.before].map(({ shiftId }) => shiftId)
  await markUndone(tx, caller.centerId, rosterId, last.version)
  const change: TableChange = { by: 'undoing', takeAway, putBack: last.before }
  return changeDraft(tx, tables, caller, place, change)
}

const kindOf = { hand: 'edit', undoing: 'undo', file: 'import' } as const satisfies Record<
  TableChange['by'],
  RosterChange['kind']
>

/** Counts what a change makes of a draft, checks it against the law, and keeps it. */
export async function changeDraft(
  tx: Tx,
  tables: OpenTables,
  caller: Caller,
  place: TablePlace,
  change: TableChange,
): Promise<EditResult> {
  const counted = await tables.ask(tx, place, 'change', { change })
  const { centerId, roster } = place
  const { rosterId } = roster
  const gone = counted.gone.map(({ shiftId }) => shiftId)
  await removeShifts(tx, centerId, rosterId, gone)
  const come = await addShifts(tx, centerId, rosterId, counted.come.map(withoutNewNumber))
  const { rows } = await sql<{ version: number; stamp: string }>`
    update roster set version = version + 1, parts = ${JSON.stringify(counted.after)}::jsonb
    where center_id = ${centerId} and roster_id = ${rosterId} returning version, xmin::text as stamp
  `.execute(tx)
  const { version = 0, stamp: to = '' } = rows[0] ?? {}
  const changes: readonly ShiftChange[] = change.by === 'hand' ? change.changes : []
  await keepChange(tx, centerId, rosterId, {
    version,
    kind: kindOf[change.by],
    changes,
    before: counted.gone,
    after: come,
    byName: caller.name,
  })
  // Should this transaction fail after all, nobody will ever ask by that stamp.
  tables.keep(place, { to, gone, come })
  return { ...resultOf(version, { ...counted, come }) }
}

const withoutNewNumber = ({ shiftId, ...shift }: PlannedShift): PlannedShift | Omit<PlannedShift, 'shiftId'> =>
  shiftId < 0 ? shift : { shiftId, ...shift }
