import { tourRules } from './tour-problem.ts'

const { slotsPerDay, shortestShiftSlots, longestShiftSlots, shortestTaskSlots } = tourRules

/** Lengths a shift may have. */
export const lengthCount: number = longestShiftSlots - shortestShiftSlots + 1

export interface ShiftCosts {
  /** What one person’s presence adds to the cost, at place slot × tasks + task; slots are counted from the stretch’s first. */
  readonly prices: Float64Array
  /** To be called when so many slots have got their prices. */
  readonly begin: (slots: number) => void
  /**
   * The cheapest tasks for every shift of a day, each at least an hour: `costs[from + offset × lengthCount + length − shortest]`,
   * Infinity where the shift would pass the last price.
   */
  readonly tabulate: (firstSlot: number, costs: Float64Array, from: number) => void
  /** Writes the tasks of one shift at its cheapest, one a slot. */
  readonly trace: (start: number, length: number, tasks: Int8Array) => void
}

/** By dynamic programming over slots: the open task either goes on for a slot, or began an hour ago where another ended. */
export function createShiftCosts(taskCount: number, mostSlots: number): ShiftCosts {
  const prices = new Float64Array(mostSlots * taskCount)
  /** Prices of the hour that ends before a slot. */
  const hours = new Float64Array((mostSlots + 1) * taskCount)
  /** Cheapest way to have worked so many slots with each task last and at least an hour long. */
  const last = new Float64Array((longestShiftSlots + 1) * taskCount)
  /** The cheapest of these. */
  const best = new Float64Array(longestShiftSlots + 1)
  let priced = 0

  function begin(slots: number): void {
    priced = slots
    for (let slot = shortestTaskSlots; slot <= slots; slot++)
      for (let task = 0; task < taskCount; task++) {
        let sum = 0
        for (let back = shortestTaskSlots; back > 0; back--) sum += prices[(slot - back) * taskCount + task] as number
        hours[slot * taskCount + task] = sum
      }
  }

  /** Fills `best`; `step` is how far `last` moves from slot to slot, 0 where only the newest row is of use. */
  function run(start: number, length: number, step: number): void {
    best[0] = 0
    for (let done = 1; done < shortestTaskSlots; done++) best[done] = Infinity
    let row = shortestTaskSlots * step
    for (let task = 0; task < taskCount; task++) last[row + task] = Infinity
    row -= step
    for (let task = 0; task < taskCount; task++) last[row + task] = Infinity
    for (let done = shortestTaskSlots; done <= length; done++) {
      const before = best[done - shortestTaskSlots] as number
      const hourRow = (start + done) * taskCount
      const priceRow = hourRow - taskCount
      let cheapest = Infinity
      for (let task = 0; task < taskCount; task++) {
        const goOn = (last[row + task] as number) + (prices[priceRow + task] as number)
        const begun = before + (hours[hourRow + task] as number)
        const value = goOn < begun ? goOn : begun
        last[row + step + task] = value
        if (value < cheapest) cheapest = value
      }
      row += step
      best[done] = cheapest
    }
  }

  function trace(start: number, length: number, tasks: Int8Array): void {
    run(start, length, taskCount)
    let done = length
    let task = cheapestTask(last, done * taskCount, taskCount)
    while (done > 0) {
      const before = done * taskCount - taskCount + task
      const goOn =
        done > shortestTaskSlots ? (last[before] as number) + (prices[start * taskCount + before] as number) : Infinity
      if (goOn === last[done * taskCount + task]) {
        tasks[--done] = task
        continue
      }
      tasks.fill(task, done - shortestTaskSlots, done)
      done -= shortestTaskSlots
      if (done > 0) task = cheapestTask(last, done * taskCount, taskCount)
    }
  }

  return {
    prices,
    begin,
    tabulate(firstSlot, costs, from) {
      for (let offset = 0; offset < slotsPerDay; offset++) {
        const length = Math.min(longestShiftSlots, priced - firstSlot - offset)
        const row = from + offset * lengthCount
        if (length >= shortestShiftSlots) run(firstSlot + offset, length, 0)
        for (let extra = 0; extra < lengthCount; extra++)
          costs[row + extra] =
            shortestShiftSlots + extra <= length ? (best[shortestShiftSlots + extra] as number) : Infinity
      }
    },
    trace,
  }
}

function cheapestTask(values: Float64Array, from: number, count: number): number {
  let place = 0
  for (let task = 1; task < count; task++)
    if ((values[from + task] as number) < (values[from + place] as number)) place = task
  return place
}
