import { describe, expect, it } from 'vitest'

import { createRandom } from '../numeric/index.ts'
import { addDays } from '../time/index.ts'
import {
  allTogether,
  correlationAt,
  learnQueueCorrelation,
  sumBands,
  type QueueBand,
  type QueueCorrelation,
  type TriedDay,
} from './index.ts'

const FROM = '2025-01-06'
const SCATTER = 0.1

/** What each queue's total is, day by day, where its level goes with the others' by √`shared`. */
function makeDays(sizes: readonly number[], days: number, shared: number, seed: string): TriedDay[][] {
  const random = createRandom(seed)
  const made: TriedDay[][] = sizes.map(() => [])
  for (let day = 0; day < days; day++) {
    const common = random.normal()
    for (const [queue, size] of sizes.entries()) {
      const level = Math.sqrt(shared) * common + Math.sqrt(1 - shared) * random.normal()
      const rate = size * Math.exp(SCATTER * level - SCATTER ** 2 / 2)
      made[queue]?.push({ date: addDays(FROM, day), expected: size, came: random.poisson(rate) })
    }
  }
  return made
}

/** As back-tests would tell it: each queue's own band from its own days. */
function bandsOf(days: readonly (readonly TriedDay[])[]): QueueBand[] {
  return days.map((own, queueId) => {
    const sorted = own.map(({ came }) => came).toSorted((left, right) => left - right)
    const at = (share: number): number => sorted[Math.floor(share * sorted.length)] ?? 0
    return { queueId, offered: own[0]?.expected ?? 0, p10: at(0.1), p90: at(0.9) }
  })
}

const learn = (days: readonly (readonly TriedDay[])[], leadDays = 1): QueueCorrelation | null =>
  learnQueueCorrelation(days.map((own, queueId) => ({ queueId, leads: [{ leadDays, days: own }] })))

const sumsOf = (days: readonly (readonly TriedDay[])[]): number[] =>
  (days[0] ?? []).map((_, day) => days.reduce((sum, own) => sum + (own[day]?.came ?? 0), 0))

const heldBy = (sums: readonly number[], { p10, p90 }: { readonly p10: number; readonly p90: number }): number =>
  sums.filter((sum) => sum >= p10 && sum <= p90).length / sums.length

const SIZES = [900, 400, 400, 120, 60, 20, 5, 2]

describe('the band of several queues together', () => {
  it.each([
    { shared: 0, name: 'each astray on its own' },
    { shared: 0.5, name: 'astray together by half' },
    { shared: 0.95, name: 'astray together almost wholly' },
  ])('holds what it says for queues $name', ({ shared }) => {
    let held = 0
    for (let round = 0; round < 12; round++) {
      const learnt = learn(makeDays(SIZES, 100, shared, `past ${shared} ${round}`)) as QueueCorrelation
      const future = makeDays(SIZES, 2000, shared, `future ${shared} ${round}`)
      held += heldBy(sumsOf(future), sumBands(bandsOf(future), correlationAt(learnt, 1))) / 12
    }
    expect(held).toBeGreaterThan(0.77)
    expect(held).toBeLessThan(0.86)
  })

  it('is the sum of bands, and too wide, where everything is believed astray together', () => {
    const future = makeDays(SIZES, 4000, 0, 'apart')
    const bands = bandsOf(future)
    const { p10, p90 } = sumBands(bands, allTogether)
    const total = (of: (one: QueueBand) => number): number => bands.reduce((sum, one) => sum + of(one), 0)
    expect((p90 - p10) / (total((one) => one.p90) - total((one) => one.p10))).toBeCloseTo(1, 1)
    expect(heldBy(sumsOf(future), { p10, p90 })).toBeGreaterThan(0.93)
  })

  it('is a queue’s own where there is but one, and narrower than the sum where they stray apart', () => {
    const one = { queueId: 4, offered: 50, p10: 42, p90: 59 }
    expect(sumBands([one], allTogether)).toEqual({ p10: 42, p90: 59 })
    const alone = correlationAt(
      { queueIds: [4, 5], days: [{ leadDays: 1, pairs: [0] }], weeks: [0], commonDays: 99 },
      1,
    )
    const { p10, p90 } = sumBands([one, { ...one, queueId: 5 }], alone)
    expect(p90 - p10).toBeCloseTo(Math.SQRT2 * 17, 0)
    expect(p10).toBeGreaterThan(84)
    expect(p90).toBeLessThan(118)
  })

  it('leaves out closed queues and never falls below nothing', () => {
    const closed = { queueId: 1, offered: 0, p10: 0, p90: 0 }
    const tiny = { queueId: 2, offered: 0.3, p10: 0, p90: 1 }
    const { p10, p90 } = sumBands([closed, tiny, { ...tiny, queueId: 3 }], allTogether)
    expect(p10).toBe(0)
    expect(p90).toBeGreaterThan(0.6)
    expect(sumBands([closed, { ...closed, queueId: 5 }], allTogether)).toEqual({ p10: 0, p90: 0 })
  })
})

describe('how queues go astray together', () => {
  it('tells a pair that goes together among others that do not', () => {
    const alike = makeDays([800, 800], 120, 0.9, 'alike')
    const others = makeDays([800, 800, 800, 800], 120, 0, 'others')
    const learnt = learn([...alike, ...others]) as QueueCorrelation
    const { between } = correlationAt(learnt, 1)
    expect(between(0, 1)).toBeGreaterThan(0.5)
    expect(Math.abs(between(0, 3))).toBeLessThan(0.25)
    expect(Math.abs(between(2, 5))).toBeLessThan(0.25)
  })

  it('sees in weeks what days hide: levels that drift together under days that stray apart', () => {
    const random = createRandom('drift')
    const days: TriedDay[][] = [[], [], [], []]
    let level = 0
    for (let day = 0; day < 200; day++) {
      if (day % 7 === 0) level = 0.05 * random.normal()
      for (const own of days) {
        const came = random.poisson(500 * Math.exp(level + 0.1 * random.normal()))
        own.push({ date: addDays(FROM, day), expected: 500, came })
      }
    }
    const learnt = learn(days) as QueueCorrelation
    const usual = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length
    expect(usual(learnt.weeks)).toBeGreaterThan(usual(learnt.days[0]?.pairs ?? []) + 0.15)
  })

  it('compares days that both have, gaps or not, and says nothing of fewer than ten', () => {
    const [first = [], second = []] = makeDays([500, 500], 60, 0.8, 'gaps')
    const learnt = learn([first.filter((_, day) => day % 3 > 0), second.filter((_, day) => day % 5 > 0)])
    expect(learnt?.commonDays).toBe(32)
    expect(learnt?.days[0]?.pairs[0]).toBeGreaterThan(0.4)
    expect(learn([first.slice(0, 30), second.slice(25)])).toBeNull()
    expect(learn([first])).toBeNull()
    expect(learnQueueCorrelation([])).toBeNull()
  })

  it('believes of a queue it does not know what the others have in common', () => {
    const learnt = learn(makeDays([500, 500, 500], 100, 0.6, 'unknown')) as QueueCorrelation
    const { placeOf, between } = correlationAt(learnt, 3)
    expect(placeOf(77)).toBe(-1)
    const pairs = learnt.days[0]?.pairs ?? []
    expect(between(placeOf(77), 0)).toBeCloseTo(pairs.reduce((sum, one) => sum + one, 0) / 3, 6)
  })
})
