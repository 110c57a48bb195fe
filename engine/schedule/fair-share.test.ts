import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { countShare, fairLedger, ledgerOf, noShare, type LedgerShift } from './index.ts'

const night = { from: 22 * 60, to: 6 * 60 }
const shift = (date: string, startMinute: number, endMinute: number, more: Partial<LedgerShift> = {}): LedgerShift => ({
  agentId: 'ann',
  date,
  dayKind: 'working',
  startMinute,
  endMinute,
  isLateChange: false,
  ...more,
})

describe('the fairness ledger', () => {
  it('counts nights, weekends, holidays, short rests, late changes and refused wishes', () => {
    const shifts = [
      // Until midnight only: two hours of the night are enough.
      shift('2026-11-06', 16 * 60, 24 * 60),
      // Ten hours after it, on a Saturday.
      shift('2026-11-07', 10 * 60, 18 * 60, { isLateChange: true }),
      shift('2026-11-04', 9 * 60, 23 * 60, { dayKind: 'holiday' }),
      shift('2026-11-09', 4 * 60, 10 * 60),
    ]
    expect(countShare(shifts, 3, night)).toEqual({
      nights: 2,
      weekends: 1,
      holidays: 1,
      shortRests: 1,
      lateChanges: 1,
      refusedWishes: 3,
    })
  })

  it('tells each person’s part by the hours she worked, and the spread', () => {
    const shifts = [
      shift('2026-11-07', 600, 1080),
      shift('2026-11-08', 600, 1080),
      shift('2026-11-09', 600, 1080, { agentId: 'bob' }),
    ]
    const { rows, spread } = fairLedger(shifts, [{ agentId: 'bob', isRefused: true }], night)
    expect(rows.map(({ agentId, share }) => [agentId, share.weekends, share.refusedWishes])).toEqual([
      ['ann', 2, 0],
      ['bob', 0, 1],
    ])
    expect(rows[0]?.fairPart.weekends).toBeCloseTo(4 / 3, 9)
    expect(spread.find(({ kind }) => kind === 'weekends')).toMatchObject({
      total: 2,
      least: 0,
      most: 2,
      mean: 1,
      deviation: 1,
      gini: 0.5,
    })
  })

  it('has no spread where all have the same, and parts that sum to what there was', () => {
    const people = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 10_000 })), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(people, (all) => {
        const own = all.map(([nights, minutes], at) => ({
          agentId: `agent${at}`,
          minutes,
          share: { ...noShare, nights },
        }))
        const { rows, spread } = ledgerOf(own)
        const total = all.reduce((sum, [nights]) => sum + nights, 0)
        expect(rows.reduce((sum, { fairPart }) => sum + fairPart.nights, 0)).toBeCloseTo(total, 6)
        const nights = spread.find(({ kind }) => kind === 'nights')
        expect(nights?.gini).toBeGreaterThanOrEqual(-1e-12)
        expect(nights?.gini).toBeLessThan(1)
        if (new Set(all.map(([one]) => one)).size === 1) expect(nights?.gini).toBeCloseTo(0, 9)
      }),
    )
  })
})
