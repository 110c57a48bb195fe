import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { OtherSignIn, SignInCheck } from '@pult/contract/installation'

import { cookieOf, done, openTestApp, type TestApp } from '../testing/test-app.ts'

// A real OpenID Connect provider on this machine: discovery, code with PKCE, a signed id token.

const people: Readonly<Record<string, { readonly email: string; readonly email_verified: boolean }>> = {
  member: { email: 'member@example.com', email_verified: true },
  unverified: { email: 'unverified@example.com', email_verified: false },
  stranger: { email: 'stranger@example.com', email_verified: true },
}

let place: Server
let pult: TestApp
let centerId: number

beforeAll(async () => {
  place = createServer()
  await new Promise<void>((resolve) => void place.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(place.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'pult',
        client_secret: 'a secret of this test alone',
        redirect_uris: ['http://pult.test/api/auth/callback/oidc'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['a key of this test alone'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, name: id, ...people[id] }) }),
  })
  place.on('request', provider.callback())
  pult = await openTestApp({
    more: {
      publicUrl: 'http://pult.test',
      oidcIssuer: issuer,
      oidcClient: 'pult',
      oidcSecret: 'a secret of this test alone',
      oidcName: 'Вход организации',
    },
  })
  centerId = await pult.createCenter('Ромашка')
  for (const email of ['member@example.com', 'unverified@example.com'])
    done(await pult.system.send('POST', `/centers/${centerId}/members`, { name: email, email, role: 'planner' }))
})
afterAll(async () => {
  await pult.close()
  place.closeAllConnections()
  await new Promise((resolve) => place.close(resolve))
})

/** Goes to the other place, signs in there as somebody, and follows it back; resolves to Pult's last answer. */
async function signInThere(login: string) {
  const begun = await pult.app.http.app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/social',
    headers: { host: 'pult.test', origin: 'http://pult.test' },
    payload: { provider: 'something else', callbackURL: 'https://evil.test' },
  })
  const { url } = done<{ url: string }>(begun)
  const back = await followThere(url, login)
  const { pathname, search } = new URL(back)
  return pult.app.http.app.inject({ url: pathname + search, headers: { host: 'pult.test', cookie: cookieOf(begun) } })
}

/** The provider's own pages: sign in, agree, and lead back. */
async function followThere(start: string, login: string): Promise<string> {
  const jar = new Map<string, string>()
  let next = start
  let form: URLSearchParams | undefined
  for (let step = 0; step < 20; step++) {
    const reply = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    })
    for (const cookie of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
      jar.set(name, value)
    }
    form = undefined
    const location = reply.headers.get('location')
    if (location !== null) {
      next = new URL(location, next).href
      if (next.startsWith('http://pult.test/')) return next
      continue
    }
    const prompt = /name="prompt" value="(\w+)"/.exec(await reply.text())?.[1]
    if (prompt === undefined) throw new Error(`the provider answered ${reply.status} at ${next}`)
    form = new URLSearchParams({ prompt, login, password: 'any' })
  }
  throw new Error('the provider leads in circles')
}

describe('sign-in at another place', () => {
  it('lets the member in whose address it has verified, in the audit log as what it is', async () => {
    const session = done<{ provider: string | null }>(await pult.stranger.get('/session'))
    expect(session.provider).toBe('Вход организации')
    for (let time = 0; time < 2; time++) {
      const reply = await signInThere('member')
      expect(reply.headers.location).toBe('/')
      const cookie = cookieOf(reply)
      const headers = { cookie, host: 'pult.test' }
      const queues = await pult.app.http.app.inject({ url: `/api/v1/centers/${centerId}/queues`, headers })
      expect(queues.statusCode).toBe(200)
    }
    const { lines } = done<{ lines: { act: string; detail: { by?: string } }[] }>(
      await pult.system.get(`/centers/${centerId}/audit`),
    )
    expect(lines.filter(({ act, detail }) => act === 'access.signIn' && detail.by === 'provider')).toHaveLength(2)
  })

  it('is told to an administrator with the address to register there, and found in order when it is checked', async () => {
    const at = (path: string): string => `/centers/${centerId}/installation/sign-in${path}`
    const told = done<OtherSignIn>(await pult.system.get(at('')))
    expect(told.redirect).toBe('http://pult.test/api/auth/callback/oidc')
    expect(told.provider).toMatchObject({ client: 'pult', name: 'Вход организации' })
    expect(JSON.stringify(told)).not.toContain('a secret of this test')
    const { address, problems } = done<SignInCheck>(await pult.system.send('POST', at('/check')))
    expect(address).toBe(`${told.provider?.issuer}/.well-known/openid-configuration`)
    expect(problems).toEqual([])
  })

  it('lets in neither a stranger nor an address that nobody verified', async () => {
    for (const login of ['stranger', 'unverified']) {
      const reply = await signInThere(login)
      expect(cookieOf(reply), login).not.toMatch(/session_token=./)
      expect(reply.headers.location, login).toMatch(/^\/sign-in\?error=/)
    }
    const { members } = done<{ members: { email: string }[] }>(await pult.system.get(`/centers/${centerId}/members`))
    expect(members.map(({ email }) => email).toSorted()).toEqual(['member@example.com', 'unverified@example.com'])
  })

  it('takes no answer that it did not ask for', async () => {
    const reply = await pult.app.http.app.inject({
      url: '/api/auth/callback/oidc?code=guessed&state=guessed',
      headers: { host: 'pult.test' },
    })
    expect(cookieOf(reply)).not.toMatch(/session_token=./)
    expect(reply.statusCode).toBeGreaterThanOrEqual(300)
  })
})
