import { addDays, isWorkingDay, type LocalDate } from '../time/index.ts'

/** What somebody may ask about her data. */
export const requestKinds = ['access', 'correct', 'erase', 'stop', 'withdraw', 'other'] as const
export type RequestKind = (typeof requestKinds)[number]

/**
 * Terms of the Russian law on personal data (152-FZ): an answer within ten working days (art. 14, 20), which may be five more once; unlawful
 * processing ends within three (art. 21); where a consent was withdrawn, data goes within thirty days (art. 21). What is wrong is corrected
 * within seven working days (art. 20). Elsewhere a month, as the GDPR has it (art. 12).
 */
const workingDays: Readonly<Record<Exclude<RequestKind, 'withdraw'>, number>> = {
  access: 10,
  correct: 7,
  erase: 10,
  stop: 3,
  other: 10,
}
const DAYS_AFTER_WITHDRAWAL = 30
const A_MONTH_DAYS = 30
const EXTENSION_WORKING_DAYS = 5

/** The last day on which it is answered in time; the day of the request does not count. */
export function requestDue(kind: RequestKind, askedOn: LocalDate, calendarId: string): LocalDate {
  if (calendarId !== 'ru') return addDays(askedOn, A_MONTH_DAYS)
  return kind === 'withdraw'
    ? addDays(askedOn, DAYS_AFTER_WITHDRAWAL)
    : afterWorkingDays(askedOn, workingDays[kind], calendarId)
}

/** The same once the term was made longer, which the law allows once and with a reason. */
export function extendedDue(dueOn: LocalDate, calendarId: string): LocalDate {
  return calendarId === 'ru'
    ? afterWorkingDays(dueOn, EXTENSION_WORKING_DAYS, calendarId)
    : addDays(dueOn, A_MONTH_DAYS * 2)
}

function afterWorkingDays(from: LocalDate, count: number, calendarId: string): LocalDate {
  let day = from
  for (let left = count; left > 0;) {
    day = addDays(day, 1)
    if (isWorkingDay(day, calendarId)) left--
  }
  return day
}
