import { describe, expect, it } from 'vitest'

import { durationScale } from './duration-scale.ts'

describe('an axis of durations', () => {
  it('has its lines on the steps of a clock and ends on one', () => {
    expect(durationScale([14, null, 9])).toEqual({ interval: 5, max: 15 })
    expect(durationScale([268])).toEqual({ interval: 60, max: 300 })
    expect(durationScale([600])).toEqual({ interval: 120, max: 600 })
    expect(durationScale([37_000])).toEqual({ interval: 14_400, max: 43_200 })
  })

  it('is left to itself where there is nothing to show, or weeks', () => {
    expect(durationScale([])).toEqual({})
    expect(durationScale([null, 0])).toEqual({})
    expect(durationScale([1e6])).toEqual({})
  })
})
