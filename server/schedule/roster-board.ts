import type { CoverageChange } from '@pult/contract/schedule'
import type { PlannedShift } from '@pult/contract/schedule-roster'
import type { ChangeEffect, RosterBoard, RosterChange, RosterProblem } from '@pult/engine/schedule'

import { partsOf } from './objective-parts.ts'
import { refusedState } from './refusal.ts'
import { shiftSlots } from './shift-slots.ts'
import type { CountedChange } from './table-words.ts'

/** What changes from some shifts to others, as the board knows it: days that are emptied and days that are filled. */
export function changesBetween(
  problem: RosterProblem,
  before: readonly PlannedShift[],
  after: readonly PlannedShift[],
): RosterChange[] {
  const { toSlots } = shiftSlots(problem)
  const filled = after.flatMap((shift): RosterChange[] => {
    const slots = toSlots(shift)
    return slots === null ? [] : [{ kind: 'place', shift: slots }]
  })
  const taken = new Set(after.map(({ agentId, day }) => `${agentId}@${day}`))
  const dayOf = new Map(problem.days.map(({ date }, day) => [date, day]))
  const emptied = before
    .filter(({ agentId, day }) => !taken.has(`${agentId}@${day}`))
    .map(({ agentId, day }): RosterChange => ({
      kind: 'remove',
      agentId: String(agentId),
      day: dayOf.get(day) ?? 0,
    }))
  return [...emptied, ...filled]
}

/** Counts changes on a board, which stays as it is. */
export function countChanges(
  board: RosterBoard,
  problem: RosterProblem,
  changes: readonly RosterChange[],
): Pick<CountedChange, 'before' | 'after' | 'coverage'> {
  const before = partsOf(board.score())
  if (changes.length === 0) return { before, after: before, coverage: [] }
  const result = board.tryChange(changes)
  if (!result.isPossible)
    throw refusedState('changeImpossible', `This change cannot be made: ${result.problem}.`, {
      values: { problem: result.problem },
    })
  return { before, after: partsOf(result.effect.score), coverage: coverageOf(problem, result.effect) }
}

function coverageOf(problem: RosterProblem, { coverage }: ChangeEffect): CoverageChange[] {
  const { instantOf } = shiftSlots(problem)
  return coverage.map(({ queueId, slot, before, after, needed }) => ({
    queueId: Number(queueId),
    at: instantOf(slot),
    before,
    after,
    needed,
  }))
}
