import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import pg from 'pg'

import { APPLICATION_ROLE } from './database.ts'
import type { Log } from './log.ts'

const MIGRATIONS = join(import.meta.dirname, '..', 'migrations')
/** Any number will do, as long as every Pult asks for the same lock. */
const MIGRATION_LOCK = 7_700_001

/**
 * Brings the schema up to date: numbered plain SQL files, each once, each in a transaction, in order. Several servers
 * may start at once: one migrates, the others wait. Throws an Error that names the file when a step fails.
 */
export async function migrate(connectionString: string, log: Log): Promise<string[]> {
  const client = new pg.Client({ connectionString, application_name: 'pult migrations' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await ensureApplicationRole(client)
    await client.query('create schema if not exists pult_meta')
    await client.query(
      'create table if not exists pult_meta.migration (name text primary key, applied_at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string }>('select name from pult_meta.migration')
    const applied = new Set(rows.map((row) => row.name))
    const files = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).toSorted()
    const pending = files.filter((name) => !applied.has(name))
    for (const name of pending) await applyMigration(client, name)
    if (pending.length > 0) log.info({ migrations: pending.length }, 'schema brought up to date')
    return pending
  } finally {
    await client.end()
  }
}

async function applyMigration(client: pg.Client, name: string): Promise<void> {
  const text = await readFile(join(MIGRATIONS, name), 'utf8')
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into pult_meta.migration (name) values ($1)', [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}

async function ensureApplicationRole(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [APPLICATION_ROLE])
  if (rowCount === 0) {
    try {
      await client.query(`create role ${APPLICATION_ROLE} nologin nosuperuser nobypassrls`)
    } catch (error) {
      // Two clusters' worth of servers may race here; only a real refusal is worth stopping for.
      if ((error as { code?: string }).code !== '42710') {
        throw new Error(
          `The database user may not create the role "${APPLICATION_ROLE}". Ask its administrator to run once: ` +
            `create role ${APPLICATION_ROLE} nologin; grant ${APPLICATION_ROLE} to <the user in DATABASE_URL>;`,
          { cause: error },
        )
      }
    }
  }
  await client.query(`grant ${APPLICATION_ROLE} to current_user`)
}
