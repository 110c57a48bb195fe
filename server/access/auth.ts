import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { admin, magicLink } from 'better-auth/plugins'
import pg from 'pg'

/** How long a one-time link lives. */
export const LINK_HOURS = 24
/** Where the server writes, over whatever a client has written there, from which address a request comes. */
export const ADDRESS_HEADER = 'x-pult-address'

/** A signed-in person, as the library knows her. */
export interface SignedIn {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role?: string | null | undefined
}

/** Sign-in as the rest of the access room sees it. */
export interface Auth {
  /** Serves /api/auth/*. */
  handle(request: Request): Promise<Response>
  signedIn(headers: Headers): Promise<SignedIn | null>
  /** The person with this address, made if there is none. */
  ensureUser(user: { email: string; name: string; installationAdministrator: boolean }): Promise<SignedIn>
  /** The token of a link that signs the person in, once. */
  oneTimeToken(email: string): Promise<string>
  hasPassword(userId: string): Promise<boolean>
  setProfile(userId: string, profile: { name: string; email: string }): Promise<'done' | 'emailTaken'>
  setPassword(headers: Headers, password: string): Promise<void>
  userByEmail(email: string): Promise<SignedIn | null>
  usersById(ids: readonly string[]): Promise<ReadonlyMap<string, SignedIn & { hasPassword: boolean }>>
  close(): Promise<void>
}

export interface AuthOptions {
  readonly connectionString: string
  readonly secret: string
  readonly https: boolean
}

/**
 * better-auth on our PostgreSQL, in a schema of its own. Nobody signs up by herself: accounts come by one-time links, and there is
 * no default password.
 */
export async function createAuth(options: AuthOptions): Promise<Auth> {
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
  const settings = settingsOf(options, pool, (email, token) => tokensByEmail.set(email, token))
  const { runMigrations } = await getMigrations(settings)
  await runMigrations()
  const auth = betterAuth(settings)
  return {
    handle: (request) => auth.handler(request),
    async signedIn(headers) {
      const session = await auth.api.getSession({ headers })
      return session === null ? null : session.user
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
    close: () => pool.end(),
  }
}

function settingsOf(options: AuthOptions, pool: pg.Pool, keepToken: (email: string, token: string) => void) {
  return {
    database: pool,
    secret: options.secret,
    baseURL: 'http://localhost',
    basePath: '/api/auth',
    telemetry: { enabled: false },
    logger: { level: 'error' as const },
    // Only a page of this very server may sign in: the platform compares Origin and Host before it comes here.
    trustedOrigins: (request?: Request) => {
      const origin = request?.headers.get('origin')
      return origin !== null && origin !== undefined && URL.canParse(origin) ? [origin] : []
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
    advanced: {
      useSecureCookies: options.https,
      cookiePrefix: 'pult',
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    // By address: who guesses passwords from one place keeps nobody else out.
    rateLimit: { enabled: true, window: 60, max: 120, customRules: { '/sign-in/email': { window: 60, max: 8 } } },
    plugins: [
      admin(),
      magicLink({
        expiresIn: LINK_HOURS * 3600,
        disableSignUp: true,
        storeToken: 'hashed' as const,
        // A link is 32 random characters: trying is hopeless, and a whole shift may come in behind one address.
        rateLimit: { window: 60, max: 60 },
        sendMagicLink: ({ email, token }) => keepToken(email, token),
      }),
    ],
  }
}
