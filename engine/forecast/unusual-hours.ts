import type { DayGrid } from './day-grid.ts'
import { median } from './statistics.ts'

// Zeros that are no silence, and opening hours that changed. Decided day by day from what was known then, so that a back-test sees
// what a planner would have seen.

/** What a stretch of zeros must have been expected to hold before it is doubted: a Poisson count of 12 is zero six times in a million. */
const DOUBTED_FROM = 12
const WEEKDAYS_LOOKED_AT = 8
/** A stretch that is empty on so many days of one weekday in a row is closed, not broken. */
const WEEKS_TO_BELIEVE = 3
/** The same for all weekdays together; a holiday week shuts whole days, so this counts for parts of days only. */
const DAYS_TO_BELIEVE = 5
const WEEKS_ZERO_BEFORE_OPENING = 3

const NEVER = 2 ** 31 - 1

/** Which intervals are not to be learnt from, and which are shut. */
export interface UnusualHours {
  /** By interval: the day from whose end on it is ignored. */
  readonly ignoredSince: Int32Array
  /** Suspected outages and closures, as first seen. */
  readonly doubted: Uint8Array
  /** For the origin after day `day`: 1 for the intervals of the weekday that have been shut, by weekday × interval. */
  readonly shutAfter: (day: number) => Uint8Array
}

/** Looks for outages and changed opening hours. */
export function findUnusualHours(grid: DayGrid): UnusualHours {
  const slots = grid.slotSeconds.length
  const ignoredSince = new Int32Array(grid.offered.length).fill(NEVER)
  const doubted = new Uint8Array(grid.offered.length)
  const shut = new Uint8Array(8 * slots)
  const shutChanges: { readonly day: number; readonly place: number; readonly value: 0 | 1 }[] = []
  const setShut = (day: number, place: number, value: 0 | 1): void => {
    if (shut[place] === value) return
    shut[place] = value
    shutChanges.push({ day, place, value })
  }
  const sameWeekday: number[][] = Array.from({ length: 8 }, () => [])
  for (const day of grid.dates.keys()) {
    const weekday = grid.weekdays[day] as number
    const earlier = sameWeekday[weekday] as number[]
    markDoubted(grid, day, earlier, ignoredSince, doubted)
    for (let slot = 0; slot < slots; slot++) {
      const cell = day * slots + slot
      const place = weekday * slots + slot
      const value = grid.offered[cell] as number
      if (value > 0) setShut(day, place, 0)
      else if (doubted[cell] === 1 && isBelievedShut(grid, day, earlier, slot, doubted)) {
        setShut(day, place, 1)
        for (const one of earlier)
          if (doubted[one * slots + slot] === 0) ignoreFrom(ignoredSince, one * slots + slot, day)
      }
    }
    ignoreZerosBeforeOpening(grid, day, earlier, ignoredSince)
    earlier.push(day)
  }
  return { ignoredSince, doubted, shutAfter: (day) => replay(shutChanges, day, 8 * slots) }
}

function replay(
  changes: readonly { readonly day: number; readonly place: number; readonly value: 0 | 1 }[],
  day: number,
  size: number,
): Uint8Array {
  const shut = new Uint8Array(size)
  for (const change of changes) if (change.day <= day) shut[change.place] = change.value
  return shut
}

function ignoreFrom(ignoredSince: Int32Array, cell: number, day: number): void {
  if ((ignoredSince[cell] as number) > day) ignoredSince[cell] = day
}

/** Marks stretches of zeros that were expected to hold {@link DOUBTED_FROM} contacts or more. */
function markDoubted(
  grid: DayGrid,
  day: number,
  earlier: readonly number[],
  ignoredSince: Int32Array,
  doubted: Uint8Array,
): void {
  const slots = grid.slotSeconds.length
  let start = 0
  let expected = 0
  const closeStretch = (end: number): void => {
    if (expected >= DOUBTED_FROM)
      for (let slot = start; slot < end; slot++) {
        const cell = day * slots + slot
        if (grid.offered[cell] !== 0) continue
        doubted[cell] = 1
        ignoreFrom(ignoredSince, cell, day)
      }
    expected = 0
  }
  for (let slot = 0; slot < slots; slot++) {
    if ((grid.offered[day * slots + slot] as number) > 0) {
      closeStretch(slot)
      start = slot + 1
    } else expected += usual(grid, day, earlier, slot, ignoredSince)
  }
  closeStretch(slots)
}

/** What the interval usually holds on this weekday; on any day while the weekday is new. */
function usual(grid: DayGrid, day: number, earlier: readonly number[], slot: number, ignoredSince: Int32Array): number {
  const slots = grid.slotSeconds.length
  const known = (days: readonly number[]): number[] =>
    days
      .map((one) => one * slots + slot)
      .filter((cell) => (ignoredSince[cell] as number) > day)
      .map((cell) => grid.offered[cell] as number)
      .filter((value) => !Number.isNaN(value))
  const onWeekday = known(earlier.slice(-WEEKDAYS_LOOKED_AT))
  if (onWeekday.length >= 2) return median(onWeekday)
  const onAny = known(Array.from({ length: Math.min(day, 10) }, (_, back) => day - 1 - back))
  return onAny.length >= 3 ? median(onAny) : 0
}

function isBelievedShut(
  grid: DayGrid,
  day: number,
  earlier: readonly number[],
  slot: number,
  doubted: Uint8Array,
): boolean {
  const slots = grid.slotSeconds.length
  const wasDoubted = (one: number): boolean => doubted[one * slots + slot] === 1
  const weeks = [...earlier.slice(1 - WEEKS_TO_BELIEVE), day]
  if (weeks.length >= WEEKS_TO_BELIEVE && weeks.every(wasDoubted)) return true
  const days = Array.from({ length: DAYS_TO_BELIEVE }, (_, back) => day - back)
  return days.every((one) => one >= 0 && wasDoubted(one) && hasContacts(grid, one))
}

function hasContacts(grid: DayGrid, day: number): boolean {
  const slots = grid.slotSeconds.length
  return grid.offered.subarray(day * slots, (day + 1) * slots).some((value) => value > 0)
}

/** Two weeks of contacts where three before had none at all: the hours are new, and the old zeros say nothing about them. */
function ignoreZerosBeforeOpening(
  grid: DayGrid,
  day: number,
  earlier: readonly number[],
  ignoredSince: Int32Array,
): void {
  const last = earlier.at(-1)
  const before = earlier.slice(-1 - WEEKS_ZERO_BEFORE_OPENING, -1)
  if (last === undefined || before.length < WEEKS_ZERO_BEFORE_OPENING) return
  const slots = grid.slotSeconds.length
  const value = (one: number, slot: number): number => grid.offered[one * slots + slot] as number
  let start = 0
  for (let slot = 0; slot <= slots; slot++) {
    if (slot < slots && before.every((one) => value(one, slot) === 0)) continue
    let today = 0
    let lastWeek = 0
    for (let one = start; one < slot; one++) {
      today += value(day, one) || 0
      lastWeek += value(last, one) || 0
    }
    if (today >= DOUBTED_FROM && lastWeek >= DOUBTED_FROM)
      for (let one = start; one < slot; one++)
        for (const old of earlier) if (value(old, one) === 0) ignoreFrom(ignoredSince, old * slots + one, day)
    start = slot + 1
  }
}
