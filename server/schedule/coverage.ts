import type { Coverage } from '@pult/contract/schedule-reports'
import type { PlannedShift } from '@pult/contract/schedule-roster'
import type { RosterBoard, RosterProblem } from '@pult/engine/schedule'
import type { LocalDate } from '@pult/engine/time'

import { shiftSlots } from './shift-slots.ts'

interface Asked {
  readonly firstDay?: LocalDate | undefined
  readonly lastDay?: LocalDate | undefined
}

/** Agents at their posts against the need on some days of a roster. Queues bear their numbers alone. */
export function coverageOf(
  problem: RosterProblem,
  board: RosterBoard,
  shifts: readonly PlannedShift[],
  asked: Asked,
): Coverage {
  const { instantOf, slotOf } = shiftSlots(problem)
  const days = problem.days.filter(
    ({ date }) =>
      (asked.firstDay === undefined || date >= asked.firstDay) &&
      (asked.lastDay === undefined || date <= asked.lastDay),
  )
  const slots = days.flatMap(({ firstSlot, slots: count }) =>
    Array.from({ length: count }, (_, slot) => firstSlot + slot),
  )
  const staffed = problem.queues.map(({ queueId }) => board.staffed(queueId))
  const hour = 60 / problem.slotMinutes
  const hoursOf = (day: (typeof days)[number], part: (needed: number, posts: number) => number): number => {
    let sum = 0
    for (const [queue, { needed }] of problem.queues.entries())
      for (let slot = day.firstSlot; slot < day.firstSlot + day.slots; slot++)
        sum += part(needed[slot] ?? 0, staffed[queue]?.[slot] ?? 0)
    return sum / hour
  }
  return {
    slots: slots.map(instantOf),
    slotMinutes: problem.slotMinutes,
    queues: problem.queues.map(({ queueId, needed, cost }, queue) => {
      const posts = staffed[queue]
      return {
        queueId: Number(queueId),
        name: '',
        needed: slots.map((slot) => needed[slot] ?? 0),
        posts: slots.map((slot) => posts?.[slot] ?? 0),
        cost: slots.map((slot) => moneyAt(cost[slot], posts?.[slot] ?? 0)),
      }
    }),
    onShift: countOnShift(slots, shifts, slotOf),
    days: days.map((day) => ({
      day: day.date,
      hoursShort: hoursOf(day, (needed, posts) => Math.max(0, needed - posts)),
      hoursOver: hoursOf(day, (needed, posts) => Math.max(0, posts - needed)),
      hoursNeeded: hoursOf(day, (needed) => needed),
    })),
  }
}

/** Past the end of a table its last step goes on, and that is as good as none. */
const moneyAt = (table: Float64Array | undefined, agents: number): number =>
  table === undefined ? 0 : (table[Math.min(agents, table.length - 1)] ?? 0)

function countOnShift(
  slots: readonly number[],
  shifts: readonly PlannedShift[],
  slotOf: (instant: string) => number,
): number[] {
  const places = new Map(slots.map((slot, place) => [slot, place]))
  const counts = slots.map(() => 0)
  for (const { start, end } of shifts)
    for (let slot = slotOf(start); slot < slotOf(end); slot++) {
      const place = places.get(slot)
      if (place !== undefined) counts[place] = (counts[place] ?? 0) + 1
    }
  return counts
}
