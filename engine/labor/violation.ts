import type { LocalDate } from '../time/index.ts'
import type { ConsentKind, ShiftBreak, Span } from './labor-facts.ts'
import type { LaborGroup } from './person-groups.ts'
import type { Severity, WorkKind } from './rule.ts'

/** What is wrong; every code has a sentence in both languages. */
export const violationCodes = [
  'agreedWeekTooLong',
  'accountingTooLong',
  'shiftTooLong',
  'dayTooLongOnAverage',
  'notShorterBeforeHoliday',
  'eveTooLong',
  'nightNotShorter',
  'workForbidden',
  'consentMissing',
  'overtimeTooLong',
  'noticeTooShort',
  'shiftsInARow',
  'restTooShort',
  'restShorterThanWork',
  'weeklyRestTooShort',
  'tooFewDaysOff',
  'aboveNorm',
  'averageWeekTooLong',
  'nightAverageTooLong',
  'sundayWork',
  'noDayInstead',
  'tooFewFreeSundays',
  'mealMissing',
  'mealTooShort',
  'mealTooLong',
  'mealTooLate',
  'breaksTooShort',
  'tooLongWithoutBreak',
  'restBreaksMissing',
  'sideJobDayTooLong',
  'sideJobMonthTooLong',
  'hoursNotRecorded',
  'shiftsOverlap',
  'workOnLeave',
  'workWhileStudying',
] as const
export type ViolationCode = (typeof violationCodes)[number]

export type OvertimePeriod = 'day' | 'twoDays' | 'week' | 'month' | 'year'

/** What a sentence needs beside measure and limit. */
export interface ViolationDetails {
  readonly work?: WorkKind
  readonly group?: LaborGroup
  readonly per?: OvertimePeriod
  /** The number of a meal: 1 or 2. */
  readonly meal?: number
  /** Accounting period or reference, both included. */
  readonly from?: LocalDate
  readonly to?: LocalDate
}

/** One thing to do. Shifts are named by their start. */
export type CureAction =
  | { readonly act: 'startLater'; readonly shiftStart: number; readonly minutes: number }
  | { readonly act: 'endEarlier'; readonly shiftStart: number; readonly minutes: number }
  /** Not on this day: to be moved to another or given to somebody else. */
  | { readonly act: 'takeAway'; readonly shiftStart: number }
  | { readonly act: 'addBreak'; readonly shiftStart: number; readonly break: ShiftBreak }
  | { readonly act: 'moveBreak'; readonly shiftStart: number; readonly breakStart: number; readonly to: number }
  | { readonly act: 'resizeBreak'; readonly shiftStart: number; readonly breakStart: number; readonly minutes: number }
  | { readonly act: 'getConsent'; readonly consent: ConsentKind; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly act: 'changeAgreement'; readonly field: 'weekHours' | 'accountingMonths'; readonly value: number }
  | { readonly act: 'startScheduleLater'; readonly from: LocalDate }
  | { readonly act: 'recordHours'; readonly days: readonly LocalDate[] }

/** Things to do together, after which the rule is kept. */
export type Cure = readonly CureAction[]

/** A rule of the law that a piece of work breaks, with its measure, its limit and ways out. */
export interface Violation {
  readonly ruleId: string
  readonly article: string
  readonly severity: Severity
  readonly isVerified: boolean
  /** The measure rests on a year whose moved days are not known yet. */
  readonly isProvisional: boolean
  readonly code: ViolationCode
  /** Whose; null for the roster as a whole. */
  readonly personId: string | null
  /** When. */
  readonly span: Span
  /** Starts of the shifts concerned. */
  readonly shiftStarts: readonly number[]
  readonly measured: number
  readonly limit: number
  /** By how much, never negative. */
  readonly excess: number
  readonly unit: 'minutes' | 'days' | 'months' | 'breaks'
  readonly details: ViolationDetails
  /** Ways out, each enough by itself, the gentlest first. */
  readonly cures: readonly Cure[]
}

/** What a check finds; who and which rule are added by whoever asked. */
export interface Finding {
  readonly code: ViolationCode
  readonly span: Span
  readonly shiftStarts: readonly number[]
  readonly measured: number
  readonly limit: number
  readonly unit?: Violation['unit']
  readonly details?: ViolationDetails
  readonly isProvisional?: boolean
  readonly cures: readonly Cure[]
}

/** The same breach keeps its key as long as its person, its rule and its place do: what decisions about it are kept by. */
export function violationKey({ ruleId, personId, code, span, shiftStarts, details }: Violation): string {
  // Two days running begin with the same shift as the pair before them may have ended with: the second day names them.
  const place = details.per === 'twoDays' ? (shiftStarts.at(-1) ?? span.start) : span.start
  const shift = shiftStarts.length === 1 && shiftStarts[0] !== place ? shiftStarts : []
  const what = details.work ?? details.per ?? details.meal ?? ''
  return [ruleId, personId ?? 'roster', code, what, place, ...shift].join(':')
}
