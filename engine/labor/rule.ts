import type { LocalDate } from '../time/index.ts'
import type { LaborGroup } from './person-groups.ts'

/** Words in both languages. */
export interface Words {
  readonly ru: string
  readonly en: string
}

/**
 * - `block`: a roster may not be published with it · `warn`: shown, may be accepted with a reason
 * - `pay`: goes into the hours for pay · `info`: a fact other rules read, or a duty that no roster shows · `off`: not looked at
 */
export const severities = ['block', 'warn', 'pay', 'info', 'off'] as const
export type Severity = (typeof severities)[number]

/** Work that groups are kept from or asked about. `trip` is a business trip, which no roster holds. */
export type WorkKind = 'overtime' | 'night' | 'dayOff' | 'holiday' | 'trip'

/** `HH:MM` on the wall. */
export type WallTime = string

interface Duty {
  readonly isRequired: boolean
}

interface Permission {
  readonly isAllowed: boolean
}

/** What each kind of rule is told. Hours and minutes as the articles name them; null where an article is silent. */
export interface RuleParameters {
  /** Longest week that may be agreed. */
  readonly weekNorm: { readonly hours: number }
  readonly weekNormByGroup: { readonly hoursByGroup: Readonly<Partial<Record<LaborGroup, number>>> }
  /** How the norm of a month, quarter or year is counted. */
  readonly normFormula: { readonly daysPerWeek: number; readonly shortenedMinutes: number }
  readonly summedTime: { readonly maxMonths: number }
  readonly accountingByGroup: { readonly maxMonths: number; readonly groups: readonly LaborGroup[] }

  readonly maxShiftByGroup: {
    readonly hoursByGroup: Readonly<Partial<Record<LaborGroup, number>>>
    readonly hoursWithConsent: Readonly<Partial<Record<LaborGroup, number>>>
  }
  /** Longest day of a six-day week, by the hours of the week. */
  readonly maxShiftSixDay: { readonly hoursByWeekHours: Readonly<Record<string, number>> }
  /** Longest day, and a longer one when the average of the reference period stays within the first. */
  readonly maxDay: { readonly hours: number; readonly averagedHours: number; readonly referenceWeeks: number }
  readonly maxBeforeDayOffSixDay: { readonly hours: number }
  readonly preHolidayShortening: { readonly minutes: number }
  readonly nightShortening: { readonly minutes: number }

  readonly nightWindow: { readonly from: WallTime; readonly to: WallTime }
  /** From which share of its hours on a shift is a night shift. */
  readonly nightShare: { readonly share: number }
  readonly forbiddenWork: { readonly groups: readonly LaborGroup[]; readonly work: readonly WorkKind[] }
  readonly groupConsent: { readonly groups: readonly LaborGroup[]; readonly work: readonly WorkKind[] }
  readonly overtimeConsent: Duty
  readonly holidayConsent: { readonly isFreeInContinuousOperation: boolean }

  readonly overtimeLimits: {
    readonly hoursPerDay: number | null
    readonly hoursPerDayHarmful: number | null
    readonly hoursPerTwoDays: number | null
    readonly hoursPerWeek: number | null
    readonly hoursPerMonth: number | null
    readonly hoursPerYear: number | null
  }
  /** A higher yearly limit that holds only where it was agreed, with consent above the ordinary one. */
  readonly overtimeYearOption: { readonly hoursPerYear: number; readonly isAgreed: boolean }

  readonly notice: { readonly months: number; readonly days: number }
  /** Shifts with less than so much between them count as two in a row. */
  readonly shiftsInARow: { readonly minGapHours: number }
  readonly dailyRest: { readonly hours: number }
  /** Rest together with the meal, as a multiple of the work before it. */
  readonly restFactor: { readonly factor: number }
  readonly weeklyRest: { readonly hours: number }
  readonly daysOff: {
    readonly fiveDay: number | null
    readonly sixDay: number | null
    readonly shifts: number | null
  }
  readonly averageWeek: { readonly hours: number; readonly referenceWeeks: number }
  /** Average hours in 24 of those who work at night as a rule: `minNightHours` of it in at least `share` of their shifts. */
  readonly nightAverage: {
    readonly hours: number
    readonly referenceWeeks: number
    readonly from: WallTime
    readonly to: WallTime
    readonly minNightHours: number
    readonly share: number
  }
  readonly sundayBan: {
    readonly isFreeInContinuousOperation: boolean
    readonly freeSundaysPerYear: number
    readonly substituteWithinDays: number
  }

  readonly mealBreak: { readonly minMinutes: number | null; readonly maxMinutes: number | null }
  readonly mealOptional: { readonly upToHours: number }
  readonly breakByLength: {
    readonly steps: readonly { readonly aboveHours: number; readonly minutes: number }[]
    readonly minPieceMinutes: number
    readonly maxHoursWithoutBreak: number | null
  }
  readonly mealByHour: {
    readonly minutes: number
    readonly afterHours: number
    readonly waivableUpToHours: number
    readonly secondAfterHours: number
    readonly secondWaivableUpToHours: number
  }
  readonly paidRests: { readonly minutes: number; readonly perHours: number; readonly noneBelowHours: number }
  readonly screenWork: { readonly hours: number }

  readonly sideJob: { readonly hoursPerDay: number; readonly shareOfMonthNorm: number }
  readonly timesheet: Duty
  /** Martial law: when applied, it lifts and lowers other rules of the set. */
  readonly martialLaw: {
    readonly isApplied: boolean
    readonly weekHoursCritical: number
    readonly weeklyRestHours: number
  }

  readonly overtimePay: { readonly firstHours: number; readonly firstRate: number; readonly afterRate: number }
  /** How the hours paid at the first rate are counted under summed working time. */
  readonly overtimeSplit: { readonly mode: 'period' | 'averagePerShift' | 'perShiftActual' }
  readonly overtimeWithoutHolidays: Permission
  readonly holidayPay: {
    readonly multiplier: number
    readonly salaryWithinNormExtra: number
    readonly salaryAboveNormExtra: number
  }
  readonly holidayByClock: Permission
  readonly nightPremium: { readonly share: number }
  readonly payRates: { readonly overtime: number; readonly holiday: number; readonly night: number }
  readonly overtimePayByThreshold: {
    readonly dailyHours: number | null
    readonly weeklyHours: number
    readonly rate: number
    readonly doubleDailyHours: number | null
    readonly doubleRate: number | null
    readonly isSeventhDaySpecial: boolean
  }
  readonly breakPremium: { readonly hoursPerDay: number }

  /** Facts and duties that pages show and no roster can break. */
  readonly partTimeGroups: { readonly groups: readonly LaborGroup[] }
  readonly unionOpinion: Duty
  readonly splitDay: Permission
  readonly mealOnDuty: Permission
  readonly specialBreaksPaid: Permission
  readonly holidays: { readonly monthDays: readonly string[] }
  readonly holidayTransfer: { readonly isByYearlyDecree: boolean }
  readonly annualLeave: { readonly amount: number; readonly unit: 'days' | 'weeks' }

  /** What holds everywhere: nobody is in two places. */
  readonly overlap: Permission
  readonly leaveTime: Permission
  readonly studyTime: Permission
}

export type RuleKind = keyof RuleParameters

/** One rule of the law, as data. */
export interface RuleOf<Kind extends RuleKind> {
  readonly ruleId: string
  /** RU, UA, KZ, EU, DE, US, US-CA; `any` for what holds everywhere. */
  readonly jurisdiction: string
  readonly kind: Kind
  readonly parameters: RuleParameters[Kind]
  readonly severity: Severity
  /** Both included; null where it is open. */
  readonly validFrom: LocalDate | null
  readonly validTo: LocalDate | null
  readonly article: string
  readonly title: Words
  /** False: written from general knowledge; pages say “check against the law in force”. */
  readonly isVerified: boolean
}

/** One rule of a law, as data: its kind says which check it is for, its parameters how strict it is. */
export type LaborRule = { readonly [Kind in RuleKind]: RuleOf<Kind> }[RuleKind]

/** Whether a rule is law on a day; its first and last day are. */
export const isValidOn = (rule: LaborRule, date: LocalDate): boolean =>
  (rule.validFrom === null || rule.validFrom <= date) && (rule.validTo === null || date <= rule.validTo)
