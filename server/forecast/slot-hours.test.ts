import { describe, expect, it } from 'vitest'

import { createZone, AROUND_THE_CLOCK, type OpeningHours } from '@pult/engine/time'

import { slotHours } from './slot-hours.ts'

const berlin = createZone('Europe/Berlin')
const hours = (weekly: OpeningHours['weekly'], exceptions: OpeningHours['exceptions'] = new Map()): OpeningHours => ({
  weekly,
  exceptions,
})
const open = (shares: readonly number[]): number => shares.reduce((sum, share) => sum + share, 0)

describe('the open share of intervals', () => {
  it('is all of a day around the clock, and of a queue without hours', () => {
    expect(slotHours(null, berlin, '2025-06-02', 1800)).toEqual(Array.from({ length: 48 }, () => 1))
    expect(open(slotHours(hours(AROUND_THE_CLOCK), berlin, '2025-06-02', 900))).toBe(96)
  })

  it('leaves out spring’s hour and has autumn’s twice', () => {
    const spring = slotHours(null, berlin, '2025-03-30', 3600)
    expect(open(spring)).toBe(23)
    expect(spring[2]).toBe(0)
    const autumn = slotHours(hours(AROUND_THE_CLOCK), berlin, '2025-10-26', 1800)
    expect(open(autumn)).toBe(50)
    expect(autumn.slice(3, 7)).toEqual([1, 2, 2, 1])
  })

  it('knows breaks, parts of intervals, nights that begin the day before, and days that differ', () => {
    const split = hours({
      '1': [
        ['09:00', '13:00'],
        ['14:00', '18:15'],
      ],
    })
    const monday = slotHours(split, berlin, '2025-06-02', 3600)
    expect([monday[8], monday[9], monday[13], monday[17], monday[18], monday[19]]).toEqual([0, 1, 0, 1, 0.25, 0])
    expect(open(slotHours(split, berlin, '2025-06-03', 3600))).toBe(0)
    const night = hours({ '1': [['22:00', '02:00']] })
    expect(slotHours(night, berlin, '2025-06-03', 3600).slice(0, 3)).toEqual([1, 1, 0])
    const moved = hours(
      AROUND_THE_CLOCK,
      new Map([
        ['2025-06-02', null],
        ['2025-06-03', [['10:00', '12:00']]],
      ]),
    )
    expect(open(slotHours(moved, berlin, '2025-06-02', 3600))).toBe(0)
    expect(open(slotHours(moved, berlin, '2025-06-03', 3600))).toBe(2)
  })
})
