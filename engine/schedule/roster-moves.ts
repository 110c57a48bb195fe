import { createKeptPrice } from './kept-price.ts'
import type { RosterDesk } from './load-roster.ts'
import { createQuickLimits } from './quick-limits.ts'
import { BREAKS_ANYWHERE, BREAKS_BEST, BREAKS_KEPT } from './shift-drafts.ts'

/** Moves of shifts, drawn at random. */
export interface RosterMoves {
  /**
   * Drafts one change and answers how many cells it touches; 0 when there is none to draft: a limit forbids it, it would cost more than
   * `atMost`, or nothing was found to change.
   */
  readonly propose: (atMost: number) => number
  /** Changes looked at so far: those drafted, and those known to be forbidden or too dear before that. */
  tried: number
}

/**
 * The moves of shifts: one a little earlier, later, longer or shorter, another shift, a day more or
 * fewer, a shift on another day, hours from one day to another, and exchanges between two agents on one day and on two.
 */
export function createMoves({ state, drafts, trial }: RosterDesk, uniform: () => number): RosterMoves {
  const { prepared, cells, seats, working } = state
  const moves: RosterMoves = { propose, tried: 0 }
  const { agents, days, options, lists, isListed, listOf, people, problem, queues } = prepared
  const { shapeBase, startsOfShape, lengthsOfShape, shapeOf, startOf, kindBase, kindOf, lengthOf, workOf } = options
  const below = (limit: number): number => Math.floor(uniform() * limit)
  const members = Array.from({ length: queues.groups }, (_, group) =>
    Int32Array.from([...queues.groupOf.keys()].filter((agent) => queues.groupOf[agent] === group)),
  )
  const starts = problem.shapes.map((shape) => Int32Array.from(shape.starts))

  const isFree = (cell: number): boolean => state.isLocked[cell] === 0
  const isOn = (cell: number): boolean => (state.start[cell] as number) >= 0
  const isAllowed = (cell: number, option: number): boolean => isListed[listOf[cell] as number]?.[option] === 1

  const mayPass = createQuickLimits(state)
  const keptPrice = createKeptPrice(state, trial.rules)

  function mayBe(cell: number, option: number, gone: number): boolean {
    const start = prepared.optionStart[(cell % days) * options.count + option] as number
    return mayPass(cell, start, start + (lengthOf[option] as number), workOf[option] as number, gone)
  }

  /** A cell that works by an option and is not locked; −1 when there is none. */
  const workingCell = (): number => (working.count === 0 ? -1 : (working.cell[below(working.count)] as number))

  /** Drafts another option for a working cell, unless a glance tells that it is forbidden or too dear. */
  function draftNear(cell: number, option: number, atMost: number): number {
    moves.tried++
    if (!isAllowed(cell, option) || !mayBe(cell, option, -1)) return 0
    const breaks = placing()
    if (breaks === BREAKS_KEPT && keptPrice(cell, option) > atMost) return 0
    return drafts.shift(0, cell, option, breaks) ? 1 : 0
  }

  function slide(atMost: number): number {
    const cell = workingCell()
    if (cell < 0) return 0
    const option = state.option[cell] as number
    const shape = shapeOf[option] as number
    const by = 1 + below(3)
    const start = (startOf[option] as number) + (uniform() < 0.5 ? by : -by)
    if (start < 0 || start >= (startsOfShape[shape] as number)) return 0
    return draftNear(cell, option - (startOf[option] as number) + start, atMost)
  }

  const placing = (): number => {
    const draw = uniform()
    if (draw < 0.5) return BREAKS_KEPT
    return draw < 0.85 ? BREAKS_BEST : BREAKS_ANYWHERE
  }

  /** The cell’s shift with another length, at the same start or with the same end; −1 where there is none. */
  function resized(cell: number, steps: number): number {
    const option = state.option[cell] as number
    const shape = shapeOf[option] as number
    const many = startsOfShape[shape] as number
    const length = (kindOf[option] as number) - (kindBase[shape] as number) + steps
    if (length < 0 || length >= (lengthsOfShape[shape] as number)) return -1
    const first = (shapeBase[shape] as number) + length * many
    let start = startOf[option] as number
    if (uniform() < 0.5) {
      const list = starts[shape] as Int32Array
      const wall = (list[start] as number) + (lengthOf[option] as number) - (lengthOf[first] as number)
      start = list.indexOf(wall)
      if (start < 0) return -1
    }
    return isAllowed(cell, first + start) ? first + start : -1
  }

  function resize(atMost: number): number {
    const cell = workingCell()
    if (cell < 0) return 0
    const by = 1 + below(2)
    const next = resized(cell, uniform() < 0.5 ? by : -by)
    return next < 0 ? 0 : draftNear(cell, next, atMost)
  }

  /** Longer on one day, shorter on another. */
  function moveHours(): number {
    const cell = workingCell()
    if (cell < 0) return 0
    const other = cell - (cell % days) + below(days)
    if (other === cell || (state.option[other] as number) < 0 || !isFree(other)) return 0
    const by = 1 + below(2)
    const longer = resized(cell, by)
    const shorter = longer < 0 ? -1 : resized(other, -by)
    if (shorter < 0) return 0
    moves.tried++
    return drafts.shift(0, cell, longer, placing()) && drafts.shift(1, other, shorter, placing()) ? 2 : 0
  }

  function anyOption(cell: number): number {
    const list = lists[listOf[cell] as number]
    return list === undefined || list.length === 0 ? -1 : (list[below(list.length)] as number)
  }

  function replace(): number {
    const cell = below(cells)
    if (!isFree(cell)) return 0
    const option = anyOption(cell)
    if (option < 0) return 0
    moves.tried++
    return mayBe(cell, option, -1) && drafts.shift(0, cell, option, uniform() < 0.7 ? BREAKS_BEST : BREAKS_ANYWHERE)
      ? 1
      : 0
  }

  function drop(): number {
    const cell = workingCell()
    if (cell < 0) return 0
    moves.tried++
    return drafts.off(0, cell) ? 1 : 0
  }

  function moveDay(): number {
    const cell = workingCell()
    if (cell < 0) return 0
    const other = cell - (cell % days) + below(days)
    if (other === cell || isOn(other) || !isFree(other)) return 0
    const option = state.option[cell] as number
    const next = uniform() < 0.6 && isAllowed(other, option) ? option : anyOption(other)
    if (next < 0) return 0
    moves.tried++
    if (!mayBe(other, next, cell)) return 0
    return drafts.off(0, cell) && drafts.shift(1, other, next, BREAKS_BEST) ? 2 : 0
  }

  /** Whether the shift of one cell may as it stands be the other’s, of another agent on the same day. */
  function mayTake(cell: number, from: number): boolean {
    if (!isOn(from)) return true
    const option = state.option[from] as number
    if (option < 0 || !isAllowed(cell, option) || (seats.inCell[from] as number) > 0) return false
    return people.runClass[Math.floor(cell / days)] === people.runClass[Math.floor(from / days)]
  }

  /** Whether rest and working time could bear the shift of another’s cell; `gone` would be off. */
  const mayFollow = (cell: number, from: number, gone: number): boolean =>
    !isOn(from) ||
    mayPass(cell, state.start[from] as number, state.end[from] as number, state.work[from] as number, gone)

  const isSameGroup = (cell: number, other: number): boolean =>
    queues.groupOf[Math.floor(cell / days)] === queues.groupOf[Math.floor(other / days)]

  /** Mostly somebody with the same queues: others can seldom stand in for her all day. */
  function partner(cell: number): number {
    const agent = Math.floor(cell / days)
    const group = queues.groupOf[agent] as number
    if (uniform() < 0.15) return below(agents)
    const mates = members[group] as Int32Array
    return mates[below(mates.length)] as number
  }

  function swapAgents(): number {
    const cell = below(cells)
    const other = partner(cell) * days + (cell % days)
    if (other === cell || !isFree(cell) || !isFree(other) || (!isOn(cell) && !isOn(other))) return 0
    moves.tried++
    if (!mayTake(cell, other) || !mayTake(other, cell) || !mayFollow(cell, other, -1) || !mayFollow(other, cell, -1))
      return 0
    if (!drafts.copied(0, cell, other) || !drafts.copied(1, other, cell)) return 0
    drafts.isExchange = isSameGroup(cell, other)
    return 2
  }

  /** She works on one day and not on the other, he the other way round: they change places. */
  function swapDays(): number {
    const cell = below(cells)
    if (!isOn(cell) || !isFree(cell)) return 0
    const day = cell % days
    const agent = partner(cell)
    const otherDay = below(days)
    const hers = cell - day + otherDay
    const his = agent * days + otherDay
    const takes = agent * days + day
    if (his === hers || otherDay === day || isOn(hers) || !isOn(his) || isOn(takes)) return 0
    if (!isFree(hers) || !isFree(his) || !isFree(takes)) return 0
    moves.tried++
    if (!mayTake(takes, cell) || !mayTake(hers, his) || !mayFollow(hers, his, cell) || !mayFollow(takes, cell, his))
      return 0
    const isDrafted =
      drafts.off(0, cell) && drafts.copied(1, hers, his) && drafts.off(2, his) && drafts.copied(3, takes, cell)
    drafts.isExchange = isDrafted && isSameGroup(cell, his)
    return isDrafted ? 4 : 0
  }

  function propose(atMost: number): number {
    const draw = uniform()
    if (draw < 0.34) return slide(atMost)
    if (draw < 0.45) return resize(atMost)
    if (draw < 0.5) return moveHours()
    if (draw < 0.64) return replace()
    if (draw < 0.66) return drop()
    if (draw < 0.82) return moveDay()
    if (draw < 0.93) return swapAgents()
    return swapDays()
  }

  return moves
}
