import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

import pg from 'pg'

import { findBinaries } from './binaries.ts'
import { ensureCluster, passwordOf, writeSettings } from './cluster.ts'
import { takeLock } from './lock.ts'
import { choosePlaces, type Places } from './places.ts'
import { findOrphan, lastWords, spawnPostmaster, stopPostmaster, wasCutOff } from './postmaster.ts'
import { isAlive } from './processes.ts'
import { unprivilegedUser } from './unprivileged.ts'

export interface EmbeddedPostgres {
  readonly connectionString: string
  readonly pid: number
  /** The server had outlived its former Pult and was taken over as it was. */
  readonly adopted: boolean
  stop(): Promise<void>
}

/** `recovering`: the server reads its log after a sudden stop. */
export interface PostgresProgress {
  readonly stage: 'starting' | 'recovering'
  readonly seconds: number
}

export interface LaunchOptions {
  readonly dataFolder: string
  readonly onProgress?: (progress: PostgresProgress) => void
  /** False only for tests: faster, and not safe against a power cut. */
  readonly durable?: boolean
}

const SOCKET_PORT = 5432
const LONGEST_START_SECONDS = 600
const LOCK_RETRIES = 20

/**
 * Starts the embedded PostgreSQL of a data folder, making it when there is none. Throws an Error that says what to do when
 * the folder is in use, cannot be reached or the server does not come up.
 */
export async function startEmbeddedPostgres(options: LaunchOptions): Promise<EmbeddedPostgres> {
  const user = unprivilegedUser()
  const places = choosePlaces(options.dataFolder, user)
  const unlock = takeLock(places.lock, options.dataFolder)
  try {
    const binaries = findBinaries(places.programs, user)
    ensureCluster(binaries, places, user)
    const orphan = findOrphan(places)
    const cutOff = wasCutOff(places)
    const port = orphan === undefined ? await choosePort(places) : portOfOrphan(places)
    const connectionString = connectionTo(places, port)
    if (orphan === undefined) writeSettings(places, port, options.durable ?? true, user)
    const start = (): number => spawnPostmaster(binaries, places, user)
    const pid = await untilReady({ connectionString, pid: orphan ?? start(), start, places, cutOff, options })
    const stop = async (): Promise<void> => {
      await stopPostmaster(pid)
      unlock()
    }
    return { connectionString, pid, adopted: orphan !== undefined, stop }
  } catch (error) {
    unlock()
    throw error
  }
}

/** A database that may have been running already: whoever leaves it leaves it as it was. */
export interface ReachedPostgres {
  readonly connectionString: string
  leave(): Promise<void>
}

/** The embedded PostgreSQL of a data folder: the one that runs, else it is started for as long as it is wanted. */
export async function reachEmbeddedPostgres(dataFolder: string): Promise<ReachedPostgres> {
  const places = choosePlaces(dataFolder, unprivilegedUser())
  if (findOrphan(places) !== undefined) {
    const connectionString = connectionTo(places, portOfOrphan(places))
    if (await isReady(connectionString)) return { connectionString, leave: async () => undefined }
  }
  const { connectionString, stop } = await startEmbeddedPostgres({ dataFolder })
  return { connectionString, leave: stop }
}

/** A socket folder belongs to one cluster, so the port is only a name there; on Windows it must be free. */
async function choosePort(places: Places): Promise<number> {
  if (places.socket !== undefined) return SOCKET_PORT
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : SOCKET_PORT))
    })
  })
}

/** The fourth line of postmaster.pid. */
function portOfOrphan(places: Places): number {
  return Number(readFileSync(join(places.cluster, 'postmaster.pid'), 'utf8').split('\n')[3])
}

function connectionTo(places: Places, port: number): string {
  const host = places.socket === undefined ? '127.0.0.1' : encodeURIComponent(places.socket)
  return `postgres://postgres:${passwordOf(places)}@${host}:${port}/postgres`
}

interface Waiting {
  readonly connectionString: string
  pid: number
  readonly start: () => number
  readonly places: Places
  readonly cutOff: boolean
  readonly options: LaunchOptions
}

async function untilReady(waiting: Waiting): Promise<number> {
  const began = performance.now()
  let lockRetries = 0
  for (;;) {
    const seconds = (performance.now() - began) / 1000
    if (await isReady(waiting.connectionString)) return waiting.pid
    waiting.options.onProgress?.({ stage: waiting.cutOff ? 'recovering' : 'starting', seconds })
    if (seconds > LONGEST_START_SECONDS)
      throw new Error(`PostgreSQL did not come up within ${LONGEST_START_SECONDS} s: ${lastWords(waiting.places)}`)
    if (!isAlive(waiting.pid)) {
      const words = lastWords(waiting.places)
      // Just after a kill the dead server's number may still be taken for a moment.
      if (!words.includes('lock file') || ++lockRetries > LOCK_RETRIES)
        throw new Error(`PostgreSQL did not start: ${words}`)
      await pause(500)
      waiting.pid = waiting.start()
    }
    await pause(seconds < 5 ? 20 : 250)
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function isReady(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
