import { groupNames, workNames } from '@pult/engine/labor'

import type { Bilingual } from '../ui/text.ts'

const say = (ru: string, en: string): Bilingual => ({ ru, en })

/** What the parameters of rules are called. */
const names: Readonly<Record<string, Bilingual>> = {
  hours: say('часов', 'hours'),
  minutes: say('минут', 'minutes'),
  isRequired: say('требуется', 'required'),
  isAllowed: say('разрешено', 'allowed'),
  isAgreed: say('согласовано', 'agreed'),
  isApplied: say('действует', 'in force'),
  isByYearlyDecree: say('постановлением на год', 'by yearly decree'),
  isFreeInContinuousOperation: say('не нужно при непрерывном производстве', 'not needed in continuous operation'),
  isSeventhDaySpecial: say('седьмой день подряд – особо', 'seventh day in a row is special'),
  hoursByGroup: say('часов по группам', 'hours by group'),
  hoursWithConsent: say('часов с согласия', 'hours with consent'),
  hoursByWeekHours: say('часов при неделе', 'hours for a week of'),
  groups: say('группы', 'groups'),
  work: say('работа', 'work'),
  from: say('с', 'from'),
  to: say('до', 'to'),
  share: say('доля', 'share'),
  hoursPerDay: say('часов в день', 'hours a day'),
  hoursPerDayHarmful: say('часов в день, вредные условия', 'hours a day, harmful work'),
  hoursPerTwoDays: say('часов за два дня', 'hours in two days'),
  hoursPerWeek: say('часов в неделю', 'hours a week'),
  hoursPerMonth: say('часов в месяц', 'hours a month'),
  hoursPerYear: say('часов в год', 'hours a year'),
  months: say('месяцев', 'months'),
  days: say('дней', 'days'),
  minGapHours: say('часов между сменами', 'hours between shifts'),
  maxMonths: say('месяцев не больше', 'months at most'),
  shareOfMonthNorm: say('доля месячной нормы', 'share of the month’s norm'),
  daysPerWeek: say('дней в неделе', 'days a week'),
  shortenedMinutes: say('минут меньше в сокращённый день', 'minutes less on a shortened day'),
  minMinutes: say('минут не меньше', 'minutes at least'),
  maxMinutes: say('минут не больше', 'minutes at most'),
  upToHours: say('при работе до, часов', 'for work up to, hours'),
  factor: say('кратность', 'times'),
  fiveDay: say('пятидневка', 'five-day week'),
  sixDay: say('шестидневка', 'six-day week'),
  shifts: say('сменный режим', 'shifts'),
  monthDays: say('праздники', 'holidays'),
  amount: say('сколько', 'how much'),
  unit: say('единица', 'unit'),
  firstHours: say('первых часов', 'first hours'),
  firstRate: say('за первые часы, раз', 'for the first hours, times'),
  afterRate: say('далее, раз', 'then, times'),
  mode: say('способ', 'way of counting'),
  multiplier: say('раз', 'times'),
  salaryWithinNormExtra: say('окладникам в норме, сверх оклада', 'salaried within the norm, on top'),
  salaryAboveNormExtra: say('окладникам сверх нормы', 'salaried above the norm, on top'),
  weekHoursCritical: say('часов в неделю на критических объектах', 'hours a week on critical infrastructure'),
  weeklyRestHours: say('часов еженедельного отдыха', 'hours of weekly rest'),
  overtime: say('сверхурочные, раз', 'overtime, times'),
  holiday: say('праздничные, раз', 'holidays, times'),
  night: say('ночные, раз', 'nights, times'),
  steps: say('ступени', 'steps'),
  aboveHours: say('работа дольше, часов', 'work above, hours'),
  minPieceMinutes: say('минут в части не меньше', 'minutes of a piece at least'),
  maxHoursWithoutBreak: say('часов без перерыва не больше', 'hours without a break at most'),
  referenceWeeks: say('в среднем за недель', 'on average over weeks'),
  minNightHours: say('ночных часов не меньше', 'night hours at least'),
  averagedHours: say('часов при выравнивании', 'hours when averaged'),
  freeSundaysPerYear: say('свободных воскресений в год', 'free Sundays a year'),
  substituteWithinDays: say('замена в течение дней', 'a day instead within days'),
  dailyHours: say('часов в день', 'hours a day'),
  weeklyHours: say('часов в неделю', 'hours a week'),
  rate: say('раз', 'times'),
  doubleDailyHours: say('вдвойне после часов в день', 'double after hours a day'),
  doubleRate: say('вдвойне, раз', 'double, times'),
  afterHours: say('после часов', 'after hours'),
  waivableUpToHours: say('можно отказаться до часов', 'may be waived up to hours'),
  secondAfterHours: say('второй – после часов', 'second after hours'),
  secondWaivableUpToHours: say('от второго можно отказаться до часов', 'second may be waived up to hours'),
  perHours: say('за каждые часов', 'for every hours'),
  noneBelowHours: say('не нужен короче часов', 'none below hours'),
}

const values: Readonly<Record<string, Bilingual>> = {
  period: say('за учётный период', 'over the accounting period'),
  averagePerShift: say('в среднем на смену', 'on average a shift'),
  perShiftActual: say('по каждой смене', 'by each shift'),
  days: say('дней', 'days'),
  weeks: say('недель', 'weeks'),
  ...groupNames,
  ...workNames,
}

/** Ways of counting that a text parameter may take; undefined where it is free. */
export const choicesOf: Readonly<Record<string, readonly string[]>> = {
  mode: ['period', 'averagePerShift', 'perShiftActual'],
  unit: ['days', 'weeks'],
  groups: Object.keys(groupNames),
  work: Object.keys(workNames),
}

export const parameterName = (name: string): Bilingual => names[name] ?? values[name] ?? say(name, name)
export const valueWord = (value: string): Bilingual => values[value] ?? say(value, value)

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

interface Speaker {
  readonly language: 'ru' | 'en'
  readonly number: (value: number) => string
  readonly yes: string
  readonly no: string
  readonly none: string
}

/** A parameter's value as people write it. */
export function sayValue(value: Json, speaker: Speaker): string {
  const { language } = speaker
  if (value === null) return speaker.none
  if (typeof value === 'boolean') return value ? speaker.yes : speaker.no
  if (typeof value === 'number') return speaker.number(value)
  if (typeof value === 'string') return valueWord(value)[language]
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => sayValue(one, speaker)).join(', ')
  return Object.entries(value)
    .map(([name, one]) => `${parameterName(name)[language]} ${sayValue(one, speaker)}`)
    .join(', ')
}

/** All parameters of a rule in a line; what is not limited is left out where something is. */
export function sayParameters(parameters: Readonly<Record<string, Json>>, speaker: Speaker): string {
  const entries = Object.entries(parameters)
  const said = entries.filter(([, value]) => value !== null)
  const shown = said.length === 0 ? entries : said
  return shown
    .map(([name, value]) => `${parameterName(name)[speaker.language]}: ${sayValue(value, speaker)}`)
    .join('; ')
}
