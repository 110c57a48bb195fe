import { tourRules, type TourProblem, type TourRoster, type TourShift, type TourTask } from './tour-problem.ts'

const { slotsPerDay } = tourRules

/** A roster that changes shift by shift, with its cover and its cost kept exact at every step. Plain fields: the search reads them. */
export interface TourState {
  /** People at place slot × tasks + task. */
  readonly cover: Int32Array
  /** What a person missing at a place costs; the search may raise it. */
  readonly missingCost: Int32Array
  /** By person × days + day: the slot in which the shift of that day begins, or −1. */
  readonly starts: Int32Array
  /** By person × days + day: slots of that shift, or 0. */
  readonly lengths: Int32Array
  /** By person × slots + slot: the task, or −1 when not at work. */
  readonly tasks: Int8Array
  /** Slots each person works in all. */
  readonly worked: Int32Array
  /** Σ (cover − most)² over places with too many. */
  readonly over: () => number
  /** Σ people missing. */
  readonly missing: () => number
  /** over + Σ missing × missingCost. */
  readonly cost: () => number
  /** Puts a shift on a free day; its tasks are read from `source`, one a slot. */
  readonly place: (person: number, start: number, length: number, source: Int8Array, from: number) => void
  readonly remove: (person: number, day: number) => void
  /** Makes missing people dearer where they are missing now. */
  readonly raiseMissingCost: (by: number) => void
  readonly toRoster: () => TourRoster
  readonly load: (roster: TourRoster) => void
}

export function createTourState(problem: TourProblem, missingCost: number): TourState {
  const { days, slots, taskIds, staff, least, most } = problem
  const count = taskIds.length
  const cover = new Int32Array(slots * count)
  const missingCosts = new Int32Array(slots * count).fill(missingCost)
  const starts = new Int32Array(staff.length * days).fill(-1)
  const lengths = new Int32Array(staff.length * days)
  const tasks = new Int8Array(staff.length * slots).fill(-1)
  const worked = new Int32Array(staff.length)
  let over = 0
  let missing = 0
  let missingPrice = 0
  for (let place = 0; place < least.length; place++) {
    missing += least[place] as number
    missingPrice += missingCost * (least[place] as number)
  }

  function place(person: number, start: number, length: number, source: Int8Array, from: number): void {
    const day = Math.floor(start / slotsPerDay)
    starts[person * days + day] = start
    lengths[person * days + day] = length
    worked[person] = (worked[person] as number) + length
    const row = person * slots + start
    for (let at = 0; at < length; at++) {
      const task = source[from + at] as number
      tasks[row + at] = task
      const cell = (start + at) * count + task
      const now = cover[cell] as number
      cover[cell] = now + 1
      if (now < (least[cell] as number)) {
        missing--
        missingPrice -= missingCosts[cell] as number
      } else if (now >= (most[cell] as number)) over += 2 * (now - (most[cell] as number)) + 1
    }
  }

  function remove(person: number, day: number): void {
    const start = starts[person * days + day] as number
    if (start < 0) return
    const length = lengths[person * days + day] as number
    starts[person * days + day] = -1
    lengths[person * days + day] = 0
    worked[person] = (worked[person] as number) - length
    const row = person * slots + start
    for (let at = 0; at < length; at++) {
      const cell = (start + at) * count + (tasks[row + at] as number)
      tasks[row + at] = -1
      const now = (cover[cell] as number) - 1
      cover[cell] = now
      if (now < (least[cell] as number)) {
        missing++
        missingPrice += missingCosts[cell] as number
      } else if (now >= (most[cell] as number)) over -= 2 * (now - (most[cell] as number)) + 1
    }
  }

  function raiseMissingCost(by: number): void {
    for (let cell = 0; cell < cover.length; cell++) {
      const short = (least[cell] as number) - (cover[cell] as number)
      if (short <= 0) continue
      missingCosts[cell] = (missingCosts[cell] as number) + by
      missingPrice += by * short
    }
  }

  const shiftAt = (person: number, day: number): TourShift[] => {
    const start = starts[person * days + day] as number
    if (start < 0) return []
    const row = person * slots + start
    return [{ start, tasks: runsOf(tasks.subarray(row, row + (lengths[person * days + day] as number))) }]
  }

  return {
    cover,
    missingCost: missingCosts,
    starts,
    lengths,
    tasks,
    worked,
    over: () => over,
    missing: () => missing,
    cost: () => over + missingPrice,
    place,
    remove,
    raiseMissingCost,
    toRoster: () => staff.map((_, person) => Array.from({ length: days }, (_day, day) => shiftAt(person, day)).flat()),
    load(roster) {
      for (const [person, shifts] of roster.entries()) {
        for (let day = 0; day < days; day++) remove(person, day)
        for (const { start, tasks: parts } of shifts) {
          const flat = Int8Array.from(parts.flatMap((part) => Array.from({ length: part.slots }, () => part.task)))
          place(person, start, flat.length, flat, 0)
        }
      }
    },
  }
}

function runsOf(tasks: Int8Array): TourTask[] {
  const runs: TourTask[] = []
  let from = 0
  for (let at = 1; at <= tasks.length; at++)
    if (at === tasks.length || tasks[at] !== tasks[from]) {
      runs.push({ task: tasks[from] as number, slots: at - from })
      from = at
    }
  return runs
}
