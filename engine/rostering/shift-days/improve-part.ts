import type { LinearSolver } from '../linear-program.ts'
import { generateColumns } from './column-generation.ts'
import type { CompiledDays } from './compiled.ts'
import { dive, type DiveRules } from './dive.ts'
import type { PersonDays } from './person-days.ts'
import { createRosterProgram, type ProgramPart } from './roster-program.ts'

export interface PartRules extends Omit<DiveRules, 'below' | 'kept'> {
  readonly solver: LinearSolver
}

const MOST_ROUNDS = 80

/**
 * Some people’s days of some weeks, all at once, the rest staying: a programme over their rows, and a dive from it. Null where nothing
 * better was found.
 */
export function improvePart(
  problem: CompiledDays,
  people: PersonDays,
  rows: readonly Int16Array[],
  part: ProgramPart,
  { solver, ...rules }: PartRules,
): readonly Int16Array[] | null {
  const program = createRosterProgram(problem, solver, rows, part)
  try {
    const start = part.people.map((person) => (rows[person] as Int16Array).slice(part.from, part.to))
    const cost = program.costOf(start)
    program.add(start.map((path, place) => ({ place, path })))
    const below = problem.isWhole ? cost - 1 + 1e-3 : cost - 1e-6
    const converged = generateColumns(problem, people, rows, program, {
      ...rules,
      below,
      decided: [],
      mostRounds: MOST_ROUNDS,
    })
    if (converged === null || converged.lowerBound >= below || rules.isOver()) return null
    const paths = dive(problem, people, rows, program, { ...rules, below, kept: [] })
    return paths !== null && program.costOf(paths) <= below ? paths : null
  } finally {
    program.close()
  }
}
