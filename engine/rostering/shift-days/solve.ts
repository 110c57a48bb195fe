import type { Random } from '../../numeric/index.ts'
import { compileDays, nameRoster, OFF } from './compiled.ts'
import { createLocalSearch, placeEveryone } from './local-search.ts'
import type { ShiftDaysProblem, ShiftDaysRoster } from './problem.ts'

/** How a search talks to whoever runs it: it has no clock, and other searches may run beside it. */
export interface ShiftDaysSearch {
  readonly random: Random
  /** Goes down to 0; the search ends then. */
  readonly secondsLeft: () => number
  readonly onBetter: (objective: number, roster: ShiftDaysRoster) => void
  /** A better roster from elsewhere since the last call. */
  readonly takeBetter: () => { readonly objective: number; readonly roster: ShiftDaysRoster } | undefined
}

const WARM = 8
const COLD = 0.3
const CYCLES = 4

/** Searches for good rosters by annealing over large neighbourhoods until the time is over. */
export function solveShiftDays(problem: ShiftDaysProblem, search: ShiftDaysSearch): void {
  const compiled = compileDays(problem)
  const shiftAt = new Map(problem.shifts.map(({ shiftId }, index) => [shiftId, index]))
  const local = createLocalSearch(compiled, search.random)
  const without = placeEveryone(compiled, local.state, search.random)
  if (without.length > 0) return
  let best = local.state.cost
  search.onBetter(best, nameRoster(problem, local.state.rows))
  const whole = search.secondsLeft()
  for (let left = whole; left > 0; left = search.secondsLeft()) {
    const cycle = ((1 - left / whole) * CYCLES) % 1
    local.step(WARM * (COLD / WARM) ** cycle)
    if (local.state.cost < best) {
      best = local.state.cost
      search.onBetter(best, nameRoster(problem, local.state.rows))
    }
    const better = search.takeBetter()
    if (better !== undefined && better.objective < best) {
      best = better.objective
      local.state.load(
        better.roster.map((row) =>
          Int16Array.from(row, (shift) => (shift === null ? OFF : (shiftAt.get(shift) ?? OFF))),
        ),
      )
    }
  }
}
