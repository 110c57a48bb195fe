import { addDays, MINUTE_MS, type LocalDate, type Zone } from '../time/index.ts'

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
      const instant = instantOf(date, time, zone)
      if (instant > after) soonest = Math.min(soonest, instant)
    }
  return soonest
}

function instantOf(date: LocalDate, time: string, zone: Zone): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return zone.localToInstant({ year, month, day, hour, minute, second: 0 }).instant
}
