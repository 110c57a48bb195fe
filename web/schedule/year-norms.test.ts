import { describe, expect, it } from 'vitest'

import { yearNorms } from './year-norms.ts'

describe('norms of a year', () => {
  it('are those of the published Russian calendar of 2026', () => {
    const { rows, isProvisional } = yearNorms('ru', 2026, 40)
    const hours = (kind: string): number[] => rows.filter((row) => row.kind === kind).map((row) => row.hours)
    expect(hours('month')).toEqual([120, 152, 168, 175, 151, 167, 184, 168, 176, 176, 159, 176])
    expect(hours('quarter')).toEqual([440, 493, 528, 511])
    expect(hours('year')).toEqual([1972])
    expect(rows.at(-1)).toMatchObject({ workingDays: 247, daysOff: 118 })
    expect(isProvisional).toBe(false)
  })

  it('take an hour off a shortened day of a shorter week as well', () => {
    expect(yearNorms('ru', 2026, 36).rows.at(-1)?.hours).toBeCloseTo(1774.4, 5)
  })

  it('are marked where the decree on moved days is not known', () => {
    expect(yearNorms('ru', 2031, 40).isProvisional).toBe(true)
  })
})
