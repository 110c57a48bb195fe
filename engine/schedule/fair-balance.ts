import { isNightShift } from './night-shift.ts'
import type { FairShare } from './roster-problem.ts'
import type { PreparedRoster } from './prepare-roster.ts'
import { hoursPerSquare } from './roster-worth.ts'

/** What is to be shared fairly. */
export const fairKinds: readonly (keyof FairShare)[] = [
  'nights',
  'weekends',
  'holidays',
  'shortRests',
  'lateChanges',
  'refusedWishes',
]

export const FAIR_NIGHTS = 0
export const FAIR_WEEKENDS = 1
export const FAIR_HOLIDAYS = 2
export const FAIR_SHORT_RESTS = 3
export const FAIR_CHANGES = 4
export const FAIR_REFUSED = 5
const KINDS: number = fairKinds.length

/**
 * Σ over people of (what she has − her part of all there is)², kept up as sums: Σc² − 2TΣsc + T²Σs², where c is what she has so far and
 * by this roster, s her part (by the working time agreed, among those who may have any) and T the total.
 */
export interface FairBalance {
  /** kind × agents + agent. */
  readonly counts: Float64Array
  readonly shares: Float64Array
  readonly worth: Float64Array
  readonly cost: () => number
  /** Cost of one person having so much more or less of a kind. */
  readonly difference: (agent: number, kind: number, by: number) => number
  readonly change: (agent: number, kind: number, by: number) => void
  readonly reset: () => void
}

export function createFairBalance(prepared: PreparedRoster): FairBalance {
  const { agents, problem } = prepared
  const shares = fairShares(prepared)
  const counts = new Float64Array(KINDS * agents)
  const worth = Float64Array.from(
    fairKinds,
    (kind) => hoursPerSquare[kind] * prepared.people.hourWorth * problem.weights.fairness,
  )
  const squares = new Float64Array(KINDS)
  const totals = new Float64Array(KINDS)
  const mixed = new Float64Array(KINDS)
  const shareSquares = new Float64Array(KINDS)
  for (let kind = 0; kind < KINDS; kind++)
    for (let agent = 0; agent < agents; agent++)
      shareSquares[kind] = (shareSquares[kind] as number) + (shares[kind * agents + agent] as number) ** 2

  const costOf = (kind: number, ofSquares: number, total: number, ofMixed: number): number =>
    (worth[kind] as number) * (ofSquares - 2 * total * ofMixed + total * total * (shareSquares[kind] as number))

  function reset(): void {
    squares.fill(0)
    totals.fill(0)
    mixed.fill(0)
    for (const [agent, { soFar }] of problem.agents.entries())
      for (const [kind, name] of fairKinds.entries()) {
        counts[kind * agents + agent] = 0
        change(agent, kind, soFar[name])
      }
  }

  function change(agent: number, kind: number, by: number): void {
    const at = kind * agents + agent
    const share = shares[at] as number
    const had = counts[at] as number
    counts[at] = had + by
    // Who can have none of it takes no part.
    if (share === 0) return
    squares[kind] = (squares[kind] as number) + 2 * had * by + by * by
    totals[kind] = (totals[kind] as number) + by
    mixed[kind] = (mixed[kind] as number) + share * by
  }

  reset()
  return {
    counts,
    shares,
    worth,
    change,
    reset,
    cost: () => {
      let sum = 0
      for (let kind = 0; kind < KINDS; kind++)
        sum += costOf(kind, squares[kind] as number, totals[kind] as number, mixed[kind] as number)
      return sum
    },
    difference: (agent, kind, by) => {
      const at = kind * agents + agent
      const share = shares[at] as number
      if (by === 0 || share === 0) return 0
      const had = counts[at] as number
      const ofSquares = squares[kind] as number
      const total = totals[kind] as number
      const ofMixed = mixed[kind] as number
      return (
        costOf(kind, ofSquares + 2 * had * by + by * by, total + by, ofMixed + share * by) -
        costOf(kind, ofSquares, total, ofMixed)
      )
    },
  }
}

/** Parts of each kind, by the working time agreed, among those to whom it can happen; they sum to 1. */
function fairShares(prepared: PreparedRoster): Float64Array {
  const { agents, days, problem, people } = prepared
  const shares = new Float64Array(KINDS * agents)
  const hours = problem.agents.map(({ limits }) =>
    Math.max(1, limits.budgets.reduce((most, { maxMinutes }) => Math.max(most, maxMinutes), 0) / 60),
  )
  for (let kind = 0; kind < KINDS; kind++) {
    let sum = 0
    for (let agent = 0; agent < agents; agent++) {
      const may = mayHappen(prepared, agent, kind) ? (hours[agent] as number) : 0
      shares[kind * agents + agent] = may
      sum += may
    }
    if (sum > 0)
      for (let agent = 0; agent < agents; agent++)
        shares[kind * agents + agent] = (shares[kind * agents + agent] as number) / sum
  }
  return shares

  function mayHappen({ calendar }: PreparedRoster, agent: number, kind: number): boolean {
    if (kind === FAIR_REFUSED) return (problem.agents[agent]?.wishes.length ?? 0) > 0
    if (kind === FAIR_CHANGES) return people.earlierStart[agent * days] !== -2
    for (let day = 0; day < days; day++) {
      const list = prepared.lists[prepared.listOf[agent * days + day] as number]
      if (list === undefined || list.length === 0) continue
      if (kind === FAIR_WEEKENDS && calendar.isWeekend[day] !== 1) continue
      if (kind === FAIR_HOLIDAYS && calendar.isHoliday[day] !== 1) continue
      if (kind !== FAIR_NIGHTS || list.some((option) => isNightOption(day, option))) return true
    }
    return false
  }
  function isNightOption(day: number, option: number): boolean {
    const start = prepared.optionStart[day * prepared.options.count + option] as number
    return isNightShift(prepared, start, start + (prepared.options.lengthOf[option] as number))
  }
}
