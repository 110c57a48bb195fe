import type { LocalDate } from '../civil.ts'

/** A year's days that differ from the plain week, as published. */
export interface CalendarYear {
  readonly source: string
  readonly holidays: readonly LocalDate[]
  readonly transferredDaysOff: readonly LocalDate[]
  readonly workingWeekendDays: readonly LocalDate[]
  readonly shortenedDays: readonly LocalDate[]
}
