import type { LocalDate } from '../time/index.ts'

// What labour law looks at: who the person is, what was agreed with her, and when she works. Time is counted in whole minutes since
// 1970-01-01T00:00Z, so that a night of a clock change has as many minutes as people really work in it.

/** A stretch of time; its end is not part of it. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const breakKinds = ['meal', 'rest'] as const
export type BreakKind = (typeof breakKinds)[number]

export interface ShiftBreak extends Span {
  readonly kind: BreakKind
  /** A paid break is working time. */
  readonly isPaid: boolean
}

/** A shift as planned or worked. Working time is what is left of it without its unpaid breaks. */
export interface WorkShift extends Span {
  readonly breaks: readonly ShiftBreak[]
  /**
   * Minutes of it beyond what the schedule asks, agreed as overtime. Where the week is even (five or six days) they follow from the day’s
   * norm when nothing is said; in shift work only what is said counts.
   */
  readonly overtimeMinutes?: number
}

/** Whom the law protects: the groups that any of the rule sets names. */
export const protectedGroups = [
  'pregnant',
  'womanWithChildUnder3',
  'parentOfChildUnder14',
  'singleParentOfChildUnder14',
  'guardianOfChildUnder14',
  'parentOfChildUnder14WhoseSpouseWorksRotationOrIsMobilised',
  'parentOf3PlusChildrenUntilYoungestIs14',
  'parentOfDisabledChild',
  'carerBySickNote',
  'disabled',
  'disabledGroup1or2',
  'harmful',
  'studying',
  'apprenticeUnderContract',
] as const
export type ProtectedGroup = (typeof protectedGroups)[number]

/** Membership of a protected group, from a day on and until another, both included; null where no end is known. */
export interface GroupMembership {
  readonly group: ProtectedGroup
  readonly from: LocalDate
  readonly to: LocalDate | null
}

/** `longShift`: a longer shift in harmful work; `mealWaiver`: a short shift without its meal, where the law lets people waive it. */
export const consentKinds = ['overtime', 'night', 'dayOff', 'holiday', 'longShift', 'mealWaiver'] as const
export type ConsentKind = (typeof consentKinds)[number]

/** Written consent to work that is otherwise not allowed, from a day on and until another, both included. */
export interface Consent {
  readonly kind: ConsentKind
  readonly from: LocalDate
  readonly to: LocalDate | null
}

export const weekPatterns = ['fiveDay', 'sixDay', 'shifts'] as const
export type WeekPattern = (typeof weekPatterns)[number]

/** What was agreed with a person about her working time. */
export interface WorkAgreement {
  /** A rule set: RU, UA, KZ, EU, DE, US, US-CA. */
  readonly jurisdiction: string
  /** Hours of a full week of her group: 40, or fewer where the law shortens the week. */
  readonly weekHours: number
  /** 1 is full time, 0.5 half. */
  readonly rate: number
  readonly weekPattern: WeekPattern
  /** Months of the accounting period of summed working time; 1, 3, 6 or 12. */
  readonly accountingMonths: number
  /** Hired for night work, or shifts equalised by the employer’s own rules: no shorter night shift. */
  readonly isNightWorkEqualised: boolean
  /** Work on days off and holidays is part of a continuous operation’s schedule. */
  readonly isContinuousOperation: boolean
  readonly isSideJob: boolean
  /** Longest shift that a medical certificate or her contract allows, in hours. */
  readonly maxShiftHours?: number
}

/** What the law asks about a person. */
export interface LaborPerson {
  readonly personId: string
  readonly bornOn: LocalDate | null
  readonly groups: readonly GroupMembership[]
  readonly consents: readonly Consent[]
  readonly agreement: WorkAgreement
}

/** Working time of a month that is not among the shifts given, in minutes. */
export interface WorkedMonth {
  /** `2026-04`. */
  readonly month: string
  readonly workMinutes: number
  readonly overtimeMinutes: number
}

/** Days of leave or illness, both included: they lower the norm, and nobody may be asked to work in them. */
export interface ExcusedDays {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** A person and what she works: the shifts in question, and before and after them as far as they are known. */
export interface PersonWork {
  readonly person: LaborPerson
  readonly shifts: readonly WorkShift[]
  readonly workedBefore?: readonly WorkedMonth[]
  readonly excused?: readonly ExcusedDays[]
  /** When she studies, by her timetable. */
  readonly studies?: readonly Span[]
  /** Past days whose hours nobody recorded. */
  readonly unrecordedDays?: readonly LocalDate[]
}
