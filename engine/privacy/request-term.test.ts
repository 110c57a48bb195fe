import { describe, expect, it } from 'vitest'

import { extendedDue, requestDue } from './index.ts'

describe('the term of a request', () => {
  it('counts working days of the Russian calendar, holidays left out', () => {
    // From Monday: Tuesday is the first, the second Monday after the tenth.
    expect(requestDue('access', '2025-09-01', 'ru')).toBe('2025-09-15')
    expect(requestDue('stop', '2025-09-05', 'ru')).toBe('2025-09-10')
    // Over the first days of May 2025: 1, 2, 8 and 9 are off.
    expect(requestDue('erase', '2025-04-30', 'ru')).toBe('2025-05-20')
    expect(requestDue('correct', '2025-09-01', 'ru')).toBe('2025-09-10')
  })

  it('is thirty days after a consent was withdrawn, and a month elsewhere', () => {
    expect(requestDue('withdraw', '2025-09-01', 'ru')).toBe('2025-10-01')
    expect(requestDue('access', '2025-09-01', 'none')).toBe('2025-10-01')
    expect(requestDue('access', '2025-09-01', 'il')).toBe('2025-10-01')
  })

  it('can be five working days more', () => {
    expect(extendedDue('2025-09-15', 'ru')).toBe('2025-09-22')
    expect(extendedDue('2025-10-01', 'none')).toBe('2025-11-30')
  })
})
