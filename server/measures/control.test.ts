import { describe, expect, it } from 'vitest'

import { MeasureQuery, type MeasureRow } from '@pult/contract/measures'
import { registry } from '@pult/engine/measures'

import { withControl } from './control.ts'

const DAY_MS = 86_400_000
const start = Date.UTC(2026, 0, 1)
const dayOf = (index: number): string => new Date(start + index * DAY_MS).toISOString()

function row(index: number, value: number | null, gap = false): MeasureRow {
  return {
    keys: [{ split: 'day', key: dayOf(index).slice(0, 10), label: '' }],
    figures: [
      {
        value,
        numerator: value ?? 0,
        denominator: 1,
        approximate: false,
        low: null,
        high: null,
        comparison: null,
        yearBefore: null,
        target: null,
        control: null,
      },
    ],
    drill: { from: dayOf(index), to: dayOf(index + 1) },
    gap,
  }
}

const query = (more: object): MeasureQuery =>
  MeasureQuery.parse({ from: '2026-01-01', to: '2026-02-01', measures: ['offered'], splitBy: ['day'], ...more })
const offered = [registry.find('offered')]

describe('control limits of an answer', () => {
  const values = [100, 110, 105, 95, 102, 108, 300, 99, 104, 101, 20]
  const rows = values.map((value, index) => row(index, value))
  const lastDayNotOver = start + 10.5 * DAY_MS

  it('mark the day out of line, and leave out the day that is not over', () => {
    const marked = withControl(query({ control: true }), offered, rows, lastDayNotOver)
    expect(marked.map(({ figures }) => figures[0]?.control?.signal)).toEqual(
      values.map((value, index) => (index === 10 ? undefined : value === 300)),
    )
  })

  it('lie where the measure can: not below nothing, and a share of time not above all of it', () => {
    const swings = [1, 0, 1, 0, 0, 1, 0, 1, 1, 0]
    const wild = swings.map((value, index) => row(index, value))
    for (const id of ['offered', 'asaSeconds', 'occupancy']) {
      const marked = withControl(query({ control: true }), [registry.find(id)], wild, lastDayNotOver)
      const limits = marked.flatMap(({ figures }) => figures[0]?.control ?? [])
      expect(limits).toHaveLength(10)
      expect(limits.every(({ low, high }) => low === 0 && (id !== 'occupancy' || high === 1))).toBe(true)
    }
  })

  it('leave out gaps', () => {
    const withGap = rows.map((one, index) => (index === 3 ? row(3, null, true) : one))
    const marked = withControl(query({ control: true }), offered, withGap, lastDayNotOver)
    expect(marked[3]?.figures[0]?.control).toBeNull()
    expect(marked[4]?.figures[0]?.control).not.toBeNull()
  })

  it('are drawn only where asked for, and only for a series in time', () => {
    expect(withControl(query({}), offered, rows, lastDayNotOver)).toBe(rows)
    expect(withControl(query({ control: true, splitBy: ['queue'] }), offered, rows, lastDayNotOver)).toBe(rows)
  })
})
