import { createReadStream, type Dirent } from 'node:fs'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'

import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'

import { connectToAllCenters } from './all-centers.ts'
import { writeArchive, type ArchiveWriter } from './archive.ts'
import { END, MANIFEST, type Manifest } from './backup-file.ts'
import {
  columnsOf,
  listPartitions,
  listSequences,
  listTables,
  qualified,
  sumOf,
  type KeptTable,
  type TableSum,
} from './tables.ts'

export interface BackupRequest {
  readonly connectionString: string
  /** Whose secrets and unfinished uploads belong to the data. */
  readonly dataFolder: string
  /** Must not exist. */
  readonly file: string
  readonly pultVersion: string
  readonly now: Date
  readonly onProgress?: (fraction: number, words: string) => void
}

export interface BackupReport {
  readonly tables: number
  readonly rows: number
  readonly bytes: number
}

const PIECE_BYTES = 4 * 1024 ** 2
/** Of the data folder: without the secrets, sealed passwords and signatures of the database could not be read. */
const KEPT_FILES = /^([a-z-]+-secret|cli-token|uploads\/.+)$/

/**
 * Writes everything an installation holds into one file, as it was at one moment; Pult may go on working meanwhile. The file is
 * there whole or not at all. Throws an Error that says what to do.
 */
export async function writeBackup(request: BackupRequest): Promise<BackupReport> {
  const unfinished = `${request.file}.unfinished`
  await refuseExisting(request.file)
  await rm(unfinished, { force: true })
  const client = await connectToAllCenters(request.connectionString, 'pult backup')
  try {
    const sums = await fill(client, request, writeArchive(unfinished))
    await rename(unfinished, request.file)
    await keepName(dirname(request.file))
    const { size } = await stat(request.file)
    return { tables: sums.length, rows: sums.reduce((total, { rows }) => total + rows, 0), bytes: size }
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  } finally {
    await client.end()
  }
}

async function refuseExisting(file: string): Promise<void> {
  const known = await stat(file).catch(() => undefined)
  if (known !== undefined)
    throw new Error(`${file} exists already, and a backup overwrites nothing. Choose another name.`)
}

/** A renamed file survives a power cut once its folder is written. Not every system lets a folder be opened for that. */
async function keepName(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

async function fill(client: pg.Client, request: BackupRequest, archive: ArchiveWriter): Promise<TableSum[]> {
  await client.query('begin isolation level repeatable read read only')
  const manifest = await describe(client, request)
  await archive.add(MANIFEST, JSON.stringify(manifest, null, 1))
  const sizes = await sizesOf(client, manifest.tables)
  const all = sizes.reduce((total, size) => total + size, 0)
  const sums: TableSum[] = []
  let done = 0
  for (const [index, table] of manifest.tables.entries()) {
    request.onProgress?.(done / all, table.name)
    await addTable(client, archive, table)
    sums.push(await sumOf(client, table))
    done += sizes[index] ?? 0
  }
  await client.query('commit')
  await addFiles(archive, request.dataFolder)
  await archive.add(END, JSON.stringify({ sums }, null, 1))
  await archive.close()
  return sums
}

async function describe(client: pg.Client, { pultVersion, now }: BackupRequest): Promise<Manifest> {
  const { rows } = await client.query<{ name: string }>('select name from pult_meta.migration order by name')
  return {
    format: 1,
    pult: pultVersion,
    madeAt: now.toISOString(),
    migrations: rows.map(({ name }) => name),
    tables: await listTables(client),
    partitions: await listPartitions(client),
    sequences: await listSequences(client),
  }
}

/** Only for the progress bar. */
async function sizesOf(client: pg.Client, tables: readonly KeptTable[]): Promise<number[]> {
  const { rows } = await client.query<{ size: number }>(
    `select (select sum(pg_table_size(relid)) from pg_partition_tree(name::regclass))::float8 + 8192 as size
     from unnest($1::text[]) with ordinality as t(name, place) order by place`,
    [tables.map(qualified)],
  )
  return rows.map(({ size }) => size)
}

async function addTable(client: pg.Client, archive: ArchiveWriter, table: KeptTable): Promise<void> {
  const rows = client.query(copyTo(`copy (select ${columnsOf(table)} from ${qualified(table)}) to stdout`))
  let pieces: Buffer[] = []
  let bytes = 0
  let number = 0
  const add = async (): Promise<void> => {
    number++
    await archive.add(`tables/${table.schema}.${table.name}/${String(number).padStart(6, '0')}`, Buffer.concat(pieces))
    pieces = []
    bytes = 0
  }
  for await (const piece of rows as AsyncIterable<Buffer>) {
    pieces.push(piece)
    bytes += piece.length
    if (bytes >= PIECE_BYTES) await add()
  }
  if (bytes > 0) await add()
}

async function addFiles(archive: ArchiveWriter, folder: string): Promise<void> {
  const [own, uploads] = await Promise.all([filesIn(folder), filesIn(join(folder, 'uploads'), true)])
  for (const file of [...own, ...uploads]) {
    const path = join(file.parentPath, file.name)
    const name = relative(folder, path).split(sep).join('/')
    if (!file.isFile() || !KEPT_FILES.test(name)) continue
    // An upload that ended meanwhile is in the database already.
    const known = await stat(path).catch(() => undefined)
    if (known === undefined) continue
    const end = known.size - 1
    if (known.size === 0) await archive.add(`files/${name}`, '')
    else await archive.addStream(`files/${name}`, known.size, createReadStream(path, { end }))
  }
}

const filesIn = (folder: string, recursive = false): Promise<Dirent[]> =>
  readdir(folder, { withFileTypes: true, recursive }).catch(() => [])
