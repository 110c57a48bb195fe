import { dayNumber, type LocalDate, MINUTE_MS } from '../time/index.ts'
import { accountingByGroup, timesheet, weekNorm, weekNormByGroup } from './checks/agreement.ts'
import { breakByLength, mealBreak, mealByHour, paidRests, screenWork } from './checks/breaks.ts'
import type { Check } from './checks/check.ts'
import { overtimeLimits } from './checks/overtime.ts'
import { leaveTime, overlap, studyTime } from './checks/presence.ts'
import { forbiddenWork, groupConsent, holidayConsent, overtimeConsent } from './checks/protected-work.ts'
import { dailyRest, restFactor, shiftsInARow, weeklyRest } from './checks/rest.ts'
import {
  maxBeforeDayOffSixDay,
  maxShiftByGroup,
  maxShiftSixDay,
  nightShortening,
  preHolidayShortening,
} from './checks/shift-length.ts'
import { sideJob, summedTime } from './checks/summed-time.ts'
import { sundayBan } from './checks/sundays.ts'
import { averageWeek, daysOff, maxDay, nightAverage } from './checks/weeks.ts'
import { noticeFinding } from './checks/notice.ts'
import type { LaborCalendar } from './labor-calendar.ts'
import type { LaborPerson, PersonWork } from './labor-facts.ts'
import { personFacts } from './person-facts.ts'
import { isValidOn, type LaborRule, type RuleKind } from './rule.ts'
import { ruleBook } from './rule-book.ts'
import type { Finding, Violation } from './violation.ts'

/** Whose shifts are held against which rules, and of which days. */
export interface LawQuestion {
  readonly people: readonly PersonWork[]
  /** The rules that hold for a person. Give the same list for the same rules: what is worked out from it is remembered. */
  readonly rulesFor: (person: LaborPerson) => readonly LaborRule[]
  readonly calendar: LaborCalendar
  /** The days in question, both included. Shifts outside are what lies before and after: they are looked at, not blamed. */
  readonly from: LocalDate
  readonly to: LocalDate
  /** When the schedule was or will be shown to people; null leaves the notice out. */
  readonly publishedOn: LocalDate | null
}

/** Kinds of rules a roster can break. What no check is for, is a fact, a duty off the roster, or a matter of pay. */
const checks = {
  weekNorm,
  weekNormByGroup,
  accountingByGroup,
  timesheet,
  maxShiftByGroup,
  maxShiftSixDay,
  maxBeforeDayOffSixDay,
  preHolidayShortening,
  nightShortening,
  forbiddenWork,
  groupConsent,
  overtimeConsent,
  holidayConsent,
  overtimeLimits,
  shiftsInARow,
  dailyRest,
  restFactor,
  weeklyRest,
  daysOff,
  averageWeek,
  nightAverage,
  maxDay,
  summedTime,
  sideJob,
  mealBreak,
  breakByLength,
  mealByHour,
  paidRests,
  screenWork,
  sundayBan,
  overlap,
  leaveTime,
  studyTime,
} satisfies { readonly [Kind in RuleKind]?: Check<Kind> }

/** Kinds of rules that {@link checkLaw} looks at. */
export const checkedKinds: readonly RuleKind[] = [...(Object.keys(checks) as RuleKind[]), 'notice']

/**
 * Holds people’s shifts against the rules that bind them: what is broken, by whom, when, by how much, and what would cure it. Breaks of
 * blocking and of warning rules; sorted by severity, then by time. Working time is elapsed time, days and nights are the zone’s own.
 */
export function checkLaw(question: LawQuestion): Violation[] {
  const { calendar } = question
  const firstDay = dayNumber(question.from)
  const lastDay = dayNumber(question.to)
  const whole = { start: calendar.startOfDay(firstDay), end: calendar.startOfDay(lastDay + 1) }
  const violations: Violation[] = []
  for (const work of question.people) {
    const book = ruleBook(question.rulesFor(work.person))
    const facts = personFacts(work, book, calendar, { firstDay, lastDay })
    for (const rule of book.checked) {
      // The table is keyed by kind: the check found under a rule’s kind takes that rule.
      const check = (checks as Partial<Record<RuleKind, Check<never>>>)[rule.kind]
      check?.(facts, rule as never, (finding) => {
        if (finding.span.end <= whole.start || finding.span.start >= whole.end) return
        const day = calendar.dateOf(calendar.dayOf(Math.max(finding.span.start, whole.start)))
        if (isValidOn(rule, day)) violations.push(violationOf(rule, work.person.personId, finding, calendar))
      })
    }
  }
  const told = question.people.filter(({ shifts }) => shifts.length > 0).map(({ person }) => person)
  return gravestFirst([...violations, ...checkNotice(told, question)])
}

/** In the order in which people look at them: what forbids a roster before what only warns, each in time. */
export const gravestFirst = (violations: readonly Violation[]): Violation[] =>
  violations.toSorted((left, right) => rank(left) - rank(right) || left.span.start - right.span.start)

const rank = ({ severity }: Violation): number => (severity === 'block' ? 0 : 1)

/** Notice is owed to all whose shifts follow a schedule; it is one fault of the roster, not one of each person who has shifts in it. */
export function checkNotice(
  people: readonly LaborPerson[],
  { publishedOn, calendar, from, rulesFor }: Omit<LawQuestion, 'people'>,
): Violation[] {
  if (publishedOn === null) return []
  const told = new Set<LaborRule>()
  for (const person of people)
    if (person.agreement.weekPattern === 'shifts')
      for (const rule of ruleBook(rulesFor(person)).checked)
        if (rule.kind === 'notice' && isValidOn(rule, from)) told.add(rule)
  return [...told].flatMap((rule) => {
    if (rule.kind !== 'notice') return []
    const finding = noticeFinding(
      rule.parameters,
      publishedOn,
      from,
      (date) => calendar.zone.startOfDay(date) / MINUTE_MS,
    )
    return finding === null ? [] : [violationOf(rule, null, finding, calendar)]
  })
}

function violationOf(rule: LaborRule, personId: string | null, finding: Finding, calendar: LaborCalendar): Violation {
  return {
    unit: 'minutes',
    details: {},
    isProvisional: false,
    ...finding,
    ruleId: rule.ruleId,
    article: rule.article,
    severity: rule.severity,
    isVerified: rule.isVerified,
    personId,
    excess: Math.abs(finding.measured - finding.limit),
    ...(restsOnHoliday(finding, calendar) ? { isProvisional: true } : {}),
  }
}

/** Whether a day counts as a holiday, or as off, only until the year’s decree is known. */
const restsOnHoliday = ({ details, span }: Finding, calendar: LaborCalendar): boolean =>
  (details?.work === 'dayOff' || details?.work === 'holiday') && calendar.isProvisional(calendar.dayOf(span.start))
