import createFetchClient, { type Client, type ClientOptions } from 'openapi-fetch'

import type { components, paths } from './openapi.d.ts'

export type { components, operations, paths } from './openapi.d.ts'

/** A shape by its name in the document: `Shape<'Batch'>`. */
export type Shape<Name extends keyof components['schemas']> = components['schemas'][Name]

/** Every operation of Pult, typed: `client.POST('/centers/{centerId}/contacts/batch', { params, body })`. */
export type PultClient = Client<paths>

export interface PultAddress {
  /** `https://pult.example.com`, without the rest. */
  readonly url: string
  /** From Settings → Tokens. */
  readonly token: string
  /** In the place of the platform's own, in tests or behind a proxy. */
  readonly fetch?: NonNullable<ClientOptions['fetch']>
}

/** A client that asks one Pult with one token. Answers are `{ data }` or `{ error }`, a problem document; only a missing network throws. */
export function createPultClient({ url, token, fetch }: PultAddress): PultClient {
  return createFetchClient<paths>({
    baseUrl: `${url.replace(/\/$/, '')}/api/v1`,
    headers: { authorization: `Bearer ${token}` },
    ...(fetch === undefined ? {} : { fetch }),
  })
}
