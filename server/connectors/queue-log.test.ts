import { execFile } from 'node:child_process'
import { appendFile, copyFile, mkdtemp, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Connector, ConnectorHealth } from '@pult/contract/connectors'
import type { TodayReply } from '@pult/contract/measures-today'

import { createApp, type App } from '../app.ts'
import { createLog } from '../platform/index.ts'
import { bringInto, factsStored } from '../testing/bring-in.ts'
import { done, openTestApp, type TestApp } from '../testing/test-app.ts'

let pult: TestApp
let folder: string
let path: string
let centerId: number
let connectorId: number

beforeAll(async () => {
  pult = await openTestApp({ started: true, more: { channelLease: 1 } })
  folder = await mkdtemp(join(tmpdir(), 'pult-log-'))
  path = join(folder, 'queue_log')
  centerId = await pult.createCenter('Живой', timeZone)
})
afterAll(async () => {
  await pult.close()
  await rm(folder, { recursive: true, force: true })
})

/** Where it is not about midnight: a quarter of an hour ago is of today there, at whatever time the test runs. */
const timeZone = [20, 21].includes(new Date().getUTCHours()) ? 'Pacific/Honolulu' : 'Europe/Moscow'

/** A quarter of an hour ago, so that everything is in the past. */
const START = Math.floor(Date.now() / 1000) - 900
const written: string[] = []

const enter = (id: string, at: number): string => `${START + at}|${id}|sales|NONE|ENTERQUEUE||+7900${id}|1`
const connect = (id: string, at: number): string => `${START + at}|${id}|sales|SIP/100|CONNECT|5|${id}x|3`
const complete = (id: string, at: number): string => `${START + at}|${id}|sales|SIP/100|COMPLETECALLER|5|20|1`

async function write(...lines: readonly string[]): Promise<void> {
  written.push(...lines)
  await appendFile(path, lines.map((line) => `${line}\n`).join(''))
}

const at = (rest = ''): string => `/centers/${centerId}/connectors${rest}`
const draft = (settings: object = { path, begin: 'start' }): object => ({
  kind: 'queueLog',
  name: 'АТС',
  source: 'Asterisk',
  settings,
})
const list = async (): Promise<Connector[]> => done<{ connectors: Connector[] }>(await pult.system.get(at())).connectors
const own = async (): Promise<Connector> => {
  const [found] = await list()
  if (found === undefined) throw new Error('the channel is gone')
  return found
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await what()) return
    await rest(50)
  }
  throw new Error('it does not happen')
}

const legs = async (): Promise<readonly Record<string, unknown>[]> =>
  ((await factsStored(pult, centerId)) as { legs: Record<string, unknown>[] }).legs
const outcomes = async (): Promise<unknown[]> => (await legs()).map(({ outcome }) => outcome)

/** The facts of everything written, imported at once into a centre of its own. */
async function wholeFile(): Promise<unknown> {
  const other = await pult.createCenter('Целиком', timeZone)
  await bringInto(pult, other, `${written.join('\n')}\n`)
  return factsStored(pult, other)
}

describe('a queue_log that grows', () => {
  it('is tried before it is followed: what is wrong is said', async () => {
    const test = async (settings: object): Promise<unknown> =>
      done<{ code: string }>(await pult.system.send('POST', at('/test'), { draft: draft(settings) })).code
    expect(await test({ path: join(folder, 'nowhere'), begin: 'end' })).toBe('noFile')
    expect(await test({ path: folder, begin: 'end' })).toBe('noFile')
    await writeFile(join(folder, 'hosts'), '127.0.0.1 localhost\n')
    expect(await test({ path: join(folder, 'hosts'), begin: 'end' })).toBe('notLog')
    await write(enter('1', 0))
    expect(await test({ path, begin: 'end' })).toBe('ok')
  })

  it('is nobody’s to name but who runs the installation', async () => {
    const administrator = await pult.comeIn(centerId, 'administrator')
    const reply = await administrator.send('POST', at(), { draft: draft() })
    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([403, 'installationOnly'])
  })

  it('shows a call on Today while it waits, while it is served, and when it is over', async () => {
    connectorId = done<{ connectorId: number }>(await pult.system.send('POST', at(), { draft: draft() })).connectorId
    const today = async (): Promise<TodayReply> => done(await pult.system.get(`/centers/${centerId}/today`))
    await until(async () => (await today()).total?.waiting === 1)
    await write(connect('1', 5))
    await until(async () => {
      const { total } = await today()
      return total?.waiting === 0 && total.inService === 1
    })
    await write(complete('1', 25))
    await until(async () => (await today()).total?.answered === 1)
    expect(await own()).toMatchObject({ state: 'working', events: 3, eventsLastHour: 3, rejected: 0, problem: null })
  })

  it('goes on after rotation by name, by copying, and when the server was away meanwhile', async () => {
    await write(enter('2', 30), enter('3', 31), '1|not an event')
    await rename(path, `${path}.1`)
    await write(connect('2', 35))
    await until(async () => (await legs()).filter(({ agent }) => agent === 'SIP/100').length === 2)
    await copyFile(path, `${path}-20261129`)
    await truncate(path)
    await write(complete('2', 55))
    await until(async () => (await outcomes()).filter((one) => one === 'answered').length === 2)
    await pult.app.connectors.stop()
    await write(connect('3', 60))
    await rename(path, `${path}.3`)
    await write(complete('3', 80), enter('4', 90))
    await pult.restart()
    await until(
      async () => (await outcomes()).length === 4 && (await outcomes()).filter((one) => one === 'open').length === 1,
    )
    expect(await factsStored(pult, centerId)).toEqual(await wholeFile())
    expect(await own()).toMatchObject({ state: 'working', rejected: 1 })
  })

  it('is followed by one of two servers, and by the other when that one dies', async () => {
    const { settings } = pult.app
    const other: App = await createApp({
      settings: { ...settings, port: 0 },
      log: createLog('silent'),
      connectionString: pult.connectionString,
    })
    await other.start()
    try {
      await write(connect('4', 95))
      await until(async () => (await legs()).filter(({ agent }) => agent === 'SIP/100').length === 4)
      await pult.app.connectors.stop()
      // As if it had died a moment ago: its lease goes on for a second.
      await pult.app.database.inCenter({ centerId }, (tx) =>
        sql`update connector set holder = 'died', held_until = now() + interval '1 second' where center_id = ${centerId}`.execute(
          tx,
        ),
      )
      await write(complete('4', 115), enter('5', 120))
      await until(
        async () => (await outcomes()).filter((one) => one === 'open').length === 1 && (await outcomes()).length === 5,
      )
      expect(await factsStored(pult, centerId)).toEqual(await wholeFile())
    } finally {
      await other.stop()
    }
  })

  it('is sent from another machine by a command, once, wherever it is begun again', async () => {
    const draft = { kind: 'follow', name: 'Филиал', source: 'Филиал', settings: { begin: 'start' } }
    done(await pult.system.send('POST', at(), { draft }))
    const { port } = pult.app.http.app.server.address() as { port: number }
    const log = join(folder, 'branch_log')
    const follow = (): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const main = join(import.meta.dirname, '../../cli/main.ts')
        const words = ['follow', log, '--once', '--json', '--center', String(centerId), '--data', pult.dataFolder]
        execFile(process.execPath, [main, ...words, '--url', `http://127.0.0.1:${port}`], (error, out) =>
          error === null ? resolve((JSON.parse(out) as { lines: number }).lines) : reject(error),
        )
      })
    const before = (await legs()).length
    await writeFile(log, `${enter('9', 0)}\n${connect('9', 5)}\n`)
    expect(await follow()).toBe(2)
    await rename(log, `${log}.1`)
    await appendFile(`${log}.1`, `${complete('9', 25)}\n`)
    await writeFile(log, `${enter('10', 30)}\n`)
    expect(await follow()).toBe(2)
    expect(await follow()).toBe(0)
    const branch = (await legs()).slice(before)
    expect((await outcomes()).filter((one) => one === 'open')).toHaveLength(2)
    expect(branch).toHaveLength(2)
  })

  it('says in words why it is not there, and how much of the day it was not', async () => {
    await pult.restart()
    const { version } = await own()
    const settings = { path: join(folder, 'gone', 'queue_log'), begin: 'start' }
    done(await pult.system.send('PUT', at(`/${connectorId}`), { version, draft: draft(settings) }))
    await until(async () => (await own()).state === 'down')
    expect((await own()).problem).toMatchObject({
      code: 'noFile',
      words: expect.stringContaining('gone') as string,
      said: { ru: expect.stringMatching(/^На машине, где работает Пульт, нет .*gone/) as string },
    })
    const conditions = await pult.app.database.inCenter({ centerId }, (tx) =>
      pult.app.connectors.conditions(tx, centerId),
    )
    expect(conditions.filter(({ state }) => state === 'bad')).toMatchObject([
      {
        subject: `connector ${connectorId}`,
        words: { ru: expect.stringMatching(/^Канал не подключён: .*нет .*gone/) as string },
      },
    ])
    const health = done<ConnectorHealth>(await pult.system.get(at(`/${connectorId}/health?days=2`)))
    expect(health.days).toHaveLength(2)
    expect(health.outages[0]).toMatchObject({
      reason: 'down',
      endedAt: null,
      said: { ru: expect.stringMatching(/нет .*gone/) as string },
    })
    const stale = await pult.system.send('PUT', at(`/${connectorId}`), { version, draft: draft() })
    expect(stale.statusCode).toBe(409)
  })
})
