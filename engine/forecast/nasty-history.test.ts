import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createRandom } from '../numeric/index.ts'
import { addDays, datesBetween, isoWeekday } from '../time/index.ts'
import {
  buildDayGrid,
  drawJointTotals,
  findRowFault,
  forecastDays,
  learnQueue,
  prepareSeries,
  renewDay,
  silentSlots,
  withinHours,
  type ForecastDay,
  type IntervalRow,
} from './index.ts'

// Histories as they come when everything goes wrong: whatever it is, figures or a sentence, never NaN.

const FROM = '2025-02-03'
const HOUR = 3600

/** What befalls a history. */
interface Ills {
  readonly days: number
  readonly size: number
  readonly seed: number
  /** Days missing altogether, and days on which nothing is recorded but zeros. */
  readonly holes: readonly number[]
  readonly outages: readonly number[]
  /** The day from which on opening hours are other ones. */
  readonly changesAt: number
  readonly weekdays: readonly number[]
  readonly ahtSeconds: number | undefined
  readonly spikeAt: number
}

const ills = fc.record({
  days: fc.integer({ min: 1, max: 45 }),
  size: fc.constantFrom(0, 0.05, 3, 400, 90_000),
  seed: fc.integer(),
  holes: fc.array(fc.integer({ min: 0, max: 44 }), { maxLength: 12 }),
  outages: fc.array(fc.integer({ min: 0, max: 44 }), { maxLength: 8 }),
  changesAt: fc.integer({ min: 0, max: 60 }),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
  ahtSeconds: fc.constantFrom(undefined, 0, 180, 90_000),
  spikeAt: fc.integer({ min: 0, max: 90 }),
})

function rowsOf({ days, size, seed, holes, outages, changesAt, weekdays, ahtSeconds, spikeAt }: Ills): IntervalRow[] {
  const random = createRandom(seed)
  return datesBetween(FROM, addDays(FROM, days)).flatMap((date, day) => {
    if (holes.includes(day) || !weekdays.includes(isoWeekday(date))) return []
    const [from, to] = day < changesAt ? [8, 14] : [11, 20]
    return Array.from({ length: 24 }, (_, hour): IntervalRow => {
      const isOpen = hour >= from && hour < to && !outages.includes(day)
      const offered = isOpen ? random.poisson(size) * (day === spikeAt ? 40 : 1) : 0
      return { date, secondOfDay: hour * HOUR, offered, ...(ahtSeconds === undefined ? {} : { ahtSeconds }) }
    })
  })
}

function expectNumbers({ offered, ahtSeconds, quantiles, offeredTotal, workSeconds }: ForecastDay): void {
  for (const value of [...offered, ...ahtSeconds, ...quantiles.flat(), offeredTotal, workSeconds])
    if (!(Number.isFinite(value) && value >= 0)) expect.fail(`${value} is no figure`)
}

describe('a nasty history', () => {
  it('gives figures everywhere, whatever befell it', () => {
    fc.assert(
      fc.property(ills, (one) => {
        const rows = rowsOf(one)
        const grid = buildDayGrid(rows, { intervalSeconds: HOUR })
        if (grid.dates.length === 0) return
        const last = grid.dates.at(-1) ?? FROM
        const series = prepareSeries(grid, 'ru', datesBetween(addDays(last, 1), addDays(last, 120)))
        const model = learnQueue(series, { days: 12, leads: [1, 5] })
        expect(JSON.stringify(model)).not.toContain('null')
        const days = forecastDays(series, model)
        for (const day of days) expectNumbers(day)
        for (const totals of drawJointTotals(series, days.slice(0, 60), model, createRandom(1), 20))
          expect(totals.every((value) => Number.isFinite(value) && value >= 0)).toBe(true)
        const [next] = days
        if (next === undefined) return
        const cells = next.offered.length
        const open = Array.from({ length: cells }, (_, slot) => [0, 1, 0.5, 2][(slot + one.seed) & 3] ?? 1)
        expectNumbers(withinHours(next, grid, open, silentSlots(grid)))
        for (const came of [[], [null], next.offered.map(() => 0), [0, 1e6, null]].map((told) => told.slice(0, cells)))
          expectNumbers(renewDay(next, model, came))
      }),
      { numRuns: 40, seed: 20 },
    )
  }, 120_000)

  it('is refused with the row and what is wrong with it', () => {
    const row = { date: FROM, secondOfDay: 0, offered: 3 }
    const sentence = (rows: readonly IntervalRow[]): string => {
      const fault = findRowFault(rows, HOUR)
      return fault === null ? '' : `row ${fault.index}, ${fault.field} ${fault.problem}`
    }
    expect(sentence([row, { ...row, secondOfDay: HOUR, offered: -4 }])).toBe(
      'row 1, offered must be a number from 0, not -4',
    )
    expect(sentence([row, row])).toBe('row 1, start comes twice: 2025-02-03 00:00')
    expect(sentence([{ ...row, offered: Number.NaN }])).toContain('must be a number from 0, not NaN')
    expect(sentence([{ ...row, ahtSeconds: -1 }])).toContain('ahtSeconds must be a number from 0, not -1')
    expect(sentence([{ ...row, secondOfDay: 100 }])).toContain('whole steps of 3600 seconds')
    expect(() => buildDayGrid([row, row], { intervalSeconds: HOUR })).toThrow(RangeError)
    const empty = prepareSeries(buildDayGrid([], { intervalSeconds: HOUR }), 'none')
    expect(() => forecastDays(empty, learnQueue(empty))).toThrow(/at least one open day/)
  })
})
