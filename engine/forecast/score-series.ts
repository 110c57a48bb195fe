import { type Matrix } from './matrix.ts'
import { clamp, spreadAroundZero } from './statistics.ts'

// What is left of the days' scores after weekday and calendar, carried forward. Days that stand out do not carry far.

const STANDS_OUT = 3
const SMOOTHING = 0.3
/** Draws the smoothed level's slope to zero as a fifth more data without it would. */
const SLOPE_SHRINKAGE = 1.2

/**
 * How what is left is carried to a later day.
 * - `decaying`: first-order autoregression on the last day, which fades geometrically
 * - `smoothed`: an exponentially smoothed level, scaled by how well it foretold that many days ahead
 * - `both`: the mean of the two
 */
export type CarryOver = 'decaying' | 'smoothed' | 'both'

/** Residual scores by factor, wild ones drawn in to {@link STANDS_OUT} robust standard deviations. */
export function tameScores(residuals: Matrix): readonly Float64Array[] {
  return Array.from({ length: residuals.columns }, (_, factor) => {
    const series = Float64Array.from(
      { length: residuals.rows },
      (_unused, day) => residuals.values[day * residuals.columns + factor] as number,
    )
    const limit = STANDS_OUT * spreadAroundZero(series) + 1e-9
    return series.map((value) => clamp(value, -limit, limit))
  })
}

/** The residual score expected `leadDays` after the last. */
export function carryScore(series: Float64Array, leadDays: number, carryOver: CarryOver): number {
  switch (carryOver) {
    case 'decaying':
      return decaying(series, leadDays)
    case 'smoothed':
      return smoothed(series, leadDays)
    case 'both':
      return (decaying(series, leadDays) + smoothed(series, leadDays)) / 2
  }
}

function decaying(series: Float64Array, leadDays: number): number {
  let product = 0
  let square = 1e-9
  for (let day = 1; day < series.length; day++) {
    product += (series[day] as number) * (series[day - 1] as number)
    square += (series[day - 1] as number) ** 2
  }
  const last = series.length === 0 ? 0 : (series[series.length - 1] as number)
  return clamp(product / square, 0, 0.98) ** leadDays * last
}

function smoothed(series: Float64Array, leadDays: number): number {
  if (series.length <= leadDays + 5) return 0
  let product = 0
  let square = 1e-9
  let level = 0
  for (let day = 0; day < series.length; day++) {
    level += SMOOTHING * ((series[day] as number) - level)
    if (day + leadDays >= series.length) continue
    product += level * (series[day + leadDays] as number)
    square += level ** 2
  }
  return clamp(product / (SLOPE_SHRINKAGE * square), 0, 1) * level
}
