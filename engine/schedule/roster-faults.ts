import { brokenLimitsOf, type BrokenLimit } from './broken-limits.ts'
import { prepareRoster, type PreparedRoster } from './prepare-roster.ts'
import type { RosterAgent, RosterProblem, RosterShift } from './roster-problem.ts'

export type FaultCode =
  | 'duplicateAgent'
  | 'duplicateQueue'
  | 'daysWithGap'
  | 'tooManyQueues'
  | 'costMissing'
  | 'costNotConvex'
  | 'needWhileClosed'
  | 'agentWithoutQueue'
  | 'unknownQueue'
  | 'unknownShape'
  | 'contradictoryLimits'
  | 'unreachableMinimum'
  | 'overlappingAbsences'
  | 'agentWithoutShift'
  | 'shapeNobodyMayWork'
  | 'lockedUnknown'
  | 'lockedOverlap'
  | 'lockedBreaksLimit'
  | 'activityDoesNotFit'
  | 'wishOutside'

/** What is wrong with a problem, where. An error stops the optimiser or leaves no lawful roster; a warning does not. */
export interface RosterFault {
  readonly code: FaultCode
  readonly severity: 'error' | 'warning'
  readonly agentId?: string
  readonly queueId?: string
  readonly shapeId?: string
  readonly activityId?: string
  readonly wishId?: string
  readonly day?: number
  readonly slot?: number
  /** What was found, and what it should keep to: minutes, agents or slots, as the code says. */
  readonly measured?: number
  readonly limit?: number
  readonly broken?: BrokenLimit
}

const ROUNDING = 1e-6

/** Everything that is wrong with a problem, before a search is begun. Empty when all is well. */
export function rosterFaults(problem: RosterProblem): readonly RosterFault[] {
  const first = [
    ...structureFaults(problem),
    ...queueFaults(problem),
    ...problem.agents.flatMap((agent) => agentFaults(problem, agent)),
  ]
  // What follows lays the problem out, which a broken frame would not survive.
  if (first.some(({ code }) => code === 'daysWithGap' || code === 'tooManyQueues' || code === 'duplicateAgent'))
    return first
  const prepared = prepareRoster(problem)
  return [...first, ...reachFaults(prepared), ...lockedFaults(prepared), ...activityFaults(problem)]
}

function structureFaults({ days, agents, queues }: RosterProblem): readonly RosterFault[] {
  const found: RosterFault[] = []
  for (const [day, { firstSlot }] of days.entries()) {
    const expected = days.slice(0, day).reduce((sum, { slots }) => sum + slots, 0)
    if (firstSlot !== expected)
      found.push({ code: 'daysWithGap', severity: 'error', day, measured: firstSlot, limit: expected })
  }
  for (const agentId of repeated(agents.map((agent) => agent.agentId)))
    found.push({ code: 'duplicateAgent', severity: 'error', agentId })
  for (const queueId of repeated(queues.map((queue) => queue.queueId)))
    found.push({ code: 'duplicateQueue', severity: 'error', queueId })
  if (queues.length > 30) found.push({ code: 'tooManyQueues', severity: 'error', measured: queues.length, limit: 30 })
  return found
}

const repeated = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.filter((id, at) => ids.indexOf(id) !== at)),
]

/** One fault of a kind for each queue is enough to mend it. */
function queueFaults({ queues, days }: RosterProblem): readonly RosterFault[] {
  const slots = days.reduce((sum, day) => sum + day.slots, 0)
  return queues.flatMap(({ queueId, needed, cost, isOpen }): readonly RosterFault[] => {
    if (needed.length < slots || cost.length < slots)
      return [
        {
          code: 'costMissing',
          severity: 'error',
          queueId,
          measured: Math.min(needed.length, cost.length),
          limit: slots,
        },
      ]
    const bent = cost.findIndex((table) => !isConvex(table))
    const closed = isOpen === undefined ? -1 : needed.findIndex((agents, slot) => agents > 0 && isOpen[slot] === 0)
    return [
      ...(bent < 0 ? [] : [{ code: 'costNotConvex' as const, severity: 'error' as const, queueId, slot: bent }]),
      ...(closed < 0
        ? []
        : [
            {
              code: 'needWhileClosed' as const,
              severity: 'error' as const,
              queueId,
              slot: closed,
              measured: needed[closed] ?? 0,
              limit: 0,
            },
          ]),
    ]
  })
}

function isConvex(table: Float64Array): boolean {
  for (let at = 2; at < table.length; at++) {
    const [first, middle, last] = [table[at - 2] as number, table[at - 1] as number, table[at] as number]
    if (last - middle < middle - first - ROUNDING * (1 + Math.abs(first))) return false
  }
  return table.every(Number.isFinite)
}

function agentFaults(problem: RosterProblem, agent: RosterAgent): readonly RosterFault[] {
  const { agentId, queueIds, shapeIds, limits, absences, wishes } = agent
  const found: RosterFault[] = []
  const say = (
    code: FaultCode,
    severity: 'error' | 'warning',
    more: Omit<RosterFault, 'code' | 'severity'> = {},
  ): void => {
    found.push({ code, severity, agentId, ...more })
  }
  if (queueIds.length === 0) say('agentWithoutQueue', 'error')
  for (const queueId of queueIds)
    if (!problem.queues.some((queue) => queue.queueId === queueId)) say('unknownQueue', 'error', { queueId })
  for (const shapeId of shapeIds)
    if (!problem.shapes.some((shape) => shape.shapeId === shapeId)) say('unknownShape', 'error', { shapeId })
  for (const { firstDay, lastDay, minMinutes, maxMinutes } of limits.budgets)
    if (minMinutes > maxMinutes || firstDay > lastDay || firstDay < 0 || lastDay >= problem.days.length)
      say('contradictoryLimits', 'error', { day: firstDay, measured: minMinutes, limit: maxMinutes })
  if (limits.maxConsecutiveDays < 1 || limits.minDaysOffPerWeek > 7 || limits.mayWork.length !== problem.days.length)
    say('contradictoryLimits', 'error', { measured: limits.mayWork.length, limit: problem.days.length })
  const ordered = absences.toSorted((left, right) => left.start - right.start)
  const overlap = ordered.find((one, at) => at > 0 && one.start < (ordered[at - 1]?.end ?? 0))
  if (overlap !== undefined) say('overlappingAbsences', 'warning', { slot: overlap.start })
  for (const { wishId, day, kind, shapeId } of wishes) {
    const isKnown = kind !== 'shape' || problem.shapes.some((shape) => shape.shapeId === shapeId)
    if (day < 0 || day >= problem.days.length || !isKnown) say('wishOutside', 'warning', { wishId, day })
  }
  return found
}

/** Whom the limits leave no shift, or fewer hours than her least; and shapes that nobody may work. */
function reachFaults(prepared: PreparedRoster): readonly RosterFault[] {
  const { problem, days, lists, listOf, options } = prepared
  const found: RosterFault[] = []
  const isWorked = new Uint8Array(problem.shapes.length)
  for (const [agent, { agentId, limits }] of problem.agents.entries()) {
    // The longest shift that each day allows, and no more days than rows and weeks leave.
    const longest = Array.from({ length: days }, (_, day) => {
      let most = 0
      for (const option of lists[listOf[agent * days + day] as number] ?? []) {
        isWorked[options.shapeOf[option] as number] = 1
        most = Math.max(most, (options.workOf[option] as number) * problem.slotMinutes)
      }
      return most
    })
    if (longest.every((minutes) => minutes === 0)) {
      const isNeeded = limits.budgets.some(({ minMinutes }) => minMinutes > 0)
      found.push({ code: 'agentWithoutShift', severity: isNeeded ? 'error' : 'warning', agentId })
      continue
    }
    for (const { firstDay, lastDay, minMinutes } of limits.budgets) {
      const most = mostMinutes(prepared, agent, longest, firstDay, lastDay)
      if (most < minMinutes)
        found.push({
          code: 'unreachableMinimum',
          severity: 'error',
          agentId,
          day: firstDay,
          measured: most,
          limit: minMinutes,
        })
    }
  }
  for (const [shape, { shapeId }] of problem.shapes.entries())
    if (isWorked[shape] === 0) found.push({ code: 'shapeNobodyMayWork', severity: 'warning', shapeId })
  return found
}

/** More than anybody could work: in each week the longest days that its days off leave. */
function mostMinutes(
  { problem, calendar }: PreparedRoster,
  agent: number,
  longest: readonly number[],
  firstDay: number,
  lastDay: number,
): number {
  const limits = problem.agents[agent]?.limits
  const perWeek = 7 - Math.max(limits?.minDaysOffPerWeek ?? 0, (limits?.maxConsecutiveDays ?? 7) < 7 ? 1 : 0)
  let sum = 0
  for (let week = 0; week < calendar.weeks; week++) {
    const own = longest.filter((_, day) => calendar.weekOfDay[day] === week && day >= firstDay && day <= lastDay)
    const best = own.toSorted((left, right) => right - left).slice(0, perWeek)
    sum += best.reduce((total, minutes) => total + minutes, 0)
  }
  return sum
}

function lockedFaults(prepared: PreparedRoster): readonly RosterFault[] {
  const { problem, days, width } = prepared
  const found: RosterFault[] = []
  const byAgent = new Map<number, RosterShift[]>()
  for (const shift of problem.locked) {
    const agent = problem.agents.findIndex(({ agentId }) => agentId === shift.agentId)
    const isOutside =
      shift.day < 0 || shift.day >= days || shift.start < 0 || shift.end > width || shift.end <= shift.start
    if (agent < 0 || isOutside) {
      found.push({ code: 'lockedUnknown', severity: 'error', agentId: shift.agentId, day: shift.day })
      continue
    }
    const own = byAgent.get(agent) ?? []
    if (own.some((one) => one.day === shift.day || (one.start < shift.end && shift.start < one.end)))
      found.push({ code: 'lockedOverlap', severity: 'error', agentId: shift.agentId, day: shift.day })
    own.push(shift)
    byAgent.set(agent, own)
  }
  for (const [agent, own] of byAgent)
    for (const broken of brokenLimitsOf(prepared, agent, own))
      // Hours that are missing may still come.
      if (broken.limit !== 'minMinutes')
        found.push({ code: 'lockedBreaksLimit', severity: 'warning', agentId: broken.agentId, day: broken.day, broken })
  return found
}

function activityFaults({ activities, agents }: RosterProblem): readonly RosterFault[] {
  return activities.flatMap(({ activityId, slots, from, to, agentIds }) => {
    const unknown = agentIds.filter((id) => !agents.some(({ agentId }) => agentId === id))
    return [
      ...(slots > to - from || slots <= 0
        ? [
            {
              code: 'activityDoesNotFit' as const,
              severity: 'error' as const,
              activityId,
              measured: slots,
              limit: to - from,
            },
          ]
        : []),
      ...unknown.map((agentId) => ({
        code: 'activityDoesNotFit' as const,
        severity: 'error' as const,
        activityId,
        agentId,
      })),
    ]
  })
}
