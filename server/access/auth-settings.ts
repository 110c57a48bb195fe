import { admin, genericOAuth, magicLink, twoFactor } from 'better-auth/plugins'
import type pg from 'pg'

import { LONGEST_PASSWORD, SHORTEST_PASSWORD, type SignInWay } from '@pult/contract/access'

import { passkeys } from './passkeys.ts'
import { hashPassword, isPassword } from './password-hash.ts'
import { providerConfig, type Provider } from './provider.ts'

/** How long a one-time link lives. */
export const LINK_HOURS = 24
/** How long a link that asks for a new password lives. */
export const RESET_HOURS = 1
/** Where the server writes, over whatever a client has written there, from which address a request comes. */
export const ADDRESS_HEADER = 'x-pult-address'

const DAY_SECONDS = 86_400

export interface AuthOptions {
  readonly connectionString: string
  readonly secret: string
  readonly https: boolean
  readonly provider: Provider | null
}

/** Where the library hands over what it would send. */
export interface Outbox {
  readonly link: (email: string, token: string) => void
  readonly reset: (email: string, token: string) => void
  /** A link has set a new password. */
  readonly wasReset: (user: { readonly id: string; readonly name: string; readonly email: string }) => Promise<void>
}

/** How each door of the library lets in. A session that takes the place of another one keeps its way. */
const wayByPath: Readonly<Record<string, SignInWay>> = {
  '/sign-in/email': 'password',
  '/magic-link/verify': 'link',
  '/two-factor/verify-totp': 'code',
  '/two-factor/verify-backup-code': 'backupCode',
  '/passkey/sign-in': 'passkey',
  '/callback/:id': 'provider',
}

interface Context {
  readonly path?: string | undefined
  readonly context?: { readonly session?: { readonly session: Readonly<Record<string, unknown>> } | null }
}

function wayOf(context: Context | null): SignInWay {
  const former = context?.context?.session?.session['signedInBy']
  // Without the codes, nothing shows that she has come by them.
  if (context?.path === '/two-factor/disable' && former !== 'passkey') return 'password'
  return wayByPath[context?.path ?? ''] ?? (typeof former === 'string' ? (former as SignInWay) : 'password')
}

/** The library's settings. Nobody signs up by herself, and nothing is sent but through the outbox. */
export function authSettings(options: AuthOptions, pool: pg.Pool, outbox: Outbox) {
  return {
    appName: 'Пульт',
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
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD * 4,
      password: { hash: hashPassword, verify: isPassword },
      resetPasswordTokenExpiresIn: RESET_HOURS * 3600,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }: { user: { email: string }; token: string }) => {
        outbox.reset(user.email, token)
        return Promise.resolve()
      },
      onPasswordReset: ({ user }: { user: { id: string; name: string; email: string } }) => outbox.wasReset(user),
    },
    // Whoever signs in elsewhere is the member with that address, when that place has verified it; never anybody new.
    account: { encryptOAuthTokens: true, accountLinking: { enabled: true, trustedProviders: [] } },
    // A hint in the database opens nothing: the token itself is only in the link.
    verification: { storeIdentifier: 'hashed' as const },
    session: {
      expiresIn: 14 * DAY_SECONDS,
      // How exactly one sees when a session was last used.
      updateAge: 600,
      additionalFields: { signedInBy: { type: 'string' as const, required: false, input: false } },
    },
    databaseHooks: {
      session: {
        create: {
          before: (session: object, context: Context | null) =>
            Promise.resolve({ data: { ...session, signedInBy: wayOf(context) } }),
        },
      },
    },
    advanced: {
      useSecureCookies: options.https,
      cookiePrefix: 'pult',
      // The session goes with no request that another site begins, not even a link.
      cookies: { session_token: { attributes: { sameSite: 'strict' as const } } },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    // By address; a whole shift may come in behind one. By account: see `guesses.ts`.
    rateLimit: {
      enabled: true,
      window: 60,
      max: 120,
      customRules: {
        '/sign-in/email': { window: 60, max: 40 },
        '/sign-in/social': { window: 60, max: 40 },
        '/two-factor/*': { window: 60, max: 40 },
      },
    },
    plugins: [
      admin(),
      magicLink({
        expiresIn: LINK_HOURS * 3600,
        disableSignUp: true,
        storeToken: 'hashed' as const,
        // A link is 32 random characters: trying is hopeless, and a whole shift may come in behind one address.
        rateLimit: { window: 60, max: 60 },
        sendMagicLink: ({ email, token }) => outbox.link(email, token),
      }),
      twoFactor({ issuer: 'Пульт' }),
      passkeys(),
      genericOAuth({ config: options.provider === null ? [] : [providerConfig(options.provider)] }),
    ],
  }
}
