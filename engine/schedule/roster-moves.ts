import { createQuickLimits } from './quick-limits.ts'
import type { RosterState } from './roster-state.ts'
import { BREAKS_ANYWHERE, BREAKS_BEST, BREAKS_KEPT, type ShiftDrafts } from './shift-drafts.ts'

/** Drafts one random change and answers how many cells it touches; 0 when this one cannot be. */
export type ProposeMove = () => number

/**
 * The moves of shifts: one a little earlier, later, longer or shorter, another shift, a day more or
 * fewer, a shift on another day, hours from one day to another, and exchanges between two agents on one day and on two.
 */
export function createMoves(state: RosterState, drafts: ShiftDrafts, uniform: () => number): ProposeMove {
  const { prepared, cells, seats } = state
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

  function mayBe(cell: number, option: number, gone: number): boolean {
    const start = prepared.optionStart[(cell % days) * options.count + option] as number
    return mayPass(cell, start, start + (lengthOf[option] as number), workOf[option] as number, gone)
  }

  /** A cell that works by an option, or −1 after a few tries. */
  function workingCell(): number {
    for (let attempt = 0; attempt < 4; attempt++) {
      const cell = below(cells)
      if ((state.option[cell] as number) >= 0 && isFree(cell)) return cell
    }
    return -1
  }

  function slide(): number {
    const cell = workingCell()
    if (cell < 0) return 0
    const option = state.option[cell] as number
    const shape = shapeOf[option] as number
    const by = 1 + below(3)
    const start = (startOf[option] as number) + (uniform() < 0.5 ? by : -by)
    if (start < 0 || start >= (startsOfShape[shape] as number)) return 0
    const next = option - (startOf[option] as number) + start
    return isAllowed(cell, next) && mayBe(cell, next, -1) && drafts.shift(0, cell, next, placing()) ? 1 : 0
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

  function resize(): number {
    const cell = workingCell()
    if (cell < 0) return 0
    const by = 1 + below(2)
    const next = resized(cell, uniform() < 0.5 ? by : -by)
    return next >= 0 && mayBe(cell, next, -1) && drafts.shift(0, cell, next, placing()) ? 1 : 0
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
    return option >= 0 &&
      mayBe(cell, option, -1) &&
      drafts.shift(0, cell, option, uniform() < 0.7 ? BREAKS_BEST : BREAKS_ANYWHERE)
      ? 1
      : 0
  }

  function drop(): number {
    const cell = workingCell()
    return cell >= 0 && drafts.off(0, cell) ? 1 : 0
  }

  function moveDay(): number {
    const cell = below(cells)
    if (!isOn(cell) || !isFree(cell)) return 0
    const other = cell - (cell % days) + below(days)
    if (other === cell || isOn(other) || !isFree(other)) return 0
    const option = state.option[cell] as number
    const next = option >= 0 && uniform() < 0.6 && isAllowed(other, option) ? option : anyOption(other)
    if (next < 0 || !mayBe(other, next, cell)) return 0
    return drafts.off(0, cell) && drafts.shift(1, other, next, BREAKS_BEST) ? 2 : 0
  }

  /** Whether the shift of one cell may as it stands be the other’s, of another agent on the same day. */
  function mayTake(cell: number, from: number): boolean {
    if (!isOn(from)) return true
    const option = state.option[from] as number
    if (option < 0 || !isAllowed(cell, option) || (seats.inCell[from] as number) > 0) return false
    return people.runClass[Math.floor(cell / days)] === people.runClass[Math.floor(from / days)]
  }

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
    if (!mayTake(cell, other) || !mayTake(other, cell)) return 0
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
    if (!isFree(hers) || !isFree(his) || !isFree(takes) || !mayTake(takes, cell) || !mayTake(hers, his)) return 0
    const isDrafted =
      drafts.off(0, cell) && drafts.copied(1, hers, his) && drafts.off(2, his) && drafts.copied(3, takes, cell)
    drafts.isExchange = isDrafted && isSameGroup(cell, his)
    return isDrafted ? 4 : 0
  }

  return () => {
    const draw = uniform()
    if (draw < 0.34) return slide()
    if (draw < 0.45) return resize()
    if (draw < 0.5) return moveHours()
    if (draw < 0.64) return replace()
    if (draw < 0.66) return drop()
    if (draw < 0.82) return moveDay()
    if (draw < 0.93) return swapAgents()
    return swapDays()
  }
}
