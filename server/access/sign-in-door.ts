import type { FastifyInstance, FastifyRequest } from 'fastify'

import { headersOf, notFound, RequestProblem, type Database } from '../platform/index.ts'
import { ADDRESS_HEADER } from './auth-settings.ts'
import type { Auth, SignedIn } from './auth.ts'
import { beginsToWait, countTry, succeeded, type Guess } from './guesses.ts'
import { endSession, useCode } from './own-security.ts'
import { refusePassword } from './password-rules.ts'
import { PROVIDER_ID } from './provider.ts'
import { auditSignIn } from './sign-in-audit.ts'

type Body = Readonly<Record<string, unknown>>

interface Door {
  /** Which of what was sent the library gets to see. */
  readonly fields: readonly string[]
  /** What it gets to see besides. */
  readonly also?: Body
  /** The field with a password that shows who she is: tries are counted. */
  readonly password?: string
  /** The field with a password that is chosen now. */
  readonly newPassword?: string
}

const nothing: Door = { fields: [] }

/** What of the library is open, and to what. It can do much more; nobody needs it, so it is not there. */
const doors: Readonly<Record<string, Door>> = {
  'GET /magic-link/verify': nothing,
  'POST /sign-in/email': { fields: ['email', 'password'], password: 'password' },
  'POST /sign-in/social': {
    fields: [],
    also: { provider: PROVIDER_ID, callbackURL: '/', errorCallbackURL: '/sign-in' },
  },
  [`GET /callback/${PROVIDER_ID}`]: nothing,
  'POST /sign-out': nothing,
  'POST /change-password': {
    fields: ['currentPassword', 'newPassword'],
    also: { revokeOtherSessions: true },
    password: 'currentPassword',
    newPassword: 'newPassword',
  },
  'POST /reset-password': { fields: ['newPassword', 'token'], newPassword: 'newPassword' },
  'POST /two-factor/enable': { fields: ['password'], password: 'password' },
  'POST /two-factor/disable': { fields: ['password'], password: 'password' },
  'POST /two-factor/generate-backup-codes': { fields: ['password'], password: 'password' },
  'POST /two-factor/verify-totp': { fields: ['code'] },
  'POST /two-factor/verify-backup-code': { fields: ['code'] },
  'POST /passkey/register-options': { fields: ['password'], password: 'password' },
  'POST /passkey/register': { fields: ['name', 'answer'] },
  'POST /passkey/sign-in-options': nothing,
  'POST /passkey/sign-in': { fields: ['answer'] },
}

/** Hands the open doors of /api/auth/* to the library. A page of another site may not use it: its Origin is not this Host. */
export function serveSignIn(app: FastifyInstance, database: Database, auth: Auth): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    handler: async (request, reply) => {
      refuseForeignPage(request)
      const path = new URL(request.url, 'http://localhost').pathname.slice('/api/auth'.length)
      const door = doors[`${request.method} ${path}`]
      if (door === undefined) throw notFound('address')
      const headers = libraryHeaders(request)
      const before = await auth.signedIn(headers)
      const sent = bodyOf(request)
      await refuseNewPassword(door, sent, before)
      const guess = guessOf(door, sent, before, request.ip)
      const failures = guess === null ? 0 : await countTry(auth.pool, guess)
      const response = await auth.handle(libraryRequest(request, headers, door, sent))
      if (guess !== null && response.ok) await succeeded(auth.pool, guess)
      const cookies = response.headers.getSetCookie()
      if (path === '/two-factor/verify-totp' && before === null && response.ok)
        await refuseUsedCode(auth, sessionCookie(cookies), sent['code'])
      await auditSignIn(database, auth, {
        path,
        status: response.status,
        cookie: sessionCookie(cookies),
        email: typedEmail(sent),
        before,
        address: request.ip,
        beginsToWait: beginsToWait(failures),
      })
      if (path === '/sign-in/email' && response.ok) await renewHash(auth, sent)
      void reply.status(response.status).header('cache-control', 'no-store')
      for (const [name, value] of response.headers) {
        if (name !== 'set-cookie') void reply.header(name, name === 'location' ? withinThisServer(value) : value)
      }
      for (const cookie of cookies) void reply.header('set-cookie', cookie)
      return reply.send(withoutToken(await response.text()))
    },
  })
}

function refuseForeignPage({ headers: { origin, host } }: FastifyRequest): void {
  if (origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)) return
  throw new RequestProblem(403, 'foreignOrigin', 'This request came from a page of another site.')
}

function libraryHeaders(request: FastifyRequest): Headers {
  const headers = headersOf(request)
  headers.delete('content-length')
  headers.set(ADDRESS_HEADER, request.ip)
  return headers
}

function libraryRequest(request: FastifyRequest, headers: Headers, door: Door, sent: Body): Request {
  const address = `http://${request.headers.host ?? 'localhost'}${request.url}`
  if (request.method === 'GET') return new Request(address, { headers })
  const seen = Object.fromEntries(door.fields.flatMap((field) => (field in sent ? [[field, sent[field]]] : [])))
  headers.set('content-type', 'application/json')
  return new Request(address, { method: 'POST', headers, body: JSON.stringify({ ...seen, ...door.also }) })
}

const bodyOf = ({ body }: FastifyRequest): Body =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Body) : {}

async function refuseNewPassword({ newPassword }: Door, sent: Body, before: SignedIn | null): Promise<void> {
  const password = newPassword === undefined ? undefined : sent[newPassword]
  if (typeof password !== 'string') return
  const problem = await refusePassword(password, before ?? { name: '', email: '' })
  if (problem !== null) throw problem
}

/** Whoever has just proved her password gets it kept as strongly as new ones are. */
async function renewHash(auth: Auth, { email, password }: Body): Promise<void> {
  if (typeof email !== 'string' || typeof password !== 'string') return
  const user = await auth.userByEmail(email)
  if (user !== null) await auth.renewHash(user.id, password)
}

/** Whose password is tried, from where; null where none is. */
function guessOf({ password }: Door, sent: Body, before: SignedIn | null, address: string): Guess | null {
  if (password === undefined || typeof sent[password] !== 'string') return null
  const email = before?.email ?? typedEmail(sent)
  return email === null ? null : { email, address }
}

/** A code that was looked at over a shoulder lets nobody in after its owner. */
async function refuseUsedCode(auth: Auth, cookie: string, code: unknown): Promise<void> {
  const user = await auth.signedIn(new Headers({ cookie }))
  if (user === null || (await useCode(auth.pool, user.id, String(code)))) return
  await endSession(auth.pool, user.id, user.sessionId)
  throw new RequestProblem(401, 'INVALID_CODE', 'This code has been used. Wait for the next one.')
}

const sessionCookie = (cookies: readonly string[]): string =>
  cookies
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((pair) => /session_token=./.test(pair))
    .join('; ')

const typedEmail = ({ email }: Body): string | null => (typeof email === 'string' ? email : null)

/** The session's token is in a cookie that no script can read, and nowhere else. */
function withoutToken(text: string): string {
  if (!text.startsWith('{')) return text
  return JSON.stringify(JSON.parse(text), (key, value: unknown) => (key === 'token' ? undefined : value))
}

/** The library knows no address of its own; wherever it leads, it leads to a page of this server. */
function withinThisServer(location: string): string {
  if (!URL.canParse(location)) return location
  const { pathname, search } = new URL(location)
  return pathname + search
}
