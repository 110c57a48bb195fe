import { once } from 'node:events'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'

import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'

import type { BatchReply } from '@pult/contract/contacts'
import type { Import } from '@pult/contract/imports'

import { createApp, type App } from './app.ts'
import { createRollups } from './measures/rollups.ts'
import { createJobs, createLog, type Jobs } from './platform/index.ts'
import { databaseUrl } from './platform/testing/postgres-setup.ts'
import { bringInto, finishedImport, uploadTo } from './testing/bring-in.ts'
import { openLine, type Line } from './testing/line.ts'
import { openSmallDisk, type SmallDisk } from './testing/small-disk.ts'
import { API, done, openTestApp, type TestApp } from './testing/test-app.ts'

// What a server lives through: each fault is a real one, on a real PostgreSQL. One server lives through all of them but the full disk of
// its database, for a server is what takes longest here.

const START = 1_750_000_000
const log = (calls: number): string =>
  Array.from({ length: calls }, (_, index) => {
    const at = START + index * 20
    return `${at}|${at}.1|support|NONE|ENTERQUEUE||${index}|1\n${at + 9}|${at}.1|support|NONE|ABANDON|1|1|9\n`
  }).join('')

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  await expect.poll(isSo, { interval: 50, timeout: 60_000 }).toBe(true)
}

const begin = async (pult: TestApp, centerId: number, calls: number): Promise<number> => {
  const uploadId = await uploadTo(pult, centerId, log(calls))
  const given = { uploadId, fileName: 'queue_log', kind: 'queueLog' }
  return done<{ importId: number }>(await pult.system.send('POST', `/centers/${centerId}/imports`, given)).importId
}

const legsOf = async (pult: TestApp, centerId: number): Promise<number> =>
  pult.app.database.inCenter({ centerId }, async (tx) => {
    const { rows } = await sql<{
      n: number
    }>`select count(*)::integer as n from contact_leg where center_id = ${centerId}`.execute(tx)
    return rows[0]?.n ?? 0
  })

let pult: TestApp
let line: Line
beforeAll(async () => {
  pult = await openTestApp({
    started: true,
    more: { clientPatience: 2 },
    reach: async (straight) => (line = await openLine(straight)).connectionString,
  })
})
afterAll(async () => {
  await pult.close()
  line.close()
})

describe('a server whose line to the database is cut, and whose clients are slow', () => {
  it('says so, goes on without a restart, and loses neither a sign-in nor an import', async () => {
    const CALLS = 20_000
    const centerId = await pult.createCenter('Обрыв')
    const head = await pult.comeIn(centerId, 'head')
    const importId = await begin(pult, centerId, CALLS)
    const path = `/centers/${centerId}/imports/${importId}`
    await until(async () => done<Import>(await pult.system.get(path)).rowsRead > 0)
    line.cut()
    for (const visitor of [head, pult.system]) {
      const reply = await visitor.get(`/centers/${centerId}/queues`)
      expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([503, 'databaseAway'])
      expect(reply.headers['retry-after']).toBe('2')
    }
    expect((await head.get('/session')).statusCode).toBe(503)
    expect((await pult.app.http.app.inject('/health/ready')).statusCode).toBe(503)
    await rest(1500)
    await line.mend()
    await until(async () => (await head.get(`/centers/${centerId}/queues`)).statusCode === 200)
    const heard: string[] = []
    const leave = pult.app.live.hear(({ topic }) => heard.push(topic))
    const ended = await finishedImport(pult, centerId, importId)
    expect(ended).toMatchObject({ status: 'done', problem: null, report: { contacts: CALLS, conflicts: 0 } })
    expect(await legsOf(pult, centerId)).toBe(CALLS)
    await until(() => heard.includes('import'))
    leave()
  })

  it('lets go of a client that stops amid a file, a request or a reply', async () => {
    const centerId = await pult.createCenter('Медленный')
    await bringInto(pult, centerId, log(4000))
    const { port } = pult.app.http.app.server.address() as { port: number }
    const say = async (path: string, type: string, length: number, body: string, times = 1): Promise<Socket> => {
      const socket = connect(port, '127.0.0.1')
      socket.on('error', () => undefined)
      await once(socket, 'connect')
      const { authorization } = pult.system.headers
      const head = `POST ${API}/centers/${centerId}${path} HTTP/1.1\r\nhost: pult\r\nauthorization: ${authorization}`
      const request = `${head}\r\ncontent-type: ${type}\r\ncontent-length: ${length}\r\n\r\n${body}`
      socket.write(request.repeat(times))
      return socket
    }
    const search = JSON.stringify({ filter: { from: '2025-06-01T00:00:00Z', to: '2025-07-01T00:00:00Z' } })
    const file = await say('/uploads', 'application/octet-stream', 1_000_000, 'half a file')
    const question = await say('/contacts/search', 'application/json', 1000, '{"fil')
    // More than the line itself takes in while nobody reads at its end.
    const length = Buffer.byteLength(search)
    const reader = await say('/contacts/export?format=csv', 'application/json', length, search, 30)
    reader.pause()
    const uploads = join(pult.dataFolder, 'uploads')
    await until(() => readdirSync(uploads).length === 1)
    const open = async (): Promise<number> =>
      new Promise((resolve) => pult.app.http.app.server.getConnections((_error, count) => resolve(count)))
    await until(async () => (await open()) === 0)
    await until(() => readdirSync(uploads).length === 0)
    for (const socket of [file, question, reader]) socket.destroy()
    expect((await pult.system.get(`/centers/${centerId}/queues`)).statusCode).toBe(200)
  })

  it('keeps who is signed in and computes what is due when the clock jumps a day on and two days back', async () => {
    const centerId = await pult.createCenter('Часы')
    const head = await pult.comeIn(centerId, 'head')
    const real = Date.now()
    let clock = real
    // A drainer of its own, whose clock is stepped; the server's own is kept from this centre.
    const letGo = pult.app.measures.holdOff(centerId)
    const rollups = createRollups(pult.app, () => clock)
    rollups.start()
    try {
      const send = async (turn: number): Promise<void> => {
        const states = Array.from({ length: 20 }, (_, place) => ({
          sourceKey: `s${turn}-${place}`,
          agent: `Агент ${place}`,
          state: 'session',
          startedAt: new Date(real - 3 * 3_600_000).toISOString(),
          endedAt: new Date(real - 2 * 3_600_000).toISOString(),
        }))
        done(await pult.system.send('POST', `/centers/${centerId}/contacts/batch`, { source: 'АТС', states }))
        await until(async () =>
          pult.app.database.inCenter({ centerId }, async (tx) => {
            const { rows } = await sql<{
              n: number
            }>`select count(*)::integer as n from rollup_due where center_id = ${centerId}`.execute(tx)
            return rows[0]?.n === 0
          }),
        )
      }
      for (const [turn, days] of [0, 1, -1].entries()) {
        clock = real + days * 86_400_000
        vi.setSystemTime(clock)
        expect((await head.get('/session')).statusCode).toBe(200)
        vi.useRealTimers()
        await send(turn)
      }
    } finally {
      vi.useRealTimers()
      await rollups.stop()
      letGo()
    }
  })
})

describe('two servers on one database', () => {
  let other: App
  beforeAll(async () => {
    other = await createApp({
      settings: { ...pult.app.settings, port: 0 },
      log: createLog('silent'),
      connectionString: pult.connectionString,
    })
    await other.start()
  })
  afterAll(() => other.stop())

  it('do each piece of work once', async () => {
    const centers = [
      await pult.createCenter('Первый'),
      await pult.createCenter('Второй'),
      await pult.createCenter('Третий'),
    ]
    const begun: { centerId: number; importId: number }[] = []
    for (const centerId of centers) begun.push({ centerId, importId: await begin(pult, centerId, 500) })
    for (const { centerId, importId } of begun) {
      const { report } = await finishedImport(pult, centerId, importId)
      // Read twice, the second time would find duplicates.
      expect(report).toMatchObject({ contacts: 500, accepted: 500, duplicates: 0, conflicts: 0 })
    }
  })

  it('give up work that ends its server each time, tell whoever waits, and go on with the rest', async () => {
    const servers: Jobs[] = [1, 2].map(() => createJobs(pult.connectionString, createLog('silent'), 1))
    const [fatal, thrown, good]: [number[], number[], number[]] = [[], [], []]
    const givenUp: string[] = []
    for (const jobs of servers) {
      const rules = { concurrency: 1, retries: 1, expireSeconds: 600 }
      jobs.define<{ n: number }>(
        'fatal',
        rules,
        async ({ n }, signal) => {
          fatal.push(n)
          await once(signal, 'abort')
        },
        { givenUp: async ({ n }) => void givenUp.push(`fatal ${n}`) },
      )
      jobs.define<{ n: number }>(
        'thrown',
        rules,
        ({ n }) => {
          thrown.push(n)
          return Promise.reject(new Error('always'))
        },
        { givenUp: async ({ n }) => void givenUp.push(`thrown ${n}`) },
      )
      jobs.define<{ n: number }>('good', rules, async ({ n }) => void good.push(n))
      await jobs.start()
    }
    const [first] = servers
    const client = new pg.Client({ connectionString: pult.connectionString })
    await client.connect()
    try {
      await first?.send('fatal', { n: 1 })
      await first?.send('thrown', { n: 2 })
      for (let n = 0; n < 20; n++) await first?.send('good', { n })
      await until(async () => {
        // As if each server that took it had died at once: nobody says any more that it is being done.
        await client.query(
          `update pgboss.job set heartbeat_on = now() - interval '1 hour' where name = 'fatal' and state = 'active'`,
        )
        return givenUp.length === 2
      })
      expect(givenUp.toSorted()).toEqual(['fatal 1', 'thrown 2'])
      expect([fatal, thrown]).toEqual([
        [1, 1],
        [2, 2],
      ])
      await until(() => good.length === 20)
      expect(good.toSorted((left, right) => left - right)).toEqual(Array.from({ length: 20 }, (_, n) => n))
    } finally {
      await client.end()
      for (const jobs of servers) await jobs.stop()
    }
  })
})

const NO_DISK = 'this user may mount no disk, or PostgreSQL runs elsewhere'

describe('a full disk', () => {
  let folder: string
  let disk: SmallDisk | undefined
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pult-small-'))
    chmodSync(folder, 0o755)
    // Tables can be laid on it only where PostgreSQL runs on this machine.
    disk = process.env['PULT_TEST_DATABASE_URL'] === undefined ? openSmallDisk(folder, 96) : undefined
  })
  afterAll(() => {
    disk?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  // The tables and the uploads lie on a real disk that is really full; PostgreSQL's own log of changes lies on another.
  it('is said, nothing stays half stored, and all goes on when there is room', async ({ skip }) => {
    if (disk === undefined) return skip(NO_DISK)
    const server = new pg.Client({ connectionString: inject('postgresUrl') })
    await server.connect()
    const place = join(folder, 'tables')
    const name = `pult_small_${process.pid}`
    const { rows } = await server.query<{ data_directory: string }>('show data_directory')
    const { uid, gid } = statSync(rows[0]?.data_directory ?? '')
    mkdirSync(place)
    chownSync(place, uid, gid)
    await server.query(`create tablespace ${name} location '${place}'`)
    await server.query(`create database ${name} template pult_template tablespace ${name}`)
    const url = databaseUrl(inject('postgresUrl'), name)
    const tight = await openTestApp({ started: true, reach: () => Promise.resolve(url) })
    try {
      const centerId = await tight.createCenter('Тесно')
      const send = (batch: number): ReturnType<typeof tight.system.send> =>
        tight.system.send('POST', `/centers/${centerId}/contacts/batch`, {
          source: 'АТС',
          contacts: Array.from({ length: 1000 }, (_, n) => ({
            sourceKey: `${batch}-${n}`,
            channel: 'voice',
            queue: 'Справка',
            offeredAt: new Date(Date.UTC(2026, 8, 1) + (batch * 1000 + n) * 1000).toISOString(),
            outcome: 'abandoned',
            waitMs: 1000,
          })),
        })
      done(await send(0))
      const history = await tight.createCenter('История')
      const importId = await begin(tight, history, 20_000)
      const path = `/centers/${history}/imports/${importId}`
      await until(async () => done<Import>(await tight.system.get(path)).rowsRead > 0)
      disk.fill()
      let stored = 1
      let reply = await send(stored)
      while (reply.statusCode === 200 && stored < 60) reply = await send(++stored)
      expect([reply.statusCode, reply.json<{ code: string; detail: string }>().code]).toEqual([507, 'diskFull'])
      expect(reply.json<{ detail: string }>().detail).toContain('no room left on the disk')
      expect(await legsOf(tight, centerId)).toBe(stored * 1000)
      expect(done<Import>(await tight.system.get(path))).toMatchObject({ problem: null, report: null })
      disk.free()
      expect(done<BatchReply>(await send(stored))).toMatchObject({ accepted: 1000, duplicates: 0, rejected: [] })
      expect(await finishedImport(tight, history, importId)).toMatchObject({
        status: 'done',
        report: { contacts: 20_000, conflicts: 0 },
      })
      expect(await legsOf(tight, centerId)).toBe((stored + 1) * 1000)
      expect(await legsOf(tight, history)).toBe(20_000)
    } finally {
      disk.free()
      await tight.close()
      await server.query(`drop database ${name} with (force)`)
      await server.query(`drop tablespace ${name}`)
      await server.end()
    }
  })

  it('is said to whoever sends a file, of which nothing stays', async ({ skip }) => {
    if (disk === undefined) return skip(NO_DISK)
    const uploads = join(pult.dataFolder, 'uploads')
    const small = openSmallDisk(uploads, 1)
    try {
      const centerId = await pult.createCenter('Тесно')
      const reply = await pult.app.http.app.inject({
        method: 'POST',
        url: `${API}/centers/${centerId}/uploads`,
        headers: { ...pult.system.headers, 'content-type': 'application/octet-stream' },
        payload: Buffer.alloc(3 * 1024 * 1024, 'x'),
      })
      expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([507, 'diskFull'])
      expect(readdirSync(uploads)).toEqual([])
    } finally {
      small?.close()
    }
  })
})
