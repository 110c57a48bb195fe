import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  addDays,
  addMonths,
  AROUND_THE_CLOCK,
  civilFromDays,
  createZone,
  datesBetween,
  dayKind,
  dayNumber,
  daysFromCivil,
  isOpen,
  isoWeekday,
  isWorkingDay,
  monthOf,
  openIntervals,
  wallInstant,
  wallTime,
} from './index.ts'

describe('days of the calendar', () => {
  it('agree with JavaScript’s own for four centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -80_000, max: 80_000 }), (days) => {
        const { year, month, day } = civilFromDays(days)
        expect(daysFromCivil(year, month, day)).toBe(days)
        const date = new Date(days * 86_400_000)
        expect([year, month, day]).toEqual([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()])
      }),
    )
  })

  it('know the weekday and refuse a day that does not exist', () => {
    expect(isoWeekday('2026-11-23')).toBe(1)
    expect(isoWeekday('2026-11-22')).toBe(7)
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(() => dayNumber('2026-02-30')).toThrow(/2026-02-30/)
  })

  it('go by months from first day to first day, over years too', () => {
    expect(monthOf('2024-02-29')).toBe('2024-02-01')
    expect(addMonths('2026-01-31', -1)).toBe('2025-12-01')
    expect(addMonths('2026-11-01', 14)).toBe('2028-01-01')
  })
})

describe('a zone', () => {
  const berlin = createZone('Europe/Berlin')
  const at = (day: number, hour: number, minute = 0, month = 10): Parameters<typeof berlin.localToInstant>[0] => ({
    year: 2026,
    month,
    day,
    hour,
    minute,
    second: 0,
  })

  it('tells autumn’s doubled hour and which of the two was meant', () => {
    const earlier = berlin.localToInstant(at(25, 2, 30), 'earlier')
    const later = berlin.localToInstant(at(25, 2, 30), 'later')
    expect(earlier.kind).toBe('doubled')
    expect(later.instant - earlier.instant).toBe(3_600_000)
    expect(berlin.dayLength('2026-10-25')).toBe(25 * 3_600_000)
  })

  it('tells spring’s skipped hour', () => {
    expect(berlin.localToInstant(at(29, 2, 30, 3)).kind).toBe('skipped')
    expect(berlin.dayLength('2026-03-29')).toBe(23 * 3_600_000)
  })

  it('finds the instant at which the wall clock shows a time, whatever was changed since midnight', () => {
    const told = (date: string, minute: number): string => new Date(wallInstant(berlin, date, minute)).toISOString()
    expect(told('2026-10-25', 9 * 60)).toBe('2026-10-25T08:00:00.000Z')
    expect(told('2026-03-29', 9 * 60)).toBe('2026-03-29T07:00:00.000Z')
    expect(told('2026-10-25', 150)).toBe(new Date(berlin.localToInstant(at(25, 2, 30)).instant).toISOString())
    expect(told('2026-10-24', 30 * 60)).toBe(told('2026-10-25', 6 * 60))
    expect(wallTime('2026-12-31', 86_400 + 3661)).toEqual({
      year: 2027,
      month: 1,
      day: 1,
      hour: 1,
      minute: 1,
      second: 1,
    })
    expect(() => wallTime('2026-02-30', 0)).toThrow(RangeError)
  })

  it.each([
    'Europe/Moscow',
    'America/New_York',
    'Asia/Jerusalem',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'America/Sao_Paulo',
  ])('%s: an instant becomes a wall clock and comes back', (timeZone) => {
    const zone = createZone(timeZone)
    fc.assert(
      fc.property(fc.integer({ min: 600_000_000, max: 2_000_000_000 }), (seconds) => {
        const instant = seconds * 1000
        const local = zone.instantToLocal(instant)
        expect([zone.localToInstant(local, 'earlier').instant, zone.localToInstant(local, 'later').instant]).toContain(
          instant,
        )
        expect(zone.startOfDay(zone.localDate(instant))).toBeLessThanOrEqual(instant)
      }),
      { numRuns: 300 },
    )
  })

  it('follows Moscow’s change of 2014', () => {
    const moscow = createZone('Europe/Moscow')
    expect(moscow.offsetAt(Date.UTC(2014, 9, 25))).toBe(4 * 3_600_000)
    expect(moscow.offsetAt(Date.UTC(2014, 9, 27))).toBe(3 * 3_600_000)
  })
})

describe('opening hours', () => {
  const moscow = createZone('Europe/Moscow')
  const weekly = {
    '1': [
      ['09:00', '13:00'],
      ['14:00', '18:00'],
    ] as const,
    '5': [['20:00', '02:00']] as const,
  }
  const hours = { weekly, exceptions: new Map([['2026-11-30', null]]) }
  const utc = (text: string): number => Date.parse(text)

  it('have breaks, nights past midnight and days that differ', () => {
    expect(isOpen(hours, utc('2026-11-23T10:30:00Z'), moscow)).toBe(false) // 13:30, the break
    expect(isOpen(hours, utc('2026-11-23T11:00:00Z'), moscow)).toBe(true)
    expect(isOpen(hours, utc('2026-11-27T22:59:00Z'), moscow)).toBe(true) // Saturday 01:59, Friday's night
    expect(isOpen(hours, utc('2026-11-27T23:00:00Z'), moscow)).toBe(false)
    expect(openIntervals(hours, '2026-11-30', moscow)).toEqual([])
  })

  it('cover all of a long day around the clock', () => {
    const [interval] = openIntervals(
      { weekly: AROUND_THE_CLOCK, exceptions: new Map() },
      '2026-10-25',
      createZone('Europe/Berlin'),
    )
    expect((interval?.end ?? 0) - (interval?.start ?? 0)).toBe(25 * 3_600_000)
  })
})

describe('the Russian production calendar', () => {
  it('has the published number of working days in each month', () => {
    // Постановления Правительства РФ о переносе выходных дней; production calendars 2025 and 2026.
    const published: Record<string, number[]> = {
      '2025': [17, 20, 21, 22, 18, 19, 23, 21, 22, 23, 19, 22],
      '2026': [15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 20, 22],
    }
    for (const [year, months] of Object.entries(published)) {
      const counted = months.map((_, index) => {
        const month = String(index + 1).padStart(2, '0')
        const next = index === 11 ? `${Number(year) + 1}-01-01` : `${year}-${String(index + 2).padStart(2, '0')}-01`
        return datesBetween(`${year}-${month}-01`, next).filter((date) => isWorkingDay(date, 'ru')).length
      })
      expect(counted).toEqual(months)
    }
  })

  it('names the kinds of day', () => {
    expect(dayKind('2026-01-01', 'ru')).toBe('holiday')
    expect(dayKind('2026-01-09', 'ru')).toBe('transferredOff')
    expect(dayKind('2025-11-01', 'ru')).toBe('transferredWorking')
    expect(dayKind('2026-04-30', 'ru')).toBe('shortened')
    expect(() => dayKind('2026-04-30', 'moon')).toThrow(/moon/)
  })
})

describe('other calendars', () => {
  it('have the United States’ federal holidays as the Office of Personnel Management lists them', () => {
    // opm.gov, "Federal Holidays", 2021: Independence Day and Christmas observed on Monday the 5th and Friday the 24th.
    expect(dayKind('2021-07-05', 'us')).toBe('transferredOff')
    expect(dayKind('2021-12-24', 'us')).toBe('transferredOff')
    expect(dayKind('2016-11-24', 'us')).toBe('holiday')
    expect(dayKind('2016-05-30', 'us')).toBe('holiday')
    expect(dayKind('2016-06-19', 'us')).toBe('weekend')
  })

  it('have Israel’s days of rest by the Hebrew calendar, and its weekend', () => {
    expect(dayKind('1999-09-20', 'il')).toBe('holiday') // Yom Kippur 5760
    expect(dayKind('1999-04-21', 'il')).toBe('holiday') // Independence Day
    expect(dayKind('2024-05-14', 'il')).toBe('holiday') // Independence Day, moved from a Monday
    expect(dayKind('1999-03-31', 'il')).toBe('shortened') // the eve of Passover
    expect(isWorkingDay('1999-02-05', 'il')).toBe(false) // a Friday
    expect(isWorkingDay('1999-02-07', 'il')).toBe(true) // a Sunday
  })
})
