import { describe, expect, it } from 'vitest'

import { addDays, createZone } from '../time/index.ts'
import {
  createLaborCalendar,
  layOverrides,
  payHours,
  rulesOf,
  type LaborCalendar,
  type PayHours,
  type WorkAgreement,
  type WorkShift,
} from './index.ts'
import { agreement, evenWeek, person, russian, shift, shiftIn } from './testing/work.ts'

interface Paid {
  readonly from: string
  readonly to: string
  readonly how?: Partial<WorkAgreement>
  readonly calendar?: LaborCalendar
  readonly mode?: 'period' | 'averagePerShift' | 'perShiftActual'
}

function pay(shifts: readonly WorkShift[], { from, to, how, calendar = russian, mode }: Paid): PayHours {
  const whole = { ...agreement, ...how }
  const rules = layOverrides(rulesOf(whole.jurisdiction), [
    { ruleId: 'RU-152-s', parameters: { mode: mode ?? 'period' }, severity: null, validFrom: null, validTo: null },
  ])
  return payHours({ work: { person: { ...person, agreement: whole }, shifts }, rules, calendar, from, to })
}

const twoOnTwoOff = Array.from({ length: 30 }, (_, index) => index)
  .filter((index) => index % 4 < 2)
  .map((index) => shift(addDays('2026-04-01', index), '08:00-20:00', 'meal 13:00-14:00'))

const april = { from: '2026-04-01', to: '2026-04-30', how: { accountingMonths: 1 } }

describe('Russian hours for pay', () => {
  it('T1: of a shift from 20:00 to 08:00 with a meal at one, seven hours are night', () => {
    const paid = pay([shift('2026-04-06', '20:00-08:00', 'meal 01:00-02:00')], { from: '2026-04-01', to: '2026-04-30' })
    expect(paid).toMatchObject({ workedMinutes: 11 * 60, nightMinutes: 7 * 60, holidayMinutes: 0 })
    expect(paid.extras).toEqual([
      { ruleId: 'RU-154', article: 'ТК РФ ст. 154; ПП РФ № 554', kind: 'night', minutes: 420, extraRate: 0.2 },
    ])
  })

  it('T12: of a night into 9 May, seven hours are holiday within the norm and four are plain', () => {
    const paid = pay([shift('2026-05-08', '20:00-08:00', 'meal 01:00-02:00')], { from: '2026-05-01', to: '2026-05-31' })
    expect(paid).toMatchObject({
      workedMinutes: 11 * 60,
      holidayMinutes: 7 * 60,
      holidayWithinNormMinutes: 7 * 60,
      holidayAboveNormMinutes: 0,
    })
    expect(paid.extras).toContainEqual(
      expect.objectContaining({ ruleId: 'RU-153', kind: 'holidayWithinNorm', minutes: 420, extraRate: 1 }),
    )
    expect(paid.workedMinutes - paid.holidayMinutes).toBe(4 * 60)
  })

  it('splits a month’s end at midnight', () => {
    const night = [shift('2026-04-30', '20:00-08:00', 'meal 01:00-02:00')]
    expect(pay(night, { from: '2026-04-01', to: '2026-04-30' })).toMatchObject({
      workedMinutes: 240,
      nightMinutes: 120,
    })
    expect(pay(night, { from: '2026-05-01', to: '2026-05-31' })).toMatchObject({
      workedMinutes: 420,
      nightMinutes: 300,
      holidayMinutes: 420,
    })
  })

  it.each([
    ['period', [{ rate: 1.5, minutes: 60 }]],
    ['averagePerShift', [{ rate: 1.5, minutes: 60 }]],
    ['perShiftActual', [{ rate: 2, minutes: 60 }]],
  ] as const)('T2 in pay: the hour above the norm of April, split by %s', (mode, overtime) => {
    const paid = pay(twoOnTwoOff, { ...april, mode })
    expect(paid).toMatchObject({ normMinutes: 175 * 60, overtimeMinutes: 60 })
    expect(paid.bands).toEqual([{ rate: 1, minutes: 175 * 60 }, ...overtime])
  })

  it('splits ten hours above the norm as the setting says', () => {
    const more = twoOnTwoOff.map((one, index) =>
      index < 3 ? { ...one, end: one.end + 180, overtimeMinutes: 180 } : one,
    )
    expect(pay(more, april).bands.slice(1)).toEqual([
      { rate: 1.5, minutes: 120 },
      { rate: 2, minutes: 480 },
    ])
    expect(pay(more, { ...april, mode: 'averagePerShift' }).bands.slice(1)).toEqual([{ rate: 1.5, minutes: 600 }])
    expect(pay(more, { ...april, mode: 'perShiftActual' }).bands.slice(1)).toEqual([
      { rate: 1.5, minutes: 360 },
      { rate: 2, minutes: 240 },
    ])
  })

  it('waits with overtime of a quarter for the quarter’s end', () => {
    expect(pay(twoOnTwoOff, { ...april, how: { accountingMonths: 3 } }).overtimeMinutes).toBe(0)
  })

  it('does not count holiday hours above the norm as overtime again', () => {
    const may = Array.from({ length: 31 }, (_, index) => index)
      .filter((index) => index % 4 < 2)
      .map((index) => shift(addDays('2026-05-01', index), '08:00-20:00', 'meal 13:00-14:00'))
    // Sixteen shifts, 176 hours against 151; 1 and 9 May are worked, 22 hours of holiday.
    const paid = pay(may, { from: '2026-05-01', to: '2026-05-31', how: { accountingMonths: 1 } })
    expect(paid).toMatchObject({ workedMinutes: 176 * 60, normMinutes: 151 * 60, holidayMinutes: 22 * 60 })
    expect(paid).toMatchObject({ holidayAboveNormMinutes: 22 * 60, overtimeMinutes: 3 * 60 })
    expect(paid.bands).toEqual([
      { rate: 1, minutes: 151 * 60 },
      { rate: 1.5, minutes: 120 },
      { rate: 2, minutes: 60 + 22 * 60 },
    ])
  })

  it('counts overtime of an even week by days, the first two hours of each apart', () => {
    const days = ['2026-04-06', '2026-04-07'].map((date) => shift(date, '09:00-21:00', 'meal 13:00-14:00'))
    expect(pay(days, { from: '2026-04-01', to: '2026-04-30', how: evenWeek }).bands).toEqual([
      { rate: 1, minutes: 960 },
      { rate: 1.5, minutes: 240 },
      { rate: 2, minutes: 120 },
    ])
  })
})

describe('other laws', () => {
  const pacific = createZone('America/Los_Angeles')
  const california = { how: { jurisdiction: 'US-CA' }, calendar: createLaborCalendar('us', pacific) }
  const week = { from: '2026-04-06', to: '2026-04-12' }

  it('T17: California pays an hour for a meal ten minutes late', () => {
    const rests = ['rest 10:00-10:10', 'rest 15:00-15:10']
    const late = pay([shiftIn(pacific, '2026-04-07', '08:00-17:00', 'meal 13:10-13:40', ...rests)], {
      ...week,
      ...california,
    })
    expect(late.workedMinutes).toBe(8.5 * 60)
    expect(late.extras).toMatchObject([{ ruleId: 'CA-226.7', kind: 'breakPremium', minutes: 60 }])
    const inTime = pay([shiftIn(pacific, '2026-04-07', '08:00-17:00', 'meal 13:00-13:30', ...rests)], {
      ...week,
      ...california,
    })
    expect(inTime.extras).toEqual([])
    expect(inTime.bands).toEqual([
      { rate: 1, minutes: 480 },
      { rate: 1.5, minutes: 30 },
    ])
  })

  it('California: double above twelve hours, and the seventh day in a row from its first hour', () => {
    const long = pay([shiftIn(pacific, '2026-04-07', '08:00-22:00', 'meal 12:00-13:00')], { ...week, ...california })
    expect(long.bands).toEqual([
      { rate: 1, minutes: 480 },
      { rate: 1.5, minutes: 240 },
      { rate: 2, minutes: 60 },
    ])
    const seven = Array.from({ length: 7 }, (_, index) => shiftIn(pacific, addDays('2026-04-06', index), '08:00-13:00'))
    expect(pay(seven, { ...week, ...california }).bands).toEqual([
      { rate: 1, minutes: 30 * 60 },
      { rate: 1.5, minutes: 300 },
    ])
  })

  it('the United States: above forty hours a week', () => {
    const days = Array.from({ length: 5 }, (_, index) => shiftIn(pacific, addDays('2026-04-06', index), '08:00-17:00'))
    expect(pay(days, { ...week, ...california, how: { jurisdiction: 'US' } }).bands).toEqual([
      { rate: 1, minutes: 40 * 60 },
      { rate: 1.5, minutes: 5 * 60 },
    ])
  })

  it('Kazakhstan: one and a half for overtime, holidays and nights', () => {
    const paid = pay([shift('2026-04-06', '14:00-00:00', 'meal 18:00-19:00')], {
      from: '2026-04-01',
      to: '2026-04-30',
      how: { ...evenWeek, jurisdiction: 'KZ' },
    })
    expect(paid.bands).toEqual([
      { rate: 1, minutes: 480 },
      { rate: 1.5, minutes: 60 },
    ])
    expect(paid.extras).toMatchObject([{ ruleId: 'KZ-108', kind: 'night', minutes: 120, extraRate: 0.5 }])
  })
})
