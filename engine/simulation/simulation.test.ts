import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'

import { erlangA, erlangB, erlangC } from '../queueing/index.ts'
import {
  compareCenters,
  createPieceSimulator,
  readCenterModel,
  replicationPieces,
  simulateCenter,
  summarizePieces,
  type CenterModel,
  type Estimate,
} from './index.ts'
import { createCenterSimulator } from './center-simulator.ts'
import { CONTACT_COUNTERS, OFFERED } from './replication-tally.ts'
import { mmcAbandon, simpleMsk } from './testing/reference-centers.ts'

// Millions of contacts, on whatever machine.
vi.setConfig({ testTimeout: 60_000 })

const read = (input: unknown): CenterModel => readCenterModel(input).model
const exponential = (meanSeconds: number) => ({ exponential: { meanSeconds } })

/** One queue that runs so long that its empty start does not count. */
function longQueue(extra: object, type: object, agents = 12): CenterModel {
  const horizonSeconds = 150_000
  return read({
    horizonSeconds,
    periods: [{ startSeconds: 0, lengthSeconds: horizonSeconds }],
    contactTypes: [
      { id: 'calls', arrivalsPerHour: [252], handling: exponential(120), withinSeconds: 20, groups: ['all'], ...type },
    ],
    groups: [{ id: 'all', types: ['calls'], agents: [agents] }],
    ...extra,
  })
}

const demand = { offered: 252, intervalSeconds: 3600, ahtSeconds: 120, agents: 12, withinSeconds: 20 }

/** Right within four of its own standard errors (half-width ÷ 1.96), and the empty start. */
function expectNear({ mean, halfWidth }: Estimate, wanted: number, start = 0.004): void {
  expect(Math.abs(mean - wanted)).toBeLessThan(2 * (halfWidth ?? 0) + start * Math.abs(wanted))
}

describe('agreement with the formulas', () => {
  it('Erlang C, where everybody waits', () => {
    const { total, perGroup } = simulateCenter(longQueue({}, {}), { replications: 60, seed: 2 })
    const wanted = erlangC(demand)
    if ('unstable' in wanted) throw new Error('stable')
    expectNear(total.waitProbability, wanted.waitProbability)
    expectNear(total.serviceLevel.strict, wanted.serviceLevel.strict)
    expectNear(total.asaSeconds, wanted.asaSeconds)
    expectNear(perGroup[0]?.occupancy as Estimate, wanted.occupancy)
  })

  it('Erlang A, every rule', () => {
    const patient = { patience: exponential(180) }
    const { total } = simulateCenter(longQueue({}, patient, 8), { replications: 60, seed: 3 })
    const wanted = erlangA({ ...demand, agents: 8, patienceSeconds: 180 })
    expectNear(total.abandonRate, wanted.abandonRate)
    expectNear(total.meanWaitSeconds, wanted.meanWaitSeconds)
    expectNear(total.asaSeconds, wanted.asaSeconds)
    for (const rule of ['strict', 'answered', 'neutral', 'positive'] as const)
      expectNear(total.serviceLevel[rule], wanted.serviceLevel[rule])
  })

  it('Erlang B: as many lines as agents, and any law of handling', () => {
    for (const handling of [
      exponential(120),
      { lognormal: { meanSeconds: 120, sdSeconds: 200 } },
      { gamma: { shape: 0.5, meanSeconds: 120 } },
      { uniform: { fromSeconds: 60, toSeconds: 180 } },
      { deterministic: { seconds: 120 } },
      { empirical: { seconds: [20, 100, 240] } },
    ]) {
      const { total } = simulateCenter(longQueue({ lines: 9 }, { handling }, 9), { replications: 15, seed: 4 })
      expectNear(total.blockedRate, erlangB({ erlangs: 8.4, agents: 9 }))
      expect(total.abandoned.mean + total.left.mean).toBe(0)
    }
  })

  it('a customer without patience and a blocked one are lost alike', () => {
    const type = { patience: { ...exponential(60), probabilityZero: 1 } }
    const { total } = simulateCenter(longQueue({}, type, 9), { replications: 30, seed: 5 })
    expectNear(total.abandonRate, erlangB({ erlangs: 8.4, agents: 9 }))
    expect(total.meanWaitSeconds.mean).toBe(0)
  })
})

describe('a run', () => {
  const runs = { replications: 40, seed: 9 }

  it('is the same for the same seed and another for another', () => {
    const model = read(simpleMsk)
    expect(simulateCenter(model, runs)).toEqual(simulateCenter(model, runs))
    expect(simulateCenter(model, { ...runs, seed: 10 }).total.answered).not.toEqual(
      simulateCenter(model, runs).total.answered,
    )
  })

  it('does not depend on who simulates which piece', () => {
    const model = read(simpleMsk)
    const pieces = replicationPieces(runs.replications)
    const [one, other] = [createPieceSimulator(model), createPieceSimulator(model)]
    const results: Float64Array[] = []
    for (const [index, piece] of [...pieces.entries()].toReversed())
      results[index] = (index % 3 === 0 ? one : other).simulate(piece, runs.seed)
    expect(summarizePieces(model, runs, results)).toEqual(simulateCenter(model, runs))
  })

  it('of one replication has no interval', () => {
    expect(simulateCenter(read(mmcAbandon), { replications: 1, seed: 1 }).total.answered.halfWidth).toBeNull()
  })

  it('wants whole numbers', () => {
    expect(() => simulateCenter(read(mmcAbandon), { replications: 0, seed: 1 })).toThrow(/^replications/)
    expect(() => simulateCenter(read(mmcAbandon), { replications: 2, seed: 1.5 })).toThrow(/^seed/)
  })
})

describe('intervals', () => {
  it('of 95 % hold the truth about 95 times of 100', () => {
    const model = read({ ...simpleMsk, busyness: { gammaShape: 100 } })
    const wanted = simulateCenter(model, { replications: 300, seed: 1000 }).total.serviceLevel.neutral
    let held = 0
    for (let seed = 0; seed < 100; seed++) {
      const { mean, halfWidth } = simulateCenter(model, { replications: 4, seed }).total.serviceLevel.neutral
      if (Math.abs(mean - wanted.mean) <= (halfWidth ?? 0)) held++
    }
    expect(held).toBeGreaterThanOrEqual(88)
  })
})

describe('routing', () => {
  const period = { horizonSeconds: 3600, periods: [{ startSeconds: 0, lengthSeconds: 3600 }] }
  const type = (id: string, extra: object = {}) => ({
    id,
    arrivalsPerHour: [200],
    handling: exponential(100),
    withinSeconds: 20,
    groups: ['both'],
    ...extra,
  })
  const runs = { replications: 200, seed: 6 }

  it('by priority serves the first type sooner, by longest waiting both alike', () => {
    const center = {
      ...period,
      contactTypes: [type('gold'), type('tin')],
      groups: [{ id: 'both', types: ['gold', 'tin'], agents: [11] }],
    }
    const fair = simulateCenter(read({ ...center, routing: 'longestWaiting' }), runs).perQueue
    const unfair = simulateCenter(read({ ...center, routing: 'priority' }), runs).perQueue
    const asa = (queues: typeof fair, at: number): number => queues[at]?.asaSeconds.mean ?? 0
    expect(asa(fair, 0) / asa(fair, 1)).toBeCloseTo(1, 1)
    expect(asa(unfair, 0)).toBeLessThan(asa(unfair, 1) / 5)
  })

  it('overflow helps after its while: the later, the less', () => {
    const answeredByHelp = (afterSeconds: number): number => {
      const center = read({
        ...period,
        contactTypes: [type('calls', { groups: ['own', { group: 'help', afterSeconds }] })],
        groups: [
          { id: 'own', types: ['calls'], agents: [5] },
          { id: 'help', types: ['calls'], agents: [3] },
        ],
      })
      const { perGroup, total } = simulateCenter(center, runs)
      expect(total.answered.mean).toBeCloseTo(total.offered.mean, 9)
      return perGroup[1]?.answered.mean ?? 0
    }
    const helped = [0, 30, 120, 100_000].map(answeredByHelp)
    expect(helped).toEqual(helped.toSorted((left, right) => right - left))
    expect(helped[3]).toBe(0)
  })

  it('nobody is helped before the while is over', () => {
    const center = read({
      ...period,
      contactTypes: [type('calls', { groups: [{ group: 'help', afterSeconds: 25 }], withinSeconds: 24.999 })],
      groups: [{ id: 'help', types: ['calls'], agents: [50] }],
    })
    const { total } = simulateCenter(center, runs)
    expect(total.answeredWithin.mean).toBe(0)
    expect(total.asaSeconds.mean).toBeCloseTo(25, 9)
  })

  it('the idlest share the work evenly, the first of the list takes most', () => {
    const shares = (agentChoice: string): number => {
      const center = read({
        ...period,
        agentChoice,
        contactTypes: [type('calls', { groups: ['left', 'right'] })],
        groups: ['left', 'right'].map((id) => ({ id, types: ['calls'], agents: [6] })),
      })
      const [left, right] = simulateCenter(center, runs).perGroup
      return (left?.answered.mean ?? 0) / (right?.answered.mean ?? 1)
    }
    expect(shares('groupOrder')).toBeGreaterThan(1.3)
    expect(shares('longestIdle')).toBeCloseTo(1, 1)
    expect(shares('leastOccupied')).toBeLessThan(1.2)
  })
})

describe('agents', () => {
  it('of shifts come, pause and go; who is in a contact finishes it', () => {
    const center = read({
      horizonSeconds: 3600,
      periods: [{ startSeconds: 0, lengthSeconds: 3600 }],
      contactTypes: [
        { id: 'calls', arrivalsPerHour: [600], handling: { deterministic: { seconds: 60 } }, groups: ['shift'] },
      ],
      groups: [
        {
          id: 'shift',
          types: ['calls'],
          shifts: [
            {
              agents: 4,
              startSeconds: 600,
              endSeconds: 3000,
              pauses: [{ startSeconds: 1200, endSeconds: 1800 }],
            },
          ],
        },
      ],
      drainAfterEnd: false,
    })
    const { total, perGroup } = simulateCenter(center, { replications: 20, seed: 1 })
    const [group] = perGroup
    // 1,800 seconds at work; the crowd that waits keeps all four busy, and each finishes at most a minute late, twice.
    expect(group?.staffedSeconds.mean).toBeGreaterThanOrEqual(4 * 1800)
    expect(group?.staffedSeconds.mean).toBeLessThanOrEqual(4 * (1800 + 120))
    expect(group?.occupancy.mean).toBeGreaterThan(0.98)
    expect(group?.occupancy.mean).toBeLessThanOrEqual(1)
    expect(total.answered.mean).toBeLessThanOrEqual((4 * 1920) / 60)
    expect(total.left.mean).toBeGreaterThan(400)
  })

  it('none at all: everybody is left, and nothing is not a number', () => {
    const { total, perGroup } = simulateCenter(longQueue({}, {}, 0), { replications: 3, seed: 1 })
    expect(total.left.mean).toBe(total.offered.mean)
    expect(total.serviceLevel.answered.mean).toBe(1)
    expect(perGroup[0]?.occupancy).toEqual({ mean: 0, halfWidth: 0 })
  })
})

describe('comparison', () => {
  it('is on the same arrivals, contact by contact, however shifts and pauses cut the day', () => {
    const hour = (from: number, to: number) => ({ startSeconds: from * 3600, endSeconds: to * 3600 })
    const center = (group: object): CenterModel =>
      read({
        horizonSeconds: 4 * 3600,
        periods: [0, 1, 2, 3].map((at) => ({ startSeconds: at * 3600, lengthSeconds: 3600 })),
        busyness: { gammaShape: 20 },
        contactTypes: ['calls', 'orders'].map((id, place) => ({
          id,
          arrivalsPerHour: [60, 90, 0, 40 + 50 * place],
          handling: exponential(120),
          patience: exponential(90),
          withinSeconds: 20,
          groups: ['all'],
        })),
        groups: [{ id: 'all', types: ['calls', 'orders'], ...group }],
        drainAfterEnd: true,
      })
    const plain = createCenterSimulator(center({ agents: [5, 6, 2, 4] }))
    const shifts = [
      { agents: 4, ...hour(0, 4), pauses: [hour(0.4, 0.6), hour(1.3, 1.55)] },
      { agents: 2, ...hour(0.25, 3.1), pauses: [] },
    ]
    const cut = createCenterSimulator(center({ agents: [0, 0, 0, 0], shifts }))
    const offered = (simulator: typeof plain, turn: number): number[] => {
      const { contacts } = simulator.run(7, turn)
      return Array.from({ length: 8 }, (_, cell) => contacts[cell * CONTACT_COUNTERS + OFFERED] ?? Number.NaN)
    }
    for (let turn = 0; turn < 50; turn++) expect(offered(cut, turn)).toEqual(offered(plain, turn))
    expect(offered(cut, 1).every((count, cell) => (cell % 4 === 2 ? count === 0 : count > 0))).toBe(true)
  })

  it('knows a difference far better than its two sides', () => {
    const more = { ...simpleMsk, groups: [{ ...simpleMsk.groups[0], agents: [13, 18, 9] }, simpleMsk.groups[1]] }
    const runs = { replications: 200, seed: 8 }
    const [first, second] = [read(simpleMsk), read(more)]
    const { total } = compareCenters(first, second, runs)
    const [alone, other] = [first, second].map((model) => simulateCenter(model, runs).total)
    const level = total.serviceLevel.neutral
    expect(level.mean).toBeCloseTo(
      (other?.serviceLevel.neutral.mean ?? 0) - (alone?.serviceLevel.neutral.mean ?? 0),
      10,
    )
    expect(level.mean - (level.halfWidth ?? 0)).toBeGreaterThan(0)
    expect(level.halfWidth).toBeLessThan((alone?.serviceLevel.neutral.halfWidth ?? 0) / 3)
  })

  it('of a centre with itself is nothing, and of different types impossible', () => {
    const model = read(simpleMsk)
    const { total } = compareCenters(model, model, { replications: 10, seed: 1 })
    expect(total.serviceLevel.strict).toEqual({ mean: 0, halfWidth: 0 })
    expect(() => compareCenters(model, read(mmcAbandon), { replications: 10, seed: 1 })).toThrow(/^contactTypes/)
  })
})

describe('any centre', () => {
  const lengths = fc.oneof(
    fc.record({ exponential: fc.record({ meanSeconds: fc.double({ min: 0.01, max: 5000, noNaN: true }) }) }),
    fc.record({ deterministic: fc.record({ seconds: fc.constantFrom(0, 30, 600) }) }),
    fc.record({ gamma: fc.record({ shape: fc.constantFrom(0.01, 0.5, 4), meanSeconds: fc.constantFrom(1, 300) }) }),
    fc.record({ lognormal: fc.record({ meanSeconds: fc.constant(200), sdSeconds: fc.constantFrom(0, 10, 2000) }) }),
    fc.record({ empirical: fc.record({ seconds: fc.array(fc.nat(900), { minLength: 1, maxLength: 5 }) }) }),
  )
  const types = ['a', 'b', 'c']
  const groups = ['x', 'y']
  const centers = fc.record({
    horizonSeconds: fc.constant(7200),
    periods: fc.constantFrom(
      [0, 1800, 3600, 5400].map((startSeconds) => ({ startSeconds, lengthSeconds: 1800 })),
      [0, 1, 2, 3].map((index) => ({ startSeconds: 100 + index * 1500, lengthSeconds: 1000 })),
    ),
    busyness: fc.constantFrom({ gammaShape: 0.1 }, { gammaShape: 30 }),
    contactTypes: fc.tuple(
      ...types.map((id) =>
        fc.record(
          {
            id: fc.constant(id),
            arrivalsPerHour: fc.array(fc.constantFrom(0, 10, 300), { minLength: 4, maxLength: 4 }),
            handling: lengths,
            patience: lengths,
            withinSeconds: fc.constantFrom(0, 20),
            groups: fc.constantFrom(['x'], ['y', 'x'], ['x', { group: 'y', afterSeconds: 15 }]),
          },
          { requiredKeys: ['id', 'arrivalsPerHour', 'handling', 'groups'] },
        ),
      ),
    ),
    groups: fc.tuple(
      ...groups.map((id) =>
        fc.record({
          id: fc.constant(id),
          types: fc.constantFrom(['a', 'b', 'c'], ['c', 'a']),
          agents: fc.array(fc.nat(12), { minLength: 4, maxLength: 4 }),
        }),
      ),
    ),
    routing: fc.constantFrom('longestWaiting', 'priority'),
    agentChoice: fc.constantFrom('groupOrder', 'longestIdle', 'leastOccupied'),
    lines: fc.constantFrom(1, 14, 1000),
    drainAfterEnd: fc.boolean(),
  })

  it('keeps count of everyone and is never not a number', () => {
    fc.assert(
      fc.property(centers, (center) => {
        const { total, perQueue, perGroup, perPeriod } = simulateCenter(read(center), { replications: 3, seed: 1 })
        for (const part of [total, ...perPeriod, ...perQueue.flatMap((queue) => [queue, ...queue.perPeriod])]) {
          const { offered, answered, abandoned, blocked, left } = part
          expect(answered.mean + abandoned.mean + blocked.mean + left.mean).toBeCloseTo(offered.mean, 6)
        }
        for (const group of perGroup) expect(group.occupancy.mean).toBeLessThanOrEqual(1 + 1e-9)
        const answeredByGroups = perGroup.reduce((sum, { answered }) => sum + answered.mean, 0)
        expect(answeredByGroups).toBeCloseTo(total.answered.mean, 6)
        // JSON writes what is not a number as null; a half-width is there after three replications.
        expect(JSON.stringify([total, perQueue, perGroup])).not.toContain('null')
      }),
      { numRuns: 300, seed: 1 },
    )
  })
})
