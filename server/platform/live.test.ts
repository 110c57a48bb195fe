import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { sendFigures } from './figure-stream.ts'
import { createLive } from './live.ts'
import { createLog } from './log.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('a line that takes nothing for a while', () => {
  // A running day of three thousand agents.
  const figures = JSON.stringify('x'.repeat(600 * 1024))

  it('misses figures of a large centre, and is not cut', () => {
    const stream = createLive('', createLog('silent')).quietStream()
    for (let time = 0; time < 10; time++) {
      sendFigures(stream, figures)
      vi.advanceTimersByTime(20_000)
    }
    expect(stream.destroyed).toBe(false)
    expect(stream.readableLength).toBeLessThan(3 * figures.length)
  })
})
