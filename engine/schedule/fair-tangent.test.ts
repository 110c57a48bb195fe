import { describe, expect, it } from 'vitest'

import { rosterCenter } from '../../bench/roster-center.ts'
import { createRandom } from '../numeric/index.ts'
import { fairKinds } from './fair-balance.ts'
import { createFairTangent } from './fair-tangent.ts'
import { createRosterDesk } from './load-roster.ts'
import { prepareRoster } from './prepare-roster.ts'

const problem = rosterCenter({ agents: 12, weeks: 2, seed: 6, firstDate: '2026-11-02' })

describe('the tangent of the fair share', () => {
  const { state } = createRosterDesk(prepareRoster(problem), () => 0)
  const { fair } = state
  const agents = problem.agents.length
  const random = createRandom(1)
  const anyCounts = (): Float64Array =>
    Float64Array.from({ length: fairKinds.length * agents }, () => 8 * random.uniform())

  /** Of counts of this roster alone. */
  function costOf(counts: Float64Array): number {
    let sum = 0
    for (const [kind, name] of fairKinds.entries()) {
      const own = problem.agents.map(({ soFar }, agent) => soFar[name] + (counts[kind * agents + agent] ?? 0))
      const shares = problem.agents.map((_, agent) => fair.shares[kind * agents + agent] ?? 0)
      const total = own.reduce((all, count, agent) => all + (shares[agent] === 0 ? 0 : count), 0)
      for (const [agent, count] of own.entries())
        if (shares[agent] !== 0) sum += (fair.worth[kind] ?? 0) * (count - (shares[agent] ?? 0) * total) ** 2
    }
    return sum
  }

  it('is never above the cost and touches it where it leans to', () => {
    const tangent = createFairTangent(state)
    const plane = (counts: Float64Array): number =>
      counts.reduce((sum, count, at) => sum + count * (tangent.price[at] ?? 0), tangent.constant)
    for (let turn = 0; turn < 20; turn++) {
      const touched = anyCounts()
      tangent.lean(touched, 1)
      expect(plane(touched)).toBeCloseTo(costOf(touched), 6)
      for (let other = 0; other < 20; other++) {
        const counts = anyCounts()
        expect(plane(counts)).toBeLessThanOrEqual(costOf(counts) + 1e-6)
      }
    }
  })

  it('begins where the roster stands', () => {
    const tangent = createFairTangent(state)
    const now = Float64Array.from(fair.counts, (count, at) => {
      const name = fairKinds[Math.floor(at / agents)] ?? 'nights'
      return count - (problem.agents[at % agents]?.soFar[name] ?? 0)
    })
    const plane = now.reduce((sum, count, at) => sum + count * (tangent.price[at] ?? 0), tangent.constant)
    expect(plane).toBeCloseTo(fair.cost(), 6)
  })
})
