import { describe, expect, it, vi } from 'vitest'

import { createRandom } from '../numeric/index.ts'
import { errorQuantiles, type DayErrors } from './error-quantiles.ts'

// Hundreds of histories; a machine that is busy with other tests may take its time.
vi.setConfig({ testTimeout: 60_000 })

const SLOTS = 6
const EDGES = [0.025, 0.1, 0.5, 0.9, 0.975]
const NORMAL = [-1.96, -1.2816, 0, 1.2816, 1.96]

const HISTORIES = 150

interface Made {
  readonly seed: string
  readonly days: number
  /** Correlation of a day's common error with that of the day before. */
  readonly persistence: number
  /** Share of the variance that is common to the day. */
  readonly common: number
  readonly center?: number
}

/** Errors with variance one around a centre. */
function makeErrors({ seed, days, persistence, common, center = 0 }: Made): Float64Array[] {
  const random = createRandom(seed)
  let level = random.normal()
  return Array.from({ length: days }, () => {
    level = persistence * level + Math.sqrt(1 - persistence ** 2) * random.normal()
    return Float64Array.from(
      { length: SLOTS },
      () => center + Math.sqrt(common) * level + Math.sqrt(1 - common) * random.normal(),
    )
  })
}

const alike = (errors: readonly Float64Array[]): DayErrors[] => errors.map((one) => ({ errors: one, weight: 1 }))

/** Shares of the errors after the first hundred days that their quantiles held, over many histories. */
function heldShares(persistence: number): { readonly in80: number; readonly in95: number; readonly plain80: number } {
  let [in80, in95, plain80, count] = [0, 0, 0, 0]
  for (let history = 0; history < HISTORIES; history++) {
    const errors = makeErrors({ seed: `held ${history}`, days: 160, persistence, common: 0.7 })
    const quantiles = errorQuantiles(alike(errors.slice(0, 100)), 10, EDGES)
    const [low95, low80, , high80, high95] = quantiles as [number, number, number, number, number]
    const sorted = Float64Array.from(errors.slice(0, 100).flatMap((one) => [...one])).toSorted()
    const [plainLow, plainHigh] = [sorted[60] as number, sorted[540] as number]
    for (const error of errors.slice(120).flatMap((one) => [...one])) {
      count++
      if (error >= low80 && error <= high80) in80++
      if (error >= low95 && error <= high95) in95++
      if (error >= plainLow && error <= plainHigh) plain80++
    }
  }
  return { in80: in80 / count, in95: in95 / count, plain80: plain80 / count }
}

describe('quantiles of errors', () => {
  it.each([
    [0, 0.02],
    [0.8, 0.02],
    [0.95, 0.04],
  ])('hold what they say where days remember each other by %d', (persistence, off) => {
    const { in80, in95, plain80 } = heldShares(persistence)
    expect(Math.abs(in80 - 0.8)).toBeLessThan(off)
    expect(Math.abs(in95 - 0.95)).toBeLessThan(off)
    if (persistence > 0.9) expect(in80 - plain80).toBeGreaterThan(0.05)
  })

  it('do not lean to the side of one long run of days, but of a hundred days that do', () => {
    const runs = makeErrors({ seed: 'one run', days: 60, persistence: 0.98, common: 0.9 }).map((day) =>
      day.map((error) => Math.abs(error)),
    )
    const [, low, middle, high] = errorQuantiles(alike(runs), 10, EDGES) as [number, number, number, number, number]
    expect(low).toBeLessThan(-0.3)
    expect(high).toBeGreaterThan(-low)
    expect(Math.abs(middle)).toBeLessThan(0.7)
    const leaning = makeErrors({ seed: 'leaning', days: 100, persistence: 0, common: 0.3, center: 0.8 })
    for (const [place, value] of errorQuantiles(alike(leaning), 1, EDGES).entries())
      expect(Math.abs(value - 0.8 - (NORMAL[place] as number))).toBeLessThan(0.3)
  })

  it('keep the skew of intervals, forget days without weight, and know the normal ones only of nothing', () => {
    const random = createRandom('skew')
    const skewed = Array.from({ length: 100 }, () =>
      Float64Array.from({ length: SLOTS }, () => random.exponential(1) - 1),
    )
    const [low, , , , high] = errorQuantiles(alike(skewed), 1, EDGES) as [number, number, number, number, number]
    expect(high).toBeGreaterThan(1.5 * Math.abs(low))
    const calm = makeErrors({ seed: 'calm', days: 60, persistence: 0, common: 0 })
    const wild = { errors: new Float64Array(SLOTS).fill(50), weight: 0 }
    const holed = { errors: new Float64Array(SLOTS).fill(Number.NaN), weight: 1 }
    const known = errorQuantiles([wild, holed, ...alike(calm)], 1, EDGES)
    for (const [place, value] of known.entries()) expect(Math.abs(value - (NORMAL[place] as number))).toBeLessThan(0.3)
    for (const days of [[], [holed]])
      for (const [place, value] of errorQuantiles(days, 1, EDGES).entries())
        expect(value).toBeCloseTo(NORMAL[place] as number, 3)
  })

  it('are in order and change nothing they are given', () => {
    const errors = makeErrors({ seed: 'order', days: 9, persistence: 0.9, common: 0.9 })
    const before = errors.map((day) => day.slice())
    const quantiles = errorQuantiles(alike(errors), 20, EDGES)
    expect(quantiles).toEqual(quantiles.toSorted((left, right) => left - right))
    expect(errors).toEqual(before)
  })
})
