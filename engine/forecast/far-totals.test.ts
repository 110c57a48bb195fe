import { describe, expect, it } from 'vitest'

import { createRandom } from '../numeric/index.ts'
import { addDays, datesBetween, isoWeekday } from '../time/index.ts'
import { averageTotals, learnFarShares, mixTotal, shareAt, type FarTrial } from './far-totals.ts'
import { buildDayGrid, forecastDays, learnQueue, prepareSeries, type QueueModel } from './index.ts'

const FROM = '2024-01-01'

/** Weeks from origins a fortnight apart; the average is wrong by `average`, the long range by `longRange`. */
function trials(average: number, longRange: number, seed = 'trials'): FarTrial[] {
  const random = createRandom(seed)
  return Array.from({ length: 40 }, (_, index) => index * 14).flatMap((origin) =>
    [31.5, 87.5].map((daysAhead): FarTrial => {
      const came = 1000 + 100 * random.normal()
      return {
        origin,
        daysAhead,
        came,
        average: came + average * random.normal(),
        longRange: came + longRange * random.normal(),
      }
    }),
  )
}

describe('who makes the totals far ahead', () => {
  it('is the one that was nearer, both where both were', () => {
    expect(shareAt(learnFarShares(trials(300, 20), 600), 30)).toBeGreaterThan(0.9)
    expect(shareAt(learnFarShares(trials(20, 300), 600), 30)).toBeLessThan(0.1)
    const both = shareAt(learnFarShares(trials(100, 100), 600), 90)
    expect(both).toBeGreaterThan(0.25)
    expect(both).toBeLessThan(0.75)
  })

  it('is never one that lost to the four-week average where it was tried', () => {
    for (let seed = 0; seed < 30; seed++) {
      const tried = trials(60, 60 + 4 * seed, `gate ${seed}`).map((one) => ({ ...one, origin: 0 }))
      const shares = learnFarShares(tried, 600)
      for (const ahead of [31.5, 87.5]) {
        // The gate counts in parts of what was expected, this in contacts.
        const own = tried.filter(({ daysAhead }) => daysAhead === ahead)
        const loss = (of: (one: FarTrial) => number): number =>
          own.reduce((sum, one) => sum + Math.abs(of(one) - one.came), 0)
        const mixed = loss(({ longRange, average }) => mixTotal(longRange, average, shareAt(shares, ahead)))
        expect(mixed).toBeLessThanOrEqual(1.02 * loss(({ average }) => average))
      }
    }
  })

  it('of a stretch that was never tried is as before it; of a history without any, as its length says', () => {
    const shares = learnFarShares(trials(300, 20), 600)
    expect(shareAt(shares, 400)).toBe(shareAt(shares, 90))
    expect(shareAt(learnFarShares([], 0), 200)).toBe(0.5)
    expect(shareAt(learnFarShares([], 800), 200)).toBe(1)
  })

  it('makes the forecast: with nothing of the long range a day far ahead has the average’s total', () => {
    const random = createRandom('far totals')
    const rows = datesBetween(FROM, addDays(FROM, 150)).flatMap((date, day) =>
      [9, 10, 11].map((hour) => ({
        date,
        secondOfDay: hour * 3600,
        offered: random.poisson((isoWeekday(date) >= 6 ? 10 : 20) * (1 + day / 100)),
      })),
    )
    const grid = buildDayGrid(rows, { intervalSeconds: 3600 })
    const last = grid.dates.at(-1) ?? FROM
    const series = prepareSeries(grid, 'none', datesBetween(addDays(last, 1), addDays(last, 121)))
    const shown: number[] = []
    const learnt = learnQueue(series, { days: 20, leads: [1, 10], progress: (share) => shown.push(share) })
    expect(learnt.long?.shares?.every(({ share }) => share >= 0 && share <= 1)).toBe(true)
    expect(shown.every((share, place) => share > (shown[place - 1] ?? 0) && share <= 1)).toBe(true)
    const totalsWith = (share: number): number[] => {
      if (learnt.long === undefined) throw new Error('the long range is learnt')
      const model: QueueModel = { ...learnt, long: { ...learnt.long, shares: [{ untilDays: 999, share }] } }
      return forecastDays(series, model).map(({ offeredTotal }) => offeredTotal)
    }
    const totals = Float64Array.from(grid.dates, (_, day) =>
      grid.offered.subarray(day * 3, day * 3 + 3).reduce((sum, count) => sum + count, 0),
    )
    const average = averageTotals(series.dates, totals, grid.dates.length)
    const [plain, long] = [totalsWith(0), totalsWith(1)]
    // But for what the blend's shortness adds.
    for (let day = 90; day < 120; day++) expect(plain[day]! / average[day]!).toBeCloseTo(1, 1)
    expect(Math.max(...long.map((total, day) => Math.abs(total / plain[day]! - 1)))).toBeGreaterThan(0.01)
  })

  it('shows how far it is from a history of four days, too', () => {
    const rows = datesBetween(FROM, addDays(FROM, 4)).map((date) => ({ date, secondOfDay: 36_000, offered: 5 }))
    const shown: number[] = []
    learnQueue(prepareSeries(buildDayGrid(rows, { intervalSeconds: 3600 }), 'none'), {
      progress: (share) => shown.push(share),
    })
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.every((share) => share > 0 && share <= 1)).toBe(true)
  })
})
