import type { Coverage } from '@pult/contract/schedule-reports'

/** Agents at posts and agents needed, on average over a half-hour of a day. */
export interface CoverageCell {
  readonly day: string
  /** 0 to 47. */
  readonly halfHour: number
  readonly posts: number
  readonly needed: number
}

interface Sum {
  day: string
  halfHour: number
  posts: number
  needed: number
  slots: number
}

const HALF_HOUR_MINUTES = 30

/**
 * Coverage of one queue, or of all, by day and half-hour of the wall clock. Slots in which nobody is needed and nobody is at a post make no cell;
 * the doubled hour of autumn is averaged into one.
 */
export function coverageCells(
  { slots, queues }: Coverage,
  queueId: number | null,
  clockOf: (instant: string) => { readonly day: string; readonly time: string },
): CoverageCell[] {
  const shown = queues.filter((queue) => queueId === null || queue.queueId === queueId)
  const sums = new Map<string, Sum>()
  for (const [index, slot] of slots.entries()) {
    const posts = total(shown.map((queue) => queue.posts[index] ?? 0))
    const needed = total(shown.map((queue) => queue.needed[index] ?? 0))
    if (posts === 0 && needed === 0) continue
    const { day, time } = clockOf(slot)
    const halfHour = halfHourOf(time)
    const key = `${day} ${halfHour}`
    const sum = sums.get(key) ?? { day, halfHour, posts: 0, needed: 0, slots: 0 }
    sum.posts += posts
    sum.needed += needed
    sum.slots += 1
    sums.set(key, sum)
  }
  return [...sums.values()].map(({ day, halfHour, posts, needed, slots: count }) => ({
    day,
    halfHour,
    posts: posts / count,
    needed: needed / count,
  }))
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

function halfHourOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return Math.floor((hours * 60 + minutes) / HALF_HOUR_MINUTES)
}
