import { describe, expect, it } from 'vitest'

import { coverageCells } from './coverage-cells.ts'

const slots = ['2026-12-01T09:00:00Z', '2026-12-01T09:15:00Z', '2026-12-01T09:30:00Z']
const coverage = {
  slots,
  slotMinutes: 15,
  queues: [
    { queueId: 1, name: 'Sales', needed: [4, 6, 0], posts: [3, 5, 0], cost: [0, 0, 0] },
    { queueId: 2, name: 'Support', needed: [null, 2, 0], posts: [1, 2, 0], cost: [0, 0, 0] },
  ],
  onShift: [4, 7, 0],
  days: [],
}
const clockOf = (instant: string) => ({ day: instant.slice(0, 10), time: instant.slice(11, 16) })

describe('cells of coverage', () => {
  it('averages slots over a half-hour and adds queues up; a need that no number meets counts as none', () => {
    expect(coverageCells(coverage, null, clockOf)).toEqual([{ day: '2026-12-01', halfHour: 18, posts: 5.5, needed: 6 }])
  })

  it('keeps to one queue', () => {
    expect(coverageCells(coverage, 1, clockOf)).toEqual([{ day: '2026-12-01', halfHour: 18, posts: 4, needed: 5 }])
  })
})
