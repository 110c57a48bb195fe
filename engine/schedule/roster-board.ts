import { brokenLimitsOf, type BrokenLimit } from './broken-limits.ts'
import { createRosterDesk, overlaps, placeShifts, rosterOf, shiftOf, type RosterDesk } from './load-roster.ts'
import { prepareRoster, type PreparedRoster } from './prepare-roster.ts'
import type { Roster, RosterProblem, RosterShift } from './roster-problem.ts'
import { scoreOf, type RosterScore } from './roster-score.ts'

/** What a planner’s hand does to one day of one person: a shift put there (in place of what was), or taken away. */
export type RosterChange =
  | { readonly kind: 'place'; readonly shift: RosterShift }
  | { readonly kind: 'remove'; readonly agentId: string; readonly day: number }

/** Agents who serve a queue in a slot, before and after. */
export interface CoverageChange {
  readonly queueId: string
  readonly slot: number
  readonly before: number
  readonly after: number
  readonly needed: number
}

export interface ChangeEffect {
  readonly score: RosterScore
  /** By part: what is after less what was before. */
  readonly difference: RosterScore['parts'] & { readonly objective: number }
  readonly coverage: readonly CoverageChange[]
  /** Hard limits that the people touched break afterwards, and those that they broke before and break no more. */
  readonly broken: readonly BrokenLimit[]
  readonly mended: readonly BrokenLimit[]
}

/** Why a change of the roster cannot even be tried. */
export type ChangeProblem = 'unknownAgent' | 'unknownDay' | 'emptyShift' | 'outsideHorizon' | 'overlap'

/** What changes would do or have done, or the first of them that is impossible. */
export type ChangeResult =
  | { readonly isPossible: true; readonly effect: ChangeEffect }
  | { readonly isPossible: false; readonly problem: ChangeProblem; readonly change: RosterChange }

/** A roster on the planner’s table: every change is counted exactly and at once. Works in a page as on a server. */
export interface RosterBoard {
  readonly score: () => RosterScore
  readonly roster: () => Roster
  readonly broken: () => readonly BrokenLimit[]
  /** Agents who serve a queue, by slot. */
  readonly staffed: (queueId: string) => Int32Array
  /** What the changes would do together; the roster stays as it is. */
  readonly tryChange: (changes: readonly RosterChange[]) => ChangeResult
  /** Makes them. Nothing is made when one is impossible. */
  readonly apply: (changes: readonly RosterChange[]) => ChangeResult
}

/** Lays a roster out, to be changed. */
export function createRosterBoard(problem: RosterProblem, roster: Roster): RosterBoard {
  return boardOf(prepareRoster(problem), roster)
}

export function boardOf(prepared: PreparedRoster, roster: Roster): RosterBoard {
  const { problem, days } = prepared
  const desk = createRosterDesk(prepared, () => 0)
  placeShifts(desk, roster.shifts)
  const numberById = new Map(problem.agents.map(({ agentId }, agent) => [agentId, agent]))
  const cellOf = (change: RosterChange): number => {
    const { agentId, day } = change.kind === 'place' ? change.shift : change
    return (numberById.get(agentId) ?? -1) * days + day
  }
  const shiftsOf = (agent: number): readonly RosterShift[] =>
    Array.from({ length: days }, (_, day) => shiftOf(desk.state, agent * days + day)).filter((shift) => shift !== null)

  function work(changes: readonly RosterChange[], isKept: boolean): ChangeResult {
    for (const change of changes) {
      const fault = faultOf(prepared, numberById, change)
      if (fault !== null) return { isPossible: false, problem: fault, change }
    }
    const cells = [...new Set(changes.map(cellOf))]
    const agents = [...new Set(cells.map((cell) => Math.floor(cell / days)))]
    const before = { score: scoreOf(desk.state), staffed: desk.state.service.staffed.slice() }
    const brokenBefore = agents.flatMap((agent) => brokenLimitsOf(prepared, agent, shiftsOf(agent)))
    const old = cells.map((cell) => shiftOf(desk.state, cell))
    const back = (): void => {
      for (const cell of cells) put(desk, cell, null)
      for (const [at, cell] of cells.entries()) put(desk, cell, old[at] ?? null)
    }
    // Whoever gives a shift away first has the day off, so that it may be placed again beside.
    for (const cell of cells) put(desk, cell, null)
    for (const change of changes) {
      const shift = change.kind === 'place' ? change.shift : null
      if (shift !== null && overlaps(desk.state, cellOf(change), shift)) {
        back()
        return { isPossible: false, problem: 'overlap', change }
      }
      put(desk, cellOf(change), shift)
    }
    const brokenAfter = agents.flatMap((agent) => brokenLimitsOf(prepared, agent, shiftsOf(agent)))
    const effect = effectOf(desk, before, brokenBefore, brokenAfter)
    if (!isKept) back()
    return { isPossible: true, effect }
  }

  return {
    score: () => scoreOf(desk.state),
    roster: () => rosterOf(desk.state),
    broken: () => problem.agents.flatMap((_, agent) => brokenLimitsOf(prepared, agent, shiftsOf(agent))),
    staffed: (queueId) => {
      const queue = problem.queues.findIndex((one) => one.queueId === queueId)
      const { staffed } = desk.state.service
      return Int32Array.from(
        { length: prepared.slots },
        (_, slot) => staffed[slot * problem.queues.length + queue] ?? 0,
      )
    },
    tryChange: (changes) => work(changes, false),
    apply: (changes) => work(changes, true),
  }
}

function faultOf(
  { days, width }: PreparedRoster,
  numberById: ReadonlyMap<string, number>,
  change: RosterChange,
): ChangeProblem | null {
  const { agentId, day } = change.kind === 'place' ? change.shift : change
  if (!numberById.has(agentId)) return 'unknownAgent'
  if (!Number.isInteger(day) || day < 0 || day >= days) return 'unknownDay'
  if (change.kind === 'remove') return null
  const { start, end, breaks } = change.shift
  if (end <= start || breaks.some((one) => one.start < start || one.end > end || one.end <= one.start))
    return 'emptyShift'
  return start < 0 || end > width ? 'outsideHorizon' : null
}

/** Lays a shift, or a day off, on a cell, whatever it breaks. Activities of the cell stay where the new shift still has them at work. */
function put({ state, drafts, trial }: RosterDesk, cell: number, shift: RosterShift | null): void {
  if (shift === null) {
    releaseSeats({ state, drafts, trial }, cell)
    drafts.off(0, cell)
    trial.commit(1)
    return
  }
  const wasLocked = state.isLocked[cell] as number
  state.isLocked[cell] = 0
  placeShifts({ state, drafts, trial }, [shift])
  state.isLocked[cell] = wasLocked
}

function releaseSeats({ state }: RosterDesk, cell: number): void {
  const { seats, totals } = state
  if ((seats.inCell[cell] as number) === 0) return
  for (let seat = 0; seat < seats.count; seat++) {
    if (seats.cell[seat] !== cell) continue
    seats.cell[seat] = -1
    seats.start[seat] = -1
    totals.activities += seats.worth[seat] as number
  }
  seats.inCell[cell] = 0
}

function effectOf(
  { state }: RosterDesk,
  before: { readonly score: RosterScore; readonly staffed: Int32Array },
  brokenBefore: readonly BrokenLimit[],
  broken: readonly BrokenLimit[],
): ChangeEffect {
  const { problem, slots } = state.prepared
  const score = scoreOf(state)
  const many = problem.queues.length
  const coverage: CoverageChange[] = []
  for (let slot = 0; slot < slots; slot++)
    for (const [queue, { queueId, needed }] of problem.queues.entries()) {
      const was = before.staffed[slot * many + queue] as number
      const is = state.service.staffed[slot * many + queue] as number
      if (was !== is) coverage.push({ queueId, slot, before: was, after: is, needed: needed[slot] ?? 0 })
    }
  const part = (name: keyof RosterScore['parts']): number => score.parts[name] - before.score.parts[name]
  const isStill = (one: BrokenLimit): boolean =>
    broken.some((other) => other.agentId === one.agentId && other.limit === one.limit && other.day === one.day)
  return {
    score,
    difference: {
      objective: score.objective - before.score.objective,
      service: part('service'),
      money: part('money'),
      wishes: part('wishes'),
      fairness: part('fairness'),
      stability: part('stability'),
      activities: part('activities'),
    },
    coverage,
    broken,
    mended: brokenBefore.filter((one) => !isStill(one)),
  }
}
