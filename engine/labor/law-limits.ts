import { dayNumber, type LocalDate } from '../time/index.ts'
import { accountingPeriod, before, periodsOf } from './checks/summed-time.ts'
import { type LaborCalendar, weekdayOf } from './labor-calendar.ts'
import type { PersonWork } from './labor-facts.ts'
import { personFacts, type PersonFacts } from './person-facts.ts'
import type { LaborGroup } from './person-groups.ts'
import type { LaborRule, RuleKind, RuleOf, WorkKind } from './rule.ts'
import { ruleBook } from './rule-book.ts'

export interface LimitsQuestion {
  /** Her shifts are those that lie before the first day; what is to be rostered is not among them. */
  readonly work: PersonWork
  readonly rules: readonly LaborRule[]
  readonly calendar: LaborCalendar
  /** The days to be rostered, both included. */
  readonly from: LocalDate
  readonly to: LocalDate
  /** `blocking`: what may not be published. `all`: warnings are kept too, where a limit can keep them. */
  readonly keep: 'blocking' | 'all'
}

/** Working time that a stretch of days may hold. */
export interface LawBudget {
  readonly ruleId: string
  /** Both included. */
  readonly from: LocalDate
  readonly to: LocalDate
  readonly maxMinutes: number
  readonly isProvisional: boolean
}

/** What the law leaves to whoever plans a person’s shifts, before any shift is planned. */
export interface LawLimits {
  readonly minRestMinutes: number
  /** Rest and unpaid break together, as a multiple of the work before; 0 where no rule says so. */
  readonly restFactor: number
  readonly weeklyRestMinutes: number
  readonly minDaysOffPerWeek: number
  /** Working time of one shift; Infinity where no rule says so. */
  readonly maxShiftMinutes: number
  readonly budgets: readonly LawBudget[]
  /** By day of the stretch: whether any work may lie on it. */
  readonly mayWork: readonly boolean[]
  /** Night in which she must not work, as `HH:MM`. */
  readonly forbiddenNight: { readonly from: string; readonly to: string } | null
  /** 0 where no rule says so. */
  readonly maxMinutesWithoutBreak: number
  /** Work above which breaks of so many minutes are needed, the steps from short days to long ones. */
  readonly breaks: readonly { readonly aboveMinutes: number; readonly minutes: number }[]
}

/**
 * The limits within which {@link checkLaw} finds nothing to block, as far as limits can say it: the place of breaks, the shortening of one
 * night and the order of short and long days are for the check. No overtime is planned, and nobody is asked to work without her consent.
 */
export function lawLimits({ work, rules, calendar, from, to, keep }: LimitsQuestion): LawLimits {
  const facts = personFacts(work, ruleBook(rules), calendar, { firstDay: dayNumber(from), lastDay: dayNumber(to) })
  const kept = keptRules(facts, keep)
  const days = Array.from({ length: facts.lastDay - facts.firstDay + 1 }, (_, index) => facts.firstDay + index)
  const mostOf = <Kind extends RuleKind>(kind: Kind, value: (rule: RuleOf<Kind>) => number): number =>
    Math.max(0, ...kept(kind).map(value))
  const { weekPattern } = work.person.agreement
  return {
    minRestMinutes: Math.max(
      mostOf('dailyRest', (rule) => rule.parameters.hours * 60),
      mostOf('shiftsInARow', (rule) => rule.parameters.minGapHours * 60),
    ),
    restFactor: mostOf('restFactor', (rule) => rule.parameters.factor),
    weeklyRestMinutes: mostOf('weeklyRest', (rule) => rule.parameters.hours * 60),
    minDaysOffPerWeek: mostOf('daysOff', (rule) => rule.parameters[weekPattern] ?? 0),
    maxShiftMinutes: longestShift(facts, kept, days),
    budgets: [...periodBudgets(facts, kept), ...averageBudgets(facts, kept), ...dayBudgets(facts, days)],
    mayWork: days.map((day) => mayWork(facts, kept, day)),
    forbiddenNight: forbiddenNight(facts, kept, days),
    maxMinutesWithoutBreak: leastOf([
      ...kept('screenWork').map((rule) => rule.parameters.hours * 60),
      ...kept('breakByLength').flatMap(({ parameters: { maxHoursWithoutBreak } }) =>
        maxHoursWithoutBreak === null ? [] : [maxHoursWithoutBreak * 60],
      ),
    ]),
    breaks: breakSteps(facts, kept),
  }
}

type Kept = <Kind extends RuleKind>(kind: Kind) => readonly RuleOf<Kind>[]

/** Rules to be kept that hold on some day of the stretch. */
function keptRules(facts: PersonFacts, keep: LimitsQuestion['keep']): Kept {
  const from = facts.calendar.dateOf(facts.firstDay)
  const to = facts.calendar.dateOf(facts.lastDay)
  return <Kind extends RuleKind>(kind: Kind) =>
    facts.book.all(kind).filter((rule) => {
      const isKept = rule.severity === 'block' || (keep === 'all' && rule.severity === 'warn')
      return (
        isKept && (rule.validFrom === null || rule.validFrom <= to) && (rule.validTo === null || rule.validTo >= from)
      )
    })
}

const leastOf = (values: readonly number[]): number => (values.length === 0 ? 0 : Math.min(...values))

/** In an even week the day’s norm: longer days would be overtime. */
function longestShift(facts: PersonFacts, kept: Kept, days: readonly number[]): number {
  const { agreement } = facts.work.person
  const limits = [(agreement.maxShiftHours ?? Infinity) * 60]
  for (const { parameters } of kept('maxShiftByGroup'))
    for (const day of days)
      for (const group of facts.groupsOn(day)) {
        const consented = facts.hasConsent('longShift', day) ? parameters.hoursWithConsent[group] : undefined
        limits.push((consented ?? parameters.hoursByGroup[group] ?? Infinity) * 60)
      }
  for (const { parameters } of kept('maxDay')) limits.push(parameters.averagedHours * 60)
  if (agreement.isSideJob) for (const { parameters } of kept('sideJob')) limits.push(parameters.hoursPerDay * 60)
  if (agreement.weekPattern === 'sixDay')
    for (const { parameters } of kept('maxShiftSixDay')) {
      const steps = Object.entries(parameters.hoursByWeekHours).filter(([week]) => Number(week) >= agreement.weekHours)
      limits.push(Math.min(...steps.map(([, hours]) => hours)) * 60)
    }
  if (agreement.weekPattern !== 'shifts') limits.push(Math.max(...days.map(facts.dayNorm)))
  return Math.min(...limits)
}

/** The norm of each accounting period, less what was worked in it; where it goes on after the stretch, the stretch’s share of the rest. */
function periodBudgets(facts: PersonFacts, kept: Kept): LawBudget[] {
  const { agreement } = facts.work.person
  const summed = agreement.weekPattern === 'shifts' ? kept('summedTime')[0] : undefined
  const side = agreement.isSideJob ? kept('sideJob')[0] : undefined
  return [
    ...(summed === undefined ? [] : normBudgets(facts, summed.ruleId, agreement.accountingMonths, 1)),
    ...(side === undefined ? [] : normBudgets(facts, side.ruleId, 1, side.parameters.shareOfMonthNorm, 1)),
  ]
}

function normBudgets(facts: PersonFacts, ruleId: string, months: number, share: number, rate?: number): LawBudget[] {
  return periodsOf(facts, months).map((first) => {
    const period = accountingPeriod(facts, first, months, rate)
    const from = Math.max(period.firstDay, facts.firstDay)
    const known = period.scheduled + before(facts, first, months)
    // Of a past that nobody told of, the norm is taken to have been worked.
    const past = { firstDay: period.firstDay, lastDay: from - 1 }
    const worked = known > 0 ? known : accountingPeriod(facts, first, months, rate, past).norm.minutes * share
    const left = period.norm.minutes * share - worked
    const to = Math.min(period.lastDay, facts.lastDay)
    const here = accountingPeriod(facts, first, months, rate, { firstDay: from, lastDay: to }).norm.minutes
    const ahead = accountingPeriod(facts, first, months, rate, { firstDay: from, lastDay: period.lastDay }).norm.minutes
    // A stretch that ends within its period may run ahead of the norm by one shift, and never beyond what is left.
    const fair = to === period.lastDay || ahead === 0 ? left : left * (here / ahead) + ONE_SHIFT
    return {
      ruleId,
      from: facts.calendar.dateOf(from),
      to: facts.calendar.dateOf(to),
      maxMinutes: Math.max(0, Math.floor(Math.min(left, fair))),
      isProvisional: period.norm.isProvisional,
    }
  })
}

const ONE_SHIFT = 12 * 60

/** Averages over weeks: what the reference still holds for the stretch. */
function averageBudgets(facts: PersonFacts, kept: Kept): LawBudget[] {
  const rules = [
    ...kept('averageWeek').map((rule) => ({ ...rule, weekHours: rule.parameters.hours, ...rule.parameters })),
    ...kept('maxDay').map((rule) => ({ ...rule, ...rule.parameters, weekHours: rule.parameters.hours * 6 })),
  ]
  return rules.map(({ ruleId, weekHours, referenceWeeks }) => {
    const earliest = facts.lastDay - referenceWeeks * 7 + 1
    const known = facts.shifts.filter(({ day }) => day >= earliest)
    const from = Math.max(earliest, Math.min(facts.firstDay, known[0]?.day ?? facts.firstDay))
    let days = 0
    for (let day = from; day <= facts.lastDay; day += 1) if (!facts.isExcused(day)) days += 1
    const worked = known.reduce((sum, { workMinutes }) => sum + workMinutes, 0)
    return {
      ruleId,
      from: facts.calendar.dateOf(facts.firstDay),
      to: facts.calendar.dateOf(facts.lastDay),
      maxMinutes: Math.max(0, Math.floor((weekHours * 60 * days) / 7) - worked),
      isProvisional: false,
    }
  })
}

/** Days of an even week that are shorter than its longest: eves of holidays, Saturdays of a six-day week. */
function dayBudgets(facts: PersonFacts, days: readonly number[]): LawBudget[] {
  if (facts.work.person.agreement.weekPattern === 'shifts') return []
  const longest = Math.max(...days.map(facts.dayNorm))
  return days
    .filter((day) => facts.dayNorm(day) < longest)
    .map((day) => ({
      ruleId: 'dayNorm',
      from: facts.calendar.dateOf(day),
      to: facts.calendar.dateOf(day),
      maxMinutes: Math.floor(facts.dayNorm(day)),
      isProvisional: facts.calendar.isProvisional(day),
    }))
}

function mayWork(facts: PersonFacts, kept: Kept, day: number): boolean {
  if (facts.isExcused(day)) return false
  const { agreement } = facts.work.person
  const isHoliday = facts.calendar.kindOf(day) === 'holiday'
  for (const { parameters } of kept('sundayBan'))
    if (!(parameters.isFreeInContinuousOperation && agreement.isContinuousOperation))
      if (isHoliday || weekdayOf(day) === 7) return false
  if (isHoliday && !mayDo(facts, kept, 'holiday', day)) return false
  return !facts.isDayOff(day) || mayDo(facts, kept, 'dayOff', day)
}

/** Whether a kind of work is neither forbidden to her on a day nor waits for a consent she has not given. */
function mayDo(facts: PersonFacts, kept: Kept, work: Exclude<WorkKind, 'trip' | 'overtime'>, day: number): boolean {
  const groups = facts.groupsOn(day)
  const isNamed = (rule: { readonly groups: readonly LaborGroup[]; readonly work: readonly WorkKind[] }): boolean =>
    rule.work.includes(work) && rule.groups.some((group) => groups.includes(group))
  if (kept('forbiddenWork').some(({ parameters }) => isNamed(parameters))) return false
  if (facts.hasConsent(work, day)) return true
  if (kept('groupConsent').some(({ parameters }) => isNamed(parameters))) return false
  if (work === 'night') return true
  const isFree = facts.work.person.agreement.isContinuousOperation
  return kept('holidayConsent').every(({ parameters }) => parameters.isFreeInContinuousOperation && isFree)
}

function forbiddenNight(facts: PersonFacts, kept: Kept, days: readonly number[]): LawLimits['forbiddenNight'] {
  const window = facts.book.on('nightWindow', facts.calendar.dateOf(facts.firstDay))?.parameters
  return window === undefined || days.every((day) => mayDo(facts, kept, 'night', day)) ? null : window
}

function breakSteps(facts: PersonFacts, kept: Kept): LawLimits['breaks'] {
  const upTo = facts.book.on('mealOptional', facts.calendar.dateOf(facts.firstDay))?.parameters.upToHours ?? 0
  return [
    ...kept('mealBreak').flatMap(({ parameters: { minMinutes } }) =>
      minMinutes === null ? [] : [{ aboveMinutes: upTo * 60, minutes: minMinutes }],
    ),
    ...kept('breakByLength').flatMap(({ parameters: { steps } }) =>
      steps.map(({ aboveHours, minutes }) => ({ aboveMinutes: aboveHours * 60, minutes })),
    ),
    ...kept('mealByHour').map(({ parameters: { afterHours, minutes } }) => ({
      aboveMinutes: afterHours * 60,
      minutes,
    })),
  ].toSorted((left, right) => left.aboveMinutes - right.aboveMinutes)
}
