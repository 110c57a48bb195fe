import type { Random } from '../../numeric/index.ts'
import type { LinearSolver } from '../linear-program.ts'
import { generateColumns } from './column-generation.ts'
import type { CompiledDays } from './compiled.ts'
import { dive } from './dive.ts'
import type { Incumbent } from './incumbent.ts'
import type { PersonDays } from './person-days.ts'
import { createRosterProgram, type RosterProgram } from './roster-program.ts'

export interface ColumnSearch {
  readonly problem: CompiledDays
  readonly people: PersonDays
  readonly solver: LinearSolver
  readonly random: Random
  readonly incumbent: Incumbent
}

export const PRICING_EFFORT = { cellBudget: 2_000_000, rounds: 4, mostLabels: 4000 } as const

/** The programme of all people and days, its bound and the prices that prove it; costs without what wishes cost in any case. */
export interface SolvedWhole {
  readonly program: RosterProgram
  readonly lowerBound: number
  readonly cellPrices: Float64Array
}

/** The programme of all people and days, solved to its bound. Null when `isOver` before. */
export function openWholeProgram(search: ColumnSearch, isOver: () => boolean): SolvedWhole | null {
  const { problem, people, solver, incumbent } = search
  const everyone = problem.staff.map((_, person) => person)
  const program = createRosterProgram(problem, solver, incumbent.rows, { people: everyone, from: 0, to: problem.days })
  program.add(incumbent.rows.map((path, place) => ({ place, path })))
  const converged = generateColumns(problem, people, incumbent.rows, program, {
    effort: PRICING_EFFORT,
    decided: [],
    mostRounds: Number.POSITIVE_INFINITY,
    below: Number.POSITIVE_INFINITY,
    isOver,
    onRound: (_, lowerBound) => incumbent.prove(lowerBound + problem.wishBase),
  })
  if (converged?.isConverged === true)
    return { program, lowerBound: converged.lowerBound, cellPrices: converged.cellPrices }
  program.close()
  return null
}

const FREE_SHARES = [0.25, 0.35, 0.5, 0.65] as const

/**
 * Dives until the time is over or the bound is met: from everybody undecided, and, once a roster is good, from that roster with only a
 * part of the people undecided.
 */
export function diveOn(search: ColumnSearch, { program }: SolvedWhole, isOver: () => boolean): void {
  const { problem, people, random, incumbent } = search
  for (let turn = 0; !isOver(); turn++) {
    const isWhole = turn < 2 || random.chance(0.2)
    const kept = isWhole ? [] : keepSome(search, program)
    const paths = dive(problem, people, incumbent.rows, program, {
      effort: PRICING_EFFORT,
      below: incumbent.goal - problem.wishBase,
      isOver,
      random,
      whim: turn === 0 ? 0 : 0.3 * random.uniform(),
      kept,
    })
    if (paths !== null) incumbent.offer(program.costOf(paths) + problem.wishBase, paths)
  }
}

/** Columns of the best roster for those who keep their rows this time. */
function keepSome({ random, incumbent }: ColumnSearch, program: RosterProgram): readonly number[] {
  const share = random.pick(FREE_SHARES)
  program.add(incumbent.rows.map((path, place) => ({ place, path })))
  return random
    .shuffle(incumbent.rows.map((path, place) => program.find(place, path)))
    .slice(Math.ceil(incumbent.rows.length * share))
}
