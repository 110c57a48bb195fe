import { describe, expect, it } from 'vitest'

import {
  checkRoster,
  createRosterBoard,
  createRosterOptimiser,
  type AgentLimits,
  type LimitKind,
  type RosterAgent,
  type RosterProblem,
  type RosterShift,
  type RosterViolation,
} from './index.ts'
import { looseLimits, smallAgent, smallProblem } from './testing/small-problem.ts'

const DAYS = 7
const mayWork = Array.from({ length: DAYS }, () => true)

/** Eight hours from a clock time of a day, the meal after three hours. */
function shift(day: number, wall: number, hours = 8, meal: number | null = 3): RosterShift {
  const start = day * 24 + wall
  const breaks =
    meal === null ? [] : [{ kind: 'meal' as const, start: start + meal, end: start + meal + 1, isPaid: false }]
  return { agentId: 'ann', day, shapeId: 'day', start, end: start + hours, breaks, activities: [] }
}

interface Case {
  readonly limit: LimitKind
  readonly rule: RosterViolation['rule']
  readonly limits?: Partial<AgentLimits>
  readonly agent?: Partial<RosterAgent>
  readonly shifts: readonly RosterShift[]
}

const cases: readonly Case[] = [
  { limit: 'minRest', rule: 'rest', limits: { minRestSlots: 14 }, shifts: [shift(0, 12), shift(1, 8)] },
  { limit: 'restPerShiftLength', rule: 'rest', limits: { restPerShiftLength: 2 }, shifts: [shift(0, 12), shift(1, 8)] },
  {
    limit: 'weeklyRest',
    rule: 'weeklyRest',
    limits: { weeklyRestSlots: 42 },
    shifts: [0, 2, 4, 6].map((day) => shift(day, 12)),
  },
  {
    limit: 'maxConsecutiveDays',
    rule: 'maxConsecutiveDays',
    limits: { maxConsecutiveDays: 2 },
    shifts: [0, 1, 2].map((day) => shift(day, 8)),
  },
  {
    limit: 'minDaysOffPerWeek',
    rule: 'minDaysOffPerWeek',
    limits: { minDaysOffPerWeek: 5 },
    shifts: [0, 2, 4].map((day) => shift(day, 8)),
  },
  { limit: 'minShiftMinutes', rule: 'minShiftMinutes', limits: { minShiftMinutes: 440 }, shifts: [shift(0, 8)] },
  { limit: 'maxShiftMinutes', rule: 'maxShiftMinutes', limits: { maxShiftMinutes: 400 }, shifts: [shift(0, 8)] },
  {
    limit: 'maxMinutes',
    rule: 'budget',
    limits: { budgets: [{ firstDay: 0, lastDay: 6, minMinutes: 0, maxMinutes: 800 }] },
    shifts: [shift(0, 8), shift(1, 8)],
  },
  {
    limit: 'minMinutes',
    rule: 'budget',
    limits: { budgets: [{ firstDay: 0, lastDay: 6, minMinutes: 800, maxMinutes: 9000 }] },
    shifts: [shift(0, 8)],
  },
  { limit: 'mayWork', rule: 'mayWork', limits: { mayWork: mayWork.map((_, day) => day !== 1) }, shifts: [shift(1, 8)] },
  {
    limit: 'forbiddenNight',
    rule: 'forbiddenNight',
    limits: { forbiddenNight: { from: 19, to: 6 } },
    shifts: [shift(0, 12)],
  },
  {
    limit: 'maxSlotsWithoutBreak',
    rule: 'maxSlotsWithoutBreak',
    limits: { maxSlotsWithoutBreak: 3 },
    shifts: [shift(0, 8)],
  },
  { limit: 'meal', rule: 'meal', limits: { meal: { aboveMinutes: 240, mealMinutes: 90 } }, shifts: [shift(0, 8)] },
  {
    limit: 'absence',
    rule: 'absence',
    agent: { absences: [{ start: 10, end: 12, kind: 'sick' }] },
    shifts: [shift(0, 8)],
  },
  { limit: 'shape', rule: 'startAndLength', shifts: [shift(0, 9)] },
  { limit: 'shape', rule: 'unknownShape', agent: { shapeIds: [] }, shifts: [shift(0, 8)] },
  { limit: 'breakWindow', rule: 'breakWindow', shifts: [shift(0, 8, 8, 6)] },
  { limit: 'breakWindow', rule: 'breaks', shifts: [shift(0, 8, 8, null)] },
  {
    limit: 'minRest',
    rule: 'rest',
    limits: { minRestSlots: 12 },
    agent: { before: { lastShiftStart: -10, lastShiftEnd: -2, daysInARow: 1 } },
    shifts: [shift(0, 8)],
  },
  {
    limit: 'maxConsecutiveDays',
    rule: 'maxConsecutiveDays',
    limits: { maxConsecutiveDays: 3 },
    agent: { before: { lastShiftStart: -16, lastShiftEnd: -8, daysInARow: 3 } },
    shifts: [shift(0, 8)],
  },
]

const problemOf = ({ limits, agent }: Case): RosterProblem =>
  smallProblem(DAYS, {
    agents: [smallAgent('ann', DAYS, { limits: { ...looseLimits, mayWork, ...limits }, ...agent })],
  })

describe('every hard limit', () => {
  it.each(cases)('is found broken by the checker ($rule) and by the board ($limit)', (one) => {
    const problem = problemOf(one)
    const check = checkRoster(problem, { shifts: one.shifts })
    expect(check.violations.map(({ rule }) => rule)).toContain(one.rule)
    const broken = createRosterBoard(problem, { shifts: one.shifts }).broken()
    expect(broken.map(({ limit }) => limit)).toContain(one.limit)
    expect(broken.every(({ agentId, excessHours }) => agentId === 'ann' && excessHours > 0)).toBe(true)
  })

  it.each(cases)('breaks nothing where it is not set ($limit)', ({ shifts, rule }) => {
    const isOfShift = ['startAndLength', 'breakWindow', 'breaks', 'unknownShape'].includes(rule)
    const violations = checkRoster(smallProblem(DAYS), { shifts }).violations.map((found) => found.rule)
    if (!isOfShift) expect(violations).toEqual([])
  })

  it.each(cases)('is kept by the optimiser ($limit)', (one) => {
    const problem = problemOf(one)
    const optimiser = createRosterOptimiser(problem, { seed: 4, plannedMoves: 8192 })
    optimiser.run(8192)
    const check = checkRoster(problem, optimiser.best())
    expect(check.violations).toEqual([])
    expect(optimiser.bestScore().isLawful).toBe(true)
  })
})
