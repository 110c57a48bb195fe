import { describe, expect, it } from 'vitest'

import { isFixedTemplate, takenBreaks, templatePieces, workedMinutes } from './template-bar.ts'

const meal = { kind: 'meal', minutes: 60, isPaid: false, earliestMinute: 180, latestMinute: 300 } as const
const rest = { kind: 'rest', minutes: 15, isPaid: true, earliestMinute: 180, latestMinute: 300 } as const
const shape = {
  startFromMinute: 480,
  startToMinute: 600,
  lengthFromMinutes: 540,
  lengthToMinutes: 720,
  breaks: [meal, rest],
}

describe('the bar of a shift template', () => {
  it('takes breaks in the middle of their windows and never two at once', () => {
    expect(takenBreaks(shape)).toEqual([
      { kind: 'meal', from: 240, to: 300 },
      { kind: 'rest', from: 300, to: 315 },
    ])
  })

  it('leaves out a break that fits no more', () => {
    expect(takenBreaks({ ...shape, lengthToMinutes: 300 }).map(({ kind }) => kind)).toEqual(['meal'])
  })

  it('counts paid breaks as work and meals not', () => {
    expect(workedMinutes(shape)).toBe(660)
  })

  it('draws the longest shift, how late it may end, and windows with their breaks', () => {
    expect(templatePieces(shape).slice(0, 3)).toEqual([
      { from: 480, to: 1200, look: 'work' },
      { from: 1200, to: 1320, look: 'maybe' },
      { from: 720, to: 780, look: 'meal' },
    ])
    expect(isFixedTemplate(shape)).toBe(false)
    expect(isFixedTemplate({ ...shape, startToMinute: 480, lengthFromMinutes: 720 })).toBe(true)
  })
})
