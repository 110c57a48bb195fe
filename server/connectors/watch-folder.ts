import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'

import { sql } from 'kysely'

import type { FolderSettings } from '@pult/contract/connectors'

import type { Contacts } from '../contacts/index.ts'
import { RequestProblem, type Tx } from '../platform/index.ts'
import type { ConnectorRow } from './connector-store.ts'
import { fileTrouble } from './follow-log.ts'
import { noteRefused, noteTaken, type Runs } from './progress.ts'
import type { Running } from './running.ts'
import { Trouble } from './trouble.ts'

interface FoundFile {
  readonly name: string
  readonly path: string
  readonly size: number
  readonly modifiedAt: number
}

const LOOK_EVERY_MS = 3000
/** A file that was written to so lately is still being written. */
const SETTLED_MS = 2000
/** A file that goes on growing (`Master.csv`) is brought in anew at most so often: what is known already changes nothing. */
const SAME_NAME_AGAIN_MS = 5 * 60_000

/** Imports every file that appears in a folder, or has changed in it, until told to stop. */
export async function watchFolder(
  connector: ConnectorRow,
  running: Running,
  { path, pattern }: FolderSettings,
  bringIn: Contacts['bringIn'],
  signal: AbortSignal,
): Promise<void> {
  const { centerId, connectorId } = connector
  let isTold = false
  while (!signal.aborted) {
    const files = await filesIn(path, pattern)
    if (!isTold) await running.connected()
    isTold = true
    for (const file of files) {
      if (signal.aborted) return
      if (Date.now() - file.modifiedAt < SETTLED_MS) continue
      if (await isKnown(running, file)) continue
      const digest = await digestOf(file)
      try {
        const importId = await bringIn({ centerId }, { ...file, source: connector.source, by: connector })
        await running.database.inCenter({ centerId }, async (tx) => {
          await noteFile(tx, running.runs, file, digest, importId)
          await noteTaken(tx, running.runs)
        })
      } catch (error) {
        if (!(error instanceof RequestProblem)) throw error
        // One file that is nothing we read holds up no other.
        await running.database.inCenter({ centerId }, async (tx) => {
          await noteFile(tx, running.runs, file, digest, null)
          await noteRefused(tx, { centerId, connectorId }, `${file.name}: ${error.message}`)
        })
      }
    }
    await rest(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined)
  }
}

/** Tries whether a folder can be looked into; throws a Trouble that says why not. */
export async function tryFolder({ path, pattern }: FolderSettings): Promise<void> {
  await filesIn(path, pattern)
}

async function filesIn(folder: string, pattern: string): Promise<FoundFile[]> {
  const wanted = patternOf(pattern)
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOTDIR') throw new Trouble('noFile', `${folder} is a file, not a folder.`)
    return fileTrouble(folder)(error)
  })
  const found: FoundFile[] = []
  for (const entry of entries) {
    if (!entry.isFile() || !wanted.test(entry.name)) continue
    const path = join(folder, entry.name)
    const seen = await stat(path).catch(() => null)
    if (seen !== null && seen.size > 0)
      found.push({ name: entry.name, path, size: seen.size, modifiedAt: seen.mtimeMs })
  }
  return found.toSorted((left, right) => left.modifiedAt - right.modifiedAt)
}

/** `Master*.csv` with `*` for anything. */
function patternOf(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('.*')}$`, 'i')
}

/** Whether this very state of a file was taken, or the file a moment ago. */
async function isKnown({ database, runs }: Running, file: FoundFile): Promise<boolean> {
  const { centerId, connectorId } = runs
  return database.inCenter({ centerId }, async (tx) => {
    const { rows } = await sql<{ size: number; modifiedAt: number; takenAt: Date }>`
      select size, modified_at as "modifiedAt", taken_at as "takenAt" from connector_file
      where center_id = ${centerId} and connector_id = ${connectorId} and name = ${file.name} order by taken_at desc limit 1
    `.execute(tx)
    const [last] = rows
    if (last === undefined) return false
    const isSame = last.size === file.size && last.modifiedAt === Math.round(file.modifiedAt)
    return isSame || Date.now() - last.takenAt.getTime() < SAME_NAME_AGAIN_MS
  })
}

async function noteFile(
  tx: Tx,
  { centerId, connectorId }: Runs,
  { name, size, modifiedAt }: FoundFile,
  digest: string,
  importId: number | null,
): Promise<void> {
  await sql`
    insert into connector_file (center_id, connector_id, name, digest, size, modified_at, import_id)
    values (${centerId}, ${connectorId}, ${name}, ${digest}, ${size}, ${Math.round(modifiedAt)}, ${importId}::bigint)
    on conflict (center_id, connector_id, name, digest) do update
      set size = excluded.size, modified_at = excluded.modified_at, taken_at = now()
  `.execute(tx)
}

async function digestOf({ path }: FoundFile): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer)
  return hash.digest('base64url').slice(0, 32)
}
