import type { ConsentKind } from './labor-facts.ts'
import type { LaborGroup } from './person-groups.ts'
import type { WorkKind, Words } from './rule.ts'
import type { OvertimePeriod } from './violation.ts'

export type Language = keyof Words

const words = (ru: string, en: string): Words => ({ ru, en })

/** Groups, as they follow “she belongs to the group”. */
export const groupNames: Readonly<Record<LaborGroup, Words>> = {
  pregnant: words('беременные', 'pregnant'),
  womanWithChildUnder3: words('женщины с детьми до 3 лет', 'women with children under 3'),
  parentOfChildUnder14: words('родители детей до 14 лет', 'parents of children under 14'),
  singleParentOfChildUnder14: words('одинокие родители детей до 14 лет', 'single parents of children under 14'),
  guardianOfChildUnder14: words('опекуны детей до 14 лет', 'guardians of children under 14'),
  parentOfChildUnder14WhoseSpouseWorksRotationOrIsMobilised: words(
    'родители детей до 14 лет, чей супруг на вахте или мобилизован',
    'parents of children under 14 whose spouse works on rotation or is mobilised',
  ),
  parentOf3PlusChildrenUntilYoungestIs14: words(
    'родители троих и более детей, пока младшему нет 14',
    'parents of three or more children, the youngest under 14',
  ),
  parentOfDisabledChild: words('родители детей-инвалидов', 'parents of disabled children'),
  carerBySickNote: words('ухаживающие за больным членом семьи', 'carers of a sick family member'),
  disabled: words('инвалиды', 'disabled people'),
  disabledGroup1or2: words('инвалиды I и II группы', 'disabled people of group 1 or 2'),
  harmful: words('работающие во вредных условиях', 'people in harmful work'),
  studying: words('учащиеся', 'students'),
  apprenticeUnderContract: words('ученики по ученическому договору', 'apprentices under contract'),
  age14: words('работники 14 лет', 'employees of 14'),
  age15: words('работники 15 лет', 'employees of 15'),
  under16: words('работники до 16 лет', 'employees under 16'),
  age16to17: words('работники 16–17 лет', 'employees of 16 and 17'),
  under18: words('работники до 18 лет', 'employees under 18'),
  studying14to15: words('учащиеся 14–15 лет', 'pupils of 14 and 15'),
  studying16to17: words('учащиеся 16–17 лет', 'pupils of 16 and 17'),
  harmful36HourWeek: words('вредные условия, неделя 36 часов', 'harmful work, a week of 36 hours'),
  harmful30HourWeek: words('вредные условия, неделя 30 часов', 'harmful work, a week of 30 hours'),
}

/** What is done at such a time: “work at night”. */
export const workNames: Readonly<Record<WorkKind, Words>> = {
  night: words('работа ночью', 'work at night'),
  overtime: words('сверхурочная работа', 'overtime'),
  dayOff: words('работа в выходной день', 'work on a day off'),
  holiday: words('работа в праздничный день', 'work on a holiday'),
  trip: words('командировка', 'a business trip'),
}

/** Consent “to …”. */
export const consentNames: Readonly<Record<ConsentKind, Words>> = {
  overtime: words('на сверхурочную работу', 'to overtime'),
  night: words('на работу ночью', 'to work at night'),
  dayOff: words('на работу в выходной', 'to work on a day off'),
  holiday: words('на работу в праздник', 'to work on a holiday'),
  longShift: words('на удлинённую смену', 'to a longer shift'),
  mealWaiver: words('на смену без обеда', 'to a shift without a meal'),
}

export const perNames: Readonly<Record<OvertimePeriod, Words>> = {
  day: words('за день', 'in a day'),
  twoDays: words('за два дня подряд', 'in two days running'),
  week: words('за неделю', 'in a week'),
  month: words('за месяц', 'in a month'),
  year: words('за год', 'in the year'),
}

/** `11 ч 30 мин`, `11 h 30 min`. */
export function sayMinutes(minutes: number, language: Language): string {
  const whole = Math.round(minutes)
  const hours = Math.floor(whole / 60)
  const rest = whole % 60
  const [hour, minute] = language === 'ru' ? ['ч', 'мин'] : ['h', 'min']
  if (hours === 0) return `${rest} ${minute}`
  return rest === 0 ? `${hours} ${hour}` : `${hours} ${hour} ${rest} ${minute}`
}

const russian = (count: number, one: string, few: string, many: string): string => {
  const [ones, tens] = [count % 10, count % 100]
  if (ones === 1 && tens !== 11) return one
  return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? few : many
}

/** `3 дня`, `3 days`. */
export const sayDays = (count: number, language: Language): string =>
  language === 'ru' ? `${count} ${russian(count, 'день', 'дня', 'дней')}` : `${count} ${count === 1 ? 'day' : 'days'}`

export const sayMonths = (count: number, language: Language): string =>
  language === 'ru'
    ? `${count} ${russian(count, 'месяц', 'месяца', 'месяцев')}`
    : `${count} ${count === 1 ? 'month' : 'months'}`

export const sayBreaks = (count: number, language: Language): string =>
  language === 'ru'
    ? `${count} ${russian(count, 'перерыв', 'перерыва', 'перерывов')}`
    : `${count} ${count === 1 ? 'break' : 'breaks'}`

/** `30.04.2026` in Russian, `2026-04-30` in English. */
export const sayDate = (date: string, language: Language): string =>
  language === 'ru' ? date.split('-').toReversed().join('.') : date
