import { createHash } from 'node:crypto'

import type { CoverageChange } from '@pult/contract/schedule'
import type { ObjectiveParts, PlannedShift } from '@pult/contract/schedule-roster'
import {
  createRosterBoard,
  type ChangeEffect,
  type RosterBoard,
  type RosterChange,
  type RosterProblem,
} from '@pult/engine/schedule'

import { conflict } from '../platform/index.ts'
import { partsOf } from './make-roster.ts'
import { shiftSlots } from './shift-slots.ts'

/** Boards of the last few rosters that somebody works on: laying one out takes longer than a change on it. */
const MOST_BOARDS = 3
interface KeptBoard {
  /** Of the shifts that lie on it. */
  print: string
  readonly problem: RosterProblem
  readonly board: RosterBoard
}
const boards = new Map<string, KeptBoard>()

export interface OpenBoard {
  readonly board: RosterBoard
  /** Says which shifts lie on the board now; without it, it is laid out anew the next time. */
  readonly isNow: (shifts: readonly PlannedShift[]) => void
}

/** The roster's shifts laid out so that changes can be counted. */
export function openBoard(
  {
    centerId,
    rosterId,
    problem,
  }: { readonly centerId: number; readonly rosterId: number; readonly problem: RosterProblem },
  shifts: readonly PlannedShift[],
): OpenBoard {
  const key = `${centerId}/${rosterId}`
  const print = fingerprint(shifts)
  const known = boards.get(key)
  boards.delete(key)
  const kept = known?.print === print && known.problem === problem ? known : layOut(problem, shifts, print)
  boards.set(key, kept)
  for (const oldest of boards.keys()) {
    if (boards.size <= MOST_BOARDS) break
    boards.delete(oldest)
  }
  return {
    board: kept.board,
    isNow: (now) => {
      kept.print = fingerprint(now)
    },
  }
}

function layOut(problem: RosterProblem, shifts: readonly PlannedShift[], print: string): KeptBoard {
  const { toSlots } = shiftSlots(problem)
  // What is locked binds the optimiser, not the planner's hand.
  const board = createRosterBoard(
    { ...problem, locked: [] },
    { shifts: shifts.flatMap((shift) => toSlots(shift) ?? []) },
  )
  return { print, problem, board }
}

function fingerprint(shifts: readonly PlannedShift[]): string {
  const lines = shifts.map(({ agentId, start, end, breaks, activities }) =>
    [agentId, start, end, ...[...breaks, ...activities].flatMap((part) => [part.kind, part.start, part.end])].join(' '),
  )
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('base64')
}

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

export interface CountedChange {
  readonly before: ObjectiveParts
  readonly after: ObjectiveParts
  readonly coverage: CoverageChange[]
}

/** Counts changes on a board, and makes them there where asked. */
export function countChanges(
  board: RosterBoard,
  problem: RosterProblem,
  changes: readonly RosterChange[],
  isKept: boolean,
): CountedChange {
  const before = partsOf(board.score())
  if (changes.length === 0) return { before, after: before, coverage: [] }
  const result = isKept ? board.apply(changes) : board.tryChange(changes)
  if (!result.isPossible)
    throw conflict('changeImpossible', `This change cannot be made: ${result.problem}.`, {
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
