import type { BrokenLimit, LimitKind } from './broken-limits.ts'
import { createRosterDesk, placeShifts, type RosterDesk } from './load-roster.ts'
import { shiftOfOption } from './option-shift.ts'
import { prepareRoster, type PreparedRoster } from './prepare-roster.ts'
import { boardOf, type ChangeEffect, type RosterBoard, type RosterChange } from './roster-board.ts'
import type { Roster, RosterProblem, RosterShift, Wish } from './roster-problem.ts'
import { BREAKS_BEST } from './shift-drafts.ts'

/** Why somebody has this shift: what the roster would be without it, and with the next best for her that day. */
export interface ShiftReason {
  readonly shift: RosterShift
  /** A day off instead: what it costs by parts, and what limits it breaks. */
  readonly without: ChangeEffect
  /** The best other lawful shift of hers that day; null where there is none. */
  readonly nextBest: { readonly shift: RosterShift; readonly effect: ChangeEffect } | null
  /** Money that the roster loses at least if she does not work this shift. */
  readonly worth: number
}

/** Why a wish is not met: what granting it would cost, and what stands in its way. */
export interface RefusedWish {
  readonly agentId: string
  readonly wish: Wish
  /** The cheapest lawful way to grant it, and its price in the objective; null where none was found by changing one or two of her days. */
  readonly granted: { readonly changes: readonly RosterChange[]; readonly price: number } | null
  /** Limits that the plain way of granting it would break. */
  readonly forbiddenBy: readonly LimitKind[]
  /** What the plain way costs by parts. */
  readonly plain: ChangeEffect['difference']
}

/** Questions about one roster; laid out once, asked many times. */
export interface RosterReasons {
  /** Null where she has no shift that day. */
  readonly shift: (agentId: string, day: number) => ShiftReason | null
  /** Of everybody, or of one person. */
  readonly refusedWishes: (agentId?: string) => readonly RefusedWish[]
}

/** Lays a roster out, to be asked why each shift lies where it does and why wishes are not met. */
export function createRosterReasons(problem: RosterProblem, roster: Roster): RosterReasons {
  const prepared = prepareRoster(problem)
  const board = boardOf(prepared, roster)
  const desk = createRosterDesk(prepared, () => 0)
  placeShifts(desk, roster.shifts)
  const agentOf = (agentId: string): number => problem.agents.findIndex((agent) => agent.agentId === agentId)
  return {
    shift: (agentId, day) => {
      const shift = board.roster().shifts.find((one) => one.agentId === agentId && one.day === day)
      return shift === undefined ? null : reasonOf(prepared, desk, board, agentOf(agentId), shift)
    },
    refusedWishes: (agentId) =>
      problem.agents.flatMap(({ agentId: own, wishes }, agent) =>
        (agentId === undefined || agentId === own ? wishes : [])
          .filter((wish) => isRefused(prepared, desk, agent, wish))
          .map((wish) => refusalOf(prepared, desk, board, agent, wish)),
      ),
  }
}

function effectOf(board: RosterBoard, changes: readonly RosterChange[]): ChangeEffect | null {
  const result = board.tryChange(changes)
  return result.isPossible ? result.effect : null
}

function reasonOf(
  prepared: PreparedRoster,
  desk: RosterDesk,
  board: RosterBoard,
  agent: number,
  shift: RosterShift,
): ShiftReason | null {
  const { agentId, day } = shift
  const without = effectOf(board, [{ kind: 'remove', agentId, day }])
  if (without === null) return null
  const before = board.broken().filter((one) => one.agentId === agentId)
  const options = rankedOptions(prepared, desk, agent * prepared.days + day)
  let nextBest: ShiftReason['nextBest'] = null
  for (const option of options) {
    const other = shiftOfOption(desk, agent * prepared.days + day, option)
    if (other === null || (other.start === shift.start && other.end === shift.end)) continue
    const effect = effectOf(board, [{ kind: 'place', shift: other }])
    if (effect === null || isWorse(effect.broken, before)) continue
    nextBest = { shift: other, effect }
    break
  }
  const isOffLawful = !isWorse(without.broken, before)
  const alternatives = [
    ...(isOffLawful ? [without.difference.objective] : []),
    ...(nextBest === null ? [] : [nextBest.effect.difference.objective]),
  ]
  const worth = alternatives.length === 0 ? without.difference.objective : Math.min(...alternatives)
  // What is broken already is nothing that a day off would break.
  const still = new Set(before.map(({ limit, day: on }) => `${limit}/${on}`))
  const broken = without.broken.filter(({ limit, day: on }) => !still.has(`${limit}/${on}`))
  return { shift, without: { ...without, broken }, nextBest, worth }
}

/** Whether limits are broken that were not, or more than they were. */
function isWorse(after: readonly BrokenLimit[], before: readonly BrokenLimit[]): boolean {
  const hours = (all: readonly BrokenLimit[]): number => all.reduce((sum, one) => sum + one.excessHours, 0)
  return hours(after) > hours(before) + 1e-9
}

/** Options of a cell, the cheapest first. */
function rankedOptions(
  { lists, listOf }: PreparedRoster,
  { drafts, trial }: RosterDesk,
  cell: number,
): readonly number[] {
  const priced: { option: number; price: number }[] = []
  for (const option of lists[listOf[cell] as number] ?? [])
    if (drafts.shift(0, cell, option, BREAKS_BEST)) priced.push({ option, price: trial.price(1) })
  return priced.toSorted((left, right) => left.price - right.price).map(({ option }) => option)
}

function isRefused(
  { days, problem, people }: PreparedRoster,
  { state }: RosterDesk,
  agent: number,
  wish: Wish,
): boolean {
  if (wish.day < 0 || wish.day >= days) return false
  const cell = agent * days + wish.day
  if (state.refused[cell] === 0) return false
  const at = problem.agents[agent]?.wishes.indexOf(wish) ?? -1
  for (let entry = people.wishAt[cell] as number; entry < (people.wishAt[cell + 1] as number); entry++)
    if (people.wishIndex[entry] === at)
      return !isMet(
        wish,
        shapeOn(state, cell),
        state.start[cell] as number,
        state.end[cell] as number,
        people.wishSlot[entry] as number,
      )
  return false
}

function shapeOn({ option, shapesByHand, prepared }: RosterDesk['state'], cell: number): string | null {
  const own = option[cell] as number
  if (own < 0) return shapesByHand.get(cell) ?? null
  return prepared.problem.shapes[prepared.options.shapeOf[own] as number]?.shapeId ?? null
}

function isMet({ kind, shapeId }: Wish, shape: string | null, start: number, end: number, slot: number): boolean {
  if (kind === 'off') return start < 0
  if (kind === 'shape') return start >= 0 && shape === shapeId
  return start < 0 || (kind === 'endBy' ? end <= slot : start >= slot)
}

function refusalOf(
  prepared: PreparedRoster,
  desk: RosterDesk,
  board: RosterBoard,
  agent: number,
  wish: Wish,
): RefusedWish {
  const { problem } = prepared
  const agentId = problem.agents[agent]?.agentId ?? ''
  const before = board.broken().filter((one) => one.agentId === agentId)
  const ways = waysToGrant(prepared, desk, agent, wish)
  let granted: RefusedWish['granted'] = null
  let plain: ChangeEffect | null = null
  for (const changes of ways) {
    const effect = effectOf(board, changes)
    if (effect === null) continue
    plain ??= effect
    if (isWorse(effect.broken, before)) continue
    const price = effect.difference.objective
    if (granted === null || price < granted.price) granted = { changes, price }
  }
  const still = new Set(before.map(({ limit, day }) => `${limit}/${day}`))
  const forbiddenBy = (plain?.broken ?? [])
    .filter(({ limit, day }) => !still.has(`${limit}/${day}`))
    .map(({ limit }) => limit)
  const none = { objective: 0, service: 0, money: 0, wishes: 0, fairness: 0, stability: 0, activities: 0 }

  return { agentId, wish, granted, forbiddenBy: [...new Set(forbiddenBy)], plain: plain?.difference ?? none }
}

const MOST_WAYS = 40

/** The plain way first, then the same with another of her days changed so that the hours stay. */
function waysToGrant(
  prepared: PreparedRoster,
  desk: RosterDesk,
  agent: number,
  wish: Wish,
): readonly (readonly RosterChange[])[] {
  const { problem, days, people, options, optionStart } = prepared
  const agentId = problem.agents[agent]?.agentId ?? ''
  const cell = agent * days + wish.day
  const plain: RosterChange[] = []
  if (wish.kind === 'off') plain.push({ kind: 'remove', agentId, day: wish.day })
  else {
    let slot = 0
    for (let entry = people.wishAt[cell] as number; entry < (people.wishAt[cell + 1] as number); entry++)
      if (problem.agents[agent]?.wishes[people.wishIndex[entry] as number] === wish)
        slot = people.wishSlot[entry] as number
    for (const option of rankedOptions(prepared, desk, cell)) {
      const start = optionStart[wish.day * options.count + option] as number
      const shape = problem.shapes[options.shapeOf[option] as number]?.shapeId ?? null
      if (!isMet(wish, shape, start, start + (options.lengthOf[option] as number), slot)) continue
      const shift = shiftOfOption(desk, cell, option)
      if (shift !== null) plain.push({ kind: 'place', shift })
      if (plain.length >= 8) break
    }
    if ((desk.state.start[cell] as number) >= 0 && wish.kind !== 'shape')
      plain.push({ kind: 'remove', agentId, day: wish.day })
  }
  const ways = plain.map((change): readonly RosterChange[] => [change])
  const first = plain[0]
  if (first === undefined) return ways
  for (let day = 0; day < days && ways.length < MOST_WAYS; day++) {
    const other = agent * days + day
    if (day === wish.day || desk.state.isLocked[other] === 1 || (desk.state.start[other] as number) >= 0) continue
    const option = rankedOptions(prepared, desk, other)[0]
    const shift = option === undefined ? null : shiftOfOption(desk, other, option)
    if (shift !== null) ways.push([first, { kind: 'place', shift }])
  }
  return ways
}
