import { describe, expect, it } from 'vitest'

import { openHighs } from '../../cli/highs-solver.ts'
import { coverBy } from '../../cli/highs-cover.ts'
import { readCenterModel, simulateCenter, type CenterModel } from '../simulation/index.ts'
import { multiSkillRequirement, type MultiSkillRequirement } from './multi-skill-requirement.ts'
import { requiredAgents } from './required-agents.ts'
import type { StaffingTarget } from './target.ts'

interface Type {
  readonly id: string
  readonly perHour: readonly number[]
}

const HOURS = 4
const LIMIT = 60_000
// Long periods: fewer days than usual tell as much.
const days = { searchDays: 30, checkDays: 200, seed: 1 }

/** Periods of four hours, everybody exponential: patience 180 s, handling 200 s. */
function centerOf(types: readonly Type[], groups: Readonly<Record<string, readonly string[]>>): CenterModel {
  const periods = types[0]?.perHour.length ?? 0
  return readCenterModel({
    horizonSeconds: periods * HOURS * 3600,
    periods: Array.from({ length: periods }, (_, period) => ({
      startSeconds: period * HOURS * 3600,
      lengthSeconds: HOURS * 3600,
    })),
    contactTypes: types.map(({ id, perHour }) => ({
      id,
      arrivalsPerHour: perHour,
      patience: { exponential: { meanSeconds: 180 } },
      handling: { exponential: { meanSeconds: 200 } },
      withinSeconds: 20,
      groups: Object.keys(groups).filter((group) => groups[group]?.includes(id)),
    })),
    groups: Object.entries(groups).map(([id, own]) => ({ id, types: own, agents: 0 })),
    routing: 'longestWaiting',
  }).model
}

const level: StaffingTarget = { serviceLevel: { fraction: 0.8, withinSeconds: 20, rule: 'neutral' } }
const allOf = (found: MultiSkillRequirement): number[] => found.agents.flat()

/** What Erlang A asks for. */
function formula(perHour: number, target: StaffingTarget): number {
  const found = requiredAgents(
    { offered: perHour, intervalSeconds: 3600, ahtSeconds: 200, patienceSeconds: 180 },
    target,
  )
  return found.possible ? found.agents : Number.NaN
}

describe('the requirement of skill groups, where a formula knows it', () => {
  // Loads at which the number found keeps the target with room and one agent fewer misses it clearly.
  it.each<[string, number, StaffingTarget]>([
    ['a service level', 120, level],
    ['a share that hangs up', 120, { maxAbandonRate: 0.05 }],
    ['a mean wait', 120, { maxAsaSeconds: 15 }],
    ['an occupancy', 120, { maxOccupancy: 0.7 }],
    ['all of them', 120, { ...level, maxAbandonRate: 0.05, maxAsaSeconds: 15, maxOccupancy: 0.7 }],
  ])(
    'is Erlang A’s for one group and one queue: %s',
    (_, perHour, target) => {
      const model = centerOf([{ id: 'calls', perHour: [perHour] }], { agents: ['calls'] })
      const found = multiSkillRequirement({ model, targets: [target], ...days })
      expect(found.possible).toBe(true)
      expect(allOf(found)).toEqual([formula(perHour, target)])
    },
    LIMIT,
  )

  it(
    'is each queue’s own where nobody takes two, and the one of both together where everybody does',
    () => {
      const types = [
        { id: 'sales', perHour: [60] },
        { id: 'help', perHour: [120] },
      ]
      const apart = centerOf(types, { sales: ['sales'], help: ['help'] })
      const targets = [level, level]
      expect(allOf(multiSkillRequirement({ model: apart, targets, ...days }))).toEqual([
        formula(60, level),
        formula(120, level),
      ])
      const together = centerOf(types, { all: ['sales', 'help'] })
      expect(allOf(multiSkillRequirement({ model: together, targets, ...days }))).toEqual([formula(180, level)])
    },
    LIMIT,
  )
})

describe('the requirement of skill groups', () => {
  const groups = { sales: ['sales'], help: ['help'], both: ['sales', 'help'] }
  const model = centerOf(
    [
      { id: 'sales', perHour: [60, 120] },
      { id: 'help', perHour: [90, 120] },
    ],
    groups,
  )
  const targets: readonly StaffingTarget[] = [level, { maxAbandonRate: 0.04 }]
  const costs = [1, 1, 1.1]
  const found = multiSkillRequirement({ model, targets, costs, ...days })
  const staffed = (agents: readonly (readonly number[])[]): CenterModel => ({
    ...model,
    groups: model.groups.map((group, at) => ({ ...group, agents: agents[at] ?? [] })),
  })
  /** Whether every queue keeps its own target, by the simulation that What-if uses. */
  const keeps = (agents: readonly (readonly number[])[], slack: number): boolean => {
    const [sales, help] = simulateCenter(staffed(agents), { replications: 600, seed: 77 }).perQueue
    return (
      sales?.perPeriod.every(({ serviceLevel }) => serviceLevel.neutral.mean > 0.8 - slack) === true &&
      help?.perPeriod.every(({ abandonRate }) => abandonRate.mean < 0.04 + slack) === true
    )
  }

  it('keeps each queue’s own target in every period, on days it has not seen', () => {
    expect(found.possible).toBe(true)
    expect(keeps(found.agents, 0.005)).toBe(true)
    expect(found.parts.map(({ type, part, wanted }) => [type, part, wanted])).toEqual([
      ['sales', 'serviceLevel', 0.8],
      ['help', 'abandonRate', 0.04],
    ])
  })

  it(
    'is lean: hardly an agent could be spared',
    () => {
      const spare = found.agents.flatMap((ofGroup, group) =>
        ofGroup.flatMap((number, period) => {
          if (number === 0) return []
          const fewer = found.agents.map((own, at) => (at === group ? own.with(period, number - 1) : own))
          return keeps(fewer, 0) ? [`${group} ${period}`] : []
        }),
      )
      expect(spare.length).toBeLessThanOrEqual(1)
    },
    LIMIT,
  )

  it(
    'pools agents where that is cheaper, and has nobody of two skills where those are dear',
    () => {
      const [, , both = []] = found.agents
      expect(Math.max(...both)).toBeGreaterThan(0)
      const dear = multiSkillRequirement({ model, targets, costs: [1, 1, 3], ...days })
      expect(Math.max(...(dear.agents[2] ?? []))).toBe(0)
    },
    LIMIT,
  )

  it(
    'gives the same answer for the same seed, and costs no more with a solver',
    async () => {
      expect(multiSkillRequirement({ model, targets, costs, ...days }).agents).toEqual(found.agents)
      const solve = coverBy(await openHighs())
      expect(multiSkillRequirement({ model, targets, costs, ...days, solve }).cost).toBeLessThanOrEqual(
        found.cost + 1e-9,
      )
    },
    LIMIT,
  )

  it(
    'names the queue and the part that is missed where no group may grow',
    () => {
      const tight = multiSkillRequirement({ model, targets, costs, most: [2, 2, 2], ...days })
      expect(tight.possible).toBe(false)
      expect(tight.unreachable.map(({ type, part }) => [type, part])).toContainEqual(['help', 'abandonRate'])
      for (const { level: reached } of tight.unreachable) expect(reached).not.toBeNaN()
    },
    LIMIT,
  )

  it(
    'names what no number of agents keeps, and searches the rest without it',
    () => {
      const hopeless = multiSkillRequirement({
        model,
        targets: [
          { ...level, maxOccupancy: 1e-9 },
          { maxAsaSeconds: 0, maxAbandonRate: 0.04 },
        ],
        costs,
        ...days,
      })
      expect(hopeless.unreachable).toEqual([
        { type: 'sales', part: 'occupancy', period: null, level: null },
        { type: 'help', part: 'asa', period: null, level: null },
      ])
      expect(hopeless.cost).toBeCloseTo(found.cost, 9)
    },
    LIMIT,
  )

  it('refuses a target that is none, and lists of another length', () => {
    const wrong = (change: object) => () => multiSkillRequirement({ model, targets, ...days, ...change })
    expect(wrong({ targets: [level, {}] })).toThrow('help: target must have a part')
    expect(wrong({ targets: [level] })).toThrow('one entry for each of the 2 types')
    expect(wrong({ costs: [1, 1] })).toThrow('one entry for each of the 3 groups')
    expect(wrong({ costs: [1, 1, 0] })).toThrow('costs[2]')
  })
})
