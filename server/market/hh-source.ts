import type { SpecialisationDraft } from '@pult/contract/market'
import { DAY_MS } from '@pult/engine/time'

import { isBuiltIn, RUSSIA } from './built-in-areas.ts'
import { createPoliteClient, SourceFailure, type Pace } from './polite-client.ts'
import type { Listed, VacancySource } from './vacancy-source.ts'
import { readHhVacancy } from './hh-vacancy.ts'
import { asList, asNumber, asObject, asText } from './vacancy-record.ts'

export const HH_ADDRESS = 'https://api.hh.ru'

const PER_PAGE = 100
/** No search shows more, however many it finds. */
const DEEPEST = 2000
/** Where slicing begins: older ones are not shown by the site. */
const OLDEST_DAYS = 400
/** Dates are rounded to five minutes there. */
const SHORTEST_SLICE_MS = 10 * 60_000

interface HhOptions {
  readonly address: string
  readonly token: string
  readonly userAgent: string
  readonly pace: Pace
  readonly now: number
  readonly signal: AbortSignal
}

/** hh.ru with an application's token: lists by title and region, slices by date what is more than a search shows, reads details one by one. */
export function createHhSource(options: HhOptions): VacancySource {
  const { address, token, userAgent, pace, now, signal } = options
  const headers = { authorization: `Bearer ${token}`, 'hh-user-agent': userAgent, 'user-agent': userAgent }
  const client = createPoliteClient(headers, pace, signal)
  const page = async (wanted: SpecialisationDraft, slice: Slice | null, number: number): Promise<SearchPage> => {
    const url = new URL('/vacancies', address)
    for (const [name, value] of searchWords(wanted)) url.searchParams.append(name, value)
    url.searchParams.set('page', String(number))
    if (slice !== null) {
      url.searchParams.set('date_from', hhInstant(slice.from))
      url.searchParams.set('date_to', hhInstant(slice.to))
    }
    const reply = asObject(await client.ask(url))
    return { items: asList(reply['items']), found: asNumber(reply['found']) ?? 0, pages: asNumber(reply['pages']) ?? 0 }
  }

  async function* pagesOf(wanted: SpecialisationDraft, slice: Slice | null): AsyncGenerator<readonly unknown[]> {
    const first = await page(wanted, slice, 0)
    const isTooMany = first.found > DEEPEST
    if (isTooMany && (slice === null || slice.to - slice.from > SHORTEST_SLICE_MS)) {
      const { from, to } = slice ?? { from: now - OLDEST_DAYS * DAY_MS, to: now + DAY_MS }
      const middle = Math.floor((from + to) / 2)
      yield* pagesOf(wanted, { from, to: middle })
      yield* pagesOf(wanted, { from: middle, to })
      return
    }
    yield first.items
    const last = Math.min(first.pages, DEEPEST / PER_PAGE)
    for (let number = 1; number < last; number++) yield (await page(wanted, slice, number)).items
  }

  return {
    kind: 'hh',
    tally: client.tally,
    async *list(wanted) {
      const { found } = await page(wanted, null, 0)
      // Slices share their ends: a vacancy on one comes twice.
      const seen = new Set<string>()
      for await (const items of pagesOf(wanted, null)) {
        const fresh = items.flatMap((item): Listed[] => {
          const record = readHhVacancy(item)
          if (record === null) return [{ record: null, isWhole: false }]
          if (seen.has(record.externalId)) return []
          seen.add(record.externalId)
          return [{ record, isWhole: false }]
        })
        yield { found, listed: fresh }
      }
    },
    async read(externalId) {
      const told = await client.ask(new URL(`/vacancies/${encodeURIComponent(externalId)}`, address))
      return told === null ? null : readHhVacancy(told)
    },
    async readAreas() {
      return client.ask(new URL('/areas', address))
    },
  }
}

interface Slice {
  readonly from: number
  readonly to: number
}

interface SearchPage {
  readonly items: readonly unknown[]
  readonly found: number
  readonly pages: number
}

function searchWords({ titles, excluded, areaId }: SpecialisationDraft): (readonly [string, string])[] {
  const quoted = titles.map((title) => `"${title.replaceAll('"', ' ')}"`).join(' OR ')
  return [
    ['text', `NAME:(${quoted})`],
    ['search_field', 'name'],
    ['per_page', String(PER_PAGE)],
    ['no_magic', 'true'],
    ['order_by', 'publication_time'],
    ...(excluded.length > 0 ? [['excluded_text', excluded.join(',')] as const] : []),
    // Of a region whose number there is not known yet all of the country is asked for, and the others are left out here.
    ...(areaId === null ? [] : [['area', isBuiltIn(areaId) ? RUSSIA : areaId] as const]),
  ]
}

/** An offset without a colon, as the site writes it. */
const hhInstant = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, '+0000')

/** Asks for an application's token. A new one ends the former, and the site gives one in five minutes at most. */
export async function askHhToken(
  { address, userAgent, pace, signal }: Pick<HhOptions, 'address' | 'userAgent' | 'pace' | 'signal'>,
  { clientId, clientSecret }: { readonly clientId: string; readonly clientSecret: string },
): Promise<string> {
  const headers = {
    'hh-user-agent': userAgent,
    'user-agent': userAgent,
    'content-type': 'application/x-www-form-urlencoded',
  }
  const client = createPoliteClient(headers, pace, signal)
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  }).toString()
  const told = asObject(await client.ask(new URL('/token', address), { method: 'POST', body }))
  const token = asText(told['access_token'])
  if (token === null) throw new SourceFailure('tokenRefused', 'hh.ru gave no token for this application.')
  return token
}
