import { createHash } from 'node:crypto'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

import type { LogFile, LogFiles } from '@pult/engine/connectors'

import { BadInput } from './failure.ts'

/** A log of this machine and what was rotated away from it, for `pult follow`. The server has a pair of hands of its own. */
export function openLogFiles(path: string): LogFiles {
  const folder = dirname(path)
  const name = basename(path)
  return {
    async list() {
      const names = await readdir(folder).catch(() => {
        throw new BadInput(`There is no folder ${folder}, or it may not be read.`)
      })
      const rotated = names.filter(
        (one) =>
          one !== name &&
          one.startsWith(name) &&
          /^[.-]/.test(one.slice(name.length)) &&
          !/\.(gz|bz2|xz|zst|zip)$/i.test(one),
      )
      const found = await Promise.all(rotated.map((one) => lookAt(folder, one)))
      return { log: await lookAt(folder, name), rotated: found.filter((one) => one !== null) }
    },
    async read(file, from, to) {
      const handle = await open(join(folder, file.name))
      try {
        const { bytesRead, buffer } = await handle.read(Buffer.alloc(to - from), 0, to - from, from)
        return buffer.subarray(0, bytesRead)
      } finally {
        await handle.close()
      }
    },
    digest: (bytes) => createHash('sha256').update(bytes).digest('base64url').slice(0, 32),
  }
}

async function lookAt(folder: string, name: string): Promise<LogFile | null> {
  const found = await stat(join(folder, name), { bigint: true }).catch(() => null)
  if (found === null || !found.isFile()) return null
  return { name, inode: `${found.dev}:${found.ino}`, size: Number(found.size), modifiedAt: Number(found.mtimeMs) }
}

/** Lines of a piece: UTF-8, else the Cyrillic of old systems. */
export function linesOfPiece(bytes: Uint8Array): string[] {
  return textOf(bytes)
    .split('\n')
    .map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
    .filter((line) => line !== '')
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}
