/** The middle value, missing ones (NaN) left out; NaN when there is none. */
export function median(values: ArrayLike<number>): number {
  const known = new Float64Array(values.length)
  let count = 0
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number
    if (value === value) known[count++] = value
  }
  if (count === 0) return Number.NaN
  const upper = select(known, count, count >> 1)
  if (count % 2 === 1) return upper
  let lower = Number.NEGATIVE_INFINITY
  for (let index = 0; index < count >> 1; index++) lower = Math.max(lower, known[index] as number)
  return (lower + upper) / 2
}

/** Hoare's selection: the value at `rank` in order, everything before it no larger. A median is asked for thousands of times a fit. */
function select(values: Float64Array, count: number, rank: number): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const pivot = values[(low + high) >> 1] as number
    let left = low
    let right = high
    while (left <= right) {
      while ((values[left] as number) < pivot) left++
      while ((values[right] as number) > pivot) right--
      if (left > right) break
      const swapped = values[left] as number
      values[left++] = values[right] as number
      values[right--] = swapped
    }
    if (rank <= right) high = right
    else if (rank >= left) low = left
    else break
  }
  return values[rank] as number
}

export function mean(values: ArrayLike<number>): number {
  let sum = 0
  let count = 0
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number
    if (Number.isNaN(value)) continue
    sum += value
    count++
  }
  return count === 0 ? Number.NaN : sum / count
}

/** A standard deviation that a few wild values do not move: 1.4826 × the median distance from zero. */
export function spreadAroundZero(values: ArrayLike<number>): number {
  const sizes = new Float64Array(values.length)
  for (let index = 0; index < values.length; index++) sizes[index] = Math.abs(values[index] as number)
  return 1.4826 * median(sizes)
}

export const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value))
