import { median } from './statistics.ts'

/** One day of a past event: what came in its hours, and what came in the same hours of like days around it. */
export interface EventDay {
  readonly came: number
  readonly comparable: readonly number[]
}

/** How large an event was: what came, over what would have been usual. */
export interface EventSize {
  readonly came: number
  readonly usual: number
  readonly times: number
  /** One standard deviation of `times`, from how like days differ among themselves and from the chance of counts. */
  readonly timesSd: number
  readonly comparedDays: number
}

/** From the median absolute deviation to a standard deviation, for a normal scatter. */
const MAD_TO_SD = 1.4826
/** Spread of like days where too few are known to see it. */
const USUAL_SPREAD = 0.1
const ENOUGH_DAYS = 4

/**
 * The size of a past event, so that one like it can be laid over days to come. Usual is the median of like days (the same weekday, some weeks
 * around), day by day. Null where no day has a like one or nothing usually comes: a factor would mean nothing.
 */
export function sizeOfEvent(days: readonly EventDay[]): EventSize | null {
  const known = days.filter(({ comparable }) => comparable.length > 0)
  const usuals = known.map(({ comparable }) => median(comparable))
  const usual = usuals.reduce((sum, value) => sum + value, 0)
  if (!(usual > 0)) return null
  const came = known.reduce((sum, day) => sum + day.came, 0)
  const times = came / usual
  const apart = known.flatMap(({ comparable }, place) => {
    const middle = usuals[place] as number
    return middle > 0 && comparable.length > 1 ? comparable.map((value) => Math.abs(value / middle - 1)) : []
  })
  const spread = apart.length >= ENOUGH_DAYS ? MAD_TO_SD * median(apart) : USUAL_SPREAD
  const comparedDays = known.reduce((sum, { comparable }) => sum + comparable.length, 0)
  // The event's own days scatter as like days do, and so does what they are compared with, less for being many.
  const ofDays = spread * times * Math.sqrt(1 / known.length + 1 / comparedDays)
  return { came, usual, times, timesSd: Math.max(ofDays, Math.sqrt(came) / usual), comparedDays }
}
