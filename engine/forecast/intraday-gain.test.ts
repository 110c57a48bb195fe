import { describe, expect, it } from 'vitest'

import { createRandom } from '../numeric/index.ts'
import { createGainLearner, learnGains, nearIntervals, type ShiftLosses } from './intraday-gain.ts'
import { rootOfCount, rootOfMean } from './root-scale.ts'
import { learnCorrelation } from './day-correlation.ts'
import { learnSpread, type ScoredRoots } from './spread.ts'

const SLOTS = 24
const HALF_HOUR = 1800

/** Days of 20 an interval whose level strays by `together`, shared by all intervals of a day. */
function makeDays(count: number, together: number, seed: string): ScoredRoots[] {
  const random = createRandom(seed)
  return Array.from({ length: count }, () => {
    const level = Math.exp(together * random.normal() - together ** 2 / 2)
    return {
      forecastRoots: new Float64Array(SLOTS).fill(rootOfMean(20)),
      actualRoots: Float64Array.from({ length: SLOTS }, () => rootOfCount(random.poisson(20 * level))),
    }
  })
}

function gainsOf(days: readonly ScoredRoots[]): number[] {
  const spread = learnSpread(days, SLOTS, 1)
  return learnGains(days, { spread, correlation: learnCorrelation(days, spread, SLOTS) }, SLOTS, HALF_HOUR)
}

describe('how much of a running day’s shift is followed', () => {
  it('is most of it where days stray as a whole, at every hour but the ends of the day', () => {
    const gains = gainsOf(makeDays(120, 0.25, 'together'))
    expect([gains[0], gains[SLOTS]]).toEqual([0, 0])
    for (const gain of gains.slice(3, SLOTS - 3)) expect(gain).toBeGreaterThan(0.5)
  })

  it('is next to nothing where intervals stray each on its own', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const gains = gainsOf(makeDays(120, 0, `alone ${seed}`))
      expect(gains.filter((gain) => gain > 0).length).toBeLessThanOrEqual(3)
      expect(Math.max(...gains)).toBeLessThan(0.5)
    }
  })

  it('is nothing until following has paid beyond chance, and again once it has cost for long', () => {
    const learner = createGainLearner()
    const losses = (loss: number): ShiftLosses => Float64Array.of(0, loss, 2 * loss, 3 * loss, 4 * loss, 5 * loss)
    expect(learner.gain()).toBe(0)
    for (const loss of [-1, 1, -1]) learner.learn(losses(loss), [losses(loss)])
    expect(learner.gain()).toBe(0)
    for (let day = 0; day < 40; day++) learner.learn(losses(-1), [losses(-1), losses(-2)])
    expect(learner.gain()).toBeGreaterThan(1)
    for (let day = 0; day < 60; day++) learner.learn(losses(2), [losses(2), losses(2)])
    expect(learner.gain()).toBe(0)
  })

  it('asks the hour itself, not its neighbours alone', () => {
    const learner = createGainLearner()
    for (let day = 0; day < 40; day++)
      learner.learn(Float64Array.of(0, 1, 1, 1, 1, 1), [Float64Array.of(0, -9, -9, -9, -9, -9)])
    expect(learner.gain()).toBe(0)
    expect([nearIntervals(900), nearIntervals(HALF_HOUR), nearIntervals(14_400)]).toEqual([8, 4, 1])
  })
})
