import { solvePositive } from './matrix.ts'
import { rootDeviation, type ScoredRoots, type Spread } from './spread.ts'

/**
 * How the intervals of a day go astray together: a share common to the whole day, and a share that neighbours have in common and
 * that fades with distance. The rest is each interval's own. Plain data, stored with the spread.
 */
export interface DayCorrelation {
  readonly common: number
  readonly local: number
  /** Over how many intervals the local share falls to 1/e. */
  readonly reach: number
}

const WINDOW_DAYS = 90
const REACHES = [1, 2, 4, 8, 16]
const TAME_AT = 3.5
/** As so many days of evidence that intervals go astray each on its own. */
const ALONE_DAYS = 5
const MOST_TOGETHER = 0.98

/** The errors of a day in standard deviations of its spread, wild ones drawn in; NaN where nothing is known. */
export function standardErrors({ forecastRoots, actualRoots }: ScoredRoots, spread: Spread): Float64Array {
  return actualRoots.map((actual, slot) => {
    const root = forecastRoots[slot] as number
    const score = (actual - root) / rootDeviation(root, spread.overdispersion[slot] ?? 0)
    return Math.max(-TAME_AT, Math.min(TAME_AT, score))
  })
}

/** Fits the two shares to the mean products of errors at each distance, by least squares. */
export function learnCorrelation(days: readonly ScoredRoots[], spread: Spread, slots: number): DayCorrelation {
  const products = new Float64Array(slots)
  const counts = new Float64Array(slots)
  for (const day of days.slice(-WINDOW_DAYS)) {
    const errors = standardErrors(day, spread)
    for (let from = 0; from < slots; from++) {
      const left = errors[from] as number
      if (Number.isNaN(left)) continue
      for (let to = from; to < slots; to++) {
        const right = errors[to] as number
        if (Number.isNaN(right)) continue
        products[to - from] = (products[to - from] as number) + left * right
        counts[to - from] = (counts[to - from] as number) + 1
      }
    }
  }
  const variance = (products[0] as number) / Math.max(1, counts[0] as number)
  if (!(variance > 0)) return { common: 0, local: 0, reach: 1 }
  const known = Math.min(days.length, WINDOW_DAYS)
  const trust = known / (known + ALONE_DAYS) / variance
  const byDistance = products.map((sum, distance) => (sum / Math.max(1, counts[distance] as number)) * trust)
  return bestFit(byDistance, counts)
}

function bestFit(correlations: Float64Array, counts: Float64Array): DayCorrelation {
  let best: DayCorrelation = { common: 0, local: 0, reach: 1 }
  let least = Number.POSITIVE_INFINITY
  for (const reach of REACHES) {
    const fit = fitShares(correlations, counts, reach)
    if (fit.error >= least) continue
    least = fit.error
    best = { common: fit.common, local: fit.local, reach }
  }
  return best
}

/** Two shares from 0 for one reach: both, or the better one alone. */
function fitShares(
  correlations: Float64Array,
  counts: Float64Array,
  reach: number,
): { readonly common: number; readonly local: number; readonly error: number } {
  let [ones, ends, both, one, end] = [0, 0, 0, 0, 0]
  for (let distance = 1; distance < correlations.length; distance++) {
    const weight = counts[distance] as number
    const fade = Math.exp(-distance / reach)
    const value = correlations[distance] as number
    ones += weight
    both += weight * fade
    ends += weight * fade * fade
    one += weight * value
    end += weight * fade * value
  }
  const determinant = ones * ends - both * both
  const together =
    determinant > 1e-9 * ones * ends
      ? [(one * ends - end * both) / determinant, (end * ones - one * both) / determinant]
      : [0, 0]
  const candidates = [together, [one / Math.max(ones, 1e-9), 0], [0, end / Math.max(ends, 1e-9)], [0, 0]]
  let best = { common: 0, local: 0, error: Number.POSITIVE_INFINITY }
  for (const [common = 0, local = 0] of candidates) {
    if (common < 0 || local < 0 || common + local > MOST_TOGETHER) continue
    let error = 0
    for (let distance = 1; distance < correlations.length; distance++) {
      const left = (correlations[distance] as number) - common - local * Math.exp(-distance / reach)
      error += (counts[distance] as number) * left * left
    }
    if (error < best.error) best = { common, local, error }
  }
  return best
}

/** The correlation of the errors of two intervals of one day. */
export function correlationOf({ common, local, reach }: DayCorrelation, from: number, to: number): number {
  return from === to ? 1 : common + local * Math.exp(-Math.abs(from - to) / reach)
}

/**
 * The errors to expect in all intervals of a day once some are known (NaN is not known yet): the conditional mean, which weighs how
 * far this day is from its forecast against how far days usually are.
 */
export function expectedErrors(errors: Float64Array, correlation: DayCorrelation): Float64Array {
  const known = [...errors.keys()].filter((slot) => !Number.isNaN(errors[slot] as number))
  const size = known.length
  if (size === 0) return new Float64Array(errors.length)
  const matrix = new Float64Array(size * size)
  for (const [row, from] of known.entries())
    for (const [column, to] of known.entries()) matrix[row * size + column] = correlationOf(correlation, from, to)
  const right = Float64Array.from(known, (slot) => errors[slot] as number)
  const solved = solvePositive(matrix, right, size, 1)
  return errors.map((_, slot) => {
    let sum = 0
    for (const [index, from] of known.entries())
      sum += (solved[index] as number) * correlationOf(correlation, from, slot)
    return sum
  })
}
