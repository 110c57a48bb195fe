import { describe, expect, it } from 'vitest'

import type { AppliedRule, RequirementInterval } from '@pult/contract/staffing'
import { shrinkageAt } from '@pult/engine/staffing'

import { countAgain, meanShrinkage, paidPeople, type Trial } from './count-again.ts'
import { stepped, tryVariant, variantsOf } from './sensitivity.ts'

const rule: AppliedRule = {
  queueId: 1,
  work: 'calls',
  targetLevel: 0.8,
  withinSeconds: 20,
  rule: 'neutral',
  shortSeconds: 5,
  maxAbandonment: 0.05,
  maxOccupancy: 0.85,
  maxAsaSeconds: null,
  patienceSeconds: 180,
  isPatienceEstimated: true,
  patienceByHour: null,
  availability: 0.9,
  isAvailabilityLearnt: true,
  availabilityByHour: null,
  log: null,
  contactsAtOnce: 1,
  stretchPerExtra: 0,
  seenAtOnce: null,
  deadlineMinutes: null,
  backlog: null,
}
const interval = (hour: number, offered: number): RequirementInterval => ({
  queueId: 1,
  at: `2026-11-02T${String(hour).padStart(2, '0')}:00:00Z`,
  offered,
  ahtSeconds: 240,
  needed: null,
  scheduled: null,
  serviceLevel: null,
  asaSeconds: null,
  abandonRate: null,
  occupancy: null,
  binding: [],
  backlog: null,
  rateShape: null,
  risk: null,
})
const intervals = [interval(9, 120), interval(10, 180), interval(11, 90)]
const trial: Trial = {
  rule,
  ahtFactor: 1,
  volumeFactor: 1,
  patienceFactor: 1,
  shrinkage: null,
  kinds: [{ kind: 'Обед', planned: true, paid: true, share: 0.1, hours: [{ weekday: 1, hour: 10, share: 0.5 }] }],
  intervalSeconds: 1800,
  dayOf: (at) => at.slice(0, 10),
  weekHourOf: (at) => ({ weekday: 1, hour: Number(at.slice(11, 13)) }),
}

describe('a requirement counted again', () => {
  it('takes shrinkage, availability and patience of each hour', () => {
    const counted = countAgain(intervals, { ...trial, rule: { ...rule, availabilityByHour: hours(0.9, { 11: 0.6 }) } })
    const perPost = counted.map(({ needed, scheduled }) => (scheduled ?? 0) / (needed ?? 0))
    expect(perPost[0]).toBeCloseTo(1 / 0.9 / 0.9, 9)
    expect(perPost[1]).toBeCloseTo(1 / 0.5 / 0.9, 9)
    expect(perPost[2]).toBeCloseTo(1 / 0.9 / 0.6, 9)
    const hasty = countAgain(intervals, { ...trial, rule: { ...rule, patienceByHour: hours(180, { 9: 20 }) } })
    const usual = countAgain(intervals, trial)
    expect(hasty[0]?.needed).not.toBe(usual[0]?.needed)
    expect(hasty[1]?.needed).toBe(usual[1]?.needed)
    expect(meanShrinkage(usual, trial)).toBeGreaterThan(0.1)
    expect(meanShrinkage(usual, trial)).toBeLessThan(0.5)
  })
})

describe('people on the roster', () => {
  const kinds = [
    { kind: 'Отпуск', planned: true, paid: true, share: 0.2, hours: [] },
    { kind: 'Обед', planned: true, paid: false, share: 0.1, hours: [] },
    { kind: 'Опоздания', planned: false, paid: false, share: 0.1, hours: [] },
  ]

  it('are fewer in paid hours by the kinds that nobody pays, also where a slider moves all kinds', () => {
    const [one] = countAgain(intervals, { ...trial, kinds })
    if (one === undefined) return expect.fail('nothing was counted')
    const at = trial.weekHourOf(one.at)
    // Planned kinds add up, what comes unplanned falls on those they leave.
    expect(shrinkageAt(kinds, at).shrinkage).toBeCloseTo(1 - 0.7 * 0.9, 12)
    expect(paidPeople(one, { ...trial, kinds })).toBeCloseTo((one.scheduled ?? 0) * (1 - 0.1 - 0.7 * 0.1), 9)
    expect(paidPeople(one, { ...trial, kinds: kinds.slice(0, 1) })).toBe(one.scheduled)
    const half = { ...trial, kinds, shrinkage: shrinkageAt(kinds, at).shrinkage / 2 }
    expect(paidPeople(one, half)).toBeCloseTo((one.scheduled ?? 0) * (1 - 0.17 / 2), 9)
  })
})

describe('sensitivity', () => {
  const hoursAt = (what: 'volume' | 'aht' | 'target', by: number): number =>
    tryVariant(intervals, trial, { what, by }).hours ?? Number.NaN

  it('rises with volume, handling time and a stricter target', () => {
    const base = tryVariant(intervals, trial, null).hours ?? Number.NaN
    for (const what of ['volume', 'aht'] as const) {
      expect(hoursAt(what, -0.1)).toBeLessThan(base)
      expect(hoursAt(what, 0.1)).toBeGreaterThan(base)
    }
    expect(hoursAt('target', 1)).toBeGreaterThan(base)
    expect(hoursAt('target', -1)).toBeLessThan(base)
  })

  it('moves patience only where anybody hangs up, and steps that stay targets', () => {
    expect(variantsOf(rule).some(({ what }) => what === 'patience')).toBe(true)
    expect(variantsOf({ ...rule, patienceSeconds: null }).some(({ what }) => what === 'patience')).toBe(false)
    for (const targetLevel of [0.01, 0.5, 0.99, 0.9999])
      for (const direction of [-1, 1]) {
        const level = stepped({ ...rule, targetLevel }, direction).targetLevel ?? 0
        expect(level).toBeGreaterThan(0)
        expect(level).toBeLessThan(1)
        expect(Math.sign(level - targetLevel)).toBe(direction)
      }
  })
})

function hours(usual: number, own: Readonly<Record<number, number>>): number[] {
  return Array.from({ length: 24 }, (_, hour) => own[hour] ?? usual)
}
