import { createWriteStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

import pg from 'pg'
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams'

import type { Log } from '../log.ts'
import { migrate, migrationFiles } from '../migrate.ts'
import { connectToAllCenters } from './all-centers.ts'
import { readArchive, type ArchiveEntry } from './archive.ts'
import { End, END, Manifest, MANIFEST } from './backup-file.ts'
import { columnsOf, qualified, quoted, sumOf, type KeptTable } from './tables.ts'

export interface RestoreRequest {
  /** An empty database. */
  readonly connectionString: string
  readonly dataFolder: string
  readonly file: string
  readonly log: Log
  /** Makes the tables that libraries bring themselves. */
  readonly prepare: (connectionString: string) => Promise<void>
  readonly onProgress?: (fraction: number, words: string) => void
}

export interface RestoreReport {
  readonly madeAt: string
  readonly tables: number
  readonly rows: number
  /** Steps of the schema that were taken after the data came in: the backup was an earlier Pult's. */
  readonly migrated: readonly string[]
}

/**
 * Brings a backup into an empty database and proves that what came in is what was kept, table by table; then the schema is brought up to
 * date. All of it comes in or nothing. Throws an Error that says what to do.
 */
export async function restoreBackup(request: RestoreRequest): Promise<RestoreReport> {
  const manifest = await readManifest(request.file)
  await refuseNewer(manifest)
  await refuseFull(request.connectionString)
  await migrate(request.connectionString, request.log, new Set(manifest.migrations))
  await request.prepare(request.connectionString)
  const client = await connectToAllCenters(request.connectionString, 'pult restore')
  let rows: number
  try {
    await client.query('begin')
    rows = await fill(client, request, manifest)
    await client.query('commit')
    await client.query('analyze')
  } finally {
    await client.end()
  }
  const migrated = await migrate(request.connectionString, request.log)
  return { madeAt: manifest.madeAt, tables: manifest.tables.length, rows, migrated }
}

async function readManifest(file: string): Promise<Manifest> {
  for await (const entry of readArchive(file)) {
    if (entry.name === MANIFEST) {
      const parsed = Manifest.safeParse(JSON.parse(await entry.text()))
      if (parsed.success) return parsed.data
    }
    break
  }
  throw new Error(`${file} is no backup of Pult, or one of a kind that this Pult does not know.`)
}

async function refuseNewer({ migrations, pult }: Manifest): Promise<void> {
  const known = new Set(await migrationFiles())
  const unknown = migrations.filter((name) => !known.has(name))
  if (unknown.length > 0)
    throw new Error(
      `The backup was made by a newer Pult (${pult}, ${unknown.at(-1)}). Restore it with that one or a later one.`,
    )
}

/** A Pult without a centre and without people is as good as an empty database: what a failed restore leaves. */
async function refuseFull(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<{ tables: number; pult: boolean }>(
      `select count(*)::integer as tables, coalesce(bool_or(relname = 'center'), false) as pult
       from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
    )
    const { tables = 0, pult = false } = rows[0] ?? {}
    if (tables === 0) return
    const lived = pult ? await client.query('select 1 from center limit 1') : undefined
    if (lived?.rows.length !== 0)
      throw new Error(
        'There is data already where the backup should go, and a restore overwrites nothing. Choose another folder with --data, or another database.',
      )
  } finally {
    await client.end()
  }
}

/** Everything after the first entry, in the order of the file. Tells how many rows came in. */
async function fill(client: pg.Client, request: RestoreRequest, manifest: Manifest): Promise<number> {
  const known = new Map(manifest.tables.map((table) => [`${table.schema}.${table.name}`, table]))
  await empty(client, manifest.tables)
  for (const { name, parent, bound } of manifest.partitions)
    await client.query(`create table if not exists ${quoted(name)} partition of ${quoted(parent)} ${safeBound(bound)}`)
  let open: OpenTable | undefined
  let end: End | undefined
  for await (const entry of readArchive(request.file)) {
    const [kind, first = ''] = entry.name.split('/')
    const table = kind === 'tables' ? known.get(first) : undefined
    if (open !== undefined && open.table !== table) {
      await open.close()
      open = undefined
    }
    if (table !== undefined) {
      if (open === undefined) {
        request.onProgress?.(manifest.tables.indexOf(table) / manifest.tables.length, table.name)
        open = await openTable(client, table)
      }
      for await (const bytes of entry.bytes) await open.write(bytes as Buffer)
    } else if (kind === 'files') await keepFile(request.dataFolder, entry)
    else if (entry.name === END) end = End.parse(JSON.parse(await entry.text()))
  }
  await open?.close()
  if (end === undefined)
    throw new Error(`${request.file} is no whole backup of Pult: its end is missing. Nothing was restored.`)
  for (const { schema, name, last } of manifest.sequences)
    await client.query('select setval($1::regclass, $2::bigint)', [qualified({ schema, name }), last])
  return prove(client, manifest, end)
}

/** What the schema's own steps have put there comes with the backup too. Tables that a later library added are as empty. */
async function empty(client: pg.Client, tables: readonly KeptTable[]): Promise<void> {
  await client.query(`truncate ${tables.map(qualified).join(', ')} cascade`)
}

/** A bound is SQL that PostgreSQL wrote: nothing else may stand there. */
function safeBound(bound: string): string {
  if (bound === 'DEFAULT') return 'default'
  if (!/^FOR VALUES FROM \('[\d :.+-]+'\) TO \('[\d :.+-]+'\)$/.test(bound))
    throw new Error(`The backup names a partition that cannot be: ${bound}`)
  return bound
}

interface OpenTable {
  readonly table: KeptTable
  write(bytes: Buffer): Promise<void>
  close(): Promise<void>
}

/** Triggers of ours have done their work when the rows were first written. */
async function openTable(client: pg.Client, table: KeptTable): Promise<OpenTable> {
  const name = qualified(table)
  await client.query(`alter table ${name} disable trigger user`)
  const stream: CopyStreamQuery = client.query(copyFrom(`copy ${name} (${columnsOf(table)}) from stdin`))
  const failed = new Promise<never>((_resolve, reject) => stream.once('error', reject))
  failed.catch(() => undefined)
  return {
    table,
    write: (bytes) =>
      stream.write(bytes)
        ? Promise.resolve()
        : Promise.race([failed, new Promise<void>((resolve) => stream.once('drain', resolve))]),
    async close() {
      await Promise.race([failed, new Promise<void>((resolve) => stream.end(() => resolve()))])
      await client.query(`alter table ${name} enable trigger user`)
    },
  }
}

async function keepFile(folder: string, { name, bytes }: ArchiveEntry): Promise<void> {
  const path = join(folder, name.slice('files/'.length))
  if (!path.startsWith(join(folder, '/')))
    throw new Error(`The backup names a file outside of the data folder: ${name}`)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  if ((await stat(path).catch(() => undefined)) === undefined)
    await pipeline(bytes, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
}

async function prove(client: pg.Client, { tables }: Manifest, { sums }: End): Promise<number> {
  const kept = new Map(sums.map((one) => [one.table, one]))
  let all = 0
  for (const table of tables) {
    const { table: name, rows, sum } = await sumOf(client, table)
    const was = kept.get(name)
    if (was?.rows !== rows || was.sum !== sum)
      throw new Error(
        `Table ${name} did not come in as it was kept (${rows} rows of ${was?.rows ?? 'none'}). Nothing was restored.`,
      )
    all += rows
  }
  return all
}
