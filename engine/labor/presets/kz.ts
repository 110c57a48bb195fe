import type { LaborRule } from '../rule.ts'
import { ruleWriter, words } from './write-rule.ts'

const rule = ruleWriter('KZ')

/** Kazakhstan: Labour Code (ТК РК). */
export const kz: readonly LaborRule[] = [
  rule({
    ruleId: 'KZ-68',
    kind: 'weekNorm',
    parameters: { hours: 40 },
    severity: 'block',
    article: 'ТК РК ст. 68',
    title: words('Нормальная рабочая неделя', 'Normal working week'),
  }),
  rule({
    ruleId: 'KZ-69',
    kind: 'weekNormByGroup',
    parameters: { hoursByGroup: { under16: 24, age16to17: 36, harmful: 36, disabledGroup1or2: 36 } },
    severity: 'block',
    article: 'ТК РК ст. 69',
    title: words('Сокращённая неделя по группам', 'Shorter week by group'),
  }),
  rule({
    ruleId: 'KZ-76',
    kind: 'nightWindow',
    parameters: { from: '22:00', to: '06:00' },
    severity: 'info',
    article: 'ТК РК ст. 76',
    title: words('Ночное время', 'Night time'),
  }),
  rule({
    ruleId: 'KZ-78',
    kind: 'overtimeLimits',
    parameters: {
      hoursPerDay: 2,
      hoursPerDayHarmful: 1,
      hoursPerTwoDays: null,
      hoursPerWeek: null,
      hoursPerMonth: 12,
      hoursPerYear: 120,
    },
    severity: 'block',
    article: 'ТК РК ст. 78',
    title: words('Сверхурочные за день, месяц и год', 'Overtime in a day, a month and a year'),
  }),
  rule({
    ruleId: 'KZ-81',
    kind: 'mealBreak',
    parameters: { minMinutes: 30, maxMinutes: null },
    severity: 'block',
    article: 'ТК РК ст. 81',
    title: words('Перерыв для отдыха и питания не короче', 'A meal break is no shorter than'),
  }),
  rule({
    ruleId: 'KZ-83',
    kind: 'dailyRest',
    parameters: { hours: 12 },
    severity: 'block',
    article: 'ТК РК ст. 83',
    title: words('Отдых между сменами', 'Rest between shifts'),
    isVerified: false,
  }),
  rule({
    ruleId: 'KZ-108',
    kind: 'payRates',
    parameters: { overtime: 1.5, holiday: 1.5, night: 1.5 },
    severity: 'pay',
    article: 'ТК РК ст. 108–110',
    title: words('Оплата сверхурочных, праздничных и ночных часов', 'Pay of overtime, holiday and night hours'),
    isVerified: false,
  }),
]
