import { describe, expect, it } from 'vitest'

import { rosterCenter } from '../../bench/roster-center.ts'
import { checkRoster, createRosterBoard, createRosterOptimiser } from './index.ts'

const problem = rosterCenter({ agents: 14, weeks: 2, seed: 8, firstDate: '2026-11-02' })
const optimiser = createRosterOptimiser(problem, { seed: 2, plannedMoves: 60_000 })
optimiser.run(60_000)
const roster = optimiser.best()

describe('the independent checker', { timeout: 60_000 }, () => {
  it('agrees with the optimiser on every part of the objective', () => {
    const check = checkRoster(problem, roster)
    const { parts, objective } = optimiser.bestScore()
    expect(check.isLawful).toBe(true)
    expect(check.violations).toEqual([])
    for (const part of Object.keys(parts) as (keyof typeof parts)[])
      expect(check.parts[part]).toBeCloseTo(parts[part], 4)
    expect(check.objective).toBeCloseTo(objective, 4)
  })
})

describe('the planner’s board', { timeout: 60_000 }, () => {
  it('tells what a change would do and leaves the roster as it is', () => {
    const board = createRosterBoard(problem, roster)
    const before = board.score()
    const shift = roster.shifts[5]
    if (shift === undefined) throw new Error('there is no sixth shift')
    const result = board.tryChange([{ kind: 'remove', agentId: shift.agentId, day: shift.day }])
    if (!result.isPossible) throw new Error(result.problem)
    const without = { shifts: roster.shifts.filter((one) => one !== shift) }
    expect(result.effect.score.objective).toBeCloseTo(checkRoster(problem, without).objective, 4)
    expect(result.effect.coverage.length).toBeGreaterThan(0)
    expect(result.effect.coverage.every(({ before: was, after: is }) => was !== is)).toBe(true)
    expect(board.score().objective).toBeCloseTo(before.objective, 4)
    expect(board.roster()).toEqual(roster)
  })

  it('says which limits a change breaks', () => {
    const board = createRosterBoard(problem, roster)
    const first = roster.shifts[0]
    if (first === undefined) throw new Error('there is no shift')
    const next = { ...first, day: first.day + 1, start: first.end + 8, end: first.end + 8 + (first.end - first.start) }
    const by = next.start - first.start
    const moved = first.breaks.map((one) => ({ ...one, start: one.start + by, end: one.end + by }))
    const result = board.tryChange([
      { kind: 'remove', agentId: first.agentId, day: first.day + 1 },
      { kind: 'remove', agentId: first.agentId, day: first.day + 2 },
      { kind: 'place', shift: { ...next, shapeId: null, breaks: moved, activities: [] } },
    ])
    if (!result.isPossible) throw new Error(result.problem)
    const rest = result.effect.broken.find(({ limit }) => limit === 'minRest')
    expect(rest).toMatchObject({
      agentId: first.agentId,
      day: first.day + 1,
      measuredHours: 2,
      limitHours: 12,
      excessHours: 10,
    })
  })

  it('refuses a shift across another one of hers', () => {
    const board = createRosterBoard(problem, roster)
    const shift = roster.shifts.find((one) =>
      roster.shifts.some((other) => other.agentId === one.agentId && other.day === one.day + 1),
    )
    if (shift === undefined) throw new Error('nobody works two days in a row')
    const next = roster.shifts.find((other) => other.agentId === shift.agentId && other.day === shift.day + 1)
    const result = board.tryChange([{ kind: 'place', shift: { ...shift, end: (next?.start ?? 0) + 1 } }])
    expect(result).toMatchObject({ isPossible: false, problem: 'overlap' })
  })
})
