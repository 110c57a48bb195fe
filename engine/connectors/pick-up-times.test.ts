import { describe, expect, it } from 'vitest'

import { createZone } from '../time/index.ts'
import { nextPickUp } from './pick-up-times.ts'

const zone = createZone('Europe/Berlin')
const next = (at: readonly string[], after: string): string =>
  new Date(nextPickUp({ at }, Date.parse(after), zone)).toISOString()

describe('when files are picked up', () => {
  it('counts minutes from the last look', () => {
    expect(nextPickUp({ everyMinutes: 15 }, 1000, zone)).toBe(901_000)
  })

  it('takes the next time of the clock, whatever their order, and goes over midnight', () => {
    expect(next(['18:00', '06:30'], '2026-06-01T10:00:00Z')).toBe('2026-06-01T16:00:00.000Z')
    expect(next(['18:00', '06:30'], '2026-06-01T16:00:00Z')).toBe('2026-06-02T04:30:00.000Z')
    expect(next(['00:00'], '2026-12-31T22:59:59Z')).toBe('2026-12-31T23:00:00.000Z')
  })

  it('comes once a day while the clock changes', () => {
    // Spring: 02:30 never comes; autumn: it comes twice.
    expect(next(['02:30'], '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:30:00.000Z')
    expect(next(['02:30'], '2026-10-24T12:00:00Z')).toBe('2026-10-25T00:30:00.000Z')
    expect(next(['02:30'], '2026-10-25T00:30:00Z')).toBe('2026-10-26T01:30:00.000Z')
  })
})
