import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { prepareSignIn } from './access/index.ts'
import { createApp } from './app.ts'
import { backUp, restore } from './backup.ts'
import { readArchive, writeArchive } from './platform/backup/archive.ts'
import { createLog, migrate, readSettings } from './platform/index.ts'
import { databaseUrl } from './platform/testing/postgres-setup.ts'
import { migrationFiles } from './platform/migrate.ts'
import { done, openTestApp, type TestApp } from './testing/test-app.ts'

let pult: TestApp
let centerId: number
let folder: string
let file: string
const made: string[] = []
const log = createLog('silent')

async function asked<Row extends pg.QueryResultRow>(connectionString: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

async function emptyDatabase(): Promise<string> {
  const name = `pult_back_${randomBytes(4).toString('hex')}`
  await asked(inject('postgresUrl'), `create database ${name}`)
  made.push(name)
  return databaseUrl(inject('postgresUrl'), name)
}

const call = (sourceKey: string, offeredAt: string): object => ({
  sourceKey,
  channel: 'voice',
  direction: 'inbound',
  queue: 'Заказы',
  agent: 'Анна "Ё"\t\\N',
  customer: '+79161234567',
  offeredAt,
  outcome: 'answered',
  waitMs: 5000,
  talkMs: 60_000,
})

const send = async (contacts: readonly object[]): Promise<void> => {
  done(await pult.system.send('POST', `/centers/${centerId}/contacts/batch`, { source: 'Test', contacts }))
}

/** Rows of every table that is in a backup, sorted. */
async function everything(connectionString: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p') and not c.relispartition`,
    )
    const all: Record<string, string[]> = {}
    for (const { name } of tables) {
      const { rows } = await client.query<[string]>({
        text: `select t::text from ${name} t order by 1`,
        rowMode: 'array',
      })
      all[name] = rows.map(([row]) => row)
    }
    return all
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  pult = await openTestApp()
  folder = await mkdtemp(join(tmpdir(), 'pult-backup-'))
  file = join(folder, 'kept.tar.gz')
  centerId = await pult.createCenter('Центр')
  await pult.createCenter('Another')
  await pult.comeIn(centerId, 'planner')
  await send([call('a', '2026-03-01T08:00:00Z'), call('b', '2026-05-01T08:00:00Z'), call('c', '1989-05-01T08:00:00Z')])
})

afterAll(async () => {
  await pult.close()
  for (const name of made) await asked(inject('postgresUrl'), `drop database ${name} with (force)`)
  await rm(folder, { recursive: true, force: true })
})

describe('a backup', () => {
  it('comes back equal, row by row, with its secrets, and Pult goes on from there', async () => {
    const before = await everything(pult.connectionString)
    const kept = await backUp({ databaseUrl: pult.connectionString, dataFolder: pult.dataFolder }, file, 'test')
    expect(kept.rows).toBe(Object.values(before).reduce((total, rows) => total + rows.length, 0))
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const noted = 'select bytes::integer, "rows"::integer, tables from pult_meta.backup'
    expect(kept.isNoted).toBe(true)
    expect(await asked(pult.connectionString, noted)).toEqual([
      { bytes: kept.bytes, rows: kept.rows, tables: kept.tables },
    ])
    await send([call('d', '2026-05-02T08:00:00Z')])

    const again = await emptyDatabase()
    const elsewhere = join(folder, 'elsewhere')
    const report = await restore({ databaseUrl: again, dataFolder: elsewhere }, file)
    expect(report).toMatchObject({ rows: kept.rows, tables: kept.tables, migrated: [] })
    expect(await everything(again)).toEqual(before)
    expect(await readFile(join(elsewhere, 'session-secret'), 'utf8')).toBe(
      await readFile(join(pult.dataFolder, 'session-secret'), 'utf8'),
    )

    const settings = readSettings({ dataFolder: elsewhere, port: 0, demo: false, logLevel: 'silent' }, {})
    const app = await createApp({ settings, log, connectionString: again })
    try {
      const reply = await app.http.app.inject({
        method: 'POST',
        url: `/api/v1/centers/${centerId}/contacts/batch`,
        headers: pult.system.headers,
        payload: { source: 'Test', contacts: [call('a', '2026-03-01T08:00:00Z'), call('e', '2026-06-01T08:00:00Z')] },
      })
      expect(reply.json()).toMatchObject({ accepted: 1, duplicates: 1 })
    } finally {
      await app.stop()
    }
  })

  it('of an earlier Pult is brought up to date', async () => {
    const [first, again] = [await emptyDatabase(), await emptyDatabase()]
    const steps = await migrationFiles()
    const early = steps.slice(0, 8)
    await migrate(first, log, new Set(early))
    // A sign-in library that had fewer tables than today's.
    await prepareSignIn(first)
    await asked(first, 'drop table auth.passkey')
    await asked(first, `insert into center (name, time_zone, calendar) values ('Early', 'Europe/Moscow', 'ru')`)
    const path = join(folder, 'early.tar.gz')
    const [one, other] = [join(folder, 'one'), join(folder, 'other')]
    await backUp({ databaseUrl: first, dataFolder: one }, path, 'test')
    const { migrated } = await restore({ databaseUrl: again, dataFolder: other }, path)
    expect(migrated).toEqual(steps.slice(8))
    expect(await asked(again, 'select name from center')).toEqual([{ name: 'Early' }])
  })
})

describe('what is no good backup changes nothing and says why', () => {
  let target: string
  beforeAll(async () => {
    target = await emptyDatabase()
  })
  /** One after the other into the same database: what failed is in nobody's way. */
  const into = async (path: string): Promise<string> => {
    const words = await restore({ databaseUrl: target, dataFolder: join(folder, 'nowhere') }, path).then(
      () => 'came in',
      (error: Error) => error.message,
    )
    const [known] = await asked<{ known: boolean }>(target, `select to_regclass('center') is not null as known`)
    if (known?.known === true) expect(await asked(target, 'select name from center')).toEqual([])
    return words
  }
  /** The backup with some of its entries changed on the way. */
  const altered = async (name: string, change: (entry: string, text: string) => string | null): Promise<string> => {
    const path = join(folder, name)
    const archive = writeArchive(path)
    for await (const entry of readArchive(file)) {
      const text = change(entry.name, await entry.text())
      if (text !== null) await archive.add(entry.name, text)
    }
    await archive.close()
    return path
  }

  it('a file that is not there, is something else, or was cut short', async () => {
    expect(await into(join(folder, 'none'))).toContain('There is no file')
    const other = join(folder, 'other.txt')
    await writeFile(other, 'not a backup')
    expect(await into(other)).toContain('no whole backup of Pult')
    const short = await altered('short.tar.gz', (_name, text) => text)
    await truncate(short, Math.floor((await stat(short)).size * 0.7))
    expect(await into(short)).toContain('no whole backup of Pult')
    expect(await into(await altered('endless.tar.gz', (name, text) => (name === 'end.json' ? null : text)))).toContain(
      'its end is missing',
    )
  })

  it('one with a row that was changed', async () => {
    const changed = await altered('changed.tar.gz', (name, text) =>
      name.startsWith('tables/public.contact_leg/') ? text.replace('5000', '5001') : text,
    )
    expect(await into(changed)).toContain('Table public.contact_leg did not come in as it was kept')
  })

  it('one of a newer Pult', async () => {
    const newer = await altered('newer.tar.gz', (name, text) =>
      name === 'manifest.json'
        ? text.replace('"0001-foundation.sql"', '"9999-later.sql", "0001-foundation.sql"')
        : text,
    )
    expect(await into(newer)).toContain('made by a newer Pult')
  })

  it('one that would overwrite: neither a file nor data is', async () => {
    const where = { databaseUrl: pult.connectionString, dataFolder: pult.dataFolder }
    await expect(backUp(where, file, 'test')).rejects.toThrow('exists already')
    await expect(restore(where, file)).rejects.toThrow('overwrites nothing')
  })
})
