import type { Random } from '../../numeric/index.ts'
import { generateColumns, type PricingRules } from './column-generation.ts'
import type { CompiledDays } from './compiled.ts'
import type { PersonDays } from './person-days.ts'
import type { RelaxedRoster, RosterProgram } from './roster-program.ts'

export interface DiveRules extends Pick<PricingRules, 'effort' | 'below' | 'isOver'> {
  readonly random: Random
  /** How much chance has a say in whom to decide for; 0 is none. */
  readonly whim: number
  /** Columns that are decided from the beginning. */
  readonly kept: readonly number[]
}

const ROUNDS_BETWEEN = 15
const ALMOST_SURE = 0.95

/**
 * Decides for one row after another, those first of which the programme is surest, and makes new rows in between. Null when it was
 * cut short: the time was over, or the bound showed that nothing better was to come.
 */
export function dive(
  problem: CompiledDays,
  people: PersonDays,
  rows: readonly Int16Array[],
  program: RosterProgram,
  rules: DiveRules,
): readonly Int16Array[] | null {
  const decided: (Int16Array | null)[] = program.part.people.map(() => null)
  const decide = (column: number): void => {
    const { place, path } = program.columns[column] as RosterProgram['columns'][number]
    decided[place] = path
    program.fix(column)
  }
  try {
    for (const column of rules.kept) decide(column)
    for (;;) {
      const { effort, below, isOver } = rules
      const order = { effort, below, isOver, decided, mostRounds: ROUNDS_BETWEEN }
      const converged = generateColumns(problem, people, rows, program, order)
      if (converged === null || isOver() || converged.lowerBound >= below - 1e-6) return null
      for (const column of surest(program, converged.relaxed, decided, rules)) decide(column)
      const paths = decided.filter((path) => path !== null)
      if (paths.length === decided.length) return paths
    }
  } finally {
    program.release()
  }
}

/** All rows that are almost decided; when there are none, the one nearest to it. */
function surest(
  { columns }: RosterProgram,
  { values }: RelaxedRoster,
  decided: readonly (Int16Array | null)[],
  { random, whim }: DiveRules,
): readonly number[] {
  const sure: number[] = []
  let best = -1
  let bestScore = Number.NEGATIVE_INFINITY
  for (const [column, value] of values.entries()) {
    const { place } = columns[column] as RosterProgram['columns'][number]
    if (value < 1e-6 || decided[place] !== null) continue
    if (value > ALMOST_SURE) sure.push(column)
    const score = value + whim * random.uniform()
    if (score <= bestScore) continue
    best = column
    bestScore = score
  }
  return sure.length > 0 ? sure : best < 0 ? [] : [best]
}
