import { describe, expect, it } from 'vitest'

import { createRandom, type Random } from '../numeric/index.ts'
import { erlangA } from '../queueing/index.ts'
import {
  answerDelayOf,
  effectiveOutcome,
  foresee,
  habitCertainty,
  learnHabits,
  type ObservedInterval,
} from './index.ts'

const hour = { intervalSeconds: 3600, ahtSeconds: 180, patienceSeconds: 300, withinSeconds: 20 }

/** A centre whose agents are there for three quarters of their presence, in the morning, and nine tenths in the afternoon. */
function centerOf(days: number): readonly ObservedInterval[] {
  return Array.from({ length: days * 10 }, (_, index) => {
    const clock = 8 + (index % 10)
    const offered = 80 + ((index * 37) % 60)
    const agentsPresent = 6 + ((index * 13) % 4)
    const effectiveAgents = agentsPresent * (clock < 13 ? 0.75 : 0.9)
    const { abandonRate, answeredWithin } = effectiveOutcome({ ...hour, offered, effectiveAgents })
    const abandoned = abandonRate * offered
    return {
      group: clock < 13 ? 'morning' : 'afternoon',
      // Hours of different days do not touch; here no two do.
      position: index * 2,
      intervalSeconds: 3600,
      offered,
      answered: offered - abandoned,
      abandoned,
      answeredWithin: answeredWithin * offered,
      totalWaitSeconds: abandoned * 300,
      ahtSeconds: 180,
      agentsPresent,
    }
  })
}

describe('availability', () => {
  it('is found again from what it did, by group', () => {
    const intervals = Object.freeze(centerOf(40))
    const habits = learnHabits(intervals, { withinSeconds: 20 })
    expect(habits?.patienceSeconds).toBeCloseTo(300, 6)
    expect(habits?.underPressure.byGroup['morning']).toBeCloseTo(0.75, 2)
    expect(habits?.atOnce.byGroup['morning']).toBeCloseTo(0.75, 2)
    expect(habits?.underPressure.byGroup['afternoon']).toBeCloseTo(0.9, 2)
    expect(habits?.atOnce.byGroup['afternoon']).toBeCloseTo(0.9, 2)
    if (habits === undefined) return
    const outcomes = foresee(intervals, habits)
    for (const [place, { abandoned, offered }] of intervals.entries())
      expect(outcomes[place]?.abandonRate).toBeCloseTo(abandoned / offered, 1)
  })

  it('tells agents who hurry once callers wait from those who answer at once', () => {
    const honest = centerOf(40)
    const slower = honest.map((interval) => {
      const effectiveAgents = interval.agentsPresent * (interval.group === 'morning' ? 0.65 : 0.8)
      const { answeredWithin } = effectiveOutcome({ ...hour, offered: interval.offered, effectiveAgents })
      return { ...interval, answeredWithin: answeredWithin * interval.offered }
    })
    const habits = learnHabits(slower, { withinSeconds: 20 })
    if (habits === undefined) throw new Error('nothing learnt')
    expect(habits.underPressure.byGroup['morning']).toBeCloseTo(0.75, 2)
    expect(habits.atOnce.byGroup['morning']).toBeCloseTo(0.65, 2)
    for (const { abandonRate, answeredWithin } of foresee(slower, habits))
      expect(abandonRate + answeredWithin).toBeLessThanOrEqual(1)
  })

  it('cannot be learnt where nobody waited or nobody worked', () => {
    expect(learnHabits([], { withinSeconds: 20 })).toBeUndefined()
    const idle = centerOf(1).map((interval) => ({ ...interval, agentsPresent: 0 }))
    expect(learnHabits(idle, { withinSeconds: 20 })).toBeUndefined()
    const broken = centerOf(1).map((interval) => ({ ...interval, abandoned: Number.NaN }))
    expect(() => learnHabits(broken, { withinSeconds: 20 })).toThrow(/^abandoned must be/)
  })

  it('a neighbour lends a part of its crowd, and a group never seen is like the whole', () => {
    const habits = learnHabits(centerOf(20), { withinSeconds: 20 })
    if (habits === undefined) throw new Error('nothing learnt')
    const quiet = { group: 'night', position: 5, intervalSeconds: 3600, offered: 20, ahtSeconds: 180, agentsPresent: 8 }
    const crowded = { ...quiet, position: 6, offered: 250 }
    const [alone] = foresee([quiet], habits)
    const [beside] = foresee([quiet, crowded], habits)
    expect(alone?.abandonRate).toBeLessThan(0.01)
    expect(beside?.abandonRate).toBeGreaterThan(alone?.abandonRate ?? 1)
  })

  it('a fraction of an agent lies between the whole numbers; none at all answers nobody', () => {
    const queue = { ...hour, offered: 100 }
    const six = erlangA({ ...queue, agents: 6 })
    const seven = erlangA({ ...queue, agents: 7 })
    const between = effectiveOutcome({ ...queue, effectiveAgents: 6.25 })
    expect(between.abandonRate).toBeCloseTo(0.75 * six.abandonRate + 0.25 * seven.abandonRate, 12)
    expect(effectiveOutcome({ ...queue, effectiveAgents: 0 })).toEqual({ abandonRate: 1, answeredWithin: 0 })
    expect(() => effectiveOutcome({ ...queue, effectiveAgents: -1 })).toThrow(/^effectiveAgents must be/)
  })

  it('the delay of an answer is what only one in twenty beat', () => {
    expect(answerDelayOf([])).toBeUndefined()
    expect(answerDelayOf([0, 0, ...Array.from({ length: 100 }, (_, second) => second + 1)])).toBe(6)
  })
})

/** Hours of such a centre as they come: how many are lost and answered in time is chance, and a day is busy or quiet as a whole. */
function livedDays(days: number, availability: number, chance: Random): readonly ObservedInterval[] {
  return Array.from({ length: days }, (_, day) => {
    const effective = availability * (0.94 + 0.12 * chance.uniform())
    return Array.from({ length: 8 }, (_unused, clock): ObservedInterval => {
      const offered = chance.poisson(100)
      const agentsPresent = 7
      const seen = effectiveOutcome({ ...hour, offered, effectiveAgents: agentsPresent * effective })
      // Neighbours wait together: about twice the variance of independent callers.
      const abandoned = Math.min(offered, 2 * chance.poisson((seen.abandonRate * offered) / 2))
      const answeredWithin = Math.min(offered - abandoned, 2 * chance.poisson((seen.answeredWithin * offered) / 2))
      return {
        group: clock < 4 ? 'morning' : 'afternoon',
        position: day * 24 + clock,
        intervalSeconds: 3600,
        offered,
        answered: offered - abandoned,
        abandoned,
        answeredWithin,
        totalWaitSeconds: abandoned * 300,
        ahtSeconds: 180,
        agentsPresent,
      }
    })
  }).flat()
}

describe('how sure an availability is', () => {
  const sureOf = (days: number, seed: string) => {
    const intervals = livedDays(days, 0.8, createRandom(seed))
    const habits = learnHabits(intervals, { withinSeconds: 20 })
    if (habits === undefined) throw new Error('nothing learnt')
    const dayOf = ({ position }: ObservedInterval): number => Math.floor(position / 24)
    return { habits, ...habitCertainty(intervals, habits, { dayOf, random: createRandom(seed) }) }
  }

  it('the interval holds the truth in nearly all centres, and what was learnt in every one', () => {
    let held = 0
    for (let center = 0; center < 12; center++) {
      const { habits, underPressure } = sureOf(20, `center ${center}`)
      const { low, high } = underPressure.whole
      if (low <= 0.8 && 0.8 <= high) held += 1
      expect(low).toBeLessThanOrEqual(habits.underPressure.whole)
      expect(high).toBeGreaterThanOrEqual(habits.underPressure.whole)
    }
    expect(held).toBeGreaterThanOrEqual(10)
  }, 60_000)

  it('narrows with the days seen', () => {
    const width = (days: number): number => {
      const { atOnce } = sureOf(days, 'width')
      return atOnce.whole.high - atOnce.whole.low
    }
    expect(width(60)).toBeLessThan(width(6))
  })
})
