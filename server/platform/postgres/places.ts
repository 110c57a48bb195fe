import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { canTraverse, giveTo, type Unprivileged } from './unprivileged.ts'

/** Where everything of the embedded database lies. */
export interface Places {
  /** The cluster itself. */
  readonly cluster: string
  /** Where programs are copied when they must be. */
  readonly programs: string
  /** The folder of the Unix socket; undefined on Windows, which listens on 127.0.0.1. */
  readonly socket: string | undefined
  /** The superuser's password, readable by the owner only. */
  readonly password: string
  /** Held by the Pult that uses this data folder. */
  readonly lock: string
}

/** A socket's path may have 107 bytes; leave room for `/.s.PGSQL.5432.lock`. */
const LONGEST_SOCKET_FOLDER = 85
/** Where the cluster goes when root's data folder lies below a folder that no other user may pass. */
const SYSTEM_FOLDER = '/var/lib/pult'

/**
 * Decides the places for a data folder. Started by root, PostgreSQL runs as `nobody` and must be able to come to its data:
 * below a closed folder (root's home) the cluster goes to `/var/lib/pult/<name>` instead, always the same for one data folder.
 */
export function choosePlaces(dataFolder: string, user: Unprivileged | undefined): Places {
  mkdirSync(dataFolder, { recursive: true, mode: 0o755 })
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)
  const reachable = user === undefined || canTraverse(dataFolder, user)
  const home = reachable ? dataFolder : join(SYSTEM_FOLDER, name)
  mkdirSync(home, { recursive: true, mode: 0o755 })
  return {
    cluster: join(home, 'postgres'),
    programs: home,
    socket: process.platform === 'win32' ? undefined : socketFolder(home, name, user),
    password: join(dataFolder, 'postgres-password'),
    lock: join(dataFolder, 'pult.lock'),
  }
}

function socketFolder(home: string, name: string, user: Unprivileged | undefined): string {
  const beside = join(home, 'socket')
  const folder = Buffer.byteLength(beside) <= LONGEST_SOCKET_FOLDER ? beside : join(tmpdir(), `pult-${name}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user !== undefined) giveTo(folder, user)
  return folder
}
