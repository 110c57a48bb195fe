import { describe, expect, it } from 'vitest'

import { controlLinesOf } from './control-lines.ts'
import { measuresView, queryOf, type MeasuresState } from './measures-view.ts'

const figure = (control: { low: number; center: number; high: number; signal: boolean } | null) => ({
  value: 5,
  numerator: 5,
  denominator: 1,
  approximate: false,
  low: null,
  high: null,
  comparison: null,
  yearBefore: null,
  target: null,
  control,
})
const rowOf = (...controls: Parameters<typeof figure>[0][]) => ({
  keys: [],
  figures: controls.map(figure),
  drill: null,
  gap: false,
})

describe('control lines of a chart', () => {
  it('follow the measure’s limits, are broken where a row has none, and mark signals', () => {
    const rows = [
      rowOf(null, { low: 1, center: 2, high: 3, signal: true }),
      rowOf(null, null),
      rowOf(null, { low: 1, center: 2, high: 3, signal: false }),
    ]
    expect(controlLinesOf({ rows }, 0)).toBeUndefined()
    expect(controlLinesOf({ rows }, 1)).toEqual({
      low: [1, null, 1],
      center: [2, null, 2],
      high: [3, null, 3],
      signals: [true, false, false],
    })
  })

  it('are asked for on a chart of one series in time, and nowhere else', () => {
    const asked = (change: Partial<MeasuresState>): unknown =>
      queryOf({ ...measuresView.start, ...change }, '2026-10-05').control
    expect(asked({ tab: 'chart', by: 'day' })).toBe(true)
    expect(asked({ tab: 'table', by: 'day' })).toBe(false)
    expect(asked({ tab: 'chart', by: 'weekday' })).toBe(false)
    expect(asked({ tab: 'chart', by: 'interval' })).toBe(false)
    expect(asked({ tab: 'chart', by: 'day', by2: 'queue' })).toBe(false)
  })
})
