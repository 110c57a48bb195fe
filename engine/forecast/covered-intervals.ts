import { expectedCount, keptProbabilities, learnSpread, quantilesAt, type ScoredRoots } from './spread.ts'

/** How many intervals fell into bands, of those in which one contact or more was expected: empty nights would be praise for nothing. */
export interface CoveredIntervals {
  readonly intervals: number
  readonly within80: number
  readonly within95: number
}

/** Bands are learnt anew after so many days, and not tried before. */
const BLOCK_DAYS = 10
const FEWEST_LEARNT = 20
const LEAST_EXPECTED = 1

const [LOW80, HIGH80] = [keptProbabilities.indexOf(0.1), keptProbabilities.indexOf(0.9)]
const [LOW95, HIGH95] = [keptProbabilities.indexOf(0.025), keptProbabilities.indexOf(0.975)]

/** Walks through the days in order: each is tried with bands learnt from days that had come when it was forecast. */
export function coveredByBands(days: readonly ScoredRoots[], slots: number, leadDays: number): CoveredIntervals {
  let [intervals, within80, within95] = [0, 0, 0]
  for (let first = FEWEST_LEARNT + leadDays - 1; first < days.length; first += BLOCK_DAYS) {
    const spread = learnSpread(days.slice(0, first - leadDays + 1), slots, leadDays)
    for (const { forecastRoots, actualRoots } of days.slice(first, first + BLOCK_DAYS))
      for (const [slot, actual] of actualRoots.entries()) {
        const root = forecastRoots[slot] as number
        if (Number.isNaN(actual) || expectedCount(spread, slot, root) < LEAST_EXPECTED) continue
        const came = Math.round(actual * actual - 0.25)
        const quantiles = quantilesAt(spread, slot, root)
        intervals++
        if (came >= (quantiles[LOW80] as number) && came <= (quantiles[HIGH80] as number)) within80++
        if (came >= (quantiles[LOW95] as number) && came <= (quantiles[HIGH95] as number)) within95++
      }
  }
  return { intervals, within80, within95 }
}
