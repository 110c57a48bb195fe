import type { DayGrid } from './day-grid.ts'
import type { ForecastDay } from './forecast-days.ts'

const LOOK_BACK_DAYS = 56
const HOUR_SECONDS = 3600
/** New hours beside known ones are taken to be like these at first, and fade to nothing: nobody knows more before they come. */
const FADE_SECONDS = 4 * HOUR_SECONDS

/** Which intervals of the day have had no contact at all lately: shut until now, or silent. */
export function silentSlots({ slotSeconds, offered, dates }: DayGrid): readonly boolean[] {
  const slots = slotSeconds.length
  const days = Array.from({ length: Math.min(LOOK_BACK_DAYS, dates.length) }, (_, back) => dates.length - 1 - back)
  return slotSeconds.map((_, slot) => days.every((day) => !((offered[day * slots + slot] as number) > 0)))
}

/**
 * A day within opening hours. `open` is by interval the share of it that is open: 0 is shut, ½ is half an interval, 2 an hour of the wall
 * clock that comes twice. An open interval that has been silent until now is forecast like the nearest one that has not been, less the
 * farther away. Throws a RangeError when the list does not fit the day.
 */
export function withinHours(
  day: ForecastDay,
  grid: DayGrid,
  open: readonly number[],
  silent: readonly boolean[],
): ForecastDay {
  if (open.length !== day.offered.length)
    throw new RangeError(`open must have the day's ${day.offered.length} intervals, not ${open.length}`)
  const sources = open.map((share, slot) => sourceOf(slot, share, grid, silent))
  const offered = sources.map(({ slot, times }) => (day.offered[slot] as number) * times)
  const quantiles = sources.map(({ slot, times }) =>
    (day.quantiles[slot] as readonly number[]).map((value) => value * times),
  )
  const ahtSeconds = sources.map(({ slot }) => day.ahtSeconds[slot] as number)
  const offeredTotal = offered.reduce((sum, value) => sum + value, 0)
  const workSeconds = offered.reduce((sum, value, slot) => sum + value * (ahtSeconds[slot] as number), 0)
  return { ...day, offered, quantiles, ahtSeconds, offeredTotal, workSeconds }
}

function sourceOf(
  slot: number,
  share: number,
  { slotSeconds }: DayGrid,
  silent: readonly boolean[],
): { readonly slot: number; readonly times: number } {
  if (share === 0 || silent[slot] !== true) return { slot, times: share }
  const here = slotSeconds[slot] as number
  const nearest = [...slotSeconds.keys()]
    .filter((other) => silent[other] !== true)
    .map((other) => ({ other, apart: Math.abs((slotSeconds[other] as number) - here) }))
    .toSorted((left, right) => left.apart - right.apart)[0]
  if (nearest === undefined) return { slot, times: share }
  return { slot: nearest.other, times: share * Math.max(0, 1 - nearest.apart / FADE_SECONDS) }
}
