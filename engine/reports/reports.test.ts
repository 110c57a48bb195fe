import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { erlangA } from '../queueing/index.ts'
import { explainLevels, levelDrivers } from './level-drivers.ts'
import type { LoadHour, PeriodLoad } from './period-load.ts'
import { createQueueModel } from './queue-model.ts'
import { findMoves, findShortfalls } from './remedies.ts'
import { shapleyShares } from './shapley.ts'
import { explainWorkload, workloadDrivers } from './workload-drivers.ts'

const withinSeconds = (): number => 20

interface HourDraft {
  readonly queueId?: number
  readonly weekHour?: number
  readonly offered: number
  readonly ahtSeconds?: number
  readonly agents: number | null
  readonly hours?: number
}

/** An hour of a queue that does exactly what Erlang A says of four fifths of its agents. */
function hourOf({ queueId = 1, weekHour = 10, offered, ahtSeconds = 240, agents, hours = 4 }: HourDraft): LoadHour {
  const there = Math.max(1, Math.round((agents ?? 10) * 0.8))
  const { abandonRate, asaSeconds, meanWaitSeconds, outcomes } = erlangA({
    offered: offered / hours,
    intervalSeconds: 3600,
    ahtSeconds,
    patienceSeconds: 180,
    agents: there,
  })
  const answered = offered * (1 - abandonRate)
  return Object.freeze({
    queueId,
    weekHour,
    hours,
    offered,
    answered,
    abandoned: offered * abandonRate,
    answeredWithin: offered * outcomes.answeredWithin,
    leftOut: offered * outcomes.abandonedWithin,
    waitSeconds: offered * meanWaitSeconds,
    answeredWaitSeconds: answered * asaSeconds,
    handleSeconds: answered * ahtSeconds,
    agents,
  })
}

const periodOf = (hours: readonly LoadHour[], days = 28): PeriodLoad =>
  Object.freeze({ days, hours: Object.freeze([...hours]) })

const anyHour = (queueId: number, weekHour: number): fc.Arbitrary<LoadHour> =>
  fc
    .record({
      offered: fc.integer({ min: 4, max: 400 }),
      ahtSeconds: fc.integer({ min: 60, max: 600 }),
      agents: fc.integer({ min: 2, max: 30 }),
    })
    .map((draft) => hourOf({ queueId, weekHour, ...draft }))
const anyPeriod: fc.Arbitrary<PeriodLoad> = fc
  .tuple(anyHour(1, 10), anyHour(1, 11), anyHour(2, 10), fc.boolean())
  .map(([a, b, c, hasAll]) => periodOf(hasAll ? [a, b, c] : [a, c]))

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

describe('shares of a change', () => {
  it('of a product are the mean of both orders, by hand', () => {
    // (3 − 1) · 1 and (3 − 1) · 2, and the other way about.
    const product = (changed: ReadonlySet<string>): number => (changed.has('a') ? 3 : 1) * (changed.has('b') ? 2 : 1)
    expect(shapleyShares(['a', 'b'], product)).toEqual({ a: 3, b: 2 })
  })

  it('agree with the published game of three gloves', () => {
    // Two left gloves and one right one, a pair is worth 1: 1/6, 1/6, 4/6 (Shapley 1953; Osborne and Rubinstein 1994).
    const pair = (owners: ReadonlySet<string>): number =>
      owners.has('right') && (owners.has('left') || owners.has('other')) ? 1 : 0
    const { left, other, right } = shapleyShares(['left', 'other', 'right'], pair)
    expect(left).toBeCloseTo(1 / 6, 12)
    expect(other).toBeCloseTo(1 / 6, 12)
    expect(right).toBeCloseTo(4 / 6, 12)
  })

  it('add up to the whole change, whatever the formula', () => {
    const drivers = ['a', 'b', 'c', 'd'] as const
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 16, maxLength: 16 }),
        (values) => {
          const valueOf = (changed: ReadonlySet<string>): number =>
            values[sum(drivers.map((driver, place) => (changed.has(driver) ? 2 ** place : 0)))] ?? 0
          const shares = shapleyShares(drivers, valueOf)
          expect(sum(Object.values(shares))).toBeCloseTo((values[15] ?? 0) - (values[0] ?? 0), 6)
        },
      ),
    )
  })
})

describe('the change of the workload', () => {
  it('is contacts times handling time, by hand', () => {
    const flat = (offered: number, ahtSeconds: number): LoadHour => ({
      ...hourOf({ offered, agents: 50 }),
      answered: offered,
      handleSeconds: offered * ahtSeconds,
    })
    const change = explainWorkload(periodOf([flat(100, 200)], 1), periodOf([flat(110, 210)], 1))
    expect(change?.before).toBeCloseTo((100 * 200) / 3600, 9)
    expect(change?.now).toBeCloseTo((110 * 210) / 3600, 9)
    // Ten contacts at 205 s, ten seconds of 105 contacts.
    expect(change?.shares.volume).toBeCloseTo(2050 / 3600, 9)
    expect(change?.shares.handling).toBeCloseTo(1050 / 3600, 9)
    expect(change?.shares.mix).toBeCloseTo(0, 9)
  })

  it('adds up, and turns round with the periods', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (before, now) => {
        const there = explainWorkload(before, now)
        const back = explainWorkload(now, before)
        if (there === null || back === null) throw new Error('a period of contacts is explained')
        expect(sum(Object.values(there.shares))).toBeCloseTo(there.now - there.before, 6)
        for (const driver of workloadDrivers) expect(there.shares[driver]).toBeCloseTo(-back.shares[driver], 6)
      }),
    )
  })

  it('is by the day: a month of 31 days is not more work than one of 28', () => {
    const { shares } = explainWorkload(
      periodOf([hourOf({ offered: 280, hours: 28, agents: 10 })], 28),
      periodOf([hourOf({ offered: 310, hours: 31, agents: 10 })], 31),
    ) ?? { shares: {} }
    for (const share of Object.values(shares)) expect(share).toBeCloseTo(0, 6)
  })

  it('is not told of nothing', () => {
    expect(explainWorkload(periodOf([]), periodOf([hourOf({ offered: 10, agents: 5 })]))).toBeNull()
    expect(explainWorkload(periodOf([]), periodOf([]))).toBeNull()
  })
})

const changesOf = (before: PeriodLoad, now: PeriodLoad): ReturnType<typeof explainLevels> =>
  explainLevels(before, now, createQueueModel(before, now, { withinSeconds }))

describe('the change of service level, abandonment and speed of answer', () => {
  it('adds up with what is not explained, and turns round with the periods', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (before, now) => {
        const there = changesOf(before, now)
        const back = changesOf(now, before)
        for (const figure of ['level', 'abandon', 'asa'] as const) {
          const [one, other] = [there[figure], back[figure]]
          if (one === null || other === null) throw new Error('a period of contacts is explained')
          expect(sum(Object.values(one.shares)) + one.unexplained).toBeCloseTo(one.now - one.before, 9)
          for (const driver of levelDrivers) expect(one.shares[driver]).toBeCloseTo(-other.shares[driver], 6)
          expect(one.now).toBeGreaterThanOrEqual(0)
          if (figure !== 'asa') expect(one.now).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is all of what alone changed', () => {
    const base = { offered: 780, ahtSeconds: 240, agents: 20 }
    const before = periodOf([hourOf(base)])
    for (const [driver, draft] of [
      ['volume', { ...base, offered: 860 }],
      ['handling', { ...base, ahtSeconds: 270 }],
      ['staff', { ...base, agents: 15 }],
    ] as const) {
      const { level, abandon, asa } = changesOf(before, periodOf([hourOf(draft)]))
      expect(level?.now).toBeLessThan(level?.before ?? 0)
      expect(level?.shares[driver]).toBeLessThan(-0.01)
      expect(abandon?.shares[driver]).toBeGreaterThan(0.001)
      expect(asa?.shares[driver]).toBeGreaterThan(1)
      for (const other of levelDrivers.filter((one) => one !== driver))
        for (const change of [level, asa])
          expect(Math.abs(change?.shares[other] ?? 1), `${driver}: ${other}`).toBeLessThan(1e-9)
      // The log was made by the model: nearly nothing is left to others.
      for (const change of [level, asa])
        expect(Math.abs(change?.unexplained ?? 1)).toBeLessThan(0.25 * Math.abs(change?.shares[driver] ?? 0))
    }
  })

  it('is mix where as many contacts come at worse hours', () => {
    const at = (busy: number, calm: number): PeriodLoad =>
      periodOf([
        hourOf({ weekHour: 10, offered: busy, agents: 8 }),
        hourOf({ weekHour: 11, offered: calm, agents: 12 }),
      ])
    const { level } = changesOf(at(200, 200), at(320, 80))
    expect(level?.shares.mix).toBeLessThan(-0.02)
    expect(Math.abs(level?.shares.staff ?? 1)).toBeLessThan(1e-9)
  })

  it('is nothing between equal periods', () => {
    const same = periodOf([hourOf({ offered: 300, agents: 9 })])
    const { level, abandon, asa, covered } = changesOf(same, same)
    expect(covered).toBe(1)
    for (const change of [level, abandon, asa])
      for (const share of [...Object.values(change?.shares ?? { none: 1 }), change?.unexplained ?? 1])
        expect(share).toBeCloseTo(0, 12)
  })

  it('leaves out a queue whose agents nobody recorded, and says how much it covers', () => {
    const known = hourOf({ queueId: 1, offered: 300, agents: 10 })
    const unknown = hourOf({ queueId: 2, offered: 100, agents: null })
    const { level, covered } = changesOf(periodOf([known, unknown]), periodOf([known, unknown]))
    expect(covered).toBeCloseTo(0.75, 12)
    expect(level?.now).toBeCloseTo(known.answeredWithin / (known.offered - known.leftOut), 12)
    expect(changesOf(periodOf([unknown]), periodOf([unknown])).level).toBeNull()
  })
})

describe('what can be done', () => {
  const before = periodOf([
    hourOf({ queueId: 1, offered: 400, agents: 9 }),
    hourOf({ queueId: 2, offered: 100, agents: 12 }),
  ])
  const model = createQueueModel(before, before, { withinSeconds })
  const options = { targetOf: () => 0.8, most: 5 }

  it('names the hour that missed the target by most, and the fewest agents with whom the model meets it', () => {
    const [first, ...rest] = findShortfalls(before, model, options)
    expect(rest).toEqual([])
    expect(first?.queueId).toBe(1)
    expect(first?.missed).toBeCloseTo((0.8 - (first?.level ?? 0)) * (400 - (before.hours[0]?.leftOut ?? 0)), 6)
    const levelWith = (more: number): number => {
      const { answeredWithin, abandonedWithin } = model.outcome(
        { queueId: 1, offeredPerHour: 100, ahtSeconds: 240, agents: 9 + more },
        'level',
      )
      return answeredWithin / (1 - abandonedWithin)
    }
    const more = first?.moreAgents ?? 0
    expect(levelWith(more)).toBeGreaterThanOrEqual(0.8)
    expect(levelWith(more - 1)).toBeLessThan(0.8)
  })

  it('moves an agent from where she can be spared, with a gain, and never the other way', () => {
    const moves = findMoves(before, model, options)
    expect(moves).toHaveLength(1)
    expect(moves[0]).toMatchObject({ fromQueueId: 2, toQueueId: 1, weekHour: 10 })
    expect(moves[0]?.gain).toBeGreaterThan(0)
    expect(findMoves(before, model, { ...options, targetOf: (queueId) => (queueId === 2 ? 1 : 0.8) })).toEqual([])
  })
})
