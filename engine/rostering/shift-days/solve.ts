import type { Random } from '../../numeric/index.ts'
import type { LinearSolver } from '../linear-program.ts'
import { diveOn, openWholeProgram } from './column-search.ts'
import { compileDays } from './compiled.ts'
import { createIncumbent, type SearchTalk } from './incumbent.ts'
import { createLocalSearch, placeEveryone } from './local-search.ts'
import { createPersonDays } from './person-days.ts'
import type { ShiftDaysProblem } from './problem.ts'

export interface ShiftDaysSearch extends SearchTalk {
  readonly random: Random
  readonly solver: LinearSolver
  /** Of the searches that run side by side, from 0: the first makes for the bound at once. */
  readonly place: number
}

/** Searches for the best roster and for the bound that proves it, until the time is over or both have met. */
export function solveShiftDays(problem: ShiftDaysProblem, search: ShiftDaysSearch): void {
  const compiled = compileDays(problem)
  const incumbent = createIncumbent(problem, compiled, search)
  const local = createLocalSearch(compiled, search.random)
  const without = placeEveryone(compiled, local.state, search.random)
  if (without.length > 0) return
  incumbent.offer(local.state.cost, local.state.rows)
  const whole = search.secondsLeft()
  anneal(whole * (search.place === 0 ? 0.005 : 0.03))
  const columns = { ...search, problem: compiled, people: createPersonDays(compiled), incumbent }
  const program = openWholeProgram(columns)
  if (program !== null) diveOn(columns, program)

  function anneal(seconds: number): void {
    const end = search.secondsLeft() - seconds
    for (let left = search.secondsLeft(); left > end && !incumbent.isOver(); left = search.secondsLeft()) {
      local.step(8 * (0.3 / 8) ** (1 - (left - end) / seconds))
      incumbent.offer(local.state.cost, local.state.rows)
    }
  }
}
