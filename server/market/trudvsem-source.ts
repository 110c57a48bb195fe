import { createPoliteClient, type Pace } from './polite-client.ts'
import { readTrudvsemVacancy } from './trudvsem-vacancy.ts'
import { asList, asNumber, asObject } from './vacancy-record.ts'
import type { Listed, VacancySource } from './vacancy-source.ts'

export const TRUDVSEM_ADDRESS = 'https://opendata.trudvsem.ru'

const LIMIT = 100
const MOST_PAGES = 500

interface TrudvsemOptions {
  readonly address: string
  readonly pace: Pace
  readonly signal: AbortSignal
  readonly findSkills: (text: string) => string[]
}

interface Part {
  readonly total: number
  readonly items: readonly unknown[]
}

/**
 * Работа России, open data without a key. Its `offset` is a number of pages at times and of records at others: when the second page
 * repeats the first, it counts records.
 */
export function createTrudvsemSource({ address, pace, signal, findSkills }: TrudvsemOptions): VacancySource {
  const client = createPoliteClient({ 'user-agent': 'Pult/1.0' }, pace, signal)
  const ask = async (text: string, offset: number): Promise<Part> => {
    const url = new URL('/api/v1/vacancies', address)
    url.searchParams.set('text', text)
    url.searchParams.set('offset', String(offset))
    url.searchParams.set('limit', String(LIMIT))
    const reply = asObject(await client.ask(url))
    return {
      total: asNumber(asObject(reply['meta'])['total']) ?? 0,
      items: asList(asObject(reply['results'])['vacancies']).map((item) => asObject(item)['vacancy'] ?? item),
    }
  }
  const idOf = (item: unknown): unknown => asObject(item)['id']

  async function* pagesOf(text: string): AsyncGenerator<Part> {
    const first = await ask(text, 0)
    yield first
    if (first.items.length < LIMIT) return
    const known = new Set(first.items.map(idOf))
    const second = await ask(text, 1)
    const repeated = second.items.filter((item) => known.has(idOf(item))).length
    const step = repeated > second.items.length / 2 ? LIMIT : 1
    if (step === 1) yield second
    for (let page = step === 1 ? 2 : 1; page < MOST_PAGES; page++) {
      const part = await ask(text, page * step)
      if (part.items.length === 0) return
      yield part
    }
  }

  return {
    kind: 'trudvsem',
    tally: client.tally,
    async *list({ titles }) {
      const seen = new Set<string>()
      let found = 0
      for (const title of titles) {
        let isFirst = true
        for await (const { total, items } of pagesOf(title)) {
          if (isFirst) found += total
          isFirst = false
          const listed = items.flatMap((item): Listed[] => {
            const record = readTrudvsemVacancy(item, findSkills)
            if (record === null) return [{ record: null, isWhole: true }]
            if (seen.has(record.externalId)) return []
            seen.add(record.externalId)
            return [{ record, isWhole: true }]
          })
          yield { found, listed }
        }
      }
    },
    // Its list tells everything.
    read: async () => null,
    readAreas: async () => null,
  }
}
