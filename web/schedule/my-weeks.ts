import type { MyShift } from '@pult/contract/schedule-reports'
import { addDays, dayKind, isoWeekday, MINUTE_MS, type Zone } from '@pult/engine/time'

/** What is special about a shift. */
export interface ShiftMarks {
  readonly isNight: boolean
  readonly isHoliday: boolean
  readonly isWeekend: boolean
}

/** A week of days, each with its shifts. */
export interface MyWeek {
  readonly monday: string
  readonly days: readonly { readonly day: string; readonly shifts: readonly MyShift[] }[]
  /** Minutes of work, breaks that are not paid taken out. */
  readonly minutes: number
}

export const mondayOf = (day: string): string => addDays(day, 1 - isoWeekday(day))

/** Minutes of work in a shift. */
export function workMinutes({ start, end, breaks }: Pick<MyShift, 'start' | 'end' | 'breaks'>): number {
  const unpaid = breaks.filter(({ isPaid }) => !isPaid).reduce((sum, one) => sum + lengthOf(one), 0)
  return lengthOf({ start, end }) - unpaid
}

const lengthOf = ({ start, end }: { readonly start: string; readonly end: string }): number =>
  (Date.parse(end) - Date.parse(start)) / MINUTE_MS

/** Weeks from a Monday on, whether or not there are shifts in them. */
export function weeksOf(shifts: readonly MyShift[], monday: string, weeks: number): readonly MyWeek[] {
  return Array.from({ length: weeks }, (_, week) => {
    const first = addDays(monday, 7 * week)
    const days = Array.from({ length: 7 }, (_one, place) => {
      const day = addDays(first, place)
      return { day, shifts: shifts.filter((shift) => shift.day === day) }
    })
    const minutes = days.flatMap((one) => one.shifts).reduce((sum, shift) => sum + workMinutes(shift), 0)
    return { monday: first, days, minutes }
  })
}

const NIGHT_FROM = 22 * 60
const NIGHT_TO = 30 * 60
const NIGHT_MINUTES = 120

/** Night from two hours of it on, between 22 and 6 by the clock on the wall. */
export function marksOf(shift: Pick<MyShift, 'day' | 'start' | 'end'>, zone: Zone, calendar: string): ShiftMarks {
  const wall = (instant: string): number => {
    const at = Date.parse(instant)
    return (at + zone.offsetAt(at) - Date.parse(`${shift.day}T00:00Z`)) / MINUTE_MS
  }
  const [from, to] = [wall(shift.start), wall(shift.end)]
  const before = Math.max(0, Math.min(to, NIGHT_TO - 1440) - from)
  const after = Math.max(0, Math.min(to, NIGHT_TO) - Math.max(from, NIGHT_FROM))
  return {
    isNight: before + after >= NIGHT_MINUTES,
    isHoliday: dayKind(shift.day, calendar) === 'holiday',
    isWeekend: isoWeekday(shift.day) > 5,
  }
}

/** The shift that is on or comes next. */
export const nextShift = (shifts: readonly MyShift[], now: number): MyShift | undefined =>
  shifts.filter(({ end }) => Date.parse(end) > now).toSorted((left, right) => left.start.localeCompare(right.start))[0]
