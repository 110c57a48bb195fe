import { normalQuantile } from '../numeric/index.ts'
import { errorQuantiles, type DayErrors } from './error-quantiles.ts'
import { meanOfRoot, rootOfMean } from './root-scale.ts'
import { median } from './statistics.ts'

/** The probabilities whose quantiles are kept: the median, and the ends of the 50, 60, 80, 90, 95, 98 and 99 % intervals. */
export const keptProbabilities = [
  0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.25, 0.5, 0.75, 0.8, 0.9, 0.95, 0.975, 0.99, 0.995,
] as const

/** A day that was forecast, on the root scale, and what came; NaN where that is not known. */
export interface ScoredRoots {
  readonly forecastRoots: Float64Array
  readonly actualRoots: Float64Array
}

/**
 * How forecasts of one lead scatter. Plain data: it is stored with the weights.
 * - `overdispersion`: by interval of the day, φ in variance = mean + φ·mean² (negative binomial)
 * - `lift`: how many times the forecast what came has been, in all
 * - `scores`: what the kept probabilities' quantiles were in standard deviations of that model (conformal correction)
 */
export interface Spread {
  readonly overdispersion: readonly number[]
  readonly lift: number
  readonly scores: readonly number[]
}

/** Longer than runs of days that err alike, or a band would know only the last few of them. */
const WINDOW_DAYS = 130
const HALF_LIFE_DAYS = 30
const LIFT_WINDOW_DAYS = 60
/** As so many days of evidence each interval is drawn to the mean of all. */
const SHARED_DAYS = 10
/** As so many days of evidence that forecasts are neither short nor long in all. */
const LIFT_DAYS = 10
/** In contacts an interval, less and less up to one expected: a fifth of two a day by hours. */
const SHORT_OF_SMALL = 0.02
const USUAL_OVERDISPERSION = 0.02
/** A squared error more than this many times the model's variance counts no more. */
const CAPPED_AT = 12
/** Intervals that expect less are silent: their quantiles are those of a Poisson count. */
const SILENT_BELOW = 0.05
const NEIGHBOURS = [1, 2, 3, 2, 1]

/**
 * Learns the scatter from forecasts of one lead whose days have come, newest last. The variance follows count over-dispersion by hour;
 * the quantiles are those of the standardised errors really made (split conformal prediction, Vovk et al. 2005), so that no
 * distribution is trusted, and wider the fewer independent runs of days they come from.
 */
export function learnSpread(days: readonly ScoredRoots[], slots: number, leadDays: number): Spread {
  const window = days.slice(-WINDOW_DAYS)
  const weights = Float64Array.from(window, (_, place) => 0.5 ** ((window.length - 1 - place) / HALF_LIFE_DAYS))
  const overdispersion = overdispersionBySlot(window, weights, slots)
  const errors = window.map((day, place): DayErrors => ({
    errors: standardScores(day, overdispersion),
    weight: weights[place] as number,
  }))
  return {
    overdispersion: [...overdispersion],
    lift: liftOf(days.slice(-LIFT_WINDOW_DAYS)),
    scores: errorQuantiles(errors, leadDays, keptProbabilities),
  }
}

/** Standard deviation on the root scale of what comes where the root of the mean is `root`. */
export function rootDeviation(root: number, overdispersion: number): number {
  const mean = meanOfRoot(root)
  return Math.sqrt(poissonRootVariance(mean) + (overdispersion * mean) / 4)
}

/** The count at this many standard deviations from the forecast: never below zero, and never wild because of a wild root. */
export function countAtScore(root: number, overdispersion: number, score: number): number {
  const shifted = Math.max(0.5, root + score * rootDeviation(root, overdispersion))
  return shifted * shifted - 0.25
}

/**
 * The expected count. A root that scatters more than a Poisson count's has a square that is larger by the excess, up to a quarter of the
 * over-dispersion, and medians of small counts are short by a part of a contact: without both every total would be a little short.
 * Only as much of that is added as has lately been short.
 */
export function expectedCount(spread: Spread, slot: number, root: number): number {
  const mean = meanOfRoot(root)
  const most = mean * mostTimes(spread, slot) + SHORT_OF_SMALL * Math.max(0, 1 - mean)
  return Math.max(mean, Math.min(mean * spread.lift, most))
}

/** The root whose {@link expectedCount} this is. */
export function rootOfExpected(spread: Spread, slot: number, count: number): number {
  const most = mostTimes(spread, slot)
  const least = count >= most ? count / most : (count - SHORT_OF_SMALL) / (most - SHORT_OF_SMALL)
  return rootOfMean(Math.min(count, Math.max(count / spread.lift, least)))
}

function mostTimes({ overdispersion }: Spread, slot: number): number {
  return 1 + (overdispersion[slot] ?? USUAL_OVERDISPERSION) / 4
}

/** Quantiles at {@link keptProbabilities} of one interval's count. */
export function quantilesAt({ overdispersion, scores }: Spread, slot: number, root: number): number[] {
  return scores.map((score) => countAtScore(root, overdispersion[slot] ?? USUAL_OVERDISPERSION, score))
}

const keptNormals = keptProbabilities.map(normalQuantile)

/** The score that stands where a standard normal variable has this value; beyond the outermost kept ones along the last line. */
export function scoreOfNormal({ scores }: Spread, normal: number): number {
  const last = keptNormals.length - 1
  let right = 1
  while (right < last && (keptNormals[right] as number) < normal) right++
  const from = keptNormals[right - 1] as number
  const share = (normal - from) / ((keptNormals[right] as number) - from)
  return (scores[right - 1] as number) + share * ((scores[right] as number) - (scores[right - 1] as number))
}

/** Exact: the second moment of √(count + ¼) is the mean plus a quarter. */
function poissonRootVariance(mean: number): number {
  return Math.max(1e-6, mean + 0.25 - rootOfMean(mean) ** 2)
}

function overdispersionBySlot(days: readonly ScoredRoots[], weights: Float64Array, slots: number): Float64Array {
  const excess = new Float64Array(slots)
  const scale = new Float64Array(slots)
  const typical = typicalOverdispersion(days)
  for (const [place, { forecastRoots, actualRoots }] of days.entries())
    for (let slot = 0; slot < slots; slot++) {
      const root = forecastRoots[slot] as number
      const error = (actualRoots[slot] as number) - root
      const mean = meanOfRoot(root)
      if (Number.isNaN(error) || mean < SILENT_BELOW) continue
      const noise = poissonRootVariance(mean)
      const capped = Math.min(error * error, CAPPED_AT * (noise + (typical * mean) / 4))
      const weight = weights[place] as number
      excess[slot] = (excess[slot] as number) + weight * (capped - noise)
      scale[slot] = (scale[slot] as number) + (weight * mean) / 4
    }
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)
  const known = sum(scale)
  const shared = known > 0 ? Math.max(0, sum(excess) / known) : USUAL_OVERDISPERSION
  const drawn = (SHARED_DAYS * known) / Math.max(1, sum(weights)) / slots
  return Float64Array.from({ length: slots }, (_, slot) => {
    const [over, under] = [smooth(excess, slot), smooth(scale, slot)]
    return Math.max(0, (over + shared * drawn + 1e-9 * shared) / (under + drawn + 1e-9))
  })
}

/** From medians, to know what is wild before anything is averaged. */
function typicalOverdispersion(days: readonly ScoredRoots[]): number {
  const ratios = days.flatMap(({ forecastRoots, actualRoots }) => {
    const values: number[] = []
    for (const [slot, root] of forecastRoots.entries()) {
      const error = (actualRoots[slot] as number) - root
      const mean = meanOfRoot(root)
      if (!Number.isNaN(error) && mean >= 1) values.push((error * error) / 0.455 - poissonRootVariance(mean), mean / 4)
    }
    return values
  })
  const excess = median(ratios.filter((_, index) => index % 2 === 0))
  const scale = median(ratios.filter((_, index) => index % 2 === 1))
  return Number.isNaN(excess) ? USUAL_OVERDISPERSION : Math.max(0, excess / scale)
}

function liftOf(days: readonly ScoredRoots[]): number {
  let came = 0
  let forecast = 0
  for (const { forecastRoots, actualRoots } of days)
    for (const [slot, root] of forecastRoots.entries()) {
      const actual = actualRoots[slot] as number
      if (Number.isNaN(actual)) continue
      came += actual * actual - 0.25
      forecast += meanOfRoot(root)
    }
  if (!(forecast > 0)) return 1
  return 1 + ((came / forecast - 1) * days.length) / (days.length + LIFT_DAYS)
}

function smooth(values: Float64Array, slot: number): number {
  let sum = 0
  let total = 0
  for (const [index, weight] of NEIGHBOURS.entries()) {
    const value = values[slot + index - 2]
    if (value === undefined) continue
    sum += weight * value
    total += weight
  }
  return sum / total
}

/** NaN where nothing is known or expected. */
function standardScores({ forecastRoots, actualRoots }: ScoredRoots, overdispersion: Float64Array): Float64Array {
  return forecastRoots.map((root, slot) =>
    meanOfRoot(root) < SILENT_BELOW
      ? Number.NaN
      : ((actualRoots[slot] as number) - root) / rootDeviation(root, overdispersion[slot] as number),
  )
}
