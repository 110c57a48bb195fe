import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'

import type yauzl from 'yauzl'

import { UnreadableFile } from './reading.ts'
import { entriesOf, notWorkbook, openZip } from './zip-entries.ts'

/** A workbook whose parts were measured. */
export interface MeasuredWorkbook {
  /** The zip anew, of nothing but the parts that were measured. */
  readonly stream: Readable
  /** Bytes of the file read so far, for the progress bar. */
  readonly bytesRead: () => number
  close(): void
}

const LARGEST_RATIO = 250
const LARGEST_UNPACKED = 8 * 1024 ** 3
/** Texts are kept apart from the sheets, in any order, so they are in memory while the sheet is read. */
const TEXTS = 'sharedStrings.xml'
const LARGEST_TEXTS = 128 * 1024 ** 2

/**
 * Measures what a workbook unpacks to before it is read. The library reads a zip from its beginning and takes whatever lies there, where
 * a zip is defined by the list at its end: so it is handed the listed parts alone, or one that the list hides would unpack unmeasured.
 */
export async function measuredWorkbook(path: string): Promise<MeasuredWorkbook> {
  const { size } = await stat(path)
  const zip = await openZip(path)
  try {
    const entries = await measuredEntries(zip, Math.min(LARGEST_UNPACKED, Math.max(size, 262_144) * LARGEST_RATIO))
    let bytes = 0
    const stream = Readable.from(
      zipAnew(zip, entries, (read) => (bytes += read)),
      { objectMode: false },
    )
    return {
      stream,
      bytesRead: () => bytes,
      close() {
        stream.destroy()
        zip.close()
      },
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function measuredEntries(zip: yauzl.ZipFile, largest: number): Promise<yauzl.Entry[]> {
  let listed = 0
  let unpacked = 0
  const entries: yauzl.Entry[] = []
  for await (const entry of entriesOf(zip)) {
    listed += entry.uncompressedSize
    if (listed > largest) throw bomb()
    if (entry.fileName.endsWith(TEXTS) && entry.uncompressedSize > LARGEST_TEXTS) throw tooManyTexts()
    entries.push(entry)
  }
  // The list may lie.
  for (const entry of entries) unpacked += await unpackedSize(zip, entry, largest - unpacked)
  return entries
}

function unpackedSize(zip: yauzl.ZipFile, entry: yauzl.Entry, most: number): Promise<number> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) {
        reject(notWorkbook())
        return
      }
      let bytes = 0
      stream.on('data', (piece: Buffer) => {
        bytes += piece.length
        if (bytes > most) stream.destroy(bomb())
      })
      stream.on('end', () => resolve(bytes))
      // The library ends a part that is longer than the list says.
      stream.on('error', (problem: Error) => {
        reject(
          problem.message.startsWith('too many bytes')
            ? bomb()
            : problem instanceof UnreadableFile
              ? problem
              : notWorkbook(),
        )
      })
    })
  })
}

const isSheet = ({ fileName }: yauzl.Entry): boolean => fileName.startsWith('xl/worksheets/')

/** Sheets come last, for whatever else there is tells how to read them. */
async function* zipAnew(
  zip: yauzl.ZipFile,
  entries: readonly yauzl.Entry[],
  onRead: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  for (const entry of entries.toSorted((left, right) => Number(isSheet(left)) - Number(isSheet(right)))) {
    yield headerOf(entry)
    try {
      for await (const piece of await packed(zip, entry)) {
        onRead((piece as Buffer).length)
        yield piece as Buffer
      }
    } catch {
      // A disk that fails now: the zip ends here, and whoever reads it says that it is cut short.
      return
    }
  }
  yield END
}

function packed(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, { decodeFileData: false }, (error, stream) => {
      if (error === null) resolve(stream)
      else reject(error)
    })
  })
}

const DEFLATED_VERSION = 20

/** What stands before a part in a zip, with its sizes. */
function headerOf({ compressionMethod, crc32, compressedSize, uncompressedSize, fileName }: yauzl.Entry): Buffer {
  const name = Buffer.from(fileName)
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(DEFLATED_VERSION, 0)
  fields.writeUInt16LE(compressionMethod, 4)
  fields.writeUInt32LE(crc32, 10)
  fields.writeUInt32LE(compressedSize, 14)
  // Not looked at, and it may be larger than the field.
  fields.writeUInt32LE(Math.min(uncompressedSize, 0xff_ff_ff_ff), 18)
  fields.writeUInt16LE(name.length, 22)
  return Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, name])
}

const END = Buffer.concat([Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)])

const bomb = (): UnreadableFile =>
  new UnreadableFile(
    'zipBomb',
    `The workbook unpacks to more than ${LARGEST_RATIO} times its size, or to more than it says; that is no table. Nothing was kept.`,
  )

const tooManyTexts = (): UnreadableFile =>
  new UnreadableFile(
    'tooManyTexts',
    'The workbook holds more than 128 MB of texts, which have to be kept in memory all at once. Save the sheet as CSV: that is read at any size.',
  )
