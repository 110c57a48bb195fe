import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createRandom } from '../numeric/index.ts'
import {
  estimatePatience,
  patienceHazard,
  patienceSample,
  patienceSurvival,
  shrunkEstimate,
  shrunkPatience,
  waitTotals,
} from './index.ts'

/** Callers of a known patience who meet a wait of their own: the log sees only the shorter. */
function censored(count: number, patienceSeconds: number, offeredWaitSeconds: number) {
  const random = createRandom('patience')
  return Array.from({ length: count }, () => {
    const [patience, wait] = [random.exponential(patienceSeconds), random.exponential(offeredWaitSeconds)]
    return Object.freeze({ waitSeconds: Math.min(patience, wait), abandoned: patience < wait })
  })
}

describe('patience', () => {
  it('is found through the censoring, where the mean wait of those who hung up is far off', () => {
    const waits = censored(20_000, 400, 60)
    const estimate = estimatePatience(waitTotals(waits))
    expect(estimate?.interval.low).toBeLessThan(400)
    expect(estimate?.interval.high).toBeGreaterThan(400)
    expect((estimate?.meanSeconds ?? 0) / 400).toBeCloseTo(1, 1)
    const hungUp = waits.filter(({ abandoned }) => abandoned)
    expect(hungUp.reduce((sum, { waitSeconds }) => sum + waitSeconds, 0) / hungUp.length).toBeLessThan(80)
  })

  it('is unknown while nobody hung up', () => {
    expect(estimatePatience(waitTotals([{ waitSeconds: 30, abandoned: false }]))).toBeUndefined()
    expect(estimatePatience(waitTotals([]))).toBeUndefined()
    expect(() => waitTotals([{ waitSeconds: Number.NaN, abandoned: false }])).toThrow(/^waitSeconds must be/)
  })

  it('of a part lies between its own and that of the whole', () => {
    expect(shrunkPatience({ abandoned: 0, totalWaitSeconds: 0 }, 300)).toBe(300)
    expect(shrunkPatience({ abandoned: 50, totalWaitSeconds: 5000 }, 300)).toBe(200)
    // One hang-up decides nothing, and the interval says what is known.
    const one = shrunkEstimate({ abandoned: 1, totalWaitSeconds: 4 }, 300)
    expect(one.meanSeconds).toBeGreaterThan(280)
    const many = shrunkEstimate({ abandoned: 5000, totalWaitSeconds: 500_000 }, 300)
    const width = ({ meanSeconds, interval: { low, high } }: typeof one): number => (high - low) / meanSeconds
    for (const { meanSeconds, interval } of [one, many]) {
      expect(interval.low).toBeLessThan(meanSeconds)
      expect(interval.high).toBeGreaterThan(meanSeconds)
    }
    expect(width(one)).toBeGreaterThan(5 * width(many))
  })

  // Kaplan and Meier 1958, the worked example of section 2: deaths at .8, 3.1, 5.4, 9.2, losses at 1.0, 2.7, 7.0, 12.1.
  it('has Kaplan and Meier’s own example', () => {
    const at = (waitSeconds: number, abandoned: boolean) => ({ waitSeconds, abandoned })
    const steps = patienceSurvival([
      at(0.8, true),
      at(1, false),
      at(2.7, false),
      at(3.1, true),
      at(5.4, true),
      at(7, false),
      at(9.2, true),
      at(12.1, false),
    ])
    expect(steps.map(({ seconds }) => seconds)).toEqual([0.8, 3.1, 5.4, 9.2])
    for (const [index, share] of [7 / 8, 0.7, 0.525, 0.2625].entries())
      expect(steps[index]?.stillWaiting).toBeCloseTo(share, 12)
  })

  it('in pieces has one hazard where patience is exponential, and counts every hang-up once', () => {
    const waits = censored(50_000, 200, 100)
    for (const { perSecond, hangUps } of patienceHazard(waits))
      if (hangUps > 400) expect(perSecond * 200).toBeCloseTo(1, 0)
    fc.assert(
      fc.property(
        fc.array(fc.record({ waitSeconds: fc.integer({ min: 0, max: 400 }), abandoned: fc.boolean() })),
        (anyWaits) => {
          const total = patienceHazard(anyWaits).reduce((sum, { hangUps }) => sum + hangUps, 0)
          expect(total).toBe(anyWaits.filter(({ abandoned }) => abandoned).length)
        },
      ),
    )
  })
})

describe('a sample of patiences', () => {
  it('has the mean and the shape that the callers had, whom answers hide', () => {
    const counts = censored(40_000, 120, 60).map(({ waitSeconds, abandoned }) => ({
      waitSeconds,
      left: abandoned ? 1 : 0,
      answered: abandoned ? 0 : 1,
    }))
    const sample = patienceSample(counts, 400)
    expect(sample).toHaveLength(400)
    expect(sample.reduce((sum, one) => sum + one, 0) / 400).toBeGreaterThan(110)
    expect(sample.reduce((sum, one) => sum + one, 0) / 400).toBeLessThan(130)
    expect(Math.abs((sample[200] ?? 0) - 120 * Math.LN2)).toBeLessThan(4)
    expect(sample).toEqual(sample.toSorted((left, right) => left - right))
  })

  it('goes on beyond the last who left with the hazard of all waits, and is empty while nobody has left', () => {
    const counts = [
      { waitSeconds: 10, left: 1, answered: 1 },
      { waitSeconds: 30, left: 0, answered: 6 },
    ]
    const sample = patienceSample(counts, 8)
    expect(sample[0]).toBe(10)
    expect(sample[1]).toBeGreaterThan(10)
    expect(sample[7]).toBeGreaterThan(200)
    expect(patienceSample([{ waitSeconds: 5, left: 0, answered: 3 }], 8)).toEqual([])
  })
})
