import type { Readable } from 'node:stream'

import iconv from 'iconv-lite'

/** Encodings of logs and tables in the wild. */
export type Encoding = 'utf8' | 'win1251' | 'utf16le' | 'utf16be'

const LONGEST_LINE = 1_000_000

/** Tells the encoding from the first bytes: a mark, zero bytes of UTF-16, valid UTF-8, else Windows-1251. */
export function detectEncoding(head: Buffer): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf16be'
  const sample = head.subarray(0, 4096)
  const zeros = (offset: number): number => sample.filter((byte, index) => index % 2 === offset && byte === 0).length
  if (sample.length >= 8 && zeros(1) > sample.length / 4) return 'utf16le'
  if (sample.length >= 8 && zeros(0) > sample.length / 4) return 'utf16be'
  return isUtf8(head) ? 'utf8' : 'win1251'
}

/** The last character of a sample may be cut. */
function isUtf8(bytes: Buffer): boolean {
  for (let cut = 0; cut < 4; cut++) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.length - cut))
      return true
    } catch {
      // Try with one byte less.
    }
  }
  return false
}

export function decoderOf(encoding: Encoding): { write: (bytes: Buffer) => string; end: () => string } {
  const names = { utf8: 'utf8', win1251: 'win1251', utf16le: 'utf16-le', utf16be: 'utf16-be' } as const
  const decoder = iconv.getDecoder(names[encoding])
  return { write: (bytes) => withoutZeros(decoder.write(bytes)), end: () => withoutZeros(decoder.end() ?? '') }
}

/** A log torn by a power failure has runs of zero bytes, and PostgreSQL keeps none. */
function withoutZeros(text: string): string {
  return text.includes('\u0000') ? text.replaceAll('\u0000', '') : text
}

export interface Line {
  readonly text: string
  /** From 1. */
  readonly number: number
  /** Longer than a million characters; the text is its beginning. */
  readonly tooLong: boolean
}

// In both encodings a byte below 128 is itself and never part of another character, so lines are cut before they are decoded:
// nearly all of a log is plain, and one name in Russian would make a wide text of the whole chunk.
const BEYOND_ASCII = /[\u0080-\u00FF]/

/** Cuts bytes into lines as if each byte were a character, and decodes the lines that need it. */
function lineReader(encoding: Encoding): {
  write: (bytes: Buffer) => string
  end: () => string
  text: (line: string) => string
} {
  if (encoding === 'utf16le' || encoding === 'utf16be') return { ...decoderOf(encoding), text: (line) => line }
  const decode =
    encoding === 'utf8' ? (bytes: Buffer) => bytes.toString('utf8') : (bytes: Buffer) => iconv.decode(bytes, encoding)
  return {
    write: (bytes) => withoutZeros(bytes.toString('latin1')),
    end: () => '',
    text: (line) => (BEYOND_ASCII.test(line) ? decode(Buffer.from(line, 'latin1')) : line),
  }
}

const MARK = '\uFEFF'

/**
 * Lines of a stream in pieces, in constant memory: a line of a hundred megabytes is passed over, not kept. The mark at the start is
 * dropped.
 */
export async function* linesOf(stream: Readable, encoding: Encoding): AsyncGenerator<Line[]> {
  const reader = lineReader(encoding)
  let rest = ''
  let number = 0
  let skipping = false
  const split = (text: string): Line[] => {
    const lines: Line[] = []
    const parts = (rest + text).split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      number++
      lines.push({
        text: reader.text(part.endsWith('\r') ? part.slice(0, -1) : part),
        number,
        tooLong: skipping || part.length > LONGEST_LINE,
      })
      skipping = false
    }
    if (rest.length > LONGEST_LINE) {
      skipping = true
      rest = rest.slice(0, 100)
    }
    return lines
  }
  let first = true
  const unmarked = (lines: Line[]): Line[] => {
    const [line] = lines
    if (!first || line === undefined) return lines
    first = false
    return line.text.startsWith(MARK) ? [{ ...line, text: line.text.slice(1) }, ...lines.slice(1)] : lines
  }
  for await (const chunk of stream) yield unmarked(split(reader.write(chunk as Buffer)))
  const last = unmarked(split(`${reader.end()}\n`))
  yield last.at(-1)?.text === '' ? last.slice(0, -1) : last
}
