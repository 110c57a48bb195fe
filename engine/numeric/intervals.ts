import { gammaQuantile, normalQuantile, studentQuantile } from './quantiles.ts'

/** From low to high, with the stated confidence. */
export interface ConfidenceInterval {
  readonly low: number
  readonly high: number
}

/**
 * Wilson's score interval for a share (Wilson 1927): right also for few trials and for shares near 0 and 1, where the
 * textbook interval leaves [0, 1].
 */
export function wilsonInterval(successes: number, trials: number, confidence: number): ConfidenceInterval {
  const z = normalQuantile((1 + confidence) / 2)
  const share = successes / trials
  const denominator = 1 + (z * z) / trials
  const center = (share + (z * z) / (2 * trials)) / denominator
  const half = (z / denominator) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials))
  return { low: Math.max(0, center - half), high: Math.min(1, center + half) }
}

/** Garwood's exact interval for a Poisson mean from one count (Garwood 1936). */
export function poissonInterval(count: number, confidence: number): ConfidenceInterval {
  const tail = (1 - confidence) / 2
  return {
    low: count === 0 ? 0 : gammaQuantile(tail, count),
    high: gammaQuantile(1 - tail, count + 1),
  }
}

/**
 * Student's interval for a mean, from count, sum and sum of squares; undefined for fewer than two values, and where the squares
 * are not known (NaN).
 */
export function meanInterval(
  count: number,
  sum: number,
  squares: number,
  confidence: number,
): ConfidenceInterval | undefined {
  if (count < 2 || Number.isNaN(squares)) return undefined
  const mean = sum / count
  const variance = Math.max(0, (squares - count * mean * mean) / (count - 1))
  const half = studentQuantile((1 + confidence) / 2, count - 1) * Math.sqrt(variance / count)
  return { low: mean - half, high: mean + half }
}
