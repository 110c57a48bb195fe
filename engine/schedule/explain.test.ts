import { describe, expect, it } from 'vitest'

import {
  checkRoster,
  createRosterOptimiser,
  createRosterReasons,
  explainRoster,
  layRotation,
  rosterFaults,
  type RosterProblem,
} from './index.ts'
import { looseLimits, smallAgent, smallProblem } from './testing/small-problem.ts'

const best = (problem: RosterProblem) => {
  const optimiser = createRosterOptimiser(problem, { seed: 1, plannedMoves: 16_384 })
  optimiser.run(16_384)
  return optimiser.best()
}

describe('what binds a roster', () => {
  const mayWork = [true, true, true]
  const tight = { ...looseLimits, mayWork, budgets: [{ firstDay: 0, lastDay: 2, minMinutes: 0, maxMinutes: 420 }] }
  const problem = smallProblem(3, {
    agents: [smallAgent('ann', 3, { limits: tight }), smallAgent('bob', 3, { limits: tight })],
  })

  it('says how many agent-hours are short, and that hours over the budget would fill them at least cost', () => {
    const found = explainRoster(problem, best(problem))
    // Nine hours a day need one, two and one agents: 36 agent-hours, and two shifts of seven hours at posts.
    expect(found.isCovered).toBe(false)
    expect(found.shortHours).toBeGreaterThanOrEqual(36 - 14)
    expect(found.shortages.every(({ agentHours, worthOfOneMore }) => agentHours > 0 && worthOfOneMore > 0)).toBe(true)
    expect(found.cures[0]?.limit).toBe('maxMinutes')
    expect(found.cures[0]).toMatchObject({ agents: 2 })
    expect(found.cures[0]?.filledHours).toBeGreaterThan(0)
  })

  it('counts days where the limit counts days, a row of them once', () => {
    const days = 9
    const needed = Array.from({ length: days }, () => true)
    const limits = { ...looseLimits, mayWork: needed, maxConsecutiveDays: 3 }
    const one = smallProblem(days, { agents: [smallAgent('ann', days, { limits })] })
    const shifts = [0, 1, 2, 4, 5, 6].map((day) => ({
      agentId: 'ann',
      day,
      shapeId: 'day',
      start: day * 24 + 8,
      end: day * 24 + 16,
      breaks: [{ kind: 'meal' as const, start: day * 24 + 11, end: day * 24 + 12, isPaid: false }],
      activities: [],
    }))
    const found = explainRoster(one, { shifts })
    // Day 3 joins two rows of three days: one row of seven, four days too long.
    const row = found.cures.find(({ limit }) => limit === 'maxConsecutiveDays')
    expect(row).toMatchObject({ agents: 1, excessDays: 4, excessHours: 96 })
    expect(explainRoster(problem, best(problem)).cures[0]?.excessDays).toBeNull()
  })

  it('finds nothing short where enough may work', () => {
    const agents = Array.from({ length: 6 }, (_, at) => smallAgent(`agent${at}`, 3, { costPerHour: 0 }))
    const plenty = smallProblem(3, { agents })
    expect(explainRoster(plenty, best(plenty))).toMatchObject({
      isCovered: true,
      shortHours: 0,
      shortages: [],
      cures: [],
    })
  })
})

describe('why', () => {
  const wish = { wishId: 'off', day: 1, kind: 'off' as const, shapeId: null, slot: null, weight: 1 }
  const minRest = {
    ...looseLimits,
    mayWork: [true, true, true],
    budgets: [{ firstDay: 0, lastDay: 2, minMinutes: 1260, maxMinutes: 1260 }],
  }

  it('somebody has a shift: what the roster loses without it, exactly', () => {
    const problem = smallProblem(3)
    const roster = best(problem)
    const shift = roster.shifts[0]
    if (shift === undefined) throw new Error('nobody works')
    const reason = createRosterReasons(problem, roster).shift(shift.agentId, shift.day)
    const without = checkRoster(problem, { shifts: roster.shifts.filter((one) => one !== shift) })
    const loss = without.objective - checkRoster(problem, roster).objective
    expect(reason?.without.difference.objective).toBeCloseTo(loss, 6)
    expect(reason?.worth).toBeGreaterThanOrEqual(0)
    expect(createRosterReasons(problem, { shifts: [] }).shift('ann', 0)).toBeNull()
  })

  it('a wish is refused: the price of granting it, and the limit that forbids it', () => {
    const dear = smallProblem(3, { agents: [smallAgent('ann', 3, { wishes: [wish] })] })
    const [refused] = createRosterReasons(dear, best(dear)).refusedWishes()
    expect(refused).toMatchObject({ agentId: 'ann', forbiddenBy: [] })
    expect(refused?.granted?.price).toBeGreaterThan(0)

    const bound = smallProblem(3, { agents: [smallAgent('ann', 3, { wishes: [wish], limits: minRest })] })
    const [forbidden] = createRosterReasons(bound, best(bound)).refusedWishes()
    expect(forbidden).toMatchObject({ granted: null, forbiddenBy: ['minMinutes'] })
  })
})

describe('a rotation', () => {
  const rotation = {
    weeks: [
      [{ shapeId: 'day' }, null, { shapeId: 'day', start: 12 }],
      [null, { shapeId: 'day' }],
    ],
    agents: [
      { agentId: 'ann', firstWeek: 0 },
      { agentId: 'bob', firstWeek: 1 },
    ],
  }

  it('is laid over days, each agent beginning with her own week', () => {
    const problem = smallProblem(9)
    const { shifts, skipped } = layRotation(problem, rotation, 10)
    expect(skipped).toEqual([])
    expect(shifts.map(({ agentId, day, start }) => [agentId, day, start])).toEqual([
      ['ann', 0, 8],
      ['ann', 2, 60],
      ['ann', 8, 200],
      ['bob', 1, 32],
      ['bob', 7, 176],
    ])
    expect(rosterFaults({ ...problem, locked: shifts })).toEqual([])
    expect(checkRoster(problem, { shifts }).violations).toEqual([])
  })

  it('says which of its days cannot be, and can be wished instead', () => {
    const problem = smallProblem(7, {
      agents: [smallAgent('ann', 7, { absences: [{ start: 0, end: 24, kind: 'leave' }] })],
    })
    const { shifts, skipped, wishes } = layRotation(problem, rotation, 10)
    expect(skipped).toEqual([
      { agentId: 'ann', day: 0, shapeId: 'day' },
      { agentId: 'bob', day: 1, shapeId: 'day' },
    ])
    expect(shifts.map(({ day }) => day)).toEqual([2])
    expect(
      wishes
        .get('ann')
        ?.filter(({ kind }) => kind === 'shape')
        .map(({ day }) => day),
    ).toEqual([0, 2])
  })
})
