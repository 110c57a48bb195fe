import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createRandom } from '../numeric/index.ts'
import { serviceLevelRules } from '../queueing/index.ts'
import {
  countQueue,
  gammaShape,
  levelAtAgents,
  ownVariance,
  queueRisk,
  rateVariance,
  requiredAgents,
  requiredForDeferred,
  wholeAgentsForDeferred,
  workOff,
  type QueueRule,
} from './index.ts'

const calls: QueueRule = Object.freeze({
  work: 'calls',
  targetLevel: 0.8,
  withinSeconds: 20,
  rule: 'strict',
  maxAbandonment: null,
  maxOccupancy: null,
  maxAsaSeconds: null,
  patienceSeconds: 180,
  contactsAtOnce: 1,
  stretchPerExtra: 0,
  seenAtOnce: null,
  deadlineMinutes: null,
  backlog: null,
})
const chats: QueueRule = { ...calls, work: 'chats', contactsAtOnce: 3, stretchPerExtra: 0.2, withinSeconds: 60 }
const mail: QueueRule = { ...calls, work: 'deferred', targetLevel: 0.9, deadlineMinutes: 240, backlog: 0 }
const load = { offered: 60, ahtSeconds: 600, rateShape: null }

describe('a queue counted by its kind of work', () => {
  it('needs fewer agents where each holds several chats, though not as many times fewer', () => {
    const [one] = countQueue([load], { ...chats, contactsAtOnce: 1 }, 1800)
    const [three] = countQueue([load], chats, 1800)
    expect(three?.needed).toBeLessThan(one?.needed ?? 0)
    // Three at once last 1.4 times as long.
    expect(three?.needed).toBeGreaterThan((one?.needed ?? 0) / 3)
  })

  it('takes the chats of the log as measured among others', () => {
    const [seen] = countQueue([load], { ...chats, seenAtOnce: 2 }, 1800)
    const alone = requiredAgents(
      {
        offered: 60,
        intervalSeconds: 1800,
        ahtSeconds: 600 / 1.2,
        patienceSeconds: 180,
        contactsAtOnce: 3,
        stretchPerExtra: 0.2,
      },
      { serviceLevel: { fraction: 0.8, withinSeconds: 60, rule: 'strict' } },
    )
    expect(seen?.needed).toBe(alone.possible && alone.agents)
  })

  it('allows for an uncertain rate', () => {
    const [known] = countQueue([load], calls, 1800)
    const [unsure] = countQueue([{ ...load, rateShape: 8 }], calls, 1800)
    expect(unsure?.needed).toBeGreaterThan(known?.needed ?? 0)
  })

  it('levels letters over the day and leaves none past its deadline', () => {
    const loads = [60, 0, 0, 0, 0, 0, 0, 0, 0, 0].map((offered) => ({ ...load, offered }))
    const counted = countQueue(loads, mail, 1800)
    // 60 letters of ten minutes are 20 half-hours of work, due within eight: two or three agents, and no one after.
    expect(Math.max(...counted.map(({ needed }) => needed ?? 0))).toBe(3)
    expect(counted.reduce((sum, { needed }) => sum + (needed ?? 0), 0)).toBe(20)
    expect(counted[7]?.backlog).toBeCloseTo(0, 9)
  })

  it('gives those who are to be busy for half their time twice the time', () => {
    const loads = [60, 0, 0, 0, 0, 0, 0, 0].map((offered) => ({ ...load, offered }))
    const sum = (rule: QueueRule): number =>
      countQueue(loads, rule, 1800).reduce((total, { needed }) => total + (needed ?? 0), 0)
    expect(sum({ ...mail, maxOccupancy: 0.5 })).toBe(2 * sum(mail))
  })

  it('gives letters slack where days are uncertain, and no more than it takes', () => {
    const days = [0, 1, 2, 3, 4].flatMap((day) => Array.from({ length: 20 }, () => ({ ...load, offered: 12, day })))
    const asked = { ...mail, targetLevel: 0.9 }
    const sum = (rateShape: number | null): number =>
      countQueue(
        days.map((one) => ({ ...one, rateShape })),
        asked,
        1800,
      ).reduce((total, { needed }) => total + (needed ?? 0), 0)
    expect(sum(25)).toBeGreaterThan(1.03 * sum(null))
    expect(sum(25)).toBeLessThan(1.5 * sum(null))
    const shaped = days.map((one) => ({ ...one, rateShape: 25 }))
    const needs = countQueue(shaped, asked, 1800)
    const staffed = shaped.map((one, place) => ({ ...one, needed: needs[place]?.needed ?? null }))
    const risk = queueRisk(staffed, [25, 25, 25, 25, 25], asked, {
      intervalSeconds: 1800,
      random: createRandom('other days'),
    })
    const mean = risk.days.reduce((total, one) => total + (one?.mean ?? 0), 0) / 5
    expect(mean).toBeGreaterThan(0.86)
  })

  it('starts with the letters that lie there', () => {
    const loads = Array.from({ length: 8 }, () => ({ ...load, offered: 0.001 }))
    const sum = (backlog: number): number =>
      countQueue(loads, { ...mail, backlog }, 1800).reduce((total, { needed }) => total + (needed ?? 0), 0)
    expect(sum(300)).toBeGreaterThanOrEqual(100)
  })

  it('says which part no number of agents meets, and never a number that is none', () => {
    const [never] = countQueue([load], { ...calls, patienceSeconds: null, targetLevel: null, maxOccupancy: 1e-9 }, 1800)
    expect(never).toMatchObject({ needed: null, binding: ['occupancy'] })
    expect(levelAtAgents(load, 1, { ...calls, patienceSeconds: null }, 1800)).toBeNull()
    for (const patienceSeconds of [1e-3, 1e9])
      for (const { serviceLevel, asaSeconds, abandonRate, occupancy } of countQueue(
        [load],
        { ...calls, patienceSeconds },
        1800,
      ))
        for (const value of [serviceLevel, asaSeconds, abandonRate, occupancy]) expect(Number.isNaN(value)).toBe(false)
  })
})

describe('whole agents for work that may wait', () => {
  it('keep every deadline with hardly more agents than the even level', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { maxLength: 3 }),
        (arrivals, deadlineIntervals, backlog) => {
          const demand = { intervalSeconds: 1800, ahtSeconds: 420, arrivals, deadlineIntervals, backlog }
          const whole = wholeAgentsForDeferred(demand)
          const level = requiredForDeferred(demand)
          if (!whole.possible || !level.possible) throw new Error('all is open')
          expect(whole.agents.every(Number.isInteger)).toBe(true)
          const states = workOff(demand, whole.agents)
          for (const [interval, state] of states.entries())
            // What is due after the end is not this plan's.
            if (interval < arrivals.length - 1) expect(state.overdue).toBeLessThan(1e-6)
          expect(Math.max(...whole.agents)).toBeLessThanOrEqual(Math.ceil(Math.max(...level.agents)) + 1)
        },
      ),
    )
  })
})

describe('letters whose days are uncertain', () => {
  // All that comes is due within the same half-hour, and every other day is as good as empty: four times the agents are too few.
  const wild = [{ offered: 40, ahtSeconds: 600, rateShape: 0.5, day: 0 }]
  const strict: QueueRule = { ...mail, targetLevel: 0.999, deadlineMinutes: 30 }

  it('say that no plan keeps the asked share, rather than name one that does not', () => {
    const [one] = countQueue(wild, strict, 1800)
    expect(one).toMatchObject({ needed: null, binding: ['inTime'] })
  })

  it('are planned for where a plan does', () => {
    const [one] = countQueue(wild, { ...strict, targetLevel: 0.7 }, 1800)
    expect(one?.needed).toBeGreaterThan(13)
    expect(one?.binding).toEqual(['deadline'])
  })
})

describe('patience by hour', () => {
  it('goes before the rule’s own, and a short rule counts as its name says', () => {
    const [usual, hasty] = countQueue([load, { ...load, patienceSeconds: 20 }], calls, 1800)
    const [asRule] = countQueue([load], { ...calls, patienceSeconds: 20 }, 1800)
    expect(hasty).toEqual(asRule)
    expect(hasty?.needed).not.toBe(usual?.needed)
    const credit: QueueRule = { ...calls, rule: 'shortCredit', shortSeconds: 10, patienceSeconds: 30 }
    const found = levelAtAgents(load, 18, credit, 1800)?.serviceLevel ?? 0
    expect(found).toBeGreaterThan(levelAtAgents(load, 18, { ...credit, rule: 'strict' }, 1800)?.serviceLevel ?? 1)
    expect(found).toBeLessThan(levelAtAgents(load, 18, { ...credit, rule: 'positive' }, 1800)?.serviceLevel ?? 0)
  })
})

describe('the spread of a rate', () => {
  it('is what a band is wider than chance', () => {
    expect(rateVariance({ mean: 100, p10: 87.2, p90: 112.8 })).toBeCloseTo(0, 3)
    // Variance 100 + 0.04 · 10,000 = 500.
    const half = 1.2815515655 * Math.sqrt(500)
    expect(rateVariance({ mean: 100, p10: 100 - half, p90: 100 + half })).toBeCloseTo(0.04, 6)
    expect(gammaShape(0.04)).toBeCloseTo(25, 9)
    expect(gammaShape(0)).toBeNull()
    expect(ownVariance(0.0608, 0.02)).toBeCloseTo(0.04, 6)
    expect(ownVariance(0.01, 0.02)).toBe(0)
  })
})

describe('the risk of a queue', () => {
  const day = [20, 60, 90, 60, 20].map((offered) => ({ ...load, offered, day: 0 }))
  const risked = (rule: QueueRule, dayShapes: readonly (number | null)[]) => {
    const needs = countQueue(day, rule, 1800)
    const staffed = day.map((one, place) => ({ ...one, needed: needs[place]?.needed ?? null }))
    return queueRisk(staffed, dayShapes, rule, { intervalSeconds: 1800, random: createRandom('risk') })
  }

  it('is known of calls and chats by day and interval, and of letters by day', () => {
    for (const rule of [calls, chats]) {
      const { days, intervals } = risked(rule, [50])
      expect(days[0]?.chance).toBeGreaterThan(0)
      expect(intervals.every((one) => (one?.oneMore.answeredWithin ?? -1) >= 0)).toBe(true)
    }
    const { days, intervals } = risked(mail, [null])
    expect(days[0]?.mean).toBeGreaterThan(0.9)
    expect(intervals).toEqual(day.map(() => null))
  })

  it('of letters falls where days are uncertain', () => {
    const sure = risked({ ...mail, deadlineMinutes: 60 }, [null]).days[0]
    const unsure = risked({ ...mail, deadlineMinutes: 60 }, [4]).days[0]
    expect(unsure?.p10).toBeLessThan(sure?.p10 ?? 0)
  })

  it('is of the target as it is asked, whatever its parts are', () => {
    const bare = { ...calls, targetLevel: null, maxAbandonment: null }
    const only = (parts: Partial<QueueRule>) => risked({ ...bare, ...parts }, [50]).days[0]
    for (const parts of [{ maxOccupancy: 0.8 }, { maxAsaSeconds: 15 }, { maxAbandonment: 0.05 }]) {
      const day = only(parts)
      expect(day?.chance).toBeGreaterThan(0)
      expect(day?.p10).toBeLessThan(day?.p90 ?? 0)
    }
    // A number counted for one part is less likely to keep another one beside it.
    const needs = countQueue(day, { ...bare, maxAbandonment: 0.05 }, 1800)
    const staffed = day.map((one, place) => ({ ...one, needed: needs[place]?.needed ?? null }))
    const chanceOf = (rule: QueueRule): number =>
      queueRisk(staffed, [50], rule, { intervalSeconds: 1800, random: createRandom('risk') }).days[0]?.chance ?? 0
    expect(chanceOf({ ...bare, maxAbandonment: 0.05, maxAsaSeconds: 5 })).toBeLessThan(
      chanceOf({ ...bare, maxAbandonment: 0.05 }),
    )
  })

  it('is unknown where no number of agents meets the target', () => {
    const staffed = day.map((one) => ({ ...one, needed: null }))
    const { days } = queueRisk(staffed, [null], calls, { intervalSeconds: 1800, random: createRandom(1) })
    expect(days).toEqual([null])
  })
})

describe('absurd input', () => {
  const numbersIn = (value: unknown): number[] =>
    typeof value === 'number'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(numbersIn)
        : []

  it('gives numbers or none, never something that is not a number', () => {
    fc.assert(
      fc.property(
        fc.record({
          offered: fc.constantFrom(0, 1e-6, 0.5, 30, 5000),
          ahtSeconds: fc.constantFrom(0.5, 240, 86_400),
          rateShape: fc.constantFrom(null, 0.5, 30, 1e6),
          patienceSeconds: fc.constantFrom(null, 1e-3, 1, 180, 86_400),
          withinSeconds: fc.constantFrom(0, 20, 86_400),
          targetLevel: fc.constantFrom(null, 1e-9, 0.8, 0.999_999),
          maxOccupancy: fc.constantFrom(null, 1e-9, 0.8, 1),
          maxAbandonment: fc.constantFrom(0.05, 1e-9),
          contactsAtOnce: fc.constantFrom(1, 50),
          stretchPerExtra: fc.constantFrom(0, 5),
          rule: fc.constantFrom(...serviceLevelRules),
          shortSeconds: fc.constantFrom(0, 5, 3600),
          work: fc.constantFrom('calls' as const, 'chats' as const, 'deferred' as const),
          deadlineMinutes: fc.constantFrom(1, 480, 43_200),
          backlog: fc.constantFrom(0, 1e6),
        }),
        ({ offered, ahtSeconds, rateShape, ...given }) => {
          const rule = { ...calls, ...given, patienceSeconds: given.patienceSeconds }
          const loads = [0, 1].map(() => ({ offered, ahtSeconds, rateShape, day: 0 }))
          const needs = countQueue(loads, rule, 1800)
          for (const { needed, binding } of needs) expect(needed === null ? binding.length > 0 : needed >= 0).toBe(true)
          const staffed = loads.map((load, place) => ({ ...load, needed: needs[place]?.needed ?? null }))
          const risk = queueRisk(staffed, [rateShape], rule, { intervalSeconds: 1800, random: createRandom(1) })
          expect(numbersIn([needs, risk]).filter((value) => !Number.isFinite(value))).toEqual([])
        },
      ),
      { numRuns: 150, seed: 20_261_123 },
    )
  }, 60_000)
})
