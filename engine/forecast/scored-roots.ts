import type { PreparedSeries } from './history.ts'
import { rootOfCount } from './root-scale.ts'

/** What came on a day, on the root scale; NaN for what is missing or looked like an outage. */
export function knownRoots({ grid, unusual }: PreparedSeries, day: number): Float64Array {
  const slots = grid.slotSeconds.length
  return Float64Array.from({ length: slots }, (_, slot) => {
    const cell = day * slots + slot
    return unusual.doubted[cell] === 1 ? Number.NaN : rootOfCount(grid.offered[cell] as number)
  })
}
