import {
  addDays,
  datesBetween,
  dayKind,
  isoWeekday,
  MINUTE_MS,
  wallInstant,
  type LocalDate,
  type Zone,
} from '@pult/engine/time'
import type { RosterDay } from '@pult/engine/schedule'

export const SLOT_MINUTES = 15
const SLOT_MS = SLOT_MINUTES * MINUTE_MS

/** A roster's days cut into quarters of an hour, and back. */
export interface Grid {
  readonly zone: Zone
  readonly dates: readonly LocalDate[]
  readonly days: readonly RosterDay[]
  readonly start: number
  readonly slots: number
  /** The slot an instant lies in; negative before the first day. */
  readonly slotOf: (instant: number) => number
  readonly instantOf: (slot: number) => number
  /** Minutes of the wall clock after a day's midnight, as an instant; beyond 1440 on the next day. */
  readonly wall: (date: LocalDate, minute: number) => number
}

export function createGrid(
  zone: Zone,
  calendar: string,
  { firstDay, lastDay }: { readonly firstDay: LocalDate; readonly lastDay: LocalDate },
): Grid {
  const dates = datesBetween(firstDay, addDays(lastDay, 1))
  const start = zone.startOfDay(firstDay)
  const slotOf = (instant: number): number => Math.floor((instant - start) / SLOT_MS)
  const days = dates.map((date): RosterDay => ({
    date,
    kind: dayKind(date, calendar),
    isoWeekday: isoWeekday(date),
    firstSlot: slotOf(zone.startOfDay(date)),
    slots: Math.round(zone.dayLength(date) / SLOT_MS),
  }))
  return {
    zone,
    dates,
    days,
    start,
    slots: days.reduce((sum, { slots }) => sum + slots, 0),
    slotOf,
    instantOf: (slot) => start + slot * SLOT_MS,
    wall: (date, minute) => wallInstant(zone, date, minute),
  }
}
