import { costOfParts, type CheckedParts } from './check-parts.ts'
import type { Roster, RosterAgent, RosterProblem, RosterShift } from './roster-problem.ts'
import { clockSlot } from './check-clock.ts'

// A second opinion on a roster, from plain data: it shares no code with the optimiser or its evaluation, only the problem’s types and
// the figures in `roster-worth.ts`.

export interface RosterViolation {
  readonly agentId: string
  readonly rule:
    | 'unknownAgent'
    | 'unknownShape'
    | 'startAndLength'
    | 'breaks'
    | 'breakWindow'
    | 'oneShiftADay'
    | 'mayWork'
    | 'absence'
    | 'forbiddenNight'
    | 'minShiftMinutes'
    | 'maxShiftMinutes'
    | 'meal'
    | 'maxSlotsWithoutBreak'
    | 'rest'
    | 'weeklyRest'
    | 'maxConsecutiveDays'
    | 'minDaysOffPerWeek'
    | 'budget'
    | 'locked'
    | 'activity'
  readonly day: number
  readonly measured: number
  readonly limit: number
}

/** What the second opinion found: hard limits that are broken, and the cost by its parts. */
export interface RosterCheck {
  readonly isLawful: boolean
  readonly violations: readonly RosterViolation[]
  readonly objective: number
  readonly parts: CheckedParts
  /** Agents at posts, whatever their queues, by slot. */
  readonly atPosts: Int32Array
}

/** What a roster breaks of its problem’s hard limits, and what it costs, counted anew from plain data. */
export function checkRoster(problem: RosterProblem, roster: Roster): RosterCheck {
  const violations: RosterViolation[] = []
  const known = new Set(problem.agents.map(({ agentId }) => agentId))
  for (const { agentId, day } of roster.shifts)
    if (!known.has(agentId)) violations.push({ agentId, rule: 'unknownAgent', day, measured: 0, limit: 0 })
  for (const agent of problem.agents) {
    const own = roster.shifts.filter(({ agentId }) => agentId === agent.agentId)
    violations.push(
      ...checkAgent(
        problem,
        agent,
        own.toSorted((left, right) => left.start - right.start),
      ),
    )
  }
  for (const shift of problem.locked)
    if (!roster.shifts.some((one) => isSame(one, shift)))
      violations.push({ agentId: shift.agentId, rule: 'locked', day: shift.day, measured: 0, limit: 0 })
  const { parts, atPosts } = costOfParts(problem, roster)
  const objective = Object.values(parts).reduce((sum, part) => sum + part, 0)
  return { isLawful: violations.length === 0, violations, objective, parts, atPosts }
}

const isSame = (left: RosterShift, right: RosterShift): boolean =>
  left.agentId === right.agentId && left.day === right.day && left.start === right.start && left.end === right.end

function checkAgent(
  problem: RosterProblem,
  agent: RosterAgent,
  own: readonly RosterShift[],
): readonly RosterViolation[] {
  const found: RosterViolation[] = []
  const say = (rule: RosterViolation['rule'], day: number, measured: number, limit: number): void => {
    found.push({ agentId: agent.agentId, rule, day, measured, limit })
  }
  for (const shift of own) checkShift(problem, agent, shift, say)
  checkRests(agent, own, say)
  checkWeeks(problem, agent, own, say)
  checkRows(problem, agent, own, say)
  for (const { firstDay, lastDay, minMinutes, maxMinutes } of agent.limits.budgets) {
    let minutes = 0
    for (const shift of own)
      if (shift.day >= firstDay && shift.day <= lastDay) minutes += workedSlots(shift) * problem.slotMinutes
    if (minutes > maxMinutes) say('budget', firstDay, minutes, maxMinutes)
    if (minutes < minMinutes) say('budget', firstDay, minutes, minMinutes)
  }
  return found
}

type Say = (rule: RosterViolation['rule'], day: number, measured: number, limit: number) => void

function workedSlots({ start, end, breaks }: RosterShift): number {
  let slots = end - start
  for (const one of breaks) if (!one.isPaid) slots -= one.end - one.start
  return slots
}

function checkShift(problem: RosterProblem, agent: RosterAgent, shift: RosterShift, say: Say): void {
  const { days, slotMinutes, locked } = problem
  const { limits } = agent
  const { day, start, end } = shift
  const isLocked = locked.some((one) => isSame(one, shift))
  if (!isLocked) checkShape(problem, agent, shift, say)
  if (limits.mayWork[day] !== true && !isLocked) say('mayWork', day, 0, 0)
  for (const absence of agent.absences)
    if (absence.start < end && start < absence.end) say('absence', day, Math.max(start, absence.start), absence.end)
  if (limits.forbiddenNight !== null) {
    const { from, to } = limits.forbiddenNight
    for (let other = -1; other <= days.length; other++) {
      const nightStart = clockSlot(problem, other, from)
      const nightEnd = clockSlot(problem, to > from ? other : other + 1, to)
      if (nightStart < end && start < nightEnd) say('forbiddenNight', day, Math.max(start, nightStart), nightEnd)
    }
  }
  const minutes = workedSlots(shift) * slotMinutes
  const { minShiftMinutes = 0 } = limits
  if (minutes < minShiftMinutes) say('minShiftMinutes', day, minutes, minShiftMinutes)
  if (minutes > limits.maxShiftMinutes) say('maxShiftMinutes', day, minutes, limits.maxShiftMinutes)
  if (limits.meal !== null && (end - start) * slotMinutes > limits.meal.aboveMinutes) {
    const longest =
      Math.max(0, ...shift.breaks.map((one) => (one.kind === 'meal' ? one.end - one.start : 0))) * slotMinutes
    if (longest < limits.meal.mealMinutes) say('meal', day, longest, limits.meal.mealMinutes)
  }
  checkBreaks(agent, shift, say)
  checkActivities(problem, agent, shift, say)
}

function checkShape(
  { shapes, days, ...problem }: RosterProblem,
  agent: RosterAgent,
  shift: RosterShift,
  say: Say,
): void {
  const { day, start, end } = shift
  const shape = shapes.find(({ shapeId }) => shapeId === shift.shapeId)
  if (shape === undefined || !agent.shapeIds.includes(shape.shapeId)) return say('unknownShape', day, 0, 0)
  const isStart = shape.starts.some((wall) => clockSlot({ days, shapes, ...problem }, day, wall) === start)
  const weekday = days[day]?.isoWeekday ?? 0
  if (!isStart || !shape.lengths.includes(end - start) || !shape.weekdays.includes(weekday))
    say('startAndLength', day, start, end)
  const asked = shape.breaks.filter((one) => one.earliest + one.slots < end - start)
  if (asked.length !== shift.breaks.length) return say('breaks', day, shift.breaks.length, asked.length)
  for (const [at, one] of shift.breaks.entries()) {
    const rule = asked[at]
    if (rule === undefined) continue
    const place = one.start - start
    if (place < rule.earliest || place > rule.latest) say('breakWindow', day, place, rule.earliest)
    if (one.end - one.start !== rule.slots || one.kind !== rule.kind || one.isPaid !== rule.isPaid)
      say('breaks', day, one.end - one.start, rule.slots)
  }
}

function checkBreaks(agent: RosterAgent, { day, start, end, breaks }: RosterShift, say: Say): void {
  const limit = agent.limits.maxSlotsWithoutBreak
  let worksSince = start
  for (const one of breaks.toSorted((left, right) => left.start - right.start)) {
    if (one.start < worksSince || one.end > end) say('breaks', day, one.start, worksSince)
    if (limit > 0 && one.start - worksSince > limit) say('maxSlotsWithoutBreak', day, one.start - worksSince, limit)
    worksSince = one.end
  }
  if (limit > 0 && end - worksSince > limit) say('maxSlotsWithoutBreak', day, end - worksSince, limit)
}

function checkActivities(problem: RosterProblem, agent: RosterAgent, shift: RosterShift, say: Say): void {
  const taken = [...shift.breaks, ...shift.activities].toSorted((left, right) => left.start - right.start)
  for (const [at, one] of taken.entries()) {
    const next = taken[at + 1]
    if (next !== undefined && next.start < one.end) say('activity', shift.day, next.start, one.end)
  }
  for (const placed of shift.activities) {
    const activity = problem.activities.find(({ activityId }) => activityId === placed.activityId)
    const isRight =
      activity?.agentIds.includes(agent.agentId) === true &&
      placed.end - placed.start === activity.slots &&
      placed.start >= Math.max(activity.from, shift.start) &&
      placed.end <= Math.min(activity.to, shift.end)
    if (!isRight) say('activity', shift.day, placed.start, activity?.from ?? 0)
  }
}

function checkRests({ before, limits }: RosterAgent, own: readonly RosterShift[], say: Say): void {
  const all = before === null ? [] : [{ start: before.lastShiftStart, end: before.lastShiftEnd, day: -1 }]
  const line = [...all, ...own]
  for (let at = 1; at < line.length; at++) {
    const previous = line[at - 1]
    const next = line[at]
    if (previous === undefined || next === undefined) continue
    const rest = next.start - previous.end
    const limit = Math.max(limits.minRestSlots, limits.restPerShiftLength * (previous.end - previous.start), 0)
    if (rest < limit) say('rest', next.day, rest, limit)
    if (previous.day === next.day) say('oneShiftADay', next.day, 2, 1)
  }
}

function checkWeeks(problem: RosterProblem, agent: RosterAgent, own: readonly RosterShift[], say: Say): void {
  const { days } = problem
  const { before, limits } = agent
  const firstWeekday = days[0]?.isoWeekday ?? 1
  for (let monday = 1 - firstWeekday; monday < days.length; monday += 7) {
    const from = clockSlot(problem, monday, 0)
    const to = clockSlot(problem, monday + 7, 0)
    const busy = own.map(({ start, end }) => [start, end] as const)
    if (before !== null) busy.unshift([Number.NEGATIVE_INFINITY, before.lastShiftEnd])
    let free = from
    let longest = 0
    for (const [start, end] of busy) {
      if (end <= from) continue
      if (start >= to) break
      longest = Math.max(longest, start - free)
      free = Math.max(free, end)
    }
    longest = Math.max(longest, to - free)
    if (longest < limits.weeklyRestSlots) say('weeklyRest', Math.max(monday, 0), longest, limits.weeklyRestSlots)
    const worked = own.filter(({ day }) => day >= monday && day < monday + 7).length
    const known = monday < 0 ? Math.min(before?.daysInARow ?? 0, -monday) : 0
    if (7 - worked - known < limits.minDaysOffPerWeek)
      say('minDaysOffPerWeek', Math.max(monday, 0), 7 - worked - known, limits.minDaysOffPerWeek)
  }
}

function checkRows(
  { days }: RosterProblem,
  { before, limits }: RosterAgent,
  own: readonly RosterShift[],
  say: Say,
): void {
  const works = new Set(own.map(({ day }) => day))
  let row = before?.daysInARow ?? 0
  for (let day = 0; day < days.length; day++) {
    row = works.has(day) ? row + 1 : 0
    if (row > limits.maxConsecutiveDays) say('maxConsecutiveDays', day, row, limits.maxConsecutiveDays)
  }
}
