import { DAY_MS } from '@pult/engine/time'

/** How often rows of one content have come. */
export interface Occurrences {
  /** Counts one more row of this content (its digest), whose contact began then; which time it is, from 1. */
  count(instant: number, digest: number): number
}

/** More days than a month has: files sorted by queue or agent go through their days again and again. */
const DAYS_REMEMBERED = 62

/**
 * Rows of one content are of one moment, so only days that rows were of lately are remembered: memory does not grow with the file,
 * whichever way it is sorted.
 */
export function createOccurrences(): Occurrences {
  // In the order of their last use, the oldest first.
  const days = new Map<number, Map<number, number>>()
  return {
    count(instant, digest) {
      const day = Math.floor(instant / DAY_MS)
      const counts = days.get(day) ?? new Map<number, number>()
      days.delete(day)
      days.set(day, counts)
      if (days.size > DAYS_REMEMBERED) days.delete(days.keys().next().value ?? day)
      const occurrence = (counts.get(digest) ?? 0) + 1
      counts.set(digest, occurrence)
      return occurrence
    },
  }
}
