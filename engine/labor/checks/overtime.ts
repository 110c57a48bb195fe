import { monthOf, weekOf } from '../labor-calendar.ts'
import type { PersonFacts, ShiftFacts } from '../person-facts.ts'
import type { Cure, Finding, OvertimePeriod } from '../violation.ts'
import { lessWorkOver, spanOf, type Check } from './check.ts'

interface Extra {
  readonly shift: ShiftFacts
  readonly minutes: number
}

/** Overtime against its limits by day, two days running, week, month and year; each period that is too full is told once. */
export const overtimeLimits: Check<'overtimeLimits'> = (facts, { parameters }, found) => {
  const extras = facts.shifts
    .map((shift): Extra => ({ shift, minutes: facts.overtimeOf(shift) }))
    .filter(({ minutes }) => minutes > 0)
  if (extras.length === 0) return
  const { calendar } = facts
  const isHarmful = facts.groupsOn(facts.firstDay).includes('harmful')
  const perDay = isHarmful ? (parameters.hoursPerDayHarmful ?? parameters.hoursPerDay) : parameters.hoursPerDay
  const grouped: readonly (readonly [OvertimePeriod, number | null, (day: number) => number])[] = [
    ['day', perDay, (day) => day],
    ['week', parameters.hoursPerWeek, weekOf],
    ['month', parameters.hoursPerMonth, (day) => monthOf(calendar, day)],
    ['year', parameters.hoursPerYear, (day) => Math.floor(monthOf(calendar, day) / 12)],
  ]
  for (const [per, hours, keyOf] of grouped)
    if (hours !== null)
      for (const [key, group] of Map.groupBy(extras, ({ shift }) => keyOf(shift.day)))
        tooMuch(facts, per, group, hours * 60, before(facts, per, key), found)
  if (parameters.hoursPerTwoDays !== null) twoDays(facts, extras, parameters.hoursPerTwoDays * 60, found)
}

function twoDays(facts: PersonFacts, extras: readonly Extra[], limit: number, found: (finding: Finding) => void): void {
  const byDay = Map.groupBy(extras, ({ shift }) => shift.day)
  for (const [day, today] of byDay)
    tooMuch(facts, 'twoDays', [...(byDay.get(day - 1) ?? []), ...today], limit, 0, found)
}

function tooMuch(
  facts: PersonFacts,
  per: OvertimePeriod,
  extras: readonly Extra[],
  limit: number,
  before: number,
  found: (finding: Finding) => void,
): void {
  const measured = extras.reduce((sum, { minutes }) => sum + minutes, before)
  const last = extras.at(-1)
  if (last === undefined || measured <= limit) return
  const allowed = per === 'year' ? higherLimit(facts, last.shift.day, limit) : limit
  if (measured <= allowed) return
  const shifts = extras.map(({ shift }) => shift)
  found({
    code: 'overtimeTooLong',
    // The period is too full from here on.
    span: { start: (extras[0] ?? last).shift.start, end: spanOf(last.shift).end },
    shiftStarts: shifts.map(({ start }) => start),
    measured,
    limit: allowed,
    details: { per },
    cures: lessOvertime(extras, measured - allowed),
  })
}

/** Above the ordinary yearly limit only where a higher one was agreed, and with her consent. */
function higherLimit(facts: PersonFacts, day: number, limit: number): number {
  const option = facts.book.on('overtimeYearOption', facts.calendar.dateOf(day))?.parameters
  return option?.isAgreed === true && facts.hasConsent('overtime', day)
    ? Math.max(limit, option.hoursPerYear * 60)
    : limit
}

/** Takes overtime back from the last shifts that have it. */
function lessOvertime(extras: readonly Extra[], minutes: number): readonly Cure[] {
  let rest = minutes
  const actions: Cure[number][] = []
  for (const extra of extras.toReversed()) {
    if (rest <= 0) break
    const part = Math.min(rest, extra.minutes)
    actions.push(...(lessWorkOver([extra.shift], part)[0] ?? []))
    rest -= part
  }
  return rest > 0 ? [] : [actions]
}

/** Overtime of the same month or year that is not among the shifts. */
function before({ work }: PersonFacts, per: OvertimePeriod, key: number): number {
  if (per !== 'month' && per !== 'year') return 0
  return (work.workedBefore ?? [])
    .filter(({ month }) => {
      const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
      return (per === 'month' ? number : Math.floor(number / 12)) === key
    })
    .reduce((sum, { overtimeMinutes }) => sum + overtimeMinutes, 0)
}
