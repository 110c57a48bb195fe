import { describe, expect, it } from 'vitest'

import { createRandom } from '../numeric/index.ts'
import { addDays, datesBetween, isoWeekday } from '../time/index.ts'
import {
  buildDayGrid,
  drawJointTotals,
  forecastDays,
  learnQueue,
  likenessOf,
  prepareSeries,
  silentSlots,
  withinHours,
  type IntervalRow,
} from './index.ts'

const FROM = '2024-01-01'
const HOUR = 3600

/** Hours from 9 to 18, quieter at weekends, a level that drifts by `drift` a year. */
function makeRows(days: number, seed: string, drift = 0.15): IntervalRow[] {
  const random = createRandom(seed)
  let level = 0
  return datesBetween(FROM, addDays(FROM, days)).flatMap((date) => {
    level += (drift / Math.sqrt(365)) * random.normal()
    const busy = Math.exp(level) * random.gamma(80, 1 / 80) * (isoWeekday(date) >= 6 ? 0.5 : 1)
    return Array.from({ length: 24 }, (_, hour) => ({
      date,
      secondOfDay: hour * HOUR,
      offered: hour >= 9 && hour < 18 ? random.poisson(12 * busy) : 0,
    }))
  })
}

function forecast(rows: readonly IntervalRow[], ahead: number) {
  const grid = buildDayGrid(rows, { intervalSeconds: HOUR })
  const last = grid.dates.at(-1) ?? FROM
  const series = prepareSeries(grid, 'none', datesBetween(addDays(last, 1), addDays(last, 1 + ahead)))
  const model = learnQueue(series, { days: 30, leads: [1, 10] })
  const days = forecastDays(series, model)
  return { grid, series, model, days, futures: drawJointTotals(series, days, model, createRandom('x'), 400) }
}

const widthOf = (totals: Float64Array): number => {
  const sorted = totals.toSorted()
  return (sorted[360] ?? 0) - (sorted[40] ?? 0)
}

describe('totals of days and weeks far ahead', () => {
  const { days, futures } = forecast(makeRows(400, 'far'), 550)

  it('have bands around what is expected that widen with how far ahead they lie', () => {
    const relative = (day: number): number =>
      widthOf(futures[day] as Float64Array) / (days[day]?.offeredTotal ?? Number.NaN)
    expect(relative(540)).toBeGreaterThan(relative(40))
    for (const [place, totals] of futures.entries()) {
      const sorted = totals.toSorted()
      expect(sorted.every((value) => value >= 0 && Number.isFinite(value))).toBe(true)
      expect(sorted[40]).toBeLessThan(days[place]?.offeredTotal ?? 0)
      expect(sorted[360]).toBeGreaterThan(days[place]?.offeredTotal ?? Infinity)
    }
  })

  it('go astray together: a week’s band is wider than that of days each on its own', () => {
    const week = Array.from({ length: 7 }, (_, day) => futures[200 + day] as Float64Array)
    const together = Float64Array.from({ length: 400 }, (_, future) =>
      week.reduce((sum, totals) => sum + (totals[future] as number), 0),
    )
    const alone = Math.hypot(...week.map(widthOf))
    expect(widthOf(together)).toBeGreaterThan(1.5 * alone)
    // And no wider than if all days were one.
    expect(widthOf(together)).toBeLessThan(week.map(widthOf).reduce((sum, width) => sum + width, 0))
  })

  it('hold what they promise on queues whose level drifts', () => {
    let held = 0
    let count = 0
    for (let queue = 0; queue < 10; queue++) {
      const all = makeRows(400, `held ${queue}`)
      const known = all.filter(({ date }) => date < addDays(FROM, 280))
      const made = forecast(known, 91)
      for (const weeksAhead of [4, 8, 12]) {
        const places = Array.from({ length: 7 }, (_, day) => weeksAhead * 7 + day)
        const dates = new Set(places.map((place) => made.days[place]?.date))
        const came = all.reduce((sum, { date, offered }) => sum + (dates.has(date) ? offered : 0), 0)
        const totals = Float64Array.from({ length: 400 }, (_, future) =>
          places.reduce((sum, place) => sum + (made.futures[place]?.[future] ?? 0), 0),
        ).toSorted()
        count++
        if (came >= (totals[40] ?? 0) && came <= (totals[360] ?? 0)) held++
      }
    }
    expect(held / count).toBeGreaterThan(0.65)
  }, 120_000)
})

describe('opening hours', () => {
  const { grid, days } = forecast(makeRows(60, 'hours'), 7)
  const silent = silentSlots(grid)
  const [day] = days
  if (day === undefined) throw new Error('no day')
  const hoursOpen = (from: number, to: number): number[] =>
    Array.from({ length: 24 }, (_, hour) => (hour >= from && hour < to ? 1 : 0))

  it('leave nothing where the queue is shut', () => {
    const short = withinHours(day, grid, hoursOpen(12, 15), silent)
    for (const [hour, count] of short.offered.entries())
      if (hour < 12 || hour >= 15) {
        expect(count).toBe(0)
        expect(short.quantiles[hour]?.every((value) => value === 0)).toBe(true)
      }
    expect(short.offered[13]).toBe(day.offered[13])
    expect(short.offeredTotal).toBeCloseTo(short.offered[12]! + short.offered[13]! + short.offered[14]!, 9)
  })

  it('fill hours that are new like those beside them, and fade', () => {
    const long = withinHours(day, grid, hoursOpen(0, 24), silent)
    expect(long.offered[18]).toBeGreaterThan(0.5 * (day.offered[17] ?? 0))
    expect(long.offered[19]).toBeLessThan(long.offered[18] ?? 0)
    expect(long.offered[23]).toBe(0)
    expect(long.ahtSeconds).toHaveLength(24)
  })

  it('count an hour that comes twice twice, and half an hour half', () => {
    const open = hoursOpen(9, 18).map((share, hour) => (hour === 10 ? 2 : hour === 17 ? 0.5 : share))
    const changed = withinHours(day, grid, open, silent)
    expect(changed.offered[10]).toBeCloseTo(2 * (day.offered[10] ?? 0), 9)
    expect(changed.offered[17]).toBeCloseTo(0.5 * (day.offered[17] ?? 0), 9)
    expect(() => withinHours(day, grid, [1], silent)).toThrow(/open must have the day's 24/)
  })
})

describe('likeness', () => {
  it('is near 1 for queues of one shape, less for others, 0 without a common day', () => {
    const one = makeRows(20, 'one')
    const night = makeRows(20, 'two').map((row) => ({ ...row, secondOfDay: (row.secondOfDay + 12 * HOUR) % 86_400 }))
    expect(likenessOf(one, makeRows(20, 'other'))).toBeGreaterThan(0.98)
    expect(likenessOf(one, night)).toBeLessThan(0.3)
    expect(likenessOf(one, [{ date: '2030-01-01', secondOfDay: 0, offered: 3 }])).toBe(0)
  })
})
