import type { LaborRule } from '../rule.ts'
import { ruleWriter, words } from './write-rule.ts'

const rule = ruleWriter('EU')

/** The European Union’s directive on working time. National law adds to it. */
export const eu: readonly LaborRule[] = [
  rule({
    ruleId: 'EU-3',
    kind: 'dailyRest',
    parameters: { hours: 11 },
    severity: 'block',
    article: 'Directive 2003/88/EC art. 3',
    title: words('Ежедневный отдых', 'Daily rest'),
  }),
  rule({
    ruleId: 'EU-4',
    kind: 'breakByLength',
    parameters: { steps: [{ aboveHours: 6, minutes: 1 }], minPieceMinutes: 1, maxHoursWithoutBreak: null },
    severity: 'block',
    article: 'Directive 2003/88/EC art. 4',
    title: words(
      'Перерыв, когда день длиннее; длину называет национальный закон',
      'A break when the day is longer; national law says how long',
    ),
  }),
  rule({
    ruleId: 'EU-5',
    kind: 'weeklyRest',
    parameters: { hours: 35 },
    severity: 'block',
    article: 'Directive 2003/88/EC art. 5',
    title: words('Еженедельный отдых: 24 ч и ежедневные 11 ч', 'Weekly rest: 24 h and the daily 11 h'),
    isVerified: false,
  }),
  rule({
    ruleId: 'EU-6',
    kind: 'averageWeek',
    parameters: { hours: 48, referenceWeeks: 17 },
    severity: 'block',
    article: 'Directive 2003/88/EC art. 6',
    title: words('Средняя неделя со сверхурочными', 'Average week with overtime'),
    isVerified: false,
  }),
  rule({
    ruleId: 'EU-7',
    kind: 'annualLeave',
    parameters: { amount: 4, unit: 'weeks' },
    severity: 'info',
    article: 'Directive 2003/88/EC art. 7',
    title: words('Оплачиваемый отпуск', 'Paid leave'),
  }),
  rule({
    ruleId: 'EU-8',
    kind: 'nightAverage',
    parameters: { hours: 8, referenceWeeks: 17, from: '23:00', to: '06:00', minNightHours: 3, share: 0.33 },
    severity: 'block',
    article: 'Directive 2003/88/EC art. 8',
    title: words('Работающие ночью: в среднем часов за сутки', 'Night workers: average hours in 24'),
    isVerified: false,
  }),
]
