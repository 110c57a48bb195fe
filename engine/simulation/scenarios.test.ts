import { describe, expect, it } from 'vitest'

import {
  changeCenter,
  compareCenters,
  createScenarioSimulator,
  readCenterModel,
  replicationPieces,
  simulateCenter,
  skillGroups,
  summarizeScenarios,
  wholeAgents,
  type CenterChange,
  type CenterModel,
} from './index.ts'

const runs = { replications: 60, seed: 5 }

/** Two hours, two types, a group for each and one for both. */
const base: CenterModel = readCenterModel({
  horizonSeconds: 7200,
  periods: [0, 1800, 3600, 5400].map((startSeconds) => ({ startSeconds, lengthSeconds: 1800 })),
  contactTypes: [
    {
      id: 'sales',
      arrivalsPerHour: 100,
      handling: { kind: 'lognormal', meanSeconds: 200, sdSeconds: 180 },
      patience: { kind: 'exponential', meanSeconds: 120 },
      groups: ['only sales', 'both'],
    },
    {
      id: 'help',
      arrivalsPerHour: 80,
      handling: { kind: 'exponential', meanSeconds: 240 },
      patience: { kind: 'exponential', meanSeconds: 150 },
      groups: ['only help', 'both'],
    },
  ],
  groups: [
    { id: 'only sales', types: ['sales'], agents: [4, 5, 5, 4] },
    { id: 'only help', types: ['help'], agents: [4, 4, 4, 0] },
    { id: 'both', types: ['sales', 'help'], agents: [2, 2, 3, 3] },
  ],
}).model

const change = (...changes: CenterChange[]): CenterModel => changeCenter(base, changes)
const simulate = (models: readonly CenterModel[]) => {
  const simulator = createScenarioSimulator(models)
  const pieces = replicationPieces(runs.replications).map((piece) => simulator.simulate(piece, runs.seed))
  return summarizeScenarios(models, runs, pieces)
}

describe('scenarios', () => {
  it('come out as each alone and each pair would', () => {
    const more = change({ kind: 'agents', group: 'both', more: 1 })
    const trained = change({ kind: 'crossTrain', group: 'only sales', agents: 2, type: 'help' })
    const [first, second, third] = simulate([base, more, trained])
    expect(first).toEqual({ ...simulateCenter(base, runs), against: [] })
    expect(second).toEqual({ ...simulateCenter(more, runs), against: [compareCenters(base, more, runs)] })
    expect(third?.against).toEqual([compareCenters(base, trained, runs), compareCenters(more, trained, runs)])
  })

  it('that change nothing differ by nothing, without doubt', () => {
    const [, same] = simulate([base, change({ kind: 'load', type: null, factor: 1 })])
    expect(same?.against[0]?.total.serviceLevel.strict).toEqual({ mean: 0, halfWidth: 0 })
    expect(same?.against[0]?.agents.occupancy).toEqual({ mean: 0, halfWidth: 0 })
  })

  it('know the difference better than either side', () => {
    const [plain, more] = simulate([base, change({ kind: 'agents', group: 'both', more: 1 })])
    const level = more?.against[0]?.total.serviceLevel.strict
    expect(level?.mean).toBeGreaterThan(0)
    expect(level?.halfWidth).toBeLessThan(plain?.total.serviceLevel.strict.halfWidth ?? 0)
    expect(more?.against[0]?.agents.occupancy.mean).toBeCloseTo(
      (more?.agents.occupancy.mean ?? 0) - (plain?.agents.occupancy.mean ?? 0),
      12,
    )
  })

  it('add up the groups', () => {
    const [{ agents, perGroup } = simulateCenter(base, runs)] = simulate([base])
    const busy = perGroup.reduce((sum, group) => sum + group.busySeconds.mean, 0)
    const staffed = perGroup.reduce((sum, group) => sum + group.staffedSeconds.mean, 0)
    expect(agents.occupancy.mean).toBeCloseTo(busy / staffed, 12)
    expect(agents.perPeriod).toHaveLength(4)
  })
})

describe('a change', () => {
  it('moves load, handling and patience by a factor, of one type or of all, in the hours named', () => {
    const span = { fromSeconds: 1800, toSeconds: 5400 }
    expect(change({ kind: 'load', type: 'sales', factor: 1.2, span }).contactTypes[0]?.arrivalsPerHour).toEqual([
      100, 120, 120, 100,
    ])
    const slow = change({ kind: 'handling', type: null, factor: 1.5 }, { kind: 'patience', type: 'help', factor: 2 })
    expect(slow.contactTypes[0]?.handling[0]).toMatchObject({ sdSeconds: 270 })
    expect(slow.contactTypes[1]?.handling[0]).toMatchObject({ meanSeconds: 360 })
    expect(slow.contactTypes[1]?.patience?.[0]).toEqual({ kind: 'exponential', meanSeconds: 300 })
    expect(slow.contactTypes[0]?.patience).toEqual(base.contactTypes[0]?.patience)
  })

  it('adds agents where the group works, and never goes below none', () => {
    const agentsOf = (more: number, span?: { fromSeconds: number; toSeconds: number }) =>
      change({ kind: 'agents', group: 'only help', more, ...(span === undefined ? {} : { span }) }).groups[1]?.agents
    expect(agentsOf(1)).toEqual([5, 5, 5, 0])
    expect(agentsOf(-9)).toEqual([0, 0, 0, 0])
    expect(agentsOf(2, { fromSeconds: 5400, toSeconds: 7200 })).toEqual([4, 4, 4, 2])
  })

  it('takes the absent away by their share, hours right over the day', () => {
    const { groups } = change({ kind: 'absence', group: null, share: 0.1 })
    expect(groups[0]?.agents.reduce((sum, one) => sum + one, 0)).toBeCloseTo(18 * 0.9, -0.5)
    expect(wholeAgents([1.5, 1.5, 0, 1.5, 1.5])).toEqual([2, 1, 0, 2, 1])
  })

  it('teaches some agents another type and keeps the number of people', () => {
    const { groups, contactTypes } = change({ kind: 'crossTrain', group: 'only sales', agents: 2, type: 'help' })
    expect(groups).toHaveLength(4)
    expect(groups[3]).toMatchObject({ id: 'only sales+help', types: ['sales', 'help'] })
    expect(Math.max(...(groups[3]?.agents ?? []))).toBe(2)
    for (const period of [0, 1, 2, 3])
      expect((groups[0]?.agents[period] ?? 0) + (groups[3]?.agents[period] ?? 0)).toBe(base.groups[0]?.agents[period])
    expect(contactTypes[0]?.groups.map(({ group }) => group)).toEqual(['only sales', 'only sales+help', 'both'])
    expect(contactTypes[1]?.groups.at(-1)).toEqual({ group: 'only sales+help', afterSeconds: 0 })
  })

  it('puts types first, sets the routing, lets a group help after a while', () => {
    const first = change({ kind: 'priority', types: ['help'] })
    expect([first.routing, first.groups[2]?.types]).toEqual(['priority', ['help', 'sales']])
    expect(change({ kind: 'routing', routing: 'priority', agentChoice: 'leastOccupied' })).toMatchObject({
      routing: 'priority',
      agentChoice: 'leastOccupied',
    })
    const helped = change({ kind: 'overflow', type: 'help', group: 'only sales', afterSeconds: 30 })
    expect(helped.contactTypes[1]?.groups.at(-1)).toEqual({ group: 'only sales', afterSeconds: 30 })
    expect(helped.groups[0]?.types).toEqual(['sales', 'help'])
  })

  it('lays a shift with its pause over the group, to the minute, cut to the day', () => {
    const pauses = [{ startSeconds: 2000, endSeconds: 2600 }]
    const shift = { kind: 'shift', group: 'both', agents: 2, startSeconds: 1000, endSeconds: 99_999, pauses } as const
    const shifted = change(shift)
    expect(shifted.groups[2]?.shifts).toEqual([{ agents: 2, startSeconds: 1000, endSeconds: 7200, pauses }])
    const [plain, more] = simulate([base, shifted])
    const staffed = (more?.agents.staffedSeconds.mean ?? 0) - (plain?.agents.staffedSeconds.mean ?? 0)
    // Two people for 6200 seconds, less ten minutes; who is in a contact when the pause begins ends it.
    expect(staffed).toBeGreaterThan(2 * 5600 - 200)
    expect(staffed).toBeLessThan(2 * 6200)
    expect(more?.against[0]?.total.serviceLevel.strict.mean).toBeGreaterThan(0)
    // Whoever is trained afterwards takes no shift along.
    expect(change(shift, { kind: 'crossTrain', group: 'both', agents: 1, type: 'help' }).groups).toHaveLength(3)
    const trained = change(
      { ...shift, group: 'only sales' },
      { kind: 'crossTrain', group: 'only sales', agents: 1, type: 'help' },
    )
    expect(trained.groups.flatMap(({ shifts }) => shifts)).toHaveLength(1)
    expect(() => change({ ...shift, startSeconds: 7200 })).toThrow('nothing of the day')
    expect(() => change({ ...shift, agents: 0 })).toThrow('agents must be a whole number')
  })

  it('limits the lines, makes days differ, lets some hang up at once, and takes all of it back', () => {
    const [plain, few, unlike, hasty] = simulate([
      base,
      change({ kind: 'lines', lines: 12 }),
      change({ kind: 'busyness', spread: 0.3 }),
      change({ kind: 'leaveAtOnce', type: null, share: 0.2 }),
    ])
    expect(plain?.total.blockedRate.mean).toBe(0)
    expect(few?.total.blockedRate.mean).toBeGreaterThan(0.01)
    // As many come on average, and far less surely.
    expect(unlike?.total.offered.halfWidth).toBeGreaterThan(2 * (plain?.total.offered.halfWidth ?? 0))
    expect(hasty?.against[0]?.total.abandonRate.mean).toBeGreaterThan(0.02)
    expect(
      change(
        { kind: 'lines', lines: 12 },
        { kind: 'lines', lines: null },
        { kind: 'busyness', spread: 0.3 },
        { kind: 'busyness', spread: 0 },
      ),
    ).toEqual(base)
    expect(() => change({ kind: 'lines', lines: 0.5 })).toThrow('lines must be a whole number')
    expect(() => change({ kind: 'busyness', spread: 9 })).toThrow('spread must lie between')
    expect(() => change({ kind: 'leaveAtOnce', type: null, share: 2 })).toThrow('share must lie between')
  })

  it('names what the centre does not have and numbers that make no sense', () => {
    expect(() => change({ kind: 'load', type: 'x', factor: 1 })).toThrow('type is "x"')
    expect(() => change({ kind: 'agents', group: 'y', more: 1 })).toThrow('group is "y"')
    expect(() => change({ kind: 'handling', type: null, factor: 0 })).toThrow(RangeError)
    expect(() => change({ kind: 'absence', group: null, share: 2 })).toThrow(RangeError)
    expect(() => change({ kind: 'crossTrain', group: 'both', agents: 0.5, type: 'help' })).toThrow(RangeError)
    expect(() => change({ kind: 'overflow', type: 'help', group: 'both', afterSeconds: -1 })).toThrow(RangeError)
  })
})

describe('skill groups', () => {
  it('are agents who handle the same queues, chance transfers apart', () => {
    const groups = skillGroups([
      { agent: 1, queue: 10, contacts: 500 },
      { agent: 1, queue: 20, contacts: 3 },
      { agent: 2, queue: 10, contacts: 300 },
      { agent: 3, queue: 20, contacts: 200 },
      { agent: 3, queue: 10, contacts: 90 },
    ])
    expect(groups).toEqual([
      { agents: [1, 2], queues: [10] },
      { agents: [3], queues: [20, 10] },
    ])
  })

  it('join the smallest with their likest when there are too many', () => {
    const handled = [1, 2, 3].flatMap((agent) => [
      { agent, queue: 1, contacts: 9 },
      ...(agent === 3 ? [{ agent, queue: 2, contacts: 9 }] : []),
    ])
    const groups = skillGroups([...handled, { agent: 4, queue: 5, contacts: 2 }, { agent: 5, queue: 5, contacts: 2 }], {
      mostGroups: 2,
    })
    expect(groups).toEqual([
      { agents: [1, 2, 3], queues: [1] },
      { agents: [4, 5], queues: [5] },
    ])
  })
})
