import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import pg from 'pg'

import type { SignInWay } from '@pult/contract/access'

import { authSettings, type AuthOptions, type Outbox } from './auth-settings.ts'
import { hashPassword, isOldHash } from './password-hash.ts'

/** A signed-in person, as the library knows her. */
export interface SignedIn {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role?: string | null | undefined
}

/** The same with the session that she came by. */
export interface InSession extends SignedIn {
  readonly sessionId: string
  readonly signedInBy: SignInWay
}

/** Sign-in as the rest of the access room sees it. */
export interface Auth {
  /** Serves /api/auth/*. */
  handle(request: Request): Promise<Response>
  signedIn(headers: Headers): Promise<InSession | null>
  /** The person with this address, made if there is none. */
  ensureUser(user: { email: string; name: string; installationAdministrator: boolean }): Promise<SignedIn>
  /** The token of a link that signs the person in, once. */
  oneTimeToken(email: string): Promise<string>
  /** The token of a link that sets a new password, once. */
  resetToken(email: string): Promise<string>
  hasPassword(userId: string): Promise<boolean>
  setProfile(userId: string, profile: { name: string; email: string }): Promise<'done' | 'emailTaken'>
  setPassword(headers: Headers, password: string): Promise<void>
  /** Keeps the password she has just signed in with by today's parameters. */
  renewHash(userId: string, password: string): Promise<void>
  userByEmail(email: string): Promise<SignedIn | null>
  usersById(ids: readonly string[]): Promise<ReadonlyMap<string, SignedIn & { hasPassword: boolean }>>
  /** The library's tables, owner's rights. */
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** However often it is used, a session ends a month after it began. */
const LONGEST_SESSION_MS = 30 * 86_400_000

/**
 * better-auth on our PostgreSQL, in a schema of its own. Nobody signs up by herself: accounts come by one-time links, and there is
 * no default password.
 */
export async function createAuth(options: AuthOptions & Pick<Outbox, 'wasReset'>): Promise<Auth> {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: 4,
    idleTimeoutMillis: 30_000,
    application_name: 'pult sign-in',
    options: '-c search_path=auth',
  })
  // The database may go and come back; the next question makes a new connection.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const tokensByEmail = new Map<string, string>()
  const settings = authSettings(options, pool, {
    link: (email, token) => tokensByEmail.set(email, token),
    reset: (email, token) => tokensByEmail.set(`reset ${email}`, token),
    wasReset: options.wasReset,
  })
  const { runMigrations } = await getMigrations(settings)
  await runMigrations()
  const auth = betterAuth(settings)
  return {
    handle: (request) => auth.handler(request),
    async signedIn(headers) {
      const found = await auth.api.getSession({ headers }).catch(async (error: unknown) => {
        // The library says only that it failed. Whether the database is away, the database says.
        await pool.query('select 1')
        throw error
      })
      if (found === null || Date.now() - found.session.createdAt.getTime() > LONGEST_SESSION_MS) return null
      // Sessions of before Pult kept how they came about were made by a password.
      const signedInBy = (found.session.signedInBy ?? 'password') as SignInWay
      return { ...found.user, sessionId: found.session.id, signedInBy }
    },
    async ensureUser({ email, name, installationAdministrator }) {
      const { internalAdapter } = await auth.$context
      const known = await internalAdapter.findUserByEmail(email)
      if (known !== null) return known.user
      return internalAdapter.createUser(
        { email, name, emailVerified: true, role: installationAdministrator ? 'admin' : 'user' },
        { method: 'admin' },
      )
    },
    async oneTimeToken(email) {
      await auth.api.signInMagicLink({ body: { email }, headers: new Headers() })
      const token = tokensByEmail.get(email)
      tokensByEmail.delete(email)
      if (token === undefined) throw new Error('the sign-in library made no link')
      return token
    },
    async resetToken(email) {
      await auth.api.requestPasswordReset({ body: { email } })
      const token = tokensByEmail.get(`reset ${email}`)
      tokensByEmail.delete(`reset ${email}`)
      if (token === undefined) throw new Error('the sign-in library made no link for a new password')
      return token
    },
    async hasPassword(userId) {
      const { rowCount } = await pool.query('select 1 from account where "userId" = $1 and "providerId" = $2', [
        userId,
        'credential',
      ])
      return (rowCount ?? 0) > 0
    },
    async setProfile(userId, { name, email }) {
      const taken = await pool.query('select 1 from "user" where email = $1 and id <> $2', [
        email.toLowerCase(),
        userId,
      ])
      if ((taken.rowCount ?? 0) > 0) return 'emailTaken'
      await pool.query('update "user" set name = $1, email = $2, "updatedAt" = now() where id = $3', [
        name,
        email.toLowerCase(),
        userId,
      ])
      return 'done'
    },
    async setPassword(headers, password) {
      await auth.api.setPassword({ body: { newPassword: password }, headers })
    },
    async renewHash(userId, password) {
      const { rows } = await pool.query<{ id: string; password: string }>(
        `select id, password from account where "userId" = $1 and "providerId" = 'credential'`,
        [userId],
      )
      const [account] = rows
      if (account === undefined || !isOldHash(account.password)) return
      await pool.query('update account set password = $1 where id = $2 and password = $3', [
        await hashPassword(password),
        account.id,
        account.password,
      ])
    },
    async userByEmail(email) {
      const { internalAdapter } = await auth.$context
      return (await internalAdapter.findUserByEmail(email.toLowerCase()))?.user ?? null
    },
    async usersById(ids) {
      const { rows } = await pool.query<SignedIn & { hasPassword: boolean }>(
        `select u.id, u.name, u.email, u.role,
           exists (select 1 from account a where a."userId" = u.id and a."providerId" = 'credential') as "hasPassword"
         from "user" u where u.id = any($1)`,
        [ids],
      )
      return new Map(rows.map((row) => [row.id, row]))
    },
    pool,
    close: () => pool.end(),
  }
}
