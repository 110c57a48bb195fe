import { clockSlot, lastSlot } from './check-clock.ts'
import { leastCost } from './check-sharing.ts'
import type { FairShare, Roster, RosterAgent, RosterProblem, RosterShift, Wish } from './roster-problem.ts'
import {
  HOURS_PER_CHANGED_DAY,
  HOURS_PER_MISSED_HOUR,
  hoursPerSquare,
  NIGHT_SHIFT_MINUTES,
  SHORT_REST_MINUTES,
} from './roster-worth.ts'

export interface CheckedParts {
  readonly service: number
  readonly money: number
  readonly wishes: number
  readonly fairness: number
  readonly stability: number
  readonly activities: number
}

/** The objective by parts, weighted, counted slot by slot and person by person. */
export function costOfParts(
  problem: RosterProblem,
  roster: Roster,
): { readonly parts: CheckedParts; readonly atPosts: Int32Array } {
  const { weights, agents } = problem
  const hourWorth = agents.reduce((sum, { costPerHour }) => sum + costPerHour, 0) / Math.max(1, agents.length) || 1
  const byAgent = new Map(
    agents.map((agent) => [agent, roster.shifts.filter(({ agentId }) => agentId === agent.agentId)]),
  )
  const money = agents.reduce(
    (sum, agent) => sum + (byAgent.get(agent) ?? []).reduce((all, shift) => all + payOf(problem, agent, shift), 0),
    0,
  )
  const refused = agents.map((agent) => agent.wishes.filter((wish) => !isMet(problem, wish, byAgent.get(agent) ?? [])))
  const changes = agents.map((agent) => changedDays(problem, agent, byAgent.get(agent) ?? []))
  const { cost, atPosts } = serviceOf(problem, roster)
  const parts = {
    service: weights.service * cost,
    money: weights.money * money,
    wishes: weights.wishes * refused.flat().reduce((sum, wish) => sum + wish.weight, 0),
    fairness: weights.fairness * hourWorth * fairnessOf(problem, byAgent, refused, changes),
    stability: weights.stability * hourWorth * changes.flat().reduce((sum, hours) => sum + hours, 0),
    activities: hourWorth * missedHours(problem, roster) * HOURS_PER_MISSED_HOUR,
  }
  return { parts, atPosts }
}

function serviceOf(problem: RosterProblem, roster: Roster): { readonly cost: number; readonly atPosts: Int32Array } {
  const slots = lastSlot(problem.days)
  const queuesById = new Map(problem.agents.map(({ agentId, queueIds }) => [agentId, queueIds.toSorted().join('\n')]))
  const groups = new Map<string, Int32Array>()
  const atPosts = new Int32Array(slots)
  for (const shift of roster.shifts) {
    const key = queuesById.get(shift.agentId)
    if (key === undefined) continue
    const posts = groups.get(key) ?? new Int32Array(slots)
    groups.set(key, posts)
    for (let slot = shift.start; slot < Math.min(shift.end, slots); slot++) {
      const isAway = [...shift.breaks, ...shift.activities].some(({ start, end }) => slot >= start && slot < end)
      if (isAway) continue
      posts[slot] = (posts[slot] ?? 0) + 1
      atPosts[slot] = (atPosts[slot] ?? 0) + 1
    }
  }
  let cost = 0
  for (let slot = 0; slot < slots; slot++) {
    const teams = [...groups].map(([key, posts]) => ({ queueIds: key.split('\n'), agents: posts[slot] ?? 0 }))
    cost += leastCost(
      problem.queues.map((queue) => ({ queueId: queue.queueId, cost: queue.cost[slot] ?? new Float64Array(0) })),
      teams,
    )
  }
  return { cost, atPosts }
}

function payOf(problem: RosterProblem, agent: RosterAgent, shift: RosterShift): number {
  const { slotMinutes, days, night } = problem
  let hours = 0
  for (let slot = shift.start; slot < shift.end; slot++) {
    if (shift.breaks.some((one) => !one.isPaid && slot >= one.start && slot < one.end)) continue
    // A shift reaches at most into the day after.
    const day = days
      .slice(shift.day, shift.day + 3)
      .find(({ firstSlot, slots }) => slot >= firstSlot && slot < firstSlot + slots)
    const isHoliday = day?.kind === 'holiday'
    const premium = (isNight(problem, night, slot) ? agent.nightPremium : 0) + (isHoliday ? agent.holidayPremium : 0)
    hours += (slotMinutes / 60) * (1 + premium)
  }
  return hours * agent.costPerHour
}

type Window = RosterProblem['night']

const marksByProblem = new WeakMap<RosterProblem, Map<string, ReadonlySet<number>>>()

/** Slots that lie in a window of the clock, found once for a problem. */
function nightSlots(problem: RosterProblem, { from, to }: Window): ReadonlySet<number> {
  const known = marksByProblem.get(problem) ?? new Map<string, ReadonlySet<number>>()
  marksByProblem.set(problem, known)
  const key = `${from}-${to}`
  const found = known.get(key)
  if (found !== undefined) return found
  const slots = new Set<number>()
  for (let day = -1; day <= problem.days.length + 1; day++) {
    const end = clockSlot(problem, to > from ? day : day + 1, to)
    for (let slot = clockSlot(problem, day, from); slot < end; slot++) slots.add(slot)
  }
  known.set(key, slots)
  return slots
}

const isNight = (problem: RosterProblem, window: Window, slot: number): boolean => nightSlots(problem, window).has(slot)

function isMet(problem: RosterProblem, wish: Wish, own: readonly RosterShift[]): boolean {
  const shift = own.find(({ day }) => day === wish.day)
  const limit = clockSlot(problem, wish.day, wish.slot ?? 0)
  switch (wish.kind) {
    case 'off':
      return shift === undefined
    case 'shape':
      return shift !== undefined && shift.shapeId === wish.shapeId
    case 'startFrom':
      return shift === undefined || shift.start >= limit
    case 'endBy':
      return shift === undefined || shift.end <= limit
  }
}

/** Hours that each changed day is worth; one entry a day. */
function changedDays(problem: RosterProblem, agent: RosterAgent, own: readonly RosterShift[]): readonly number[] {
  if (problem.earlier.length === 0) return []
  const hours: number[] = []
  for (let day = 0; day < problem.days.length; day++) {
    const was = problem.earlier.findLast((one) => one.agentId === agent.agentId && one.day === day)
    const is = own.find((one) => one.day === day)
    if (was === undefined && is === undefined) continue
    if (was === undefined || is === undefined) hours.push(HOURS_PER_CHANGED_DAY)
    else if (was.start !== is.start || was.end !== is.end) {
      const moved = ((Math.abs(was.start - is.start) + Math.abs(was.end - is.end)) * problem.slotMinutes) / 60
      hours.push(Math.min(moved, HOURS_PER_CHANGED_DAY))
    }
  }
  return hours
}

function missedHours({ activities, slotMinutes }: RosterProblem, roster: Roster): number {
  let hours = 0
  for (const { activityId, agentIds, slots } of activities)
    for (const agentId of agentIds) {
      const isPlaced = roster.shifts.some(
        (shift) => shift.agentId === agentId && shift.activities.some((one) => one.activityId === activityId),
      )
      if (!isPlaced) hours += (slots * slotMinutes) / 60
    }
  return hours
}

/** Σ over kinds and people of (hers − her part of all)², by its worth in hours. */
function fairnessOf(
  problem: RosterProblem,
  byAgent: ReadonlyMap<RosterAgent, readonly RosterShift[]>,
  refused: readonly (readonly Wish[])[],
  changes: readonly (readonly number[])[],
): number {
  const { agents, days } = problem
  const counts = agents.map((agent, at) => {
    const own = byAgent.get(agent) ?? []
    const isOn = (test: (day: RosterProblem['days'][number]) => boolean): number =>
      own.filter(({ day }) => days[day] !== undefined && test(days[day])).length
    return {
      nights: own.filter((shift) => nightMinutes(problem, shift) >= NIGHT_SHIFT_MINUTES).length,
      weekends: isOn(({ isoWeekday }) => isoWeekday > 5),
      holidays: isOn(({ kind }) => kind === 'holiday'),
      shortRests: shortRests(problem, agent, own),
      lateChanges: changes[at]?.length ?? 0,
      refusedWishes: refused[at]?.length ?? 0,
    }
  })
  let sum = 0
  for (const kind of Object.keys(hoursPerSquare) as (keyof FairShare)[]) {
    const parts = agents.map((agent) => (mayHave(problem, agent, kind) ? partOf(agent) : 0))
    const whole = parts.reduce((total, part) => total + part, 0)
    if (whole === 0) continue
    const own = agents.map((agent, at) => agent.soFar[kind] + (counts[at]?.[kind] ?? 0))
    const total = own.reduce((all, count, at) => all + ((parts[at] ?? 0) > 0 ? count : 0), 0)
    for (const [at, count] of own.entries()) {
      const part = (parts[at] ?? 0) / whole
      if (part > 0) sum += hoursPerSquare[kind] * (count - total * part) ** 2
    }
  }
  return sum
}

const partOf = ({ limits }: RosterAgent): number =>
  Math.max(1, ...limits.budgets.map(({ maxMinutes }) => maxMinutes / 60))

function nightMinutes(problem: RosterProblem, { start, end }: Pick<RosterShift, 'start' | 'end'>): number {
  let minutes = 0
  for (let slot = start; slot < end; slot++) if (isNight(problem, problem.night, slot)) minutes += problem.slotMinutes
  return minutes
}

function shortRests({ slotMinutes }: RosterProblem, { before }: RosterAgent, own: readonly RosterShift[]): number {
  let count = 0
  let lastEnd = before?.lastShiftEnd ?? Number.NEGATIVE_INFINITY
  for (const { start, end } of own.toSorted((left, right) => left.start - right.start)) {
    if ((start - lastEnd) * slotMinutes < SHORT_REST_MINUTES) count++
    lastEnd = end
  }
  return count
}

/** Whether somebody may be given any of it: only those who may share it. */
function mayHave(problem: RosterProblem, agent: RosterAgent, kind: keyof FairShare): boolean {
  if (kind === 'refusedWishes') return agent.wishes.length > 0
  if (kind === 'lateChanges') return problem.earlier.length > 0
  return problem.days.some((day, at) => {
    if (kind === 'weekends' && day.isoWeekday < 6) return false
    if (kind === 'holidays' && day.kind !== 'holiday') return false
    return possibleSpans(problem, agent, at).some(
      (span) => kind !== 'nights' || nightMinutes(problem, span) >= NIGHT_SHIFT_MINUTES,
    )
  })
}

/** Shifts that shapes and her own limits allow on a day, by start and end. */
function possibleSpans(
  problem: RosterProblem,
  agent: RosterAgent,
  day: number,
): readonly { readonly start: number; readonly end: number }[] {
  const { limits } = agent
  if (limits.mayWork[day] !== true) return []
  const spans = problem.shapes
    .filter(
      ({ shapeId, weekdays }) =>
        agent.shapeIds.includes(shapeId) && weekdays.includes(problem.days[day]?.isoWeekday ?? 0),
    )
    .flatMap((shape) =>
      shape.starts.flatMap((wall) =>
        shape.lengths.map((length) => ({
          shape,
          start: clockSlot(problem, day, wall),
          end: clockSlot(problem, day, wall) + length,
        })),
      ),
    )
  return spans.filter(({ shape, start, end }) => {
    if (agent.absences.some((absence) => absence.start < end && start < absence.end)) return false
    const asked = shape.breaks.filter((one) => one.earliest + one.slots < end - start)
    const unpaid = asked.reduce((sum, one) => sum + (one.isPaid ? 0 : one.slots), 0)
    const minutes = (end - start - unpaid) * problem.slotMinutes
    if (minutes < (limits.minShiftMinutes ?? 0)) return false
    const ofDay = limits.budgets.filter(({ firstDay, lastDay }) => firstDay === day && lastDay === day)
    if (minutes > Math.min(limits.maxShiftMinutes, ...ofDay.map(({ maxMinutes }) => maxMinutes))) return false
    const meal = Math.max(0, ...asked.map((one) => (one.kind === 'meal' ? one.slots : 0))) * problem.slotMinutes
    if (
      limits.meal !== null &&
      (end - start) * problem.slotMinutes > limits.meal.aboveMinutes &&
      meal < limits.meal.mealMinutes
    )
      return false
    const forbidden = limits.forbiddenNight
    return (
      forbidden === null ||
      !Array.from({ length: end - start }, (_, at) => start + at).some((slot) => isNight(problem, forbidden, slot))
    )
  })
}
