import { Readable } from 'node:stream'

import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import { fastify, LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { z } from 'zod'

import type { AnyRoute, Deprecated, Route } from '@pult/contract/route'

import type { AuditEntry, Caller, Gatekeeper, Identity } from './caller.ts'
import type { Database, Tx } from './database.ts'
import { databaseProblem } from './database-problem.ts'
import { faultOf } from './fault.ts'
import type { Log } from './log.ts'
import { forbidden, invalid, notFound, problemReply, RequestProblem, signInNeeded } from './problem.ts'
import { letGoOfSlowClients } from './slow-clients.ts'
import { asker } from './slow-queries.ts'

/** What a handler is given: parsed input, who asks, and a database bound to her centre. */
export interface Asked<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** Present on routes below `/centers/:centerId`. Reading it elsewhere is a programming error and throws. */
  readonly caller: Caller
  readonly identity: Identity | null
  /** One transaction in the caller's centre. */
  inCenter<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** One read-only transaction on the reports' pool. */
  readCenter<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  audit(tx: Tx, entry: AuditEntry): Promise<void>
  /** For streams that stay open: who asks as she stands now. Throws as the route itself would where she may no longer. */
  callerNow(): Promise<Caller>
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** A file or stream for routes whose transport is `file` or `events`. */
export interface Download {
  readonly stream: Readable
  readonly contentType: string
  readonly fileName?: string
}

export type Handler<Params, Query, Body, Reply> = (asked: Asked<Params, Query, Body>) => Promise<Reply | Download>

export interface Http {
  readonly app: FastifyInstance
  /** Serves one route of the contract: parse, permit, call, present. */
  serve<Params, Query, Body, Reply>(
    route: Route<Params, Query, Body, Reply>,
    handler: Handler<Params, Query, Body, Reply>,
  ): void
  /** Every route served so far; tests walk it. */
  readonly routes: readonly AnyRoute[]
}

export const API = '/api/v1'

/** Bodies of signed requests as they came: a signature is of the bytes, not of what they mean. */
const rawBodies = new WeakMap<FastifyRequest, string>()
const SIGNATURE_HEADER = 'pult-signature'
/** When whoever found the database away may ask again. */
const RETRY_AFTER_SECONDS = 2
const YEAR_SECONDS = 31_536_000

/** The body of a signed request as it came; undefined for every other. */
export const rawBodyOf = (request: FastifyRequest): string | undefined => rawBodies.get(request)

export interface HttpOptions {
  readonly database: Database
  readonly gatekeeper: Gatekeeper
  readonly log: Log
  /** For how long a client is waited for that has stopped amid a request or a reply. */
  readonly clientPatienceSeconds?: number
  /** Proxies on other machines, who are believed for whom they ask. */
  readonly proxies?: readonly string[]
  /** Whether people come by https only: browsers are told so. */
  readonly isSecure?: boolean
  /** Requests a minute from one address before it is asked to slow down. */
  readonly requestsPerMinute?: number
}

/** The web server without its routes: security headers, limits, compression, problem replies. */
export async function createHttp(options: HttpOptions): Promise<Http> {
  const app = fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1024 * 1024,
    trustProxy: ['loopback', ...(options.proxies ?? [])],
    routerOptions: { maxParamLength: 200 },
  }) as unknown as FastifyInstance
  await app.register(helmet, {
    contentSecurityPolicy: contentSecurityPolicy(),
    // Of other names below this one Pult knows nothing.
    strictTransportSecurity: options.isSecure === true ? { maxAge: YEAR_SECONDS, includeSubDomains: false } : false,
  })
  await app.register(cookie)
  await app.register(compress, { threshold: 1024, encodings: ['gzip', 'identity'] })
  letGoOfSlowClients(app, options.clientPatienceSeconds ?? 60)
  await app.register(rateLimit, { max: options.requestsPerMinute ?? 6000, timeWindow: '1 minute' })
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
  // Clients that name a type for every request send it without a body too: that is no mistake of theirs.
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (request.headers[SIGNATURE_HEADER] !== undefined) rawBodies.set(request, body as string)
    if (body === '') done(null, undefined)
    else void parseJson(request, body as string, done)
  })
  app.setErrorHandler((error, request, reply) => replyWithProblem(error, request, reply, options.log))
  const routes: AnyRoute[] = []
  return {
    app,
    routes,
    serve(route, handler) {
      routes.push(route)
      app.route({
        method: route.method,
        url: API + route.path,
        bodyLimit: route.bodyLimit,
        handler: (request, reply) =>
          asker.run({ name: request.id, isRequest: true }, async () => {
            // What a centre knows is not left behind in a browser's cache.
            void reply.header('cache-control', 'no-store')
            if (route.deprecated !== undefined) sayItGoes(reply, route.deprecated)
            const asked = await open(options, route, request, reply)
            const result = await handler(asked)
            return present(reply, route, result)
          }),
      })
    },
  }
}

/** Since when an address is on its way out (RFC 9745), and from when on it may be gone (RFC 8594). */
function sayItGoes(reply: FastifyReply, { since, until }: Deprecated): void {
  void reply.header('deprecation', `@${Date.parse(since) / 1000}`).header('sunset', new Date(until).toUTCString())
}

function contentSecurityPolicy(): { directives: Record<string, string[] | null> } {
  return {
    directives: {
      'default-src': ["'self'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'style-src': ["'self'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'script-src': ["'self'"],
      'frame-ancestors': ["'none'"],
      'upgrade-insecure-requests': null,
    },
  }
}

async function open<Params, Query, Body>(
  options: HttpOptions,
  route: Route<Params, Query, Body, unknown>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Asked<Params, Query, Body>> {
  const identity = await options.gatekeeper.identify(headersOf(request))
  if (route.may !== 'anyone' && identity === null) throw signInNeeded()
  refuseForeignOrigin(request)
  const params = parse(route.params, request.params, 'address')
  const caller = await admit(options, route, identity, params)
  const query = parse(route.query, request.query ?? {}, 'query')
  if (route.transport === 'upload' && !(request.body instanceof Readable)) {
    throw invalid('notOctets', 'Send the file as it is, with the content type application/octet-stream.')
  }
  const body = (route.transport === 'upload' ? undefined : parse(route.body, request.body ?? {}, 'body')) as Body
  const scope = caller === undefined ? undefined : { centerId: caller.centerId, userId: caller.userId }
  const { database, gatekeeper } = options
  return {
    params,
    query,
    body,
    identity,
    request,
    reply,
    get caller() {
      return demand(caller, 'caller')
    },
    inCenter: (work) => database.inCenter(demand(scope, 'centre'), work),
    readCenter: (work) => database.readCenter(demand(scope, 'centre'), work),
    audit: (tx, entry) => gatekeeper.audit(tx, demand(caller, 'caller'), entry),
    async callerNow() {
      const now = await gatekeeper.identify(headersOf(request))
      if (now === null) throw signInNeeded()
      return demand(await admit(options, route, now, params), 'caller')
    },
  }
}

function demand<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`this route has no ${what}: its path does not begin with /centers/:centerId`)
  return value
}

/** The caller's place in the centre of the address. A centre she does not belong to does not exist for her. */
async function admit(
  options: HttpOptions,
  route: AnyRoute,
  identity: Identity | null,
  params: unknown,
): Promise<Caller | undefined> {
  if (identity === null || !route.path.startsWith('/centers/:centerId')) return undefined
  const { centerId } = params as { centerId: number }
  const caller = await options.gatekeeper.admit(identity, centerId)
  if (caller === null) throw notFound('centre')
  if (route.may !== 'signedIn' && route.may !== 'anyone' && !caller.may(route.may)) throw forbidden(route.may)
  return caller
}

/** A page of another site must not act with this person's cookie. Scripts send no Origin and carry a token. */
function refuseForeignOrigin(request: FastifyRequest): void {
  const origin = request.headers.origin
  if (request.method === 'GET' || origin === undefined) return
  if (URL.canParse(origin) && new URL(origin).host === request.headers.host) return
  throw new RequestProblem(403, 'foreignOrigin', 'This request came from a page of another site.')
}

function parse<T>(schema: z.ZodType<T>, input: unknown, place: string): T {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const at = [place, ...(issue?.path ?? []).map(String)].join('.')
  throw invalid('invalid', `${at}: ${issue?.message ?? 'not understood'}`, { at, values: faultOf(issue) })
}

export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : String(value))
  }
  return headers
}

function isDownload(value: unknown): value is Download {
  return typeof value === 'object' && value !== null && 'stream' in value && value.stream instanceof Readable
}

function present(reply: FastifyReply, route: AnyRoute, result: unknown): unknown {
  if (!isDownload(result)) return reply.send(result)
  void reply.type(result.contentType)
  if (result.fileName !== undefined) {
    void reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(result.fileName)}`)
  }
  if (route.transport === 'events') void reply.header('cache-control', 'no-store').header('x-accel-buffering', 'no')
  return reply.send(result.stream)
}

function replyWithProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Log): FastifyReply {
  const problem = toProblem(error)
  if (problem.status >= 500) log.error({ err: error, requestId: request.id, path: pathOf(request) }, 'request failed')
  // Whoever tries doors that are closed to her is to be seen.
  else if (problem.status === 403)
    log.warn({ requestId: request.id, path: pathOf(request), code: problem.code }, 'request refused')
  if (problem.status === 503) void reply.header('retry-after', String(RETRY_AFTER_SECONDS))
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify(problemReply(problem, request.id)))
}

/** The address without its query, and without what opens a door by being known. */
function pathOf(request: FastifyRequest): string {
  const [path = ''] = request.url.split('?')
  const { token } = (request.params ?? {}) as { readonly token?: string }
  return token === undefined ? path : path.replace(encodeURIComponent(token), '…').replace(token, '…')
}

function toProblem(error: unknown): RequestProblem {
  if (error instanceof RequestProblem) return error
  const { statusCode, code, message } = error as { statusCode?: number; code?: string; message?: string }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new RequestProblem(
      413,
      'tooLarge',
      'The request is larger than this address takes. Send it in smaller parts.',
    )
  }
  const refused = databaseProblem(error)
  if (refused !== null) return refused
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new RequestProblem(statusCode, statusCode === 429 ? 'slowDown' : 'badRequest', message ?? 'Bad request.')
  }
  return new RequestProblem(
    500,
    'internal',
    'Something went wrong in Pult itself. The log has the details under this request id.',
  )
}
