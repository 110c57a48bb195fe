import { expectedErrors, standardErrors, type DayCorrelation } from './day-correlation.ts'
import { rootDeviation, type Spread } from './spread.ts'

/** What a running day is renewed with: learnt at the same time as the weights, and stored with them. */
export interface IntradayModel {
  readonly spread: Spread
  readonly correlation: DayCorrelation
  /** How much of the expected shift has lately come true at this time of day; 1 is all. */
  readonly gain: number
}

/**
 * The forecast of the rest of a day once part of it has come: the penalised update (Shen and Huang, MSOM 10, 2008, 391), on the root
 * scale. A ratio of what came to what was forecast would carry the noise of a few early intervals over the whole day; here the shift
 * is weighed against how far days usually stray. `actualRoots` is NaN for intervals that have not come. Returns roots for all intervals.
 */
export function updateDay(forecastRoots: Float64Array, actualRoots: Float64Array, model: IntradayModel): Float64Array {
  const errors = standardErrors({ forecastRoots, actualRoots }, model.spread)
  const expected = expectedErrors(errors, model.correlation)
  return forecastRoots.map((root, slot) => {
    const deviation = rootDeviation(root, model.spread.overdispersion[slot] ?? 0)
    return Math.max(0.5, root + model.gain * (expected[slot] as number) * deviation)
  })
}
