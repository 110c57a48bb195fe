import { expect, test } from 'vitest'

import { longestKnown, periodsOf } from './result-periods.ts'

const days = (...of: Parameters<typeof periodsOf>): string => {
  const { period, before } = periodsOf(...of)
  return `${period.from}..${period.to} / ${before.from}..${before.to}`
}

test('this year is told up to today, against the same days of last year or as many right before', () => {
  expect(days('thisYear', 'yearBefore', '2026-11-29')).toBe('2026-01-01..2026-11-29 / 2025-01-01..2025-11-29')
  expect(days('thisYear', 'justBefore', '2026-03-02')).toBe('2026-01-01..2026-03-02 / 2025-11-02..2026-01-01')
  // Nothing of it is over on New Year's Day.
  expect(days('thisYear', 'yearBefore', '2026-01-01')).toBe('2025-01-01..2026-01-01 / 2024-01-01..2025-01-01')
})

test('whole months, quarters, half-years and years are the last that are over', () => {
  expect(days('lastMonth', 'justBefore', '2026-01-15')).toBe('2025-12-01..2026-01-01 / 2025-11-01..2025-12-01')
  expect(days('lastMonth', 'yearBefore', '2026-03-31')).toBe('2026-02-01..2026-03-01 / 2025-02-01..2025-03-01')
  expect(days('lastQuarter', 'justBefore', '2026-11-29')).toBe('2026-07-01..2026-10-01 / 2026-04-01..2026-07-01')
  expect(days('lastQuarter', 'yearBefore', '2026-02-01')).toBe('2025-10-01..2026-01-01 / 2024-10-01..2025-01-01')
  expect(days('lastHalf', 'justBefore', '2026-06-30')).toBe('2025-07-01..2026-01-01 / 2025-01-01..2025-07-01')
  expect(days('lastHalf', 'yearBefore', '2026-07-01')).toBe('2026-01-01..2026-07-01 / 2025-01-01..2025-07-01')
  expect(days('lastYear', 'yearBefore', '2026-11-29')).toBe('2025-01-01..2026-01-01 / 2024-01-01..2025-01-01')
})

test('a leap day is compared with the day after the last of February', () => {
  expect(days('thisYear', 'yearBefore', '2028-02-29')).toBe('2028-01-01..2028-02-29 / 2027-01-01..2027-03-01')
})

test('history decides what can be compared at all', () => {
  expect(longestKnown('2024-12-31', '2026-11-29')).toEqual({ preset: 'thisYear', against: 'yearBefore' })
  expect(longestKnown('2025-10-29', '2026-11-29')).toEqual({ preset: 'lastQuarter', against: 'justBefore' })
  expect(longestKnown('2026-11-01', '2026-11-29')).toBeNull()
})
