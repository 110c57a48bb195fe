import { PRICING_EFFORT, type ColumnSearch, type SolvedWhole } from './column-search.ts'
import { OFF, type CompiledMember } from './compiled.ts'
import type { RosterColumn } from './roster-program.ts'

// Dives take the surest row first and never look back. This looks at all rows they have met at once.

const HAIR = 1e-3

/**
 * The best choice among the rows that the programme knows: of these only such as a better roster may have, for nobody’s row is
 * further above her least priced one than that roster is above the bound.
 */
export function chooseAmongKnown(search: ColumnSearch, root: SolvedWhole, seconds: number): void {
  const { problem, people, incumbent } = search
  const { program, cellPrices, lowerBound } = root
  const below = incumbent.goal - problem.wishBase
  const limits = problem.staff.map((member, place) => {
    const cost = pricedCost(member, cellPrices)
    const { bound } = people.wholeHorizon(place, cost, { ...PRICING_EFFORT, limit: Number.POSITIVE_INFINITY })
    return { cost, most: bound + below - lowerBound + HAIR }
  })
  const isNear = (column: number): boolean => {
    const { place, path } = program.columns[column] as RosterColumn
    const { cost, most } = limits[place] as (typeof limits)[number]
    return path.reduce((sum, shift, day) => sum + costOn(cost, problem.shiftCount, day, shift), 0) <= most
  }
  const paths = program.choose({ isKept: isNear, start: null, below, seconds })
  if (paths !== null) incumbent.offer(program.costOf(paths) + problem.wishBase, paths)
}

const costOn = (cost: Float64Array, shiftCount: number, day: number, shift: number): number =>
  shift === OFF ? 0 : (cost[day * shiftCount + shift] as number)

/** What a person’s shifts cost by cell at the prices of the needs. */
export const pricedCost = ({ wishCost }: CompiledMember, cellPrices: Float64Array): Float64Array =>
  wishCost.map((wish, cell) => wish - (cellPrices[cell] as number))
