/** How far forecasts were from what came. Fractions, except the root-mean-square error, which is in contacts per interval. */
export interface Accuracy {
  /** Sum of absolute errors over the sum of what came. */
  readonly wape: number
  /** Sum of signed errors (forecast less actual) over the sum of what came. */
  readonly bias: number
  readonly rmse: number
  /** WAPE of the totals of days. */
  readonly dayWape: number
}

export interface ScoredDay {
  readonly actual: ArrayLike<number>
  readonly forecast: ArrayLike<number>
}

/** Scores days against what came; intervals without a known actual are left out. Null when nothing came at all. */
export function accuracyOf(days: readonly ScoredDay[]): Accuracy | null {
  let absolute = 0
  let signed = 0
  let square = 0
  let total = 0
  let count = 0
  let dayAbsolute = 0
  for (const { actual, forecast } of days) {
    let dayError = 0
    for (let slot = 0; slot < actual.length; slot++) {
      const came = actual[slot] as number
      if (Number.isNaN(came)) continue
      const error = (forecast[slot] as number) - came
      absolute += Math.abs(error)
      dayError += error
      square += error * error
      total += came
      count++
    }
    signed += dayError
    dayAbsolute += Math.abs(dayError)
  }
  if (!(total > 0)) return null
  return { wape: absolute / total, bias: signed / total, rmse: Math.sqrt(square / count), dayWape: dayAbsolute / total }
}
