import { describe, expect, it } from 'vitest'

import { availabilityByDay, united } from './availability.ts'

const day = (open: readonly [number, number][]) => ({
  date: '2026-10-05',
  open: open.map(([start, end]) => ({ start, end })),
})
const stretch = (start: number, end: number) => ({ start, end })

describe('how much of a day a channel was there', () => {
  it('counts what was missed in opening hours only, overlapping outages once', () => {
    const [one] = availabilityByDay([day([[100, 200]])], [stretch(50, 120), stretch(110, 130)], stretch(0, 1000))
    expect(one).toEqual({ date: '2026-10-05', openMs: 100, downMs: 30 })
  })

  it('says nothing of the time before the channel was made and of what is to come', () => {
    const days = [day([[0, 100]]), day([[100, 200]]), day([[200, 300]])]
    const counted = availabilityByDay(days, [stretch(0, 300)], stretch(150, 150 + 20))
    expect(counted.map(({ openMs, downMs }) => [openMs, downMs])).toEqual([
      [0, 0],
      [20, 20],
      [0, 0],
    ])
  })

  it('takes queues that are open at once for one', () => {
    expect(united([stretch(5, 9), stretch(1, 3), stretch(2, 6), stretch(7, 7)])).toEqual([stretch(1, 9)])
  })
})
