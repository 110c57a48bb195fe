import { createReadStream, createWriteStream } from 'node:fs'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { Readable } from 'node:stream'
import { constants, createGunzip, createGzip } from 'node:zlib'

import { extract, pack } from 'tar-stream'

/** A backup is a gzipped tar: any computer can look into it, and a file cut short is noticed. */
export interface ArchiveWriter {
  /** One entry whose bytes are at hand. */
  add(name: string, bytes: string | Uint8Array): Promise<void>
  /** One entry of known length, streamed. */
  addStream(name: string, size: number, bytes: Readable): Promise<void>
  /** Ends the archive; resolves when its last byte is with the system. */
  close(): Promise<void>
}

/** Writes to a new file that only its owner may read: a backup holds people's data and the installation's secrets. */
export function writeArchive(path: string): ArchiveWriter {
  const tar = pack()
  const gzip = createGzip({ level: constants.Z_BEST_SPEED })
  const written = pipeline(tar, gzip, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }))
  // Told by whoever waits for an entry or for the end.
  written.catch(() => undefined)
  const orBroken = <T>(work: Promise<T>): Promise<T> =>
    Promise.race([work, written.then(() => Promise.reject(new Error('the backup file was closed')))])
  return {
    add: (name, bytes) => {
      const content =
        typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      return orBroken(
        new Promise<void>((resolve, reject) => {
          const entry = tar.entry({ name, size: content.length }, (error) => (error ? reject(error) : resolve()))
          entry.end(content)
        }),
      )
    },
    addStream: (name, size, bytes) => orBroken(pipeline(bytes, tar.entry({ name, size }))),
    async close() {
      tar.finalize()
      await written
    },
  }
}

export interface ArchiveEntry {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
  readonly text: () => Promise<string>
}

/** Entries in their order; each is read, or passed over, before the next comes. Throws an Error in words for a file that is no backup. */
export async function* readArchive(path: string): AsyncGenerator<ArchiveEntry> {
  const entries = extract()
  const read = pipeline(createReadStream(path), createGunzip(), entries)
  read.catch((error: Error) => entries.destroy(error))
  try {
    for await (const entry of entries) {
      const bytes = entry as AsyncIterable<Uint8Array>
      yield { name: entry.header.name, bytes, text: () => text(bytes) }
      entry.resume()
    }
    await read
  } catch (error) {
    throw archiveProblem(path, error as NodeJS.ErrnoException)
  }
}

function archiveProblem(path: string, error: NodeJS.ErrnoException): Error {
  if (error.code === 'ENOENT') return new Error(`There is no file ${path}.`, { cause: error })
  if (error.code?.startsWith('Z_') === true || /tar header|Unexpected end/i.test(error.message))
    return new Error(`${path} is no whole backup of Pult: it is damaged or cut short (${error.message}).`, {
      cause: error,
    })
  return error
}
