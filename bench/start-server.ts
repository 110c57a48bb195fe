import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import pg from 'pg'

import { startEmbeddedPostgres, type EmbeddedPostgres } from '../server/platform/postgres/index.ts'
import { askPult, type AskPult } from './ask-pult.ts'
import { benchFolder } from './bench-folder.ts'

/** A server as `npm start -- --no-demo` runs it, in a process of its own, so that its memory is nobody else's. */
export interface BenchServer extends AskPult {
  readonly pid: number
  close(): Promise<void>
}

const root = join(import.meta.dirname, '..')
export const PORT = 7798
/** Of one server at most, with some left for whoever looks. */
const CONNECTIONS = 60

/** Resolves when the server says that it runs. */
export const spawnServer = (folder: string, ...options: readonly string[]): Promise<ChildProcess> =>
  spawnAt(folder, PORT, options, {})

async function spawnAt(
  folder: string,
  port: number,
  options: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [join(root, 'bin/pult.mjs'), 'serve', '--port', String(port), '--data', folder, ...options],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { PULT_LOG: 'error', ...process.env, ...environment } },
  )
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (bytes: Buffer) => {
      if (bytes.toString().includes('running')) resolve()
    })
    child.on('exit', () => reject(new Error('the server ended')))
  })
  return child
}

export async function stopServer(child: ChildProcess): Promise<void> {
  child.removeAllListeners('exit')
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

export async function startServer(): Promise<BenchServer> {
  const folder = await benchFolder()
  const child = await spawnServer(folder, '--no-demo')
  const token = readFileSync(join(folder, 'cli-token'), 'utf8').trim()
  return {
    ...askPult(`http://127.0.0.1:${PORT}`, token),
    pid: child.pid ?? 0,
    async close() {
      await stopServer(child)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The embedded database is for one server: with several it is told to let more in, as a PostgreSQL server would be. */
async function withRoom(dataFolder: string, count: number): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataFolder })
  if (count === 1) return postgres
  const client = new pg.Client({ connectionString: postgres.connectionString })
  await client.connect()
  const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`)
  await client.end()
  await writeFile(join(rows[0]?.folder ?? '', 'pult.override.conf'), `max_connections = ${CONNECTIONS * count}\n`)
  await postgres.stop()
  return startEmbeddedPostgres({ dataFolder })
}

/** Several servers behind one database, as a larger centre runs them. */
export interface BenchServers {
  readonly servers: readonly AskPult[]
  close(): Promise<void>
}

export async function startServers(count: number): Promise<BenchServers> {
  const folder = await benchFolder()
  const postgres = await withRoom(folder, count)
  const children: ChildProcess[] = []
  for (let place = 0; place < count; place++)
    children.push(await spawnAt(folder, PORT + place, ['--no-demo'], { DATABASE_URL: postgres.connectionString }))
  const token = readFileSync(join(folder, 'cli-token'), 'utf8').trim()
  return {
    servers: children.map((_child, place) => askPult(`http://127.0.0.1:${PORT + place}`, token)),
    async close() {
      await Promise.all(children.map(stopServer))
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
