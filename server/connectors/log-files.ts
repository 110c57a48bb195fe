import { createHash } from 'node:crypto'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

import type { LogFile, LogFiles } from '@pult/engine/connectors'

import { decoderOf, detectEncoding } from '../contacts/index.ts'

/** A log on this machine and what was rotated away from it: `queue_log.1`, `queue_log-20261129`. Packed ones are left alone. */
export function openLogFiles(path: string): LogFiles {
  const folder = dirname(path)
  const name = basename(path)
  return {
    async list() {
      const names = await readdir(folder)
      const rotated: LogFile[] = []
      for (const one of names) {
        if (one === name || !/^[.-]/.test(one.slice(name.length)) || !one.startsWith(name)) continue
        if (/\.(gz|bz2|xz|zst|zip)$/i.test(one)) continue
        const found = await lookAt(folder, one)
        if (found !== null) rotated.push(found)
      }
      return { log: await lookAt(folder, name), rotated }
    },
    async read(file, from, to) {
      const handle = await open(join(folder, file.name))
      try {
        const bytes = Buffer.alloc(to - from)
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, from)
        return bytes.subarray(0, bytesRead)
      } finally {
        await handle.close()
      }
    },
    digest: (bytes) => createHash('sha256').update(bytes).digest('base64url').slice(0, 32),
  }
}

async function lookAt(folder: string, name: string): Promise<LogFile | null> {
  const found = await stat(join(folder, name), { bigint: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (found === null || !found.isFile()) return null
  const inode = `${found.dev}:${found.ino}`
  return { name, inode, size: Number(found.size), modifiedAt: Number(found.mtimeMs) }
}

/** Lines of a piece of a log, in whichever letters it is written. */
export function linesOfPiece(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes)
  const decoder = decoderOf(detectEncoding(buffer.subarray(0, 65_536)))
  return (decoder.write(buffer) + decoder.end())
    .split('\n')
    .map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
    .filter((line) => line !== '')
}
