import type { Random } from '../../numeric/index.ts'
import { simpleBound } from './simple-bound.ts'
import { startTours } from './start-tours.ts'
import type { TourProblem, TourRoster } from './tour-problem.ts'
import { createTourSearch } from './tour-search.ts'

/** How a search talks to whoever runs it: it has no clock, and other searches may run beside it. */
export interface ToursSearch {
  readonly random: Random
  /** Goes down to 0; the search ends then. */
  readonly secondsLeft: () => number
  /** Only rosters that keep every rule. */
  readonly onBetter: (objective: number, roster: TourRoster) => void
  /** A better roster from elsewhere since the last call. */
  readonly takeBetter: () => { readonly objective: number; readonly roster: TourRoster } | undefined
}

interface Cycle {
  /** Of the whole time. */
  readonly share: number
  readonly warm: number
  readonly cold: number
}

/** A quick one for a first good roster, a longer one, the long one, and a last look around the best. */
const cycles: readonly Cycle[] = [
  { share: 0.03, warm: 2, cold: 0.2 },
  { share: 0.17, warm: 2, cold: 0.2 },
  { share: 0.73, warm: 2, cold: 0.2 },
  { share: 0.07, warm: 0.5, cold: 0.1 },
]
const STEPS_AT_ONCE = 10
/** Steps after which missing people become dearer, in the colder half of a cycle. */
const PATIENCE = 200

/** Searches for good tours until the time is over or the simple bound is met. */
export function solveTours(problem: TourProblem, search: ToursSearch): void {
  const { random, secondsLeft, onBetter, takeBetter } = search
  const { state, settleIn, step } = createTourSearch(problem, random)
  const bound = simpleBound(problem)
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

  startTours(problem, state, random)
  settleIn()
  note()
  const whole = secondsLeft()
  let endsAt = whole
  for (const { share, warm, cold } of cycles) {
    if (bestRoster !== undefined) state.load(bestRoster)
    const begunAt = endsAt
    endsAt -= share * whole
    let steps = 0
    for (let left = secondsLeft(); left > Math.max(0, endsAt) && best > bound; left = secondsLeft()) {
      const progress = Math.max(0, Math.min(1, (begunAt - left) / (begunAt - endsAt)))
      const temperature = warm * (cold / warm) ** progress
      for (let at = 0; at < STEPS_AT_ONCE; at++) {
        step(temperature)
        note()
      }
      steps += STEPS_AT_ONCE
      if (steps % PATIENCE === 0 && progress > 0.5 && state.missing() > 0) state.raiseMissingCost(1)
      listen()
    }
  }
}
