import type { FastifyInstance } from 'fastify'

import type { Member } from '@pult/contract/access'

import { headersOf, type Database, type Gatekeeper, type Http, type Settings, type Tx } from '../platform/index.ts'
import { serveAccess } from './access.routes.ts'
import { ADDRESS_HEADER, createAuth, type Auth } from './auth.ts'
import { firstAdministratorLink } from './first-administrator.ts'
import { createGatekeeper } from './gatekeeper.ts'
import { readMembers } from './members.ts'
import { keptSecret } from './secrets.ts'
import { auditSignIn } from './sign-in-audit.ts'

export { SYSTEM_USER } from './gatekeeper.ts'
export { keptSecret } from './secrets.ts'

/** The access room before there is a web server: the platform needs its gatekeeper to make one. */
export interface Access {
  readonly gatekeeper: Gatekeeper
  readonly auth: Auth
  /** Serves sign-in and the room's routes. */
  open(http: Http): void
  firstAdministratorLink(address: string): Promise<string | null>
  /** Who has a place in a centre, with the address of each. */
  readonly members: Members
}

export type Members = (tx: Tx, centerId: number) => Promise<readonly Member[]>

export async function createAccess(database: Database, settings: Settings): Promise<Access> {
  const auth = await createAuth({
    connectionString: database.connectionString,
    secret: keptSecret(settings.dataFolder, 'session-secret'),
    https: settings.publicUrl?.startsWith('https:') === true,
  })
  const localToken = keptSecret(settings.dataFolder, 'cli-token')
  return {
    auth,
    gatekeeper: createGatekeeper({ database, auth, localToken }),
    open(http) {
      serveSignIn(http.app, database, auth)
      serveAccess(http, database, auth)
    },
    firstAdministratorLink: (address) => firstAdministratorLink(database, auth, address),
    members: (tx, centerId) => readMembers(tx, auth, centerId),
  }
}

/** Hands /api/auth/* to the library. A page of another site may not use it: its Origin is not this Host. */
function serveSignIn(app: FastifyInstance, database: Database, auth: Auth): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    handler: async (request, reply) => {
      const { origin, host } = request.headers
      if (origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host))
        return reply.status(403).send()
      const headers = headersOf(request)
      headers.delete('content-length')
      headers.set(ADDRESS_HEADER, request.ip)
      const body = request.method === 'POST' ? JSON.stringify(request.body ?? {}) : undefined
      const before = await auth.signedIn(headers)
      const response = await auth.handle(
        new Request(`http://${host ?? 'localhost'}${request.url}`, {
          method: request.method,
          headers,
          ...(body === undefined ? {} : { body }),
        }),
      )
      await auditSignIn(database, auth, {
        path: new URL(request.url, 'http://localhost').pathname.slice('/api/auth'.length),
        status: response.status,
        cookie: response.headers
          .getSetCookie()
          .map((cookie) => cookie.split(';')[0] ?? '')
          .filter((pair) => /session_token=./.test(pair))
          .join('; '),
        email: typedEmail(request.body),
        before,
        address: request.ip,
      })
      void reply.status(response.status)
      for (const [name, value] of response.headers) {
        if (name !== 'set-cookie') void reply.header(name, name === 'location' ? withinThisServer(value) : value)
      }
      for (const cookie of response.headers.getSetCookie()) void reply.header('set-cookie', cookie)
      return reply.send(await response.text())
    },
  })
}

function typedEmail(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('email' in body)) return null
  return typeof body.email === 'string' ? body.email : null
}

/** The library knows no address of its own; wherever it leads, it leads to a page of this server. */
function withinThisServer(location: string): string {
  if (!URL.canParse(location)) return location
  const { pathname, search } = new URL(location)
  return pathname + search
}
