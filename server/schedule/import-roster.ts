import type { ImportedRoster } from '@pult/contract/schedule'
import type { PlannedShift } from '@pult/contract/schedule-roster'
import type { LocalDate } from '@pult/engine/time'

import type { Caller, Tx } from '../platform/index.ts'
import { isSame } from './compare-rosters.ts'
import { openDraft, settle } from './edit-roster.ts'
import { readRosterFile } from './read-roster-file.ts'
import { listShiftTemplates } from './shift-template.ts'

interface Given {
  readonly version: number
  readonly isTrial: boolean
  readonly text: string
  readonly today: LocalDate
}

/** Shifts of the people in the file are replaced by those of the file; nothing is changed when a row has a problem. */
export async function importRoster(
  tx: Tx,
  caller: Caller,
  rosterId: number,
  { version, isTrial, text, today }: Given,
): Promise<ImportedRoster> {
  const draft = await openDraft(tx, caller.centerId, rosterId, version)
  const templates = await listShiftTemplates(tx, caller.centerId)
  const { zone, firstDay, lastDay, names } = draft.table
  const read = readRosterFile(text, {
    zone,
    firstDay,
    lastDay,
    agents: names,
    templates: new Map(templates.map(({ shiftTemplateId, name }) => [shiftTemplateId, name])),
  })
  const { rows, problems } = read
  if (problems.length > 0 || read.shifts.length === 0)
    return { rows, added: 0, changed: 0, removed: 0, problems, isApplied: false, version }
  const told = new Set(read.shifts.map(({ agentId }) => agentId))
  const former = new Map(draft.shifts.map((shift) => [`${shift.agentId}@${shift.day}`, shift]))
  let fresh = 0
  const shifts = read.shifts.map((shift): PlannedShift => {
    const was = former.get(`${shift.agentId}@${shift.day}`)
    if (was === undefined) return { shiftId: --fresh, ...shift }
    // A file tells nothing of meetings: they stay where nothing else moved.
    const merged = { ...shift, shiftId: was.shiftId }
    return isSame({ ...was, activities: [] }, merged) ? { ...merged, activities: was.activities } : merged
  })
  const after = [...draft.shifts.filter(({ agentId }) => !told.has(agentId)), ...shifts]
  const kept = new Set(shifts.map(({ shiftId }) => shiftId))
  const result = await settle(tx, caller, draft, { after, kind: 'import', changes: [], isTrial, today })
  const removed = draft.shifts.filter(({ agentId, shiftId }) => told.has(agentId) && !kept.has(shiftId)).length
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
