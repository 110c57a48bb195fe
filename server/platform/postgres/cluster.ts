import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

import type { Binaries } from './binaries.ts'
import type { Places } from './places.ts'
import { giveTo, type Unprivileged } from './unprivileged.ts'

/** The password of the embedded database's superuser: made once, kept beside the data, readable by its owner only. */
export function passwordOf(places: Places): string {
  if (!existsSync(places.password))
    writeFileSync(places.password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(places.password, 'utf8').trim()
}

/** Makes the cluster when there is none. A first start that was cut off leaves nothing that looks finished. */
export function ensureCluster(binaries: Binaries, places: Places, user: Unprivileged | undefined): void {
  if (existsSync(join(places.cluster, 'PG_VERSION'))) return
  const unfinished = `${places.cluster}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  const passwordFile = join(dirname(unfinished), 'initdb-password')
  writeFileSync(passwordFile, passwordOf(places), { mode: 0o600 })
  if (user !== undefined) {
    giveTo(unfinished, user)
    giveFile(passwordFile, user)
  }
  try {
    initialise(binaries, unfinished, passwordFile, user)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  appendFileSync(
    join(unfinished, 'postgresql.conf'),
    "\ninclude_if_exists 'pult.conf'\ninclude_if_exists 'pult.override.conf'\n",
  )
  renameSync(unfinished, places.cluster)
}

function giveFile(path: string, user: Unprivileged): void {
  // A file of its own: the folder beside it stays the caller's.
  chmodSync(path, 0o600)
  spawnSync('chown', [`${user.uid}:${user.gid}`, path])
}

function initialise(binaries: Binaries, folder: string, passwordFile: string, user: Unprivileged | undefined): void {
  const args = [
    `--pgdata=${folder}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The same order of text on every machine, whatever its locale; names are sorted by a collation of the schema.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ]
  const result = spawnSync(binaries.initdb, args, {
    ...user,
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C' },
  })
  if (result.status !== 0) {
    const words = result.error?.message ?? `${result.stdout}${result.stderr}`.trim().split('\n').slice(-4).join(' ')
    throw new Error(`The database could not be made in ${folder}: ${words}`)
  }
}

/** Settings for a small machine: one or two cores, and memory that other programs want too. */
export function writeSettings(places: Places, port: number, durable: boolean, user: Unprivileged | undefined): void {
  // The operating system caches the files too; a large cache of our own would only hold everything twice.
  const lines: Record<string, string | number> = {
    listen_addresses: places.socket === undefined ? "'127.0.0.1'" : "''",
    unix_socket_directories: `'${(places.socket ?? '').replaceAll("'", "''")}'`,
    port,
    max_connections: 60,
    password_encryption: "'scram-sha-256'",
    timezone: "'UTC'",
    log_timezone: "'UTC'",
    shared_buffers: "'64MB'",
    work_mem: "'32MB'",
    maintenance_work_mem: "'128MB'",
    // One table is cleaned at a time: three at once would want memory and disk of a whole import.
    autovacuum_max_workers: 1,
    autovacuum_work_mem: "'32MB'",
    effective_cache_size: "'1GB'",
    random_page_cost: 1.1,
    jit: 'off',
    // What a killed Pult had asked for ends soon, and with it the locks it held.
    client_connection_check_interval: process.platform === 'linux' ? "'2s'" : 0,
    max_parallel_workers_per_gather: 1,
    // Recovery after a crash reads the log since the last checkpoint: a gigabyte is some seconds.
    max_wal_size: "'1GB'",
    checkpoint_timeout: "'5min'",
    wal_compression: 'on',
    wal_level: 'minimal',
    max_wal_senders: 0,
    logging_collector: 'on',
    log_directory: "'log'",
    log_filename: "'postgres-%a.log'",
    log_truncate_on_rotation: 'on',
    log_rotation_age: "'1d'",
    // Statements carry customers' numbers: never in a log.
    log_min_error_statement: 'panic',
    // Nor the rows that an error is about.
    log_error_verbosity: 'terse',
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
    // Tests run several servers on one cluster at once.
    ...(durable ? {} : { max_connections: 200, fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const path = join(places.cluster, 'pult.conf')
  const text = Object.entries(lines).map(([name, value]) => `${name} = ${value}`)
  writeFileSync(
    path,
    `# Written by Pult at every start. Your own settings go to pult.override.conf, which wins.\n${text.join('\n')}\n`,
  )
  if (user !== undefined) giveTo(places.cluster, user)
}
