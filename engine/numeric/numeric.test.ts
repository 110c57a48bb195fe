import { describe, expect, it } from 'vitest'

import {
  gammaProbability,
  logGamma,
  meanInterval,
  normalProbability,
  normalQuantile,
  poissonInterval,
  studentQuantile,
  wilsonInterval,
} from './index.ts'

describe('special functions', () => {
  it('log gamma is the logarithm of the factorial', () => {
    let logFactorial = 0
    for (let n = 1; n < 100; n++) {
      expect(logGamma(n + 1)).toBeCloseTo((logFactorial += Math.log(n)), 10)
    }
    expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 12)
  })

  it('a gamma of shape 1 is exponential', () => {
    for (const value of [0.1, 1, 2, 5, 20]) expect(gammaProbability(1, value)).toBeCloseTo(1 - Math.exp(-value), 12)
  })

  // Abramowitz & Stegun, tables 26.1 and 26.10.
  it('has the tabled normal and t quantiles', () => {
    expect(normalProbability(1.96)).toBeCloseTo(0.975_002_1, 7)
    expect(normalQuantile(0.975)).toBeCloseTo(1.959_963_985, 8)
    expect(normalQuantile(0.05)).toBeCloseTo(-1.644_853_627, 8)
    expect(studentQuantile(0.975, 1)).toBeCloseTo(12.706, 3)
    expect(studentQuantile(0.975, 10)).toBeCloseTo(2.228, 3)
    expect(studentQuantile(0.975, 1e6)).toBeCloseTo(1.96, 3)
  })
})

describe('intervals', () => {
  // Newcombe 1998, table I: 81 of 263 by the score method: 0.2553 to 0.3662; 0 of 20: 0 to 0.1611.
  it('Wilson’s agrees with Newcombe’s table', () => {
    const { low, high } = wilsonInterval(81, 263, 0.95)
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.2553', '0.3662'])
    const none = wilsonInterval(0, 20, 0.95)
    expect([none.low.toFixed(4), none.high.toFixed(4)]).toEqual(['0.0000', '0.1611'])
  })

  // Garwood 1936: 0 → 3.689; 10 → 4.795 to 18.390.
  it('Garwood’s agrees with the published limits', () => {
    expect(poissonInterval(0, 0.95).high).toBeCloseTo(3.689, 3)
    expect(poissonInterval(10, 0.95).low).toBeCloseTo(4.795, 3)
    expect(poissonInterval(10, 0.95).high).toBeCloseTo(18.39, 2)
  })

  it('a mean of one value has no interval, equal values have a point', () => {
    expect(meanInterval(1, 5, 25, 0.95)).toBeUndefined()
    expect(meanInterval(3, 15, 75, 0.95)).toEqual({ low: 5, high: 5 })
  })
})
