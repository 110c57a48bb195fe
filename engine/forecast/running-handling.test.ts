import { describe, expect, it } from 'vitest'

import { runningHandlingTimes } from './index.ts'

const over = (handled: number, times: number) =>
  Object.freeze([{ plannedAhtSeconds: 300, handled, handleSeconds: handled * 300 * times }])

describe('handling times of the rest of a day', () => {
  it('follow today’s, a little at first and more later', () => {
    expect(runningHandlingTimes([])).toBe(1)
    expect(runningHandlingTimes(over(20, 1.5))).toBeCloseTo(1 + 0.5 * (20 / 220), 12)
    expect(runningHandlingTimes(over(200, 1.5))).toBeCloseTo(1.25, 12)
    expect(runningHandlingTimes(over(20_000, 0.8))).toBeLessThan(0.81)
  })

  it('weigh intervals by the contacts handled, and leave out those planned without any', () => {
    const busy = { plannedAhtSeconds: 100, handled: 900, handleSeconds: 99_000 }
    const quiet = { plannedAhtSeconds: 500, handled: 0, handleSeconds: 0 }
    const unplanned = { plannedAhtSeconds: 0, handled: 5, handleSeconds: 9000 }
    expect(runningHandlingTimes([busy, quiet, unplanned])).toBe(runningHandlingTimes([busy]))
  })
})
