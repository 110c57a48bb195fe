import { describe, expect, it } from 'vitest'

import { shiftKind } from './shift-kind.ts'

const shift = (from: string, to: string) => ({ start: `2026-12-01T${from}:00Z`, end: `2026-12-0${to}:00Z` })

describe('the kind of a shift', () => {
  it('is told by its start', () => {
    expect(shiftKind(shift('06:00', '1T15:00'), 6 * 60)).toBe('morning')
    expect(shiftKind(shift('10:00', '1T19:00'), 10 * 60)).toBe('day')
    expect(shiftKind(shift('15:00', '2T00:00'), 15 * 60)).toBe('evening')
  })

  it('is a night with three hours or more between 22:00 and 6:00', () => {
    expect(shiftKind(shift('20:00', '2T08:00'), 20 * 60)).toBe('night')
    expect(shiftKind(shift('00:00', '1T08:00'), 0)).toBe('night')
    expect(shiftKind(shift('16:00', '2T00:45'), 16 * 60)).toBe('evening')
    expect(shiftKind(shift('16:00', '2T01:00'), 16 * 60)).toBe('night')
  })
})
