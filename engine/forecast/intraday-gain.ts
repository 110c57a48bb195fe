import type { DayCorrelation } from './day-correlation.ts'
import type { ScoredRoots, Spread } from './spread.ts'
import { meanOfRoot } from './root-scale.ts'
import { median } from './statistics.ts'
import { updateDay } from './update-day.ts'

const HALF_LIFE_DAYS = 120
const WINDOW_DAYS = 90
/** As so many usual days of evidence that half of the shift comes true. */
const USUAL_DAYS = 10
const USUAL_GAIN = 0.5
const LARGEST = 1.2

/**
 * How much of the shift that the first hours announce comes true in the rest of the day, learnt day by day. A regression's slope, drawn to
 * half of the shift while days are few and to none while it may be chance; and none at all where following it has lately cost more
 * than it brought.
 */
export interface GainLearner {
  readonly gain: () => number
  /** Takes in a day that is over: what its update with gain 1 would have been, and what came. `isOver` says which intervals were known. */
  readonly learn: (day: ScoredRoots, updated: Float64Array, isOver: readonly boolean[]) => void
}

export function createGainLearner(): GainLearner {
  const squares: number[] = []
  const sums = { product: 0, square: 0, noise: 0, lost: 0 }
  const usualSquare = (): number => (squares.length === 0 ? 0 : median(squares.slice(-WINDOW_DAYS)))
  const supposed = (): number => {
    const { product, square, noise } = sums
    const prior = USUAL_DAYS * usualSquare() + 1e-9
    const slope = Math.max(0, Math.min(LARGEST, (product + USUAL_GAIN * prior) / (square + prior)))
    // James and Stein (1961): the squared product is larger than its truth by its noise.
    return product > 0 ? slope * Math.max(0, 1 - noise / (product * product)) : 0
  }
  return {
    gain: () => (sums.lost > 0 ? 0 : supposed()),
    learn(day, updated, isOver) {
      const { product, square, lost } = productsOf(day, updated, isOver, supposed())
      const usual = usualSquare()
      // One storm must not teach how ordinary evenings go.
      const weight = usual > 0 && square > usual ? usual / square : 1
      const decay = 0.5 ** (1 / HALF_LIFE_DAYS)
      sums.product = sums.product * decay + weight * product
      sums.square = sums.square * decay + weight * square
      sums.lost = sums.lost * decay + lost
      sums.noise = sums.noise * decay * decay + (weight * product) ** 2
      squares.push(square)
    },
  }
}

/** The gain once the first `n` intervals of a day are over, by n. */
export function learnGains(
  days: readonly ScoredRoots[],
  spread: Spread,
  correlation: DayCorrelation,
  slots: number,
): number[] {
  return Array.from({ length: slots + 1 }, (_, over) => {
    if (over === 0 || over === slots) return 0
    const isOver = Array.from({ length: slots }, (_unused, slot) => slot < over)
    const learner = createGainLearner()
    for (const day of days) {
      const came = day.actualRoots.map((root, slot) => (slot < over ? root : Number.NaN))
      learner.learn(day, updateDay(day.forecastRoots, came, { spread, correlation, gain: 1 }), isOver)
    }
    return learner.gain()
  })
}

function productsOf(
  { forecastRoots, actualRoots }: ScoredRoots,
  updated: Float64Array,
  isOver: readonly boolean[],
  gain: number,
): { readonly product: number; readonly square: number; readonly lost: number } {
  let product = 0
  let square = 0
  let lost = 0
  for (const [slot, root] of forecastRoots.entries()) {
    const actual = actualRoots[slot] as number
    if (isOver[slot] === true || Number.isNaN(actual)) continue
    const shift = (updated[slot] as number) - root
    product += shift * (actual - root)
    square += shift * shift
    const came = actual * actual - 0.25
    lost += Math.abs(meanOfRoot(root + gain * shift) - came) - Math.abs(meanOfRoot(root) - came)
  }
  return { product, square, lost }
}
