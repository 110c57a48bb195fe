import type { Member } from '@pult/contract/access'

import type { Database, Gatekeeper, Http, Settings, Tx } from '../platform/index.ts'
import { serveAccess } from './access.routes.ts'
import { createAuth, type Auth } from './auth.ts'
import { firstAdministratorLink } from './first-administrator.ts'
import { createGatekeeper } from './gatekeeper.ts'
import { readMembers } from './members.ts'
import { keptSecret } from './secrets.ts'
import { serveSecurity } from './security.routes.ts'
import { serveSignIn } from './sign-in-door.ts'

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
      serveSecurity(http, database, auth)
    },
    firstAdministratorLink: (address) => firstAdministratorLink(database, auth, address),
    members: (tx, centerId) => readMembers(tx, auth, centerId),
  }
}

/** Makes the sign-in library's tables where there are none yet, for data that comes back from a backup. */
export async function prepareSignIn(connectionString: string): Promise<void> {
  const auth = await createAuth({
    connectionString,
    secret: 'nobody signs in here: only the tables are wanted',
    https: false,
  })
  await auth.close()
}
