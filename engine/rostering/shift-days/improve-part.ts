import { generateColumns, type PricingRules } from './column-generation.ts'
import type { CompiledDays } from './compiled.ts'
import type { LinearSolver } from '../linear-program.ts'
import type { PersonDays } from './person-days.ts'
import { createRosterProgram, type ProgramPart, type RosterColumn } from './roster-program.ts'

export interface PartRules extends Pick<PricingRules, 'effort' | 'isOver'> {
  readonly solver: LinearSolver
  /** For the whole choice among the rows made. */
  readonly seconds: number
  /** Rows from elsewhere that may be of use. */
  readonly known: readonly RosterColumn[]
}

const MOST_ROUNDS = 60
const MOST_COLUMNS = 1500

/**
 * Some people’s days of some weeks, all at once, the rest staying: rows are made as prices ask for them, then the best whole choice
 * is taken. Null where it is no better than what is there.
 */
export function improvePart(
  problem: CompiledDays,
  people: PersonDays,
  rows: readonly Int16Array[],
  part: ProgramPart,
  { solver, effort, isOver, seconds, known }: PartRules,
): readonly Int16Array[] | null {
  const program = createRosterProgram(problem, solver, rows, part)
  try {
    const start = part.people.map((person) => (rows[person] as Int16Array).slice(part.from, part.to))
    const below = program.costOf(start)
    program.add([...start.map((path, place) => ({ place, path })), ...known])
    // Costs are mostly whole: less than one below is no improvement.
    const goal = problem.isWhole ? below - 1 + 1e-3 : below
    const rules = { effort, isOver, decided: [], mostRounds: MOST_ROUNDS, below: goal }
    const converged = generateColumns(problem, people, rows, program, rules)
    if (converged === null || converged.lowerBound > goal) return null
    const relaxed = program.solve()
    if (relaxed === null || isOver()) return null
    const spare = below - converged.lowerBound
    const reduced = program.columns.map(
      (column) =>
        reducedCost(problem, program.part, column, relaxed.cellPrices) - (relaxed.personPrices[column.place] as number),
    )
    const limit = Math.min(spare, reduced.toSorted((left, right) => left - right)[MOST_COLUMNS] ?? spare)
    const isStart = (column: number): boolean => column < start.length
    const better = program.choose({
      isKept: (column) => isStart(column) || (reduced[column] as number) <= limit + 1e-6,
      start,
      below,
      seconds,
    })
    return better !== null && program.costOf(better) < below - 1e-6 ? better : null
  } finally {
    program.close()
  }
}

function reducedCost(
  { shiftCount, staff }: CompiledDays,
  { people, from }: ProgramPart,
  { place, path }: RosterColumn,
  cellPrices: Float64Array,
): number {
  const { wishCost } = staff[people[place] as number] as CompiledDays['staff'][number]
  return path.reduce((sum, shift, offset) => {
    if (shift < 0) return sum
    const cell = offset * shiftCount + shift
    return sum + (wishCost[from * shiftCount + cell] as number) - (cellPrices[cell] as number)
  }, 0)
}
