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
 * may start at once: one migrates, the others wait. Throws an Error that names the file when a step fails: nothing of that step is
 * kept, and a Pult that runs on the schema of before goes on. `only`: no step but these, to receive the data of an earlier Pult.
 */
export async function migrate(
  connectionString: string,
  log: Log,
  only?: ReadonlySet<string>,
  folder = MIGRATIONS,
): Promise<string[]> {
  const client = new pg.Client({ connectionString, application_name: 'pult migrations', options: '-c timezone=UTC' })
  await client.connect().catch((error: Error) => {
    throw new Error(
      `PostgreSQL at ${client.host}:${client.port} cannot be reached: ${error.message}. Look at DATABASE_URL and whether the server runs.`,
      { cause: error },
    )
  })
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await ensureApplicationRole(client)
    await client.query('create schema if not exists pult_meta')
    await client.query(
      'create table if not exists pult_meta.migration (name text primary key, applied_at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string }>('select name from pult_meta.migration')
    const applied = new Set(rows.map((row) => row.name))
    const pending = (await migrationFiles(folder)).filter((name) => !applied.has(name) && (only?.has(name) ?? true))
    for (const name of pending) await applyMigration(client, folder, name)
    if (pending.length > 0) log.info({ migrations: pending.length }, 'schema brought up to date')
    return pending
  } finally {
    await client.end()
  }
}

/** The schema's steps, in their order. */
export const migrationFiles = async (folder = MIGRATIONS): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()

async function applyMigration(client: pg.Client, folder: string, name: string): Promise<void> {
  const text = await readFile(join(folder, name), 'utf8')
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

/** Makes the application's role where this user may, and makes her its member; whoever is one already needs no right to grant. */
async function ensureApplicationRole(client: pg.Client): Promise<void> {
  try {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [APPLICATION_ROLE])
    if (rowCount === 0) await createApplicationRole(client)
    const { rows } = await client.query<{ member: boolean }>('select pg_has_role($1, $2) as member', [
      APPLICATION_ROLE,
      'member',
    ])
    if (rows[0]?.member !== true) await client.query(`grant ${APPLICATION_ROLE} to current_user`)
  } catch (error) {
    throw new Error(
      `The user in DATABASE_URL may not make the role "${APPLICATION_ROLE}" or become its member ` +
        `(${(error as Error).message}). Ask an administrator of the server to run once: ` +
        `create role ${APPLICATION_ROLE} nologin; grant ${APPLICATION_ROLE} to ${client.user ?? 'the user'};`,
      { cause: error },
    )
  }
}

async function createApplicationRole(client: pg.Client): Promise<void> {
  try {
    await client.query(`create role ${APPLICATION_ROLE} nologin nosuperuser nobypassrls`)
  } catch (error) {
    // Two clusters' worth of servers may race here; only a real refusal is worth stopping for.
    if ((error as { code?: string }).code !== '42710') throw error
  }
}
