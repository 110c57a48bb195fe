import { sql } from 'kysely'

import type { SignInWay } from '@pult/contract/access'

import type { AuditEntry, Database } from '../platform/index.ts'
import { writeAudit } from './audit.ts'
import type { Auth, SignedIn } from './auth.ts'

/** A call of the sign-in library that was answered. */
export interface SignInCall {
  /** Below `/api/auth`, without the query: `/sign-in/email`. */
  readonly path: string
  readonly status: number
  /** The session's cookie that the answer sets; empty where it sets none. */
  readonly cookie: string
  /** The e-mail that was typed. */
  readonly email: string | null
  /** Who was signed in before the call. */
  readonly before: SignedIn | null
  /** From where. */
  readonly address: string
  /** After this failure whoever tries has to wait. */
  readonly beginsToWait: boolean
}

/**
 * Writes who came in, went out, changed her password, or was refused under a name that exists, into the audit log of every
 * centre that person belongs to. A name nobody has is nobody's line.
 */
export async function auditSignIn(database: Database, auth: Auth, call: SignInCall): Promise<void> {
  const line = await lineOf(auth, call)
  if (line === null) return
  const { user, act, by } = line
  const detail = { address: call.address, ...(by === undefined ? {} : { by }) }
  if (act === 'access.signIn.refuse' && call.beginsToWait)
    await auditForPerson(database, user, { act: 'access.signIn.slow', subject: `user ${user.id}`, detail })
  await auditForPerson(database, user, { act, subject: `user ${user.id}`, detail })
}

/** What a person does to her own sign-in stands in the log of every centre that she belongs to. */
export async function auditForPerson(database: Database, user: SignedIn, entry: AuditEntry): Promise<void> {
  for (const centerId of await centersOf(database, user.id)) {
    await database.inCenter({ centerId, userId: user.id }, (tx) =>
      writeAudit(tx, { centerId, userId: user.id, name: user.name, kind: 'user' }, entry),
    )
  }
}

interface Line {
  readonly user: SignedIn
  readonly act: string
  readonly by?: SignInWay
}

/** What someone who is signed in already does to her own sign-in. */
const ownActs: Readonly<Record<string, string>> = {
  '/sign-out': 'access.signOut',
  '/change-password': 'access.password.change',
  '/two-factor/verify-totp': 'access.secondFactor.enable',
  '/two-factor/disable': 'access.secondFactor.disable',
  '/two-factor/generate-backup-codes': 'access.backupCodes.create',
  '/passkey/register': 'access.passkey.create',
}

async function lineOf(auth: Auth, { path, status, cookie, email, before }: SignInCall): Promise<Line | null> {
  if (before !== null) {
    const act = ownActs[path]
    return act === undefined || status >= 300 ? null : { user: before, act }
  }
  if (cookie !== '') {
    const user = await auth.signedIn(new Headers({ cookie }))
    return user === null ? null : { user, act: 'access.signIn', by: user.signedInBy }
  }
  // Beyond the limit nothing was tried any more, and a flood of lines is what a guesser must not be able to make.
  if (path !== '/sign-in/email' || status < 300 || status === 429 || email === null) return null
  const user = await auth.userByEmail(email)
  return user === null ? null : { user, act: 'access.signIn.refuse', by: 'password' }
}

/** The centres that a person belongs to. */
export function centersOf(database: Database, userId: string): Promise<number[]> {
  return database.asUser(userId, async (tx) => {
    const { rows } = await sql<{ id: number }>`
      select center_id as id from membership where user_id = ${userId} order by 1
    `.execute(tx)
    return rows.map(({ id }) => id)
  })
}
