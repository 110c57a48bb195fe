/** The rules that every instance shares. Slots are quarters of an hour; a day runs from 06:00 to 06:00. */
export const tourRules: {
  readonly slotMinutes: number
  readonly slotsPerDay: number
  readonly dayStartMinute: number
  readonly shortestShiftSlots: number
  readonly longestShiftSlots: number
  readonly shortestTaskSlots: number
  readonly restSlots: number
  readonly daysInARow: number
} = {
  slotMinutes: 15,
  slotsPerDay: 96,
  dayStartMinute: 6 * 60,
  shortestShiftSlots: 24,
  longestShiftSlots: 40,
  shortestTaskSlots: 4,
  restSlots: 56,
  daysInARow: 5,
}

export interface TourPerson {
  readonly id: string
  readonly minSlots: number
  readonly maxSlots: number
}

/** Who may work, and how many are needed at each task in each slot. */
export interface TourProblem {
  readonly days: number
  /** days × slotsPerDay; the first begins at 06:00 of the first day. */
  readonly slots: number
  readonly taskIds: readonly string[]
  readonly staff: readonly TourPerson[]
  /** People needed, at place slot × tasks + task. Hard. */
  readonly least: Int32Array
  /** People that may be there without a penalty, at the same places. */
  readonly most: Int32Array
}

export interface TourTask {
  /** Place in `taskIds`. */
  readonly task: number
  readonly slots: number
}

export interface TourShift {
  /** Slot in which it begins. */
  readonly start: number
  readonly tasks: readonly TourTask[]
}

/** Shifts of each person in order of time, in the order of `staff`. */
export type TourRoster = readonly (readonly TourShift[])[]
