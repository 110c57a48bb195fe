import { spawn } from 'node:child_process'
import { existsSync, openSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

import type { Binaries } from './binaries.ts'
import type { Places } from './places.ts'
import { commandOf, isAlive, waitUntilGone } from './processes.ts'
import type { Unprivileged } from './unprivileged.ts'

/** The living server of this cluster, when its former Pult was killed and left it behind. */
export function findOrphan(places: Places): number | undefined {
  const pid = Number(readPidFile(places)[0])
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined
  const command = commandOf(pid)
  // Where the system does not show command lines, the pid file of our own folder has to do.
  return command === undefined || command.includes(places.cluster) ? pid : undefined
}

/** The last server of this cluster did not stop in order: it would have taken its pid file away. */
export function wasCutOff(places: Places): boolean {
  return existsSync(join(places.cluster, 'postmaster.pid'))
}

function readPidFile(places: Places): string[] {
  try {
    return readFileSync(join(places.cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

/** Starts the server. It gets a session of its own: Ctrl-C at the terminal stops Pult, which then stops the server in order. */
export function spawnPostmaster(binaries: Binaries, places: Places, user: Unprivileged | undefined): number {
  const pidFile = join(places.cluster, 'postmaster.pid')
  const stale = Number(readPidFile(places)[0])
  // A number that now belongs to some other program would keep PostgreSQL from starting for ever.
  if (stale > 0 && findOrphan(places) === undefined) rmSync(pidFile, { force: true })
  const log = openSync(join(places.cluster, 'start.log'), 'w')
  const child = spawn(binaries.postgres, ['-D', places.cluster], {
    ...user,
    cwd: places.cluster,
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  })
  child.on('error', () => undefined)
  child.unref()
  if (child.pid === undefined) throw new Error(`PostgreSQL could not be started from ${binaries.postgres}.`)
  return child.pid
}

/** The last words of a server that did not come up. */
export function lastWords(places: Places): string {
  const files = [join(places.cluster, 'start.log'), ...logFiles(join(places.cluster, 'log'))]
  const newest = files.toSorted((left, right) => changedAt(left) - changedAt(right)).at(-1) ?? ''
  try {
    return readFileSync(newest, 'utf8').trim().split('\n').slice(-4).join(' ')
  } catch {
    return ''
  }
}

function logFiles(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name))
  } catch {
    return []
  }
}

function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** Stops the server: in order and at once (open transactions are rolled back); by force when that takes too long. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const [signal, milliseconds] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    if (await waitUntilGone(pid, milliseconds)) return
  }
}
