import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Alert } from '@pult/contract/alerts'
import type { Backups, OtherSignIn, SignInCheck, SlowQueries } from '@pult/contract/installation'

import { noteBackup } from '../platform/backup/index.ts'
import { done, openTestApp, type TestApp } from '../testing/test-app.ts'
import { checkProvider } from './check-provider.ts'

const DAY_MS = 86_400_000
const SLOW_MS = 40

let pult: TestApp
let centerId: number

beforeAll(async () => {
  pult = await openTestApp({ more: { slowQuery: SLOW_MS } })
  centerId = await pult.createCenter('Центр')
})
afterAll(() => pult.close())

const at = (path: string): string => `/centers/${centerId}/installation${path}`
const read = async <Told>(path: string): Promise<Told> => done(await pult.system.get(at(path)))

/** What a rule on one kind of condition has raised so far, the newest first. */
async function watch(conditions: readonly string[]): Promise<(now: number) => Promise<readonly Alert[]>> {
  const id = await pult.createCenter(conditions.join())
  const told = { roles: [], userIds: [], byMail: false, mails: [], chats: [], webhookIds: [] }
  const rule = {
    name: 'Сбой',
    watch: { kind: 'condition', conditions },
    limit: null,
    holdMinutes: 0,
    clearMinutes: 0,
    told,
  }
  done(await pult.system.send('POST', `/centers/${id}/alert-rules`, rule))
  centerId = id
  return async (now) => {
    await pult.app.alerts.lookAt(id, now)
    return done<{ alerts: Alert[] }>(await pult.system.get(`/centers/${id}/alerts`)).alerts
  }
}

describe('slow questions to the database', () => {
  it('are told to an administrator by form since the start, and never with what was asked for', async () => {
    const before = await read<SlowQueries>('/slow-queries')
    expect(before.limitMs).toBe(SLOW_MS)
    expect(Date.parse(before.since)).toBeLessThanOrEqual(Date.now())
    for (const name of ['+79001234567', '+79007654321'])
      await pult.app.database.inCenter({ centerId }, (tx) =>
        sql`select pg_sleep(0.06), ${name}::text as asked`.execute(tx),
      )
    const { queries } = await read<SlowQueries>('/slow-queries')
    const slept = queries.find(({ form }) => form === 'select pg_sleep(?), ?::text as asked')
    expect(slept?.count).toBe(2)
    expect(slept?.worstMs).toBeGreaterThan(59)
    expect(slept?.totalMs).toBeGreaterThan(119)
    expect(Date.now() - Date.parse(slept?.lastAt ?? '')).toBeLessThan(60_000)
    expect(JSON.stringify(queries)).not.toContain('7900')
    const head = await pult.comeIn(centerId, 'head')
    expect((await head.get(at('/slow-queries'))).statusCode).toBe(403)
  })
})

describe('backups', () => {
  const note = (madeAt: number): Promise<boolean> =>
    noteBackup(pult.connectionString, { madeAt: new Date(madeAt), seconds: 12.5, bytes: 5e9, rows: 7e6, tables: 90 })

  it('are watched over only by a centre that says how old the newest may be, and by its rules', async () => {
    const look = await watch(['backup'])
    const now = Date.now()
    expect(await look(now)).toEqual([])
    expect(await read<Backups>('/backups')).toEqual({ backups: [], maxAgeDays: null, isOverdue: false })
    done(await pult.system.send('PUT', at('/backups/age'), { maxAgeDays: 2 }))
    // A new installation cannot have an old backup.
    expect(await look(now + DAY_MS)).toEqual([])
    const [missed] = await look(now + 3 * DAY_MS)
    expect(missed?.words.ru).toBe('Резервных копий нет, а должна быть не старше 2 сут')

    expect(await note(now - 3 * DAY_MS)).toBe(true)
    const told = await read<Backups>('/backups')
    expect(told).toMatchObject({ maxAgeDays: 2, isOverdue: true })
    expect(told.backups).toMatchObject([{ seconds: 12.5, bytes: 5e9, rows: 7e6, tables: 90 }])
    await note(now + 3 * DAY_MS)
    const [cleared, ...others] = await look(now + 3 * DAY_MS + 60_000)
    expect([cleared?.clearedBecause, others]).toEqual(['good', []])
    const day = new Date(now + 3 * DAY_MS).toISOString().slice(0, 10)
    const [again] = await look(now + 6 * DAY_MS)
    expect(again?.words.en).toBe(
      `The backup is overdue: the last one is of ${day}, and one no older than 2 days is wanted`,
    )
    expect(again?.clearedAt).toBeNull()

    done(await pult.system.send('PUT', at('/backups/age'), { maxAgeDays: null }))
    expect((await look(now + 6 * DAY_MS + 60_000))[0]?.clearedBecause).toBe('good')
    for (const maxAgeDays of [0, 366, 1.5])
      expect((await pult.system.send('PUT', at('/backups/age'), { maxAgeDays })).statusCode).toBe(400)
    const { lines } = done<{ lines: { act: string; detail: { days: number | null } }[] }>(
      await pult.system.get(`/centers/${centerId}/audit`),
    )
    const days = lines.filter(({ act }) => act === 'installation.backups.age').map(({ detail }) => detail.days)
    expect(days).toEqual([null, 2])
  })
})

describe('a request about personal data', () => {
  it('raises an alert when its term is near, another when it is over, and none once it is closed', async () => {
    const look = await watch(['personalRequest'])
    const path = `/centers/${centerId}/personal-data/requests`
    const request = {
      kind: 'correct',
      subjectOf: 'other',
      subject: 'Пётр Иванов',
      agentId: null,
      askedBy: 'Пётр Иванов',
      way: 'письмо',
      askedOn: '2026-11-02',
    }
    const { requestId, dueOn } = done<{ requestId: number; dueOn: string }>(
      await pult.system.send('POST', path, request),
    )
    const due = Date.parse(`${dueOn}T09:00:00Z`)
    expect(await look(due - 4 * DAY_MS)).toEqual([])
    const [near] = await look(due - 3 * DAY_MS)
    expect(near?.words.en).toBe(`Request ${requestId} about personal data (to correct) must be answered by ${dueOn}`)
    // On the day itself it is still near, and told once.
    expect(await look(due)).toHaveLength(1)
    const [over, former] = await look(due + DAY_MS)
    expect(over?.words.ru).toContain(`№ ${requestId} (исправить) истёк`)
    expect([over?.clearedAt, former?.clearedBecause]).toEqual([null, 'good'])
    expect(JSON.stringify([over, former])).not.toContain('Иванов')
    const closing = { state: 'done', answer: 'Исправлено', isExtended: false, version: 1 }
    done(await pult.system.send('PATCH', `${path}/${requestId}`, closing))
    expect((await look(due + 2 * DAY_MS))[0]?.clearedBecause).toBe('good')
  })
})

describe('sign-in at another place', () => {
  let place: Server
  let issuer: string
  let answer: { status: number; body: string }
  const keys = JSON.stringify({ keys: [{ kty: 'RSA' }] })
  let keysAnswer = keys

  beforeAll(async () => {
    place = createServer((request, reply) => {
      const isKeys = request.url === '/keys'
      reply.writeHead(isKeys ? 200 : answer.status, { 'content-type': 'application/json' })
      reply.end(isKeys ? keysAnswer : answer.body)
    })
    await new Promise<void>((resolve) => void place.listen(0, '127.0.0.1', resolve))
    issuer = `http://127.0.0.1:${(place.address() as AddressInfo).port}`
  })
  afterAll(() => new Promise((resolve) => place.close(resolve)))

  const document = (more: object = {}): string =>
    JSON.stringify({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      ...more,
    })
  const found = async (body: string, status = 200): Promise<SignInCheck['problems']> => {
    answer = { status, body }
    return (await checkProvider(issuer)).problems
  }
  const codes = async (more: object): Promise<string[]> => (await found(document(more))).map(({ code }) => code)

  it('is off without settings: said so, and nothing to check', async () => {
    expect(await read<OtherSignIn>('/sign-in')).toEqual({ provider: null, redirect: null })
    const reply = await pult.system.send('POST', at('/sign-in/check'))
    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([409, 'signInOff'])
  })

  it('is in order where the document says all that is needed', async () => {
    expect(await codes({})).toEqual([])
    // An issuer with a slash at its end is the same one.
    expect(await codes({ issuer: `${issuer}/` })).toEqual([])
  })

  it('is told by what is wrong with it', async () => {
    expect(await found('nobody here', 404)).toMatchObject([{ code: 'status', isFatal: true, values: { status: 404 } }])
    expect(await found('<html>')).toMatchObject([{ code: 'notJson', values: { begins: '<html>' } }])
    expect(await found('[]')).toMatchObject([{ code: 'notJson' }])
    expect(await codes({ issuer: 'https://else.example' })).toEqual(['otherIssuer'])
    expect(await found(document({ token_endpoint: undefined }))).toMatchObject([
      { code: 'noEndpoints', values: { names: 'token_endpoint' } },
    ])
    expect(await codes({ token_endpoint: 'nowhere' })).toEqual(['badAddress'])
    expect(await codes({ response_types_supported: ['id_token'] })).toEqual(['noCode'])
    expect(await codes({ code_challenge_methods_supported: ['plain'] })).toEqual(['noPkce'])
    expect(await codes({ token_endpoint_auth_methods_supported: ['private_key_jwt'] })).toEqual(['noSecretPost'])
    expect(await codes({ scopes_supported: ['openid'] })).toEqual(['noEmail'])
    expect(await found(document({ authorization_endpoint: 'http://else.example/in' }))).toMatchObject([
      { code: 'plainHttp', isFatal: false, values: { name: 'authorization_endpoint' } },
    ])
    keysAnswer = JSON.stringify({ keys: [] })
    expect(await codes({})).toEqual(['noKeys'])
    keysAnswer = keys
  })

  it('is unreachable where nobody answers, in the system’s own word', async () => {
    const { problems } = await checkProvider('http://127.0.0.1:1')
    expect(problems).toMatchObject([{ code: 'unreachable', isFatal: true }])
    expect(String(problems[0]?.values['reason'])).toMatch(/ECONNREFUSED|bad port/)
  })
})
