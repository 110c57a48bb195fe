import { tourRules } from './tour-problem.ts'

const { slotsPerDay, shortestShiftSlots, longestShiftSlots, shortestTaskSlots } = tourRules

/** Lengths a shift may have. */
export const lengthCount: number = longestShiftSlots - shortestShiftSlots + 1

/** Prices of one person at each task, for a stretch of days: what her presence in a slot adds to the cost. */
export interface SlotPrices {
  /** First slot that has prices. */
  readonly base: number
  /** Slots that have prices. */
  readonly slots: number
  /** At place (slot − base) × tasks + task. */
  readonly prices: Float64Array
}

export interface ShiftCosts {
  /**
   * The cheapest tasks for every shift of a day, each at least an hour: `costs[from + offset × lengthCount + length − shortest]`,
   * Infinity where the shift would pass the end of the prices.
   */
  readonly tabulate: (view: SlotPrices, firstSlot: number, costs: Float64Array, from: number) => void
  /** Writes the tasks of one shift at its cheapest, one a slot, and answers its cost. */
  readonly trace: (view: SlotPrices, start: number, length: number, tasks: Int8Array) => number
}

/** By dynamic programming over slots: the open task either goes on for a slot, or began an hour ago where another ended. */
export function createShiftCosts(taskCount: number): ShiftCosts {
  /** Cheapest way to have worked so many slots with each task last and at least an hour long. */
  const last = new Float64Array((longestShiftSlots + 1) * taskCount)
  /** The cheapest of these. */
  const best = new Float64Array(longestShiftSlots + 1)
  const recent = new Float64Array(taskCount)

  function run(view: SlotPrices, start: number, length: number): void {
    const { prices } = view
    const first = (start - view.base) * taskCount
    best.fill(Infinity)
    best[0] = 0
    recent.fill(0)
    for (let at = 0; at < Math.min(shortestTaskSlots, length); at++)
      for (let task = 0; task < taskCount; task++) {
        last[at * taskCount + task] = Infinity
        recent[task] = (recent[task] as number) + (prices[first + at * taskCount + task] as number)
      }
    for (let done = shortestTaskSlots; done <= length; done++) {
      const row = done * taskCount
      const priceRow = first + row - taskCount
      const oldRow = priceRow - shortestTaskSlots * taskCount
      const before = best[done - shortestTaskSlots] as number
      let cheapest = Infinity
      for (let task = 0; task < taskCount; task++) {
        const price = prices[priceRow + task] as number
        let hour = recent[task] as number
        if (done > shortestTaskSlots) {
          hour += price - (prices[oldRow + task] as number)
          recent[task] = hour
        }
        const goOn = done > shortestTaskSlots ? (last[row - taskCount + task] as number) + price : Infinity
        const value = Math.min(goOn, before + hour)
        last[row + task] = value
        if (value < cheapest) cheapest = value
      }
      best[done] = cheapest
    }
  }

  return {
    tabulate(view, firstSlot, costs, from) {
      for (let offset = 0; offset < slotsPerDay; offset++) {
        const start = firstSlot + offset
        const length = Math.min(longestShiftSlots, view.base + view.slots - start)
        const row = from + offset * lengthCount
        if (length < shortestShiftSlots) {
          costs.fill(Infinity, row, row + lengthCount)
          continue
        }
        run(view, start, length)
        for (let extra = 0; extra < lengthCount; extra++)
          costs[row + extra] =
            shortestShiftSlots + extra <= length ? (best[shortestShiftSlots + extra] as number) : Infinity
      }
    },
    trace(view, start, length, tasks) {
      run(view, start, length)
      const { prices } = view
      const first = (start - view.base) * taskCount
      let done = length
      let task = -1
      while (done > 0) {
        if (task < 0) task = cheapestTask(last, done * taskCount, taskCount)
        const goOn =
          done > shortestTaskSlots
            ? (last[(done - 1) * taskCount + task] as number) +
              (prices[first + (done - 1) * taskCount + task] as number)
            : Infinity
        if (goOn === last[done * taskCount + task]) {
          tasks[--done] = task
          continue
        }
        tasks.fill(task, done - shortestTaskSlots, done)
        done -= shortestTaskSlots
        task = -1
      }
      return best[length] as number
    },
  }
}

function cheapestTask(values: Float64Array, from: number, count: number): number {
  let place = 0
  for (let task = 1; task < count; task++)
    if ((values[from + task] as number) < (values[from + place] as number)) place = task
  return place
}
