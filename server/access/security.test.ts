import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { AuditCheck, OwnSecurity } from '@pult/contract/access-security'

import { cookieOf, done, openTestApp, type TestApp } from '../testing/test-app.ts'
import { totpOf } from '../testing/totp.ts'

let pult: TestApp
let centerId: number

beforeAll(async () => {
  pult = await openTestApp()
  centerId = await pult.createCenter('Ромашка')
})
afterAll(() => pult.close())

type Reply = Awaited<ReturnType<TestApp['app']['http']['app']['inject']>>

let browsers = 0

/** A browser of its own address that remembers its cookies. */
function openBrowser(first = '') {
  browsers += 1
  const remoteAddress = `10.9.${browsers >> 8}.${browsers & 255}`
  const jar = new Map(first === '' ? [] : first.split('; ').map((pair) => pair.split('=') as [string, string]))
  const ask = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object): Promise<Reply> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { host: 'pult.test', origin: 'http://pult.test', ...(cookie === '' ? {} : { cookie }) }
    const reply = await pult.app.http.app.inject({ method, url, remoteAddress, headers, ...(payload && { payload }) })
    for (const pair of cookieOf(reply).split('; ')) {
      const [name = '', value = ''] = pair.split('=')
      if (name !== '' && value === '') jar.delete(name)
      else if (name !== '') jar.set(name, value)
    }
    return reply
  }
  return {
    get: (path: string) => ask('GET', `/api/v1${path}`),
    send: (method: 'PUT' | 'DELETE', path: string, body: object = {}) => ask(method, `/api/v1${path}`, body),
    auth: (path: string, body: object = {}) => ask('POST', `/api/auth${path}`, body),
    signIn: (email: string, password: string) => ask('POST', '/api/auth/sign-in/email', { email, password }),
    security: async (): Promise<OwnSecurity> => done(await ask('GET', '/api/v1/session/security')),
  }
}
type TestBrowser = ReturnType<typeof openBrowser>

const PASSWORD = 'ночной трамвай едет в депо'

/** Somebody with a password, signed in with it. */
async function personWithPassword(role: string, inCenter = centerId) {
  const { headers, email, userId } = await pult.comeIn(inCenter, role)
  const first = openBrowser(String(headers['cookie']))
  const welcomed = await pult.app.http.app.inject({
    method: 'POST',
    url: '/api/v1/session/welcome',
    headers: { ...headers, host: 'pult.test' },
    payload: { name: `${role} с паролем`, email, password: PASSWORD },
  })
  expect(welcomed.statusCode).toBe(200)
  const browser = openBrowser()
  expect((await browser.signIn(email, PASSWORD)).statusCode).toBe(200)
  return { email, userId, first, browser }
}

/** Sets up codes; resolves to the address in the picture and the backup codes. */
async function setUpCodes(browser: TestBrowser): Promise<{ uri: string; backupCodes: string[] }> {
  const enabled = await browser.auth('/two-factor/enable', { password: PASSWORD })
  const { totpURI: uri, backupCodes } = done<{ totpURI: string; backupCodes: string[] }>(enabled)
  done(await browser.auth('/two-factor/verify-totp', { code: totpOf(uri) }))
  return { uri, backupCodes }
}

describe('the sign-in library', () => {
  it('is open only where a page of Pult uses it', async () => {
    const { browser } = await personWithPassword('administrator')
    for (const path of ['/admin/list-users', '/admin/set-role', '/update-user', '/set-password', '/sign-up/email'])
      expect((await browser.auth(path)).statusCode, path).toBe(404)
    const listed = await pult.app.http.app.inject({ url: '/api/auth/list-sessions' })
    expect(listed.statusCode).toBe(404)
  })

  it('tells the session to the cookie alone, which no script reads and no other site sends', async () => {
    const { email } = await personWithPassword('planner')
    const reply = await openBrowser().signIn(email, PASSWORD)
    const cookie = reply.cookies.find(({ name }) => name === 'pult.session_token')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
    expect(reply.json()).not.toHaveProperty('token')
    expect(reply.body).not.toContain(cookie?.value.split('.')[0] ?? '?')
    expect(reply.headers['cache-control']).toBe('no-store')
  })
})

describe('a new password', () => {
  it('is asked for together with the old one, is not a known one, and ends the other sessions', async () => {
    const { browser, first, email } = await personWithPassword('analyst')
    const change = (currentPassword: string, newPassword: string): Promise<Reply> =>
      browser.auth('/change-password', { currentPassword, newPassword, revokeOtherSessions: false })
    expect((await change('не тот пароль вовсе', 'совсем другой пароль')).statusCode).toBe(400)
    expect((await change(PASSWORD, 'qwertyqwertyqwerty')).json()).toMatchObject({ code: 'passwordCommon' })
    expect((await change(PASSWORD, 'короткий')).json()).toMatchObject({ code: 'passwordTooShort' })
    expect((await first.get('/session/security')).statusCode).toBe(200)
    expect((await change(PASSWORD, 'совсем другой пароль')).statusCode).toBe(200)
    expect((await first.get('/session/security')).statusCode).toBe(401)
    expect((await browser.security()).sessions.map(({ isThis }) => isThis)).toEqual([true])
    expect((await openBrowser().signIn(email, PASSWORD)).statusCode).toBe(401)
    expect((await openBrowser().signIn(email, 'совсем другой пароль')).statusCode).toBe(200)
  })

  it('is kept by today’s parameters at the next sign-in', async () => {
    const { email, userId } = await personWithPassword('analyst')
    const { hashPassword } = await import('better-auth/crypto')
    const { sql } = await import('kysely')
    const kept = async (): Promise<string> =>
      pult.app.database.asOwner(async (tx) => {
        const { rows } = await sql<{ password: string }>`
          select password from auth.account where "userId" = ${userId}`.execute(tx)
        return rows[0]?.password ?? ''
      })
    const scrypt = await hashPassword(PASSWORD)
    await pult.app.database.asOwner((tx) =>
      sql`update auth.account set password = ${scrypt} where "userId" = ${userId}`.execute(tx),
    )
    expect((await openBrowser().signIn(email, PASSWORD)).statusCode).toBe(200)
    expect(await kept()).toMatch(/^\$argon2id\$/)
    expect((await openBrowser().signIn(email, PASSWORD)).statusCode).toBe(200)
  })
})

describe('codes', () => {
  it('are asked for beside the password, and a backup code lets in once', async () => {
    const { browser, email } = await personWithPassword('head')
    expect((await browser.auth('/two-factor/enable', { password: 'не тот пароль вовсе' })).statusCode).toBe(400)
    const { uri, backupCodes } = await setUpCodes(browser)
    expect(await browser.security()).toMatchObject({ hasCodes: true, hasPassword: true })
    expect(backupCodes).toHaveLength(10)

    const other = openBrowser()
    const half = await other.signIn(email, PASSWORD)
    expect(half.json()).toMatchObject({ twoFactorRedirect: true })
    expect((await other.get('/session/security')).statusCode).toBe(401)
    const wrong = totpOf(uri) === '000000' ? '111111' : '000000'
    expect((await other.auth('/two-factor/verify-totp', { code: wrong })).statusCode).toBe(401)
    const code = totpOf(uri)
    done(await other.auth('/two-factor/verify-totp', { code, trustDevice: true }))
    // Overheard, it lets nobody else in.
    const spy = openBrowser()
    await spy.signIn(email, PASSWORD)
    expect((await spy.auth('/two-factor/verify-totp', { code })).statusCode).toBe(401)
    expect((await spy.get('/session/security')).statusCode).toBe(401)
    expect((await other.security()).sessions[0]).toMatchObject({ isThis: true, signedInBy: 'code' })
    // No device is trusted for a month: the next time it is asked again.
    done(await other.auth('/sign-out'))
    expect((await other.signIn(email, PASSWORD)).json()).toMatchObject({ twoFactorRedirect: true })
    done(await other.auth('/two-factor/verify-backup-code', { code: backupCodes[0] }))

    const third = openBrowser()
    await third.signIn(email, PASSWORD)
    expect((await third.auth('/two-factor/verify-backup-code', { code: backupCodes[0] })).statusCode).toBe(401)
    const acts = await actsOf('head с паролем')
    expect(acts).toEqual(expect.arrayContaining(['access.signIn code', 'access.signIn backupCode']))
    expect(acts).toContain('access.secondFactor.enable undefined')
    expect(acts).not.toContain('access.signIn.refuse password')
  })

  it('are needed where the centre says so, by whoever has the role', async () => {
    const own = await pult.createCenter('Строгий')
    const { browser, email } = await personWithPassword('planner', own)
    const head = await personWithPassword('head', own)
    expect((await browser.get(`/centers/${own}/queues`)).statusCode).toBe(200)
    done(await pult.system.send('PUT', `/centers/${own}/security`, { secondFactorRoles: ['planner'] }))
    expect((await browser.get(`/centers/${own}/queues`)).json()).toMatchObject({
      status: 403,
      code: 'secondFactorNeeded',
    })
    expect((await head.browser.get(`/centers/${own}/queues`)).statusCode).toBe(200)
    const needs = async (): Promise<boolean[]> =>
      done<{ memberships: { needsSecondFactor: boolean }[] }>(await browser.get('/session')).memberships.map(
        ({ needsSecondFactor }) => needsSecondFactor,
      )
    expect(await needs()).toEqual([true])
    const { uri } = await setUpCodes(browser)
    expect(await needs()).toEqual([false])
    expect((await browser.get(`/centers/${own}/queues`)).statusCode).toBe(200)
    // Taken away, it is needed again.
    done(await browser.auth('/two-factor/disable', { password: PASSWORD }))
    expect((await browser.get(`/centers/${own}/queues`)).statusCode).toBe(403)
    const again = openBrowser()
    expect((await again.signIn(email, PASSWORD)).json()).not.toHaveProperty('twoFactorRedirect')
    expect((await again.auth('/two-factor/verify-totp', { code: totpOf(uri) })).statusCode).toBe(400)
  })

  it('that were lost are forgotten by an administrator, but not for people of other centres', async () => {
    const { browser, email, userId } = await personWithPassword('supervisor')
    await setUpCodes(browser)
    const head = await pult.comeIn(centerId, 'head')
    const planner = await pult.comeIn(centerId, 'planner')
    const path = `/centers/${centerId}/members/${userId}/second-factor`
    expect((await planner.send('DELETE', path)).statusCode).toBe(403)
    const elsewhere = await pult.createCenter('Астра')
    await pult.comeIn(elsewhere, 'administrator')
    const invited = { name: 'Она же', email, role: 'planner' }
    done(await pult.system.send('POST', `/centers/${elsewhere}/members`, invited))
    expect((await head.send('DELETE', path)).json()).toMatchObject({ status: 409, code: 'belongsElsewhere' })
    done(await pult.system.send('DELETE', `/centers/${elsewhere}/members/${userId}`))
    done(await head.send('DELETE', path))
    expect((await browser.get('/session/security')).statusCode).toBe(401)
    const again = openBrowser()
    expect((await again.signIn(email, PASSWORD)).json()).not.toHaveProperty('twoFactorRedirect')
    expect((await again.security()).hasCodes).toBe(false)
  })
})

describe('guessing', () => {
  it('from many places stops all but those where she has come in before, and a link by an administrator opens it again', async () => {
    const { email, userId, browser } = await personWithPassword('planner')
    done(await browser.auth('/sign-out'))
    const { sql } = await import('kysely')
    const { createHash } = await import('node:crypto')
    const account = createHash('sha256').update(email).digest()
    await pult.app.database.asOwner((tx) =>
      sql`insert into auth.guess (account, network, failures)
        select ${account}, '203.0.' || n, 4 from generate_series(1, 25) n`.execute(tx),
    )
    expect((await openBrowser().signIn(email, PASSWORD)).statusCode).toBe(200)
    const from = (remoteAddress: string, password = PASSWORD): Promise<Reply> =>
      pult.app.http.app.inject({
        method: 'POST',
        url: '/api/auth/sign-in/email',
        remoteAddress,
        headers: { host: 'pult.test' },
        payload: { email, password },
      })
    expect((await from('198.51.100.1')).json()).toMatchObject({ status: 429, code: 'guessedFromAll' })

    const head = await pult.comeIn(centerId, 'head')
    const { link } = done<{ link: string }>(
      await head.send('POST', `/centers/${centerId}/members/${userId}/reset-link`),
    )
    expect(new URL(link).pathname).toBe('/reset')
    const token = new URL(link).searchParams.get('token')
    const reset = (newPassword: string): Promise<Reply> => openBrowser().auth('/reset-password', { token, newPassword })
    expect((await reset('qwertyqwertyqwerty')).json()).toMatchObject({ code: 'passwordCommon' })
    done(await reset('совсем другой пароль'))
    expect((await reset('и ещё один пароль потом')).statusCode).toBe(400)
    expect((await from('198.51.100.1', 'совсем другой пароль')).statusCode).toBe(200)
    expect(await actsOf('planner с паролем')).toContain('access.password.reset undefined')
  })

  it('is counted by networks, not by single addresses', async () => {
    const { networkOf } = await import('./guesses.ts')
    expect(networkOf('192.0.2.77')).toBe('192.0.2')
    expect(networkOf('::ffff:192.0.2.77')).toBe('192.0.2')
    expect(networkOf('2001:db8:0:7::1')).toBe(networkOf('2001:0db8:0000:0007:ffff:0:0:1'))
    expect(networkOf('2001:db8::1')).not.toBe(networkOf('2001:db8:0:7::1'))
    expect(networkOf('::1')).toBe('0:0:0:0')
  })
})

describe('sessions', () => {
  it('are seen and ended by whoever has them, and by nobody else', async () => {
    const { browser, first, email } = await personWithPassword('hr')
    const stranger = await personWithPassword('hr')
    const { sessions } = await browser.security()
    expect(sessions.map(({ signedInBy }) => signedInBy)).toEqual(['password', 'link'])
    expect(sessions[0]?.address).toMatch(/^10\.9\./)
    const other = sessions.find(({ isThis }) => !isThis)?.sessionId ?? ''
    expect((await stranger.browser.send('DELETE', `/session/sessions/${other}`)).statusCode).toBe(404)
    expect((await first.get('/session/security')).statusCode).toBe(200)
    done(await browser.send('DELETE', `/session/sessions/${other}`))
    expect((await first.get('/session/security')).statusCode).toBe(401)
    const more = openBrowser()
    await more.signIn(email, PASSWORD)
    expect(done(await browser.send('DELETE', '/session/sessions'))).toEqual({ ended: 1 })
    expect((await more.get('/session/security')).statusCode).toBe(401)
    expect((await pult.system.get('/session/security')).json()).toMatchObject({ status: 409, code: 'notAPerson' })
  })

  it('are ended by who manages access, of an administrator by an administrator only', async () => {
    const { browser, userId } = await personWithPassword('administrator')
    const head = await pult.comeIn(centerId, 'head')
    const path = `/centers/${centerId}/members/${userId}/sessions`
    expect((await head.send('DELETE', path)).statusCode).toBe(403)
    expect(done(await pult.system.send('DELETE', path))).toEqual({ ended: 2 })
    expect((await browser.get('/session/security')).statusCode).toBe(401)
    expect((await pult.system.send('DELETE', `/centers/${centerId}/members/nobody/sessions`)).statusCode).toBe(404)
  })
})

describe('the audit log', () => {
  it('is a chain: no line can be changed, left out or slipped in without its showing, nor the chain be made anew', async () => {
    const own = await pult.createCenter('Журнал')
    const { sql } = await import('kysely')
    const { markChains } = await import('./audit-chain.ts')
    const { keptSecret } = await import('./secrets.ts')
    const check = async (): Promise<AuditCheck> => done(await pult.system.get(`/centers/${own}/audit/check`))
    // Acts at once: each commits after the other, and the chain has them all.
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        pult.system.send('POST', `/centers/${own}/queues`, { name: `Очередь ${n}`, channel: 'voice' }),
      ),
    )
    const whole = await check()
    expect(whole).toMatchObject({ lines: 13, marks: 0, broken: null })
    await markChains(pult.app.database, keptSecret(pult.dataFolder, 'audit-key'))
    expect(await check()).toEqual({ ...whole, marks: 1 })

    const asApplication = (act: string): Promise<unknown> =>
      pult.app.database.inCenter({ centerId: own }, (tx) => sql.raw(act).execute(tx))
    for (const act of [
      `update audit set act = 'x' where center_id = ${own}`,
      `delete from audit where center_id = ${own}`,
      `update audit_chain set hash = '' where center_id = ${own}`,
      `delete from audit_chain where center_id = ${own}`,
      `insert into audit_chain values (${own}, 99, 99, '')`,
      `delete from audit_mark where center_id = ${own}`,
    ])
      await expect(asApplication(act), act).rejects.toThrow(/permission denied/)

    // Whoever owns the database can do all of it, and it shows. Each is taken back after a look.
    const look = async (...acts: string[]): Promise<unknown> => {
      let found: unknown
      await pult.app.database
        .asOwner(async (tx) => {
          await sql`select set_config('pult.center_id', ${String(own)}, true)`.execute(tx)
          for (const act of acts) await sql.raw(act).execute(tx)
          const { checkAudit } = await import('./audit-chain.ts')
          found = (await checkAudit(tx, own, keptSecret(pult.dataFolder, 'audit-key'))).broken?.problem ?? null
          throw new Error('taken back')
        })
        .catch((error: Error) => expect(error.message).toBe('taken back'))
      return found
    }
    const line = `(select audit_id from audit_chain where center_id = ${own} and position = 5)`
    const of = `where center_id = ${own} and audit_id = ${line}`
    expect(await look()).toBeNull()
    expect(await look(`update audit set subject = 'queue 0' ${of}`)).toBe('changed')
    expect(await look(`update audit set at = at + interval '1 second' ${of}`)).toBe('changed')
    expect(await look(`delete from audit ${of}`)).toBe('lineGone')
    expect(
      await look(`delete from audit ${of}`, `delete from audit_chain where center_id = ${own} and position = 5`),
    ).toBe('linkGone')
    const newest = `center_id = ${own} and position > 10`
    expect(
      await look(
        `delete from audit where center_id = ${own} and audit_id in (select audit_id from audit_chain where ${newest})`,
        `delete from audit_chain where ${newest}`,
      ),
    ).toBe('tailGone')
    // Made anew from a changed line on, it is a chain again; the mark is not.
    expect(
      await look(
        `update audit set subject = 'queue 0' ${of}`,
        `delete from audit_chain where center_id = ${own}`,
        `do $$ declare l audit; begin for l in select * from audit where center_id = ${own} order by audit_id loop
          perform chain_audit(l); end loop; end $$`,
      ),
    ).toBe('mark')
    expect(await check()).toMatchObject({ broken: null, head: whole.head })
  })
})

async function actsOf(name: string): Promise<string[]> {
  const { lines } = done<{ lines: { act: string; userName: string; detail: Record<string, unknown> }[] }>(
    await pult.system.get(`/centers/${centerId}/audit`),
  )
  return lines.filter(({ userName }) => userName === name).map(({ act, detail }) => `${act} ${String(detail['by'])}`)
}
