import { sql } from 'kysely'

import type { Database } from '../platform/index.ts'
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
  for (const centerId of await centersOf(database, user.id)) {
    await database.inCenter({ centerId, userId: user.id }, (tx) =>
      writeAudit(
        tx,
        { centerId, userId: user.id, name: user.name, kind: 'user' },
        { act, subject: `user ${user.id}`, detail },
      ),
    )
  }
}

interface Line {
  readonly user: SignedIn
  readonly act: string
  readonly by?: 'password' | 'link'
}

async function lineOf(auth: Auth, { path, status, cookie, email, before }: SignInCall): Promise<Line | null> {
  if (path === '/sign-out' || path === '/change-password') {
    if (before === null || status >= 300) return null
    return { user: before, act: path === '/sign-out' ? 'access.signOut' : 'access.password.change' }
  }
  const by = path === '/sign-in/email' ? 'password' : path === '/magic-link/verify' ? 'link' : undefined
  if (by === undefined) return null
  if (cookie !== '') {
    const user = await auth.signedIn(new Headers({ cookie }))
    return user === null ? null : { user, act: 'access.signIn', by }
  }
  // Beyond the limit nothing was tried any more, and a flood of lines is what a guesser must not be able to make.
  const user = email === null || status === 429 ? null : await auth.userByEmail(email)
  return user === null ? null : { user, act: 'access.signIn.refuse', by }
}

function centersOf(database: Database, userId: string): Promise<number[]> {
  return database.asUser(userId, async (tx) => {
    const { rows } = await sql<{ id: number }>`
      select center_id as id from membership where user_id = ${userId} order by 1
    `.execute(tx)
    return rows.map(({ id }) => id)
  })
}
