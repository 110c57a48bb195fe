import { addDays, MINUTE_MS, minutesOfDay, wallInstant, type Zone } from '../time/index.ts'

/** Every so many minutes, or at times of day as `06:00`. */
export type PickUpTimes = { readonly everyMinutes: number } | { readonly at: readonly string[] }

/**
 * The first time after an instant at which files are to be looked for. Times of day are those of the zone: in the hour that comes
 * twice the first one counts, in the one that never comes the moment to which the clock jumps.
 */
export function nextPickUp(when: PickUpTimes, after: number, zone: Zone): number {
  if ('everyMinutes' in when) return after + when.everyMinutes * MINUTE_MS
  let soonest = Number.POSITIVE_INFINITY
  const today = zone.localDate(after)
  for (const date of [today, addDays(today, 1), addDays(today, 2)])
    for (const time of when.at) {
      const instant = wallInstant(zone, date, minutesOfDay(time))
      if (instant > after) soonest = Math.min(soonest, instant)
    }
  return soonest
}
