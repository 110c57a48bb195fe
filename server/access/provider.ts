import type { Settings } from '../platform/index.ts'

/** Another place that members may sign in at. */
export interface Provider {
  readonly issuer: string
  readonly client: string
  readonly secret: string
  readonly name: string
  /** Where it leads back to. */
  readonly redirect: string
}

/** Under which name the library knows it, and its address has it. */
export const PROVIDER_ID = 'oidc'

/** The provider of the settings; null where none is set. Throws an Error that says what is missing beside it. */
export function providerOf({ oidcIssuer, oidcClient, oidcSecret, oidcName, publicUrl }: Settings): Provider | null {
  if (oidcIssuer === undefined) return null
  if (oidcClient === undefined || oidcSecret === undefined || publicUrl === undefined)
    throw new Error('PULT_OIDC_ISSUER needs PULT_OIDC_CLIENT, PULT_OIDC_SECRET and PULT_URL beside it.')
  const redirect = redirectOf(publicUrl)
  return { issuer: oidcIssuer.replace(/\/+$/, ''), client: oidcClient, secret: oidcSecret, name: oidcName, redirect }
}

const redirectOf = (publicUrl: string): string => `${publicUrl.replace(/\/+$/, '')}/api/auth/callback/${PROVIDER_ID}`

/** Where else members may sign in, as far as anybody may know it. */
export interface SignInPlace {
  readonly provider: Pick<Provider, 'issuer' | 'client' | 'name'> | null
  /** What that place must know of Pult; null as long as Pult does not know its own address. */
  readonly redirect: string | null
}

export const signInPlaceOf = (provider: Provider | null, { publicUrl }: Settings): SignInPlace => ({
  provider: provider === null ? null : { issuer: provider.issuer, client: provider.client, name: provider.name },
  redirect: publicUrl === undefined ? null : redirectOf(publicUrl),
})

/** The library's settings of it: code with PKCE, a signed id token that must verify, and nobody signs up by it. */
export const providerConfig = ({ issuer, client, secret, redirect }: Provider) => ({
  providerId: PROVIDER_ID,
  discoveryUrl: `${issuer}/.well-known/openid-configuration`,
  clientId: client,
  clientSecret: secret,
  redirectURI: redirect,
  scopes: ['openid', 'email', 'profile'],
  pkce: true,
  requireIdTokenVerification: true,
  disableSignUp: true,
  disableImplicitSignUp: true,
})
