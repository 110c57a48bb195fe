import { describe, expect, it } from 'vitest'

import { nextDue } from './index.ts'

const due = (...asked: Parameters<typeof nextDue>): string => new Date(nextDue(...asked)).toISOString()

describe('what comes every day, week or month', () => {
  const weekly = { rhythm: 'weekly', day: 1, minute: 540 } as const
  const now = Date.parse('2026-11-25T12:00:00Z')

  it('is due in the centre’s own time', () => {
    expect(due(weekly, 'Europe/Moscow', now)).toBe('2026-11-30T06:00:00.000Z')
    expect(due({ ...weekly, rhythm: 'daily' }, 'Europe/Moscow', now)).toBe('2026-11-26T06:00:00.000Z')
    expect(due({ ...weekly, rhythm: 'daily', minute: 1000 }, 'Europe/Moscow', now)).toBe('2026-11-25T13:40:00.000Z')
    expect(due({ ...weekly, rhythm: 'monthly', day: 28 }, 'Europe/Moscow', now)).toBe('2026-11-28T06:00:00.000Z')
  })

  it('keeps its hour when clocks change', () => {
    // Berlin leaves summer time on 25 October 2026.
    const first = due(weekly, 'Europe/Berlin', Date.parse('2026-10-14T12:00:00Z'))
    expect(first).toBe('2026-10-19T07:00:00.000Z')
    expect(due(weekly, 'Europe/Berlin', Date.parse(first))).toBe('2026-10-26T08:00:00.000Z')
  })

  it('comes every month on its day, and not again at the instant at which it came', () => {
    const monthly = { rhythm: 'monthly', day: 28, minute: 0 } as const
    expect(due(monthly, 'UTC', Date.parse('2027-01-28T00:00:00Z'))).toBe('2027-02-28T00:00:00.000Z')
    expect(due(monthly, 'UTC', Date.parse('2027-07-28T00:00:00Z'))).toBe('2027-08-28T00:00:00.000Z')
  })

  it('is refused on a day that no week has', () => {
    expect(() => nextDue({ ...weekly, day: 8 }, 'UTC', now)).toThrow(/every week, not 8/)
  })
})
