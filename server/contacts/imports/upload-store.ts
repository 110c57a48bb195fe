import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { access, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { notFound, tooLarge } from '../../platform/index.ts'

/** Files that people have sent and that are not imported yet. */
export interface UploadStore {
  /** Keeps a stream as a file. Throws a 413 problem when it is too large; what was written then goes. */
  keep(centerId: number, stream: Readable): Promise<{ uploadId: string; bytes: number }>
  /** The file's path. Throws a 404 problem when this centre has none of this id. */
  find(centerId: number, uploadId: string): Promise<{ path: string; bytes: number }>
  remove(centerId: number, uploadId: string): Promise<void>
}

const FORGOTTEN_MS = 7 * 24 * 3_600_000

export function createUploadStore(dataFolder: string, maxBytes: number): UploadStore {
  const folder = join(dataFolder, 'uploads')
  // The centre is part of the name: a file of another centre does not exist.
  const pathOf = (centerId: number, uploadId: string): string => join(folder, `${centerId}-${uploadId}`)
  return {
    async keep(centerId, stream) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await forgetOld(folder)
      const uploadId = randomUUID()
      const path = pathOf(centerId, uploadId)
      let bytes = 0
      const limit = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          bytes += chunk.length
          const most = `The file is larger than the ${Math.floor(maxBytes / 1024 ** 2)} MB that this Pult takes (PULT_MAX_UPLOAD_BYTES).`
          done(
            bytes > maxBytes ? tooLarge(most, { values: { megabytes: Math.floor(maxBytes / 1024 ** 2) } }) : null,
            chunk,
          )
        },
      })
      try {
        await pipeline(stream, limit, createWriteStream(path, { mode: 0o600 }))
      } catch (error) {
        await rm(path, { force: true })
        throw error
      }
      return { uploadId, bytes }
    },
    async find(centerId, uploadId) {
      const path = pathOf(centerId, uploadId)
      const known = await access(path).then(
        () => true,
        () => false,
      )
      if (!known) throw notFound('uploaded file')
      return { path, bytes: (await stat(path)).size }
    },
    remove: (centerId, uploadId) => rm(pathOf(centerId, uploadId), { force: true }),
  }
}

/** Files that were looked at and never imported go after a week. */
async function forgetOld(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const age = await stat(path).then(
      (found) => Date.now() - found.mtimeMs,
      () => 0,
    )
    if (age > FORGOTTEN_MS) await rm(path, { force: true })
  }
}
