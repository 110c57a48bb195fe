import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { leastCost } from './check-sharing.ts'
import { prepareRoster } from './prepare-roster.ts'
import { createSlotService } from './slot-service.ts'
import { smallAgent, smallProblem } from './testing/small-problem.ts'

const queueIds = ['a', 'b', 'c']
const teams = [['a'], ['b'], ['a', 'b'], ['b', 'c'], ['a', 'b', 'c']]

/** Convex tables that may also rise again. */
const table = fc.array(fc.integer({ min: -50, max: 20 }), { minLength: 1, maxLength: 6 }).map((steps) => {
  const costs = [300]
  for (const step of steps.toSorted((left, right) => left - right)) costs.push((costs.at(-1) ?? 0) + step)
  return Float64Array.from(costs)
})

describe('agents shared out over queues', () => {
  it('cost the least there is after every one that comes or goes, and so it was said before', () => {
    const moves = fc.array(fc.tuple(fc.nat(teams.length - 1), fc.boolean()), { minLength: 1, maxLength: 25 })
    fc.assert(
      fc.property(fc.tuple(table, table, table), moves, (tables, steps) => {
        const problem = smallProblem(1, {
          queues: queueIds.map((queueId, at) => ({
            queueId,
            needed: new Float64Array(24),
            cost: Array.from({ length: 24 }, () => tables[at] ?? new Float64Array(0)),
          })),
          agents: teams.map((own, at) => smallAgent(`agent${at}`, 1, { queueIds: own })),
        })
        const service = createSlotService(prepareRoster(problem))
        const present = teams.map(() => 0)
        const cost = () =>
          leastCost(
            queueIds.map((queueId, at) => ({ queueId, cost: tables[at] ?? new Float64Array(0) })),
            teams.map((own, at) => ({ queueIds: own, agents: present[at] ?? 0 })),
          )
        let sum = cost()
        for (const [team, isMore] of steps) {
          if (!isMore && present[team] === 0) continue
          const said = (isMore ? service.up : service.down)[team * service.width] ?? 0
          const tried = service.tryMoves(0, Int32Array.of(team), Int32Array.of(isMore ? 1 : -1), 1)
          const made = service.move(0, team, isMore ? 1 : -1)
          present[team] = (present[team] ?? 0) + (isMore ? 1 : -1)
          expect(made).toBeCloseTo(said, 9)
          expect(tried).toBeCloseTo(said, 9)
          sum += made
          expect(sum).toBeCloseTo(cost(), 9)
        }
      }),
      { numRuns: 150 },
    )
  })
})
