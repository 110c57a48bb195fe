import { firstDayOfMonth, monthOf } from '../labor-calendar.ts'
import type { PersonFacts, ShiftFacts } from '../person-facts.ts'
import { normOfDays } from '../production-norm.ts'
import { lengthOf } from '../spans.ts'
import { lessWorkOver, takeAway, lessWork, spanOf, type Check } from './check.ts'

// Hours of months and accounting periods against the production calendar’s norm.

/** What the schedule asks of a person in an accounting period, agreed overtime left out, stays within her norm of it. */
export const summedTime: Check<'summedTime'> = (facts, { parameters }, found) => {
  const { accountingMonths, weekPattern } = facts.work.person.agreement
  if (weekPattern !== 'shifts') return
  const whole = { start: facts.calendar.startOfDay(facts.firstDay), end: facts.calendar.startOfDay(facts.lastDay + 1) }
  if (accountingMonths > parameters.maxMonths)
    found({
      code: 'accountingTooLong',
      span: whole,
      shiftStarts: [],
      measured: accountingMonths,
      limit: parameters.maxMonths,
      unit: 'months',
      cures: [[{ act: 'changeAgreement', field: 'accountingMonths', value: parameters.maxMonths }]],
    })
  for (const first of periodsOf(facts, accountingMonths)) {
    const period = accountingPeriod(facts, first, accountingMonths)
    const measured = period.scheduled + before(facts, first, accountingMonths)
    const last = period.shifts.at(-1)
    if (last === undefined || measured <= period.norm.minutes) continue
    found({
      code: 'aboveNorm',
      span: { start: facts.calendar.startOfDay(period.firstDay), end: facts.calendar.startOfDay(period.lastDay + 1) },
      shiftStarts: period.shifts.map(({ start }) => start),
      measured,
      limit: period.norm.minutes,
      isProvisional: period.norm.isProvisional,
      details: {
        from: facts.calendar.dateOf(period.firstDay),
        to: facts.calendar.dateOf(period.lastDay),
      },
      cures: lessWorkOver(wholly(period), measured - period.norm.minutes, ({ saidOvertime }) => saidOvertime ?? 0),
    })
  }
}

export const sideJob: Check<'sideJob'> = (facts, { parameters }, found) => {
  const { agreement } = facts.work.person
  if (!agreement.isSideJob) return
  for (const shift of facts.shifts)
    if (shift.workMinutes > parameters.hoursPerDay * 60)
      found({
        code: 'sideJobDayTooLong',
        span: spanOf(shift),
        shiftStarts: [shift.start],
        measured: shift.workMinutes,
        limit: parameters.hoursPerDay * 60,
        cures: [...lessWork(shift, shift.workMinutes - parameters.hoursPerDay * 60), takeAway(shift)],
      })
  for (const month of periodsOf(facts, 1)) {
    const period = accountingPeriod(facts, month, 1, 1)
    const limit = Math.floor(period.norm.minutes * parameters.shareOfMonthNorm)
    const measured = period.worked + before(facts, month, 1)
    if (measured <= limit || period.shifts.length === 0) continue
    found({
      code: 'sideJobMonthTooLong',
      span: { start: facts.calendar.startOfDay(period.firstDay), end: facts.calendar.startOfDay(period.lastDay + 1) },
      shiftStarts: period.shifts.map(({ start }) => start),
      measured,
      limit,
      isProvisional: period.norm.isProvisional,
      details: { from: facts.calendar.dateOf(period.firstDay), to: facts.calendar.dateOf(period.lastDay) },
      cures: lessWorkOver(wholly(period), measured - limit),
    })
  }
}

export interface AccountingPeriod {
  readonly firstDay: number
  readonly lastDay: number
  readonly shifts: readonly ShiftFacts[]
  /** Working minutes inside it, and those of them that are no agreed overtime. */
  readonly worked: number
  readonly scheduled: number
  readonly norm: { readonly minutes: number; readonly isProvisional: boolean }
}

/** First months of the accounting periods that touch the days in question. */
export function periodsOf({ calendar, firstDay, lastDay }: PersonFacts, months: number): number[] {
  const start = (day: number): number => {
    const month = monthOf(calendar, day)
    return month - (month % months)
  }
  const periods: number[] = []
  for (let first = start(firstDay); first <= start(lastDay); first += months) periods.push(first)
  return periods
}

/**
 * An accounting period, or some days of it. The rate may be given instead of the agreement’s: half of a full norm is asked of side jobs
 * whatever their rate.
 */
export function accountingPeriod(
  facts: PersonFacts,
  firstMonth: number,
  months: number,
  rate: number = facts.work.person.agreement.rate,
  days: DaysOfPeriod = wholePeriod(firstMonth, months),
): AccountingPeriod {
  const { calendar } = facts
  const { firstDay, lastDay } = days
  const shifts = facts.shifts.filter((shift) => shift.lastDay >= firstDay && shift.day <= lastDay)
  const formula = facts.book.on('normFormula', calendar.dateOf(firstDay))?.parameters
  const norm = normOfDays(calendar, firstDay, lastDay, (day) => facts.weekHoursOn(day) * rate, {
    rate,
    ...formula,
    isExcused: facts.isExcused,
  })
  let worked = 0
  let overtime = 0
  for (const shift of shifts) {
    worked += insideMinutes(facts, shift, firstDay, lastDay)
    if (shift.day >= firstDay) overtime += shift.saidOvertime ?? 0
  }
  return {
    firstDay,
    lastDay,
    shifts,
    worked,
    scheduled: worked - overtime,
    norm: { minutes: Math.round(norm.minutes), isProvisional: norm.isProvisional },
  }
}

interface DaysOfPeriod {
  readonly firstDay: number
  readonly lastDay: number
}

const wholePeriod = (firstMonth: number, months: number): DaysOfPeriod => ({
  firstDay: firstDayOfMonth(firstMonth),
  lastDay: firstDayOfMonth(firstMonth + months) - 1,
})

const insideMinutes = (facts: PersonFacts, shift: ShiftFacts, firstDay: number, lastDay: number): number =>
  shift.day >= firstDay && shift.lastDay <= lastDay
    ? shift.workMinutes
    : lengthOf(facts.piecesOn(shift, (day) => day >= firstDay && day <= lastDay))

/** Working time of the period that is not among the shifts. */
export const before = ({ work }: PersonFacts, firstMonth: number, months: number): number =>
  (work.workedBefore ?? [])
    .filter(({ month }) => {
      const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
      return number >= firstMonth && number < firstMonth + months
    })
    .reduce((sum, { workMinutes, overtimeMinutes }) => sum + workMinutes - overtimeMinutes, 0)

/** Shifts that lie in the period with all their hours, so that an hour less of them is an hour less in it. */
const wholly = ({ shifts, firstDay, lastDay }: AccountingPeriod): readonly ShiftFacts[] =>
  shifts.filter((shift) => shift.day >= firstDay && shift.lastDay <= lastDay)
