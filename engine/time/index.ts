export { calendarsById, dayKind, dayKinds, isProvisional, isShortened, isWorkingDay, type DayKind } from './calendar.ts'
export type { CalendarYear } from './calendars/calendar-year.ts'
export {
  addDays,
  addMonths,
  civilFromDays,
  DAY_MS,
  dateOfNumber,
  datesBetween,
  dayNumber,
  daysFromCivil,
  formatDate,
  HOUR_MS,
  isoWeekday,
  MINUTE_MS,
  monthOf,
  type LocalDate,
} from './civil.ts'
export {
  AROUND_THE_CLOCK,
  isOpen,
  minutesOfDay,
  openIntervals,
  type Interval,
  type OpeningHours,
  type Period,
  type WeeklyHours,
} from './opening-hours.ts'
export { clockAt } from './clock.ts'
export { nextDue, type Rhythm, type Timed } from './rhythm.ts'
export { wallInstant, wallTime } from './wall-time.ts'
export { createZone, type Located, type LocalTime, type Zone } from './zone.ts'
