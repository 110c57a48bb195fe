import type { Random } from '../../numeric/index.ts'
import type { LinearSolver } from '../linear-program.ts'
import { moveBoundaries } from './move-boundaries.ts'
import { pooledBound } from './pooled-bound.ts'
import { simpleBound } from './simple-bound.ts'
import { startTours } from './start-tours.ts'
import type { TourProblem, TourRoster } from './tour-problem.ts'
import { createTourSearch } from './tour-search.ts'

/** How a search talks to whoever runs it: it has no clock, and other searches may run beside it. */
export interface ToursSearch {
  readonly random: Random
  /** Asked when the first rosters are there: to open a solver takes a while. */
  readonly openSolver: () => Promise<LinearSolver>
  /** Whether this search is the one that proves a bound. */
  readonly provesBound: boolean
  /** Goes down to 0; the search ends then. */
  readonly secondsLeft: () => number
  /** Only rosters that keep every rule. */
  readonly onBetter: (objective: number, roster: TourRoster) => void
  readonly onBound: (lowerBound: number) => void
  /** A better roster from elsewhere since the last call. */
  readonly takeBetter: () => { readonly objective: number; readonly roster: TourRoster } | undefined
}

interface Cycle {
  /** Of the whole time; a little is left for the solver after each. */
  readonly share: number
  readonly warm: number
  readonly cold: number
}

/** A quick one for a first good roster, a longer one, the long one, and a last look around the best. */
const cycles: readonly Cycle[] = [
  { share: 0.03, warm: 2, cold: 0.3 },
  { share: 0.17, warm: 3, cold: 0.3 },
  { share: 0.7, warm: 3, cold: 0.3 },
  { share: 0.1, warm: 0.6, cold: 0.1 },
]
/** The solver’s part of a cycle. */
const SOLVER_SHARE = 0.1
const STEPS_AT_ONCE = 10
/** Steps after which missing people become dearer, in the colder half of a cycle. */
const PATIENCE = 200

/** Searches for good tours until the time is over or the bound is met. */
export async function solveTours(problem: TourProblem, search: ToursSearch): Promise<void> {
  const { random, secondsLeft, onBetter, takeBetter } = search
  const { state, settleIn, step } = createTourSearch(problem, random)
  let bound = simpleBound(problem)
  let best = Infinity
  let bestRoster: TourRoster | undefined

  function note(): void {
    if (state.missing() > 0 || state.over() >= best) return
    best = state.over()
    bestRoster = state.toRoster()
    onBetter(best, bestRoster)
  }

  function listen(): void {
    const better = takeBetter()
    if (better === undefined || better.objective >= best) return
    best = better.objective
    bestRoster = better.roster
  }

  function anneal({ warm, cold }: Cycle, from: number, to: number): void {
    let steps = 0
    for (let left = secondsLeft(); left > Math.max(0, to) && best > bound; left = secondsLeft()) {
      const progress = Math.max(0, Math.min(1, (from - left) / (from - to)))
      for (let at = 0; at < STEPS_AT_ONCE; at++) {
        step(warm * (cold / warm) ** progress)
        note()
      }
      steps += STEPS_AT_ONCE
      if (steps % PATIENCE === 0 && progress > 0.5 && state.missing() > 0) state.raiseMissingCost(1)
      listen()
    }
  }

  function askSolver(solver: LinearSolver, to: number): void {
    if (bestRoster === undefined || best <= bound) return
    const moved = moveBoundaries(problem, bestRoster, solver, () => secondsLeft() - Math.max(0, to))
    if (moved === bestRoster) return
    state.load(moved)
    note()
  }

  function prove(solver: LinearSolver): void {
    bound = Math.max(bound, pooledBound(problem, solver) ?? 0)
    search.onBound(bound)
  }

  startTours(problem, state, random)
  settleIn()
  note()
  const whole = secondsLeft()
  let solver: LinearSolver | undefined
  let endsAt = whole
  for (const cycle of cycles) {
    if (bestRoster !== undefined) state.load(bestRoster)
    const begunAt = endsAt
    endsAt -= cycle.share * whole
    anneal(cycle, begunAt, endsAt + SOLVER_SHARE * cycle.share * whole)
    if (best <= bound || secondsLeft() <= 0) return
    if (solver === undefined) {
      solver = await search.openSolver()
      if (search.provesBound) prove(solver)
    }
    askSolver(solver, endsAt)
  }
}
