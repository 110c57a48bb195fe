import { describe, expect, it } from 'vitest'

import { createRandom } from '../numeric/index.ts'
import { controlLimits, type ControlPoint } from './control-chart.ts'

const values = (list: readonly (number | null)[]): ControlPoint[] => list.map((value) => ({ value, denominator: 1 }))

describe('limits of values', () => {
  it('are the mean and 2.66 mean moving ranges', () => {
    // Mean 12; moving ranges 2, 2, 2, … : sigma 2 / 1.128.
    const [first] = controlLimits(values([11, 13, 11, 13, 11, 13, 11, 13]), 'value')
    expect(first?.center).toBe(12)
    expect(first?.high).toBeCloseTo(12 + 2.66 * 2, 2)
    expect(first?.low).toBeCloseTo(12 - 2.66 * 2, 2)
  })

  it('tell a day out of line from an ordinary one', () => {
    const limits = controlLimits(values([10, 12, 11, 13, 10, 12, 11, 30, 11, 12]), 'value')
    expect(limits.map((one) => one?.signal)).toEqual([...Array(7).fill(false), true, false, false])
  })

  it('tell a lasting shift from noise, from its eighth point', () => {
    const before = Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? 10 : 14))
    const after = Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? 15 : 17))
    const signals = controlLimits(values([...before, ...after]), 'value').map((one) => one?.signal)
    expect(signals.slice(0, 12)).not.toContain(true)
    expect(signals.at(-1)).toBe(true)
  })

  it('say nothing where there is too little, or nothing', () => {
    expect(controlLimits(values([1, 2, 3]), 'value')).toEqual([null, null, null])
    const withGap = controlLimits(values([1, 2, null, 2, 1, 2, 1, 2, 1]), 'value')
    expect(withGap[2]).toBeNull()
    expect(withGap[3]).not.toBeNull()
  })
})

describe('limits of shares', () => {
  const random = createRandom('limits of shares')
  const draw = (trials: number, share: number): ControlPoint => {
    let successes = 0
    for (let trial = 0; trial < trials; trial++) if (random.chance(share)) successes++
    return { value: successes / trials, denominator: trials }
  }

  it('leave pure chance almost always alone, narrower where more stands behind', () => {
    const points = Array.from({ length: 400 }, (_, index) => draw(index % 2 === 0 ? 100 : 1000, 0.8))
    const limits = controlLimits(points, 'share')
    const outside = points.filter(({ value }, index) => {
      const one = limits[index]
      return one !== null && one !== undefined && value !== null && (value < one.low || value > one.high)
    })
    expect(outside.length).toBeLessThan(8)
    expect((limits[0]?.high ?? 0) - (limits[0]?.low ?? 0)).toBeGreaterThan(
      2 * ((limits[1]?.high ?? 0) - (limits[1]?.low ?? 0)),
    )
  })

  it('widen where days differ by more than chance, so that big days are no alarms', () => {
    const points = Array.from({ length: 200 }, () => draw(20_000, 0.75 + 0.1 * random.uniform()))
    const limits = controlLimits(points, 'share')
    const binomialHalf = 3 * Math.sqrt((0.8 * 0.2) / 20_000)
    expect((limits[0]?.high ?? 0) - (limits[0]?.center ?? 0)).toBeGreaterThan(4 * binomialHalf)
    const outside = points.filter(
      ({ value }, index) => (value ?? 0) < (limits[index]?.low ?? 0) || (value ?? 0) > (limits[index]?.high ?? 1),
    )
    expect(outside.length).toBeLessThan(8)
  })

  it('stay between 0 and 1', () => {
    const limits = controlLimits(
      Array.from({ length: 10 }, (_, index) => ({ value: index === 4 ? 0 : 1, denominator: 5 })),
      'share',
    )
    expect(limits.every((one) => one !== null && one.low >= 0 && one.high <= 1)).toBe(true)
  })
})
