/**
 * Sums and sums of products of vectors of counters, one vector a scope, over replications. They add up: pieces made by different
 * workers, added in the order of the replications, are the whole, to the last bit.
 */
export interface MomentsLayout {
  /** Length of the flat array. */
  readonly size: number
  /** Where each scope's numbers begin. */
  readonly starts: Int32Array
  readonly widths: readonly number[]
}

export function layMoments(widths: readonly number[]): MomentsLayout {
  const starts = new Int32Array(widths.length)
  let size = 0
  for (const [scope, width] of widths.entries()) {
    starts[scope] = size
    size += width + (width * (width + 1)) / 2
  }
  return { size, starts, widths }
}

/** Adds one replication's vector to a scope. */
export function addVector(
  moments: Float64Array,
  layout: MomentsLayout,
  scope: number,
  vector: Float64Array,
  from: number,
): void {
  const width = layout.widths[scope] as number
  const start = layout.starts[scope] as number
  let at = start + width
  for (let row = 0; row < width; row++) {
    const value = vector[from + row] as number
    moments[start + row] = (moments[start + row] as number) + value
    if (value === 0) {
      at += row + 1
      continue
    }
    for (let column = 0; column <= row; column++, at++)
      moments[at] = (moments[at] as number) + value * (vector[from + column] as number)
  }
}

export function addMoments(whole: Float64Array, piece: Float64Array): void {
  for (let at = 0; at < whole.length; at++) whole[at] = (whole[at] as number) + (piece[at] as number)
}

/** One scope's moments over so many replications, to take estimates from. */
export interface ScopeMoments {
  readonly replications: number
  readonly mean: (counter: number) => number
  /** Standard error of the mean of Σ weight × counter; undefined for one replication. */
  readonly standardError: (weights: ReadonlyMap<number, number>) => number | undefined
}

export function scopeMoments(
  moments: Float64Array,
  layout: MomentsLayout,
  scope: number,
  replications: number,
): ScopeMoments {
  const start = layout.starts[scope] as number
  const width = layout.widths[scope] as number
  const mean = (counter: number): number => (moments[start + counter] as number) / replications
  const product = (left: number, right: number): number => {
    const [high, low] = left > right ? [left, right] : [right, left]
    return moments[start + width + (high * (high + 1)) / 2 + low] as number
  }
  return {
    replications,
    mean,
    standardError: (weights) => {
      if (replications < 2) return undefined
      let square = 0
      let scale = 0
      for (const [left, leftWeight] of weights)
        for (const [right, rightWeight] of weights) {
          const raw = (leftWeight * rightWeight * product(left, right)) / replications
          square += raw - leftWeight * rightWeight * mean(left) * mean(right)
          scale += Math.abs(raw)
        }
      // What is left of equal numbers after rounding is no spread.
      if (square < 1e-13 * scale) return 0
      return Math.sqrt(square / (replications - 1))
    },
  }
}
