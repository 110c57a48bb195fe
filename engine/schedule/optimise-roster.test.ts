import { describe, expect, it } from 'vitest'

import { rosterCenter } from '../../bench/roster-center.ts'
import { createRosterOptimiser, scoreRoster } from './index.ts'

const problem = rosterCenter({ agents: 12, weeks: 2, seed: 3, firstDate: '2026-11-02' })

describe('the optimiser', { timeout: 60_000 }, () => {
  it('keeps running totals that a count from nothing confirms', () => {
    const optimiser = createRosterOptimiser(problem, { seed: 5, plannedMoves: 60_000 })
    for (let piece = 0; piece < 6; piece++) {
      optimiser.run(10_000)
      const counted = scoreRoster(problem, optimiser.best())
      const kept = optimiser.bestScore()
      expect(counted.objective).toBeCloseTo(kept.objective, 4)
      for (const part of Object.keys(kept.parts) as (keyof typeof kept.parts)[])
        expect(counted.parts[part]).toBeCloseTo(kept.parts[part], 4)
      expect(counted.brokenHours).toBeCloseTo(kept.brokenHours, 6)
    }
    expect(optimiser.bestScore().isLawful).toBe(true)
  })

  it('gives the same roster for the same seed and another for another', () => {
    const run = (seed: number) => {
      const optimiser = createRosterOptimiser(problem, { seed, plannedMoves: 20_000 })
      optimiser.run(20_000)
      return optimiser.best()
    }
    expect(run(1)).toEqual(run(1))
    expect(run(1)).not.toEqual(run(2))
  })

  it('goes on from a roster it is given', () => {
    const first = createRosterOptimiser(problem, { seed: 1, plannedMoves: 20_000 })
    first.run(20_000)
    const next = createRosterOptimiser(problem, { seed: 2, plannedMoves: 20_000, start: first.best() })
    expect(next.bestScore().objective).toBeCloseTo(first.bestScore().objective, 4)
  })

  it('begins without shifts that have become forbidden since, also where no other is open to that person', () => {
    const former = createRosterOptimiser(problem, { seed: 1, plannedMoves: 20_000 })
    former.run(20_000)
    const [away] = problem.agents
    const slots = problem.days.reduce((sum, { slots: length }) => sum + length, 0)
    const leave = { start: 0, end: slots * 2, kind: 'leave' as const }
    const agents = problem.agents.map((agent) => (agent === away ? { ...agent, absences: [leave] } : agent))
    const start = former.best()
    expect(start.shifts.some(({ agentId }) => agentId === away?.agentId)).toBe(true)
    const next = createRosterOptimiser({ ...problem, agents }, { seed: 2, plannedMoves: 20_000, start })
    next.run(20_000)
    expect(next.best().shifts.filter(({ agentId }) => agentId === away?.agentId)).toEqual([])
    expect(next.best().shifts.length).toBeGreaterThan(50)
  })
})
