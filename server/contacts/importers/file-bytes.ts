import { isAscii } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Transform, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

import { UnreadableFile } from './reading.ts'
import { detectEncoding, type Encoding } from './text-lines.ts'

/** A file of text packs at most so well; more is a bomb. */
const LARGEST_RATIO = 250
const SMALLEST_SUSPECT = 64 * 1024 * 1024

/** What the first bytes say the file is. */
export interface FileHead {
  readonly gzip: boolean
  readonly zip: boolean
  /** The first bytes, unpacked. */
  readonly bytes: Buffer
}

const HEAD_BYTES = 64 * 1024

export async function readHead(path: string): Promise<FileHead> {
  const file = await open(path)
  try {
    const buffer = Buffer.alloc(HEAD_BYTES)
    const { bytesRead } = await file.read(buffer, 0, HEAD_BYTES, 0)
    const raw = buffer.subarray(0, bytesRead)
    const gzip = raw[0] === 0x1f && raw[1] === 0x8b
    const zip = raw[0] === 0x50 && raw[1] === 0x4b
    return { gzip, zip, bytes: gzip ? await unpackedHead(path) : raw }
  } finally {
    await file.close()
  }
}

/** Bytes after the first that is no ASCII, on which the encoding is decided. */
const DECIDING_BYTES = 64 * 1024

/**
 * The encoding of a text: told from its head, or, where that is plain ASCII and could be anything, from where the first other byte
 * stands, however far below.
 */
export async function encodingOf(path: string, head: FileHead): Promise<Encoding> {
  const told = detectEncoding(head.bytes)
  if (told !== 'utf8' || !isAscii(head.bytes)) return told
  const deciding: Buffer[] = []
  let size = 0
  const { stream } = openBytes(path, head.gzip)
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (size === 0 && isAscii(chunk)) continue
    const from = size === 0 ? chunk.findIndex((byte) => byte > 0x7f) : 0
    deciding.push(chunk.subarray(from))
    size += chunk.length - from
    if (size >= DECIDING_BYTES) break
  }
  return detectEncoding(Buffer.concat(deciding).subarray(0, DECIDING_BYTES))
}

async function unpackedHead(path: string): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  const { stream } = openBytes(path, true)
  try {
    for await (const part of stream) {
      parts.push(part as Buffer)
      size += (part as Buffer).length
      if (size >= HEAD_BYTES) break
    }
  } catch {
    // A file cut short still shows its beginning.
  }
  return Buffer.concat(parts).subarray(0, HEAD_BYTES)
}

export interface OpenedBytes {
  readonly stream: Readable
  /** Bytes of the file itself read so far, for the progress bar. */
  readonly bytesRead: () => number
}

/** The file's bytes, unpacked as they are read. A file that unpacks to absurdly much, or not to its end, ends with an UnreadableFile. */
export function openBytes(path: string, gzip: boolean): OpenedBytes {
  const file = createReadStream(path, { highWaterMark: 256 * 1024 })
  const bytesRead = (): number => file.bytesRead
  if (!gzip) return { stream: file, bytesRead }
  let unpacked = 0
  const guard = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      unpacked += chunk.length
      if (unpacked > SMALLEST_SUSPECT && unpacked > file.bytesRead * LARGEST_RATIO) {
        done(
          new UnreadableFile(
            'zipBomb',
            `The file unpacks to more than ${LARGEST_RATIO} times its size; that is no log. Nothing was kept.`,
          ),
        )
      } else {
        done(null, chunk)
      }
    },
  })
  const gunzip = createGunzip()
  file.on('error', (error) => guard.destroy(error))
  gunzip.on('error', () =>
    guard.destroy(
      new UnreadableFile(
        'damaged',
        'The packed file is cut short or damaged. Send it again whole, or unpacked. Nothing was kept.',
      ),
    ),
  )
  return { stream: file.pipe(gunzip).pipe(guard), bytesRead }
}
