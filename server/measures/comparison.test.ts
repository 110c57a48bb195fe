import { describe, expect, it } from 'vitest'

import { comparisonOf, keyInPeriod } from './comparison.ts'
import { periodOf } from './period.ts'
import { isoOf, zoneOf } from './zone-sql.ts'

const zone = zoneOf('Europe/Moscow')
const LATER = Date.parse('2027-06-01T00:00:00Z')

function compared(
  [from, to]: readonly [string, string],
  compare: 'previous' | 'yearBefore' = 'previous',
  { now = LATER, byMonth = false } = {},
): string[] {
  const comparison = comparisonOf(zone, periodOf(zone, from, to), compare, { now, byMonth })
  return [comparison.from, comparison.to].map((at) => isoOf(at + 3 * 3_600_000).slice(0, 16))
}

describe('a period meets its like', () => {
  it('a day the same weekday, ten days two weeks before', () => {
    expect(compared(['2026-11-10', '2026-11-11'])).toEqual(['2026-11-03T00:00', '2026-11-04T00:00'])
    expect(compared(['2026-11-09', '2026-11-16'])).toEqual(['2026-11-02T00:00', '2026-11-09T00:00'])
    expect(compared(['2026-11-02', '2026-11-12'])).toEqual(['2026-10-19T00:00', '2026-10-29T00:00'])
    expect(compared(['2026-11-10', '2026-11-11'], 'yearBefore')).toEqual(['2025-11-11T00:00', '2025-11-12T00:00'])
  })

  it('hours the same hours of the week before', () => {
    expect(compared(['2026-11-10T07:00:00Z', '2026-11-10T09:00:00Z'])).toEqual(['2026-11-03T10:00', '2026-11-03T12:00'])
  })

  it('whole months the months before, a year the year before', () => {
    expect(compared(['2026-10-01', '2026-11-01'])).toEqual(['2026-09-01T00:00', '2026-10-01T00:00'])
    expect(compared(['2026-07-01', '2026-10-01'])).toEqual(['2026-04-01T00:00', '2026-07-01T00:00'])
    expect(compared(['2026-10-01', '2026-11-01'], 'yearBefore')).toEqual(['2025-10-01T00:00', '2025-11-01T00:00'])
    expect(compared(['2026-01-01', '2027-01-01'])).toEqual(['2025-01-01T00:00', '2026-01-01T00:00'])
  })

  it('one that still runs no further than its own clock', () => {
    const now = Date.parse('2026-11-18T11:20:00Z')
    expect(compared(['2026-11-18', '2026-11-19'], 'previous', { now })).toEqual([
      '2026-11-11T00:00',
      '2026-11-11T14:15',
    ])
    expect(compared(['2026-11-16', '2026-11-23'], 'previous', { now })).toEqual([
      '2026-11-09T00:00',
      '2026-11-11T14:15',
    ])
    expect(compared(['2026-11-01', '2026-12-01'], 'previous', { now })).toEqual([
      '2026-10-11T00:00',
      '2026-10-28T14:15',
    ])
    const year = ['2026-01-01', '2027-01-01'] as const
    expect(compared(year, 'yearBefore', { now, byMonth: true })).toEqual(['2025-01-01T00:00', '2025-11-18T14:15'])
    expect(
      compared(['2026-03-01', '2026-04-01'], 'previous', { now: Date.parse('2026-03-31T09:00:00Z'), byMonth: true }),
    ).toEqual(['2026-02-01T00:00', '2026-03-01T00:00'])
  })

  it('row by row: days by weekday, months by their place, intervals by the clock on the wall', () => {
    const weeks = comparisonOf(zone, periodOf(zone, '2026-11-10', '2026-11-11'), 'previous', {
      now: LATER,
      byMonth: false,
    })
    expect(keyInPeriod(zone, weeks, 'day', '2026-11-03')).toBe('2026-11-10')
    expect(keyInPeriod(zone, weeks, 'interval', '2026-11-03T07:30:00.000Z')).toBe('2026-11-10T07:30:00.000Z')
    expect(keyInPeriod(zone, weeks, 'hour', '09:00')).toBe('09:00')
    const months = comparisonOf(zone, periodOf(zone, '2026-07-01', '2026-10-01'), 'previous', {
      now: LATER,
      byMonth: true,
    })
    expect(keyInPeriod(zone, months, 'month', '2026-04')).toBe('2026-07')
    expect(keyInPeriod(zone, months, 'day', '2026-04-06')).toBe('2026-07-06')
    const berlin = zoneOf('Europe/Berlin')
    const change = comparisonOf(berlin, periodOf(berlin, '2026-10-26', '2026-10-27'), 'previous', {
      now: LATER,
      byMonth: false,
    })
    expect(keyInPeriod(berlin, change, 'interval', '2026-10-19T08:00:00.000Z')).toBe('2026-10-26T09:00:00.000Z')
  })
})
