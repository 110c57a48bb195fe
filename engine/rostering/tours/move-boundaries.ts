import type { LinearSolver } from '../linear-program.ts'
import { buildBoundaryProgram } from './boundary-program.ts'
import { tourRules, type TourProblem, type TourRoster } from './tour-problem.ts'

const REACH_SLOTS = 2
/** More at once take the solver too long. */
const MOST_BOUNDARIES = 450

/**
 * Moves the boundaries of a whole roster a little, to its best, a stretch of days after another. Answers the better roster, or the same
 * one; `secondsLeft` counts down to 0.
 */
export function moveBoundaries(
  problem: TourProblem,
  roster: TourRoster,
  solver: LinearSolver,
  secondsLeft: () => number,
): TourRoster {
  const boundaries = roster.flat().reduce((sum, { tasks }) => sum + tasks.length + 1, 0)
  const stretches = Math.ceil(boundaries / MOST_BOUNDARIES)
  const length = Math.ceil(problem.days / stretches) * tourRules.slotsPerDay
  let best = roster
  for (let from = 0; from < problem.slots; from += length) {
    const left = secondsLeft()
    if (left < 1) break
    const { program, movable, toRoster } = buildBoundaryProgram(problem, best, {
      slots: REACH_SLOTS,
      from,
      to: from + length + 1,
    })
    if (movable === 0) continue
    const found = solver.solveWhole({ ...program, seconds: left })
    if (found !== null) best = toRoster(found.columnValues)
  }
  return best
}
