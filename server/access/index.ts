import type { Member } from '@pult/contract/access'

import {
  lookEvery,
  type Database,
  type Gatekeeper,
  type Http,
  type Log,
  type Settings,
  type Tx,
} from '../platform/index.ts'
import { serveAccess } from './access.routes.ts'
import { markEveryHour } from './audit-chain.ts'
import { createAuth, type Auth } from './auth.ts'
import { deleteAccount, leaveCenter } from './close-account.ts'
import { firstAdministratorLink } from './first-administrator.ts'
import { forgetExpired } from './forget-expired.ts'
import { createGatekeeper } from './gatekeeper.ts'
import { forgetGuesses } from './guesses.ts'
import { readMembers } from './members.ts'
import { providerOf, signInPlaceOf, type SignInPlace } from './provider.ts'
import type { Mail } from './reset.ts'
import { keptSecret } from './secrets.ts'
import { serveSecurity } from './security.routes.ts'
import { auditForPerson } from './sign-in-audit.ts'
import { serveSignIn } from './sign-in-door.ts'

export { writeAudit } from './audit.ts'
export { SYSTEM_USER } from './gatekeeper.ts'
export type { SignInPlace } from './provider.ts'
export { keptSecret } from './secrets.ts'
export { hashSecret, newSecret, sameSecret } from './token.ts'

/** The access room before there is a web server: the platform needs its gatekeeper to make one. */
export interface Access {
  readonly gatekeeper: Gatekeeper
  readonly auth: Auth
  /** Serves sign-in and the room's routes. */
  open(http: Http): void
  start(): void
  stop(): void
  /** Tells the room by what it may send letters. */
  sendBy(mail: Mail): void
  firstAdministratorLink(address: string): Promise<string | null>
  /** Who has a place in a centre, with the address of each. */
  readonly members: Members
  /** Where else members may sign in. */
  readonly signInPlace: SignInPlace
  /** Accounts of people who leave for good. */
  readonly accounts: Accounts
}

interface Accounts {
  readonly accountsOf: Auth['usersById']
  /** Takes her place in a centre away; resolves to whether her account opens nothing else. */
  readonly leaveCenter: (tx: Tx, centerId: number, userId: string) => Promise<boolean>
  readonly deleteAccount: (userId: string) => Promise<void>
}

const FORGET_EVERY_MS = 6 * 3_600_000

export type Members = (tx: Tx, centerId: number) => Promise<readonly Member[]>

export async function createAccess(database: Database, settings: Settings, log: Log): Promise<Access> {
  let mail: Mail | undefined
  const provider = providerOf(settings)
  const auth: Auth = await createAuth({
    connectionString: database.connectionString,
    secret: keptSecret(settings.dataFolder, 'session-secret'),
    https: settings.publicUrl?.startsWith('https:') === true,
    provider,
    async wasReset(user) {
      await forgetGuesses(auth.pool, user.email)
      await auditForPerson(database, user, { act: 'access.password.reset', subject: `user ${user.id}` })
    },
  })
  const auditKey = keptSecret(settings.dataFolder, 'audit-key')
  const marks = markEveryHour(database, auditKey, log)
  const expired = lookEvery(
    FORGET_EVERY_MS,
    () => forgetExpired(auth.pool),
    (error) => log.warn({ err: error }, 'sessions that are over could not be forgotten; trying again later'),
  )
  const localToken = keptSecret(settings.dataFolder, 'cli-token')
  return {
    auth,
    signInPlace: signInPlaceOf(provider, settings),
    gatekeeper: createGatekeeper({ database, auth, localToken }),
    open(http) {
      serveSignIn(http.app, database, auth)
      const { publicUrl } = settings
      serveAccess(http, database, auth, { resetsByMail: publicUrl !== undefined, provider: provider?.name ?? null })
      serveSecurity(http, { database, auth, log, mail: () => mail, publicUrl, auditKey })
    },
    start() {
      marks.start()
      expired.start()
    },
    stop() {
      marks.stop()
      expired.stop()
    },
    sendBy: (by) => void (mail = by),
    firstAdministratorLink: (address) => firstAdministratorLink(database, auth, address),
    members: (tx, centerId) => readMembers(tx, auth, centerId),
    accounts: {
      accountsOf: (userIds) => auth.usersById(userIds),
      leaveCenter: (tx, centerId, userId) => leaveCenter(tx, database, auth, centerId, userId),
      deleteAccount: (userId) => deleteAccount(auth, userId),
    },
  }
}

/** Makes the sign-in library's tables where there are none yet, for data that comes back from a backup. */
export async function prepareSignIn(connectionString: string): Promise<void> {
  const auth = await createAuth({
    connectionString,
    secret: 'nobody signs in here: only the tables are wanted',
    https: false,
    provider: null,
    wasReset: () => Promise.resolve(),
  })
  await auth.close()
}
