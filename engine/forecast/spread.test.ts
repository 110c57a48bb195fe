import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createRandom } from '../numeric/index.ts'
import { meanOfRoot, rootOfCount, rootOfMean } from './root-scale.ts'
import { expectedCount, learnSpread, rootOfExpected, type ScoredRoots, type Spread } from './spread.ts'

const SLOTS = 96
const DAYS = 60

/** Poisson counts around a mean of which forecasts expect only a share. */
function daysShort(mean: number, share: number, seed: number): ScoredRoots[] {
  const random = createRandom(seed)
  return Array.from({ length: DAYS }, () => ({
    forecastRoots: new Float64Array(SLOTS).fill(rootOfMean(mean * share)),
    actualRoots: Float64Array.from({ length: SLOTS }, () => rootOfCount(random.poisson(mean))),
  }))
}

describe('the expected count', () => {
  it('makes up for what a tiny queue has lately been short of, and hardly moves a large one', () => {
    const ratios = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
      const tiny = learnSpread(daysShort(0.08, 0.85, seed), SLOTS, 1)
      return expectedCount(tiny, 5, rootOfMean(0.08 * 0.85)) / 0.08
    })
    const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length
    expect(mean).toBeGreaterThan(0.92)
    expect(mean).toBeLessThan(1.05)
    const large = learnSpread(daysShort(80, 0.97, 1), SLOTS, 1)
    const most = 1 + (large.overdispersion[5] ?? 0) / 4
    expect(expectedCount(large, 5, rootOfMean(77.6)) - 77.6 * most).toBeLessThan(0.03)
  })

  it('leaves nothing at nothing, takes nothing away, and leads back to its root', () => {
    const root = fc.double({ min: 0.5, max: 40, noNaN: true })
    const lift = fc.double({ min: 0.5, max: 2, noNaN: true })
    const overdispersion = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(root, lift, overdispersion, (from, times, over) => {
        const spread: Spread = { overdispersion: [over], lift: times, scores: [] }
        const count = expectedCount(spread, 0, from)
        expect(count).toBeGreaterThanOrEqual(meanOfRoot(from))
        expect(meanOfRoot(rootOfExpected(spread, 0, count))).toBeCloseTo(meanOfRoot(from), 4)
        expect(expectedCount(spread, 0, rootOfMean(0))).toBe(0)
      }),
    )
  })
})
