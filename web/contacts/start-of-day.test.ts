import { describe, expect, it } from 'vitest'

import { dayOf, startOfDay } from './start-of-day.ts'

describe('days of a centre', () => {
  it('begin at its midnight, not at that of UTC', () => {
    expect(startOfDay('Europe/Moscow')('2025-10-01')).toBe('2025-09-30T21:00:00.000Z')
    expect(['2025-09-30T20:59:59Z', '2025-09-30T21:00:00Z'].map(dayOf('Europe/Moscow'))).toEqual([
      '2025-09-30',
      '2025-10-01',
    ])
    expect(dayOf('America/New_York')('2025-10-01T03:00:00.000Z')).toBe('2025-09-30')
  })
})
