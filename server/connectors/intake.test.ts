import { request } from 'node:http'
import { createInterface } from 'node:readline'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { BatchReply } from '@pult/contract/contacts'
import type { Connector } from '@pult/contract/connectors'

import { factsStored } from '../testing/bring-in.ts'
import { API, done, openTestApp, type TestApp } from '../testing/test-app.ts'
import { signatureOf } from './signature.ts'

let pult: TestApp
let centerId: number

beforeAll(async () => {
  pult = await openTestApp({ started: true })
  centerId = await pult.createCenter('Живой')
})
afterAll(() => pult.close())

const contact = (key: string, more: object = {}): object => ({
  sourceKey: key,
  channel: 'chat',
  queue: 'Сайт',
  offeredAt: new Date(Date.now() - 60_000).toISOString(),
  outcome: 'open',
  waitMs: 0,
  ...more,
})
const at = (rest = ''): string => `/centers/${centerId}/connectors${rest}`
const list = async (): Promise<Connector[]> => done<{ connectors: Connector[] }>(await pult.system.get(at())).connectors
const legs = async (): Promise<readonly Record<string, unknown>[]> =>
  ((await factsStored(pult, centerId)) as { legs: Record<string, unknown>[] }).legs

describe('a stream of JSON', () => {
  it('is stored while the request goes on, and answered line by line', async () => {
    const { port } = pult.app.http.app.server.address() as { port: number }
    const sending = request({
      port,
      method: 'POST',
      path: `${API}/centers/${centerId}/stream?source=chats`,
      headers: { ...pult.system.headers, 'content-type': 'application/octet-stream', 'accept-encoding': 'gzip' },
    })
    const answers: AsyncIterator<string> = await new Promise((resolve, reject) => {
      sending.on('error', reject)
      sending.on('response', (response) => resolve(createInterface(response)[Symbol.asyncIterator]()))
      sending.flushHeaders()
    })
    const answer = async (): Promise<Record<string, unknown>> =>
      JSON.parse(String((await answers.next()).value)) as Record<string, unknown>
    expect(await answer()).toMatchObject({ storedTo: 0 })
    sending.write(`${JSON.stringify({ contact: contact('a') })}\n\n{"contact": {"sourceKey": "b"}}\n{"con`)
    expect(await answer()).toMatchObject({
      storedTo: 3,
      accepted: 1,
      rejected: [{ line: 3, sourceKey: 'b', code: 'invalid' }],
    })
    expect((await legs()).map(({ outcome }) => outcome)).toEqual(['open'])
    const state = { sourceKey: 's', agent: 'Анна', state: 'session', startedAt: new Date().toISOString() }
    sending.write(`tact": 5}\nnonsense\n${JSON.stringify({ state })}\n`)
    sending.write(
      `${JSON.stringify({ contact: contact('a', { outcome: 'answered', waitMs: 5000, talkMs: 20_000 }) })}\n`,
    )
    const second = await answer()
    expect(second).toMatchObject({ storedTo: 7, accepted: 1 })
    expect((second['rejected'] as { line: number }[]).map(({ line }) => line)).toEqual([5, 4])
    sending.end()
    expect((await answers.next()).done).toBe(true)
    expect(await list()).toMatchObject([{ kind: 'stream', name: 'chats', state: 'working', events: 5, rejected: 2 }])
  })

  it('is a file’s for those only who may write contacts', async () => {
    const analyst = await pult.comeIn(centerId, 'analyst')
    const reply = await analyst.send('POST', `/centers/${centerId}/stream?source=x`, {})
    expect(reply.statusCode).toBe(403)
  })
})

describe('a signed webhook', () => {
  let secret: string
  let connectorId: number

  const send = (body: string, more: Readonly<Record<string, string>>) =>
    pult.app.http.app.inject({
      method: 'POST',
      url: `${API}${at(`/${connectorId}/webhook`)}`,
      headers: { 'content-type': 'application/json', ...more },
      payload: body,
    })
  const signed = (body: string, timestamp = String(Math.floor(Date.now() / 1000)), by = secret) => ({
    'pult-timestamp': timestamp,
    'pult-signature': signatureOf(by, timestamp, body),
  })
  const body = JSON.stringify({ contacts: [contact('w1', { outcome: 'abandoned', waitMs: 9000 })] }, null, 1)

  it('is let in by its signature alone, and tells of its own system only', async () => {
    const draft = { kind: 'webhook', name: 'Сайт', source: 'site', settings: {} }
    const made = done<{ connectorId: number; secret: string }>(await pult.system.send('POST', at(), { draft }))
    ;({ secret, connectorId } = made)
    const spoofed = body.replace('{', '{"source": "Asterisk",')
    expect(done<BatchReply>(await send(spoofed, signed(spoofed)))).toMatchObject({ accepted: 1, rejected: [] })
    const found = (await list()).find((one) => one.connectorId === connectorId)
    expect(found).toMatchObject({ state: 'working', events: 1, hasSecret: true })
    expect(JSON.stringify(await list())).not.toContain(secret)
    const sources = await pult.system.get(`/centers/${centerId}/imports`)
    expect(sources.body).toContain('site')
  })

  it('takes nothing twice, nothing old, nothing that was changed on the way', async () => {
    const headers = signed(body)
    expect(done<BatchReply>(await send(body, headers))).toMatchObject({ accepted: 0, duplicates: 1 })
    expect(done<BatchReply>(await send(body, headers))).toMatchObject({ accepted: 0, duplicates: 1 })
    const codeOf = async (text: string, more: Readonly<Record<string, string>>): Promise<string> => {
      const reply = await send(text, more)
      return `${reply.statusCode} ${reply.json<{ code: string }>().code}`
    }
    expect(await codeOf(body, {})).toBe('401 badSignature')
    expect(await codeOf(`${body} `, headers)).toBe('401 badSignature')
    expect(await codeOf(body, { ...headers, 'pult-timestamp': String(Number(headers['pult-timestamp']) + 1) })).toBe(
      '401 badSignature',
    )
    expect(await codeOf(body, signed(body, undefined, 'another secret'))).toBe('401 badSignature')
    expect(await codeOf(body, signed(body, String(Math.floor(Date.now() / 1000) - 400)))).toBe('401 oldSignature')
    const bad = '{"contacts": "no list"}'
    expect(await codeOf(bad, signed(bad))).toBe('400 invalid')
  })

  it('holds no longer with the former secret, nor when it is turned off', async () => {
    const former = signed(body)
    const renewed = done<{ secret: string }>(await pult.system.send('POST', at(`/${connectorId}/secret`)))
    expect((await send(body, former)).statusCode).toBe(401)
    ;({ secret } = renewed)
    expect((await send(body, signed(body))).statusCode).toBe(200)
    const version = (await list()).find((one) => one.connectorId === connectorId)?.version
    const draft = { kind: 'webhook', name: 'Сайт', source: 'site', isOn: false, settings: {} }
    done(await pult.system.send('PUT', at(`/${connectorId}`), { version, draft }))
    expect((await send(body, signed(body))).statusCode).toBe(409)
  })
})

describe('a channel that was heard and is not any more', () => {
  it('falls silent in opening hours, is said to, and speaks again', async () => {
    const { app } = pult
    const { sql } = await import('kysely')
    const stream = (await list()).find(({ kind }) => kind === 'stream')
    await app.database.inCenter({ centerId }, async (tx) => {
      await sql`delete from connector_outage where center_id = ${centerId}`.execute(tx)
      await sql`update connector set made_at = now() - interval '3 hours' where center_id = ${centerId}`.execute(tx)
      await sql`
        update connector_progress set last_heard_at = now() - interval '2 hours', connected_at = now() - interval '2 hours'
        where center_id = ${centerId}`.execute(tx)
      await sql`update queue set opening_hours_id = null where center_id = ${centerId}`.execute(tx)
    })
    await app.connectors.lookForSilence()
    const conditions = await app.database.inCenter({ centerId }, (tx) => app.connectors.conditions(tx, centerId))
    expect(conditions).toMatchObject([{ subject: `connector ${stream?.connectorId}`, state: 'bad' }])
    expect(conditions[0]?.words.en).toContain('Silent for more than 30 min')
    const { days, outages } = done<{ days: { openMs: number; downMs: number }[]; outages: unknown[] }>(
      await pult.system.get(at(`/${stream?.connectorId}/health?days=2`)),
    )
    expect(outages).toHaveLength(1)
    const down = days.reduce((sum, day) => sum + day.downMs, 0) / 3_600_000
    expect(Math.abs(down - 2)).toBeLessThan(0.05)
    const reply = await pult.app.http.app.inject({
      method: 'POST',
      url: `${API}/centers/${centerId}/stream?source=chats`,
      headers: { ...pult.system.headers, 'content-type': 'application/octet-stream' },
      payload: `${JSON.stringify({ contact: contact('z') })}\n`,
    })
    expect(reply.statusCode).toBe(200)
    expect((await list()).find(({ kind }) => kind === 'stream')).toMatchObject({ state: 'working' })
  })
})
