import { describe, expect, it } from 'vitest'

import { daysOfWeekIn } from './cut-weeks.ts'

describe('weeks at the edges of a forecast', () => {
  // From a Saturday to a Wednesday.
  const days = { firstDay: '2026-11-28', lastDay: '2026-12-09' }

  it('are told by the days they hold', () => {
    expect(daysOfWeekIn('2026-11-23', days)).toEqual({ onlyDays: 2 })
    expect(daysOfWeekIn('2026-12-07', days)).toEqual({ onlyDays: 3 })
  })

  it('are whole in between, and where the forecast begins on Monday and ends on Sunday', () => {
    expect(daysOfWeekIn('2026-11-30', days)).toEqual({})
    expect(daysOfWeekIn('2026-11-23', { firstDay: '2026-11-23', lastDay: '2026-11-29' })).toEqual({})
  })

  it('hold one day of a forecast of one day', () => {
    expect(daysOfWeekIn('2026-11-23', { firstDay: '2026-11-25', lastDay: '2026-11-25' })).toEqual({ onlyDays: 1 })
  })
})
