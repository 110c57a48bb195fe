import { describe, expect, it } from 'vitest'

import { createZone } from '@pult/engine/time'

import { clockAfter, shiftTimes } from './shift-times.ts'

describe('times of a shift', () => {
  it('are the centre’s own, and end on the next day where they do not end later', () => {
    const zone = createZone('Europe/Moscow')
    expect(shiftTimes(zone, '2026-12-31', '20:00', '08:00')).toEqual({
      start: '2026-12-31T17:00:00.000Z',
      end: '2027-01-01T05:00:00.000Z',
      endsNextDay: true,
    })
    expect(shiftTimes(zone, '2026-12-31', '09:00', '18:00').endsNextDay).toBe(false)
  })

  it('hold an hour more in the night in which clocks go back', () => {
    const zone = createZone('Europe/Berlin')
    const { start, end } = shiftTimes(zone, '2026-10-24', '22:00', '06:00')
    expect((Date.parse(end) - Date.parse(start)) / 3_600_000).toBe(9)
  })
})

it('goes on with the clock beyond midnight', () => {
  expect(clockAfter('09:00', 540)).toBe('18:00')
  expect(clockAfter('22:30', 540)).toBe('07:30')
})
