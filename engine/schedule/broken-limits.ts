import { ownBreaches, type OwnLimit } from './own-limits.ts'
import type { PreparedRoster } from './prepare-roster.ts'
import type { RosterShift } from './roster-problem.ts'

export type LimitKind =
  | OwnLimit
  | 'minRest'
  | 'restPerShiftLength'
  | 'weeklyRest'
  | 'maxConsecutiveDays'
  | 'minDaysOffPerWeek'
  | 'maxMinutes'
  | 'minMinutes'
  | 'overlap'

/** Limits that count days: of theirs a day is 24 hours. */
export const limitsOfDays: ReadonlySet<LimitKind> = new Set(['maxConsecutiveDays', 'minDaysOffPerWeek'])

/** A hard limit that a roster breaks: whose, where, and by how many hours. */
export interface BrokenLimit {
  readonly agentId: string
  readonly limit: LimitKind
  /** The day of the shift that breaks it, the last of a row of days, or the first of a week or budget. */
  readonly day: number
  readonly measuredHours: number
  readonly limitHours: number
  readonly excessHours: number
}

/** All limits that one person’s shifts break, in order of days. */
export function brokenLimitsOf(
  prepared: PreparedRoster,
  agent: number,
  shifts: readonly RosterShift[],
): readonly BrokenLimit[] {
  const own = shifts.toSorted((left, right) => left.day - right.day)
  return [
    ...own.flatMap((shift) => brokenAlone(prepared, agent, shift)),
    ...brokenRests(prepared, agent, own),
    ...brokenRows(prepared, agent, own),
    ...brokenWeeks(prepared, agent, own),
    ...brokenBudgets(prepared, agent, own),
  ]
}

const workOf = ({ start, end, breaks }: RosterShift): number =>
  end - start - breaks.reduce((sum, one) => sum + (one.isPaid ? 0 : one.end - one.start), 0)

function breach(
  { problem }: PreparedRoster,
  agent: number,
  at: { readonly limit: LimitKind; readonly day: number; readonly measured: number; readonly allowed: number },
): BrokenLimit {
  const hours = problem.slotMinutes / 60
  return {
    agentId: problem.agents[agent]?.agentId ?? '',
    limit: at.limit,
    day: at.day,
    measuredHours: at.measured * hours,
    limitHours: at.allowed * hours,
    excessHours: Math.abs(at.measured - at.allowed) * hours,
  }
}

function brokenAlone(prepared: PreparedRoster, agent: number, shift: RosterShift): readonly BrokenLimit[] {
  const slots = 60 / prepared.problem.slotMinutes
  return ownBreaches(prepared, agent * prepared.days + shift.day, shift).map(({ limit, hours }) =>
    breach(prepared, agent, { limit, day: shift.day, measured: hours * slots, allowed: 0 }),
  )
}

function brokenRests(prepared: PreparedRoster, agent: number, own: readonly RosterShift[]): readonly BrokenLimit[] {
  const { problem } = prepared
  const person = problem.agents[agent]
  if (person === undefined) return []
  const { minRestSlots, restPerShiftLength } = person.limits
  const { before } = person
  const found: BrokenLimit[] = []
  let last = before === null ? null : { start: before.lastShiftStart, end: before.lastShiftEnd }
  for (const { start, end, day } of own) {
    if (last !== null) {
      const measured = start - last.end
      const byLength = restPerShiftLength * (last.end - last.start)
      if (measured < 0) found.push(breach(prepared, agent, { limit: 'overlap', day, measured, allowed: 0 }))
      else if (measured < minRestSlots)
        found.push(breach(prepared, agent, { limit: 'minRest', day, measured, allowed: minRestSlots }))
      else if (measured < byLength)
        found.push(breach(prepared, agent, { limit: 'restPerShiftLength', day, measured, allowed: byLength }))
    }
    last = { start, end }
  }
  return found
}

function brokenRows(prepared: PreparedRoster, agent: number, own: readonly RosterShift[]): readonly BrokenLimit[] {
  const { problem } = prepared
  const person = problem.agents[agent]
  if (person === undefined) return []
  const plain = 1440 / problem.slotMinutes
  const found: BrokenLimit[] = []
  let row = person.before?.daysInARow ?? 0
  let previous = -1
  const { maxConsecutiveDays } = person.limits
  for (const [place, { day }] of own.entries()) {
    row = day === previous + 1 ? row + 1 : 1
    previous = day
    // Said once a row, where it ends: every day of it would count the days before it again.
    if (row <= maxConsecutiveDays || own[place + 1]?.day === day + 1) continue
    const at = { limit: 'maxConsecutiveDays' as const, day, measured: row * plain, allowed: maxConsecutiveDays * plain }
    found.push(breach(prepared, agent, at))
  }
  return found
}

function brokenWeeks(prepared: PreparedRoster, agent: number, own: readonly RosterShift[]): readonly BrokenLimit[] {
  const { problem, calendar, people } = prepared
  const limits = problem.agents[agent]?.limits
  if (limits === undefined) return []
  const plain = 1440 / problem.slotMinutes
  const found: BrokenLimit[] = []
  let lastEnd = people.beforeEnd[agent] as number
  for (let week = 0; week < calendar.weeks; week++) {
    const day = calendar.weekFirstDay[week] as number
    const ofWeek = own.filter((shift) => calendar.weekOfDay[shift.day] === week)
    let free = Math.max(lastEnd, calendar.weekStart[week] as number)
    let longest = 0
    for (const { start, end } of ofWeek) {
      longest = Math.max(longest, start - free)
      free = end
      lastEnd = end
    }
    longest = Math.max(longest, (calendar.weekEnd[week] as number) - free)
    if (longest < limits.weeklyRestSlots)
      found.push(
        breach(prepared, agent, { limit: 'weeklyRest', day, measured: longest, allowed: limits.weeklyRestSlots }),
      )
    const before = week === 0 ? Math.min(people.beforeRow[agent] as number, calendar.daysBefore) : 0
    const worked = before + ofWeek.length
    if (worked > 7 - limits.minDaysOffPerWeek) {
      const measured = (7 - worked) * plain
      found.push(
        breach(prepared, agent, {
          limit: 'minDaysOffPerWeek',
          day,
          measured,
          allowed: limits.minDaysOffPerWeek * plain,
        }),
      )
    }
  }
  return found
}

function brokenBudgets(prepared: PreparedRoster, agent: number, own: readonly RosterShift[]): readonly BrokenLimit[] {
  const { problem } = prepared
  const limits = problem.agents[agent]?.limits
  return (limits?.budgets ?? []).flatMap(({ firstDay, lastDay, minMinutes, maxMinutes }) => {
    const measured = own.reduce(
      (sum, shift) => sum + (shift.day >= firstDay && shift.day <= lastDay ? workOf(shift) : 0),
      0,
    )
    const most = maxMinutes / problem.slotMinutes
    const least = minMinutes / problem.slotMinutes
    if (measured > most)
      return [breach(prepared, agent, { limit: 'maxMinutes', day: firstDay, measured, allowed: most })]
    if (measured < least)
      return [breach(prepared, agent, { limit: 'minMinutes', day: firstDay, measured, allowed: least })]
    return []
  })
}
