import { describe, expect, it } from 'vitest'

import type { MyShift } from '@pult/contract/schedule-reports'
import { createZone } from '@pult/engine/time'

import { marksOf, mondayOf, nextShift, weeksOf, workMinutes } from './my-weeks.ts'

const zone = createZone('Europe/Moscow')

const shift = (day: string, start: string, end: string): MyShift =>
  ({
    shiftId: 1,
    agentId: 1,
    day,
    shiftTemplateId: null,
    start,
    end,
    breaks: [
      { kind: 'meal', start, end: new Date(Date.parse(start) + 3_600_000).toISOString(), isPaid: false },
      { kind: 'rest', start, end: new Date(Date.parse(start) + 900_000).toISOString(), isPaid: true },
    ],
    activities: [],
    isLocked: false,
    templateName: null,
    publishedAt: '2026-10-01T00:00:00Z',
    changedAt: null,
  }) as MyShift

const day = shift('2026-11-04', '2026-11-04T06:00:00Z', '2026-11-04T18:00:00Z')
const night = shift('2026-11-06', '2026-11-06T17:00:00Z', '2026-11-07T05:00:00Z')

describe('the weeks of a person', () => {
  it('begin on Monday and hold seven days each, with hours less unpaid breaks', () => {
    expect(mondayOf('2026-11-08')).toBe('2026-11-02')
    const [first, second] = weeksOf([day, night], '2026-11-02', 2)
    expect(first?.days.map(({ shifts }) => shifts.length)).toEqual([0, 0, 1, 0, 1, 0, 0])
    expect(first?.minutes).toBe(2 * 11 * 60)
    expect(second).toMatchObject({ monday: '2026-11-09', minutes: 0 })
    expect(workMinutes(day)).toBe(660)
  })

  it('mark nights by the clock of the centre, holidays by its calendar', () => {
    expect(marksOf(day, zone, 'ru')).toEqual({ isNight: false, isHoliday: true, isWeekend: false })
    expect(marksOf(night, zone, 'ru')).toEqual({ isNight: true, isHoliday: false, isWeekend: false })
    expect(marksOf(day, createZone('Asia/Vladivostok'), 'none').isNight).toBe(true)
    expect(marksOf(shift('2026-11-07', '2026-11-06T23:00:00Z', '2026-11-07T07:00:00Z'), zone, 'ru')).toEqual({
      isNight: true,
      isHoliday: false,
      isWeekend: true,
    })
  })

  it('know the shift that is on or comes next', () => {
    expect(nextShift([night, day], Date.parse('2026-11-04T12:00:00Z'))).toBe(day)
    expect(nextShift([night, day], Date.parse('2026-11-05T00:00:00Z'))).toBe(night)
    expect(nextShift([night, day], Date.parse('2026-11-08T00:00:00Z'))).toBeUndefined()
  })
})
