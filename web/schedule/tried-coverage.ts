import type { CoverageChange } from '@pult/contract/schedule'
import type { Coverage } from '@pult/contract/schedule-reports'

/** Coverage as a change would leave it: agents at posts where the change moves them, the rest as it is. */
export function triedCoverage(coverage: Coverage, changes: readonly CoverageChange[]): Coverage {
  if (changes.length === 0) return coverage
  const placeOf = new Map(coverage.slots.map((slot, place) => [Date.parse(slot), place]))
  return {
    ...coverage,
    queues: coverage.queues.map((queue) => {
      const own = changes.filter(({ queueId }) => queueId === queue.queueId)
      if (own.length === 0) return queue
      const posts = [...queue.posts]
      for (const { at, after } of own) {
        const place = placeOf.get(Date.parse(at))
        if (place !== undefined) posts[place] = after
      }
      return { ...queue, posts }
    }),
  }
}
