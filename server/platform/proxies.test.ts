import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Gatekeeper } from './caller.ts'
import type { Database } from './database.ts'
import { createHttp, type Http } from './http.ts'
import { createLog } from './log.ts'
import { readSettings } from './settings.ts'

const gatekeeper: Gatekeeper = {
  identify: () => Promise.resolve(null),
  admit: () => Promise.resolve(null),
  audit: () => Promise.resolve(),
}
const log = createLog('silent')
let http: Http

beforeAll(async () => {
  const { proxies } = readSettings({}, { PULT_PROXIES: '10.0.0.0/8, 192.0.2.1' })
  http = await createHttp({ database: {} as Database, gatekeeper, log, proxies, isSecure: true })
  http.app.get('/who', ({ ip }) => ({ ip }))
})
afterAll(() => http.app.close())

const ipSeen = async (remoteAddress: string, forwarded: string): Promise<string> => {
  const reply = await http.app.inject({ url: '/who', remoteAddress, headers: { 'x-forwarded-for': forwarded } })
  return reply.json<{ ip: string }>().ip
}

it('believes this machine and the proxies it was told of whom they ask for, and nobody else', async () => {
  expect(await ipSeen('10.1.2.3', '203.0.113.7')).toBe('203.0.113.7')
  expect(await ipSeen('192.0.2.1', '203.0.113.7')).toBe('203.0.113.7')
  expect(await ipSeen('127.0.0.1', '203.0.113.7')).toBe('203.0.113.7')
  // What the asker herself wrote before the proxy is not believed.
  expect(await ipSeen('10.1.2.3', '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7')
  expect(await ipSeen('192.0.2.2', '203.0.113.7')).toBe('192.0.2.2')
})

it('refuses proxies that are no addresses', () => {
  for (const PULT_PROXIES of ['everybody', '10.0.0.0/33', '0.0.0.0/0', '10.0.0.0/8/8', '10.0.0.0/', 'loopback; drop'])
    expect(() => readSettings({}, { PULT_PROXIES })).toThrow(/PULT_PROXIES: addresses, networks/)
  expect(readSettings({}, { PULT_PROXIES: 'uniquelocal,fd00::/8' }).proxies).toEqual(['uniquelocal', 'fd00::/8'])
})

it('tells browsers to come by https for a year where people do', async () => {
  const { headers } = await http.app.inject({ url: '/who' })
  expect(headers['strict-transport-security']).toBe('max-age=31536000')
  const plain = await createHttp({ database: {} as Database, gatekeeper, log })
  plain.app.get('/who', () => ({}))
  expect((await plain.app.inject({ url: '/who' })).headers['strict-transport-security']).toBeUndefined()
  await plain.app.close()
})
