import { currencyCode, type ToldPay } from '@pult/engine/market'

import { asInstant, asNumber, asObject, asText, type VacancyRecord } from './vacancy-record.ts'
import { withoutContacts } from './without-contacts.ts'

/** Reads a vacancy as Работа России tells it. It lists no skills: `findSkills` looks for them in its text. */
export function readTrudvsemVacancy(told: unknown, findSkills: (text: string) => string[]): VacancyRecord | null {
  const vacancy = asObject(told)
  const externalId = asText(vacancy['id'])
  const title = asText(vacancy['job-name'])
  if (externalId === null || title === null) return null
  const requirement = asObject(vacancy['requirement'])
  const text = [vacancy['duty'], requirement['qualification'], vacancy['qualification']]
    .map((part) => asText(part) ?? '')
    .join(' . ')
  return {
    source: 'trudvsem',
    externalId,
    link: asText(vacancy['vac_url']),
    title,
    employer: asText(asObject(vacancy['company'])['name']),
    areaId: null,
    city: cityOf(vacancy),
    publishedAt: asInstant(vacancy['creation-date']),
    pay: readPay(vacancy),
    experience: experienceOf(asNumber(requirement['experience'])),
    schedule: scheduleOf(asText(vacancy['schedule'])),
    skills: findSkills(text),
    isDerived: true,
    raw: withoutContacts(told),
  }
}

/** Addresses are one or a list; the city stands in the first, else the region's name is all there is. */
function cityOf(vacancy: Readonly<Record<string, unknown>>): string | null {
  const { address } = asObject(vacancy['addresses'])
  const location = asText(asObject(Array.isArray(address) ? address[0] : address)['location'])
  const city = /(?:^|[,\s])(?:г\.?|город)\s+([\p{Lu}][\p{L}-]+(?:\s[\p{Lu}][\p{L}-]+)?)/u.exec(location ?? '')?.[1]
  return city ?? asText(asObject(vacancy['region'])['name'])?.replace(/^(?:г\.?|город)\s+/u, '') ?? null
}

/** Nought is "not told" there. */
function readPay(vacancy: Readonly<Record<string, unknown>>): ToldPay | null {
  const above = (value: number | null): number | null => (value === null || value <= 0 ? null : value)
  const from = above(asNumber(vacancy['salary_min']))
  const to = above(asNumber(vacancy['salary_max']))
  if (from === null && to === null) return null
  const currency = asText(vacancy['currency'])?.replaceAll(/[«».\s]/g, '') ?? 'руб'
  return {
    from,
    to,
    currency: currency.toLowerCase().startsWith('руб') ? 'RUB' : currencyCode(currency),
    isGross: null,
    per: 'month',
  }
}

function experienceOf(years: number | null): string | null {
  if (years === null) return null
  return years < 1 ? 'noExperience' : years < 3 ? 'between1And3' : years < 6 ? 'between3And6' : 'moreThan6'
}

function scheduleOf(words: string | null): string | null {
  if (words === null) return null
  const text = words.toLowerCase()
  if (text.includes('смен')) return 'shift'
  if (text.includes('дистанц') || text.includes('удален')) return 'remote'
  if (text.includes('гибк')) return 'flexible'
  return text.includes('полный') || text.includes('пятиднев') ? 'fullDay' : null
}
