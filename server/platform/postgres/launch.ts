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
  /** Of the server that runs now: one that ends by itself is started again. */
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
  /** False only for tests: faster, open to more servers at once, and not safe against a power cut. */
  readonly durable?: boolean
  /** The server ended without having been told to, and will be started again; `onBack` when it is. */
  readonly onLost?: (words: string) => void
  readonly onBack?: (seconds: number) => void
}

const SOCKET_PORT = 5432
const LONGEST_START_SECONDS = 600
/** The sessions of a killed server may be amid a long question: they notice at its end. */
const LOCK_RETRIES = 120
const WATCH_MS = 500
const RESTART_REST_MS = 2000
const LEAVE_PATIENCE_MS = 1000

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
    const waiting = { connectionString, start, places, options }
    const pid = await untilReady({ ...waiting, pid: orphan ?? start(), cutOff })
    const kept = keepRunning(waiting, pid)
    const stop = async (): Promise<void> => {
      await stopPostmaster(await kept.leave())
      unlock()
    }
    return {
      connectionString,
      get pid() {
        return kept.pid()
      },
      adopted: orphan !== undefined,
      stop,
    }
  } catch (error) {
    unlock()
    throw error
  }
}

/**
 * Looks whether the server still runs and starts it again when it does not: killed for its memory, or gone down because its disk was full.
 * `leave` ends that and resolves to the number of whatever runs.
 */
function keepRunning(
  waiting: Omit<Waiting, 'pid' | 'cutOff'>,
  first: number,
): { pid(): number; leave(): Promise<number> } {
  const { options, places, start } = waiting
  let pid = first
  let isLeft = false
  let working: Promise<void> = Promise.resolve()

  async function startAgain(): Promise<void> {
    const began = performance.now()
    options.onLost?.(lastWords(places))
    while (!isLeft)
      try {
        pid = start()
        pid = await untilReady({ ...waiting, pid, cutOff: true })
        options.onBack?.((performance.now() - began) / 1000)
        return
      } catch {
        // A full disk may have room again in a while.
        await pause(RESTART_REST_MS)
      }
  }

  let isBusy = false
  const timer = setInterval(() => {
    if (isBusy || isAlive(pid)) return
    isBusy = true
    working = startAgain().finally(() => (isBusy = false))
  }, WATCH_MS)
  timer.unref()
  return {
    pid: () => pid,
    async leave() {
      isLeft = true
      clearInterval(timer)
      // One that still reads its log is stopped amid that.
      await Promise.race([working, pause(LEAVE_PATIENCE_MS)])
      return pid
    },
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
      if (!/lock file|shared memory block/.test(words) || ++lockRetries > LOCK_RETRIES)
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
