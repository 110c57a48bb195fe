import type { LaborRule } from '../rule.ts'
import { ruleWriter, words } from './write-rule.ts'

const rule = ruleWriter('DE')

/** Germany: the working time act (ArbZG). */
export const de: readonly LaborRule[] = [
  rule({
    ruleId: 'DE-3',
    kind: 'maxDay',
    parameters: { hours: 8, averagedHours: 10, referenceWeeks: 24 },
    severity: 'block',
    article: 'ArbZG § 3',
    title: words(
      'Рабочий день; длиннее, если среднее за 24 недели в пределах',
      'Working day; longer when the average of 24 weeks stays within it',
    ),
  }),
  rule({
    ruleId: 'DE-4',
    kind: 'breakByLength',
    parameters: {
      steps: [
        { aboveHours: 6, minutes: 30 },
        { aboveHours: 9, minutes: 45 },
      ],
      minPieceMinutes: 15,
      maxHoursWithoutBreak: 6,
    },
    severity: 'block',
    article: 'ArbZG § 4',
    title: words('Перерывы по длине дня', 'Breaks by the length of the day'),
  }),
  rule({
    ruleId: 'DE-5',
    kind: 'dailyRest',
    parameters: { hours: 11 },
    severity: 'block',
    article: 'ArbZG § 5',
    title: words('Ежедневный отдых', 'Daily rest'),
  }),
  rule({
    ruleId: 'DE-2',
    kind: 'nightWindow',
    parameters: { from: '23:00', to: '06:00' },
    severity: 'info',
    article: 'ArbZG § 2, § 6',
    title: words('Ночное время', 'Night time'),
  }),
  rule({
    ruleId: 'DE-9',
    kind: 'sundayBan',
    parameters: { isFreeInContinuousOperation: true, freeSundaysPerYear: 15, substituteWithinDays: 14 },
    severity: 'block',
    article: 'ArbZG § 9–11',
    title: words(
      'Воскресенья и праздники: запрет; где он снят — день взамен и свободные воскресенья в году',
      'Sundays and holidays: forbidden; where that is lifted, a day instead and free Sundays in the year',
    ),
    isVerified: false,
  }),
]
