/**
 * Where waiting times are counted exactly, in seconds: each second to a minute, every 5 s to 5 minutes, then coarser to a week
 * (e-mail). Roll-ups keep, at each bound, how many waited at most so long.
 */
export const waitBounds: readonly number[] = [...range(0, 60, 1), ...range(65, 300, 5)].concat(
  [360, 420, 480, 540, 600, 720, 900, 1200, 1800, 2700, 3600, 5400, 7200],
  [14_400, 28_800, 43_200, 86_400, 172_800, 259_200, 604_800],
)

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step)
}

const indexBySeconds = new Map(waitBounds.map((seconds, index) => [seconds, index]))

/** The place of a threshold among the bounds; undefined where it is none, and only the facts can say exactly. */
export function boundIndex(seconds: number): number | undefined {
  return indexBySeconds.get(seconds)
}

/** The first bound that the wait does not exceed; `waitBounds.length` when it exceeds all. "Within" is ≤. */
export function waitBin(waitMs: number): number {
  let low = 0
  let high = waitBounds.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (waitMs <= (waitBounds[middle] ?? 0) * 1000) high = middle
    else low = middle + 1
  }
  return low
}

/** The nearest bounds around a threshold, for interpolation. */
export function boundsAround(seconds: number): {
  readonly below: number
  readonly above: number
  readonly share: number
} {
  const above = waitBounds.findIndex((bound) => bound >= seconds)
  if (above <= 0) return { below: 0, above: Math.max(0, above), share: 1 }
  const [low = 0, high = 1] = [waitBounds[above - 1], waitBounds[above]]
  return { below: above - 1, above, share: (seconds - low) / (high - low) }
}
