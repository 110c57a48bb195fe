import { stat } from 'node:fs/promises'
import { setTimeout as rest } from 'node:timers/promises'

import { endOf, nextPiece } from '@pult/engine/connectors'

import { linesOfPiece, openLogFiles } from './log-files.ts'
import { beginAt, readPlace } from './progress.ts'
import type { Running } from './running.ts'
import { Trouble } from './trouble.ts'

const LOOK_EVERY_MS = 250
const MOST_BYTES = 1024 * 1024
/** So much behind, a log is caught up with like an import: roll-ups come at the end. */
const FAR_BEHIND_BYTES = 2 * MOST_BYTES

/** Follows a queue_log on this machine until told to stop. `wake` resolves when somebody knows that there is more. */
export async function followLog(
  running: Running,
  { path, begin }: { readonly path: string; readonly begin: 'start' | 'end' },
  signal: AbortSignal,
  wake: () => Promise<void> = () => new Promise(() => undefined),
): Promise<void> {
  const { database, runs } = running
  const scope = { centerId: runs.centerId }
  const files = openLogFiles(path)
  let letGo: (() => void) | null = null
  let isTold = false
  try {
    let { position } = await database.inCenter(scope, (tx) => readPlace(tx, runs))
    if (position === null && begin === 'end') {
      position = await endOf(files).catch(fileTrouble(path))
      const at = position
      if (at !== null) await database.inCenter(scope, (tx) => beginAt(tx, runs, at))
    }
    while (!signal.aborted) {
      await refuseFolder(path)
      const piece = await nextPiece(files, position, MOST_BYTES).catch(fileTrouble(path))
      if (!isTold) await running.connected()
      isTold = true
      if (piece === null) {
        letGo?.()
        letGo = null
        await Promise.race([rest(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined), wake()])
        continue
      }
      if (piece.left > FAR_BEHIND_BYTES) letGo ??= running.holdOff()
      const lines = linesOfPiece(piece.bytes)
      await running.takeLines({ after: position, position: piece.position, lines, seam: piece.seam })
      ;({ position } = piece)
    }
  } finally {
    letGo?.()
  }
}

/** Tries whether a log can be read; throws a Trouble that says why not. */
export async function tryLog(path: string): Promise<void> {
  await refuseFolder(path)
  const files = openLogFiles(path)
  const { log } = await files.list().catch(fileTrouble(path))
  if (log === null)
    throw new Trouble('noFile', {
      en: `There is no file ${path} on the machine where Pult runs.`,
      ru: `На машине, где работает Пульт, нет файла ${path}.`,
    })
  const bytes = await files.read(log, 0, Math.min(log.size, 65_536)).catch(fileTrouble(path))
  const lines = linesOfPiece(bytes)
  if (lines.length > 0 && !lines.some((line) => /^\d{9,11}(\.\d+)?\|[^|]*\|[^|]*\|[^|]*\|[A-Z]+/.test(line)))
    throw new Trouble('notLog', {
      en: `${path} is no queue_log: not one line looks like "1700000000|uniqueid|queue|agent|EVENT|…".`,
      ru: `${path} — не queue_log: ни одна строка не похожа на «1700000000|uniqueid|queue|agent|EVENT|…».`,
    })
}

async function refuseFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory() === true)
    throw new Trouble('noFile', { en: `${path} is a folder, not a file.`, ru: `${path} — папка, а не файл.` })
}

/** An error of the file system as a sentence. */
export function fileTrouble(path: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    if (error.code === 'ENOENT')
      throw new Trouble('noFile', {
        en: `There is no folder of ${path} on the machine where Pult runs.`,
        ru: `На машине, где работает Пульт, нет папки для ${path}.`,
      })
    if (error.code === 'EACCES' || error.code === 'EPERM')
      throw new Trouble('notAllowed', {
        en: `The user that Pult runs as may not read ${path}.`,
        ru: `Пользователю, от имени которого работает Пульт, нельзя читать ${path}.`,
      })
    throw new Trouble('unreadable', {
      en: `${path} cannot be read: ${error.message}`,
      ru: `${path} не читается: ${error.message}`,
    })
  }
}
