import { currencyCode, type PayPeriod, type ToldPay } from '@pult/engine/market'

import { asInstant, asList, asNumber, asObject, asText, type VacancyRecord } from './vacancy-record.ts'
import { withoutContacts } from './without-contacts.ts'

/** Reads a vacancy as hh.ru tells it, whole or as an item of a list. Null for what has no id or title. */
export function readHhVacancy(told: unknown): VacancyRecord | null {
  const vacancy = asObject(told)
  const externalId = asText(vacancy['id'])
  const title = asText(vacancy['name'])
  if (externalId === null || title === null) return null
  const area = asObject(vacancy['area'])
  return {
    source: 'hh',
    externalId,
    link: asText(vacancy['alternate_url']),
    title,
    employer: asText(asObject(vacancy['employer'])['name']),
    areaId: asText(area['id']),
    city: asText(area['name']),
    publishedAt: asInstant(vacancy['published_at']),
    pay: readHhPay(vacancy),
    experience: asText(asObject(vacancy['experience'])['id']),
    schedule: scheduleOf(vacancy),
    skills: asList(vacancy['key_skills']).flatMap((skill) => asText(asObject(skill)['name']) ?? []),
    isDerived: false,
    raw: withoutContacts(told),
  }
}

const PERIODS: Readonly<Record<string, PayPeriod>> = { MONTH: 'month', SHIFT: 'shift', HOUR: 'hour' }

/** `salary_range` says for what it is paid; the older `salary` is by the month. */
function readHhPay(vacancy: Readonly<Record<string, unknown>>): ToldPay | null {
  const told = asObject(vacancy['salary_range'] ?? vacancy['salary'])
  const from = asNumber(told['from'])
  const to = asNumber(told['to'])
  if (from === null && to === null) return null
  const mode = asText(asObject(told['mode'])['id'])
  return {
    from,
    to,
    currency: currencyCode(asText(told['currency']) ?? 'RUR'),
    isGross: typeof told['gross'] === 'boolean' ? told['gross'] : null,
    per: mode === null ? 'month' : (PERIODS[mode] ?? 'other'),
  }
}

/** The newer fields where they are, else the older one. */
function scheduleOf(vacancy: Readonly<Record<string, unknown>>): string | null {
  const older = asText(asObject(vacancy['schedule'])['id'])
  if (older !== null) return older
  const format = asText(asObject(asList(vacancy['work_format'])[0])['id'])
  const days = asText(asObject(asList(vacancy['work_schedule_by_days'])[0])['id'])
  if (format === 'REMOTE') return 'remote'
  if (days === null) return null
  return days === 'FIVE_ON_TWO_OFF' ? 'fullDay' : days === 'FLEXIBLE' ? 'flexible' : 'shift'
}
