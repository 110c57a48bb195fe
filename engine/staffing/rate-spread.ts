import { requireNumber } from '../queueing/index.ts'

// Normal deviates of the 10 % and the 90 % quantile lie so far apart.
const P10_TO_P90 = 2 * 1.2815515655446004
// A rate more uncertain than this, with a spread of 1.4 times its mean, is no forecast.
const LEAST_SHAPE = 0.5
const SURE = 1e-6

export interface CountBand {
  readonly mean: number
  readonly p10: number
  readonly p90: number
}

/**
 * The uncertainty of a rate from the band of its count, as a relative variance: what the band is wider than chance alone (Poisson) makes it.
 * Zero where it is not wider, or nothing is expected.
 */
export function rateVariance({ mean, p10, p90 }: CountBand): number {
  requireNumber('mean', mean, mean >= 0, 'zero or more')
  if (mean === 0) return 0
  const sd = Math.max(0, p90 - p10) / P10_TO_P90
  return Math.max(0, (sd * sd - mean) / (mean * mean))
}

/** What an interval's rate is uncertain by itself, when its day's rate is drawn too: the two multiply. */
export const ownVariance = (interval: number, day: number): number => Math.max(0, (1 + interval) / (1 + day) - 1)

/** The shape of a gamma of mean 1 with this variance; null where the rate is as good as known. */
export const gammaShape = (variance: number): number | null =>
  variance > SURE ? Math.max(LEAST_SHAPE, 1 / variance) : null
