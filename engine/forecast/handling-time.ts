import type { DayGrid } from './day-grid.ts'
import { median } from './statistics.ts'

/** A day to forecast and the last day that is known then, by place in the grid. */
export interface HandlingTarget {
  readonly day: number
  readonly lastKnownDay: number
}

const LEVEL_HALF_LIFE_DAYS = 15
const SHAPE_HALF_LIFE_DAYS = 60
const WINDOW_DAYS = 240
/** An interval, and a weekday, is drawn to the mean as by so many contacts at the mean. */
const SHAPE_CONTACTS = 300
const WEEKDAY_CONTACTS = 1000
/** A single interval's mean may be this many times the usual before it is drawn in: one forgotten call can last all night. */
const WILD_TIMES = 4
/** What is shown for a queue that has never handled anything. */
const UNKNOWN_AHT_SECONDS = 0

/**
 * The handling time of each interval of the asked days: a level that follows the last weeks, times a shape over the day, times the
 * weekday, all weighted by contacts handled and drawn to 1 where there were few. Seconds, never NaN; 0 when nothing was ever handled.
 */
export function handlingTimeByDay(grid: DayGrid, targets: readonly HandlingTarget[]): Float64Array[] {
  const weekdayOf = (day: number): number => grid.weekdays[day] as number
  return targets.map(({ day, lastKnownDay }) => handlingTime(grid, lastKnownDay, weekdayOf(day)))
}

/** The handling time of a day of this weekday, from what is known at the end of `lastKnownDay`. */
export function handlingTime(grid: DayGrid, lastKnownDay: number, weekday: number): Float64Array {
  const slots = grid.slotSeconds.length
  const first = Math.max(0, lastKnownDay + 1 - WINDOW_DAYS)
  const cells = knownCells(grid, first, lastKnownDay)
  const level = weightedMean(cells, ({ age }) => 0.5 ** (age / LEVEL_HALF_LIFE_DAYS))
  if (level === null) return new Float64Array(slots).fill(UNKNOWN_AHT_SECONDS)
  const byDay = levelByDay(cells)
  const ratio = ({ day, aht }: Cell): number => ratioTo(aht, byDay.get(day))
  const shape = Float64Array.from({ length: slots }, (_, slot) =>
    drawnRatio(
      cells.filter((cell) => cell.slot === slot),
      ratio,
      SHAPE_CONTACTS,
    ),
  )
  const onWeekday = cells.filter(({ day }) => grid.weekdays[day] === weekday)
  const around = smoothedLevels(byDay)
  const weekdayRatio = drawnRatio(onWeekday, ({ day, aht }) => ratioTo(aht, around.get(day)), WEEKDAY_CONTACTS)
  return shape.map((value) => level * value * weekdayRatio)
}

/** Beside a level that is nothing, nothing is more than usual. */
function ratioTo(aht: number, level = aht): number {
  return level > 0 ? aht / level : 1
}

interface Cell {
  readonly day: number
  readonly slot: number
  readonly age: number
  readonly aht: number
  readonly handled: number
}

function knownCells(grid: DayGrid, first: number, last: number): Cell[] {
  const slots = grid.slotSeconds.length
  const usual = median(grid.ahtSeconds.subarray(first * slots, (last + 1) * slots))
  const cells: Cell[] = []
  for (let day = first; day <= last; day++)
    for (let slot = 0; slot < slots; slot++) {
      const aht = grid.ahtSeconds[day * slots + slot] as number
      const handled = grid.handled[day * slots + slot] as number
      if (Number.isNaN(aht) || !(handled > 0)) continue
      cells.push({ day, slot, age: last - day, aht: Math.min(aht, WILD_TIMES * usual), handled })
    }
  return cells
}

function weightedMean(cells: readonly Cell[], weigh: (cell: Cell) => number): number | null {
  let work = 0
  let handled = 0
  for (const cell of cells) {
    const weight = weigh(cell) * cell.handled
    work += weight * cell.aht
    handled += weight
  }
  return handled > 0 ? work / handled : null
}

function levelByDay(cells: readonly Cell[]): Map<number, number> {
  const sums = new Map<number, { work: number; handled: number }>()
  for (const { day, aht, handled } of cells) {
    const sum = sums.get(day) ?? { work: 0, handled: 0 }
    sums.set(day, { work: sum.work + aht * handled, handled: sum.handled + handled })
  }
  return new Map([...sums].map(([day, { work, handled }]) => [day, work / handled]))
}

/** Each day's level as the five days around it have it, so that a trend is no weekday. */
function smoothedLevels(byDay: ReadonlyMap<number, number>): Map<number, number> {
  const days = [...byDay.keys()]
  const levels = [...byDay.values()]
  return new Map(
    days.map((day, index) => {
      const around = levels.slice(Math.max(0, index - 3), index + 4)
      return [day, around.reduce((sum, value) => sum + value, 0) / around.length]
    }),
  )
}

function drawnRatio(cells: readonly Cell[], ratio: (cell: Cell) => number, contacts: number): number {
  let sum = contacts
  let weight = contacts
  for (const cell of cells) {
    const share = cell.handled * 0.5 ** (cell.age / SHAPE_HALF_LIFE_DAYS)
    sum += share * ratio(cell)
    weight += share
  }
  return sum / weight
}
