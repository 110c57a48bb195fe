import { MINUTE_MS } from '../time/index.ts'
import type { LaborCalendar } from './labor-calendar.ts'
import type { Words } from './rule.ts'
import type { Cure, CureAction, Violation, ViolationCode } from './violation.ts'
import {
  consentNames,
  groupNames,
  perNames,
  sayBreaks,
  sayDate,
  sayDays,
  sayMinutes,
  sayMonths,
  workNames,
  type Language,
} from './words.ts'

// The same sentences for pages, files and the command line. They name the fault and its measure; who, when and which article stand
// beside them as data.

/** What is wrong, with measure and limit. */
export const sayViolation = (violation: Violation, language: Language): string => {
  const sentence = sentences[violation.code](violation, language)
  if (!violation.isProvisional) return sentence
  return `${sentence} ${
    language === 'ru'
      ? 'Предварительно: переносы выходных этого года ещё не известны.'
      : 'Provisional: the moved days of this year are not known yet.'
  }`
}

/** What would cure it; several things to do are joined. */
export const sayCure = (cure: Cure, language: Language, calendar: LaborCalendar): string => {
  const parts = cure.map((action) => sayAction(action, language, calendar))
  const text = parts.join(language === 'ru' ? '; ' : '; ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

type Sentence = (violation: Violation, language: Language) => string

/** Both languages of a sentence over measure and limit, said in the violation’s unit. */
const both =
  (ru: (measured: string, limit: string, one: Violation) => string, en: typeof ru): Sentence =>
  (violation, language) =>
    (language === 'ru' ? ru : en)(
      inUnit(violation.measured, violation, language),
      inUnit(violation.limit, violation, language),
      violation,
    )

const sentences: Readonly<Record<ViolationCode, Sentence>> = {
  agreedWeekTooLong: both(
    (measured, limit, one) => `По договору неделя ${measured}, а можно не больше ${limit}${ofGroup(one, 'ru')}.`,
    (measured, limit, one) => `The agreed week is ${measured}; no more than ${limit} is allowed${ofGroup(one, 'en')}.`,
  ),
  accountingTooLong: both(
    (measured, limit, one) => `Учётный период ${measured}, а можно не больше ${limit}${ofGroup(one, 'ru')}.`,
    (measured, limit, one) =>
      `The accounting period is ${measured}; no more than ${limit} is allowed${ofGroup(one, 'en')}.`,
  ),
  shiftTooLong: both(
    (measured, limit, one) => `Работы в смене ${measured}, а можно не больше ${limit}${ofGroup(one, 'ru')}.`,
    (measured, limit, one) =>
      `The shift holds ${measured} of work; no more than ${limit} is allowed${ofGroup(one, 'en')}.`,
  ),
  dayTooLongOnAverage: both(
    (measured, limit, one) => `В среднем за рабочий день ${measured}, а можно не больше ${limit}${between(one, 'ru')}.`,
    (measured, limit, one) => `A weekday averages ${measured}; no more than ${limit} is allowed${between(one, 'en')}.`,
  ),
  notShorterBeforeHoliday: both(
    (measured, limit) => `Накануне праздника работы ${measured}, а должно быть не больше ${limit}.`,
    (measured, limit) =>
      `On the eve of a holiday there are ${measured} of work; there should be no more than ${limit}.`,
  ),
  eveTooLong: both(
    (measured, limit) => `Накануне выходного при шестидневке работы ${measured}, а можно не больше ${limit}.`,
    (measured, limit) =>
      `On the eve of the day off in a six-day week there are ${measured} of work; ${limit} is the most.`,
  ),
  nightNotShorter: both(
    (measured, limit) => `Ночная смена ${measured}, а должна быть короче дневной: не больше ${limit}.`,
    (measured, limit) => `The night shift is ${measured}; it should be shorter than by day: no more than ${limit}.`,
  ),
  workForbidden: both(
    (measured, _limit, one) => `Запрещена ${workOf(one, 'ru')}${ofGroup(one, 'ru')}, а её ${measured}.`,
    (measured, _limit, one) =>
      `There are ${measured} of ${workOf(one, 'en')}, which is forbidden${ofGroup(one, 'en')}.`,
  ),
  consentMissing: both(
    (measured, _limit, one) => `Нужно письменное согласие: ${workOf(one, 'ru')}, ${measured}${ofGroup(one, 'ru')}.`,
    (measured, _limit, one) => `Written consent is missing for ${workOf(one, 'en')}: ${measured}${ofGroup(one, 'en')}.`,
  ),
  overtimeTooLong: both(
    (measured, limit, one) => `Сверхурочных ${perOf(one, 'ru')} ${measured}, а можно не больше ${limit}.`,
    (measured, limit, one) => `Overtime ${perOf(one, 'en')} is ${measured}; no more than ${limit} is allowed.`,
  ),
  noticeTooShort: both(
    (measured, limit) => `График показан за ${measured} до начала, а нужно не позднее чем за ${limit}.`,
    (measured, limit) => `The schedule is shown ${measured} before it begins; ${limit} are needed.`,
  ),
  shiftsInARow: both(
    (measured, limit) => `Две смены подряд: между ними ${measured}, а нужно не меньше ${limit}.`,
    (measured, limit) => `Two shifts in a row: ${measured} between them, and at least ${limit} are needed.`,
  ),
  restTooShort: both(
    (measured, limit) => `Отдых между сменами ${measured}, а нужно не меньше ${limit}.`,
    (measured, limit) => `Rest between shifts is ${measured}; at least ${limit} is needed.`,
  ),
  restShorterThanWork: both(
    (measured, limit) => `Отдых после смены вместе с обедом ${measured}, а по её длине нужно ${limit}.`,
    (measured, limit) => `Rest after the shift with its meal is ${measured}; its length asks for ${limit}.`,
  ),
  weeklyRestTooShort: both(
    (measured, limit) => `Самый долгий отдых недели ${measured}, а нужно непрерывно ${limit}.`,
    (measured, limit) => `The longest rest of the week is ${measured}; ${limit} without a break is needed.`,
  ),
  tooFewDaysOff: both(
    (measured, limit) => `В неделе выходных ${measured}, а нужно ${limit}.`,
    (measured, limit) => `The week has ${measured} off; ${limit} are needed.`,
  ),
  aboveNorm: both(
    (measured, limit, one) => `По графику ${measured} при норме ${limit}${between(one, 'ru')}.`,
    (measured, limit, one) => `The schedule holds ${measured}; the norm is ${limit}${between(one, 'en')}.`,
  ),
  averageWeekTooLong: both(
    (measured, limit, one) => `В среднем за неделю ${measured}, а можно не больше ${limit}${between(one, 'ru')}.`,
    (measured, limit, one) => `The average week is ${measured}; no more than ${limit} is allowed${between(one, 'en')}.`,
  ),
  nightAverageTooLong: both(
    (measured, limit, one) =>
      `Работает ночами, в среднем за сутки ${measured}, а можно не больше ${limit}${between(one, 'ru')}.`,
    (measured, limit, one) =>
      `Works at night and averages ${measured} in 24 hours; no more than ${limit} is allowed${between(one, 'en')}.`,
  ),
  sundayWork: both(
    (measured) => `Работа в воскресенье или праздник запрещена, а её ${measured}.`,
    (measured) => `Work on a Sunday or holiday is forbidden; there are ${measured} of it.`,
  ),
  noDayInstead: both(
    () => 'За воскресенье или праздник не дан другой день отдыха.',
    () => 'No other day of rest is given for the Sunday or holiday.',
  ),
  tooFewFreeSundays: both(
    (measured, limit) => `Свободных воскресений в году остаётся ${measured}, а нужно ${limit}.`,
    (measured, limit) => `Free Sundays of the year come to ${measured}; ${limit} are needed.`,
  ),
  mealMissing: both(
    (_measured, limit, one) => `Нет ${one.details.meal === 2 ? 'второго ' : ''}обеда, нужно не меньше ${limit}.`,
    (_measured, limit, one) =>
      `There is no ${one.details.meal === 2 ? 'second ' : ''}meal; at least ${limit} is needed.`,
  ),
  mealTooShort: both(
    (measured, limit) => `Обед ${measured}, а нужно не меньше ${limit}.`,
    (measured, limit) => `The meal is ${measured}; at least ${limit} is needed.`,
  ),
  mealTooLong: both(
    (measured, limit) => `Обед ${measured}, а можно не больше ${limit}.`,
    (measured, limit) => `The meal is ${measured}; no more than ${limit} is allowed.`,
  ),
  mealTooLate: both(
    (measured, limit, one) =>
      `${one.details.meal === 2 ? 'Второй обед' : 'Обед'} начинается через ${measured} от начала смены, а должен не позже чем через ${limit}.`,
    (measured, limit, one) =>
      `The ${one.details.meal === 2 ? 'second meal' : 'meal'} begins ${measured} into the shift; it must begin within ${limit}.`,
  ),
  breaksTooShort: both(
    (measured, limit) => `Перерывов ${measured}, а нужно не меньше ${limit}.`,
    (measured, limit) => `Breaks come to ${measured}; at least ${limit} is needed.`,
  ),
  tooLongWithoutBreak: both(
    (measured, limit) => `Без перерыва ${measured}, а можно не больше ${limit}.`,
    (measured, limit) => `${measured} without a break; no more than ${limit} is allowed.`,
  ),
  restBreaksMissing: both(
    (measured, limit) => `Оплачиваемых перерывов ${measured}, а нужно ${limit}.`,
    (measured, limit) => `Paid rest: ${measured}; ${limit} are needed.`,
  ),
  sideJobDayTooLong: both(
    (measured, limit) => `По совместительству ${measured} за день, а можно не больше ${limit}.`,
    (measured, limit) => `A side job of ${measured} in a day; no more than ${limit} is allowed.`,
  ),
  sideJobMonthTooLong: both(
    (measured, limit, one) => `По совместительству ${measured}, а можно не больше ${limit}${between(one, 'ru')}.`,
    (measured, limit, one) => `A side job of ${measured}; no more than ${limit} is allowed${between(one, 'en')}.`,
  ),
  hoursNotRecorded: both(
    (measured) => `Отработанные часы не записаны: ${measured}.`,
    (measured) => `Hours worked are not recorded: ${measured}.`,
  ),
  shiftsOverlap: both(
    (measured) => `Смены накладываются на ${measured}.`,
    (measured) => `Shifts overlap by ${measured}.`,
  ),
  workOnLeave: both(
    (measured) => `Смена в отпуске или на больничном: ${measured}.`,
    (measured) => `A shift on leave or while ill: ${measured}.`,
  ),
  workWhileStudying: both(
    (measured) => `Смена ложится на часы учёбы: ${measured}.`,
    (measured) => `The shift lies on hours of study: ${measured}.`,
  ),
}

function inUnit(value: number, { unit }: Violation, language: Language): string {
  switch (unit) {
    case 'minutes':
      return sayMinutes(value, language)
    case 'days':
      return sayDays(value, language)
    case 'months':
      return sayMonths(value, language)
    case 'breaks':
      return sayBreaks(value, language)
  }
}

const name = (words: Words | undefined, language: Language): string => words?.[language] ?? ''

const workOf = ({ details }: Violation, language: Language): string =>
  details.work === undefined ? '' : name(workNames[details.work], language)

const perOf = ({ details }: Violation, language: Language): string =>
  details.per === undefined ? '' : name(perNames[details.per], language)

const ofGroup = ({ details }: Violation, language: Language): string =>
  details.group === undefined ? '' : ` (${name(groupNames[details.group], language)})`

const between = ({ details: { from, to } }: Violation, language: Language): string =>
  from === undefined || to === undefined ? '' : ` (${sayDate(from, language)} – ${sayDate(to, language)})`

function sayAction(action: CureAction, language: Language, calendar: LaborCalendar): string {
  const say = (ru: string, en: string): string => (language === 'ru' ? ru : en)
  const at = (minute: number): string => clock(minute, calendar)
  const shift = 'shiftStart' in action ? momentOf(action.shiftStart, language, calendar) : ''
  switch (action.act) {
    case 'startLater': {
      const to = at(action.shiftStart + action.minutes)
      const by = sayMinutes(action.minutes, language)
      return say(`начать смену ${shift} позже на ${by}, в ${to}`, `begin the shift of ${shift} ${by} later, at ${to}`)
    }
    case 'endEarlier': {
      const by = sayMinutes(action.minutes, language)
      return say(`закончить смену ${shift} раньше на ${by}`, `end the shift of ${shift} ${by} earlier`)
    }
    case 'takeAway':
      return say(
        `перенести смену ${shift} на другой день или отдать другому`,
        `move the shift of ${shift} to another day or give it to somebody else`,
      )
    case 'addBreak': {
      const { start, end, kind } = action.break
      const [ru, en] = kind === 'meal' ? ['обед', 'a meal'] : ['перерыв', 'a break']
      return say(`добавить ${ru} ${at(start)}–${at(end)}`, `add ${en} ${at(start)}–${at(end)}`)
    }
    case 'moveBreak':
      return say(
        `сдвинуть перерыв с ${at(action.breakStart)} на ${at(action.to)}`,
        `move the break from ${at(action.breakStart)} to ${at(action.to)}`,
      )
    case 'resizeBreak': {
      const length = sayMinutes(action.minutes, language)
      return say(
        `сделать перерыв в ${at(action.breakStart)} длиной ${length}`,
        `make the break at ${at(action.breakStart)} ${length} long`,
      )
    }
    case 'getConsent':
      return say(
        `получить письменное согласие ${consentNames[action.consent].ru} ${sayDate(action.from, language)}`,
        `get written consent ${consentNames[action.consent].en} on ${action.from}`,
      )
    case 'changeAgreement':
      return action.field === 'weekHours'
        ? say(`изменить неделю в договоре на ${action.value} ч`, `change the agreed week to ${action.value} h`)
        : say(
            `сократить учётный период до ${sayMonths(action.value, language)}`,
            `shorten the accounting period to ${sayMonths(action.value, language)}`,
          )
    case 'startScheduleLater':
      return say(
        `ввести график не раньше ${sayDate(action.from, language)}`,
        `let the schedule begin no earlier than ${action.from}`,
      )
    case 'recordHours':
      return say('записать отработанные часы', 'record the hours worked')
  }
}

function clock(minute: number, { zone }: LaborCalendar): string {
  const local = zone.instantToLocal(minute * MINUTE_MS)
  return `${String(local.hour).padStart(2, '0')}:${String(local.minute).padStart(2, '0')}`
}

const momentOf = (minute: number, language: Language, calendar: LaborCalendar): string =>
  `${sayDate(calendar.dateOf(calendar.dayOf(minute)), language)} ${clock(minute, calendar)}`
