import { normalQuantile } from '../numeric/index.ts'
import { logChance } from './sign-chance.ts'

const CONFIDENCE = 0.95
/** Below so many values a median has no interval worth telling. */
const LEAST = 10

export interface MedianWithin {
  readonly n: number
  readonly median: number | null
  /** Null of fewer than ten values. */
  readonly low: number | null
  readonly high: number | null
}

/** A median with the interval of order statistics, which asks nothing of how values are spread (Conover 1999, §3.2). */
export function medianWithin(values: readonly number[]): MedianWithin {
  const sorted = values.toSorted((a, b) => a - b)
  const n = sorted.length
  if (n === 0) return { n, median: null, low: null, high: null }
  const median = medianOf(sorted)
  if (n < LEAST) return { n, median, low: null, high: null }
  // The largest place below which fewer than 2.5 % of medians would lie.
  let below = 0
  let place = 0
  for (;;) {
    below += Math.exp(logChance(n, place))
    if (below > (1 - CONFIDENCE) / 2) break
    place += 1
  }
  return { n, median, low: sorted[place - 1] ?? null, high: sorted[n - place] ?? null }
}

export interface MedianChange {
  /** Of medians, less one: 0.05 is a twentieth more. */
  readonly change: number
  readonly low: number
  readonly high: number
}

/**
 * By how much a median changed from one group to another that has nothing in common with it: the ratio of medians with the interval of
 * Price and Bonett (2002), on logarithms. Null for fewer than ten values on either side, or values that are not above 0.
 */
export function medianChange(before: readonly number[], after: readonly number[]): MedianChange | null {
  if (before.length < LEAST || after.length < LEAST || [...before, ...after].some((value) => !(value > 0))) return null
  const was = before.map(Math.log).toSorted((a, b) => a - b)
  const is = after.map(Math.log).toSorted((a, b) => a - b)
  const difference = medianOf(is) - medianOf(was)
  const half = normalQuantile((1 + CONFIDENCE) / 2) * Math.hypot(medianError(was), medianError(is))
  return {
    change: Math.expm1(difference),
    low: Math.expm1(difference - half),
    high: Math.expm1(difference + half),
  }
}

/** The standard error of a median, from how far apart the order statistics about it lie. */
function medianError(sorted: readonly number[]): number {
  const n = sorted.length
  const place = Math.max(1, Math.round((n + 1) / 2 - Math.sqrt(n)))
  let tail = 0
  for (let below = 0; below < place; below++) tail += Math.exp(logChance(n, below))
  const spread = (sorted[n - place] ?? 0) - (sorted[place - 1] ?? 0)
  return spread / (2 * normalQuantile(1 - tail))
}

function medianOf(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2
}
