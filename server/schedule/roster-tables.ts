import type { PlannedShift } from '@pult/contract/schedule-roster'
import { createRosterBoard, type RosterBoard, type RosterProblem } from '@pult/engine/schedule'
import { createZone } from '@pult/engine/time'

import { applyChanges } from './apply-changes.ts'
import { coverageOf } from './coverage.ts'
import { unpackProblemNow } from './pack-problem.ts'
import { Refusal } from './refusal.ts'
import { changesBetween, countChanges } from './roster-board.ts'
import { lawOf, type LawFacts, type RosterLaw } from './roster-law.ts'
import { shiftSlots } from './shift-slots.ts'
import {
  partsFor,
  type CountedChange,
  type KeptChange,
  type TableAnswers,
  type TableChange,
  type TableContents,
  type TableOrder,
  type TablePart,
  type TableQuestion,
  type TableQuestions,
  type TableReply,
  type TableStamps,
} from './table-words.ts'

/** A roster laid out. Each part bears the stamp of what it was made from; a board is of one problem and some shifts. */
interface Table {
  problem: Stamped<RosterProblem> | null
  shifts: Stamped<readonly PlannedShift[]> | null
  law: Stamped<{ readonly facts: LawFacts; readonly law: RosterLaw }> | null
  board: LaidBoard | null
}

interface Stamped<Content> {
  readonly stamp: string
  readonly content: Content
}

interface LaidBoard {
  readonly board: RosterBoard
  readonly problem: RosterProblem
  readonly shifts: readonly PlannedShift[]
}

export interface RosterTables {
  readonly reply: (order: TableOrder) => TableReply
  readonly keep: (kept: KeptChange) => void
}

/** So many rosters lie ready; whose turn is longest ago makes room. */
export function createRosterTables(most: number): RosterTables {
  const tables = new Map<string, Table>()
  const take = (key: string): Table => {
    const table = tables.get(key) ?? { problem: null, shifts: null, law: null, board: null }
    tables.delete(key)
    tables.set(key, table)
    for (const oldest of tables.keys()) {
      if (tables.size <= most) break
      tables.delete(oldest)
    }
    return table
  }
  return {
    reply(order) {
      const table = take(order.table)
      lay(table, order.stamps, order.contents)
      const parts = partsFor[order.question].filter((part) => table[part]?.stamp !== order.stamps[part])
      if (parts.length > 0) return { kind: 'missing', parts }
      try {
        return { kind: 'answer', answer: answerOf(table, order) }
      } catch (error) {
        if (error instanceof Refusal) return { kind: 'refused', words: error.words }
        throw error
      }
    },
    keep({ table: key, from, to, gone, come }) {
      const table = tables.get(key)
      if (table?.shifts?.stamp !== from) return
      const left = table.shifts.content.filter(({ shiftId }) => !gone.includes(shiftId))
      const after = [...left, ...come].toSorted(inOrder)
      if (table.board !== null) table.board = changedBoard(table.board, table.shifts.content, after, { gone, come })
      table.shifts = { stamp: to, content: after }
    },
  }
}

/** The same board with a change made on it; null where it is of other shifts or cannot take the change: it is laid out anew when asked for. */
function changedBoard(
  { board, problem, shifts }: LaidBoard,
  before: readonly PlannedShift[],
  after: readonly PlannedShift[],
  { gone, come }: Pick<KeptChange, 'gone' | 'come'>,
): LaidBoard | null {
  if (shifts !== before) return null
  const away = before.filter(({ shiftId }) => gone.includes(shiftId))
  const { isPossible } = board.apply(changesBetween(problem, away, come))
  return isPossible ? { board, problem, shifts: after } : null
}

/** As they are read. */
const inOrder = (one: PlannedShift, other: PlannedShift): number =>
  one.agentId - other.agentId || one.start.localeCompare(other.start)

function lay(table: Table, stamps: TableStamps, { problem, shifts, law }: TableContents): void {
  if (problem !== undefined) table.problem = { stamp: stamps.problem, content: unpackProblemNow(problem) }
  if (shifts !== undefined) table.shifts = { stamp: stamps.shifts, content: shifts }
  if (law !== undefined) table.law = { stamp: stamps.law, content: { facts: law, law: lawOf(law) } }
}

type Part<Name extends TablePart> = NonNullable<Table[Name]>['content']

/** A part that the order's question needs: it was looked for before. */
function partOf<Name extends TablePart>(table: Table, name: Name): Part<Name> {
  const part = table[name]
  if (part === null) throw new Error(`the table lacks its ${name}`)
  return part.content
}

function answerOf(table: Table, order: TableOrder): TableAnswers[TableQuestion] {
  // What is asked is of the question that it comes with.
  const asked = order.asked as TableQuestions['change'] & TableQuestions['coverage']
  switch (order.question) {
    case 'prepare':
      boardOf(table)
      partOf(table, 'law').law.compare([], partOf(table, 'shifts'), new Set())
      return null
    case 'change':
      return countChange(table, asked.change)
    case 'coverage':
      return coverageOf(partOf(table, 'problem'), boardOf(table), partOf(table, 'shifts'), asked)
    case 'violations': {
      const { law } = partOf(table, 'law')
      const teamOf = new Map([...law.staff].map(([agentId, { member }]) => [agentId, member.teamId]))
      return { violations: law.check(partOf(table, 'shifts')), teamOf }
    }
  }
}

function boardOf(table: Table): RosterBoard {
  const [problem, shifts] = [partOf(table, 'problem'), partOf(table, 'shifts')]
  const known = table.board
  if (known !== null && known.problem === problem && known.shifts === shifts) return known.board
  const { toSlots } = shiftSlots(problem)
  // What is locked binds the optimiser, not the planner's hand.
  const board = createRosterBoard(
    { ...problem, locked: [] },
    { shifts: shifts.flatMap((shift) => toSlots(shift) ?? []) },
  )
  table.board = { board, problem, shifts }
  return board
}

function countChange(table: Table, change: TableChange): CountedChange {
  const [problem, shifts, { law, facts }] = [partOf(table, 'problem'), partOf(table, 'shifts'), partOf(table, 'law')]
  const after = shiftsAfter(problem, shifts, facts, change)
  const { gone, come } = differing(shifts, after)
  const touched = new Set([...gone, ...come].map(({ agentId }) => agentId))
  const counted = countChanges(boardOf(table), problem, changesBetween(problem, gone, come))
  return { gone, come, ...counted, ...law.compare(shifts, after, touched) }
}

function shiftsAfter(
  problem: RosterProblem,
  shifts: readonly PlannedShift[],
  { timeZone, firstDay, lastDay }: LawFacts,
  change: TableChange,
): readonly PlannedShift[] {
  switch (change.by) {
    case 'hand': {
      const names = new Map(problem.agents.map(({ agentId, name }) => [Number(agentId), name]))
      return applyChanges({ zone: createZone(timeZone), firstDay, lastDay, problem, names }, shifts, change.changes)
    }
    case 'undoing': {
      const away = new Set(change.takeAway)
      return [...shifts.filter(({ shiftId }) => !away.has(shiftId)), ...change.putBack]
    }
    case 'file':
      return change.after
  }
}

/** The shifts that are no more as they were, and those that are new or different. */
function differing(
  before: readonly PlannedShift[],
  after: readonly PlannedShift[],
): { readonly gone: readonly PlannedShift[]; readonly come: readonly PlannedShift[] } {
  const was = new Map(before.map((shift) => [shift.shiftId, shift]))
  const is = new Map(after.map((shift) => [shift.shiftId, shift]))
  const isSame = (shiftId: number): boolean => {
    const [then, now] = [was.get(shiftId), is.get(shiftId)]
    return then === now || (then !== undefined && now !== undefined && asText(then) === asText(now))
  }
  return {
    gone: before.filter(({ shiftId }) => !isSame(shiftId)),
    come: after.filter(({ shiftId }) => !isSame(shiftId)),
  }
}

/** What JSON of the database and of a request write in different orders. */
const asText = ({ shiftId, agentId, day, shiftTemplateId, start, end, breaks, activities, isLocked }: PlannedShift) =>
  JSON.stringify([
    [shiftId, agentId, day, shiftTemplateId, start, end, isLocked],
    breaks.map((one) => [one.kind, one.start, one.end, one.isPaid]),
    activities.map((one) => [one.activityId, one.start, one.end]),
  ])
