import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'

import { createRandom, type Random } from '../numeric/index.ts'
import { addDays, datesBetween, isoWeekday } from '../time/index.ts'
import { borrowHistory } from './borrowed-history.ts'
import {
  backtest,
  backtestIntraday,
  buildDayGrid,
  doubtedStretches,
  drawDayTotals,
  forecastDays,
  keptProbabilities,
  learnQueue,
  prepareSeries,
  renewDay,
  type IntervalRow,
} from './index.ts'

// A back-test walks through a hundred days; a machine that is busy with other tests may take its time.
vi.setConfig({ testTimeout: 120_000 })

const HOUR = 3600
const FROM = '2025-01-06'

interface Made {
  readonly days: number
  readonly hours?: readonly [number, number]
  readonly mean?: (day: number, hour: number, weekday: number) => number
  readonly seed?: string
  readonly isMissing?: (day: number, hour: number) => boolean
  readonly busyness?: number
}

/** Counts with a known truth: Poisson around `mean`, days busier or quieter together where `busyness` is given. */
function makeRows({
  days,
  hours = [8, 20],
  mean = usualMean,
  seed = 'rows',
  isMissing,
  busyness,
}: Made): IntervalRow[] {
  const random: Random = createRandom(seed)
  return datesBetween(FROM, addDays(FROM, days)).flatMap((date, day) => {
    const busy = busyness === undefined ? 1 : random.gamma(busyness, 1 / busyness)
    return Array.from({ length: hours[1] - hours[0] }, (_, index) => hours[0] + index).flatMap(
      (hour): IntervalRow[] => {
        const offered = random.poisson(busy * mean(day, hour, isoWeekday(date)))
        return isMissing?.(day, hour) === true ? [] : [{ date, secondOfDay: hour * HOUR, offered }]
      },
    )
  })
}

const shape = (hour: number): number => 20 + 20 * Math.sin(((hour - 6) / 14) * Math.PI)
const usualMean = (_day: number, hour: number, weekday: number): number => shape(hour) * (weekday >= 6 ? 0.5 : 1)
const gridOf = (rows: readonly IntervalRow[]) => buildDayGrid(rows, { intervalSeconds: HOUR })
const daysAfter = (grid: { dates: readonly string[] }, count: number): string[] => {
  const last = grid.dates.at(-1) ?? FROM
  return datesBetween(addDays(last, 1), addDays(last, 1 + count))
}
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0)

function forecastOf(rows: readonly IntervalRow[], count = 14) {
  const grid = gridOf(rows)
  const series = prepareSeries(grid, 'none', daysAfter(grid, count))
  const model = learnQueue(series, { days: 40, leads: [1, 5, 10] })
  return { grid, series, model, days: forecastDays(series, model) }
}

describe('history on a grid', () => {
  const row = { date: FROM, secondOfDay: 9 * HOUR, offered: 5 }

  it('refuses what cannot be, and says which row and why', () => {
    expect(() => gridOf([row, { ...row, secondOfDay: 10 * HOUR, offered: -3 }])).toThrow(
      'rows[1].offered must be a number from 0, not -3',
    )
    expect(() => gridOf([row, row])).toThrow('rows[1].start comes twice: 2025-01-06 09:00')
    expect(() => gridOf([{ ...row, secondOfDay: 9 * HOUR + 60 }])).toThrow(/whole steps of 3600 seconds/)
    expect(() => gridOf([{ ...row, offered: Number.NaN }])).toThrow(/offered must be a number/)
    expect(() => buildDayGrid([row], { intervalSeconds: 1700 })).toThrow(/intervalSeconds must divide a day/)
  })

  it('counts an interval only when all of its rows are there', () => {
    const rows = [0, 1, 2, 3].map((part) => ({ date: FROM, secondOfDay: 9 * HOUR + part * 900, offered: 2 }))
    const complete = buildDayGrid(rows, { intervalSeconds: HOUR, spacingSeconds: 900 })
    expect([...complete.offered]).toEqual([8])
    const holed = buildDayGrid(rows.slice(1), { intervalSeconds: HOUR, spacingSeconds: 900 })
    expect(holed.dates).toEqual([])
  })

  it('averages the two passes of autumn’s doubled hour', () => {
    const rows = [
      { ...row, offered: 6 },
      { ...row, offered: 10, again: true },
    ]
    expect([...gridOf(rows).offered]).toEqual([8])
  })

  it('leaves out other weekdays, other hours and days that are far too small', () => {
    const rows = makeRows({ days: 60, mean: (day) => (day === 21 ? 1 : 30) })
    const grid = buildDayGrid(rows, {
      intervalSeconds: HOUR,
      weekdays: [1, 2, 3, 4, 5],
      hours: ['09:00', '12:00'],
      excludeBelowMedian: 0.5,
    })
    expect(grid.slotSeconds).toEqual([9, 10, 11].map((hour) => hour * HOUR))
    expect(grid.dates).not.toContain(addDays(FROM, 21))
    expect(grid.dates.every((date) => isoWeekday(date) <= 5)).toBe(true)
  })
})

describe('a forecast', () => {
  it('finds a known truth to within the noise, weekdays and hours apart', () => {
    const { days } = forecastOf(makeRows({ days: 150 }), 14)
    for (const { date, offered } of days)
      for (let hour = 8; hour < 20; hour++) {
        const truth = usualMean(0, hour, isoWeekday(date))
        expect(Math.abs((offered[hour - 8] as number) - truth)).toBeLessThan(0.2 * truth)
      }
    const weekdays = days.filter(({ date }) => isoWeekday(date) <= 5)
    const truth = sum([...weekdays].flatMap(() => Array.from({ length: 12 }, (_, index) => shape(8 + index))))
    expect(sum(weekdays.map(({ offeredTotal }) => offeredTotal)) / truth).toBeCloseTo(1, 1)
  })

  it('adds up, orders its quantiles and has no NaN, whatever holes the history has', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 1000 }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        fc.constantFrom(0, 0.05, 1, 40),
        (days, seed, holes, level) => {
          const random = createRandom(seed)
          const rows = makeRows({ days, mean: () => level, isMissing: () => random.chance(holes), seed: String(seed) })
          fc.pre(rows.length > 0)
          for (const day of forecastOf(rows, 9).days) {
            expect(day.offered.every((value) => Number.isFinite(value) && value >= 0)).toBe(true)
            expect(day.offeredTotal).toBeCloseTo(sum(day.offered), 6)
            for (const quantiles of day.quantiles) {
              expect(quantiles.every((value) => Number.isFinite(value) && value >= 0)).toBe(true)
              expect(quantiles).toEqual(quantiles.toSorted((left, right) => left - right))
            }
          }
        },
      ),
      { numRuns: 25 },
    )
  })

  it('works from one week, and leaves its input as it was', () => {
    const rows = makeRows({ days: 7 }).map((row) => Object.freeze(row))
    const { days } = forecastOf(Object.freeze(rows) as IntervalRow[], 7)
    for (const { date, offered } of days) expect(offered[4]).toBeGreaterThan(isoWeekday(date) >= 6 ? 8 : 15)
  })

  it('does not take an outage for silence', () => {
    const rows = makeRows({ days: 90 })
    const isOut = ({ date, secondOfDay }: IntervalRow): boolean =>
      date >= addDays(FROM, 86) && date < addDays(FROM, 88) && secondOfDay >= 9 * HOUR
    const broken = rows.map((row) => (isOut(row) ? { ...row, offered: 0 } : row))
    const [plain, outage] = [forecastOf(rows, 7), forecastOf(broken, 7)]
    for (const [index, day] of outage.days.entries())
      expect(day.offeredTotal / (plain.days[index]?.offeredTotal ?? 0)).toBeCloseTo(1, 0.8)
    // And tells which zeros it did not believe.
    expect(doubtedStretches(plain.series, 60)).toEqual([])
    expect(doubtedStretches(outage.series, 60)).toEqual(
      [86, 87].map((day) => ({ date: addDays(FROM, day), fromSecond: 9 * HOUR, toSecond: 20 * HOUR })),
    )
    expect(doubtedStretches(outage.series, 1)).toEqual([])
  })

  it('believes changed opening hours after three weeks, shut ones and new ones', () => {
    const opensAt = (day: number): number => (day < 100 ? 10 : 8)
    const shutsAt = (day: number): number => (day < 100 ? 20 : 17)
    const rows = makeRows({
      days: 128,
      mean: (day, hour, weekday) => (hour >= opensAt(day) && hour < shutsAt(day) ? usualMean(day, hour, weekday) : 0),
    })
    const { days } = forecastOf(rows, 7)
    for (const { date, offered } of days) {
      expect(offered.slice(9, 12)).toEqual([0, 0, 0])
      for (const hour of [8, 9])
        expect((offered[hour - 8] as number) / usualMean(0, hour, isoWeekday(date))).toBeGreaterThan(0.7)
    }
  })

  it('follows a lasting change of volume within two weeks', () => {
    const rows = makeRows({
      days: 134,
      mean: (day, hour, weekday) => usualMean(day, hour, weekday) * (day < 120 ? 1 : 1.6),
    })
    const { days } = forecastOf(rows, 7)
    const truth = sum(
      days.flatMap(({ date }) =>
        Array.from({ length: 12 }, (_, index) => 1.6 * usualMean(0, 8 + index, isoWeekday(date))),
      ),
    )
    expect(sum(days.map(({ offeredTotal }) => offeredTotal)) / truth).toBeGreaterThan(0.85)
  })

  it('says honestly little about a tiny queue', () => {
    const { days } = forecastOf(makeRows({ days: 80, mean: () => 0.1 }), 7)
    for (const { offeredTotal, quantiles } of days) {
      expect(offeredTotal).toBeGreaterThan(0.2)
      expect(offeredTotal).toBeLessThan(4)
      expect(quantiles.flat().every((value) => value < 6)).toBe(true)
    }
  })
})

describe('eighteen months ahead', () => {
  const yearly = (day: number, _hour: number, weekday: number): number =>
    (weekday >= 6 ? 15 : 30) * (1 + 0.3 * Math.cos((2 * Math.PI * day) / 365.25)) * (1 + day / 3650)

  it('knows the season of the year and adds up to the same weeks', () => {
    const grid = gridOf(makeRows({ days: 800, mean: yearly }))
    const series = prepareSeries(grid, 'none', daysAfter(grid, 548))
    const days = forecastDays(series, learnQueue(series, { days: 20, leads: [1, 10] }))
    const month = (from: number): number => sum(days.slice(from, from + 28).map(({ offeredTotal }) => offeredTotal))
    const truth = (from: number): number =>
      sum(days.slice(from, from + 28).map(({ date }, index) => 12 * yearly(800 + from + index, 12, isoWeekday(date))))
    for (const from of [0, 60, 120, 240, 300, 365, 500]) {
      expect(month(from) / truth(from)).toBeGreaterThan(0.85)
      expect(month(from) / truth(from)).toBeLessThan(1.15)
    }
  })
})

describe('bands', () => {
  it('hold what they promise, for intervals and, drawn together, for days', () => {
    const rows = makeRows({ days: 240, busyness: 40 })
    const { leads } = backtest(prepareSeries(gridOf(rows), 'none'), { leads: [1, 5], days: 90 })
    for (const { coverage80, coverage95 } of leads) {
      expect(Math.abs(coverage80 - 0.8)).toBeLessThan(0.06)
      expect(Math.abs(coverage95 - 0.95)).toBeLessThan(0.03)
    }
    const { model, days } = forecastOf(rows, 1)
    const day = days[0]
    if (day === undefined) throw new Error('a day was asked for')
    const totals = drawDayTotals(day, model, createRandom('totals'), 4000).toSorted()
    const spread = (totals[3600] as number) - (totals[400] as number)
    // Poisson noise and the days' own busyness of a gamma with shape 40, as a normal 80 % interval.
    const truth = 2 * 1.2816 * Math.sqrt(day.offeredTotal + day.offeredTotal ** 2 / 40)
    expect(spread / truth).toBeGreaterThan(0.7)
    expect(spread / truth).toBeLessThan(1.35)
    expect(keptProbabilities.length).toBe(day.quantiles[0]?.length)
  })
})

describe('a back-test', () => {
  it('beats the plain methods where there is something to know, and never forecasts from the day itself', () => {
    const rows = makeRows({ days: 200, busyness: 60 })
    const series = prepareSeries(gridOf(rows), 'none')
    const { leads, baselines } = backtest(series, { leads: [1, 7], days: 60 })
    for (const [index, { wape }] of leads.entries())
      for (const rows of Object.values(baselines)) expect(wape).toBeLessThan(rows[index]?.wape ?? 0)
    const spoilt = makeRows({ days: 200, busyness: 60 }).map((row) =>
      row.date === addDays(FROM, 199) ? { ...row, offered: row.offered * 5 } : row,
    )
    const again = backtest(prepareSeries(gridOf(spoilt), 'none'), { leads: [1, 7], days: 60 })
    for (const [index, { weights }] of again.leads.entries())
      expect(Object.keys(weights)).toEqual(Object.keys(leads[index]?.weights ?? {}))
    expect(again.leads[0]?.bias).toBeLessThan(leads[0]?.bias ?? 0)
  })

  it('says what is too short', () => {
    const series = prepareSeries(gridOf(makeRows({ days: 20 })), 'none')
    expect(() => backtest(series, { leads: [10], days: 64 })).toThrow(
      /the series has 20 open days, so at most 3 can be scored, not 64/,
    )
    expect(() => backtest(series, { leads: [0], days: 1 })).toThrow(/leads must be whole days from 1/)
    expect(() =>
      backtest(prepareSeries(gridOf(makeRows({ days: 40, mean: () => 0 })), 'none'), { leads: [1], days: 5 }),
    ).toThrow(/all of them are empty/)
  })

  it('takes a member of anybody’s', () => {
    const truth = {
      name: 'oracle',
      forecast: (_history: unknown, { weekday }: { weekday: number }) =>
        Float64Array.from({ length: 12 }, (_, index) => usualMean(0, 8 + index, weekday)),
    }
    const series = prepareSeries(gridOf(makeRows({ days: 120, busyness: 1000 })), 'none')
    const naive = { name: 'zero', forecast: () => new Float64Array(12) }
    const { leads } = backtest(series, { leads: [1], days: 40, members: [naive, truth] })
    expect(leads[0]?.weights['oracle']).toBeGreaterThan(0.9)
  })

  it('scores handling time weighted by contacts, and the workload', () => {
    const random = createRandom('aht')
    const rows = makeRows({ days: 120 }).map((row) => ({
      ...row,
      ahtSeconds: row.secondOfDay < 12 * HOUR ? random.normal(200, 20) : random.normal(300, 20),
    }))
    const { leads } = backtest(prepareSeries(gridOf(rows), 'none'), { leads: [1], days: 40 })
    expect(leads[0]?.handlingTime?.wape).toBeLessThan(0.1)
    expect(Math.abs(leads[0]?.handlingTime?.bias ?? 1)).toBeLessThan(0.02)
    expect(leads[0]?.workload?.wape).toBeGreaterThan(leads[0]?.handlingTime?.wape ?? 1)
  })
})

describe('a day renewed while it runs', () => {
  it('is better for it where days are busy as a whole, from the first hours on', () => {
    const series = prepareSeries(gridOf(makeRows({ days: 220, busyness: 30 })), 'none')
    const { at } = backtestIntraday(series, { atSeconds: [10, 12, 15].map((hour) => hour * HOUR), days: 80 })
    for (const { wapeNoUpdate, wapeUpdated } of at) expect(wapeUpdated).toBeLessThan(wapeNoUpdate)
  })

  it('is left nearly alone where intervals stray each on its own', () => {
    const series = prepareSeries(gridOf(makeRows({ days: 220 })), 'none')
    const { at } = backtestIntraday(series, { atSeconds: [10 * HOUR], days: 80 })
    expect(Math.abs((at[0]?.wapeUpdated ?? 0) / (at[0]?.wapeNoUpdate ?? 1) - 1)).toBeLessThan(0.02)
    expect(() => backtestIntraday(series, { atSeconds: [24 * HOUR], days: 20 })).toThrow(
      /intervals both before and after/,
    )
  })

  it('says so where nothing came after the asked time', () => {
    const series = prepareSeries(gridOf(makeRows({ days: 60, mean: (_day, hour) => (hour < 15 ? 20 : 0) })), 'none')
    expect(() => backtestIntraday(series, { atSeconds: [16 * HOUR], days: 10 })).toThrow(
      /^at 16:00 must leave contacts after it/,
    )
  })
})

describe('a running day', () => {
  it('shows what came, and moves the rest the way the morning went', () => {
    const { model, days } = forecastOf(makeRows({ days: 200, busyness: 30 }), 1)
    const [day] = days
    if (day === undefined) throw new Error('a day was asked for')
    const came = day.offered.slice(0, 5).map((count) => Math.round(count * 1.4))
    const busy = renewDay(day, model, came)
    expect(busy.offered.slice(0, 5)).toEqual(came)
    for (const slot of [5, 8, 11]) {
      const times = (busy.offered[slot] as number) / (day.offered[slot] as number)
      expect(times).toBeGreaterThan(1.05)
      expect(times).toBeLessThan(1.4)
    }
    expect(busy.offeredTotal).toBeCloseTo(sum(busy.offered), 6)
    expect(renewDay(day, model, [])).toEqual(day)
    const holed = renewDay(day, model, [null, null])
    expect(holed.offered.every((value, slot) => Math.abs(value - (day.offered[slot] as number)) < 1e-4)).toBe(true)
    expect(() =>
      renewDay(
        day,
        model,
        Array.from({ length: 13 }, () => 1),
      ),
    ).toThrow(/at most the day's 12 intervals/)
  })
})

describe('a new queue', () => {
  it('borrows weekdays and shape from one like it, in its own size', () => {
    const donor = gridOf(makeRows({ days: 150, mean: (day, hour, weekday) => 4 * usualMean(day, hour, weekday) }))
    const own = gridOf(makeRows({ days: 150, seed: 'own' }).filter(({ date }) => date >= addDays(FROM, 136)))
    const grid = borrowHistory(own, donor, createRandom('thin'))
    expect(grid.dates).toHaveLength(150)
    const series = prepareSeries(grid, 'none', daysAfter(grid, 7))
    const days = forecastDays(series, learnQueue(series, { days: 60, leads: [1, 5] }))
    for (const { date, offeredTotal } of days) {
      const truth = sum(Array.from({ length: 12 }, (_, index) => usualMean(0, 8 + index, isoWeekday(date))))
      expect(offeredTotal / truth).toBeGreaterThan(0.88)
      expect(offeredTotal / truth).toBeLessThan(1.12)
    }
    expect(() => borrowHistory(buildDayGrid([], { intervalSeconds: HOUR }), donor, createRandom(1))).toThrow(
      /at least one day/,
    )
  })
})
