import { describe, expect, it } from 'vitest'

import { wilsonInterval } from '../numeric/index.ts'
import { isBeyondNoise } from './beyond-noise.ts'
import type { MeasureValue } from './evaluate.ts'

const share = (numerator: number, denominator: number): MeasureValue => ({
  value: denominator === 0 ? null : numerator / denominator,
  numerator,
  denominator,
  approximate: false,
  interval: denominator === 0 ? null : wilsonInterval(numerator, denominator, 0.95),
})

describe('a difference of two shares', () => {
  it('is noise among few and more than noise among many', () => {
    expect(isBeyondNoise(share(75, 100), share(80, 100), 'other')).toBe(false)
    expect(isBeyondNoise(share(7500, 10_000), share(8000, 10_000), 'other')).toBe(true)
  })

  it('agrees with the published example of two proportions', () => {
    // Newcombe 1998, 56/70 against 48/80: the difference 0.2 has the interval 0.0524 to 0.3339, without zero.
    expect(isBeyondNoise(share(56, 70), share(48, 80), 'other')).toBe(true)
    expect(isBeyondNoise(share(48, 80), share(56, 70), 'other')).toBe(true)
    // 9/10 against 3/10: 0.1705 to 0.8090. 6/7 against 2/7: 0.0582 to 0.8062. 5/56 against 0/29: −0.0381 to 0.1926.
    expect(isBeyondNoise(share(9, 10), share(3, 10), 'other')).toBe(true)
    expect(isBeyondNoise(share(6, 7), share(2, 7), 'other')).toBe(true)
    expect(isBeyondNoise(share(5, 56), share(0, 29), 'other')).toBe(false)
  })

  it('is not judged where there is nothing, or only a count', () => {
    expect(isBeyondNoise(share(0, 0), share(5, 10), 'other')).toBeNull()
    expect(isBeyondNoise(share(5, 10), share(9, 10), 'count')).toBeNull()
  })
})
