import { describe, expect, it } from 'vitest'

import { rosterCenter } from '../../bench/roster-center.ts'
import {
  checkRoster,
  createRosterBoard,
  createRosterBound,
  createRosterOptimiser,
  type Roster,
  type RosterProblem,
} from './index.ts'
import { slotAt } from './wall-clock.ts'
import { looseLimits, smallAgent, smallProblem } from './testing/small-problem.ts'

function solve(problem: RosterProblem, moves = 32_768, seed = 1, start?: Roster): Roster {
  const optimiser = createRosterOptimiser(problem, {
    seed,
    plannedMoves: moves,
    ...(start === undefined ? {} : { start }),
  })
  optimiser.run(moves)
  const check = checkRoster(problem, optimiser.best())
  expect(check.violations).toEqual([])
  expect(check.objective).toBeCloseTo(optimiser.bestScore().objective, 4)
  return optimiser.best()
}

const center = rosterCenter({ agents: 10, weeks: 2, seed: 4, firstDate: '2026-11-02' })

describe('the search', { timeout: 60_000 }, () => {
  it('goes on where it stopped: in pieces it comes to what it comes to at once', () => {
    const whole = createRosterOptimiser(center, { seed: 9, plannedMoves: 32_768 })
    whole.run(32_768)
    const pieces = createRosterOptimiser(center, { seed: 9, plannedMoves: 32_768 })
    for (let piece = 0; piece < 4; piece++) pieces.run(8192)
    expect(pieces.best()).toEqual(whole.best())
  })

  it('leaves locked shifts where they are', () => {
    const first = solve(center)
    const locked = first.shifts.filter((_, at) => at % 3 === 0)
    const again = solve({ ...center, locked }, 16_384, 5)
    for (const shift of locked) expect(again.shifts).toContainEqual(shift)
    const { bound } = createRosterBound({ ...center, locked }, again).run(40)
    expect(bound).toBeLessThanOrEqual(checkRoster({ ...center, locked }, again).objective)
  })

  it('changes less of an earlier roster the more stability weighs', () => {
    const earlier = solve(center, 16_384, 2).shifts
    const changed = (stability: number): number => {
      const problem = { ...center, earlier, weights: { ...center.weights, stability } }
      const roster = solve(problem, 32_768, 3, { shifts: earlier })
      return earlier.filter(
        (was) =>
          !roster.shifts.some((is) => is.agentId === was.agentId && is.start === was.start && is.end === was.end),
      ).length
    }
    expect(changed(20)).toBeLessThan(changed(0.01))
  })

  it('lets people have their wishes where that costs less than they weigh, and refuses others', () => {
    const wish = { wishId: 'w', day: 1, kind: 'off' as const, shapeId: null, slot: null }
    const withWeight = (weight: number): boolean => {
      const problem = smallProblem(3, { agents: [smallAgent('ann', 3, { wishes: [{ ...wish, weight }] })] })
      return !solve(problem).shifts.some(({ day }) => day === 1)
    }
    expect(withWeight(100_000)).toBe(true)
    expect(withWeight(0.01)).toBe(false)
  })

  it('shares weekends out the fairer the more somebody had before', () => {
    const soFar = { nights: 0, weekends: 30, holidays: 0, shortRests: 0, lateChanges: 0, refusedWishes: 0 }
    const mayWork = Array.from({ length: 7 }, () => true)
    const limits = { ...looseLimits, mayWork, maxConsecutiveDays: 7 }
    const agents = [smallAgent('ann', 7, { soFar, limits }), smallAgent('bob', 7, { limits })]
    const need = (slot: number): number => (slot % 24 >= 9 && slot % 24 < 18 ? 1 : 0)
    const plain = smallProblem(7, { agents })
    const queues = plain.queues.map((queue) => ({
      ...queue,
      needed: Float64Array.from({ length: 168 }, (_, slot) => need(slot)),
      cost: Array.from({ length: 168 }, (_, slot) => Float64Array.from(need(slot) === 1 ? [15, 0, 0] : [0])),
    }))
    const roster = solve({ ...plain, queues })
    const weekends = (agentId: string): number =>
      roster.shifts.filter((shift) => shift.agentId === agentId && shift.day >= 5).length
    expect(weekends('bob')).toBe(2)
    expect(weekends('ann')).toBe(0)
  })
})

describe('activities', () => {
  const activities = [
    {
      activityId: 'meet',
      name: 'Meeting',
      kind: 'meeting' as const,
      slots: 2,
      agentIds: ['ann', 'bob'],
      isTogether: true,
      from: 8,
      to: 20,
    },
    {
      activityId: 'learn',
      name: 'Training',
      kind: 'training' as const,
      slots: 1,
      agentIds: ['ann', 'bob'],
      isTogether: false,
      from: 24,
      to: 48,
    },
  ]

  it('find their place within shifts, meetings for all at once', () => {
    const roster = solve(smallProblem(3, { activities }), 65_536)
    const placed = (activityId: string) =>
      roster.shifts.flatMap((shift) => shift.activities.filter((one) => one.activityId === activityId))
    expect(new Set(placed('meet').map(({ start }) => start)).size).toBe(1)
    expect(placed('meet')).toHaveLength(2)
    expect(placed('learn')).toHaveLength(2)
    expect(placed('learn').every(({ start, end }) => start >= 24 && end <= 48)).toBe(true)
  })

  it('stay bounded', () => {
    const problem = smallProblem(3, { activities })
    const roster = solve(problem, 65_536)
    expect(createRosterBound(problem, roster).run(60).bound).toBeLessThanOrEqual(checkRoster(problem, roster).objective)
  })

  it('are counted when they find no place', () => {
    const problem = smallProblem(2, { activities: activities.slice(0, 1).map((one) => ({ ...one, from: 0, to: 4 })) })
    expect(checkRoster(problem, solve(problem)).parts.activities).toBeGreaterThan(0)
  })
})

describe('a week with a clock change', () => {
  /** The last Sunday of March: three in the morning follows two. */
  const lengths = [24, 24, 24, 24, 24, 24, 23, 24]
  const plain = smallProblem(8)
  const days = plain.days.map((day, at) => ({
    ...day,
    isoWeekday: (at % 7) + 1,
    slots: lengths[at] ?? 24,
    firstSlot: lengths.slice(0, at).reduce((sum, one) => sum + one, 0),
  }))
  const queues = plain.queues.map(({ queueId, needed, cost }) => ({
    queueId,
    needed: needed.slice(0, 191),
    cost: cost.slice(0, 191),
  }))
  const problem: RosterProblem = { ...plain, days, queues }

  it('begins shifts when the clock on the wall says so', () => {
    expect(slotAt(days, 5, 8, 60)).toBe(5 * 24 + 8)
    expect(slotAt(days, 6, 1, 60)).toBe(6 * 24 + 1)
    expect(slotAt(days, 6, 8, 60)).toBe(6 * 24 + 7)
    expect(slotAt(days, 7, 8, 60)).toBe(6 * 24 + 23 + 8)
    // The night that begins on Saturday at ten ends at six of a clock that was put forward.
    expect(slotAt(days, 5, 30, 60) - slotAt(days, 5, 22, 60)).toBe(7)
  })

  it('is rostered, checked and bounded like any other', () => {
    const roster = solve(problem)
    expect(roster.shifts.some(({ day, start }) => day === 6 && [7, 11].includes(start - 144))).toBe(true)
    expect(createRosterBound(problem, roster).run(60).bound).toBeLessThanOrEqual(checkRoster(problem, roster).objective)
    expect(createRosterBoard(problem, roster).broken()).toEqual([])
  })
})
