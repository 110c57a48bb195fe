import { describe, expect, it } from 'vitest'

import { createRandom } from '../numeric/index.ts'
import { applyLayers, type Layer, type LayeredDay, type LayeredInterval } from './layers.ts'
import { sizeOfEvent } from './past-event.ts'

const interval = (minuteOfDay: number, offered: number): LayeredInterval => ({
  minuteOfDay,
  offered,
  p025: offered * 0.5,
  p10: offered * 0.7,
  p50: offered * 0.98,
  p90: offered * 1.3,
  p975: offered * 1.6,
  ahtSeconds: 200,
})

const day: LayeredDay<LayeredInterval> = {
  intervals: [interval(540, 10), interval(570, 30), interval(600, 60), interval(630, 0)],
  p10: 85,
  p90: 118,
}

const layer = (change: Layer['change'], amount: number, more: Partial<Layer> = {}): Layer => ({
  change,
  amount,
  amountSd: 0,
  ahtTimes: 1,
  fromMinute: 0,
  toMinute: 1440,
  ...more,
})

const sum = ({ intervals }: LayeredDay<LayeredInterval>): number => intervals.reduce((all, one) => all + one.offered, 0)

describe('layers over a day', () => {
  it('leave it as it was when there are none, or when they change nothing', () => {
    expect(applyLayers(day, [])).toBe(day)
    const same = applyLayers(day, [layer('times', 1)])
    for (const [place, one] of same.intervals.entries())
      for (const key of ['offered', 'p025', 'p10', 'p50', 'p90', 'p975', 'ahtSeconds'] as const)
        expect(one[key]).toBeCloseTo(day.intervals[place]?.[key] ?? NaN, 9)
    expect(same.p10).toBeCloseTo(85, 9)
  })

  it('multiply, add and set, spread as the day is', () => {
    expect(applyLayers(day, [layer('times', 1.2)]).intervals.map(({ offered }) => offered)).toEqual([12, 36, 72, 0])
    expect(applyLayers(day, [layer('add', 50)]).intervals.map(({ offered }) => offered)).toEqual([15, 45, 90, 0])
    expect(applyLayers(day, [layer('set', 20)]).intervals.map(({ offered }) => offered)).toEqual([2, 6, 12, 0])
    const hour = layer('add', 9, { fromMinute: 570, toMinute: 630 })
    expect(applyLayers(day, [hour]).intervals.map(({ offered }) => offered)).toEqual([10, 33, 66, 0])
  })

  it('move the bands of intervals and of the day along: chance grows with the root of the load', () => {
    const doubled = applyLayers(day, [layer('times', 2)])
    const sixty = doubled.intervals[2]
    // 42 to 78 around 60: 18 apart, of which chance alone is 1.28 √60.
    const chance = 1.2816 ** 2 * 60
    expect(sixty?.p90).toBeCloseTo(120 + Math.sqrt(4 * (18 ** 2 - chance) + 2 * chance), 6)
    expect(sixty?.p10).toBeCloseTo(120 - Math.sqrt(4 * (18 ** 2 - chance) + 2 * chance), 6)
    expect(doubled.p10).toBeGreaterThan(170)
    expect(doubled.p90).toBeGreaterThan(200 + 18)
    expect(doubled.p90).toBeLessThan(236)
  })

  it('keep the band above a median of zero', () => {
    const tiny = { minuteOfDay: 60, offered: 0.3, p025: 0, p10: 0, p50: 0, p90: 1, p975: 2, ahtSeconds: 200 }
    const night = { intervals: [tiny], p10: 0, p90: 1 }
    const same = applyLayers(night, [layer('times', 1)]).intervals[0]
    expect(same?.p90).toBeCloseTo(1, 9)
    expect(same?.p975).toBeCloseTo(2, 9)
    const five = applyLayers(night, [layer('set', 5)]).intervals[0]
    expect(five?.p50).toBeGreaterThan(3)
    expect(five?.p90).toBeGreaterThan(6)
    expect(five?.p90).toBeLessThan(12)
  })

  it('widen by what is not known of their size', () => {
    const sure = applyLayers(day, [layer('times', 1.5)])
    const unsure = applyLayers(day, [layer('times', 1.5, { amountSd: 0.3 })])
    expect(unsure.p90 - unsure.p10).toBeGreaterThan((sure.p90 - sure.p10) * 1.5)
    expect(sum(unsure)).toBeCloseTo(sum(sure), 9)
  })

  it('come one after the other, in their order', () => {
    expect(sum(applyLayers(day, [layer('add', 100), layer('times', 2)]))).toBeCloseTo(400, 9)
    expect(sum(applyLayers(day, [layer('times', 2), layer('add', 100)]))).toBeCloseTo(300, 9)
  })

  it('give contacts to hours in which none were expected, and never less than none', () => {
    const quiet = { intervals: [interval(0, 0), interval(30, 0)], p10: 0, p90: 0 }
    const busy = applyLayers(quiet, [layer('set', 32)])
    expect(busy.intervals.map(({ offered }) => offered)).toEqual([16, 16])
    expect(busy.intervals[0]?.p90).toBeCloseTo(16 + 1.2816 * 4, 3)
    expect(sum(applyLayers(day, [layer('add', -1000)]))).toBe(0)
  })

  it('change handling time', () => {
    expect(applyLayers(day, [layer('times', 1, { ahtTimes: 1.5 })]).intervals[0]?.ahtSeconds).toBe(300)
  })

  it('keep quantiles in their order whatever is laid over them', () => {
    const random = createRandom('layers')
    for (let turn = 0; turn < 300; turn++) {
      const laid = applyLayers(
        day,
        Array.from({ length: random.integer(1, 4) }, () =>
          layer((['times', 'add', 'set'] as const)[random.integer(0, 3)] ?? 'times', random.uniform() * 5, {
            amountSd: random.uniform(),
          }),
        ),
      )
      for (const { p025, p10, p50, p90, p975 } of laid.intervals) {
        const quantiles = [p025, p10, p50, p90, p975]
        expect(quantiles.every((value) => Number.isFinite(value) && value >= 0)).toBe(true)
        expect(quantiles).toEqual(quantiles.toSorted((left, right) => left - right))
      }
    }
  })

  it('are refused when they cannot be', () => {
    for (const wrong of [
      layer('times', -1),
      layer('set', -5),
      layer('times', NaN),
      layer('times', 1, { amountSd: -1 }),
      layer('times', 1, { ahtTimes: 0 }),
      layer('times', 1, { fromMinute: 600, toMinute: 600 }),
    ])
      expect(() => applyLayers(day, [wrong])).toThrow(RangeError)
  })
})

describe('the size of a past event', () => {
  it('is what came over what is usual, with its scatter', () => {
    const size = sizeOfEvent([{ came: 138, comparable: [98, 100, 102, 96, 104, 100] }])
    expect(size).toMatchObject({ came: 138, usual: 100, times: 1.38, comparedDays: 6 })
    expect(size?.timesSd).toBeGreaterThan(0.03)
    expect(size?.timesSd).toBeLessThan(0.2)
  })

  it('is known better over more days', () => {
    const one = { came: 1400, comparable: [900, 1000, 1100, 950, 1050] }
    expect(sizeOfEvent([one, one, one, one])?.timesSd).toBeLessThan(sizeOfEvent([one])?.timesSd ?? 0)
  })

  it('is nothing where nothing is usual', () => {
    expect(sizeOfEvent([])).toBeNull()
    expect(sizeOfEvent([{ came: 5, comparable: [] }])).toBeNull()
    expect(sizeOfEvent([{ came: 5, comparable: [0, 0] }])).toBeNull()
  })
})
