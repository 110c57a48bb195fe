import type { Random } from '../numeric/index.ts'
import { isoWeekday } from '../time/index.ts'
import { buildDayGrid, type DayGrid, type IntervalRow } from './day-grid.ts'
import { median } from './statistics.ts'

const FEWEST_CONTACTS = 30
/** From this variance on a normal count is as good as one drawn contact by contact. */
const MANY = 50

/**
 * A new queue's history, with the days before its first taken from a queue that is like it, in the new queue's size. What it lacks are
 * weekdays, the shape of a day and the calendar; its level is its own. Days of its own are kept as they are; handling times are its own only. Throws a RangeError when the
 * queues do not share the interval, or when there is nothing to tell the size by.
 */
export function borrowHistory(own: DayGrid, donor: DayGrid, random: Random): DayGrid {
  if (own.intervalSeconds !== donor.intervalSeconds)
    throw new RangeError(
      `donor must have the same interval of ${own.intervalSeconds} seconds, not ${donor.intervalSeconds}`,
    )
  const first = own.dates[0]
  if (first === undefined) throw new RangeError('own must have at least one day, to know the size of the queue')
  const times = sizeBeside(own, donor)
  const borrowed = rowsOf(donor).filter(({ date }) => date < first)
  const scaled = borrowed.map(({ date, secondOfDay, offered }) => ({
    date,
    secondOfDay,
    offered: times < 1 ? thin(offered, times, random) : offered * times,
  }))
  const hours = new Set(own.slotSeconds)
  const rows = [...scaled.filter(({ secondOfDay }) => hours.has(secondOfDay)), ...rowsOf(own)]
  return buildDayGrid(rows, { intervalSeconds: own.intervalSeconds })
}

/** Each contact of the larger queue stays with this chance, so that the small queue's scatter is that of a small queue. */
function thin(offered: number, chance: number, random: Random): number {
  const mean = offered * chance
  if (mean * (1 - chance) > MANY) return Math.max(0, Math.round(random.normal(mean, Math.sqrt(mean * (1 - chance)))))
  let kept = 0
  for (let contact = 0; contact < offered; contact++) if (random.chance(chance)) kept++
  return kept
}

/** How many times the donor the new queue is: on days both have, else by weekday against the donor's last weeks. */
function sizeBeside(own: DayGrid, donor: DayGrid): number {
  const donorDay = new Map(donor.dates.map((date, day) => [date, day]))
  const byWeekday = new Map<number, number[]>()
  for (const [day, date] of donor.dates.entries()) {
    const totals = byWeekday.get(isoWeekday(date)) ?? []
    byWeekday.set(isoWeekday(date), totals)
    totals.push(totalOf(donor, day, null, own))
  }
  let ours = 0
  let theirs = 0
  for (const [day, date] of own.dates.entries()) {
    const same = donorDay.get(date)
    const beside =
      same === undefined
        ? median((byWeekday.get(isoWeekday(date)) ?? []).slice(-8))
        : totalOf(donor, same, { grid: own, day }, own)
    if (Number.isNaN(beside)) continue
    theirs += beside
    ours += totalOf(own, day, same === undefined ? null : { grid: donor, day: same }, own)
  }
  if (ours < FEWEST_CONTACTS || !(theirs > 0))
    throw new RangeError(
      `own must have ${FEWEST_CONTACTS} contacts on days the donor has too, to know its size: it has ${Math.round(ours)}`,
    )
  return ours / theirs
}

/** The total of the intervals of the new queue's hours that are known, in both queues where the other's day is given. */
function totalOf(
  grid: DayGrid,
  day: number,
  other: { readonly grid: DayGrid; readonly day: number } | null,
  hoursOf: DayGrid,
): number {
  let sum = 0
  for (const second of hoursOf.slotSeconds) {
    const value = valueAt(grid, day, second)
    if (Number.isNaN(value) || (other !== null && Number.isNaN(valueAt(other.grid, other.day, second)))) continue
    sum += value
  }
  return sum
}

function valueAt(grid: DayGrid, day: number, second: number): number {
  const slot = grid.slotSeconds.indexOf(second)
  return slot < 0 ? Number.NaN : (grid.offered[day * grid.slotSeconds.length + slot] as number)
}

function rowsOf(grid: DayGrid): IntervalRow[] {
  const slots = grid.slotSeconds.length
  return grid.dates.flatMap((date, day) =>
    grid.slotSeconds.flatMap((secondOfDay, slot): IntervalRow[] => {
      const cell = day * slots + slot
      const offered = grid.offered[cell] as number
      const ahtSeconds = grid.ahtSeconds[cell] as number
      if (Number.isNaN(offered)) return []
      if (Number.isNaN(ahtSeconds)) return [{ date, secondOfDay, offered }]
      return [{ date, secondOfDay, offered, ahtSeconds, handled: grid.handled[cell] as number }]
    }),
  )
}
