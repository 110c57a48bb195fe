import { describe, expect, it } from 'vitest'

import { addDays, createZone } from '../time/index.ts'
import {
  createLaborCalendar,
  groupsOn,
  layOverrides,
  overrideFault,
  payHours,
  rulesOf,
  sayViolation,
  workingTimeNorm,
  type LaborRule,
  type PersonWork,
  type RuleOverride,
  type WorkShift,
} from './index.ts'
import { agreement, at, broken, check, evenWeek, only, person, russian, shift, shiftIn } from './testing/work.ts'

const berlin = createZone('Europe/Berlin')
const german = createLaborCalendar('none', berlin)
const day = (date: string, hours = '09:00-18:00'): WorkShift => shift(date, hours, 'meal 13:00-14:00')

const override = (ruleId: string, more: Partial<RuleOverride>): RuleOverride => ({
  ruleId,
  parameters: null,
  severity: null,
  validFrom: null,
  validTo: null,
  ...more,
})

describe('nights on which clocks change', () => {
  const night = (date: string): PersonWork => ({
    person: { ...person, agreement: { ...agreement, jurisdiction: 'RU' } },
    shifts: [shiftIn(berlin, date, '22:00-06:00')],
  })
  const paid = (date: string): number =>
    payHours({ work: night(date), rules: rulesOf('RU'), calendar: german, from: date, to: addDays(date, 1) })
      .nightMinutes

  it('have the hours people really work', () => {
    expect(paid('2026-10-23')).toBe(8 * 60)
    expect(paid('2026-10-24')).toBe(9 * 60)
    expect(paid('2026-03-28')).toBe(7 * 60)
  })

  it('are an hour less of rest in spring and an hour more in autumn', () => {
    const rest = (date: string): string[] => {
      const shifts = [shiftIn(berlin, date, '17:00-23:00'), shiftIn(berlin, addDays(date, 1), '10:00-15:00')]
      return broken(check(shifts, { from: date, to: addDays(date, 1), how: { jurisdiction: 'EU' }, calendar: german }))
    }
    expect(rest('2026-03-27')).not.toContain('EU-3')
    expect(rest('2026-03-28')).toContain('EU-3')
    expect(rest('2026-10-24')).not.toContain('EU-3')
  })

  it('do not lengthen the day on the wall: a shift of 25 hours’ day still begins and ends on its day', () => {
    const shifts = [shiftIn(berlin, '2026-10-25', '00:00-06:00')]
    const found = check(shifts, {
      from: '2026-10-25',
      to: '2026-10-25',
      how: { jurisdiction: 'DE', isContinuousOperation: false },
      calendar: german,
    })
    // Seven hours of work, a Sunday, more than six without a break.
    expect(only(found, 'DE-9')).toMatchObject([{ measured: 7 * 60 }])
    expect(only(found, 'DE-4').map(({ code }) => code)).toEqual(['breaksTooShort', 'tooLongWithoutBreak'])
  })
})

describe('what lies before the roster', () => {
  const week = { from: '2026-04-13', to: '2026-04-19' }

  it('is looked at and not blamed', () => {
    const shifts = [
      day('2026-04-11', '12:00-23:00'),
      day('2026-04-12', '06:00-23:00'),
      day('2026-04-13', '02:00-10:00'),
    ]
    const found = check(shifts, week)
    const rest = only(found, 'RU-103-2')
    expect(rest).toHaveLength(1)
    expect(rest[0]?.shiftStarts.at(-1)).toBe(shifts[2]?.start)
  })

  it('gives a Sunday’s long rest to one of its two weeks only', () => {
    // From Saturday 20:00 to Tuesday 08:00 are 60 hours, 28 of them in the first week and 32 in the second.
    const first = Array.from({ length: 6 }, (_, index) => day(addDays('2026-04-06', index), '11:00-20:00'))
    const second = Array.from({ length: 7 }, (_, index) => day(addDays('2026-04-14', index), '08:00-17:00'))
    const found = check([...first, ...second], { from: '2026-04-06', to: '2026-04-20' })
    expect(only(found, 'RU-110')).toMatchObject([
      { span: { start: at('2026-04-13 00:00') }, measured: 15 * 60, limit: 42 * 60 },
    ])
  })

  it('counts months that are not among the shifts towards the accounting period', () => {
    const asked = { from: '2026-06-01', to: '2026-06-30', how: { accountingMonths: 3 } }
    const shifts = Array.from({ length: 15 }, (_, index) => day(addDays('2026-06-01', 2 * index)))
    const months = (hours: number): PersonWork['workedBefore'] & object =>
      ['2026-04', '2026-05'].map((month) => ({ month, workMinutes: hours * 60, overtimeMinutes: 0 }))
    expect(only(check(shifts, { ...asked, more: { workedBefore: months(186) } }), 'RU-104')).toEqual([])
    expect(only(check(shifts, { ...asked, more: { workedBefore: months(187) } }), 'RU-104')).toMatchObject([
      { measured: (374 + 120) * 60, limit: 493 * 60 },
    ])
  })

  it('lowers the norm by days of leave', () => {
    const asked = { from: '2026-04-01', to: '2026-04-30', how: { accountingMonths: 1 } }
    const shifts = Array.from({ length: 18 }, (_, index) => day(addDays('2026-04-13', index)))
    const excused = [{ from: '2026-04-01', to: '2026-04-12' }]
    expect(only(check(shifts, asked), 'RU-104')).toEqual([])
    // Eight working days less: 175 − 64.
    expect(only(check(shifts, { ...asked, more: { excused } }), 'RU-104')).toMatchObject([{ limit: 111 * 60 }])
  })
})

describe('overrides', () => {
  const asked = { from: '2026-04-06', to: '2026-04-19' }
  const twoShifts = [day('2026-04-06', '08:00-20:00'), day('2026-04-07', '08:00-20:00')]
  const later = twoShifts.map((one) => ({
    start: one.start + 7 * 1440,
    end: one.end + 7 * 1440,
    breaks: one.breaks.map((each) => ({ ...each, start: each.start + 7 * 1440, end: each.end + 7 * 1440 })),
  }))

  it('hold on their days alone', () => {
    const rules = layOverrides(rulesOf('RU'), [
      override('RU-inter', { severity: 'off', validFrom: '2026-04-13', validTo: '2026-04-30' }),
    ])
    expect(
      rules.filter(({ ruleId }) => ruleId === 'RU-inter').map(({ validFrom, validTo }) => [validFrom, validTo]),
    ).toEqual([
      [null, '2026-04-12'],
      ['2026-04-13', '2026-04-30'],
      ['2026-05-01', null],
    ])
    expect(only(check(twoShifts, { ...asked, rules }), 'RU-inter')).toHaveLength(1)
    expect(only(check(later, { ...asked, rules }), 'RU-inter')).toEqual([])
  })

  it('of an agreement lie over those of the centre', () => {
    const rules = layOverrides(rulesOf('RU'), [
      override('RU-inter', { parameters: { factor: 1 } }),
      override('RU-inter', { parameters: { factor: 3 }, severity: 'block' }),
    ])
    expect(only(check(twoShifts, { ...asked, rules }), 'RU-inter')).toMatchObject([
      { severity: 'block', limit: 33 * 60 },
    ])
  })

  it('must name parameters that are there, in values that fit', () => {
    const rule = (ruleId: string): LaborRule => rulesOf('RU').find((one) => one.ruleId === ruleId) as LaborRule
    const fault = (ruleId: string, parameters: Record<string, unknown>): string | null =>
      overrideFault(rule(ruleId), override(ruleId, { parameters }))
    expect(fault('RU-110', { hours: 48 })).toBeNull()
    expect(fault('RU-110', { hour: 48 })).toMatch(/RU-110 has no parameter "hour"; it has hours/)
    expect(fault('RU-110', { hours: '48' })).toMatch(/hours must be a number/)
    expect(fault('RU-110', { hours: -1 })).toMatch(/hours must be a number, 0 or more/)
    expect(fault('RU-96', { from: '25:00' })).toMatch(/from must be a time HH:MM/)
    expect(fault('RU-99-y', { hoursPerYear: null, hoursPerDay: 2 })).toBeNull()
    expect(fault('RU-92', { hoursByGroup: { harmful: 'few' } })).toMatch(/must be numbers by name/)
    expect(
      overrideFault(rule('RU-110'), override('RU-110', { validFrom: '2026-05-01', validTo: '2026-04-01' })),
    ).toMatch(/validTo 2026-04-01 lies before/)
  })

  it('of martial law lift overtime’s limits and shorten the week’s rest', () => {
    const rules = layOverrides(rulesOf('UA'), [override('UA-ml', { parameters: { isApplied: true } })])
    const long = [day('2026-04-06', '09:00-23:00'), day('2026-04-08', '09:00-23:00')]
    const how = { ...evenWeek, jurisdiction: 'UA' }
    expect(broken(check(long, { ...asked, how }))).toContain('UA-65')
    expect(broken(check(long, { ...asked, how, rules }))).not.toContain('UA-65')
    const seven = Array.from({ length: 8 }, (_, index) => day(addDays('2026-04-06', index), '12:00-20:00'))
    expect(only(check(seven, { ...asked, how, rules }), 'UA-70')).toMatchObject([{ limit: 24 * 60 }])
  })
})

describe('Germany’s Sundays and averages', () => {
  const how = { jurisdiction: 'DE' }
  const work = (date: string, hours = '09:00-15:00'): WorkShift => shiftIn(berlin, date, hours)

  it('want a weekday instead of a Sunday worked', () => {
    const row = Array.from({ length: 28 }, (_, index) => work(addDays('2026-03-30', index)))
    const found = only(check(row, { from: '2026-03-30', to: '2026-04-26', how, calendar: german }), 'DE-9')
    // The first and the last Sundays have days within two weeks that nobody knows of.
    expect(found.map(({ code, span }) => [code, german.dateOf(german.dayOf(span.start))])).toEqual([
      ['noDayInstead', '2026-04-12'],
    ])
  })

  it('leave fifteen of the year’s Sundays free', () => {
    const sundays = Array.from({ length: 40 }, (_, index) => work(addDays('2026-01-04', 7 * index)))
    const found = only(check(sundays, { from: '2026-01-01', to: '2026-12-31', how, calendar: german }), 'DE-9')
    expect(found).toMatchObject([{ code: 'tooFewFreeSundays', measured: 12, limit: 15, excess: 3, unit: 'days' }])
    expect(found[0]?.cures[0]).toHaveLength(3)
  })

  it('allow nine hours a day while weekdays average eight', () => {
    const weeks = (hours: string): WorkShift[] =>
      Array.from({ length: 24 }, (_, index) => index)
        .filter((index) => index % 7 < 6)
        .map((index) => shiftIn(berlin, addDays('2026-03-30', index), hours, 'meal 12:00-12:45'))
    const asked = { from: '2026-03-30', to: '2026-04-19', how, calendar: german }
    expect(broken(check(weeks('08:00-16:45'), asked))).not.toContain('DE-3')
    expect(only(check(weeks('08:00-17:45'), asked), 'DE-3')).toMatchObject([
      { code: 'dayTooLongOnAverage', measured: 540, limit: 480 },
    ])
  })
})

describe('overtime of longer periods', () => {
  const consents = [{ kind: 'overtime' as const, from: '2026-01-01', to: null }]
  const days = (count: number): WorkShift[] =>
    Array.from({ length: count }, (_, index) =>
      day(addDays('2026-04-06', index + 2 * Math.floor(index / 5)), '09:00-20:00'),
    )

  it('is summed over weeks where a centre sets such a limit', () => {
    const rules = layOverrides(rulesOf('RU'), [override('RU-99-y', { parameters: { hoursPerWeek: 8 } })])
    const asked = { from: '2026-04-06', to: '2026-04-19', how: evenWeek, who: { consents }, rules }
    expect(only(check(days(9), asked), 'RU-99-y')).toMatchObject([
      { details: { per: 'week' }, measured: 600, limit: 480, excess: 120 },
    ])
  })

  it('is summed over months, with what was worked in them before', () => {
    const how = { ...evenWeek, jurisdiction: 'KZ' }
    const asked = { from: '2026-04-06', to: '2026-04-19', how, who: { consents } }
    const workedBefore = [{ month: '2026-04', workMinutes: 480, overtimeMinutes: 60 }]
    expect(only(check(days(6), asked), 'KZ-78')).toEqual([])
    expect(only(check(days(6), { ...asked, more: { workedBefore } }), 'KZ-78')).toMatchObject([
      { details: { per: 'month' }, measured: 780, limit: 720 },
    ])
  })
})

describe('a second job', () => {
  it('holds half of a month’s norm', () => {
    const shifts = Array.from({ length: 22 }, (_, index) => shift(addDays('2026-04-01', index), '18:00-22:00'))
    const asked = { from: '2026-04-01', to: '2026-04-30', how: { isSideJob: true, rate: 0.5 } }
    expect(only(check(shifts, asked), 'RU-284')).toMatchObject([
      { code: 'sideJobMonthTooLong', measured: 88 * 60, limit: 87.5 * 60, excess: 30 },
    ])
    expect(only(check(shifts.slice(1), asked), 'RU-284')).toEqual([])
  })
})

describe('a year without a decree', () => {
  it('marks what rests on it as provisional, in words too', () => {
    const shifts = Array.from({ length: 31 }, (_, index) => day(addDays('2027-03-01', index)))
    const found = only(check(shifts, { from: '2027-03-01', to: '2027-03-31', how: { accountingMonths: 1 } }), 'RU-104')
    expect(found).toMatchObject([{ isProvisional: true, limit: 22 * 8 * 60 }])
    expect(found.map((one) => sayViolation(one, 'ru'))).toEqual([
      'По графику 248 ч при норме 176 ч (01.03.2027 – 31.03.2027). Предварительно: переносы выходных этого года ещё не известны.',
    ])
    expect(found.map((one) => sayViolation(one, 'en'))[0]).toMatch(
      /^The schedule holds 248 h; the norm is 176 h \(2027-03-01/,
    )
  })

  it('leaves years before 2013, whose holidays were others, a plain week', () => {
    const norm = workingTimeNorm({ calendar: russian, from: '2012-01-01', to: '2012-01-08', weekHours: 40, rate: 1 })
    expect(norm).toMatchObject({ workingDays: 5, isProvisional: true })
  })
})

describe('groups', () => {
  it('change on a birthday', () => {
    const young = { ...person, bornOn: '2008-04-10' }
    expect(groupsOn(young, '2026-04-09')).toEqual(['age16to17', 'under18'])
    expect(groupsOn(young, '2026-04-10')).toEqual([])
    const shifts = ['2026-04-09', '2026-04-10'].map((date) => day(date))
    const found = only(check(shifts, { from: '2026-04-06', to: '2026-04-12', who: young }), 'RU-94')
    expect(found.map(({ shiftStarts }) => shiftStarts)).toEqual([[shifts[0]?.start]])
  })

  it('end with their last day', () => {
    const who = { groups: [{ group: 'pregnant' as const, from: '2026-01-01', to: '2026-04-07' }] }
    const shifts = ['2026-04-07', '2026-04-08'].map((date) => day(date, '14:00-23:00'))
    expect(only(check(shifts, { from: '2026-04-06', to: '2026-04-12', who }), 'RU-96-ban')).toHaveLength(1)
  })
})

describe('bad input', () => {
  it('says which jurisdictions there are', () => {
    expect(() => rulesOf('XX')).toThrow(/jurisdiction must be one of RU, UA, .*"XX"/)
  })

  it('finds nothing in an empty roster', () => {
    expect(check([], { from: '2026-04-06', to: '2026-04-12', publishedOn: '2026-04-05' })).toEqual([])
  })
})
