import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { createUploadStore, type UploadStore } from './upload-store.ts'

let folder: string
let uploads: UploadStore

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pult-uploads-'))
  uploads = createUploadStore(folder, 3 * 1024 ** 2)
})
afterAll(() => rm(folder, { recursive: true }))

const megabytes = (count: number): Readable =>
  Readable.from(Array.from({ length: count }, () => Buffer.alloc(1024 ** 2, 'x')))

it('refuses a file that is too large, says how large it may be and keeps nothing of it', async () => {
  await expect(uploads.keep(1, megabytes(4))).rejects.toMatchObject({ status: 413, message: /3 MB/ })
  expect(await readdir(join(folder, 'uploads'))).toEqual([])
})

it('keeps a file for the centre that sent it, until it is removed', async () => {
  const { uploadId, bytes } = await uploads.keep(1, megabytes(2))
  expect(bytes).toBe(2 * 1024 ** 2)
  expect(await uploads.find(1, uploadId)).toMatchObject({ bytes })
  await expect(uploads.find(2, uploadId)).rejects.toMatchObject({ status: 404 })
  await uploads.remove(1, uploadId)
  await expect(uploads.find(1, uploadId)).rejects.toMatchObject({ status: 404 })
})
