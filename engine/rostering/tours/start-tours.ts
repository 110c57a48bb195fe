import type { Random } from '../../numeric/index.ts'
import { tourRules, type TourPerson, type TourProblem } from './tour-problem.ts'
import type { TourState } from './tour-state.ts'

const { slotsPerDay, shortestShiftSlots, longestShiftSlots, daysInARow } = tourRules

/** The most days a person can work, with a day off after every five. */
export const mostWorkDays = (days: number): number => days - Math.floor(days / (daysInARow + 1))

/** Days of work whose shifts can make up a person’s total, fewest first; none where no days can. */
export function workDayCounts({ minSlots, maxSlots }: TourPerson, days: number): number[] {
  const counts: number[] = []
  for (let count = 0; count <= mostWorkDays(days); count++)
    if (count * longestShiftSlots >= minSlots && count * shortestShiftSlots <= maxSlots) counts.push(count)
  return counts
}

/** Gives everybody a tour that keeps the rules and looks at no cover: the same hours on days drawn at random. */
export function startTours(problem: TourProblem, state: TourState, random: Random): void {
  const { days, staff, taskIds } = problem
  for (const [person, staffed] of staff.entries()) {
    const counts = workDayCounts(staffed, days)
    const count = random.pick(counts)
    const total = Math.max(staffed.minSlots, count * shortestShiftSlots)
    const offset = random.integer(0, slotsPerDay - longestShiftSlots)
    const source = new Int8Array(longestShiftSlots).fill(random.integer(0, taskIds.length))
    for (const [place, day] of drawWorkDays(days, count, random).entries()) {
      const length = Math.floor(((place + 1) * total) / count) - Math.floor((place * total) / count)
      state.place(person, day * slotsPerDay + offset, length, source, 0)
    }
  }
}

/** So many days, never six in a row. */
function drawWorkDays(days: number, count: number, random: Random): number[] {
  const isWorked = Array.from({ length: days }, () => false)
  let left = count
  for (const day of random.shuffle(isWorked.map((_, day) => day))) {
    if (left === 0) break
    if (runWith(isWorked, day) > daysInARow) continue
    isWorked[day] = true
    left--
  }
  // Days drawn at random may leave no place for the last ones; five of every six always do.
  if (left > 0)
    return isWorked.flatMap((_, day) => (day % (daysInARow + 1) === daysInARow ? [] : [day])).slice(0, count)
  return isWorked.flatMap((worked, day) => (worked ? [day] : []))
}

function runWith(isWorked: readonly boolean[], day: number): number {
  let first = day
  let last = day
  while (isWorked[first - 1] === true) first--
  while (isWorked[last + 1] === true) last++
  return last - first + 1
}
