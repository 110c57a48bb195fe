import type { Random } from '../../numeric/index.ts'
import type { LinearSolver } from '../linear-program.ts'
import { chooseAmongKnown } from './choose-known.ts'
import { closeFromBelow } from './close-gap.ts'
import { diveOn, openWholeProgram, type SolvedWhole } from './column-search.ts'
import { compileDays } from './compiled.ts'
import { createIncumbent, type Incumbent, type SearchTalk } from './incumbent.ts'
import { createLocalSearch, placeEveryone, type LocalSearch } from './local-search.ts'
import { searchParts, type PartSearch } from './part-search.ts'
import { createPersonDays } from './person-days.ts'
import { proveByPrices } from './priced-bound.ts'
import type { ShiftDaysProblem } from './problem.ts'

export interface ShiftDaysSearch extends SearchTalk {
  readonly random: Random
  readonly solver: LinearSolver
  /** Of the searches that run side by side, from 0: the first makes for the bound. */
  readonly place: number
}

/** Rounds of pricing that a programme of the whole takes, roughly, each as long as placing everyone once. */
const ROUNDS_OF_WHOLE = 80

/** A look from below comes first where it is quickly done, and again after a share of the time that dives take. */
const FEW_COLUMNS = 2000
const SHARE_OF_FIRST_STEP = 0.02
const TURNS_BEFORE_STEP = 3
const MOST_COLUMNS = 20_000
const SHARE_OF_STEP = 0.35

/** Dives and choices among known rows take turns, each so long a share of the time there was. */
const SHARE_OF_DIVES = 0.045
const SHARE_OF_CHOICE = 0.06

/** Searches for the best roster and for the bound that proves it, until the time is over or both have met. */
export function solveShiftDays(problem: ShiftDaysProblem, search: ShiftDaysSearch): void {
  const compiled = compileDays(problem)
  const incumbent = createIncumbent(problem, compiled, search)
  const local = createLocalSearch(compiled, search.random)
  const began = search.secondsLeft()
  if (!begin(problem, search, local)) return
  incumbent.offer(local.state.cost, local.state.rows)
  const left = search.secondsLeft()
  const secondsForWhole = (began - left) * ROUNDS_OF_WHOLE
  const columns: PartSearch = { ...search, problem: compiled, people: createPersonDays(compiled), incumbent, local }
  const isFirst = search.place === 0
  anneal(search, local, incumbent, left * (isFirst ? 0.005 : 0.03))
  if (secondsForWhole < left * (isFirst ? 0.6 : 0.15)) {
    const root = openWholeProgram(columns, () => incumbent.isOver() || search.secondsLeft() < left * 0.4)
    if (root !== null) searchWhole(columns, root, isFirst)
  } else if (isFirst) {
    proveByPrices(columns, left * 0.6)
  }
  searchParts(columns, 0)
  incumbent.isOver()
}

/**
 * Dives, and in turn with them choices among all rows that are known; the first search tries from below in between, as long as that
 * gets anywhere.
 */
function searchWhole(columns: PartSearch, root: SolvedWhole, isFirst: boolean): void {
  const { incumbent, secondsLeft } = columns
  const whole = secondsLeft()
  const diveFor = (seconds: number): void => {
    const until = secondsLeft() - seconds
    diveOn(columns, root, () => incumbent.isOver() || secondsLeft() < until)
  }
  if (isFirst) closeFromBelow(columns, root, { mostColumns: FEW_COLUMNS, seconds: whole * SHARE_OF_FIRST_STEP })
  for (let turn = 0; !incumbent.isOver(); turn++) {
    diveFor(whole * SHARE_OF_DIVES)
    if (turn === TURNS_BEFORE_STEP && isFirst)
      closeFromBelow(columns, root, { mostColumns: MOST_COLUMNS, seconds: secondsLeft() * SHARE_OF_STEP })
    if (!incumbent.isOver()) chooseAmongKnown(columns, root, Math.min(secondsLeft(), whole * SHARE_OF_CHOICE))
  }
}

/** A roster to begin with; false when there is none, or none was found in time. */
function begin(problem: ShiftDaysProblem, search: ShiftDaysSearch, local: LocalSearch): boolean {
  const compiled = compileDays(problem)
  for (let turn = 0; search.secondsLeft() > 0; turn++) {
    const { missing, impossible } = placeEveryone(compiled, local.state, search.random.fork(turn))
    const [person] = impossible
    if (person !== undefined) {
      search.onImpossible(problem.staff[person]?.employeeId ?? '')
      return false
    }
    if (missing.length === 0) return true
  }
  return false
}

function anneal(search: ShiftDaysSearch, local: LocalSearch, incumbent: Incumbent, seconds: number): void {
  const end = search.secondsLeft() - seconds
  for (let left = search.secondsLeft(); left > end && !incumbent.isOver(); left = search.secondsLeft()) {
    local.step(8 * (0.3 / 8) ** (1 - (left - end) / seconds))
    incumbent.offer(local.state.cost, local.state.rows)
  }
}
