import type { Roster } from '@pult/contract/schedule-roster'
import type { FaultCode, RosterFault, RosterProblem } from '@pult/engine/schedule'

type Warning = Roster['warnings'][number]

/**
 * What is wrong with a problem, as the page tells it before the search begins: whom no lawful roster can suit, and what nobody can work. What
 * the server sets right by itself or has told before (queues that are not asked for, hours that are closed) is left out.
 */
export function faultWarnings(faults: readonly RosterFault[], problem: RosterProblem): Warning[] {
  const agents = new Map(problem.agents.map(({ agentId, name }) => [agentId, name]))
  const shapes = new Map(problem.shapes.map(({ shapeId, name }) => [shapeId, name]))
  const activities = new Map(problem.activities.map(({ activityId, name }) => [activityId, name]))
  const nameOf = ({ agentId = '', shapeId = '', activityId = '' }: RosterFault): string =>
    activities.get(activityId) ?? shapes.get(shapeId) ?? agents.get(agentId) ?? ''
  const warnings = faults.flatMap((fault): Warning[] => {
    const warning = warningsByFault[fault.code]?.(fault)
    if (warning === undefined) return []
    const day = fault.day === undefined ? {} : { day: problem.days[fault.day]?.date ?? '' }
    return [{ code: warning.code, values: { name: nameOf(fault), ...day, ...warning.values } }]
  })
  // One sentence a person and kind is enough to mend it.
  return [...new Map(warnings.map((one) => [`${one.code} ${one.values['name']}`, one])).values()]
}

const hours = (minutes = 0): number => Math.round(minutes / 6) / 10

const warningsByFault: { readonly [Code in FaultCode]?: (fault: RosterFault) => Warning } = {
  contradictoryLimits: ({ measured, limit }) => ({
    code: 'limitsContradict',
    values: { least: hours(measured), most: hours(limit) },
  }),
  unreachableMinimum: ({ measured, limit }) => ({
    code: 'hoursOutOfReach',
    values: { most: hours(measured), least: hours(limit) },
  }),
  agentWithoutShift: () => ({ code: 'noShiftPossible', values: {} }),
  shapeNobodyMayWork: () => ({ code: 'templateNobodyMayWork', values: {} }),
  lockedOverlap: () => ({ code: 'lockedOverlap', values: {} }),
  lockedBreaksLimit: () => ({ code: 'lockedBreaksLimit', values: {} }),
  activityDoesNotFit: () => ({ code: 'activityDoesNotFit', values: {} }),
}
