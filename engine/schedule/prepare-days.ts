import type { RosterProblem } from './roster-problem.ts'
import { endOfDays, slotsBetween } from './wall-clock.ts'

/** Days, weeks and nights on flat arrays. */
export interface PreparedDays {
  readonly slots: number
  readonly width: number
  readonly firstSlot: Int32Array
  readonly isWeekend: Uint8Array
  readonly isHoliday: Uint8Array
  /** By slot. */
  readonly isNight: Uint8Array
  readonly isHolidaySlot: Uint8Array
  /** Nights summed up to a slot. */
  readonly nightsBefore: Int32Array
  readonly weekOfDay: Int32Array
  readonly weeks: number
  /** First and last slot (not included) of each calendar week; before the horizon they are negative. */
  readonly weekStart: Int32Array
  readonly weekEnd: Int32Array
  readonly weekFirstDay: Int32Array
  readonly weekLastDay: Int32Array
  /** Days of the first week that lie before the horizon. */
  readonly daysBefore: number
}

export function prepareDays(problem: RosterProblem, longestShift: number): PreparedDays {
  const { days, slotMinutes, night } = problem
  const plain = 1440 / slotMinutes
  const slots = endOfDays(days)
  const width = slots + Math.max(longestShift, plain) + 1
  const isNight = slotsBetween(days, night, { slotMinutes, width })
  const nightsBefore = new Int32Array(width + 1)
  for (let slot = 0; slot < width; slot++)
    nightsBefore[slot + 1] = (nightsBefore[slot] as number) + (isNight[slot] as number)
  const isHolidaySlot = new Uint8Array(width)
  for (const { kind, firstSlot, slots: length } of days)
    if (kind === 'holiday') isHolidaySlot.fill(1, firstSlot, firstSlot + length)
  return {
    slots,
    width,
    firstSlot: Int32Array.from(days, ({ firstSlot }) => firstSlot),
    isWeekend: Uint8Array.from(days, ({ isoWeekday }) => (isoWeekday >= 6 ? 1 : 0)),
    isHoliday: Uint8Array.from(days, ({ kind }) => (kind === 'holiday' ? 1 : 0)),
    isNight,
    isHolidaySlot,
    nightsBefore,
    ...calendarWeeks(problem, plain),
  }
}

function calendarWeeks({ days }: RosterProblem, plain: number) {
  const daysBefore = (days[0]?.isoWeekday ?? 1) - 1
  const weeks = Math.ceil((days.length + daysBefore) / 7)
  const weekOfDay = Int32Array.from(days, (_, day) => Math.floor((day + daysBefore) / 7))
  const slotOfDay = (day: number): number => {
    if (day < 0) return day * plain
    const found = days[day]
    return found === undefined ? endOfDays(days) + (day - days.length) * plain : found.firstSlot
  }
  const firstDays = Array.from({ length: weeks }, (_, week) => week * 7 - daysBefore)
  return {
    daysBefore,
    weeks,
    weekOfDay,
    weekStart: Int32Array.from(firstDays, slotOfDay),
    weekEnd: Int32Array.from(firstDays, (day) => slotOfDay(day + 7)),
    weekFirstDay: Int32Array.from(firstDays, (day) => Math.max(day, 0)),
    weekLastDay: Int32Array.from(firstDays, (day) => Math.min(day + 6, days.length - 1)),
  }
}
