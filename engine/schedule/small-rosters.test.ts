import { describe, expect, it } from 'vitest'

import {
  checkRoster,
  createRosterBound,
  createRosterOptimiser,
  type Roster,
  type RosterProblem,
  type RosterShift,
} from './index.ts'
import { dayShape, looseLimits, smallAgent, smallProblem } from './testing/small-problem.ts'

/** Every roster there is: each agent, each day, off or one of the starts with the meal in each hour that it may have. */
function* allRosters({ agents, days, shapes }: RosterProblem): Generator<Roster> {
  const { earliest = 0, latest = 0 } = shapes[0]?.breaks[0] ?? {}
  const meals = Array.from({ length: latest - earliest + 1 }, (_, at) => earliest + at)
  const choices = agents.flatMap(({ agentId }) =>
    days.map(({ firstSlot }, day): readonly (RosterShift | null)[] => [
      null,
      ...(shapes[0]?.starts ?? []).flatMap((wall) =>
        meals.map((meal): RosterShift => {
          const start = firstSlot + wall
          const breaks = [{ kind: 'meal' as const, start: start + meal, end: start + meal + 1, isPaid: false }]
          return { agentId, day, shapeId: 'day', start, end: start + 8, breaks, activities: [] }
        }),
      ),
    ]),
  )
  const total = choices.reduce((product, list) => product * list.length, 1)
  for (let number = 0; number < total; number++) {
    let rest = number
    const shifts: RosterShift[] = []
    for (const list of choices) {
      const shift = list[rest % list.length]
      if (shift !== null && shift !== undefined) shifts.push(shift)
      rest = Math.floor(rest / list.length)
    }
    yield { shifts }
  }
}

const leastByProblem = new Map<RosterProblem, number>()

function leastByHand(problem: RosterProblem): number {
  const known = leastByProblem.get(problem)
  if (known !== undefined) return known
  let least = Number.POSITIVE_INFINITY
  for (const roster of allRosters(problem)) {
    const { isLawful, objective } = checkRoster(problem, roster)
    if (isLawful) least = Math.min(least, objective)
  }
  leastByProblem.set(problem, least)
  return least
}

function found(problem: RosterProblem): Roster {
  const optimiser = createRosterOptimiser(problem, { seed: 1, plannedMoves: 24_576 })
  optimiser.run(24_576)
  return optimiser.best()
}

/** The meal always in the fourth hour: three days stay few enough to try all. */
const shapes = [{ ...dayShape, breaks: dayShape.breaks.map((rule) => ({ ...rule, latest: rule.earliest })) }]
const limits = {
  ...looseLimits,
  mayWork: [true, true, true],
  budgets: [{ firstDay: 0, lastDay: 2, minMinutes: 420, maxMinutes: 840 }],
}

const cases: readonly (readonly [name: string, problem: RosterProblem])[] = [
  ['with nothing forbidden', smallProblem(2)],
  [
    'with hours between a least and a most',
    smallProblem(3, {
      shapes,
      agents: [
        smallAgent('ann', 3, { limits }),
        smallAgent('bob', 3, { limits: { ...limits, maxConsecutiveDays: 1 } }),
      ],
    }),
  ],
  [
    'with rest, wishes and an absence',
    smallProblem(3, {
      shapes,
      agents: [
        smallAgent('ann', 3, {
          limits: { ...looseLimits, mayWork: [true, true, true], minRestSlots: 14 },
          wishes: [{ wishId: 'w', day: 1, kind: 'endBy', shapeId: null, slot: 16, weight: 40 }],
        }),
        smallAgent('bob', 3, { absences: [{ start: 30, end: 40, kind: 'leave' }], costPerHour: 14 }),
      ],
    }),
  ],
]

describe('small rosters', { timeout: 60_000 }, () => {
  it.each(cases)('are made as cheap as the cheapest of all lawful ones, %s', (_, problem) => {
    const least = leastByHand(problem)
    const roster = found(problem)
    const check = checkRoster(problem, roster)
    expect(check.violations).toEqual([])
    expect(check.objective).toBeCloseTo(least, 6)
  })

  it.each(cases)('cost no less than the proven bound, which comes near, %s', (_, problem) => {
    const least = leastByHand(problem)
    const { bound } = createRosterBound(problem, found(problem)).run(150)
    expect(bound).toBeLessThanOrEqual(least + 1e-6)
    expect(bound).toBeGreaterThan(0.8 * least)
  })

  it('are bounded from a bad roster too, and never above the best', () => {
    const problem = smallProblem(2)
    const { bound } = createRosterBound(problem, { shifts: [] }).run(100)
    expect(bound).toBeLessThanOrEqual(leastByHand(problem) + 1e-6)
  })
})
