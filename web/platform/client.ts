import { addressOf as addressAt, ask, createPultClient, type Asked, type AskOptions } from '@pult/client'
import type { BodyOf, ParamsOf, QueryOf, ReplyOf, Route } from '@pult/contract/route'

import { ApiProblem, problemOf } from './problem.ts'
import { heard } from './connection.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- routes of every shape pass through here
type Any = Route<any, any, any, any>

// In brackets, so that a body of one of several shapes stays one body.
type Part<Name extends string, Value> = [Value] extends [Record<string, never>]
  ? Partial<Record<Name, undefined>>
  : [Record<never, unknown>] extends [Value]
    ? Partial<Record<Name, Value>>
    : Record<Name, Value>

/** What a call must be given: the parts that the route declares, and no others. A part all of whose fields are optional may be left out. */
export type InputOf<R extends Any> = Part<'params', ParamsOf<R>> & Part<'query', QueryOf<R>> & Part<'body', BodyOf<R>>

export interface CallOptions {
  readonly signal?: AbortSignal
}

export interface UploadOptions extends CallOptions {
  /** A fraction from 0 to 1 of the bytes that have left. */
  readonly onProgress?: (fraction: number) => void
}

const pult = createPultClient({ url: '', fetch: reach })

/** The address of a route with its parameters and query; what is undefined is left out. */
export const addressOf = <R extends Any>(route: R, input: InputOf<R>): string => addressAt('', route, input)

/** Asks the server and resolves to its reply. Throws an ApiProblem for every refusal and when there is no connection. */
export async function call<R extends Any>(route: R, input: InputOf<R>, options: CallOptions = {}): Promise<ReplyOf<R>> {
  return (await answered(route, input, options)).data as ReplyOf<R>
}

/** Fetches a route that replies with a file and hands it to the browser to keep. */
export async function download<R extends Any>(route: R, input: InputOf<R>, options: CallOptions = {}): Promise<void> {
  const { data, headers } = await answered(route, input, { ...options, parseAs: 'blob' })
  keep(data as Blob, fileNameOf(headers.get('content-disposition')))
}

async function answered<R extends Any>(
  route: R,
  input: InputOf<R>,
  options: AskOptions,
): Promise<{ readonly data: unknown; readonly headers: Headers }> {
  const asked: Asked = route.method === 'GET' ? input : { ...input, body: (input as Asked).body ?? {} }
  const { data = null, error, response } = await ask(pult, route, asked, options)
  if (response.ok) return { data, headers: response.headers }
  throw refused(response, error)
}

/** Sends a file to a route whose transport is `upload`, as it is, with progress. */
export function upload<R extends Any>(
  route: R,
  input: InputOf<R>,
  file: Blob,
  options: UploadOptions = {},
): Promise<ReplyOf<R>> {
  return new Promise((resolve, reject) => {
    // fetch cannot tell how much of a body has left; XMLHttpRequest can.
    const request = new XMLHttpRequest()
    request.open(route.method, addressOf(route, input))
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.addEventListener('progress', (event) =>
      options.onProgress?.(event.total === 0 ? 0 : event.loaded / event.total),
    )
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as ReplyOf<R>)
      else reject(problemOf(request.status, request.response))
    })
    request.addEventListener('error', () => reject(new ApiProblem({ code: 'offline', status: 0 })))
    request.addEventListener('abort', () => reject(new ApiProblem({ code: 'cancelled', status: 0 })))
    options.signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

/** Asks an address outside the contract (sign-in), with the same problems. */
export async function post(address: string, body: unknown): Promise<unknown> {
  const response = await reach(
    new Request(address, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  )
  const said = await readJson(response)
  if (response.ok) return said
  throw refused(response, said)
}

/** The browser's `fetch`, whose silence is told to everybody. */
async function reach(request: Request): Promise<Response> {
  const response = await fetch(request).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    const problem = new ApiProblem({ code: 'offline', status: 0 })
    heard(problem)
    throw problem
  })
  if (response.ok) heard(undefined)
  return response
}

function refused(response: Response, said: unknown): ApiProblem {
  const problem = problemOf(response.status, said)
  heard(problem)
  return problem
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text()
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function fileNameOf(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1]
  return encoded === undefined ? 'pult' : decodeURIComponent(encoded)
}

/** Hands a file to the browser, to be kept. */
export function keep(blob: Blob, fileName: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = fileName
  link.click()
  // A browser that asks where to put it reads it only then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
