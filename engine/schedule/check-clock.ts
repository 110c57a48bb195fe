import type { RosterProblem } from './roster-problem.ts'

/** Slot in which a day’s clock shows so many slots after midnight; also of days before and after the horizon. */
export function clockSlot({ days, slotMinutes }: RosterProblem, day: number, wall: number): number {
  const ofDay = (24 * 60) / slotMinutes
  const whole = day + Math.floor(wall / ofDay)
  const within = wall - Math.floor(wall / ofDay) * ofDay
  if (whole < 0) return whole * ofDay + within
  const found = days[whole]
  if (found === undefined) return lastSlot(days) + (whole - days.length) * ofDay + within
  // Clocks change in the small hours: what is on the wall from three o’clock on is moved.
  const isAfterChange = within * slotMinutes >= 3 * 60
  return found.firstSlot + within + (isAfterChange ? found.slots - ofDay : 0)
}

export const lastSlot = (days: RosterProblem['days']): number => {
  const last = days[days.length - 1]
  return last === undefined ? 0 : last.firstSlot + last.slots
}
