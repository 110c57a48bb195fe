import type { ImportedRoster } from '@pult/contract/schedule'
import type { PlannedShift } from '@pult/contract/schedule-roster'
import { createZone } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import type { Caller, Tx } from '../platform/index.ts'
import { isSame } from './compare-rosters.ts'
import { changeDraft, openDraft, resultOf } from './edit-roster.ts'
import type { OpenTables } from './open-tables.ts'
import { readKeptProblem } from './problem-cache.ts'
import { readRosterFile } from './read-roster-file.ts'
import { rosterRows } from './roster-rows.ts'
import { readShifts } from './shift-store.ts'
import { listShiftTemplates } from './shift-template.ts'
import type { TableChange } from './table-words.ts'

interface Given {
  readonly version: number
  readonly isTrial: boolean
  /** The file: a workbook or separated values. */
  readonly bytes: Buffer
}

/** Shifts of the people in the file are replaced by those of the file; nothing is changed when a row has a problem. */
export async function importRoster(
  tx: Tx,
  tables: OpenTables,
  caller: Caller,
  rosterId: number,
  { version, isTrial, bytes }: Given,
): Promise<ImportedRoster> {
  const { centerId } = caller
  const place = await openDraft(tx, tables, centerId, rosterId, version)
  const draft = await readShifts(tx, centerId, rosterId)
  const templates = await listShiftTemplates(tx, centerId)
  const problem = await readKeptProblem(tx, centerId, rosterId)
  const { firstDay, lastDay } = place.roster
  const read = readRosterFile(await rosterRows(bytes), {
    zone: createZone((await readCenter(tx, centerId)).timeZone),
    firstDay,
    lastDay,
    agents: new Map(problem?.agents.map(({ agentId, name }) => [Number(agentId), name])),
    templates: new Map(templates.map(({ shiftTemplateId, name }) => [shiftTemplateId, name])),
  })
  const { rows, problems } = read
  if (problems.length > 0) return { rows, added: 0, changed: 0, removed: 0, problems, isApplied: false, version }
  const told = new Set(read.shifts.map(({ agentId }) => agentId))
  const former = new Map(draft.map((shift) => [`${shift.agentId}@${shift.day}`, shift]))
  let fresh = 0
  const shifts = read.shifts.map((shift): PlannedShift => {
    const was = former.get(`${shift.agentId}@${shift.day}`)
    if (was === undefined) return { shiftId: --fresh, ...shift }
    // A file tells nothing of meetings: they stay where nothing else moved.
    const merged = { ...shift, shiftId: was.shiftId }
    return isSame({ ...was, activities: [] }, merged) ? { ...merged, activities: was.activities } : merged
  })
  const after = [...draft.filter(({ agentId }) => !told.has(agentId)), ...shifts]
  const kept = new Set(shifts.map(({ shiftId }) => shiftId))
  const change: TableChange = { by: 'file', after }
  const result = isTrial
    ? resultOf(version, await tables.ask(tx, place, 'change', { change }))
    : await changeDraft(tx, tables, caller, place, change)
  const removed = draft.filter(({ agentId, shiftId }) => told.has(agentId) && !kept.has(shiftId)).length
  return {
    rows,
    added: -fresh,
    changed: result.shifts.length + fresh,
    removed,
    problems: [],
    isApplied: !isTrial,
    version: result.version,
  }
}
