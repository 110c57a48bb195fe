import type { IntervalRow } from '@pult/engine/forecast'
import { HOUR_MS, MINUTE_MS, addDays, datesBetween, isoWeekday, type LocalDate, type Zone } from '@pult/engine/time'

/** Quarters of an hour in which a queue had something, in order; lists so that they reach a thread at once. */
export interface Quarters {
  readonly queueId: number
  readonly at: Float64Array
  readonly offered: Float64Array
  readonly answered: Float64Array
  readonly handleMs: Float64Array
}

/** Nothing is known of it. Epoch milliseconds, half-open. */
export interface Stretch {
  /** Null: every queue. */
  readonly queueId: number | null
  readonly from: number
  readonly to: number
}

const QUARTER_MS = 15 * MINUTE_MS
export const QUARTER_SECONDS = 900

/** A queue's quarters on the wall clock, only those with something in them. */
export function busyQuarters(quarters: Quarters, zone: Zone): IntervalRow[] {
  return Array.from(quarters.at, (at, place) => rowAt(quarters, place, zone, zone.localDate(at), at))
}

/**
 * The same from the queue's first day on with zeros put in where nothing came, while the centre told of others that day; days and stretches
 * of which nothing was told are missing.
 */
export function everyQuarter(
  quarters: Quarters,
  zone: Zone,
  told: ReadonlySet<LocalDate>,
  gaps: readonly Stretch[],
  end: number,
): IntervalRow[] {
  const { at: known, queueId } = quarters
  const [first] = known
  if (first === undefined) return []
  const own = gaps.filter((gap) => gap.queueId === null || gap.queueId === queueId)
  const rows: IntervalRow[] = []
  let place = 0
  for (let day = zone.startOfDay(zone.localDate(first)); day < end;) {
    const date = zone.localDate(day)
    const next = zone.startOfDay(addDays(date, 1))
    const ofDay = own.filter(({ from, to }) => from < next && to > day)
    for (let at = day; at < next; at += QUARTER_MS) {
      while (place < known.length && (known[place] as number) < at) place++
      const isMissing = ofDay.some(({ from, to }) => at < to && from < at + QUARTER_MS)
      if (told.has(date) && !isMissing) rows.push(rowAt(quarters, known[place] === at ? place : -1, zone, date, at))
    }
    day = next
  }
  return rows
}

function rowAt(quarters: Quarters, place: number, zone: Zone, date: LocalDate, at: number): IntervalRow {
  const { hour, minute } = zone.instantToLocal(at)
  const handled = quarters.answered[place] ?? 0
  return {
    date,
    secondOfDay: hour * 3600 + minute * 60,
    offered: quarters.offered[place] ?? 0,
    ...(handled === 0 ? {} : { ahtSeconds: (quarters.handleMs[place] ?? 0) / 1000 / handled, handled }),
    // The wall clock said the same an hour before: autumn's second pass.
    ...(saysAgain(zone, at) ? { again: true } : {}),
  }
}

const saysAgain = (zone: Zone, at: number): boolean => zone.offsetAt(at - HOUR_MS) - zone.offsetAt(at) === HOUR_MS

const RECENT_DAYS = 56
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]

/**
 * Weekdays on which the queue is open: those on which it has lately had anything at all, and those that its history has not met twice.
 * On the others it is closed, and nothing is forecast.
 */
export function openWeekdays(rows: readonly IntervalRow[], known: LocalDate): ReadonlySet<number> {
  const first = rows[0]?.date ?? known
  const since = addDays(known, -RECENT_DAYS)
  const seen = datesBetween(first > since ? first : since, addDays(known, 1)).map(isoWeekday)
  const busy = new Set(
    rows.filter(({ date, offered }) => offered > 0 && date >= since).map(({ date }) => isoWeekday(date)),
  )
  return new Set(WEEKDAYS.filter((weekday) => busy.has(weekday) || seen.filter((one) => one === weekday).length < 2))
}
