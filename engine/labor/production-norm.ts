import { dayNumber, type LocalDate } from '../time/index.ts'
import type { LaborCalendar } from './labor-calendar.ts'

export interface NormQuestion {
  readonly calendar: LaborCalendar
  /** Both included. */
  readonly from: LocalDate
  readonly to: LocalDate
  readonly weekHours: number
  /** 1 is full time. */
  readonly rate: number
}

/** How much a period asks to be worked. */
export interface WorkingTimeNorm {
  readonly minutes: number
  readonly workingDays: number
  readonly shortenedDays: number
  /** Some of the days lie in a year whose moved days are not known yet. */
  readonly isProvisional: boolean
}

/**
 * The norm of working time by order 588н: hours of the week ÷ 5 × working days of the five-day week, less an hour for each shortened
 * day, whatever the hours of the week and the pattern of the person’s own shifts; all of it in proportion to the rate.
 */
export function workingTimeNorm({ calendar, from, to, weekHours, rate }: NormQuestion): WorkingTimeNorm {
  const norm = normOfDays(calendar, dayNumber(from), dayNumber(to), () => weekHours * rate, { rate })
  return { ...norm, minutes: Math.round(norm.minutes) }
}

interface NormSettings {
  readonly rate: number
  readonly daysPerWeek?: number
  readonly shortenedMinutes?: number
  readonly isExcused?: (day: number) => boolean
}

/** The same by day numbers, for hours of the week that change (a birthday, a certificate) and days that are excused. */
export function normOfDays(
  calendar: LaborCalendar,
  firstDay: number,
  lastDay: number,
  weekHoursOn: (day: number) => number,
  { rate, daysPerWeek = 5, shortenedMinutes = 60, isExcused }: NormSettings,
): WorkingTimeNorm {
  let minutes = 0
  let workingDays = 0
  let shortenedDays = 0
  for (let day = firstDay; day <= lastDay; day += 1) {
    const kind = calendar.kindOf(day)
    // A working Saturday that stands before a holiday is shortened and listed so, not as a plain working one.
    if (kind !== 'working' && kind !== 'shortened' && kind !== 'transferredWorking') continue
    if (isExcused?.(day) === true) continue
    workingDays += 1
    minutes += (weekHoursOn(day) * 60) / daysPerWeek
    if (!calendar.isShortened(day)) continue
    shortenedDays += 1
    minutes -= shortenedMinutes * rate
  }
  const isProvisional = calendar.isProvisional(firstDay) || calendar.isProvisional(lastDay)
  return { minutes, workingDays, shortenedDays, isProvisional }
}
