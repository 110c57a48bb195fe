import { describe, expect, it } from 'vitest'

import { createRandomStreams, normalProbability } from './index.ts'

const DRAWS = 200_000

/** Greatest distance between the drawn and the wanted distribution (Kolmogorov), times √n: above 1.95 once in a thousand. */
function distance(draw: () => number, probability: (value: number) => number): number {
  const values = Float64Array.from({ length: DRAWS }, draw).toSorted()
  let greatest = 0
  for (const [index, value] of values.entries()) {
    const wanted = probability(value)
    greatest = Math.max(greatest, Math.abs((index + 1) / DRAWS - wanted), Math.abs(index / DRAWS - wanted))
  }
  return greatest * Math.sqrt(DRAWS)
}

function mean(draw: () => number): number {
  let sum = 0
  for (let turn = 0; turn < DRAWS; turn++) sum += draw()
  return sum / DRAWS
}

describe('random streams', () => {
  const streams = createRandomStreams(4)

  it('draw from the laws they name', () => {
    streams.restart(1, 0)
    expect(
      distance(
        () => streams.uniform(0),
        (value) => value,
      ),
    ).toBeLessThan(1.95)
    expect(
      distance(
        () => streams.exponential(1),
        (value) => -Math.expm1(-value),
      ),
    ).toBeLessThan(1.95)
    expect(distance(() => streams.normal(2), normalProbability)).toBeLessThan(1.95)
  })

  it('reach the tails: seven means and four deviations out', () => {
    streams.restart(2, 0)
    const far = (share: number, wanted: number): void => {
      expect(Math.abs(share - wanted)).toBeLessThan(4 * Math.sqrt(wanted / DRAWS))
    }
    far(
      mean(() => (streams.exponential(0) > 8 ? 1 : 0)),
      Math.exp(-8),
    )
    far(
      mean(() => (Math.abs(streams.normal(1)) > 3.7 ? 1 : 0)),
      2 * (1 - normalProbability(3.7)),
    )
  })

  it('gamma has its mean and variance, below shape 1 as well', () => {
    for (const shape of [0.3, 1, 28.7]) {
      streams.restart(3, 0)
      expect(mean(() => streams.gamma(0, shape)) / shape).toBeCloseTo(1, 1)
      expect(mean(() => (streams.gamma(0, shape) - shape) ** 2) / shape).toBeCloseTo(1, 1)
    }
  })

  it('repeat for the same seed and turn; seeds, turns and streams differ', () => {
    const first = (seed: number, turn: number, stream: number): number => {
      streams.restart(seed, turn)
      return streams.uniform(stream)
    }
    expect(first(7, 3, 1)).toBe(first(7, 3, 1))
    const others = new Set([first(7, 3, 1), first(8, 3, 1), first(7, 4, 1), first(7, 3, 2), first(7 + 2 ** 32, 3, 1)])
    expect(others.size).toBe(5)
    expect(() => createRandomStreams(0)).toThrow(RangeError)
  })
})
