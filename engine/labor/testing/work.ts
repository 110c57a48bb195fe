import { addDays, createZone, MINUTE_MS, minutesOfDay, type LocalDate, type Zone } from '../../time/index.ts'
import {
  checkLaw,
  createLaborCalendar,
  rulesOf,
  type LaborCalendar,
  type LaborPerson,
  type LaborRule,
  type LawQuestion,
  type PersonWork,
  type ShiftBreak,
  type Violation,
  type WorkAgreement,
  type WorkShift,
} from '../index.ts'

// People and shifts for tests, written as a planner would say them.

export const moscow: Zone = createZone('Europe/Moscow')
export const russian: LaborCalendar = createLaborCalendar('ru', moscow)

export const agreement: WorkAgreement = {
  jurisdiction: 'RU',
  weekHours: 40,
  rate: 1,
  weekPattern: 'shifts',
  accountingMonths: 3,
  isNightWorkEqualised: true,
  isContinuousOperation: true,
  isSideJob: false,
}

export const evenWeek: WorkAgreement = {
  ...agreement,
  weekPattern: 'fiveDay',
  isNightWorkEqualised: false,
  isContinuousOperation: false,
}

export const person: LaborPerson = { personId: 'anna', bornOn: '1990-05-01', groups: [], consents: [], agreement }

/** An instant in minutes from `2026-04-30 20:00`. */
export function at(text: string, zone: Zone = moscow): number {
  const [date = '', time = ''] = text.split(' ')
  return zone.startOfDay(date) / MINUTE_MS + minutesOfDay(time) + shiftOfClock(date, time, zone)
}

/** `shift('2026-04-30', '20:00-08:00', 'meal 01:00-02:00', 'rest 22:00-22:15')`; a meal is unpaid, a rest paid. */
export function shift(date: LocalDate, hours: string, ...breaks: readonly string[]): WorkShift {
  return shiftIn(moscow, date, hours, ...breaks)
}

export function shiftIn(zone: Zone, date: LocalDate, hours: string, ...breaks: readonly string[]): WorkShift {
  const [from = '', to = ''] = hours.split('-')
  const start = at(`${date} ${from}`, zone)
  const later = (time: string): number => {
    const found = at(`${date} ${time}`, zone)
    return found >= start && !(time === to && found === start) ? found : at(`${addDays(date, 1)} ${time}`, zone)
  }
  return {
    start,
    end: later(to),
    breaks: breaks.map((text): ShiftBreak => {
      const [kind = '', span = ''] = text.split(' ')
      const [first = '', last = ''] = span.split('-')
      return {
        kind: kind === 'rest' ? 'rest' : 'meal',
        isPaid: kind !== 'meal',
        start: later(first),
        end: later(last),
      }
    }),
  }
}

export interface Asked {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly who?: Partial<LaborPerson>
  readonly how?: Partial<WorkAgreement>
  readonly more?: Partial<PersonWork>
  readonly rules?: readonly LaborRule[]
  readonly calendar?: LaborCalendar
  readonly publishedOn?: LocalDate
}

export function question(shifts: readonly WorkShift[], asked: Asked): LawQuestion {
  const who = { ...person, ...asked.who }
  const rules = asked.rules ?? rulesOf(asked.how?.jurisdiction ?? 'RU')
  return {
    people: [{ person: { ...who, agreement: { ...who.agreement, ...asked.how } }, shifts, ...asked.more }],
    rulesFor: () => rules,
    calendar: asked.calendar ?? russian,
    from: asked.from,
    to: asked.to,
    publishedOn: asked.publishedOn ?? null,
  }
}

export const check = (shifts: readonly WorkShift[], asked: Asked): Violation[] => checkLaw(question(shifts, asked))

/** Rules broken, in order and once each. */
export const broken = (violations: readonly Violation[]): string[] =>
  [...new Set(violations.map(({ ruleId }) => ruleId))].toSorted()

export const only = (violations: readonly Violation[], ruleId: string): Violation[] =>
  violations.filter((one) => one.ruleId === ruleId)

function shiftOfClock(date: LocalDate, time: string, zone: Zone): number {
  const midnight = zone.startOfDay(date)
  const guess = midnight + minutesOfDay(time) * MINUTE_MS
  return (zone.offsetAt(midnight) - zone.offsetAt(guess)) / MINUTE_MS
}
