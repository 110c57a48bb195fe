import fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import { z } from 'zod'

import type { AnyRoute } from '@pult/contract/route'

import { arbitraryOf, nearly, type IdsOf } from './request-arbitrary.ts'
import type { Schema } from './schema.ts'
import { evilTexts } from './values.ts'

/** How a request is made: as the schema wants it, that with places broken, or anything at all. */
export type Manner = 'fit' | 'nearly' | 'wild'

type Parts = Readonly<Record<string, unknown>>

/** One request to a route, as its own schemas tell; the same seed makes the same one. */
export type RequestMaker = (
  route: AnyRoute,
  manner: Manner,
  seed: number,
) => Pick<InjectOptions, 'method' | 'url' | 'headers' | 'payload'>

interface Arbitraries {
  readonly params: fc.Arbitrary<unknown>
  readonly query: fc.Arbitrary<unknown>
  readonly body: fc.Arbitrary<unknown>
}

export function createRequestMaker(idsOf: IdsOf): RequestMaker {
  const known = new Map<AnyRoute, Arbitraries>()
  const arbitrariesOf = (route: AnyRoute): Arbitraries => {
    const of = (schema: z.ZodType): fc.Arbitrary<unknown> =>
      arbitraryOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema, idsOf)
    const made = known.get(route) ?? {
      params: of(route.params),
      query: of(route.query),
      body: of(route.described?.body ?? route.body),
    }
    known.set(route, made)
    return made
  }
  return (route, manner, seed) => {
    const { params, query, body } = arbitrariesOf(route)
    const whole = fc.record({ params, query, body })
    const [made] = fc.sample(
      manner === 'fit'
        ? whole
        : fc
            .tuple(whole, nearly(manner === 'nearly' ? body : fc.jsonValue()), nearly(query))
            .map(([all, broken, asked]) => ({ ...all, body: broken, query: seed % 3 === 0 ? asked : all.query })),
      { seed, numRuns: 1 },
    )
    const given = made ?? { params: {}, query: {}, body: {} }
    const evilAt = manner === 'wild' && seed % 4 === 0 ? seed : null
    return {
      method: route.method,
      url: urlOf(route, given.params as Parts, given.query, evilAt),
      ...payloadOf(route, given.body, seed),
    }
  }
}

/** Text as an address can hold it. Half a letter cannot stand there. */
const inUrl = (value: unknown): string =>
  encodeURIComponent((typeof value === 'object' ? JSON.stringify(value) : String(value)).toWellFormed()).slice(0, 2000)

function urlOf(route: AnyRoute, params: Parts, query: unknown, evilAt: number | null): string {
  const path = route.path.replaceAll(/:(\w+)/g, (_place, name: string) =>
    evilAt === null ? inUrl(params[name]) : inUrl(evilTexts[evilAt % evilTexts.length] ?? '').slice(0, 150),
  )
  const entries = typeof query === 'object' && query !== null ? Object.entries(query) : []
  const search = entries
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${inUrl(name)}=${inUrl(value)}`)
  return `/api/v1${path}${search.length === 0 ? '' : `?${search.join('&')}`}`
}

const lines = [
  '{"contact": {}}',
  '{"state": 1}',
  '1761000000|1|Заказы|SIP/1|CONNECT|5',
  'a;b;c',
  '[{"id": 1, "name": "x"}]',
  '\u0000\uFFFD',
  '',
]

function payloadOf(route: AnyRoute, body: unknown, seed: number): Pick<InjectOptions, 'headers' | 'payload'> {
  if (route.method === 'GET') return {}
  if (route.transport === 'upload') {
    const bytes =
      seed % 2 === 0
        ? Buffer.from(lines.slice(seed % lines.length).join('\n'))
        : Buffer.from(Uint32Array.from({ length: 64 }, (_, index) => Math.imul(seed + index, 2_654_435_761)).buffer)
    return { headers: { 'content-type': 'application/octet-stream' }, payload: bytes }
  }
  return { headers: { 'content-type': 'application/json' }, payload: JSON.stringify(body) ?? '' }
}
