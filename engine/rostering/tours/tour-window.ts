import { createShiftCosts, lengthCount } from './shift-costs.ts'
import { tourRules, type TourProblem } from './tour-problem.ts'
import type { TourState } from './tour-state.ts'

const { slotsPerDay, shortestShiftSlots, longestShiftSlots, restSlots, daysInARow } = tourRules

/** A shift that ends so many slots after its day’s start leaves its owner free so many slots into the next day. */
const freeAt = (offset: number, length: number): number => Math.max(0, offset + length + restSlots - slotsPerDay)

/** Small numbers that differ from place to place, so that of equally good tours each has its turn. */
export interface PriceNoise {
  readonly values: Float64Array
  /** Where in `values` to begin. */
  readonly from: number
  readonly scale: number
}

export interface TourWindow {
  readonly person: number
  readonly firstDay: number
  readonly days: number
}

export interface WindowOptimiser {
  /**
   * Gives a person the cheapest shifts in a window of days that keep all her rules, given everybody else’s cover and her own days
   * outside the window. Her shifts in the window are to be removed before. False, and nothing placed, where no shifts keep the rules.
   */
  readonly optimise: (window: TourWindow, noise: PriceNoise) => boolean
}

/** What a person’s days outside a window leave to it. */
interface WindowEdges {
  /** Days worked in a row up to the window. */
  readonly runBefore: number
  /** Slots into the first day from which she has rested. */
  readonly freeFrom: number
  /** Days worked in a row right after the window. */
  readonly runAfter: number
  /** Slots into the day after the window by which she must have rested. */
  readonly freeBy: number
  readonly leastWork: number
  readonly mostWork: number
}

interface WorkRange {
  /** Slots worked before the day, at least and at most. */
  readonly low: number
  readonly high: number
  /** Slots that have to be worked by its end. */
  readonly due: number
  readonly mostWork: number
}

/**
 * Exact dynamic programming over days. Having left a day, a person is told apart by how many days in a row she has worked, when she
 * has rested, and how long she has worked in all; a day off forgets the first two. Costs by rest are kept as running minima, so that a
 * shift is tried once from everything that allows it.
 */
export function createWindowOptimiser(problem: TourProblem, state: TourState, mostDays: number): WindowOptimiser {
  const { days, slots, taskIds } = problem
  const taskCount = taskIds.length
  const shiftCosts = createShiftCosts(taskCount, mostDays * slotsPerDay + longestShiftSlots)
  const { prices } = shiftCosts
  const lowest = new Float64Array(lengthCount)
  const costs = new Float64Array(mostDays * slotsPerDay * lengthCount)
  const flat = new Int8Array(longestShiftSlots)
  let off = new Float64Array(0)
  let run = new Float64Array(0)
  let width = 0
  let runs = 0

  const rowOf = (day: number, inARow: number, offset: number): number =>
    ((day * runs + inARow - 1) * slotsPerDay + offset) * width

  function fillPrices(base: number, count: number, noise: PriceNoise): void {
    const { cover, missingCost } = state
    const { least, most } = problem
    const { values, from, scale } = noise
    const mask = values.length - 1
    const first = base * taskCount
    for (let at = 0; at < count * taskCount; at++) {
      const cell = first + at
      const now = cover[cell] as number
      const above = now - (most[cell] as number)
      let price = scale * (values[(from + at) & mask] as number)
      if (now < (least[cell] as number)) price -= missingCost[cell] as number
      else if (above >= 0) price += 2 * above + 1
      prices[at] = price
    }
  }

  function edgesOf({ person, firstDay, days: count }: TourWindow): WindowEdges {
    const row = person * days
    const startOf = (day: number): number => state.starts[row + day] as number
    let runBefore = 0
    while (firstDay - runBefore > 0 && startOf(firstDay - runBefore - 1) >= 0) runBefore++
    let runAfter = 0
    const next = firstDay + count
    while (next + runAfter < days && startOf(next + runAfter) >= 0) runAfter++
    const before = runBefore === 0 ? 0 : startOf(firstDay - 1) - (firstDay - 1) * slotsPerDay
    const { minSlots, maxSlots } = problem.staff[person] as { minSlots: number; maxSlots: number }
    const worked = state.worked[person] as number
    return {
      runBefore,
      freeFrom: runBefore === 0 ? 0 : freeAt(before, state.lengths[row + firstDay - 1] as number),
      runAfter,
      freeBy: runAfter === 0 ? slotsPerDay - 1 : startOf(next) - next * slotsPerDay,
      leastWork: minSlots - worked,
      mostWork: Math.min(maxSlots - worked, count * longestShiftSlots),
    }
  }

  /** Fills the layers day by day. */
  function forward(count: number, edges: WindowEdges): void {
    const { mostWork, leastWork, runBefore } = edges
    const before = Math.min(runBefore, runs)
    off.fill(Infinity, 0, (count + 1) * width)
    run.fill(Infinity, 0, (count + 1) * runs * slotsPerDay * width)
    if (runBefore === 0) off[0] = 0
    else for (let offset = edges.freeFrom; offset < slotsPerDay; offset++) run[rowOf(0, before, offset)] = 0
    for (let day = 0; day < count; day++) {
      const low = Math.max(0, leastWork - (count - day) * longestShiftSlots)
      const high = Math.min(mostWork, day * longestShiftSlots)
      takeDayOff(day, low, high)
      // Less than this after the day could not be made up for on the days that are left.
      const due = leastWork - (count - day - 1) * longestShiftSlots
      const range = { low, high: Math.min(high, mostWork - shortestShiftSlots), due, mostWork }
      const freeBy = day === count - 1 ? edges.freeBy : -1
      for (let inARow = 0; inARow <= (runs === 1 ? 1 : daysInARow - 1); inARow++)
        if (day > 0 || inARow === before) takeShifts(day, inARow, range, freeBy)
      if (freeBy < 0) settle(day + 1)
    }
  }

  function takeDayOff(day: number, low: number, high: number): void {
    const to = (day + 1) * width
    for (let work = low; work <= high; work++) {
      let cheapest = off[day * width + work] as number
      for (let inARow = 1; inARow <= runs; inARow++)
        cheapest = Math.min(cheapest, run[rowOf(day, inARow, slotsPerDay - 1) + work] as number)
      off[to + work] = cheapest
    }
  }

  /**
   * Tries every shift of a day. A later one of the same length is of no use unless it is cheaper or its owner had to rest longer. On the
   * last day of a window all that counts is to be free by the next shift (`freeBy`, −1 on other days).
   */
  function takeShifts(day: number, inARow: number, range: WorkRange, freeBy: number): void {
    const { low, high, due, mostWork } = range
    const source = inARow === 0 ? off : run
    const next = Math.min(inARow + 1, runs)
    lowest.fill(Infinity)
    for (let offset = 0; offset < slotsPerDay; offset++) {
      const from = inARow === 0 ? day * width : rowOf(day, inARow, offset)
      let first = low
      while (first <= high && source[from + first] === Infinity) first++
      if (first > high) continue
      let end = high
      while (source[from + end] === Infinity) end--
      if (inARow > 0 && offset > 0 && !isSameRow(from, first, end)) lowest.fill(Infinity)
      const costRow = (day * slotsPerDay + offset) * lengthCount
      for (let extra = 0; extra < lengthCount; extra++) {
        const cost = costs[costRow + extra] as number
        if (cost >= (lowest[extra] as number)) continue
        const length = shortestShiftSlots + extra
        const free = freeAt(offset, length)
        if (freeBy >= 0 && free > freeBy) break
        lowest[extra] = cost
        const to = rowOf(day + 1, next, freeBy >= 0 ? freeBy : free) + length
        const last = Math.min(end, mostWork - length)
        for (let work = Math.max(first, due - length); work <= last; work++) {
          const value = (source[from + work] as number) + cost
          if (value < (run[to + work] as number)) run[to + work] = value
        }
      }
    }
  }

  /** Whether a row is the one before it once more. */
  function isSameRow(row: number, first: number, end: number): boolean {
    for (let work = first; work <= end; work++) if (run[row + work] !== run[row - width + work]) return false
    return true
  }

  /** Who has rested early may also begin late. */
  function settle(day: number): void {
    for (let inARow = 1; inARow <= runs; inARow++)
      for (let offset = 1; offset < slotsPerDay; offset++) {
        const row = rowOf(day, inARow, offset)
        for (let work = 0; work < width; work++) {
          const earlier = run[row - width + work] as number
          if (earlier < (run[row + work] as number)) run[row + work] = earlier
        }
      }
  }

  /** How the cheapest tour leaves the window: the days worked in a row up to its end (0 after a day off) and the slots worked in it. */
  function cheapestEnd(count: number, edges: WindowEdges): { inARow: number; work: number } | undefined {
    let cheapest = Infinity
    let end: { inARow: number; work: number } | undefined
    for (let inARow = 0; inARow <= runs; inARow++) {
      if (runs > 1 && inARow > 0 && inARow + edges.runAfter > daysInARow) break
      const row = inARow === 0 ? count * width : rowOf(count, inARow, edges.freeBy)
      const source = inARow === 0 ? off : run
      for (let work = Math.max(0, edges.leastWork); work <= edges.mostWork; work++)
        if ((source[row + work] as number) < cheapest) {
          cheapest = source[row + work] as number
          end = { inARow, work }
        }
    }
    return end
  }

  /** Walks back through the layers and places the shifts. The sums are made in the same way as before, so that they are equal. */
  function placeBackwards(window: TourWindow, edges: WindowEdges, end: { inARow: number; work: number }): void {
    const base = window.firstDay * slotsPerDay
    let { inARow, work } = end
    let free = edges.freeBy
    for (let day = window.days; day > 0; day--) {
      if (inARow === 0) {
        inARow = rowBeforeDayOff(day - 1, work, off[day * width + work] as number)
        free = slotsPerDay - 1
        continue
      }
      const step = shiftInto(day - 1, inARow, free, work)
      const start = (day - 1) * slotsPerDay + step.offset
      shiftCosts.trace(start, step.length, flat)
      state.place(window.person, base + start, step.length, flat, 0)
      work -= step.length
      inARow = step.inARow
      free = step.offset
    }
  }

  function rowBeforeDayOff(day: number, work: number, value: number): number {
    if (off[day * width + work] === value) return 0
    for (let inARow = 1; inARow <= runs; inARow++)
      if (run[rowOf(day, inARow, slotsPerDay - 1) + work] === value) return inARow
    throw new Error('a window of a tour lost its way back to a day off')
  }

  function shiftInto(day: number, inARow: number, free: number, work: number) {
    const value = run[rowOf(day + 1, inARow, free) + work] as number
    for (let offset = 0; offset < slotsPerDay; offset++)
      for (let extra = 0; extra < lengthCount; extra++) {
        const length = shortestShiftSlots + extra
        const rest = work - length
        if (freeAt(offset, length) > free || rest < 0) break
        const cost = costs[(day * slotsPerDay + offset) * lengthCount + extra] as number
        for (const before of runs === 1 ? [0, 1] : [inARow - 1]) {
          const source =
            before === 0 ? (off[day * width + rest] as number) : (run[rowOf(day, before, offset) + rest] as number)
          if (source + cost === value && value !== Infinity) return { offset, length, inARow: before }
        }
      }
    throw new Error('a window of a tour lost its way back to a shift')
  }

  function optimise(window: TourWindow, noise: PriceNoise): boolean {
    const { firstDay, days: count } = window
    const edges = edgesOf(window)
    if (edges.mostWork < 0 || edges.leastWork > edges.mostWork) return false
    width = edges.mostWork + 1
    // Few days cannot break the rule of days in a row, and then a day worked is like any other.
    runs = edges.runBefore + count + edges.runAfter <= daysInARow ? 1 : daysInARow
    if (off.length < (count + 1) * width) off = new Float64Array((count + 1) * width)
    const size = (count + 1) * runs * slotsPerDay * width
    if (run.length < size) run = new Float64Array(size)
    const base = firstDay * slotsPerDay
    const priced = Math.min(count * slotsPerDay + longestShiftSlots, slots - base)
    fillPrices(base, priced, noise)
    shiftCosts.begin(priced)
    for (let day = 0; day < count; day++) shiftCosts.tabulate(day * slotsPerDay, costs, day * slotsPerDay * lengthCount)
    forward(count, edges)
    const end = cheapestEnd(count, edges)
    if (end === undefined) return false
    placeBackwards(window, edges, end)
    return true
  }

  return { optimise }
}
