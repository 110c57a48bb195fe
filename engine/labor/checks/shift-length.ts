import type { ShiftFacts } from '../person-facts.ts'
import type { Finding, ViolationCode, ViolationDetails } from '../violation.ts'
import { weekdayOf } from '../labor-calendar.ts'
import { lessWork, spanOf, takeAway, type Check } from './check.ts'

// How long one shift may be: by group, in a six-day week, before holidays and days off, at night.

export const maxShiftByGroup: Check<'maxShiftByGroup'> = (facts, { parameters }, found) => {
  const certificate = facts.work.person.agreement.maxShiftHours ?? Infinity
  for (const shift of facts.shifts) {
    const { hours, group } = shortest(
      facts.groupsOn(shift.day).map((group) => {
        const consented = facts.hasConsent('longShift', shift.day) ? parameters.hoursWithConsent[group] : undefined
        return { group, hours: consented ?? parameters.hoursByGroup[group] ?? Infinity }
      }),
    )
    const limit = Math.min(certificate, hours) * 60
    if (shift.workMinutes > limit)
      found(tooLong('shiftTooLong', shift, limit, group === undefined || hours > certificate ? {} : { group }))
  }
}

export const maxShiftSixDay: Check<'maxShiftSixDay'> = (facts, { parameters }, found) => {
  if (facts.work.person.agreement.weekPattern !== 'sixDay') return
  const steps = Object.entries(parameters.hoursByWeekHours)
    .map(([weekHours, hours]) => ({ weekHours: Number(weekHours), hours }))
    .toSorted((left, right) => left.weekHours - right.weekHours)
  for (const shift of facts.shifts) {
    const weekHours = facts.weekHoursOn(shift.day)
    const limit = (steps.find((step) => step.weekHours >= weekHours) ?? steps.at(-1))?.hours ?? Infinity
    if (shift.workMinutes > limit * 60) found(tooLong('shiftTooLong', shift, limit * 60))
  }
}

/** The last working day before a day off: Saturday, or in continuous work any day that no shift follows. */
export const maxBeforeDayOffSixDay: Check<'maxBeforeDayOffSixDay'> = (facts, { parameters }, found) => {
  const { agreement } = facts.work.person
  if (agreement.weekPattern !== 'sixDay') return
  const days = new Set(facts.shifts.map(({ day }) => day))
  for (const shift of facts.shifts) {
    const next = shift.day + 1
    if (days.has(next) || facts.isExcused(next)) continue
    const isEve = agreement.isContinuousOperation ? next <= facts.lastDay : weekdayOf(next) === 7
    if (!isEve || shift.workMinutes <= parameters.hours * 60) continue
    // Without this shift the day before would be the eve: only a shorter one is a way out.
    const finding = tooLong('eveTooLong', shift, parameters.hours * 60)
    found({ ...finding, cures: lessWork(shift, shift.workMinutes - parameters.hours * 60) })
  }
}

/** In a continuous operation the hour is made good by pay or time off instead. */
export const preHolidayShortening: Check<'preHolidayShortening'> = (facts, { parameters }, found) => {
  const { agreement } = facts.work.person
  if (agreement.isContinuousOperation) return
  for (const shift of facts.shifts) {
    if (!facts.calendar.isShortened(shift.day)) continue
    const usual = facts.usualMinutes()
    const inShifts = usual === null ? Infinity : Math.max(0, usual - parameters.minutes)
    const limit = agreement.weekPattern === 'shifts' ? inShifts : facts.dayNorm(shift.day)
    const measured = shift.workMinutes - (shift.saidOvertime ?? 0)
    if (measured > limit) found({ ...tooLong('notShorterBeforeHoliday', shift, limit), measured })
  }
}

export const nightShortening: Check<'nightShortening'> = (facts, { parameters }, found) => {
  const { agreement } = facts.work.person
  if (agreement.isNightWorkEqualised) return
  for (const shift of facts.shifts) {
    if (!facts.isNightShift(shift)) continue
    const full = facts.book.on('weekNorm', facts.calendar.dateOf(shift.day))?.parameters.hours ?? 40
    if (facts.weekHoursOn(shift.day) < full) continue
    const usual = agreement.weekPattern === 'shifts' ? facts.usualMinutes() : facts.dayNorm(shift.day)
    if (usual === null) continue
    const limit = Math.max(0, usual - parameters.minutes)
    if (shift.workMinutes > limit) found(tooLong('nightNotShorter', shift, limit))
  }
}

function tooLong(code: ViolationCode, shift: ShiftFacts, limit: number, details: ViolationDetails = {}): Finding {
  return {
    code,
    span: spanOf(shift),
    shiftStarts: [shift.start],
    measured: shift.workMinutes,
    limit,
    details,
    cures: [...lessWork(shift, shift.workMinutes - limit), takeAway(shift)],
  }
}

function shortest<One extends { readonly hours: number }>(limits: readonly One[]): Partial<One> & { hours: number } {
  return limits.reduce<Partial<One> & { hours: number }>((least, one) => (one.hours < least.hours ? one : least), {
    hours: Infinity,
  } as Partial<One> & { hours: number })
}
