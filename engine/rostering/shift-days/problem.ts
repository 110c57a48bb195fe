// Shift scheduling with at most one shift a day (the benchmark model of Curtois and Qu, 2014). Days are counted from 0; day 0 is a
// Monday, so that days 5 and 6 of every seven are the weekend.

export interface DayShift {
  readonly shiftId: string
  readonly minutes: number
  /** Shifts that nobody may work on the day after this one. */
  readonly forbiddenNext: readonly string[]
}

export interface StaffMember {
  readonly employeeId: string
  /** Most shifts of a kind; a kind that is not named has no limit. */
  readonly maxShifts: ReadonlyMap<string, number>
  readonly minMinutes: number
  readonly maxMinutes: number
  readonly maxConsecutiveShifts: number
  /** Not asked of a stretch of work that touches the first or the last day. */
  readonly minConsecutiveShifts: number
  /** Not asked of days off that touch the first or the last day. */
  readonly minConsecutiveDaysOff: number
  /** Weekends with work on Saturday, Sunday or both. */
  readonly maxWeekends: number
  readonly daysOff: readonly number[]
}

export interface ShiftWish {
  readonly employeeId: string
  readonly day: number
  readonly shiftId: string
  readonly weight: number
}

export interface CoverNeed {
  readonly day: number
  readonly shiftId: string
  readonly required: number
  /** What every person too few and too many costs. */
  readonly underWeight: number
  readonly overWeight: number
}

export interface ShiftDaysProblem {
  readonly days: number
  readonly shifts: readonly DayShift[]
  readonly staff: readonly StaffMember[]
  /** Costs its weight when the shift is not given. */
  readonly onWishes: readonly ShiftWish[]
  /** Costs its weight when the shift is given. */
  readonly offWishes: readonly ShiftWish[]
  readonly cover: readonly CoverNeed[]
}

/** By employee, in the order of the staff: the shift of each day, null where she is off. */
export type ShiftDaysRoster = readonly (readonly (string | null)[])[]
