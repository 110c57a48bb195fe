import { describe, expect, it } from 'vitest'

import { targetLevel } from './target-level.ts'

const share = { target: 0.8, better: 'high', margin: 0.1, isUncertain: false } as const
const wait = { target: 20, better: 'low', margin: 0.25, isUncertain: false } as const

describe('how a figure stands to its target', () => {
  it('is good where the target is reached, and at the target itself', () => {
    expect(targetLevel({ ...share, value: 0.8 })).toBe('good')
    expect(targetLevel({ ...wait, value: 20 })).toBe('good')
    expect(targetLevel({ ...wait, value: 0 })).toBe('good')
  })

  it('is near within the margin, which is a part of the target, and bad beyond it', () => {
    expect(targetLevel({ ...share, value: 0.75 })).toBe('near')
    expect(targetLevel({ ...share, value: 0.71 })).toBe('bad')
    expect(targetLevel({ ...wait, value: 25 })).toBe('near')
    expect(targetLevel({ ...wait, value: 25.1 })).toBe('bad')
  })

  it('knows no yellow where there is no margin', () => {
    expect(targetLevel({ ...share, margin: 0, value: 0.799 })).toBe('bad')
  })

  it('is never bad while chance may be all there is to the miss, and still good where it is reached', () => {
    expect(targetLevel({ ...share, isUncertain: true, value: 0.1 })).toBe('near')
    expect(targetLevel({ ...share, isUncertain: true, value: 0.9 })).toBe('good')
  })

  it('says nothing without a figure or without a target', () => {
    expect(targetLevel({ ...share, value: null })).toBe('none')
    expect(targetLevel({ ...share, target: null, value: 0.1 })).toBe('none')
  })
})
