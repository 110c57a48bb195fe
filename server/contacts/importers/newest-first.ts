import { createWriteStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { openBytes, readHead } from './file-bytes.ts'
import { decoderOf, detectEncoding } from './text-lines.ts'

/** A log whose rows go on in time. */
export interface LogInOrder {
  readonly path: string
  /** How many rows were turned round; null where the file is read as it is. */
  readonly turnedRows: number | null
  /** Takes the copy away. */
  done(): Promise<void>
}

/**
 * Exports from a database or a page often begin with the newest row: such a log is turned round in a copy beside it, in constant
 * memory, because a call is told from its beginning to its end.
 */
export async function inOrderOfTime(path: string): Promise<LogInOrder> {
  const head = await readHead(path)
  const encoding = detectEncoding(head.bytes)
  if (head.zip || encoding.startsWith('utf16') || !isNewestFirst(decoderOf(encoding).write(head.bytes).split('\n')))
    return { path, turnedRows: null, done: () => Promise.resolve() }
  const unpacked = `${path}.unpacked`
  const turned = `${path}.turned`
  const done = async (): Promise<void> => {
    await Promise.all([unpacked, turned].map((one) => rm(one, { force: true })))
  }
  try {
    if (head.gzip) await pipeline(openBytes(path, true).stream, createWriteStream(unpacked))
    let rows = 0
    const lines = linesFromEnd(head.gzip ? unpacked : path, () => rows++)
    await pipeline(Readable.from(lines, { objectMode: false }), createWriteStream(turned))
    return { path: turned, turnedRows: rows, done }
  } catch (error) {
    await done()
    throw error
  }
}

/** Whether times of the first rows of a queue_log fall and do not rise. */
export function isNewestFirst(lines: readonly string[]): boolean {
  const times = lines.map((line) => /^(\d{9,11}(?:\.\d+)?)\|/.exec(line)?.[1]).filter((time) => time !== undefined)
  const steps = times.slice(1).map((time, index) => Number(time) - Number(times[index]))
  const falling = steps.filter((step) => step < 0).length
  return falling >= 2 && falling > 5 * steps.filter((step) => step > 0).length
}

const BLOCK_BYTES = 1024 * 1024
/** A longer line is refused whoever reads it: no more of it is kept. */
const LONGEST_KEPT = 5 * 1024 * 1024
const NEWLINE = 0x0a

const BYTE_ORDER_MARK = Buffer.of(0xef, 0xbb, 0xbf)

async function* linesFromEnd(path: string, onLine: () => void): AsyncGenerator<Buffer> {
  const file = await open(path)
  try {
    let { size: end } = await file.stat()
    // The end of a line whose beginning lies further up; nothing follows the last mark.
    let rest = Buffer.alloc(0)
    let isLast = true
    while (end > 0) {
      const length = Math.min(BLOCK_BYTES, end)
      const block = Buffer.alloc(length)
      await file.read(block, 0, length, end - length)
      end -= length
      const text = Buffer.concat([block, rest])
      const lines: Buffer[] = []
      let to = text.length
      for (let at = text.lastIndexOf(NEWLINE); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(NEWLINE, at - 1)) {
        if (!isLast || at + 1 < to) lines.push(text.subarray(at + 1, to), Buffer.of(NEWLINE))
        isLast = false
        to = at
      }
      for (let index = 0; index < lines.length; index += 2) onLine()
      // A mark at the beginning of the file would stand inside the turned one, as part of its last line.
      const marked = end === 0 && text.subarray(0, 3).equals(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0
      rest = Buffer.from(text.subarray(marked, Math.min(to, LONGEST_KEPT)))
      if (lines.length > 0) yield Buffer.concat(lines)
    }
    onLine()
    yield Buffer.concat([rest, Buffer.of(NEWLINE)])
  } finally {
    await file.close()
  }
}
