import createFetchClient, {
  createFinalURL,
  createQuerySerializer,
  defaultPathSerializer,
  type Client,
  type ClientOptions,
} from 'openapi-fetch'

import type { components, paths } from './openapi.d.ts'

export type { components, operations, paths } from './openapi.d.ts'

/** A shape by its name in the document: `Shape<'Batch'>`. */
export type Shape<Name extends keyof components['schemas']> = components['schemas'][Name]

/** Every operation of Pult, typed: `client.POST('/centers/{centerId}/contacts/batch', { params, body })`. */
export type PultClient = Client<paths>

export interface PultAddress {
  /** `https://pult.example.com`, without the rest. */
  readonly url: string
  /** From Settings → Tokens. A page of Pult itself needs none: the browser sends who is signed in. */
  readonly token?: string
  /** In the place of the platform's own, in tests or behind a proxy. */
  readonly fetch?: NonNullable<ClientOptions['fetch']>
}

/** A client that asks one Pult. Answers are `{ data }` or `{ error }`, a problem document; only a missing network throws. */
export function createPultClient({ url, token, fetch }: PultAddress): PultClient {
  return createFetchClient<paths>({
    baseUrl: baseOf(url),
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
    ...(fetch === undefined ? {} : { fetch }),
  })
}

const baseOf = (url: string): string => `${url.replace(/\/$/, '')}/api/v1`

/** An operation as plain data, with `:names` in its path: `{ method: 'GET', path: '/centers/:centerId/queues' }`. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
}

/** What is asked of an operation. Parts of a query that are undefined or null are left out. */
export interface Asked {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
}

export interface AskOptions {
  /** `json` unless said. */
  readonly parseAs?: 'json' | 'blob' | 'arrayBuffer'
  readonly signal?: AbortSignal
  /** Sends the body as it is: a file, a stream of bytes. */
  readonly raw?: boolean
}

export interface Answer {
  readonly data?: unknown
  readonly error?: unknown
  readonly response: Response
}

/**
 * Asks an operation that is data, as Pult's own pages and command line do: the route objects that they hold are typed more closely than
 * a document can say. Everything else is as with the typed methods.
 */
export function ask(
  client: PultClient,
  { method, path }: Operation,
  asked: Asked,
  options: AskOptions = {},
): Promise<Answer> {
  const { raw = false, parseAs = 'json', signal } = options
  // The types of `request` hang on paths that are written out; one that is data has none.
  const request = client.request as unknown as (method: string, path: string, init: object) => Promise<Answer>
  return request(method.toLowerCase(), templateOf(path), {
    params: { path: asked.params ?? {}, query: asked.query ?? {} },
    parseAs,
    ...(asked.body === undefined ? {} : { body: asked.body }),
    ...(signal === undefined ? {} : { signal }),
    // A stream is sent while the answer is not there yet, of which `fetch` wants to be told.
    ...(raw ? { bodySerializer: asIs, headers: { 'content-type': 'application/octet-stream' }, duplex: 'half' } : {}),
  })
}

/** Where an operation is asked, for whoever does not ask by `fetch`: a stream of events, an upload that tells how far it is. */
export function addressOf(url: string, { path }: Operation, { params, query }: Asked): string {
  return createFinalURL(templateOf(path), {
    baseUrl: baseOf(url),
    params: { path: { ...(params as object | undefined) }, query: { ...(query as object | undefined) } },
    querySerializer: createQuerySerializer(),
    pathSerializer: defaultPathSerializer,
  })
}

/** `/centers/:centerId` as the document writes it. */
const templateOf = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}')

const asIs = (body: unknown): unknown => body
