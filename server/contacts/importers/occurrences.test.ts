import { describe, expect, it } from 'vitest'

import { createOccurrences } from './occurrences.ts'

const DAY = 86_400_000

describe('occurrences', () => {
  it('count rows of one content, day by day and again in another block of the same month', () => {
    const occurrences = createOccurrences()
    expect([occurrences.count(0, 7), occurrences.count(10, 7), occurrences.count(10, 8)]).toEqual([1, 2, 1])
    for (let day = 1; day < 31; day++) occurrences.count(day * DAY, day)
    expect(occurrences.count(5, 7)).toBe(3)
  })

  it('remember no more days than a table sorted in blocks needs', () => {
    const occurrences = createOccurrences()
    occurrences.count(0, 7)
    for (let day = 1; day <= 62; day++) occurrences.count(day * DAY, day)
    expect(occurrences.count(0, 7)).toBe(1)
    expect(occurrences.count(62 * DAY, 62)).toBe(2)
  })
})
