import { betaProbability, gammaProbability, logGamma } from './gamma.ts'

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

// The same few confidences are asked for every number of a table.
const normalQuantiles = new Map<number, number>()
const MOST_KEPT = 64

/** Quantile of the standard normal distribution, 0 < probability < 1. */
export function normalQuantile(probability: number): number {
  const known = normalQuantiles.get(probability)
  if (known !== undefined) return known
  requireProbability(probability)
  const quantile = solveRising(normalProbability, probability, -40, 40)
  if (normalQuantiles.size < MOST_KEPT) normalQuantiles.set(probability, quantile)
  return quantile
}

/** Quantile of Student's t: Newton's steps from Fisher and Cornish's series around the normal one, halving where they fail. */
export function studentQuantile(probability: number, degrees: number): number {
  requireProbability(probability)
  if (probability < 0.5) return -studentQuantile(1 - probability, degrees)
  const cumulative = (value: number): number =>
    1 - betaProbability(degrees / 2, 0.5, degrees / (degrees + value * value)) / 2
  const scale = logGamma((degrees + 1) / 2) - logGamma(degrees / 2) - Math.log(degrees * Math.PI) / 2
  const density = (value: number): number =>
    Math.exp(scale - ((degrees + 1) / 2) * Math.log1p((value * value) / degrees))
  const z = normalQuantile(probability)
  const start = z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2)
  return stepTo(cumulative, density, probability, start) ?? solveRising(cumulative, probability, 0, 1e6)
}

/** Quantile of the gamma distribution with scale 1: Newton's steps from Wilson and Hilferty's cube, halving where they fail. */
export function gammaQuantile(probability: number, shape: number): number {
  requireProbability(probability)
  const cumulative = (value: number): number => gammaProbability(shape, value)
  const logScale = logGamma(shape)
  const density = (value: number): number => Math.exp((shape - 1) * Math.log(value) - value - logScale)
  const start = shape * (1 - 1 / (9 * shape) + normalQuantile(probability) / (3 * Math.sqrt(shape))) ** 3
  const high = shape + 40 * Math.sqrt(shape) + 80
  return stepTo(cumulative, density, probability, start) ?? solveRising(cumulative, probability, 0, high)
}

/** Newton's steps to where `rising` reaches `goal`; undefined where they leave the positive numbers or do not settle. */
function stepTo(
  rising: (value: number) => number,
  slope: (value: number) => number,
  goal: number,
  start: number,
): number | undefined {
  let value = start
  for (let step = 0; step < 20 && value > 0; step++) {
    const change = (rising(value) - goal) / slope(value)
    if (!Number.isFinite(change)) return undefined
    value -= change
    if (Math.abs(change) <= 1e-12 * Math.max(1, value)) return value > 0 ? value : undefined
  }
  return undefined
}

function requireProbability(probability: number): void {
  if (!(probability > 0 && probability < 1))
    throw new RangeError(`probability must lie between 0 and 1, not ${probability}`)
}
