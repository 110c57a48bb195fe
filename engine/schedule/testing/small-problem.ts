import type { AgentLimits, RosterAgent, RosterProblem, ShiftShape } from '../roster-problem.ts'

// A centre small enough to think through: hours as slots, one or two queues, days from a Monday.

export const looseLimits: AgentLimits = {
  minRestSlots: 0,
  restPerShiftLength: 0,
  weeklyRestSlots: 0,
  maxConsecutiveDays: 100,
  minDaysOffPerWeek: 0,
  maxShiftMinutes: 24 * 60,
  budgets: [],
  mayWork: [],
  forbiddenNight: null,
  maxSlotsWithoutBreak: 0,
  meal: null,
}

export function smallAgent(agentId: string, days: number, more: Partial<RosterAgent> = {}): RosterAgent {
  return {
    agentId,
    name: agentId,
    queueIds: ['calls'],
    shapeIds: ['day'],
    absences: [],
    wishes: [],
    limits: { ...looseLimits, mayWork: Array.from({ length: days }, () => true) },
    costPerHour: 10,
    nightPremium: 0,
    holidayPremium: 0,
    before: null,
    soFar: { nights: 0, weekends: 0, holidays: 0, shortRests: 0, lateChanges: 0, refusedWishes: 0 },
    ...more,
  }
}

/** Eight hours from eight or from noon, one unpaid hour of a meal in the fourth or fifth hour. */
export const dayShape: ShiftShape = {
  shapeId: 'day',
  name: 'Day',
  starts: [8, 12],
  lengths: [8],
  breaks: [{ kind: 'meal', slots: 1, isPaid: false, earliest: 3, latest: 4 }],
  weekdays: [1, 2, 3, 4, 5, 6, 7],
}

/** Missing agents cost 30 each, growing by 5; idle ones nothing. */
export function costUpTo(needed: number): Float64Array {
  const costs = new Float64Array(needed + 2)
  for (let agents = 0; agents < needed; agents++) {
    const missing = needed - agents
    costs[agents] = 30 * missing + 5 * missing * missing
  }
  return costs
}

export function smallProblem(days: number, more: Partial<RosterProblem> = {}): RosterProblem {
  const slots = days * 24
  const need = (slot: number): number => (slot % 24 >= 9 && slot % 24 < 18 ? 1 + (Math.floor(slot / 24) % 2) : 0)
  return {
    slotMinutes: 60,
    startMinute: 0,
    days: Array.from({ length: days }, (_, day) => ({
      date: `2026-06-${String(day + 1).padStart(2, '0')}`,
      kind: day % 7 > 4 ? ('weekend' as const) : ('working' as const),
      isoWeekday: (day % 7) + 1,
      firstSlot: day * 24,
      slots: 24,
    })),
    queues: [
      {
        queueId: 'calls',
        needed: Float64Array.from({ length: slots }, (_, slot) => need(slot)),
        cost: Array.from({ length: slots }, (_, slot) => costUpTo(need(slot))),
      },
    ],
    shapes: [dayShape],
    agents: [smallAgent('ann', days), smallAgent('bob', days)],
    activities: [],
    weights: { service: 1, money: 1, wishes: 1, fairness: 1, stability: 1 },
    night: { from: 22, to: 6 },
    locked: [],
    earlier: [],
    ...more,
  }
}
