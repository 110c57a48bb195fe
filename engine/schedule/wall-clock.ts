import type { RosterDay } from './roster-problem.ts'

/** From this time of the clock on, a day of a clock change is moved by what it is shorter or longer. */
const CLOCKS_HAVE_CHANGED_AT_MINUTES = 180

/**
 * The slot in which the clock on the wall of a day shows so many slots after midnight; from 24 hours on it is the next day’s clock.
 * Days past the horizon are taken as plain ones.
 */
export function slotAt(days: readonly RosterDay[], day: number, wall: number, slotMinutes: number): number {
  const plain = 1440 / slotMinutes
  let index = day
  let rest = wall
  while (rest >= plain) {
    rest -= plain
    index++
  }
  const found = days[index]
  if (found === undefined) return endOfDays(days) + (index - days.length) * plain + rest
  return found.firstSlot + rest + (rest * slotMinutes >= CLOCKS_HAVE_CHANGED_AT_MINUTES ? found.slots - plain : 0)
}

export function endOfDays(days: readonly RosterDay[]): number {
  const last = days.at(-1)
  return last === undefined ? 0 : last.firstSlot + last.slots
}

/** 1 in every slot of the days, and of the nights at their ends, in which the clock is between `from` and `to`; over midnight when `to` is not after `from`. */
export function slotsBetween(
  days: readonly RosterDay[],
  { from, to }: { readonly from: number; readonly to: number },
  { slotMinutes, width }: { readonly slotMinutes: number; readonly width: number },
): Uint8Array {
  const marks = new Uint8Array(width)
  const until = to > from ? to : to + 1440 / slotMinutes
  for (let day = -1; day <= days.length; day++) {
    const start = day < 0 ? from - 1440 / slotMinutes : slotAt(days, day, from, slotMinutes)
    const end = slotAt(days, Math.max(day, 0), day < 0 ? until - 1440 / slotMinutes : until, slotMinutes)
    for (let slot = Math.max(start, 0); slot < Math.min(end, width); slot++) marks[slot] = 1
  }
  return marks
}
