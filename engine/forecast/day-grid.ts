import { dayNumber, isoWeekday, minutesOfDay, type LocalDate } from '../time/index.ts'
import { median } from './statistics.ts'

/** What arrived in one span of the wall clock. A span without a row is missing, which is not zero. */
export interface IntervalRow {
  readonly date: LocalDate
  readonly secondOfDay: number
  readonly offered: number
  /** Mean handling time of what was handled. */
  readonly ahtSeconds?: number
  /** Contacts the handling time is the mean of; offered stands in where it is not known. */
  readonly handled?: number
  /** The second pass of autumn's doubled hour. */
  readonly again?: boolean
}

/** History by day and interval of the day. NaN is missing. */
export interface DayGrid {
  readonly intervalSeconds: number
  /** Where each interval of a day begins. */
  readonly slotSeconds: readonly number[]
  readonly dates: readonly LocalDate[]
  /** 1 is Monday, 7 is Sunday. */
  readonly weekdays: Uint8Array
  /** Day by day, each with all its intervals. */
  readonly offered: Float64Array
  readonly ahtSeconds: Float64Array
  readonly handled: Float64Array
}

export interface DayGridOptions {
  readonly intervalSeconds: number
  /** Spacing of the rows: the interval's own when left out. Must divide the interval. */
  readonly spacingSeconds?: number
  /** ISO weekdays that count; all when left out. */
  readonly weekdays?: readonly number[]
  /** From and to, `HH:MM`; an end before the start is past midnight. */
  readonly hours?: readonly [from: string, to: string]
  /** Days whose total is under this share of the median of their weekday are left out. */
  readonly excludeBelowMedian?: number
}

export interface RowFault {
  readonly index: number
  readonly field: 'start' | 'offered' | 'ahtSeconds' | 'handled'
  readonly problem: string
}

const DAY_SECONDS = 86_400

/** The first row that cannot be history, and why; null when all can. */
export function findRowFault(rows: readonly IntervalRow[], spacingSeconds: number): RowFault | null {
  const seen = new Map<string, number>()
  for (const [index, row] of rows.entries()) {
    const fault = faultOf(row, spacingSeconds)
    if (fault !== null) return { index, ...fault }
    const key = `${row.date} ${row.secondOfDay} ${row.again === true}`
    const first = seen.get(key)
    if (first !== undefined)
      return { index, field: 'start', problem: `comes twice: ${row.date} ${clock(row.secondOfDay)}` }
    seen.set(key, index)
  }
  return null
}

function faultOf(row: IntervalRow, spacingSeconds: number): Omit<RowFault, 'index'> | null {
  const { secondOfDay, offered, ahtSeconds, handled } = row
  if (!(secondOfDay >= 0 && secondOfDay < DAY_SECONDS))
    return { field: 'start', problem: `must be within its day, not second ${secondOfDay}` }
  if (secondOfDay % spacingSeconds !== 0)
    return {
      field: 'start',
      problem: `must fall on whole steps of ${spacingSeconds} seconds from midnight, not on ${clock(secondOfDay)}`,
    }
  if (!(offered >= 0 && offered < 1e12)) return { field: 'offered', problem: `must be a number from 0, not ${offered}` }
  if (ahtSeconds !== undefined && !(ahtSeconds >= 0 && ahtSeconds < 1e9))
    return { field: 'ahtSeconds', problem: `must be a number from 0, not ${ahtSeconds}` }
  if (handled !== undefined && !(handled >= 0 && handled < 1e12))
    return { field: 'handled', problem: `must be a number from 0, not ${handled}` }
  return null
}

/**
 * Puts rows on a grid of days and intervals. An interval counts only when all its rows are there; the two passes of a doubled hour
 * are averaged, so that the day compares with others. A day is open when it has an interval inside the asked weekdays and hours.
 * Throws a RangeError for rows that contradict each other or cannot be, naming the first.
 */
export function buildDayGrid(rows: readonly IntervalRow[], options: DayGridOptions): DayGrid {
  const { intervalSeconds, spacingSeconds = intervalSeconds } = options
  requireInterval(intervalSeconds, spacingSeconds)
  const fault = findRowFault(rows, spacingSeconds)
  if (fault !== null) throw new RangeError(`rows[${fault.index}].${fault.field} ${fault.problem}`)
  const slotSeconds = slotsWithin(intervalSeconds, options.hours)
  const days = gatherDays(rows, { slotSeconds, intervalSeconds, parts: intervalSeconds / spacingSeconds })
  const asked = [...days.entries()]
    .filter(([date]) => options.weekdays === undefined || options.weekdays.includes(isoWeekday(date)))
    .map(([date, sums]) => finishDay(date, sums, intervalSeconds / spacingSeconds))
    .filter(({ offered }) => offered.some((value) => !Number.isNaN(value)))
    .toSorted((left, right) => dayNumber(left.date) - dayNumber(right.date))
  const kept = leaveOutSmall(asked, options.excludeBelowMedian ?? 0)
  // Hours that no day ever had are no part of the queue's day.
  const slots = [...slotSeconds.keys()].filter((slot) => kept.some(({ offered }) => !Number.isNaN(offered[slot])))
  return assemble(kept, slots, slotSeconds, intervalSeconds)
}

/** The time of day of a second after midnight: `09:30`. */
export const clock = (second: number): string =>
  `${String(Math.floor(second / 3600)).padStart(2, '0')}:${String(Math.floor(second / 60) % 60).padStart(2, '0')}`

function requireInterval(intervalSeconds: number, spacingSeconds: number): void {
  if (!(intervalSeconds >= 60 && DAY_SECONDS % intervalSeconds === 0))
    throw new RangeError(`intervalSeconds must divide a day and be at least 60, not ${intervalSeconds}`)
  if (!(spacingSeconds > 0 && intervalSeconds % spacingSeconds === 0))
    throw new RangeError(`spacingSeconds must divide the interval of ${intervalSeconds} seconds, not ${spacingSeconds}`)
}

function slotsWithin(intervalSeconds: number, hours: readonly [string, string] = ['00:00', '24:00']): number[] {
  const from = minutesOfDay(hours[0]) * 60
  const to = minutesOfDay(hours[1]) * 60
  const isAsked = (second: number): boolean =>
    to > from ? second >= from && second < to : second >= from || second < to
  return Array.from({ length: DAY_SECONDS / intervalSeconds }, (_, slot) => slot * intervalSeconds).filter(isAsked)
}

interface DaySums {
  readonly offered: Float64Array
  readonly work: Float64Array
  readonly handled: Float64Array
  readonly count: Uint16Array
  readonly again: Uint16Array
}

interface Layout {
  readonly slotSeconds: readonly number[]
  readonly intervalSeconds: number
  readonly parts: number
}

function gatherDays(rows: readonly IntervalRow[], { slotSeconds, intervalSeconds }: Layout): Map<LocalDate, DaySums> {
  const slotBySecond = new Map(slotSeconds.map((second, slot) => [second, slot]))
  const days = new Map<LocalDate, DaySums>()
  for (const row of rows) {
    const slot = slotBySecond.get(row.secondOfDay - (row.secondOfDay % intervalSeconds))
    if (slot === undefined) continue
    let sums = days.get(row.date)
    if (sums === undefined) days.set(row.date, (sums = emptySums(slotSeconds.length)))
    addRow(sums, slot, row)
  }
  return days
}

function emptySums(slots: number): DaySums {
  return {
    offered: new Float64Array(slots),
    work: new Float64Array(slots),
    handled: new Float64Array(slots),
    count: new Uint16Array(slots),
    again: new Uint16Array(slots),
  }
}

function addRow(sums: DaySums, slot: number, { offered, ahtSeconds, handled = offered, again }: IntervalRow): void {
  sums.offered[slot] = (sums.offered[slot] as number) + offered
  const count = again === true ? sums.again : sums.count
  count[slot] = (count[slot] as number) + 1
  if (ahtSeconds === undefined || !(handled > 0)) return
  sums.work[slot] = (sums.work[slot] as number) + ahtSeconds * handled
  sums.handled[slot] = (sums.handled[slot] as number) + handled
}

interface Day {
  readonly date: LocalDate
  readonly offered: Float64Array
  readonly ahtSeconds: Float64Array
  readonly handled: Float64Array
}

function finishDay(date: LocalDate, sums: DaySums, parts: number): Day {
  const offered = sums.offered.map((sum, slot) => {
    const again = sums.again[slot] as number
    if ((sums.count[slot] as number) < parts || (again > 0 && again < parts)) return Number.NaN
    return again > 0 ? sum / 2 : sum
  })
  const ahtSeconds = sums.work.map((work, slot) =>
    (sums.handled[slot] as number) > 0 ? work / (sums.handled[slot] as number) : Number.NaN,
  )
  return { date, offered, ahtSeconds, handled: sums.handled }
}

function leaveOutSmall(days: readonly Day[], share: number): readonly Day[] {
  if (share === 0) return days
  const totals = days.map(({ offered }) => offered.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0))
  const middle = new Map(
    [1, 2, 3, 4, 5, 6, 7].map((weekday) => [
      weekday,
      median(totals.filter((_, index) => isoWeekday((days[index] as Day).date) === weekday)),
    ]),
  )
  return days.filter(({ date }, index) => (totals[index] as number) >= share * (middle.get(isoWeekday(date)) ?? 0))
}

function assemble(
  days: readonly Day[],
  slots: readonly number[],
  slotSeconds: readonly number[],
  intervalSeconds: number,
): DayGrid {
  const join = (pick: (day: Day) => Float64Array): Float64Array => {
    const all = new Float64Array(days.length * slots.length)
    for (const [index, day] of days.entries())
      for (const [place, slot] of slots.entries()) all[index * slots.length + place] = pick(day)[slot] as number
    return all
  }
  return {
    intervalSeconds,
    slotSeconds: slots.map((slot) => slotSeconds[slot] as number),
    dates: days.map(({ date }) => date),
    weekdays: Uint8Array.from(days, ({ date }) => isoWeekday(date)),
    offered: join(({ offered }) => offered),
    ahtSeconds: join(({ ahtSeconds }) => ahtSeconds),
    handled: join(({ handled }) => handled),
  }
}
