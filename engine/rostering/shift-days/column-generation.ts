import type { BestDaysEffort } from './best-days.ts'
import type { CompiledDays, CompiledMember } from './compiled.ts'
import type { PersonDays } from './person-days.ts'
import type { RelaxedRoster, RosterColumn, RosterProgram } from './roster-program.ts'

// Rows are made as the prices ask for them. The prices of the best bound so far steady those of the programme (Wentges 1997); every
// round of pricing gives a bound of its own (Lasdon), so that one is there long before the end.

export interface PricingRules {
  readonly effort: Omit<BestDaysEffort, 'limit'>
  /** By place: the row that is decided, null where none is. */
  readonly decided: readonly (Int16Array | null)[]
  readonly mostRounds: number
  /** Ends once the bound shows that nothing below this is to be had. */
  readonly below: number
  readonly isOver: () => boolean
  readonly onRound?: (relaxed: RelaxedRoster, lowerBound: number) => void
}

export interface ConvergedRoster {
  readonly relaxed: RelaxedRoster
  /** No choice of rows costs less, in the programme as it is decided. */
  readonly lowerBound: number
  /** The prices of that bound. */
  readonly cellPrices: Float64Array
  readonly isConverged: boolean
}

const STEADY = 0.6
const TOLERANCE = 1e-6

export function generateColumns(
  problem: CompiledDays,
  people: PersonDays,
  rows: readonly Int16Array[],
  program: RosterProgram,
  rules: PricingRules,
): ConvergedRoster | null {
  let lowerBound = Number.NEGATIVE_INFINITY
  let steadyPrices: Float64Array | null = null
  let steady = STEADY
  let answer: ConvergedRoster | null = null
  for (let round = 0; round < rules.mostRounds; round++) {
    const relaxed = program.solve()
    if (relaxed === null) return answer
    for (;;) {
      const { cellPrices: newest } = relaxed
      const near: Float64Array = steadyPrices ?? newest
      const prices =
        steady === 0 ? newest : newest.map((price, cell) => steady * (near[cell] as number) + (1 - steady) * price)
      const priced = priceAll(problem, people, rows, program, { relaxed, prices, rules })
      if (priced === null) return answer
      if (priced.bound > lowerBound) {
        lowerBound = priced.bound
        steadyPrices = prices
      }
      const added = program.add(priced.columns)
      const isConverged = added === 0 && (steady === 0 || steadyPrices === null)
      answer = { relaxed, lowerBound, cellPrices: steadyPrices ?? prices, isConverged }
      rules.onRound?.(relaxed, lowerBound)
      if (lowerBound >= rules.below - TOLERANCE || relaxed.objective - lowerBound < TOLERANCE)
        return { ...answer, isConverged: true }
      if (isConverged) return answer
      if (added > 0) break
      steady = steady > 0.2 ? steady / 2 : 0
    }
  }
  return answer
}

interface Pricing {
  readonly relaxed: RelaxedRoster
  readonly prices: Float64Array
  readonly rules: PricingRules
}

/** Everybody’s best row at these prices; null when the time was over before the last. */
function priceAll(
  problem: CompiledDays,
  people: PersonDays,
  rows: readonly Int16Array[],
  program: RosterProgram,
  { relaxed, prices, rules }: Pricing,
): { readonly bound: number; readonly columns: readonly RosterColumn[] } | null {
  const { part } = program
  const { shiftCount, days, staff } = problem
  const firstCell = part.from * shiftCount
  const cost = new Float64Array((part.to - part.from) * shiftCount)
  const columns: RosterColumn[] = []
  let bound = program.needValue(prices)
  for (const [place, person] of part.people.entries()) {
    const { wishCost } = staff[person] as CompiledMember
    const costAt = (path: Int16Array, cellPrices: Float64Array): number =>
      path.reduce((sum, shift, offset) => {
        if (shift < 0) return sum
        const cell = offset * shiftCount + shift
        return sum + (wishCost[firstCell + cell] as number) - (cellPrices[cell] as number)
      }, 0)
    const decided = rules.decided[place] ?? null
    if (decided !== null) {
      bound += costAt(decided, prices)
      continue
    }
    if (rules.isOver()) return null
    for (let cell = 0; cell < cost.length; cell++)
      cost[cell] = (wishCost[firstCell + cell] as number) - (prices[cell] as number)
    const effort = { ...rules.effort, limit: Number.POSITIVE_INFINITY }
    const found =
      part.from === 0 && part.to === days
        ? people.wholeHorizon(person, cost, effort)
        : people.window(person, rows[person] as Int16Array, { from: part.from, to: part.to, cost }, effort)
    bound += found.bound
    const { path } = found
    if (path !== null && costAt(path, relaxed.cellPrices) < (relaxed.personPrices[place] as number) - TOLERANCE)
      columns.push({ place, path })
  }
  return { bound, columns }
}
