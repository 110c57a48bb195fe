import type { LaborRule } from '../rule.ts'
import { ruleWriter, words } from './write-rule.ts'

const rule = ruleWriter('US')
const california = ruleWriter('US-CA')

/** United States, federal. */
export const us: readonly LaborRule[] = [
  rule({
    ruleId: 'US-FLSA',
    kind: 'overtimePayByThreshold',
    parameters: {
      dailyHours: null,
      weeklyHours: 40,
      rate: 1.5,
      doubleDailyHours: null,
      doubleRate: null,
      isSeventhDaySpecial: false,
    },
    severity: 'pay',
    article: 'FLSA',
    title: words('Сверхурочные сверх часов недели', 'Overtime above the hours of a week'),
    isVerified: false,
  }),
]

/** California. */
export const usCa: readonly LaborRule[] = [
  california({
    ruleId: 'CA-510',
    kind: 'overtimePayByThreshold',
    parameters: {
      dailyHours: 8,
      weeklyHours: 40,
      rate: 1.5,
      doubleDailyHours: 12,
      doubleRate: 2,
      isSeventhDaySpecial: true,
    },
    severity: 'pay',
    article: 'Cal. Lab. Code § 510',
    title: words(
      'Сверхурочные сверх часов дня и недели и на седьмой день подряд',
      'Overtime above the hours of a day and a week, and on the seventh day in a row',
    ),
  }),
  california({
    ruleId: 'CA-512',
    kind: 'mealByHour',
    parameters: {
      minutes: 30,
      afterHours: 5,
      waivableUpToHours: 6,
      secondAfterHours: 10,
      secondWaivableUpToHours: 12,
    },
    severity: 'block',
    article: 'Cal. Lab. Code § 512',
    title: words(
      'Обед до конца пятого часа, второй — до конца десятого',
      'A meal before the fifth hour ends, a second before the tenth',
    ),
  }),
  california({
    ruleId: 'CA-IWC',
    kind: 'paidRests',
    parameters: { minutes: 10, perHours: 4, noneBelowHours: 3.5 },
    severity: 'block',
    article: '8 CCR 11010',
    title: words('Оплачиваемые перерывы', 'Paid rest breaks'),
  }),
  california({
    ruleId: 'CA-226.7',
    kind: 'breakPremium',
    parameters: { hoursPerDay: 1 },
    severity: 'pay',
    article: 'Cal. Lab. Code § 226.7',
    title: words('Час оплаты за пропущенный перерыв', 'An hour’s pay for a missed break'),
    isVerified: false,
  }),
  california({
    ruleId: 'CA-551',
    kind: 'daysOff',
    parameters: { fiveDay: 1, sixDay: 1, shifts: 1 },
    severity: 'block',
    article: 'Cal. Lab. Code § 551–552',
    title: words('Дней отдыха из семи', 'Days of rest in seven'),
    isVerified: false,
  }),
]
