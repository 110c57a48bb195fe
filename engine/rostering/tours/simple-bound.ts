import { mostWorkDays, workDayCounts } from './start-tours.ts'
import { tourRules, type TourProblem } from './tour-problem.ts'

const { slotMinutes } = tourRules

/**
 * A penalty that no roster can be below: the hours that have to be worked, less those that are wanted, spread over all places as evenly
 * as can be.
 */
export function simpleBound({ staff, slots, taskIds, most }: TourProblem): number {
  const worked = staff.reduce((sum, { minSlots }) => sum + minSlots, 0)
  const excess = Math.max(0, worked - most.reduce((sum, people) => sum + people, 0))
  const places = slots * taskIds.length
  const each = Math.floor(excess / places)
  return places * each * each + (excess - each * places) * (2 * each + 1)
}

/** Why no roster can keep every rule, in one sentence; null where nothing simple forbids it. */
export function plainlyImpossible({ days, slots, taskIds, staff, least }: TourProblem): string | null {
  for (const person of staff)
    if (workDayCounts(person, days).length === 0)
      return `no shifts of 6 to 10 hours on at most ${mostWorkDays(days)} of ${days} days make up the ${person.minSlots * slotMinutes} to ${person.maxSlots * slotMinutes} minutes of person ${person.id}`
  const needed = least.reduce((sum, people) => sum + people, 0)
  const there = staff.reduce((sum, { maxSlots }) => sum + maxSlots, 0)
  if (needed > there)
    return `the minimum cover takes ${needed * slotMinutes} minutes, and all together may work ${there * slotMinutes}`
  for (let slot = 0; slot < slots; slot++) {
    const people = least.subarray(slot * taskIds.length, (slot + 1) * taskIds.length).reduce((sum, now) => sum + now, 0)
    if (people > staff.length)
      return `${people} people are needed at once ${slot * slotMinutes} minutes after the start, and there are ${staff.length}`
  }
  return null
}
