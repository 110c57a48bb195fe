/**
 * First come, first served: a ring of pairs of numbers that grows when full. Contacts wait in it (arrival, deadline), and so do
 * idle agents (idle since, unused).
 */
export interface WaitingLine {
  readonly size: () => number
  /** First number of the pair at the head; Infinity when nobody waits. */
  readonly head: () => number
  /** Second number of the pair at the head. */
  readonly headSecond: () => number
  readonly push: (first: number, second: number) => void
  readonly shift: () => void
  /** Removes the one who came last. */
  readonly dropLast: () => void
}

const SMALLEST = 16

export function createWaitingLine(): WaitingLine {
  let pairs = new Float64Array(2 * SMALLEST)
  let mask = SMALLEST - 1
  let start = 0
  let size = 0

  function grow(): void {
    const more = new Float64Array(pairs.length * 2)
    for (let index = 0; index < size; index++) {
      const place = (start + index) & mask
      more[2 * index] = pairs[2 * place] as number
      more[2 * index + 1] = pairs[2 * place + 1] as number
    }
    pairs = more
    mask = more.length / 2 - 1
    start = 0
  }

  return {
    size: () => size,
    head: () => (size === 0 ? Number.POSITIVE_INFINITY : (pairs[2 * start] as number)),
    headSecond: () => pairs[2 * start + 1] as number,
    push: (first, second) => {
      if (size > mask) grow()
      const place = (start + size) & mask
      pairs[2 * place] = first
      pairs[2 * place + 1] = second
      size++
    },
    shift: () => {
      start = (start + 1) & mask
      size--
    },
    dropLast: () => {
      size--
    },
  }
}
