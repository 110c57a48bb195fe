import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import type { MeasureReply } from '@pult/contract/measures'

import { fillYear } from '../../bench/fill-year.ts'
import { done, openTestApp } from '../testing/test-app.ts'
import { createLog } from './log.ts'
import { migrate, migrationFiles } from './migrate.ts'
import { databaseUrl } from './testing/postgres-setup.ts'

const log = createLog('silent')
const name = `pult_owner_${randomBytes(4).toString('hex')}`
let server: pg.Client
let asOwner: string

beforeAll(async () => {
  server = new pg.Client({ connectionString: inject('postgresUrl') })
  await server.connect()
  await server.query(`create role ${name} login password 'secret'`)
  await server.query(`create database ${name} owner ${name}`)
  const url = new URL(inject('postgresUrl'))
  url.username = name
  url.password = 'secret'
  url.pathname = `/${name}`
  asOwner = url.href
})
afterAll(async () => {
  await server.query(`drop database ${name} with (force)`)
  await server.query(`drop role ${name}`)
  await server.end()
})

describe('a database server of one’s own', () => {
  it('that does not answer is named', async () => {
    await expect(migrate('postgres://pult@127.0.0.1:1/pult', log)).rejects.toThrow(
      /127\.0\.0\.1:1 cannot be reached.*DATABASE_URL/,
    )
  })

  it('needs no superuser, only what its administrator is told to run once', async () => {
    await expect(migrate(asOwner, log)).rejects.toThrow(`grant pult_app to ${name};`)
    await server.query(`grant pult_app to ${name}`)
    expect((await migrate(asOwner, log)).length).toBeGreaterThan(5)
    expect(await migrate(asOwner, log)).toEqual([])
  })
})

/** A bare database on the server of the tests; `drop` takes it away. */
async function bareDatabase(): Promise<{ connectionString: string; drop: () => Promise<unknown> }> {
  const bare = `pult_bare_${randomBytes(4).toString('hex')}`
  await server.query(`create database ${bare}`)
  return {
    connectionString: databaseUrl(inject('postgresUrl'), bare),
    drop: () => server.query(`drop database ${bare} with (force)`),
  }
}

async function rowsOf<Row extends pg.QueryResultRow>(connectionString: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

describe('an upgrade', () => {
  const CONTACTS = 400
  const read = {
    from: '2026-03-02',
    to: '2026-03-09',
    measures: ['offered'],
    splitBy: [],
  }

  it('from the version before, and from one long ago, keeps every fact and serves it', async () => {
    const steps = await migrationFiles()
    for (const earlier of [steps.slice(0, -1), steps.slice(0, steps.indexOf('0016-agent-time-due.sql') + 1)]) {
      const { connectionString, drop } = await bareDatabase()
      await migrate(connectionString, log, new Set(earlier))
      const client = new pg.Client({ connectionString, options: '-c timezone=UTC' })
      await client.connect()
      await client.query(`insert into center (name, time_zone, calendar) values ('Раньше', 'UTC', 'none')`)
      const year = { centerId: 1, contacts: CONTACTS, firstDay: '2026-03-02', days: 7, queues: 4, agents: 6 }
      await fillYear(client, year)
      await client.end()
      const facts = `select count(*)::integer as n, sum(wait_ms)::bigint as waits, md5(string_agg(source_key || outcome, ',' order by leg_id)) as told from contact_leg`
      const before = await rowsOf(connectionString, facts)
      expect(await migrate(connectionString, log)).toEqual(steps.slice(earlier.length))
      expect(await rowsOf(connectionString, facts)).toEqual(before)
      const pult = await openTestApp({ reach: () => Promise.resolve(connectionString) })
      try {
        await pult.app.measures.settle(1)
        const { total } = done<MeasureReply>(await pult.system.send('POST', '/centers/1/measures/query', read))
        expect(total.figures[0]?.value).toBe(CONTACTS)
      } finally {
        await pult.close()
        await drop()
      }
    }
  })

  it('that fails names its step, leaves nothing of it, and the old version goes on', async () => {
    const pult = await openTestApp({ started: true })
    const folder = await mkdtemp(join(tmpdir(), 'pult-migrations-'))
    try {
      const centerId = await pult.createCenter('Прежний')
      await cp(join(import.meta.dirname, '../migrations'), folder, { recursive: true })
      await writeFile(join(folder, '9998-good.sql'), 'create table good_step (one integer);')
      await writeFile(
        join(folder, '9999-broken.sql'),
        'create table half_step (one integer); alter table center drop column name; select 1 / 0;',
      )
      await expect(migrate(pult.connectionString, log, undefined, folder)).rejects.toThrow(
        'Migration 9999-broken.sql failed: division by zero',
      )
      const left = await rowsOf(
        pult.connectionString,
        `select to_regclass('good_step') is not null as good, to_regclass('half_step') is not null as half,
           (select array_agg(name) from pult_meta.migration where name > '9') as known`,
      )
      expect(left).toEqual([{ good: true, half: false, known: ['9998-good.sql'] }])
      done(await pult.system.send('POST', `/centers/${centerId}/teams`, { name: 'Смена' }))
      expect(done<{ name: string }>(await pult.system.get(`/centers/${centerId}`)).name).toBe('Прежний')
    } finally {
      await pult.close()
      await rm(folder, { recursive: true })
    }
  })
})

describe('migrations', () => {
  const files = readdirSync(join(import.meta.dirname, '../migrations')).filter((file) => file.endsWith('.sql'))

  it('are called by four digits and words', () => {
    expect(files.filter((file) => !/^\d{4}(-[a-z]+)+\.sql$/.test(file))).toEqual([])
  })

  it('have a number each', () => {
    const shared = [...Map.groupBy(files, (file) => file.slice(0, 4)).values()].filter((list) => list.length > 1)
    // Databases remember the names of what they ran: renamed, it would run again on tables that are there. These two need each other in no order.
    expect(shared).toEqual([['0014-skill-need.sql', '0014-staffing-work.sql']])
  })
})
