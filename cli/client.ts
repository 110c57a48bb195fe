import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

import { ask, createPultClient, type AskOptions, type Asked, type Operation } from '@pult/client'
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
  if (!URL.canParse(url) || !/^https?:/i.test(url))
    throw new BadInput(`--url (PULT_URL) must be an address such as http://127.0.0.1:7700, not "${url}".`)
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

function createClient(url: string, token: string): Client {
  const pult = createPultClient({ url, token })
  const reply = async <Reply>(operation: Operation, asked: Asked, options: AskOptions = {}): Promise<Reply> => {
    const { data, error, response } = await ask(pult, operation, asked, options).catch((cause: unknown) => {
      throw new Error(`No Pult answers at ${new URL(url).origin}. Start it with "npm start", or give --url.`, { cause })
    })
    if (response.ok) return data as Reply
    const words = (error as Partial<Problem> | undefined)?.detail ?? `The server answered ${response.status}.`
    throw response.status < 500 ? new BadInput(words) : new Error(words)
  }
  return {
    call: (route, input) => reply(route, input),
    upload: (route, input, bytes) => reply(route, { ...input, body: bytes }, { raw: true }),
    download: async (route, input) =>
      new Uint8Array(await reply<ArrayBuffer>(route, input, { parseAs: 'arrayBuffer' })),
  }
}
