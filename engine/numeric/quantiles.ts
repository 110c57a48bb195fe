import { betaProbability, gammaProbability } from './gamma.ts'

/** Finds where a rising function reaches `goal`, by halving: slow and sure, for quantiles asked a few at a time. */
export function solveRising(rising: (value: number) => number, goal: number, low: number, high: number): number {
  let [from, to] = [low, high]
  for (let step = 0; step < 200 && to - from > 1e-13 * Math.max(1, Math.abs(from)); step++) {
    const middle = (from + to) / 2
    if (rising(middle) < goal) from = middle
    else to = middle
  }
  return (from + to) / 2
}

/** Standard normal distribution function, through the incomplete gamma. */
export function normalProbability(value: number): number {
  const tail = 0.5 * (1 - gammaProbability(0.5, (value * value) / 2))
  return value >= 0 ? 1 - tail : tail
}

/** Quantile of the standard normal distribution, 0 < probability < 1. */
export function normalQuantile(probability: number): number {
  requireProbability(probability)
  return solveRising(normalProbability, probability, -40, 40)
}

/** Quantile of Student's t. */
export function studentQuantile(probability: number, degrees: number): number {
  requireProbability(probability)
  if (probability < 0.5) return -studentQuantile(1 - probability, degrees)
  const cumulative = (value: number): number =>
    1 - betaProbability(degrees / 2, 0.5, degrees / (degrees + value * value)) / 2
  return solveRising(cumulative, probability, 0, 1e6)
}

/** Quantile of the gamma distribution with scale 1. */
export function gammaQuantile(probability: number, shape: number): number {
  requireProbability(probability)
  const high = shape + 40 * Math.sqrt(shape) + 80
  return solveRising((value) => gammaProbability(shape, value), probability, 0, high)
}

function requireProbability(probability: number): void {
  if (!(probability > 0 && probability < 1))
    throw new RangeError(`probability must lie between 0 and 1, not ${probability}`)
}
