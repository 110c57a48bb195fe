import type { PreparedDays } from './prepare-days.ts'

// Ways into a day’s work: after a rest as short as may be, after one that is no short one, after a week’s rest; from the day before, from two
// and from three days before.
export const TIGHT = 0
export const CALM = 1
export const WEEK = 2
export const CALM_WEEK = 3
export const TIGHT_ONE = 4
export const WEEK_ONE = 5
export const WEEK_TWO = 6
export const IS_WEEK_REST = 7

/**
 * Ends that shifts of each day may have, in rising order, and how far a shift’s start reaches into those of the days before it with each rest
 * that is asked for.
 */
export interface RestReach {
  /** By day + 1: the first is the day before the horizon. */
  readonly endsOf: readonly Int32Array[]
  readonly endCount: Int32Array
  /** How many ends a day has. */
  readonly ends: (day: number) => number
  /** For one person. `isCalmAsked`: whether a rest that is no short one is worth telling apart. */
  readonly begin: (rest: number, weekly: number, isCalmAsked: boolean) => void
  /** Whether a start is reached from other states than the one before it; starts of a day are asked for in rising order. */
  readonly reaches: (day: number, start: number, isFirst: boolean) => boolean
  /** By way: index of the last end that is early enough, −1 where none is. */
  readonly reach: Int32Array
}

export function createRestReach(
  { weekStart, weekOfDay }: PreparedDays,
  days: number,
  { span, shortRest }: { readonly span: number; readonly shortRest: number },
): RestReach {
  const endsOf = Array.from({ length: days + 1 }, () => new Int32Array(span))
  const endCount = new Int32Array(days + 1)
  const reach = new Int32Array(IS_WEEK_REST + 1)
  let isReachNew = true
  let rest = 0
  let weekly = 0
  let isCalmAsked = false

  /** Starts come in rising order, so that reaches only grow. */
  function stretch(way: number, day: number, latest: number): void {
    const list = endsOf[day + 1] as Int32Array
    const last = (endCount[day + 1] as number) - 1
    let at = reach[way] as number
    while (at < last && (list[at + 1] as number) <= latest) at++
    if (at === reach[way]) return
    reach[way] = at
    isReachNew = true
  }

  /** Whether a start is reached from other states than the one before it. */
  function reaches(day: number, start: number, isFirst: boolean): boolean {
    if (isFirst) reach.fill(-1)
    isReachNew = isFirst
    const longest = Math.max(weekly, rest)
    const isWeekRest = start - (weekStart[weekOfDay[day] as number] as number) >= weekly
    if (isWeekRest && reach[IS_WEEK_REST] !== 1) {
      reach[IS_WEEK_REST] = 1
      isReachNew = true
    }
    stretch(TIGHT, day - 1, start - rest)
    if (isCalmAsked) stretch(CALM, day - 1, start - Math.max(shortRest, rest))
    if (day > 0) stretch(TIGHT_ONE, day - 2, start - rest)
    if (!isWeekRest) return isReachNew
    stretch(WEEK, day - 1, start - longest)
    if (isCalmAsked && weekly < shortRest) stretch(CALM_WEEK, day - 1, start - Math.max(shortRest, longest))
    if (day > 0) stretch(WEEK_ONE, day - 2, start - longest)
    if (day > 1) stretch(WEEK_TWO, day - 3, start - weekly)
    return isReachNew
  }

  return {
    endsOf,
    endCount,
    reach,
    reaches,
    ends: (day) => (day < -1 ? 0 : (endCount[day + 1] as number)),
    begin: (ownRest, ownWeekly, isAsked) => {
      rest = ownRest
      weekly = ownWeekly
      isCalmAsked = isAsked
    },
  }
}
