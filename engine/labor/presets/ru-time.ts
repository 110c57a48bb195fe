import type { LaborRule } from '../rule.ts'
import { ruleWriter, words } from './write-rule.ts'

const rule = ruleWriter('RU')

/** Russia: how long people work. Labour Code (ТК РФ), articles 91–105 and 284. */
export const ruTime: readonly LaborRule[] = [
  rule({
    ruleId: 'RU-91',
    kind: 'weekNorm',
    parameters: { hours: 40 },
    severity: 'block',
    article: 'ТК РФ ст. 91',
    title: words('Нормальная рабочая неделя', 'Normal working week'),
  }),
  rule({
    ruleId: 'RU-91-acc',
    kind: 'timesheet',
    parameters: { isRequired: true },
    severity: 'block',
    article: 'ТК РФ ст. 91 ч. 4',
    title: words('Отработанное время учитывается по каждому', 'Hours worked are recorded for each person'),
    isVerified: false,
  }),
  rule({
    ruleId: 'RU-92',
    kind: 'weekNormByGroup',
    parameters: {
      hoursByGroup: {
        under16: 24,
        age16to17: 35,
        disabledGroup1or2: 35,
        harmful: 36,
        studying14to15: 12,
        studying16to17: 17.5,
      },
    },
    severity: 'block',
    article: 'ТК РФ ст. 92',
    title: words(
      'Сокращённая неделя; учащимся до 18 лет — половина нормы возраста',
      'Shorter week by group; for pupils under 18 half of what their age may work',
    ),
    isVerified: false,
  }),
  rule({
    ruleId: 'RU-93',
    kind: 'partTimeGroups',
    parameters: { groups: ['pregnant', 'parentOfChildUnder14', 'parentOfDisabledChild', 'carerBySickNote'] },
    severity: 'info',
    article: 'ТК РФ ст. 93',
    title: words(
      'Кому неполное время устанавливают по просьбе; норма и оплата соразмерны',
      'Who is given part time on request; norm and pay in proportion',
    ),
    isVerified: false,
  }),
  rule({
    ruleId: 'RU-94',
    kind: 'maxShiftByGroup',
    parameters: {
      hoursByGroup: {
        age14: 4,
        age15: 5,
        age16to17: 7,
        studying14to15: 2.5,
        studying16to17: 4,
        harmful36HourWeek: 8,
        harmful30HourWeek: 6,
      },
      hoursWithConsent: { harmful36HourWeek: 12, harmful30HourWeek: 8 },
    },
    severity: 'block',
    article: 'ТК РФ ст. 94',
    title: words(
      'Предельная смена по группам; для инвалидов — по медицинскому заключению',
      'Longest shift by group; of disabled people by their medical certificate',
    ),
  }),
  rule({
    ruleId: 'RU-95',
    kind: 'preHolidayShortening',
    parameters: { minutes: 60 },
    severity: 'warn',
    article: 'ТК РФ ст. 95',
    title: words('Смена накануне праздника короче', 'Shorter shift on the eve of a public holiday'),
  }),
  rule({
    ruleId: 'RU-95-six',
    kind: 'maxBeforeDayOffSixDay',
    parameters: { hours: 5 },
    severity: 'block',
    article: 'ТК РФ ст. 95 ч. 3',
    title: words('Шестидневка: работа накануне выходного', 'Six-day week: work on the eve of the day off'),
  }),
  rule({
    ruleId: 'RU-96',
    kind: 'nightWindow',
    parameters: { from: '22:00', to: '06:00' },
    severity: 'info',
    article: 'ТК РФ ст. 96',
    title: words('Ночное время', 'Night time'),
  }),
  rule({
    ruleId: 'RU-96-1',
    kind: 'nightShortening',
    parameters: { minutes: 60 },
    severity: 'warn',
    article: 'ТК РФ ст. 96',
    title: words(
      'Ночная смена короче дневной, если её не уравняли и человека не наняли для ночей',
      'A night shift is shorter, unless made equal or agreed as night work',
    ),
  }),
  rule({
    ruleId: 'RU-96-def',
    kind: 'nightShare',
    parameters: { share: 0.5 },
    severity: 'info',
    article: 'практика',
    title: words('С какой доли ночных часов смена ночная', 'Share of night hours that makes a night shift'),
    isVerified: false,
  }),
  rule({
    ruleId: 'RU-96-ban',
    kind: 'forbiddenWork',
    parameters: { groups: ['pregnant', 'under18'], work: ['night'] },
    severity: 'block',
    article: 'ТК РФ ст. 96, 259, 268',
    title: words('Кому нельзя работать ночью', 'Who may not work at night'),
  }),
  rule({
    ruleId: 'RU-96-consent',
    kind: 'groupConsent',
    parameters: {
      groups: [
        'womanWithChildUnder3',
        'disabled',
        'disabledGroup1or2',
        'parentOfDisabledChild',
        'carerBySickNote',
        'singleParentOfChildUnder14',
        'guardianOfChildUnder14',
        'parentOfChildUnder14WhoseSpouseWorksRotationOrIsMobilised',
        'parentOf3PlusChildrenUntilYoungestIs14',
      ],
      work: ['night', 'overtime', 'dayOff', 'holiday'],
    },
    severity: 'block',
    article: 'ТК РФ ст. 96, 99, 113, 259',
    title: words(
      'Ночь, сверхурочные, выходные и праздники — только с письменного согласия',
      'Nights, overtime, days off and holidays only with written consent',
    ),
    isVerified: false,
  }),
  rule({
    ruleId: 'RU-99-2d',
    kind: 'overtimeLimits',
    parameters: { ...noOvertimeLimit(), hoursPerTwoDays: 4 },
    severity: 'block',
    article: 'ТК РФ ст. 99',
    title: words('Сверхурочные за два дня подряд', 'Overtime in two days running'),
  }),
  rule({
    ruleId: 'RU-99-y',
    kind: 'overtimeLimits',
    parameters: { ...noOvertimeLimit(), hoursPerYear: 120 },
    severity: 'block',
    article: 'ТК РФ ст. 99',
    title: words('Сверхурочные за год', 'Overtime in a year'),
  }),
  rule({
    ruleId: 'RU-99-bill',
    kind: 'overtimeYearOption',
    parameters: { hoursPerYear: 240, isAgreed: false },
    severity: 'info',
    article: 'законопроект, первое чтение 10.02.2026',
    title: words(
      'Больший годовой предел по коллективному договору, если закон принят: включается настройкой',
      'A higher yearly limit by collective agreement, should the bill become law: a setting',
    ),
  }),
  rule({
    ruleId: 'RU-99-c',
    kind: 'overtimeConsent',
    parameters: { isRequired: true },
    severity: 'block',
    article: 'ТК РФ ст. 99',
    title: words('Сверхурочные — с письменного согласия', 'Overtime needs written consent'),
    isVerified: false,
  }),
  rule({
    ruleId: 'RU-99-ban',
    kind: 'forbiddenWork',
    parameters: { groups: ['pregnant', 'under18', 'apprenticeUnderContract'], work: ['overtime'] },
    severity: 'block',
    article: 'ТК РФ ст. 99, 203',
    title: words('Кому нельзя работать сверхурочно', 'Who may not work overtime'),
    isVerified: false,
  }),
  rule({
    ruleId: 'RU-103-n',
    kind: 'notice',
    parameters: { months: 1, days: 0 },
    severity: 'block',
    article: 'ТК РФ ст. 103 ч. 4',
    title: words('График показывают заранее, до его начала', 'The schedule is shown before it takes effect'),
  }),
  rule({
    ruleId: 'RU-103-2',
    kind: 'shiftsInARow',
    parameters: { minGapHours: 8 },
    severity: 'block',
    article: 'ТК РФ ст. 103 ч. 5',
    title: words('Две смены подряд запрещены', 'Two shifts in a row are forbidden'),
  }),
  rule({
    ruleId: 'RU-103-u',
    kind: 'unionOpinion',
    parameters: { isRequired: true },
    severity: 'info',
    article: 'ТК РФ ст. 103',
    title: words(
      'График учитывает мнение представителей работников',
      'The employees’ body is heard about the schedule',
    ),
  }),
  rule({
    ruleId: 'RU-104',
    kind: 'summedTime',
    parameters: { maxMonths: 12 },
    severity: 'block',
    article: 'ТК РФ ст. 104',
    title: words(
      'Суммированный учёт: за учётный период не больше нормы; период не длиннее',
      'Summed working time stays within the norm of the accounting period, which is no longer than',
    ),
  }),
  rule({
    ruleId: 'RU-104-h',
    kind: 'accountingByGroup',
    parameters: { maxMonths: 3, groups: ['harmful'] },
    severity: 'block',
    article: 'ТК РФ ст. 104',
    title: words('Учётный период при вредных условиях', 'Accounting period in harmful work'),
    isVerified: false,
  }),
  rule({
    ruleId: 'RU-105',
    kind: 'splitDay',
    parameters: { isAllowed: true },
    severity: 'info',
    article: 'ТК РФ ст. 105',
    title: words('День можно разделить на части', 'A day may be split into parts'),
    isVerified: false,
  }),
  rule({
    ruleId: 'RU-259',
    kind: 'forbiddenWork',
    parameters: { groups: ['pregnant'], work: ['trip', 'overtime', 'night', 'dayOff', 'holiday'] },
    severity: 'block',
    article: 'ТК РФ ст. 259',
    title: words('От какой работы ограждены беременные', 'What pregnant employees are kept from'),
  }),
  rule({
    ruleId: 'RU-268',
    kind: 'forbiddenWork',
    parameters: { groups: ['under18'], work: ['trip', 'overtime', 'night', 'dayOff', 'holiday'] },
    severity: 'block',
    article: 'ТК РФ ст. 268',
    title: words('От какой работы ограждены работники до 18 лет', 'What employees under 18 are kept from'),
    isVerified: false,
  }),
  rule({
    ruleId: 'RU-284',
    kind: 'sideJob',
    parameters: { hoursPerDay: 4, shareOfMonthNorm: 0.5 },
    severity: 'block',
    article: 'ТК РФ ст. 284',
    title: words(
      'Совместительство: часы в день и доля нормы месяца',
      'Side job: hours a day and share of the month’s norm',
    ),
    isVerified: false,
  }),
  rule({
    ruleId: 'RU-588n',
    kind: 'normFormula',
    parameters: { daysPerWeek: 5, shortenedMinutes: 60 },
    severity: 'info',
    article: 'Приказ Минздравсоцразвития № 588н',
    title: words(
      'Норма часов: неделя ÷ 5 × рабочие дни − 1 ч за сокращённый день',
      'Norm of hours: week ÷ 5 × working days − 1 h for each shortened day',
    ),
  }),
]

/** No limit of any kind; a rule names its own. */
function noOvertimeLimit(): {
  readonly hoursPerDay: null
  readonly hoursPerDayHarmful: null
  readonly hoursPerTwoDays: null
  readonly hoursPerWeek: null
  readonly hoursPerMonth: null
  readonly hoursPerYear: null
} {
  return {
    hoursPerDay: null,
    hoursPerDayHarmful: null,
    hoursPerTwoDays: null,
    hoursPerWeek: null,
    hoursPerMonth: null,
    hoursPerYear: null,
  }
}
