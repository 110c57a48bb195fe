import type { SFTPWrapper } from 'ssh2'

import type { Bilingual } from '@pult/contract/alert-words'
import type { SftpSettings } from '@pult/contract/connectors'

import type { Secret } from './kept-secret.ts'
import { openSsh, type SshLine } from './ssh-line.ts'
import type { FoundFile } from './take-files.ts'
import { inTime } from './text-socket.ts'
import { Trouble } from './trouble.ts'
import { ended, lineLost } from './trouble-words.ts'

/** A folder of another machine, by SFTP. Whatever goes wrong is thrown as a Trouble. */
export interface FarFolder {
  /** Files, the oldest first; empty ones and names that are none are left out. */
  readonly list: () => Promise<FoundFile[]>
  /** How a file is now; null when it is gone. */
  readonly look: (name: string) => Promise<FoundFile | null>
  readonly read: (name: string) => AsyncIterable<Buffer>
  readonly move: (name: string, folder: string, as: string) => Promise<void>
  readonly remove: (name: string) => Promise<void>
  /** Throws where there is no such folder. */
  readonly refuseNoFolder: (path: string) => Promise<void>
  readonly close: () => void
}

interface FolderLimits {
  readonly signal: AbortSignal
  readonly patienceMs?: number
}

const PATIENCE_MS = 20_000
const READ_BYTES = 64 * 1024
/** What SFTP's numbers mean. */
const NO_SUCH_FILE = 2
const DENIED = 3

/** Signs in and opens the folder. Throws a Trouble that says why not. */
export async function openFarFolder(
  settings: SftpSettings,
  secret: Secret,
  { signal, patienceMs = PATIENCE_MS }: FolderLimits,
): Promise<FarFolder> {
  const line = await openSsh(settings, secret, { signal, patienceMs })
  try {
    const where = `${settings.host}:${settings.port}`
    const words = { en: `${where} offers no SFTP.`, ru: `${where} не предлагает SFTP.` }
    const sftp = await inTime(
      new Promise<SFTPWrapper>((resolve, reject) =>
        line.client.sftp((error, opened) =>
          error === undefined ? resolve(opened) : reject(line.lost() ?? new Trouble('notThat', words)),
        ),
      ),
      words,
      patienceMs,
    )
    return folderOver(line, sftp, settings, patienceMs)
  } catch (error) {
    line.client.destroy()
    throw error
  }
}

function folderOver(
  line: SshLine,
  sftp: SFTPWrapper,
  { host, port, path: folder }: SftpSettings,
  patienceMs: number,
): FarFolder {
  const where = `${host}:${port}`
  const pathOf = (name: string): string => joined(folder, name)
  const stopped = (name: string): Bilingual => ({
    en: `${where} stopped in the middle of ${name}.`,
    ru: `${where} остановилась посреди файла ${name}.`,
  })
  // An error of the stream itself comes to whoever waits for an answer.
  sftp.on('error', () => undefined)

  /** Asks something and waits for as long as is reasonable. */
  function ask<Answer>(
    what: string,
    send: (done: (error?: Error | null, answer?: Answer) => void) => void,
  ): Promise<Answer> {
    const answer = new Promise<Answer>((resolve, reject) => {
      const { client } = line
      const closed = (): void => reject(line.lost() ?? new Trouble('closed', ended(where)))
      client.once('close', closed)
      send((error, found) => {
        client.off('close', closed)
        if (error === undefined || error === null) resolve(found as Answer)
        else reject(line.lost() ?? farTrouble(error, what, where))
      })
    })
    return inTime(
      answer,
      { en: `${where} does not answer for ${what}.`, ru: `${where} не отвечает: ${what}.` },
      patienceMs,
    )
  }

  async function look(path: string): Promise<{ size: number; mtime: number; isDirectory(): boolean } | null> {
    try {
      return await ask(path, (done) => sftp.stat(path, done))
    } catch (error) {
      if (error instanceof Trouble && error.code === 'noFile') return null
      throw error
    }
  }

  return {
    async list() {
      const entries = await ask<{ filename: string; attrs: { size: number; mtime: number; isFile(): boolean } }[]>(
        folder,
        (done) => sftp.readdir(folder, done),
      )
      return entries
        .filter(({ filename, attrs }) => attrs.isFile() && attrs.size > 0 && /^[^/\p{Cc}]{1,255}$/u.test(filename))
        .map(({ filename, attrs }) => ({ name: filename, size: attrs.size, modifiedAt: attrs.mtime * 1000 }))
        .toSorted((left, right) => left.modifiedAt - right.modifiedAt)
    },
    async look(name) {
      const found = await look(pathOf(name))
      return found === null ? null : { name, size: found.size, modifiedAt: found.mtime * 1000 }
    },
    async *read(name) {
      const stream = sftp.createReadStream(pathOf(name), { highWaterMark: READ_BYTES })
      const pieces = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
      try {
        for (;;) {
          const piece = await inTime(pieces.next(), stopped(name), patienceMs)
          if (piece.done === true) return
          yield piece.value
        }
      } catch (error) {
        throw error instanceof Trouble ? error : (line.lost() ?? farTrouble(error as Error, pathOf(name), where))
      } finally {
        stream.destroy()
      }
    },
    move: (name, into, as) => {
      const target = joined(joined(folder, into), as)
      return ask(`${pathOf(name)} → ${target}`, (done) => sftp.rename(pathOf(name), target, done))
    },
    remove: (name) => ask(pathOf(name), (done) => sftp.unlink(pathOf(name), done)),
    async refuseNoFolder(path) {
      const found = await look(joined(folder, path))
      if (found === null || !found.isDirectory())
        throw new Trouble('noFile', {
          en: `There is no folder ${joined(folder, path)} on ${where}.`,
          ru: `Папки ${joined(folder, path)} на ${where} нет.`,
        })
    },
    close: () => line.client.end(),
  }
}

/** A path that begins at the root stands for itself. */
function joined(folder: string, path: string): string {
  return path.startsWith('/') ? path : `${folder.replace(/\/+$/, '')}/${path}`
}

function farTrouble(error: Error & { readonly code?: unknown }, what: string, where: string): Trouble {
  if (error.code === NO_SUCH_FILE)
    return new Trouble('noFile', { en: `There is no ${what} on ${where}.`, ru: `${what} на ${where} нет.` })
  if (error.code === DENIED)
    return new Trouble('notAllowed', {
      en: `The user may not do this with ${what} on ${where}.`,
      ru: `Пользователю это не разрешено: ${what} на ${where}.`,
    })
  if (error.code === undefined) return new Trouble('closed', lineLost(where, error.message))
  return new Trouble('unreadable', {
    en: `${what} on ${where}: ${error.message}`,
    ru: `${what} на ${where}: ${error.message}`,
  })
}
