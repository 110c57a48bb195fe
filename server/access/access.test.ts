import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { cookieOf, done, followLink, openTestApp, type TestApp } from '../testing/test-app.ts'

let pult: TestApp
let centerId: number

beforeAll(async () => {
  pult = await openTestApp()
  centerId = await pult.createCenter('Ромашка')
})
afterAll(() => pult.close())

const signIn = (
  email: string,
  password: string,
  remoteAddress = '127.0.0.1',
  forged: Record<string, string> = {},
): Promise<Awaited<ReturnType<TestApp['app']['http']['app']['inject']>>> =>
  pult.app.http.app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    remoteAddress,
    headers: { host: 'pult.test', ...forged },
    payload: { email, password },
  })

describe('the first administrator', () => {
  it('comes in by a one-time link, administers what there is and sets her own password', async () => {
    const link = await pult.app.firstAdministratorLink('http://pult.test')
    const cookie = await followLink(pult.app, link ?? '')
    const session = done<{ needsPassword: boolean; administersInstallation: boolean; memberships: { role: string }[] }>(
      await pult.app.http.app.inject({ url: '/api/v1/session', headers: { cookie } }),
    )
    expect(session).toMatchObject({ needsPassword: true, administersInstallation: true })
    expect(session.memberships.map(({ role }) => role)).toEqual(['administrator'])

    const welcome = await pult.app.http.app.inject({
      method: 'POST',
      url: '/api/v1/session/welcome',
      headers: { cookie, host: 'pult.test' },
      payload: { name: 'Анна', email: 'Anna@Example.com', password: 'верный пароль на двери' },
    })
    expect(welcome.statusCode).toBe(200)
    // Once is enough: who has a password changes her profile elsewhere, and a script has none to change.
    const again = { name: 'Чужая', email: 'other@example.com', password: 'другой пароль на двери' }
    const twice = await pult.app.http.app.inject({
      method: 'POST',
      url: '/api/v1/session/welcome',
      headers: { cookie, host: 'pult.test' },
      payload: again,
    })
    expect(twice.json()).toMatchObject({ status: 409, code: 'hasPassword' })
    expect((await pult.system.send('POST', '/session/welcome', again)).json()).toMatchObject({ code: 'notAPerson' })
    const { user } = done<{ user: object }>(
      await pult.app.http.app.inject({ url: '/api/v1/session', headers: { cookie } }),
    )
    expect(user).toMatchObject({ name: 'Анна', email: 'anna@example.com' })
    expect(await pult.app.firstAdministratorLink('http://pult.test')).toBeNull()
    expect(cookieOf(await signIn('anna@example.com', 'верный пароль на двери'))).toContain('pult.session_token')
    expect((await signIn('anna@example.com', 'неверный пароль на двери')).statusCode).toBe(401)
  })

  it('cannot come in twice by the same link', async () => {
    const invited = await pult.system.send('POST', `/centers/${centerId}/members`, {
      name: 'Борис',
      email: 'boris@example.com',
      role: 'planner',
    })
    const { link } = done<{ link: string }>(invited)
    const { pathname, search } = new URL(link)
    const followed = await pult.app.http.app.inject({ url: pathname + search })
    expect(cookieOf(followed)).toContain('session_token')
    expect(followed.headers.location).toBe('/welcome')
    expect(await followLink(pult.app, link)).toBe('')
  })
})

describe('sign-in', () => {
  it('is refused to a page of another site', async () => {
    const reply = await pult.app.http.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { host: 'pult.test', origin: 'https://evil.test' },
      payload: { email: 'anna@example.com', password: 'верный пароль на двери' },
    })
    expect(reply.statusCode).toBe(403)
  })

  it('stops who tries passwords, whatever she says of her address, and nobody else', async () => {
    const guess = async (from: string, forged?: Record<string, string>): Promise<number> =>
      (await signIn('anna@example.com', 'наугад наугад', from, forged)).statusCode
    for (let attempt = 0; attempt < 5; attempt++) expect(await guess('192.0.2.7')).toBe(401)
    expect(await guess('192.0.2.7')).toBe(429)
    expect(await guess('192.0.2.200')).toBe(429)
    expect((await signIn('anna@example.com', 'верный пароль на двери', '192.0.2.7')).statusCode).toBe(429)
    expect(await guess('192.0.2.7', { 'x-forwarded-for': '192.0.2.8', 'x-pult-address': '192.0.2.8' })).toBe(429)
    // Neither another account there, nor the same account from elsewhere.
    expect((await signIn('nobody@example.com', 'наугад наугад', '192.0.2.7')).statusCode).toBe(401)
    expect(await guess('198.51.100.9')).toBe(401)
    expect((await signIn('anna@example.com', 'верный пароль на двери', '198.51.100.9')).statusCode).toBe(200)
  })

  it('stands in the audit log of the centre: come in, refused, gone; a name nobody has does not', async () => {
    const { lines } = done<{ lines: { act: string; userName: string; detail: Record<string, unknown> }[] }>(
      await pult.system.get(`/centers/${centerId}/audit?limit=200`),
    )
    const ofAnna = lines
      .filter(({ userName }) => userName === 'Анна')
      .map(({ act, detail }) => `${act} ${String(detail['by'])}`)
    expect(ofAnna).toContain('access.signIn password')
    expect(ofAnna.filter((line) => line === 'access.signIn.refuse password').length).toBeGreaterThanOrEqual(7)
    expect(ofAnna.filter((line) => line === 'access.signIn.slow password')).toHaveLength(1)
    const cookie = cookieOf(await signIn('anna@example.com', 'верный пароль на двери', '203.0.113.20'))
    const out = await pult.app.http.app.inject({
      method: 'POST',
      url: '/api/auth/sign-out',
      headers: { host: 'pult.test', origin: 'http://pult.test', cookie },
      payload: {},
    })
    expect(out.statusCode).toBe(200)
    await signIn('nobody@example.com', 'неверный пароль на двери', '203.0.113.21')
    const later = done<{ lines: { act: string; userName: string; detail: object }[] }>(
      await pult.system.get(`/centers/${centerId}/audit?limit=200`),
    ).lines
    expect(later[0]).toMatchObject({ act: 'access.signOut', userName: 'Анна', detail: { address: '127.0.0.1' } })
    expect(later[1]).toMatchObject({ act: 'access.signIn', detail: { address: '203.0.113.20', by: 'password' } })
    expect(JSON.stringify(later)).not.toContain('пароль')
  })

  it('does not let anybody sign up', async () => {
    const reply = await pult.app.http.app.inject({
      method: 'POST',
      url: '/api/auth/sign-up/email',
      headers: { host: 'pult.test' },
      payload: { name: 'x', email: 'x@example.com', password: 'long enough password' },
    })
    expect(reply.statusCode).toBeGreaterThanOrEqual(400)
    expect((await signIn('x@example.com', 'long enough password')).statusCode).toBe(401)
  })
})

describe('members', () => {
  it('keeps the last administrator', async () => {
    const other = await pult.createCenter('Лютик')
    const only = await pult.comeIn(other, 'administrator')
    for (const attempt of [
      await only.send('DELETE', `/centers/${other}/members/${only.userId}`),
      await only.send('PATCH', `/centers/${other}/members/${only.userId}`, { role: 'agent' }),
    ]) {
      expect(attempt.statusCode).toBe(409)
      expect(attempt.json()).toMatchObject({ code: 'lastAdministrator' })
    }
  })

  it('keeps one of two administrators who unmake each other at once', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const other = await pult.createCenter(`Пара ${turn}`)
      const [left, right] = [await pult.comeIn(other, 'administrator'), await pult.comeIn(other, 'administrator')]
      const unmake = (by: typeof left, whom: typeof left): Promise<{ statusCode: number }> =>
        by.send('PATCH', `/centers/${other}/members/${whom.userId}`, { role: 'agent' })
      const replies = await Promise.all([unmake(left, right), unmake(right, left)])
      expect(replies.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    }
  })

  it('loses access at once when removed', async () => {
    const planner = await pult.comeIn(centerId, 'planner')
    expect((await planner.get(`/centers/${centerId}/queues`)).statusCode).toBe(200)
    done(await pult.system.send('DELETE', `/centers/${centerId}/members/${planner.userId}`))
    expect((await planner.get(`/centers/${centerId}/queues`)).statusCode).toBe(404)
  })
})

describe('tokens', () => {
  it('open one centre with one role until revoked, and are shown once', async () => {
    const other = await pult.createCenter('Василёк')
    const made = done<{ token: string; tokenId: number }>(
      await pult.system.send('POST', `/centers/${centerId}/tokens`, { name: 'АТС', role: 'planner', days: 30 }),
    )
    const ask = (path: string): Promise<{ statusCode: number }> =>
      pult.app.http.app.inject({ url: `/api/v1${path}`, headers: { authorization: `Bearer ${made.token}` } })
    expect((await ask(`/centers/${centerId}/queues`)).statusCode).toBe(200)
    expect((await ask(`/centers/${centerId}/members`)).statusCode).toBe(403)
    expect((await ask(`/centers/${other}/queues`)).statusCode).toBe(404)
    const session = (await ask('/session')) as unknown as {
      json(): { memberships: { centerId: number; role: string }[] }
    }
    expect(session.json().memberships).toMatchObject([{ centerId, role: 'planner' }])
    const all = done<{ memberships: { centerId: number }[] }>(await pult.system.get('/session'))
    expect(all.memberships.map((one) => one.centerId)).toEqual(expect.arrayContaining([centerId, other]))
    const listed = await pult.system.get(`/centers/${centerId}/tokens`)
    expect(listed.body).not.toContain(made.token.slice(-20))
    done(await pult.system.send('DELETE', `/centers/${centerId}/tokens/${made.tokenId}`))
    expect((await ask(`/centers/${centerId}/queues`)).statusCode).toBe(401)
  })
})

describe('narrowed rights', () => {
  it('let a token do only the acts that it was made for', async () => {
    const made = done<{ token: string }>(
      await pult.system.send('POST', `/centers/${centerId}/tokens`, {
        name: 'Выгрузка',
        role: 'planner',
        only: ['readForecast', 'administer'],
        days: 1,
      }),
    )
    const headers = { authorization: `Bearer ${made.token}` }
    const status = async (path: string): Promise<number> =>
      (await pult.app.http.app.inject({ url: `/api/v1/centers/${centerId}${path}`, headers })).statusCode
    expect(await status('/forecasts')).toBe(200)
    expect(await status('/queues')).toBe(403)
    // Its role does not administer, whatever it was made for.
    expect(await status('/tokens')).toBe(403)
    const session = done<{ memberships: { only: string[] }[] }>(
      await pult.app.http.app.inject({ url: '/api/v1/session', headers }),
    )
    expect(session.memberships[0]?.only).toEqual(['readForecast', 'administer'])
  })

  it('let a guest into her rooms until her last day, and nobody give more than she has', async () => {
    const head = await pult.comeIn(centerId, 'head')
    const path = `/centers/${centerId}/members`
    const guest = (email: string, more: object): object => ({ name: 'Гость', email, role: 'analyst', ...more })
    const lastDay = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    const invited = done<{ link: string }>(
      await head.send(
        'POST',
        path,
        guest('guest@example.com', { only: ['readMarket', 'readSettings'], lastDay: lastDay(2) }),
      ),
    )
    const cookie = await followLink(pult.app, invited.link)
    const status = async (page: string): Promise<number> =>
      (await pult.app.http.app.inject({ url: `/api/v1/centers/${centerId}${page}`, headers: { cookie } })).statusCode
    expect(await status('/queues')).toBe(200)
    expect(await status('/forecasts')).toBe(403)
    const { members } = done<{ members: { email: string; only: string[]; lastDay: string }[] }>(await head.get(path))
    expect(members.find(({ email }) => email === 'guest@example.com')).toMatchObject({
      only: ['readMarket', 'readSettings'],
      lastDay: lastDay(2),
    })
    done(await head.send('POST', path, guest('guest@example.com', { only: ['readSettings'], lastDay: lastDay(-2) })))
    expect(await status('/queues')).toBe(404)
    const { memberships } = done<{ memberships: object[] }>(
      await pult.app.http.app.inject({ url: '/api/v1/session', headers: { cookie } }),
    )
    expect(memberships).toEqual([])

    const narrow = done<{ link: string }>(
      await head.send('POST', path, {
        name: 'Помощник',
        email: 'aide@example.com',
        role: 'head',
        only: ['manageAccess'],
      }),
    )
    const aide = await followLink(pult.app, narrow.link)
    const tried = await pult.app.http.app.inject({
      method: 'POST',
      url: `/api/v1${path}`,
      headers: { cookie: aide, host: 'pult.test' },
      payload: guest('more@example.com', {}),
    })
    expect(tried.json()).toMatchObject({ status: 403, code: 'forbidden' })
  })
})

describe('the audit log', () => {
  it('tells who did what, newest first', async () => {
    const head = await pult.comeIn(centerId, 'head')
    done(await head.send('POST', `/centers/${centerId}/queues`, { name: 'Заказы', channel: 'voice' }))
    const { lines } = done<{ lines: { act: string; userName: string }[] }>(
      await pult.system.get(`/centers/${centerId}/audit`),
    )
    expect(lines[0]).toMatchObject({ act: 'center.queue.create' })
    expect(lines[0]?.userName).toMatch(/^head/)
  })
})

describe('an invitation', () => {
  it('lends nobody else’s rights: who has an account signs in as herself', async () => {
    const head = await pult.comeIn(centerId, 'head')
    const other = await pult.createCenter('Астра')
    const there = await pult.comeIn(other, 'planner')
    const invited = done<{ link: string; expiresAt: string | null }>(
      await head.send('POST', `/centers/${centerId}/members`, { name: 'Она', email: there.email, role: 'planner' }),
    )
    expect(invited).toMatchObject({ expiresAt: null })
    expect(new URL(invited.link).pathname).toBe('/sign-in')
  })

  it('makes an administrator only from an administrator’s hand', async () => {
    const head = await pult.comeIn(centerId, 'head')
    const planner = await pult.comeIn(centerId, 'planner')
    const administrator = await pult.comeIn(centerId, 'administrator')
    const path = `/centers/${centerId}/members`
    const refused = [
      await head.send('POST', path, { name: 'Кто-то', email: 'someone@example.com', role: 'administrator' }),
      await head.send('PATCH', `${path}/${planner.userId}`, { role: 'administrator' }),
      await head.send('PATCH', `${path}/${administrator.userId}`, { role: 'agent' }),
      await head.send('DELETE', `${path}/${administrator.userId}`),
    ]
    expect(refused.map((reply) => reply.statusCode)).toEqual([403, 403, 403, 403])
    done(await administrator.send('PATCH', `${path}/${planner.userId}`, { role: 'administrator' }))
  })
})
