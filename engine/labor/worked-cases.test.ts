import { describe, expect, it } from 'vitest'

import { addDays, createZone } from '../time/index.ts'
import { createLaborCalendar, layOverrides, rulesOf, workingTimeNorm, type WorkShift } from './index.ts'
import { agreement, at, broken, check, evenWeek, only, russian, shift, shiftIn } from './testing/work.ts'

// Cases worked by hand from the articles, each with the figures it must give. Those of pay are in pay-hours.test.ts.

const day = (date: string, hours: string): WorkShift => shift(date, hours, 'meal 13:00-14:00')

/** Two on, two off from the first of April 2026: eleven hours of work a day. */
const twoOnTwoOff = Array.from({ length: 30 }, (_, index) => index)
  .filter((index) => index % 4 < 2)
  .map((index) => day(addDays('2026-04-01', index), '08:00-20:00'))

const april = { from: '2026-04-01', to: '2026-04-30' }

describe('norms of the production calendar', () => {
  it('T3: a quarter is the sum of its months', () => {
    const norm = workingTimeNorm({ calendar: russian, from: '2026-04-01', to: '2026-06-30', weekHours: 40, rate: 1 })
    expect(norm).toMatchObject({ minutes: 493 * 60, workingDays: 62, isProvisional: false })
  })

  it('T4: half a rate has half the norm', () => {
    const norm = workingTimeNorm({ calendar: russian, from: '2026-04-01', to: '2026-06-30', weekHours: 40, rate: 0.5 })
    expect(norm.minutes).toBe(246.5 * 60)
  })

  it.each([
    ['2025', 40, [136, 160, 167, 175, 144, 151, 184, 168, 176, 184, 151, 176]],
    ['2025', 36, [122.4, 144, 150.2, 157.4, 129.6, 135.8, 165.6, 151.2, 158.4, 165.6, 135.8, 158.4]],
    ['2026', 40, [120, 152, 168, 175, 151, 167, 184, 168, 176, 176, 159, 176]],
    ['2026', 24, [72, 91.2, 100.8, 104.6, 90.2, 99.8, 110.4, 100.8, 105.6, 105.6, 95, 105.6]],
  ])('%s, %s hours a week: as the published tables of each month', (year, weekHours, months) => {
    const counted = months.map((_, index) => {
      const from = `${year}-${String(index + 1).padStart(2, '0')}-01`
      const next = index === 11 ? `${Number(year) + 1}-01-01` : `${year}-${String(index + 2).padStart(2, '0')}-01`
      return workingTimeNorm({ calendar: russian, from, to: addDays(next, -1), weekHours, rate: 1 }).minutes / 60
    })
    expect(counted).toEqual(months)
  })

  it('of a year without a decree stands on article 112 and says so', () => {
    const norm = workingTimeNorm({ calendar: russian, from: '2027-01-01', to: '2027-12-31', weekHours: 40, rate: 1 })
    expect(norm.isProvisional).toBe(true)
    // 261 weekdays, of which 1, 4–8 January, 23 February, 8 March and 4 November are holidays.
    expect(norm.workingDays).toBe(252)
    // Eves that are working days: 22 February, 30 April, 11 June, 3 November, 31 December; 8 March follows a Sunday.
    expect(norm.shortenedDays).toBe(5)
    expect(norm.minutes).toBe((252 * 8 - 5) * 60)
  })
})

describe('hours against the norm', () => {
  it('T2: sixteen shifts of eleven hours are an hour above the norm of April 2026', () => {
    const found = only(check(twoOnTwoOff, { ...april, how: { accountingMonths: 1 } }), 'RU-104')
    expect(found).toMatchObject([{ code: 'aboveNorm', measured: 176 * 60, limit: 175 * 60, excess: 60 }])
  })

  it('T2: with the shift of 30 April cut by an hour they are within it', () => {
    const cut = twoOnTwoOff.map((one) =>
      one.start === at('2026-04-30 08:00') ? { ...one, end: at('2026-04-30 19:00') } : one,
    )
    expect(only(check(cut, { ...april, how: { accountingMonths: 1 } }), 'RU-104')).toEqual([])
  })
})

describe('overtime', () => {
  const overtime = (hours: readonly string[]): WorkShift[] =>
    hours.map((one, index) => day(addDays('2026-04-06', index), one))
  const asked = {
    from: '2026-04-06',
    to: '2026-04-12',
    how: evenWeek,
    who: { consents: [{ kind: 'overtime', from: '2026-01-01', to: null }] as const },
  }

  it('T5: two hours on each of three days are allowed', () => {
    expect(broken(check(overtime(['09:00-20:00', '09:00-20:00', '09:00-20:00']), asked))).not.toContain('RU-99-2d')
  })

  it('T6: three hours and two are an hour too much in two days', () => {
    const found = only(check(overtime(['09:00-21:00', '09:00-20:00']), asked), 'RU-99-2d')
    expect(found).toMatchObject([{ measured: 300, limit: 240, excess: 60, details: { per: 'twoDays' } }])
  })

  it('T7: 119 hours so far and two more pass 120, unless a higher limit was agreed and she consents', () => {
    const more = { workedBefore: [{ month: '2026-03', workMinutes: 0, overtimeMinutes: 119 * 60 }] }
    const found = only(check(overtime(['09:00-20:00']), { ...asked, more }), 'RU-99-y')
    expect(found).toMatchObject([{ severity: 'block', measured: 121 * 60, limit: 120 * 60 }])
    const rules = layOverrides(rulesOf('RU'), [
      { ruleId: 'RU-99-bill', parameters: { isAgreed: true }, severity: null, validFrom: null, validTo: null },
    ])
    expect(only(check(overtime(['09:00-20:00']), { ...asked, more, rules }), 'RU-99-y')).toEqual([])
    expect(only(check(overtime(['09:00-20:00']), { ...asked, more, rules, who: {} }), 'RU-99-y')).toHaveLength(1)
  })

  it('T18: Kazakhstan allows two hours a day', () => {
    const found = check(overtime(['09:00-21:00']), { ...asked, how: { ...evenWeek, jurisdiction: 'KZ' } })
    expect(only(found, 'KZ-78')).toMatchObject([{ measured: 180, limit: 120, details: { per: 'day' } }])
  })
})

describe('rest', () => {
  const week = ['2026-04-06', '2026-04-07', '2026-04-08', '2026-04-09', '2026-04-10']
  const asked = { from: '2026-04-06', to: '2026-04-12' }

  it('T8: from Friday 20:00 to Sunday 12:00 is two hours too little in the week, to 14:00 enough', () => {
    const roster = (sunday: string): WorkShift[] => [
      ...week.map((date) => day(date, '11:00-20:00')),
      day('2026-04-12', sunday),
      day('2026-04-13', '11:00-20:00'),
    ]
    expect(only(check(roster('12:00-20:00'), asked), 'RU-110')).toMatchObject([
      { measured: 40 * 60, limit: 42 * 60, excess: 120, span: { start: at('2026-04-06 00:00') } },
    ])
    expect(only(check(roster('14:00-20:00'), asked), 'RU-110')).toEqual([])
  })

  it('T13: twelve hours by day and again the next day are no two shifts in a row, but a warning by Rostrud’s view', () => {
    const found = check([day('2026-04-06', '08:00-20:00'), day('2026-04-07', '08:00-20:00')], asked)
    expect(broken(found)).not.toContain('RU-103-2')
    expect(only(found, 'RU-inter')).toMatchObject([{ severity: 'warn', measured: 13 * 60, limit: 22 * 60 }])
  })

  it('T15: the directive wants eleven hours from 23:00', () => {
    const berlin = createZone('Europe/Berlin')
    const shifts = [
      shiftIn(berlin, '2026-04-06', '15:00-23:00', 'meal 19:00-19:30'),
      shiftIn(berlin, '2026-04-07', '09:00-17:00', 'meal 12:00-12:30'),
    ]
    const found = check(shifts, {
      ...asked,
      how: { jurisdiction: 'EU' },
      calendar: createLaborCalendar('none', berlin),
    })
    expect(found).toMatchObject([{ ruleId: 'EU-3', measured: 600, limit: 660, excess: 60 }])
  })
})

describe('notice', () => {
  const january = { from: '2026-01-01', to: '2026-01-31' }
  const shifts = [day('2026-01-12', '09:00-18:00')]

  it('T9: a schedule from 1 January shown on 5 December comes too late, on 1 December in time', () => {
    const found = only(check(shifts, { ...january, publishedOn: '2025-12-05' }), 'RU-103-n')
    expect(found).toMatchObject([
      { severity: 'block', personId: null, unit: 'days', measured: 27, limit: 31, cures: [[{ from: '2026-01-05' }]] },
    ])
    expect(only(check(shifts, { ...january, publishedOn: '2025-12-01' }), 'RU-103-n')).toEqual([])
  })
})

describe('protected people', () => {
  const asked = { from: '2026-04-06', to: '2026-04-12' }

  it('T10: an expectant mother may not work until 23:00', () => {
    const who = { groups: [{ group: 'pregnant', from: '2026-01-01', to: null }] as const }
    const found = only(check([shift('2026-04-06', '14:00-23:00', 'meal 18:00-19:00')], { ...asked, who }), 'RU-96-ban')
    expect(found).toMatchObject([
      {
        severity: 'block',
        measured: 60,
        limit: 0,
        details: { work: 'night', group: 'pregnant' },
        cures: [[{ act: 'endEarlier', minutes: 60 }], [{ act: 'takeAway' }]],
      },
    ])
  })

  it('T11: at seventeen seven hours a day are the most', () => {
    const who = { bornOn: '2009-01-15', agreement: { ...agreement, weekHours: 35 } }
    const found = only(check([shift('2026-04-06', '09:00-18:00', 'meal 13:00-14:00')], { ...asked, who }), 'RU-94')
    expect(found).toMatchObject([{ severity: 'block', measured: 480, limit: 420, details: { group: 'age16to17' } }])
  })
})

describe('breaks', () => {
  const asked = { from: '2026-04-06', to: '2026-04-12' }

  it('T14: four hours need no meal, a minute more does', () => {
    expect(broken(check([shift('2026-04-06', '09:00-13:00')], asked))).not.toContain('RU-108')
    expect(broken(check([shift('2026-04-06', '09:00-13:01')], asked))).toContain('RU-108')
  })

  it('T16: nine and a half hours of work in Germany need 45 minutes', () => {
    const berlin = createZone('Europe/Berlin')
    const found = check([shiftIn(berlin, '2026-04-07', '08:00-18:00', 'meal 12:00-12:30')], {
      ...asked,
      how: { jurisdiction: 'DE' },
      calendar: createLaborCalendar('none', berlin),
    })
    expect(only(found, 'DE-4')).toMatchObject([{ code: 'breaksTooShort', measured: 30, limit: 45, excess: 15 }])
  })

  it('T17: a meal at five hours and ten minutes comes too late in California', () => {
    const pacific = createZone('America/Los_Angeles')
    const found = check(
      [shiftIn(pacific, '2026-04-07', '08:00-17:00', 'meal 13:10-13:40', 'rest 10:00-10:10', 'rest 15:00-15:10')],
      {
        ...asked,
        how: { jurisdiction: 'US-CA' },
        calendar: createLaborCalendar('us', pacific),
      },
    )
    expect(found).toMatchObject([{ ruleId: 'CA-512', code: 'mealTooLate', measured: 310, limit: 300, excess: 10 }])
  })
})
