import { describe, expect, it } from 'vitest'

import { leadingRows, ridge } from './matrix.ts'
import { meanOfRoot, rootOfMean } from './root-scale.ts'
import { median } from './statistics.ts'

describe('the root scale', () => {
  it('comes back to the mean it came from, at any size', () => {
    for (const mean of [0, 0.01, 0.3, 1, 7, 29, 31, 500, 1e6])
      expect(meanOfRoot(rootOfMean(mean))).toBeCloseTo(mean, mean > 100 ? 2 : 4)
  })

  it('knows the expected root of a Poisson count', () => {
    // By hand for a mean of 1: Σ e⁻¹ ÷ k! × √(k + ¼).
    let [sum, chance] = [0, Math.exp(-1)]
    for (let count = 0; count < 40; count++, chance /= count) sum += chance * Math.sqrt(count + 0.25)
    expect(rootOfMean(1)).toBeCloseTo(sum, 9)
    expect(meanOfRoot(0.2)).toBe(0)
  })
})

describe('small matrices', () => {
  it('find the shapes that rows are made of', () => {
    const shapes = [
      [1, 2, 3, 2],
      [1, -1, 1, -1],
    ]
    const scores = [3, 1, 4, 1, 5, 9, 2, 6].map((score, index) => [score, (index % 3) - 1])
    const values = Float64Array.from(
      scores.flatMap(([first = 0, second = 0]) =>
        [0, 1, 2, 3].map((column) => first * (shapes[0]?.[column] ?? 0) + second * (shapes[1]?.[column] ?? 0)),
      ),
    )
    const { values: found } = leadingRows({ rows: 8, columns: 4, values }, new Float64Array(8).fill(1), 2)
    // Both shapes lie in the plane of the two vectors found: their lengths are kept when projected on it.
    for (const shape of shapes) {
      const along = [0, 1].map((vector) =>
        shape.reduce((sum, value, column) => sum + value * (found[vector * 4 + column] ?? 0), 0),
      )
      expect(Math.hypot(...along)).toBeCloseTo(Math.hypot(...shape), 8)
    }
  })

  it('solve a ridge regression as by hand', () => {
    // y = 1, 2, 3 on x = 1, 2, 3 with penalty 14: 14 ÷ (14 + 14).
    const design = { rows: 3, columns: 1, values: Float64Array.of(1, 2, 3) }
    expect(ridge(design, design, new Float64Array(3).fill(1), Float64Array.of(14)).values[0]).toBeCloseTo(0.5, 12)
  })

  it('leave missing values out of a median', () => {
    expect(median([3, Number.NaN, 1, 2])).toBe(2)
    expect(median([4, 1, 3, 2])).toBe(2.5)
    expect(median([Number.NaN])).toBeNaN()
  })
})
