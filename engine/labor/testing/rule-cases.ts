import { addDays, createZone, type LocalDate } from '../../time/index.ts'
import { createLaborCalendar, type ProtectedGroup, type WorkShift } from '../index.ts'
import { agreement, at, evenWeek, shift, shiftIn, type Asked } from './work.ts'

/** Work that breaks a rule, and work much like it that keeps it. */
export interface RuleCase {
  readonly breaks: readonly [readonly WorkShift[], Asked]
  readonly keeps: readonly [readonly WorkShift[], Asked]
}

const berlin = createZone('Europe/Berlin')
const pacific = createZone('America/Los_Angeles')
const german = createLaborCalendar('none', berlin)
const american = createLaborCalendar('us', pacific)

const MONDAY = '2026-04-06'
const week = { from: MONDAY, to: '2026-04-12' }
const day = (date: LocalDate, hours = '09:00-18:00', ...breaks: string[]): WorkShift =>
  shift(date, hours, 'meal 13:00-14:00', ...breaks)
const days = (count: number, hours?: string, from: LocalDate = MONDAY): WorkShift[] =>
  Array.from({ length: count }, (_, index) => day(addDays(from, index), hours))
const group = (name: ProtectedGroup): Asked['who'] & object => ({
  groups: [{ group: name, from: '2020-01-01', to: null }],
})
const consent = (kind: 'overtime' | 'night' | 'dayOff' | 'holiday' | 'mealWaiver'): Asked['who'] & object => ({
  consents: [{ kind, from: '2020-01-01', to: null }],
})
const night = shift(MONDAY, '20:00-08:00', 'meal 01:00-02:00')
const in16 = { bornOn: '2009-06-01' }
const inLaw = (jurisdiction: string): Asked['how'] & object => ({ jurisdiction })
const even = (jurisdiction: string): Asked['how'] & object => ({ ...evenWeek, jurisdiction })
const inGermany = { ...week, how: inLaw('DE'), calendar: german }
const inEurope = { ...week, how: inLaw('EU'), calendar: german }
const inCalifornia = { ...week, how: inLaw('US-CA'), calendar: american }
const work = (hours: string, ...breaks: string[]): WorkShift => shiftIn(berlin, MONDAY, hours, ...breaks)
const caWork = (hours: string, ...breaks: string[]): WorkShift => shiftIn(pacific, MONDAY, hours, ...breaks)
const may = { from: '2026-05-01', to: '2026-05-10' }

const weeklyRest = (sunday: string): WorkShift[] => [
  ...days(5, '11:00-20:00'),
  day('2026-04-12', sunday),
  day('2026-04-13', '11:00-20:00'),
]

/** Every blocking and warning rule: a case that breaks it and one that keeps it. */
export const ruleCases: Readonly<Record<string, RuleCase>> = {
  'any-overlap': {
    breaks: [[day(MONDAY, '09:00-18:00'), day(MONDAY, '17:00-23:00')], week],
    keeps: [[day(MONDAY, '09:00-18:00'), day(MONDAY, '18:00-23:00')], week],
  },
  'any-leave': {
    breaks: [days(1), { ...week, more: { excused: [{ from: MONDAY, to: MONDAY }] } }],
    keeps: [days(1), { ...week, more: { excused: [{ from: '2026-04-07', to: '2026-04-09' }] } }],
  },
  'any-study': {
    breaks: [days(1), { ...week, more: { studies: [{ start: at(`${MONDAY} 17:00`), end: at(`${MONDAY} 20:00`) }] } }],
    keeps: [days(1), { ...week, more: { studies: [{ start: at(`${MONDAY} 18:00`), end: at(`${MONDAY} 20:00`) }] } }],
  },

  'RU-91': { breaks: [days(1), { ...week, how: { weekHours: 41 } }], keeps: [days(1), week] },
  'RU-91-acc': {
    breaks: [days(2), { ...week, more: { unrecordedDays: [MONDAY] } }],
    keeps: [days(2), { ...week, more: { unrecordedDays: [] } }],
  },
  'RU-92': {
    breaks: [days(1), { ...week, who: { ...in16, agreement }, how: { weekHours: 40 } }],
    keeps: [days(1), { ...week, who: in16, how: { weekHours: 35 } }],
  },
  'RU-94': {
    breaks: [days(1), { ...week, who: in16 }],
    keeps: [days(1, '09:00-17:00'), { ...week, who: in16 }],
  },
  'RU-95': {
    breaks: [days(1, '09:00-18:00', '2026-04-30'), { from: '2026-04-27', to: '2026-05-03', how: evenWeek }],
    keeps: [days(1, '09:00-17:00', '2026-04-30'), { from: '2026-04-27', to: '2026-05-03', how: evenWeek }],
  },
  'RU-95-six': {
    breaks: [days(1, '09:00-16:00', '2026-04-11'), { ...week, how: { ...evenWeek, weekPattern: 'sixDay' } }],
    keeps: [days(1, '09:00-15:00', '2026-04-11'), { ...week, how: { ...evenWeek, weekPattern: 'sixDay' } }],
  },
  'RU-96-1': {
    breaks: [[shift(MONDAY, '22:00-07:00', 'meal 01:00-02:00')], { ...week, how: evenWeek, who: consent('night') }],
    keeps: [[shift(MONDAY, '22:00-06:00', 'meal 01:00-02:00')], { ...week, how: evenWeek }],
  },
  'RU-96-ban': {
    breaks: [[day(MONDAY, '14:00-23:00')], { ...week, who: group('pregnant') }],
    keeps: [[day(MONDAY, '13:00-22:00')], { ...week, who: group('pregnant') }],
  },
  'RU-96-consent': {
    breaks: [[night], { ...week, who: group('womanWithChildUnder3') }],
    keeps: [[night], { ...week, who: { ...group('womanWithChildUnder3'), ...consent('night') } }],
  },
  'RU-99-2d': {
    breaks: [days(2, '09:00-21:00'), { ...week, how: evenWeek, who: consent('overtime') }],
    keeps: [days(2, '09:00-20:00'), { ...week, how: evenWeek, who: consent('overtime') }],
  },
  'RU-99-y': {
    breaks: [
      days(1, '09:00-19:00'),
      { ...week, how: evenWeek, more: { workedBefore: [{ month: '2026-01', workMinutes: 0, overtimeMinutes: 7200 }] } },
    ],
    keeps: [
      days(1, '09:00-19:00'),
      { ...week, how: evenWeek, more: { workedBefore: [{ month: '2025-12', workMinutes: 0, overtimeMinutes: 7200 }] } },
    ],
  },
  'RU-99-c': {
    breaks: [[{ ...day(MONDAY, '09:00-19:00'), overtimeMinutes: 60 }], week],
    keeps: [[{ ...day(MONDAY, '09:00-19:00'), overtimeMinutes: 60 }], { ...week, who: consent('overtime') }],
  },
  'RU-99-ban': {
    breaks: [days(1, '09:00-19:00'), { ...week, how: evenWeek, who: group('apprenticeUnderContract') }],
    keeps: [days(1), { ...week, how: evenWeek, who: group('apprenticeUnderContract') }],
  },
  'RU-103-n': {
    breaks: [days(1), { ...week, publishedOn: '2026-03-07' }],
    keeps: [days(1), { ...week, publishedOn: '2026-03-06' }],
  },
  'RU-103-2': {
    breaks: [[day(MONDAY, '08:00-20:00'), shift(MONDAY, '20:00-08:00')], week],
    keeps: [[day(MONDAY, '08:00-20:00'), shift('2026-04-07', '20:00-08:00')], week],
  },
  'RU-104': {
    breaks: [
      days(22, '08:00-17:15', '2026-04-01'),
      { from: '2026-04-01', to: '2026-04-30', how: { accountingMonths: 1 } },
    ],
    keeps: [
      days(21, '08:00-17:15', '2026-04-01'),
      { from: '2026-04-01', to: '2026-04-30', how: { accountingMonths: 1 } },
    ],
  },
  'RU-104-h': {
    breaks: [days(1), { ...week, who: group('harmful'), how: { accountingMonths: 6, weekHours: 36 } }],
    keeps: [days(1), { ...week, who: group('harmful'), how: { accountingMonths: 3, weekHours: 36 } }],
  },
  'RU-108': {
    breaks: [[shift(MONDAY, '09:00-18:00', 'meal 13:00-13:20')], week],
    keeps: [[shift(MONDAY, '09:00-18:00', 'meal 13:00-13:30')], week],
  },
  'RU-110': {
    breaks: [weeklyRest('12:00-20:00'), week],
    keeps: [weeklyRest('14:00-20:00'), week],
  },
  'RU-inter': {
    breaks: [days(2, '08:00-20:00'), week],
    keeps: [days(2), week],
  },
  'RU-111': {
    breaks: [days(6), { ...week, how: { ...evenWeek, isContinuousOperation: true } }],
    keeps: [days(5), { ...week, how: { ...evenWeek, isContinuousOperation: true } }],
  },
  'RU-113': {
    breaks: [days(1, '09:00-18:00', '2026-05-01'), { ...may, how: { isContinuousOperation: false } }],
    keeps: [
      days(1, '09:00-18:00', '2026-05-01'),
      { ...may, how: { isContinuousOperation: false }, who: consent('holiday') },
    ],
  },
  'RU-259': {
    breaks: [days(1, '09:00-18:00', '2026-05-09'), { ...may, who: group('pregnant') }],
    keeps: [days(1, '09:00-18:00', '2026-05-08'), { ...may, who: group('pregnant') }],
  },
  'RU-268': {
    breaks: [days(1, '09:00-16:00', '2026-05-09'), { ...may, who: in16, how: { weekHours: 35 } }],
    keeps: [days(1, '09:00-16:00', '2026-05-08'), { ...may, who: in16, how: { weekHours: 35 } }],
  },
  'RU-284': {
    breaks: [[shift(MONDAY, '18:00-22:30')], { ...week, how: { isSideJob: true, rate: 0.5 } }],
    keeps: [[shift(MONDAY, '18:00-22:00')], { ...week, how: { isSideJob: true, rate: 0.5 } }],
  },
  'RU-pc-2h': {
    breaks: [[day(MONDAY, '09:00-18:00', 'rest 11:00-11:15', 'rest 16:15-16:30')], week],
    keeps: [[day(MONDAY, '09:00-18:00', 'rest 11:00-11:15', 'rest 16:00-16:15')], week],
  },

  'UA-50': {
    breaks: [days(1), { ...week, how: { ...inLaw('UA'), weekHours: 42 } }],
    keeps: [days(1), { ...week, how: inLaw('UA') }],
  },
  'UA-51': {
    breaks: [days(1), { ...week, who: in16, how: { ...inLaw('UA'), weekHours: 40 } }],
    keeps: [days(1), { ...week, who: in16, how: { ...inLaw('UA'), weekHours: 36 } }],
  },
  'UA-52': {
    breaks: [days(1), { ...week, how: { ...even('UA'), weekPattern: 'sixDay' } }],
    keeps: [days(1, '09:00-17:00'), { ...week, how: { ...even('UA'), weekPattern: 'sixDay' } }],
  },
  'UA-53': {
    breaks: [days(1, '09:00-18:00', '2026-04-30'), { from: '2026-04-27', to: '2026-05-03', how: even('UA') }],
    keeps: [days(1, '09:00-17:00', '2026-04-30'), { from: '2026-04-27', to: '2026-05-03', how: even('UA') }],
  },
  'UA-59': {
    breaks: [days(2, '09:00-19:00'), { ...week, how: inLaw('UA') }],
    keeps: [days(2), { ...week, how: inLaw('UA') }],
  },
  'UA-65': {
    breaks: [days(2, '09:00-21:00'), { ...week, how: even('UA') }],
    keeps: [days(2, '09:00-20:00'), { ...week, how: even('UA') }],
  },
  'UA-66': {
    breaks: [[shift(MONDAY, '09:00-18:00', 'meal 13:00-15:30')], { ...week, how: inLaw('UA') }],
    keeps: [[shift(MONDAY, '09:00-18:00', 'meal 13:00-15:00')], { ...week, how: inLaw('UA') }],
  },
  'UA-70': {
    breaks: [weeklyRest('12:00-20:00'), { ...week, how: inLaw('UA') }],
    keeps: [weeklyRest('14:00-20:00'), { ...week, how: inLaw('UA') }],
  },

  'KZ-68': {
    breaks: [days(1), { ...week, how: { ...inLaw('KZ'), weekHours: 48 } }],
    keeps: [days(1), { ...week, how: inLaw('KZ') }],
  },
  'KZ-69': {
    breaks: [days(1), { ...week, who: group('disabledGroup1or2'), how: { ...inLaw('KZ'), weekHours: 40 } }],
    keeps: [days(1), { ...week, who: group('disabledGroup1or2'), how: { ...inLaw('KZ'), weekHours: 36 } }],
  },
  'KZ-78': {
    breaks: [days(1, '09:00-21:00'), { ...week, how: even('KZ') }],
    keeps: [days(1, '09:00-20:00'), { ...week, how: even('KZ') }],
  },
  'KZ-81': {
    breaks: [[shift(MONDAY, '09:00-18:00', 'meal 13:00-13:15')], { ...week, how: inLaw('KZ') }],
    keeps: [[shift(MONDAY, '09:00-18:00', 'meal 13:00-13:30')], { ...week, how: inLaw('KZ') }],
  },
  'KZ-83': {
    breaks: [[day(MONDAY, '14:00-23:00'), day('2026-04-07', '10:00-18:00')], { ...week, how: inLaw('KZ') }],
    keeps: [[day(MONDAY, '14:00-23:00'), day('2026-04-07', '11:00-18:00')], { ...week, how: inLaw('KZ') }],
  },

  'EU-3': {
    breaks: [[work('15:00-23:00', 'meal 18:00-18:30'), shiftIn(berlin, '2026-04-07', '09:00-14:00')], inEurope],
    keeps: [[work('15:00-23:00', 'meal 18:00-18:30'), shiftIn(berlin, '2026-04-07', '10:00-15:00')], inEurope],
  },
  'EU-4': { breaks: [[work('09:00-16:00')], inEurope], keeps: [[work('09:00-15:00')], inEurope] },
  'EU-5': {
    breaks: [days(7), { ...week, how: inLaw('EU') }],
    keeps: [days(6), { ...week, how: inLaw('EU') }],
  },
  'EU-6': {
    breaks: [days(6, '08:00-18:00'), { ...week, how: inLaw('EU') }],
    keeps: [days(6, '08:00-17:00'), { ...week, how: inLaw('EU') }],
  },
  'EU-8': {
    breaks: [
      Array.from({ length: 6 }, (_, index) => shift(addDays(MONDAY, index), '21:00-06:00', 'meal 01:00-01:30')),
      { ...week, how: inLaw('EU') },
    ],
    keeps: [
      Array.from({ length: 5 }, (_, index) => shift(addDays(MONDAY, index), '21:00-06:00', 'meal 01:00-01:30')),
      { ...week, how: inLaw('EU') },
    ],
  },

  'DE-3': {
    breaks: [[work('08:00-19:00', 'meal 12:00-12:45')], inGermany],
    keeps: [[work('08:00-18:45', 'meal 12:00-12:45')], inGermany],
  },
  'DE-4': {
    breaks: [[work('08:00-18:00', 'meal 12:00-12:30')], inGermany],
    keeps: [[work('08:00-18:00', 'meal 12:00-12:45')], inGermany],
  },
  'DE-5': {
    breaks: [[work('14:00-20:00'), shiftIn(berlin, '2026-04-07', '06:00-12:00')], inGermany],
    keeps: [[work('14:00-20:00'), shiftIn(berlin, '2026-04-07', '07:00-13:00')], inGermany],
  },
  'DE-9': {
    breaks: [
      [shiftIn(berlin, '2026-04-12', '09:00-15:00')],
      { ...inGermany, how: { jurisdiction: 'DE', isContinuousOperation: false } },
    ],
    keeps: [[shiftIn(berlin, '2026-04-12', '09:00-15:00')], inGermany],
  },

  'CA-512': {
    breaks: [[caWork('08:00-17:00', 'meal 13:10-13:40')], inCalifornia],
    keeps: [[caWork('08:00-17:00', 'meal 13:00-13:30')], inCalifornia],
  },
  'CA-IWC': {
    breaks: [[caWork('08:00-16:30', 'meal 12:00-12:30', 'rest 10:00-10:10')], inCalifornia],
    keeps: [[caWork('08:00-16:30', 'meal 12:00-12:30', 'rest 10:00-10:10', 'rest 14:30-14:40')], inCalifornia],
  },
  'CA-551': {
    breaks: [
      Array.from({ length: 7 }, (_, index) => shiftIn(pacific, addDays(MONDAY, index), '09:00-12:00')),
      inCalifornia,
    ],
    keeps: [
      Array.from({ length: 6 }, (_, index) => shiftIn(pacific, addDays(MONDAY, index), '09:00-12:00')),
      inCalifornia,
    ],
  },
}
