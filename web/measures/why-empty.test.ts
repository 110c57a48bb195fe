import { describe, expect, it } from 'vitest'

import { whyEmpty } from './why-empty.ts'

const row = { from: '2026-10-05T00:00:00Z', to: '2026-10-06T00:00:00Z' }
const abandonRate = { notByReason: true, notByQueue: false, notByAgent: true }
const occupancy = { notByReason: true, notByQueue: true, notByAgent: false }

describe('why a figure is empty', () => {
  it('is said of the split that it is not kept by, and of the filter', () => {
    expect(whyEmpty(abandonRate, ['agent'], row)).toBe('notByAgent')
    expect(whyEmpty(abandonRate, ['day'], { ...row, agentIds: [4] })).toBe('notByAgent')
    expect(whyEmpty(occupancy, ['queue'], row)).toBe('notByQueue')
    expect(whyEmpty(occupancy, [], { ...row, channels: ['chat'] })).toBe('notByQueue')
    expect(whyEmpty(occupancy, ['agent', 'pauseReason'], row)).toBe('notByReason')
  })

  it('is not said where there was simply nothing to count', () => {
    expect(whyEmpty(abandonRate, ['queue'], { ...row, queueIds: [1] })).toBeUndefined()
    expect(whyEmpty(occupancy, ['agent'], { ...row, agentIds: [4] })).toBeUndefined()
    expect(whyEmpty(abandonRate, ['day'], null)).toBeUndefined()
  })
})
