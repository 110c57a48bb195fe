import { WISH_END, WISH_OFF, WISH_SHAPE } from './prepare-people.ts'
import type { RosterState } from './roster-state.ts'
import { HOURS_PER_CHANGED_DAY } from './roster-worth.ts'

/** What a shift, or a day off, costs by itself: pay, wishes not met, changes against the earlier roster. Weighted. */
export interface CellCost {
  /** Shape −1 where none; start −1 for a day off. */
  readonly wishes: (cell: number, shape: number, start: number, end: number) => number
  readonly stability: (cell: number, start: number, end: number) => number
  /** After `wishes` and `stability`: how many wishes are refused, and whether the day is changed. */
  refused: number
  changed: number
}

export function createCellCost({ prepared }: Pick<RosterState, 'prepared'>): CellCost {
  const { people, problem } = prepared
  const { wishAt, wishKind, wishShape, wishSlot, wishWorth, earlierStart, earlierEnd, hourWorth } = people
  const worth = hourWorth * problem.weights.stability
  const hours = problem.slotMinutes / 60

  const cost: CellCost = {
    refused: 0,
    changed: 0,
    wishes: (cell, shape, start, end) => {
      let sum = 0
      let refused = 0
      const until = wishAt[cell + 1] as number
      for (let at = wishAt[cell] as number; at < until; at++) {
        if (isMet(at, shape, start, end)) continue
        refused++
        sum += wishWorth[at] as number
      }
      cost.refused = refused
      return sum
    },
    stability: (cell, start, end) => {
      const from = earlierStart[cell] as number
      cost.changed = 0
      if (from === -2 || (from < 0 && start < 0)) return 0
      const until = earlierEnd[cell] as number
      if (from === start && until === end) return 0
      cost.changed = 1
      if (from < 0 || start < 0) return worth * HOURS_PER_CHANGED_DAY
      const moved = (Math.abs(from - start) + Math.abs(until - end)) * hours
      return worth * Math.min(moved, HOURS_PER_CHANGED_DAY)
    },
  }

  function isMet(at: number, shape: number, start: number, end: number): boolean {
    const kind = wishKind[at] as number
    if (kind === WISH_OFF) return start < 0
    if (kind === WISH_SHAPE) return start >= 0 && shape === wishShape[at]
    if (start < 0) return true
    return kind === WISH_END ? end <= (wishSlot[at] as number) : start >= (wishSlot[at] as number)
  }

  return cost
}
