import { pricedCost } from './choose-known.ts'
import { PRICING_EFFORT, type ColumnSearch, type SolvedWhole } from './column-search.ts'
import { createRosterProgram, type RosterColumn } from './roster-program.ts'

// From below: whether there is a roster that costs as little as the bound allows. In such a roster nobody's row is further above her
// least priced row than the roster may be above the bound, so these rows are all there are, and one whole programme over them answers.
// If the answer is no, the bound goes up by one.

export interface StepLimits {
  readonly mostColumns: number
  readonly seconds: number
}

const HAIR = 1e-3

/** Raises the bound step by step. Returns false when a step had too many rows or took too long. */
export function closeFromBelow(search: ColumnSearch, root: SolvedWhole, limits: StepLimits): boolean {
  const { problem, incumbent } = search
  if (!problem.isWhole) return false
  while (!incumbent.isOver()) {
    const target = Math.max(incumbent.lowerBound, Math.ceil(root.lowerBound + problem.wishBase - HAIR))
    const spare = target - problem.wishBase - root.lowerBound + HAIR
    const columns = rowsWithin(search, root, spare, limits.mostColumns)
    if (columns === null || !tryTarget(search, columns, target, limits.seconds)) return false
  }
  return true
}

/** Whether it became known if there is a roster at this cost. */
function tryTarget(search: ColumnSearch, columns: readonly RosterColumn[], target: number, seconds: number): boolean {
  const { problem, solver, incumbent } = search
  const everyone = problem.staff.map((_, person) => person)
  const program = createRosterProgram(problem, solver, incumbent.rows, { people: everyone, from: 0, to: problem.days })
  try {
    program.add(columns)
    const below = target - problem.wishBase + 0.5
    let bound = Number.NEGATIVE_INFINITY
    const paths = program.choose({
      isKept: () => true,
      start: null,
      below,
      seconds,
      onBound: (lowerBound) => (bound = lowerBound),
    })
    if (paths !== null) {
      incumbent.offer(program.costOf(paths) + problem.wishBase, paths)
      return true
    }
    if (bound < below - HAIR) return false
    incumbent.prove(target + 1)
    return true
  } finally {
    program.close()
  }
}

/** Everybody's rows that are no further than `spare` above her least one, at the prices of the bound; null where they are too many. */
function rowsWithin(
  { problem, people, incumbent }: ColumnSearch,
  root: SolvedWhole,
  spare: number,
  mostColumns: number,
): readonly RosterColumn[] | null {
  const columns: RosterColumn[] = []
  for (const [place, member] of problem.staff.entries()) {
    if (incumbent.isOver()) return null
    const cost = pricedCost(member, root.cellPrices)
    const { bound } = people.wholeHorizon(place, cost, { ...PRICING_EFFORT, limit: Number.POSITIVE_INFINITY })
    const mostPaths = mostColumns - columns.length
    const { cellBudget } = PRICING_EFFORT
    const paths = people.listWhole(place, cost, { cellBudget, limit: bound + spare, mostPaths })
    if (paths === null) return null
    for (const path of paths) columns.push({ place, path })
  }
  return columns
}
