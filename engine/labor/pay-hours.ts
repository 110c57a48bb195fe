import { dayNumber, type LocalDate } from '../time/index.ts'
import { lateMeals, paidRestsOf, restsDue } from './checks/breaks.ts'
import { accountingPeriod, periodsOf } from './checks/summed-time.ts'
import type { LaborCalendar } from './labor-calendar.ts'
import type { PersonWork, Span } from './labor-facts.ts'
import { evenWeekOvertime, summedOvertime } from './overtime-bands.ts'
import type { PayBand } from './pay-band.ts'
import { personFacts, type PersonFacts, type ShiftFacts } from './person-facts.ts'
import type { LaborRule, RuleKind, RuleOf } from './rule.ts'
import { ruleBook } from './rule-book.ts'
import { lengthOf, overlapOf } from './spans.ts'
import { thresholdOvertime } from './threshold-overtime.ts'

export interface PayQuestion {
  readonly work: PersonWork
  readonly rules: readonly LaborRule[]
  readonly calendar: LaborCalendar
  /** The days paid for, both included. Shifts outside help to count weeks and accounting periods. */
  readonly from: LocalDate
  readonly to: LocalDate
}

/** What an hour of a kind earns beyond its plain pay. */
export interface PayExtra {
  readonly ruleId: string
  readonly article: string
  readonly kind: 'night' | 'holidayWithinNorm' | 'breakPremium'
  readonly minutes: number
  readonly extraRate: number
}

/** A person’s hours of some days by what is paid for them, in minutes. */
export interface PayHours {
  readonly personId: string
  readonly workedMinutes: number
  /** By order 588н, for the days paid for; null where the law has no such norm. */
  readonly normMinutes: number | null
  readonly isProvisional: boolean
  readonly nightMinutes: number
  /** Work on public holidays, and on her days off in an even week. */
  readonly holidayMinutes: number
  readonly dayOffMinutes: number
  /** Of both: within the month’s norm, and above it. */
  readonly holidayWithinNormMinutes: number
  readonly holidayAboveNormMinutes: number
  readonly overtimeMinutes: number
  /** Plain hours first, then overtime and holidays above the norm, which are paid whole at their rate. Together they are what was worked. */
  readonly bands: readonly PayBand[]
  /** Paid on top of the bands. */
  readonly extras: readonly PayExtra[]
}

/**
 * Hours for pay: worked, at night, on holidays, overtime by its bands, and premiums due. Hours belong to the day in which they lie, so a
 * night into a holiday is split at midnight. Under summed time overtime is counted where an accounting period ends within the days paid
 * for. Money is for whoever knows the rates.
 */
export function payHours({ work, rules, calendar, from, to }: PayQuestion): PayHours {
  const book = ruleBook(rules)
  const facts = personFacts(work, book, calendar, { firstDay: dayNumber(from), lastDay: dayNumber(to) })
  const rule = <Kind extends RuleKind>(kind: Kind): RuleOf<Kind> | undefined => book.on(kind, from)
  const whole = { start: calendar.startOfDay(facts.firstDay), end: calendar.startOfDay(facts.lastDay + 1) }
  const shifts = facts.shifts.filter((shift) => overlapOf(shift, whole) > 0)
  const sum = (piecesOf: (shift: ShiftFacts) => readonly Span[]): number =>
    shifts.reduce((total, shift) => total + lengthOf(clipped(piecesOf(shift), whole)), 0)

  const workedMinutes = sum(({ pieces }) => pieces)
  const nightMinutes = sum(facts.nightPieces)
  const holidayMinutes = sum((shift) => holidayPieces(facts, shift))
  const dayOffMinutes = sum((shift) => facts.piecesOn(shift, facts.isDayOff))
  const holidays = holidaysByNorm(facts, holidayMinutes + dayOffMinutes)
  const overtime = overtimeBands(facts, holidays.above)
  const overtimeMinutes = overtime.reduce((total, { minutes }) => total + minutes, 0)
  const holidayRate = rule('holidayPay')?.parameters.salaryAboveNormExtra ?? rule('payRates')?.parameters.holiday ?? 1
  const plain = workedMinutes - overtimeMinutes - holidays.above
  return {
    personId: work.person.personId,
    workedMinutes,
    normMinutes: holidays.norm,
    isProvisional: calendar.isProvisional(facts.firstDay) || calendar.isProvisional(facts.lastDay),
    nightMinutes,
    holidayMinutes,
    dayOffMinutes,
    holidayWithinNormMinutes: holidayMinutes + dayOffMinutes - holidays.above,
    holidayAboveNormMinutes: holidays.above,
    overtimeMinutes,
    bands: joined([{ rate: 1, minutes: plain }, ...overtime, { rate: holidayRate, minutes: holidays.above }]),
    extras: [
      ...nightExtras(rule, nightMinutes),
      ...holidayExtras(rule, holidayMinutes + dayOffMinutes - holidays.above),
      ...breakExtras(facts, shifts),
    ],
  }
}

type FindRule = <Kind extends RuleKind>(kind: Kind) => RuleOf<Kind> | undefined

const clipped = (pieces: readonly Span[], whole: Span): readonly Span[] =>
  pieces
    .filter((piece) => overlapOf(piece, whole) > 0)
    .map(({ start, end }) => ({ start: Math.max(start, whole.start), end: Math.min(end, whole.end) }))

/** From midnight to midnight; where a centre’s rules count whole shifts, those that begin on the day. */
function holidayPieces(facts: PersonFacts, shift: ShiftFacts): readonly Span[] {
  const isHoliday = (day: number): boolean => facts.calendar.kindOf(day) === 'holiday'
  const byClock = facts.book.on('holidayByClock', facts.calendar.dateOf(shift.day))?.parameters.isAllowed ?? true
  if (byClock) return facts.piecesOn(shift, isHoliday)
  return isHoliday(shift.day) ? shift.pieces : []
}

/** Holiday hours above the norm of their month: those that the month’s work holds beyond it. */
function holidaysByNorm(facts: PersonFacts, minutes: number): { readonly norm: number | null; readonly above: number } {
  if (facts.book.all('normFormula').length === 0) return { norm: null, above: 0 }
  const norm = accountingPeriod(facts, 0, 1, undefined, facts).norm.minutes
  const beyond = periodsOf(facts, 1)
    .map((month) => accountingPeriod(facts, month, 1))
    .reduce((sum, { worked, norm: { minutes: ofMonth } }) => sum + Math.max(0, worked - ofMonth), 0)
  return { norm, above: Math.min(minutes, beyond) }
}

function overtimeBands(facts: PersonFacts, holidaysAbove: number): readonly PayBand[] {
  const date = facts.calendar.dateOf(facts.firstDay)
  const thresholds = facts.book.on('overtimePayByThreshold', date)
  if (thresholds !== undefined) return thresholdOvertime(facts, thresholds.parameters)
  return facts.work.person.agreement.weekPattern === 'shifts'
    ? summedOvertime(facts, date, holidaysAbove)
    : evenWeekOvertime(facts, date)
}

/** Bands of one rate together, empty ones left out. */
function joined(bands: readonly PayBand[]): readonly PayBand[] {
  const minutesByRate = new Map<number, number>()
  for (const { rate, minutes } of bands) minutesByRate.set(rate, (minutesByRate.get(rate) ?? 0) + minutes)
  return [...minutesByRate]
    .map(([rate, minutes]) => ({ rate, minutes }))
    .filter(({ minutes }) => minutes > 0)
    .toSorted((left, right) => left.rate - right.rate)
}

function nightExtras(rule: FindRule, minutes: number): PayExtra[] {
  const premium = rule('nightPremium')
  const rates = rule('payRates')
  const found = premium ?? rates
  if (minutes === 0 || found === undefined) return []
  const extraRate = premium?.parameters.share ?? (rates?.parameters.night ?? 1) - 1
  return [{ ruleId: found.ruleId, article: found.article, kind: 'night', minutes, extraRate: rounded(extraRate) }]
}

function holidayExtras(rule: FindRule, minutes: number): PayExtra[] {
  const pay = rule('holidayPay')
  const rates = rule('payRates')
  const found = pay ?? rates
  if (minutes === 0 || found === undefined) return []
  const extraRate = pay?.parameters.salaryWithinNormExtra ?? (rates?.parameters.holiday ?? 1) - 1
  return [
    {
      ruleId: found.ruleId,
      article: found.article,
      kind: 'holidayWithinNorm',
      minutes,
      extraRate: rounded(extraRate),
    },
  ]
}

/** 1.2 − 1 is 0.2, whatever binary fractions say. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

/** California: an hour for each day on which a meal or a rest was missing or came too late. */
function breakExtras(facts: PersonFacts, shifts: readonly ShiftFacts[]): PayExtra[] {
  const date = facts.calendar.dateOf(facts.firstDay)
  const premium = facts.book.on('breakPremium', date)
  if (premium === undefined) return []
  const meals = facts.book.on('mealByHour', date)?.parameters
  const rests = facts.book.on('paidRests', date)?.parameters
  const days = new Set<number>()
  for (const shift of shifts) {
    if (shift.day < facts.firstDay || shift.day > facts.lastDay) continue
    const isMealMissed = meals !== undefined && lateMeals(facts, shift, meals).length > 0
    const isRestMissed = rests !== undefined && paidRestsOf(shift, rests.minutes) < restsDue(shift.workMinutes, rests)
    if (isMealMissed || isRestMissed) days.add(shift.day)
  }
  if (days.size === 0) return []
  const { ruleId, article, parameters } = premium
  return [{ ruleId, article, kind: 'breakPremium', minutes: days.size * parameters.hoursPerDay * 60, extraRate: 1 }]
}
