import type { LocalDate } from '../time/index.ts'

/** Half-open, epoch milliseconds. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A day of a channel: for how long it was to be there, and for how long it was not. */
export interface ChannelDay {
  readonly date: LocalDate
  readonly openMs: number
  readonly downMs: number
}

/**
 * How much of its opening hours a channel was there, day by day. Only what lies in `known` counts: nothing is said of the time before
 * there was a channel, nor of what is still to come.
 */
export function availabilityByDay(
  days: readonly { readonly date: LocalDate; readonly open: readonly Stretch[] }[],
  outages: readonly Stretch[],
  known: Stretch,
): ChannelDay[] {
  const down = united(outages)
  return days.map(({ date, open }) => {
    const hours = united(open).flatMap((stretch) => common(stretch, known))
    const missed = hours.flatMap((stretch) => down.flatMap((outage) => common(stretch, outage)))
    return { date, openMs: lengthOf(hours), downMs: lengthOf(missed) }
  })
}

/** Stretches that touch or overlap as one, in order. */
export function united(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const stretch of stretches.toSorted((left, right) => left.start - right.start)) {
    const last = result.at(-1)
    if (stretch.end <= stretch.start) continue
    if (last === undefined || stretch.start > last.end) result.push(stretch)
    else if (stretch.end > last.end) result[result.length - 1] = { start: last.start, end: stretch.end }
  }
  return result
}

function common(left: Stretch, right: Stretch): Stretch[] {
  const stretch = { start: Math.max(left.start, right.start), end: Math.min(left.end, right.end) }
  return stretch.end > stretch.start ? [stretch] : []
}

const lengthOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { start, end }) => sum + end - start, 0)
