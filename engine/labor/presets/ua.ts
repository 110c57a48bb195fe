import type { LaborRule } from '../rule.ts'
import { ruleWriter, words } from './write-rule.ts'

const rule = ruleWriter('UA')

/** Ukraine: Labour Code (КЗпП) and law 2136-IX. */
export const ua: readonly LaborRule[] = [
  rule({
    ruleId: 'UA-50',
    kind: 'weekNorm',
    parameters: { hours: 40 },
    severity: 'block',
    article: 'КЗпП ст. 50',
    title: words('Нормальная рабочая неделя', 'Normal working week'),
  }),
  rule({
    ruleId: 'UA-51',
    kind: 'weekNormByGroup',
    parameters: { hoursByGroup: { age15: 24, age16to17: 36, harmful: 36 } },
    severity: 'block',
    article: 'КЗпП ст. 51',
    title: words('Сокращённая неделя по группам', 'Shorter week by group'),
  }),
  rule({
    ruleId: 'UA-52',
    kind: 'maxShiftSixDay',
    parameters: { hoursByWeekHours: { '40': 7, '36': 6, '24': 4 } },
    severity: 'block',
    article: 'КЗпП ст. 52',
    title: words('Шестидневка: самый длинный день', 'Six-day week: the longest day'),
  }),
  rule({
    ruleId: 'UA-53',
    kind: 'preHolidayShortening',
    parameters: { minutes: 60 },
    severity: 'warn',
    article: 'КЗпП ст. 53',
    title: words('День накануне праздника короче', 'Shorter day on the eve of a public holiday'),
    isVerified: false,
  }),
  rule({
    ruleId: 'UA-54',
    kind: 'nightWindow',
    parameters: { from: '22:00', to: '06:00' },
    severity: 'info',
    article: 'КЗпП ст. 54',
    title: words('Ночное время; ночная смена на час короче', 'Night time; a night shift is an hour shorter'),
    isVerified: false,
  }),
  rule({
    ruleId: 'UA-59',
    kind: 'restFactor',
    parameters: { factor: 2 },
    severity: 'block',
    article: 'КЗпП ст. 59',
    title: words(
      'Отдых между сменами с обедом — вдвое дольше предыдущей; две смены подряд запрещены',
      'Rest between shifts with the meal is twice the shift before; two shifts in a row are forbidden',
    ),
    isVerified: false,
  }),
  rule({
    ruleId: 'UA-65',
    kind: 'overtimeLimits',
    parameters: {
      hoursPerDay: null,
      hoursPerDayHarmful: null,
      hoursPerTwoDays: 4,
      hoursPerWeek: null,
      hoursPerMonth: null,
      hoursPerYear: 120,
    },
    severity: 'block',
    article: 'КЗпП ст. 65',
    title: words('Сверхурочные за два дня подряд и за год', 'Overtime in two days running and in a year'),
  }),
  rule({
    ruleId: 'UA-66',
    kind: 'mealBreak',
    parameters: { minMinutes: null, maxMinutes: 120 },
    severity: 'block',
    article: 'КЗпП ст. 66',
    title: words('Перерыв для отдыха и питания не дольше', 'A meal break is no longer than'),
    isVerified: false,
  }),
  rule({
    ruleId: 'UA-70',
    kind: 'weeklyRest',
    parameters: { hours: 42 },
    severity: 'block',
    article: 'КЗпП ст. 70',
    title: words('Еженедельный непрерывный отдых', 'Unbroken rest each week'),
  }),
  rule({
    ruleId: 'UA-ml',
    kind: 'martialLaw',
    parameters: { isApplied: false, weekHoursCritical: 60, weeklyRestHours: 24 },
    severity: 'info',
    article: 'Закон 2136-IX ст. 6',
    title: words(
      'Военное положение: неделя до 60 ч на критической инфраструктуре, отдых 24 ч; без сокращения перед праздником и пределов сверхурочных. Включается настройкой',
      'Martial law: weeks of up to 60 h in critical infrastructure, rest of 24 h; no shorter eves and no limits of overtime. A setting',
    ),
  }),
  rule({
    ruleId: 'UA-106',
    kind: 'payRates',
    parameters: { overtime: 2, holiday: 2, night: 1.2 },
    severity: 'pay',
    article: 'КЗпП ст. 106–108',
    title: words('Оплата сверхурочных, праздничных и ночных часов', 'Pay of overtime, holiday and night hours'),
    isVerified: false,
  }),
]
