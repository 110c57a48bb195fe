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

export const consentKinds = ['overtime', 'night', 'dayOff', 'holiday'] as const
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
}

export interface LaborPerson {
  readonly personId: string
  readonly bornOn: LocalDate | null
  readonly groups: readonly GroupMembership[]
  readonly consents: readonly Consent[]
  readonly agreement: WorkAgreement
}
