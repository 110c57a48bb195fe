import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { InjectOptions, LightMyRequestResponse } from 'fastify'

import { createApp, type App } from '../app.ts'
import { createLog, readSettings, type Settings } from '../platform/index.ts'
import { createTestDatabase } from '../platform/testing/index.ts'
import { keptSecret } from '../access/secrets.ts'

/** One person or script that sends requests. */
export interface Visitor {
  get(path: string): Promise<LightMyRequestResponse>
  send(method: 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body?: object): Promise<LightMyRequestResponse>
  readonly headers: Readonly<Record<string, string>>
}

/** A whole Pult on a fresh database, without a port: requests are injected. */
export interface TestApp {
  readonly app: App
  readonly connectionString: string
  readonly dataFolder: string
  /** The command line of this machine: administrator everywhere. */
  readonly system: Visitor
  readonly stranger: Visitor
  /** A new centre of this installation. */
  createCenter(name: string, timeZone?: string): Promise<number>
  /** Invites a person and comes in by her one-time link; resolves to her, signed in. */
  comeIn(centerId: number, role: string, agentId?: number): Promise<Visitor & { userId: string; email: string }>
  /** Stops it as a restart of the machine does, and starts another on the same data. */
  restart(): Promise<void>
  close(): Promise<void>
}

export const API = '/api/v1'

interface TestOptions {
  readonly started?: boolean
  readonly demo?: boolean
  /** Another way to its database than the straight one. */
  readonly reach?: (connectionString: string) => Promise<string>
  /** Other settings of the server. */
  readonly more?: Partial<Settings>
}

/** Opens it with jobs and roll-ups running when `started`. */
export async function openTestApp({
  started = false,
  demo = false,
  more = {},
  reach = (straight) => Promise.resolve(straight),
}: TestOptions = {}): Promise<TestApp> {
  const { connectionString, drop } = await createTestDatabase()
  const reached = await reach(connectionString)
  const dataFolder = await mkdtemp(join(tmpdir(), 'pult-test-'))
  const settings = readSettings(
    { dataFolder, port: 0, demo, logLevel: process.env['PULT_TEST_LOG'] ?? 'silent', ...more },
    {},
  )
  const open = async (): Promise<App> => {
    const opened = await createApp({ settings, log: createLog(settings.logLevel), connectionString: reached })
    if (started) await opened.start()
    else await opened.http.app.ready()
    return opened
  }
  let app = await open()
  const visitor = (headers: Record<string, string>): Visitor => visitorOf(() => app, headers)
  const system = visitor({ authorization: `Bearer ${keptSecret(dataFolder, 'cli-token')}` })
  let people = 0
  return {
    get app() {
      return app
    },
    connectionString,
    dataFolder,
    system,
    stranger: visitor({}),
    async createCenter(name, timeZone = 'Europe/Moscow') {
      const reply = await system.send('POST', '/centers', { name, timeZone, calendar: 'ru' })
      return done<{ centerId: number }>(reply).centerId
    },
    async comeIn(centerId, role, agentId) {
      people += 1
      const email = `${role}-${people}@example.com`
      const invited = await system.send('POST', `/centers/${centerId}/members`, {
        name: `${role} ${people}`,
        email,
        role,
        ...(agentId === undefined ? {} : { agentId }),
      })
      const cookie = await followLink(app, done<{ link: string }>(invited).link)
      const person = visitor({ cookie })
      const session = done<{ user: { id: string } }>(await person.get('/session'))
      return { ...person, userId: session.user.id, email }
    },
    async restart() {
      await app.stop()
      app = await open()
    },
    async close() {
      await app.stop()
      await drop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** The reply's body; throws with the problem when it was refused. */
export function done<Reply>(reply: LightMyRequestResponse): Reply {
  if (reply.statusCode >= 300) throw new Error(`${reply.statusCode}: ${reply.body}`)
  return reply.json()
}

let browsers = 0

/** Opens a one-time link in a browser at an address of its own; resolves to the session's cookie. */
export async function followLink(app: App, link: string): Promise<string> {
  const { pathname, search } = new URL(link)
  browsers += 1
  const remoteAddress = `10.0.${browsers >> 8}.${browsers & 255}`
  const reply = await app.http.app.inject({ method: 'GET', url: pathname + search, remoteAddress })
  return cookieOf(reply)
}

/** The cookies that a reply sets, as a browser would send them back. */
export function cookieOf(reply: LightMyRequestResponse): string {
  return reply.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
}

function visitorOf(app: () => App, headers: Record<string, string>): Visitor {
  const inject = (request: InjectOptions): Promise<LightMyRequestResponse> =>
    app().http.app.inject({ ...request, headers: { host: 'pult.test', ...headers } })
  return {
    headers,
    get: (path) => inject({ method: 'GET', url: API + path }),
    send: (method, path, body) => inject({ method, url: API + path, payload: body ?? {} }),
  }
}
