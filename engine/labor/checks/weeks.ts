import { weekOf } from '../labor-calendar.ts'
import type { PersonFacts, ShiftFacts } from '../person-facts.ts'
import { lengthOf } from '../spans.ts'
import type { Cure } from '../violation.ts'
import { lessWorkOver, spanOf, type Check } from './check.ts'

// Weeks and their averages: days off, the European average week and night, the German day.

/** Days of a week on which no shift begins; days of which nothing is known may be free. */
export const daysOff: Check<'daysOff'> = (facts, { parameters }, found) => {
  const limit = parameters[facts.work.person.agreement.weekPattern]
  if (limit === null) return
  for (const [week, shifts] of Map.groupBy(facts.shifts, ({ day }) => weekOf(day))) {
    const byDay = Map.groupBy(shifts, ({ day }) => day)
    const free = 7 - byDay.size
    if (free >= limit) continue
    found({
      code: 'tooFewDaysOff',
      span: { start: facts.calendar.startOfDay(week), end: facts.calendar.startOfDay(week + 7) },
      shiftStarts: shifts.map(({ start }) => start),
      measured: free,
      limit,
      unit: 'days',
      cures: [shortestDays([...byDay.values()], limit - free)],
    })
  }
}

/** Takes away whole days, those with least work first. */
function shortestDays(days: readonly (readonly ShiftFacts[])[], count: number): Cure {
  const workOf = (day: readonly ShiftFacts[]): number => day.reduce((sum, { workMinutes }) => sum + workMinutes, 0)
  return days
    .toSorted((left, right) => workOf(left) - workOf(right))
    .slice(0, count)
    .flat()
    .map(({ start }) => ({ act: 'takeAway', shiftStart: start }))
}

export const averageWeek: Check<'averageWeek'> = (facts, { parameters }, found) => {
  const reference = referenceBefore(facts, parameters.referenceWeeks)
  if (reference === null) return
  const measured = Math.round(reference.workMinutes / reference.weeks)
  if (measured <= parameters.hours * 60) return
  found({
    code: 'averageWeekTooLong',
    span: reference.span,
    shiftStarts: reference.shifts.map(({ start }) => start),
    measured,
    limit: parameters.hours * 60,
    details: reference.details,
    cures: lessWorkOver(inQuestion(facts, reference), reference.workMinutes - parameters.hours * 60 * reference.weeks),
  })
}

/** Hours of those who work at night as a rule, over the days of the reference without one day of rest a week. */
export const nightAverage: Check<'nightAverage'> = (facts, { parameters }, found) => {
  const reference = referenceBefore(facts, parameters.referenceWeeks)
  if (reference === null) return
  const atNight = reference.shifts.filter((shift) => {
    const nights = nightMinutes(facts, shift, parameters)
    return nights >= parameters.minNightHours * 60
  })
  if (atNight.length < parameters.share * reference.shifts.length) return
  const days = reference.weeks * 6
  const measured = Math.round(reference.workMinutes / days)
  if (measured <= parameters.hours * 60) return
  found({
    code: 'nightAverageTooLong',
    span: reference.span,
    shiftStarts: reference.shifts.map(({ start }) => start),
    measured,
    limit: parameters.hours * 60,
    details: reference.details,
    cures: lessWorkOver(inQuestion(facts, reference), reference.workMinutes - parameters.hours * 60 * days),
  })
}

function nightMinutes(
  { calendar }: PersonFacts,
  shift: ShiftFacts,
  { from, to }: { readonly from: string; readonly to: string },
): number {
  let minutes = 0
  for (let day = shift.day - 1; day <= shift.lastDay; day += 1) {
    const night = calendar.window(day, from, to)
    minutes += lengthOf(
      shift.pieces
        .map(({ start, end }) => ({ start: Math.max(start, night.start), end: Math.min(end, night.end) }))
        .filter(({ start, end }) => end > start),
    )
  }
  return minutes
}

/** Ten hours at most; more than eight only while the weekdays of the reference average no more than eight. */
export const maxDay: Check<'maxDay'> = (facts, { parameters }, found) => {
  const reference = referenceBefore(facts, parameters.referenceWeeks)
  for (const [, shifts] of Map.groupBy(facts.shifts, ({ day }) => day)) {
    const last = shifts.at(-1)
    const measured = shifts.reduce((sum, { workMinutes }) => sum + workMinutes, 0)
    if (last === undefined || measured <= parameters.averagedHours * 60) continue
    found({
      code: 'shiftTooLong',
      span: { start: (shifts[0] ?? last).start, end: last.end },
      shiftStarts: shifts.map(({ start }) => start),
      measured,
      limit: parameters.averagedHours * 60,
      cures: lessWorkOver(shifts, measured - parameters.averagedHours * 60),
    })
  }
  if (reference === null) return
  const days = reference.weeks * 6
  const average = Math.round(reference.workMinutes / days)
  const long = inQuestion(facts, reference).filter(({ workMinutes }) => workMinutes > parameters.hours * 60)
  const first = long[0]
  if (average <= parameters.hours * 60 || first === undefined) return
  found({
    code: 'dayTooLongOnAverage',
    span: spanOf({ start: first.start, end: reference.span.end }),
    shiftStarts: long.map(({ start }) => start),
    measured: average,
    limit: parameters.hours * 60,
    details: reference.details,
    cures: lessWorkOver(inQuestion(facts, reference), reference.workMinutes - parameters.hours * 60 * days),
  })
}

interface Reference {
  readonly shifts: readonly ShiftFacts[]
  readonly workMinutes: number
  /** Weeks of it that are known, without excused days; never less than one. */
  readonly weeks: number
  readonly span: { readonly start: number; readonly end: number }
  readonly details: { readonly from: string; readonly to: string }
}

/** The weeks up to the last day in question, as many as the law looks back on or as are known. */
function referenceBefore(facts: PersonFacts, weeks: number): Reference | null {
  const { calendar, lastDay } = facts
  const earliest = lastDay - weeks * 7 + 1
  const shifts = facts.shifts.filter(({ day }) => day >= earliest && day <= lastDay)
  const first = shifts[0]
  if (first === undefined) return null
  const from = Math.min(Math.max(earliest, weekOf(first.day)), Math.max(earliest, facts.firstDay))
  let days = 0
  for (let day = from; day <= lastDay; day += 1) if (!facts.isExcused(day)) days += 1
  return {
    shifts,
    workMinutes: shifts.reduce((sum, { workMinutes }) => sum + workMinutes, 0),
    weeks: Math.max(1, days / 7),
    span: { start: calendar.startOfDay(from), end: calendar.startOfDay(lastDay + 1) },
    details: { from: calendar.dateOf(from), to: calendar.dateOf(lastDay) },
  }
}

const inQuestion = ({ firstDay }: PersonFacts, { shifts }: Reference): readonly ShiftFacts[] =>
  shifts.filter(({ day }) => day >= firstDay)
