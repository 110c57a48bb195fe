import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { APIError, createAuthEndpoint, sensitiveSessionMiddleware } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

// Passkeys (WebAuthn level 3) as a plugin of the sign-in library. A key belongs to the host it was made for, is asked to verify the
// person herself, and so is both factors at once.

interface PasskeyRow {
  readonly id: string
  readonly userId: string
  readonly credentialId: string
  readonly publicKey: string
  readonly counter: number
  readonly transports: string
  readonly host: string
}

/** How long a browser may take to answer. */
const CHALLENGE_MS = 5 * 60_000

const Answer = z
  .object({ id: z.string().max(2000), rawId: z.string().max(2000), type: z.literal('public-key') })
  .loose()
type RegistrationAnswer = Parameters<typeof verifyRegistrationResponse>[0]['response']
type SignInAnswer = Parameters<typeof verifyAuthenticationResponse>[0]['response']

type Context = Parameters<typeof setSessionCookie>[0]

/** The page that asks. Its host was compared with the request's before; a key made for another host does not open this one. */
function pageOf(ctx: Context): { readonly origin: string; readonly host: string } {
  const origin = ctx.headers?.get('origin') ?? ''
  if (!URL.canParse(origin)) throw refused('PASSKEY_NEEDS_PAGE', 'A passkey is used from a page of Pult only.')
  return { origin, host: new URL(origin).hostname }
}

const refused = (code: string, message: string): APIError => new APIError('BAD_REQUEST', { code, message })
const notTaken = (): APIError => refused('PASSKEY_REFUSED', 'This passkey was not accepted.')

async function keepChallenge(ctx: Context, challenge: string, whose: string): Promise<void> {
  await ctx.context.internalAdapter.createVerificationValue({
    identifier: `passkey:${challenge}`,
    value: whose,
    expiresAt: new Date(Date.now() + CHALLENGE_MS),
  })
}

/** A challenge is good once, and for whom it was made. */
const isChallengeOf =
  (ctx: Context, whose: string) =>
  async (challenge: string): Promise<boolean> =>
    (await ctx.context.internalAdapter.consumeVerificationValue(`passkey:${challenge}`))?.value === whose

const ANYBODY = 'sign-in'

function keysOf(ctx: Context, userId: string): Promise<PasskeyRow[]> {
  return ctx.context.adapter.findMany<PasskeyRow>({ model: 'passkey', where: [{ field: 'userId', value: userId }] })
}

const fields = {
  name: { type: 'string', required: true },
  userId: { type: 'string', required: true, references: { model: 'user', field: 'id' }, index: true },
  credentialId: { type: 'string', required: true, unique: true },
  publicKey: { type: 'string', required: true },
  counter: { type: 'number', required: true },
  transports: { type: 'string', required: true },
  host: { type: 'string', required: true },
  createdAt: { type: 'date', required: true },
  lastUsedAt: { type: 'date', required: false },
} as const

const registerOptions = createAuthEndpoint(
  '/passkey/register-options',
  { method: 'POST', body: z.object({ password: z.string().max(1000) }), use: [sensitiveSessionMiddleware] },
  async (ctx) => {
    const { user } = ctx.context.session
    // Another way in is given by whoever knows the password, not by whoever finds an open page.
    await ctx.context.password.checkPassword(user.id, ctx)
    const { host } = pageOf(ctx)
    const keys = await keysOf(ctx, user.id)
    const options = await generateRegistrationOptions({
      rpName: 'Пульт',
      rpID: host,
      userName: user.email,
      userDisplayName: user.name,
      userID: new TextEncoder().encode(user.id),
      attestationType: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: keys.filter((key) => key.host === host).map((key) => ({ id: key.credentialId })),
    })
    await keepChallenge(ctx, options.challenge, user.id)
    return ctx.json(options)
  },
)

const register = createAuthEndpoint(
  '/passkey/register',
  {
    method: 'POST',
    body: z.object({ name: z.string().trim().min(1).max(100), answer: Answer }),
    use: [sensitiveSessionMiddleware],
  },
  async (ctx) => {
    const { user } = ctx.context.session
    const { origin, host } = pageOf(ctx)
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: ctx.body.answer as unknown as RegistrationAnswer,
      expectedChallenge: isChallengeOf(ctx, user.id),
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: true,
    }).catch(() => {
      throw notTaken()
    })
    if (!verified) throw notTaken()
    const { credential } = registrationInfo
    await ctx.context.adapter.create({
      model: 'passkey',
      data: {
        name: ctx.body.name,
        userId: user.id,
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString('base64'),
        counter: credential.counter,
        transports: (credential.transports ?? []).join(','),
        host,
        createdAt: new Date(),
      },
    })
    return ctx.json({ done: true })
  },
)

const signInOptions = createAuthEndpoint(
  '/passkey/sign-in-options',
  { method: 'POST', body: z.object({}) },
  async (ctx) => {
    const options = await generateAuthenticationOptions({ rpID: pageOf(ctx).host, userVerification: 'required' })
    await keepChallenge(ctx, options.challenge, ANYBODY)
    return ctx.json(options)
  },
)

const signIn = createAuthEndpoint(
  '/passkey/sign-in',
  { method: 'POST', body: z.object({ answer: Answer }) },
  async (ctx) => {
    const { origin, host } = pageOf(ctx)
    const { adapter, internalAdapter } = ctx.context
    const key = await adapter.findOne<PasskeyRow>({
      model: 'passkey',
      where: [{ field: 'credentialId', value: ctx.body.answer.id }],
    })
    if (key === null || key.host !== host) throw notTaken()
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: ctx.body.answer as unknown as SignInAnswer,
      expectedChallenge: isChallengeOf(ctx, ANYBODY),
      expectedOrigin: origin,
      expectedRPID: host,
      credential: {
        id: key.credentialId,
        publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64')),
        counter: key.counter,
      },
      requireUserVerification: true,
    }).catch(() => {
      throw notTaken()
    })
    const user = verified ? await internalAdapter.findUserById(key.userId) : null
    if (user === null) throw notTaken()
    await adapter.update({
      model: 'passkey',
      where: [{ field: 'id', value: key.id }],
      update: { counter: authenticationInfo.newCounter, lastUsedAt: new Date() },
    })
    const session = await internalAdapter.createSession(user.id)
    await setSessionCookie(ctx, { session, user })
    return ctx.json({ done: true })
  },
)

/** Keys are made by whoever is signed in and knows her password, and let in whoever holds one. */
export function passkeys() {
  return {
    id: 'passkeys',
    schema: { passkey: { fields } },
    endpoints: {
      passkeyRegisterOptions: registerOptions,
      passkeyRegister: register,
      passkeySignInOptions: signInOptions,
      passkeySignIn: signIn,
    },
    rateLimit: [{ pathMatcher: (path: string) => path.startsWith('/passkey/'), window: 60, max: 60 }],
  }
}
