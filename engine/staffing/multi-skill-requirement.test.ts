import { describe, expect, it } from 'vitest'

import { readCenterModel, simulateCenter, type CenterModel } from '../simulation/index.ts'
import { multiSkillRequirement } from './multi-skill-requirement.ts'

// Two types, a group for each and one for both, two periods: small enough to try every agent one fewer.

const { model } = readCenterModel({
  horizonSeconds: 7200,
  periods: [
    { startSeconds: 0, lengthSeconds: 3600 },
    { startSeconds: 3600, lengthSeconds: 3600 },
  ],
  contactTypes: ['sales', 'help'].map((id, type) => ({
    id,
    arrivalsPerHour: [60 + 30 * type, 120],
    patience: { exponential: { meanSeconds: 180 } },
    handling: { exponential: { meanSeconds: 200 } },
    withinSeconds: 20,
    groups: [id, 'both'],
  })),
  groups: [
    { id: 'sales', types: ['sales'], agents: 0 },
    { id: 'help', types: ['help'], agents: 0 },
    { id: 'both', types: ['sales', 'help'], agents: 0 },
  ],
  routing: 'longestWaiting',
})
const target = { fraction: 0.8, rule: 'neutral' } as const
const costs = [1, 1, 1.1]

const staffed = (agents: readonly (readonly number[])[]): CenterModel => ({
  ...model,
  groups: model.groups.map((group, at) => ({ ...group, agents: agents[at] ?? [] })),
})
const levels = (agents: readonly (readonly number[])[], seed: number): number[] =>
  simulateCenter(staffed(agents), { replications: 1500, seed }).perQueue.flatMap(({ perPeriod }) =>
    perPeriod.map(({ serviceLevel }) => serviceLevel.neutral.mean),
  )

describe('the requirement of skill groups', () => {
  const found = multiSkillRequirement({ model, target, costs, seed: 1 })

  it('keeps the target of every type in every period, on days it has not seen', () => {
    expect(found.possible).toBe(true)
    for (const level of levels(found.agents, 77)) expect(level).toBeGreaterThan(0.795)
  })

  it('is lean: few agents could be spared', () => {
    const spare = found.agents.flatMap((ofGroup, group) =>
      ofGroup.flatMap((number, period) => {
        if (number === 0) return []
        const fewer = found.agents.map((own, at) =>
          own.map((count, when) => (at === group && when === period ? count - 1 : count)),
        )
        return levels(fewer, 78).every((level) => level >= 0.8) ? [`${group} ${period}`] : []
      }),
    )
    expect(spare.length).toBeLessThanOrEqual(1)
  }, 60_000)

  it('gives the same answer for the same seed', () => {
    expect(multiSkillRequirement({ model, target, costs, seed: 1 }).agents).toEqual(found.agents)
  })

  it('says what is missed where no group may grow', () => {
    const tight = multiSkillRequirement({ model, target, costs, most: [2, 2, 2], seed: 1 })
    expect(tight.possible).toBe(false)
    expect(tight.unreachable.map(({ type }) => type)).toContain('help')
  })

  it('refuses a target that is none', () => {
    expect(() => multiSkillRequirement({ model, target: { ...target, fraction: 1.2 }, seed: 1 })).toThrow(RangeError)
  })
})
