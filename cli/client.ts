import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

import type { Problem, Route } from '@pult/contract/route'

import { BadInput } from './failure.ts'

/** The API, typed by the contract's routes. */
export interface Client {
  /** Throws BadInput for what the person gave wrong, Error for anything else; both with the server's own sentence. */
  call<Params, Query, Body, Reply>(
    route: Route<Params, Query, Body, Reply>,
    input: { readonly params?: Params; readonly query?: Query; readonly body?: Body },
  ): Promise<Reply>
  /** Sends a stream of bytes to an `upload` route. */
  upload<Params, Query, Body, Reply>(
    route: Route<Params, Query, Body, Reply>,
    input: { readonly params?: Params; readonly query?: Query },
    bytes: ReadableStream<Uint8Array>,
  ): Promise<Reply>
  /** Takes what a `file` route sends. */
  download<Params, Query, Body, Reply>(
    route: Route<Params, Query, Body, Reply>,
    input: { readonly params?: Params; readonly query?: Query; readonly body?: Body },
  ): Promise<Uint8Array>
}

/** Where the server is and how to be let in: options, then environment, then the local data folder. */
export interface ClientOptions {
  readonly url?: string | undefined
  readonly token?: string | undefined
  readonly data?: string | undefined
}

/** Finds the server and its token. Throws BadInput that says what to give when neither is found. */
export async function connect(options: ClientOptions): Promise<Client> {
  const url = options.url ?? process.env['PULT_URL'] ?? `http://127.0.0.1:${process.env['PULT_PORT'] ?? '7700'}`
  const token = options.token ?? process.env['PULT_TOKEN'] ?? (await localToken(options.data))
  return createClient(url, token)
}

async function localToken(data: string | undefined): Promise<string> {
  const folder = resolve(data ?? process.env['PULT_DATA'] ?? 'data')
  try {
    return (await readFile(join(folder, 'cli-token'), 'utf8')).trim()
  } catch {
    throw new BadInput(
      `No token was given and ${folder} has none. Give --token or PULT_TOKEN (Settings → Tokens), or --data with the data folder of a Pult on this machine.`,
    )
  }
}

function createClient(base: string, token: string): Client {
  const authorization = `Bearer ${token}`
  return {
    call: (route, input) =>
      ask(new URL(address(base, route, input)), {
        method: route.method,
        headers: { authorization, ...(input.body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
      }),
    upload(route, input, bytes) {
      // A stream is sent while the answer is not there yet: `fetch` wants to be told, and the browser's types do not know it.
      const init: RequestInit & { readonly duplex: 'half' } = {
        method: route.method,
        headers: { authorization, 'content-type': 'application/octet-stream' },
        body: bytes,
        duplex: 'half',
      }
      return ask(new URL(address(base, route, input)), init)
    },
    async download(route, input) {
      const response = await send(new URL(address(base, route, input)), {
        method: route.method,
        headers: { authorization, ...(input.body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
      })
      return new Uint8Array(await response.arrayBuffer())
    },
  }
}

function address(
  base: string,
  route: { readonly path: string },
  input: { readonly params?: unknown; readonly query?: unknown },
): string {
  const params = (input.params ?? {}) as Record<string, unknown>
  const path = route.path.replace(/:(\w+)/g, (_match, name: string) => encodeURIComponent(String(params[name])))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined) query.set(name, Array.isArray(value) ? value.join(',') : String(value))
  }
  const text = query.toString()
  return `${base.replace(/\/$/, '')}/api/v1${path}${text === '' ? '' : `?${text}`}`
}

async function ask<Reply>(url: URL, init: RequestInit): Promise<Reply> {
  return (await (await send(url, init)).json()) as Reply
}

async function send(url: URL, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init).catch((error: unknown) => {
    throw new Error(`No Pult answers at ${url.origin}. Start it with "npm start", or give --url.`, { cause: error })
  })
  if (response.ok) return response
  const problem = (await response.json().catch(() => ({ detail: response.statusText }))) as Partial<Problem>
  const words = problem.detail ?? `The server answered ${response.status}.`
  throw response.status < 500 ? new BadInput(words) : new Error(words)
}
