import { sql } from 'kysely'

import type { EditResult, RosterChange, ShiftChange, ShiftEdit } from '@pult/contract/schedule'
import type { PlannedShift } from '@pult/contract/schedule-roster'
import type { RosterProblem } from '@pult/engine/schedule'
import { createZone, type LocalDate } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { conflict, type Caller, type Tx } from '../platform/index.ts'
import { applyChanges, type Table } from './apply-changes.ts'
import { changedSince, keepChange, lastChange, markUndone } from './change-store.ts'
import { readKeptProblem } from './problem-cache.ts'
import { changesBetween, countChanges, openBoard } from './roster-board.ts'
import { countViolations, readLaw } from './roster-law.ts'
import { notADraft, readRoster, type KeptRoster } from './roster-store.ts'
import { addShifts, readShifts, removeShifts } from './shift-store.ts'

/** A draft on the planner's table: read whole, held against others' changes. */
export interface OpenDraft {
  readonly roster: KeptRoster
  readonly problem: RosterProblem
  readonly shifts: readonly PlannedShift[]
  readonly table: Table
}

/** Opens a draft at the version somebody looked at. Throws a 409 problem that says who changed what meanwhile. */
export async function openDraft(tx: Tx, centerId: number, rosterId: number, version: number): Promise<OpenDraft> {
  await sql`
    select 1 from roster where center_id = ${centerId} and roster_id = ${rosterId} for update`.execute(tx)
  const roster = await readRoster(tx, centerId, rosterId)
  if (roster.status !== 'draft') throw notADraft(roster.status)
  await refuseStale(tx, centerId, roster, version)
  const problem = await readKeptProblem(tx, centerId, rosterId)
  if (problem === null) throw notADraft('making')
  const { timeZone } = await readCenter(tx, centerId)
  const { firstDay, lastDay } = roster
  const names = new Map(problem.agents.map(({ agentId, name }) => [Number(agentId), name]))
  const shifts = await readShifts(tx, centerId, rosterId)
  return { roster, problem, shifts, table: { zone: createZone(timeZone), firstDay, lastDay, problem, names } }
}

async function refuseStale(tx: Tx, centerId: number, roster: KeptRoster, version: number): Promise<void> {
  if (roster.version === version) return
  const since = await changedSince(tx, centerId, roster.rosterId, version)
  const who = since?.byName ?? roster.madeByName
  throw conflict(
    'rosterChanged',
    `${who} changed this roster meanwhile (${since?.changes ?? 1} changes; it is at version ${roster.version}, you looked at ${version}). Load it again, look, and save once more.`,
    { values: { byName: who, changes: since?.changes ?? 1, version: roster.version } },
  )
}

export async function editShifts(
  tx: Tx,
  caller: Caller,
  rosterId: number,
  { version, changes, isTrial }: ShiftEdit,
  today: LocalDate,
): Promise<EditResult> {
  const draft = await openDraft(tx, caller.centerId, rosterId, version)
  const after = applyChanges(draft.table, draft.shifts, changes)
  return settle(tx, caller, draft, { after, kind: 'edit', changes, isTrial, today })
}

/** Undoes the last change that was not undone; changes of others are undone as well, and the log says so. */
export async function undoChange(
  tx: Tx,
  caller: Caller,
  rosterId: number,
  version: number,
  today: LocalDate,
): Promise<EditResult> {
  const draft = await openDraft(tx, caller.centerId, rosterId, version)
  const last = await lastChange(tx, caller.centerId, rosterId)
  if (last === undefined) throw conflict('nothingToUndo', 'Nothing of this roster was changed that could be undone.')
  const gone = new Set([...last.after, ...last.before].map(({ shiftId }) => shiftId))
  const after = [...draft.shifts.filter(({ shiftId }) => !gone.has(shiftId)), ...last.before]
  await markUndone(tx, caller.centerId, rosterId, last.version)
  return settle(tx, caller, draft, { after, kind: 'undo', changes: [], isTrial: false, today })
}

export interface Settled {
  /** The roster's shifts as they are to be; numbers below zero are new. */
  readonly after: readonly PlannedShift[]
  readonly kind: RosterChange['kind']
  readonly changes: readonly ShiftChange[]
  readonly isTrial: boolean
  readonly today: LocalDate
}

/** Counts what a change makes of the roster, checks it against the law, and keeps it unless it is a trial. */
export async function settle(
  tx: Tx,
  caller: Caller,
  { roster, problem, shifts }: OpenDraft,
  { after, kind, changes, isTrial, today }: Settled,
): Promise<EditResult> {
  const { centerId } = caller
  const { rosterId, version } = roster
  const { gone, come } = differing(shifts, after)
  const { board, isNow } = openBoard({ centerId, rosterId, problem }, shifts)
  const counted = countChanges(board, problem, changesBetween(problem, gone, come), !isTrial)
  if (!isTrial) isNow(after)
  const law = await readLaw(tx, centerId, roster, today)
  const touched = new Set([...gone, ...come].map(({ agentId }) => agentId))
  const whole = law.check(after)
  const was = law.check(shifts, touched).filter(({ agentId }) => agentId !== null)
  const is = whole.filter(({ agentId }) => agentId !== null && touched.has(agentId))
  const [wasKeys, isKeys] = [was, is].map((list) => new Set(list.map(({ key }) => key)))
  const result = {
    removed: gone.map(({ shiftId }) => shiftId).filter((id) => !come.some(({ shiftId }) => shiftId === id)),
    ...counted,
    broken: is.filter(({ key }) => wasKeys?.has(key) !== true),
    cured: was.filter(({ key }) => isKeys?.has(key) !== true),
    violations: countViolations(whole),
  }
  if (isTrial) return { version, shifts: [...come], ...result }
  await removeShifts(
    tx,
    centerId,
    rosterId,
    gone.map(({ shiftId }) => shiftId),
  )
  const kept = await addShifts(tx, centerId, rosterId, come.map(withoutNewNumber))
  await sql`
    update roster set version = version + 1, parts = ${JSON.stringify(counted.after)}::jsonb
    where center_id = ${centerId} and roster_id = ${rosterId}
  `.execute(tx)
  const next = version + 1
  await keepChange(tx, centerId, rosterId, {
    version: next,
    kind,
    changes,
    before: gone,
    after: kept,
    byName: caller.name,
  })
  return { version: next, shifts: kept, ...result }
}

const withoutNewNumber = ({ shiftId, ...shift }: PlannedShift): PlannedShift | Omit<PlannedShift, 'shiftId'> =>
  shiftId < 0 ? shift : { shiftId, ...shift }

/** The shifts that are no more as they were, and those that are new or different. */
function differing(
  before: readonly PlannedShift[],
  after: readonly PlannedShift[],
): { readonly gone: readonly PlannedShift[]; readonly come: readonly PlannedShift[] } {
  const was = new Map(before.map((shift) => [shift.shiftId, JSON.stringify(inKeyOrder(shift))]))
  const is = new Map(after.map((shift) => [shift.shiftId, JSON.stringify(inKeyOrder(shift))]))
  return {
    gone: before.filter(({ shiftId }) => was.get(shiftId) !== is.get(shiftId)),
    come: after.filter(({ shiftId }) => was.get(shiftId) !== is.get(shiftId)),
  }
}

/** What JSON of the database and of a request write in different orders. */
const inKeyOrder = ({
  shiftId,
  agentId,
  day,
  shiftTemplateId,
  start,
  end,
  breaks,
  activities,
  isLocked,
}: PlannedShift) => [
  [shiftId, agentId, day, shiftTemplateId, start, end, isLocked],
  breaks.map((one) => [one.kind, one.start, one.end, one.isPaid]),
  activities.map((one) => [one.activityId, one.start, one.end]),
]
