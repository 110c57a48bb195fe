import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'

import type { FolderSettings } from '@pult/contract/connectors'

import type { Contacts } from '../contacts/index.ts'
import type { ConnectorRow } from './connector-store.ts'
import { fileTrouble } from './follow-log.ts'
import type { Running } from './running.ts'
import { namesLike, SETTLED_MS, standingOf, takeFile, takenBefore, type FoundFile } from './take-files.ts'
import { Trouble } from './trouble.ts'

interface FileHere extends FoundFile {
  readonly path: string
}

const LOOK_EVERY_MS = 3000

/** Imports every file that appears in a folder, or has changed in it, until told to stop. */
export async function watchFolder(
  connector: ConnectorRow,
  running: Running,
  { path, pattern }: FolderSettings,
  bringIn: Contacts['bringIn'],
  signal: AbortSignal,
): Promise<void> {
  let isTold = false
  while (!signal.aborted) {
    const files = await filesIn(path, pattern)
    if (!isTold) await running.connected()
    isTold = true
    const known = await takenBefore(running, files)
    for (const file of files) {
      if (signal.aborted) return
      if (Date.now() - file.modifiedAt < SETTLED_MS) continue
      if (standingOf(file, known.get(file.name)) !== 'fresh') continue
      await takeFile(connector, running, bringIn, file, () => createReadStream(file.path))
    }
    await rest(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined)
  }
}

/** Tries whether a folder can be looked into; throws a Trouble that says why not. */
export async function tryFolder({ path, pattern }: FolderSettings): Promise<void> {
  await filesIn(path, pattern)
}

async function filesIn(folder: string, pattern: string): Promise<FileHere[]> {
  const isWanted = namesLike(pattern)
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOTDIR')
      throw new Trouble('noFile', { en: `${folder} is a file, not a folder.`, ru: `${folder} — файл, а не папка.` })
    return fileTrouble(folder)(error)
  })
  const found: FileHere[] = []
  for (const entry of entries) {
    if (!entry.isFile() || !isWanted(entry.name)) continue
    const path = join(folder, entry.name)
    const seen = await stat(path).catch(() => null)
    if (seen !== null && seen.size > 0)
      found.push({ name: entry.name, path, size: seen.size, modifiedAt: seen.mtimeMs })
  }
  return found.toSorted((left, right) => left.modifiedAt - right.modifiedAt)
}
