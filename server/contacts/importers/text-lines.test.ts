import { Readable } from 'node:stream'

import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'

import { detectEncoding, linesOf, type Encoding, type Line } from './text-lines.ts'

const TEXT = '1700000000|a1|Заказы и доставка|Анна|ENTERQUEUE||+7900|1\r\n1700000001|a1|Заказы|NONE|ABANDON|1|1|1\n'

async function read(chunks: Iterable<Buffer>, encoding: Encoding): Promise<Line[]> {
  const all: Line[] = []
  for await (const lines of linesOf(Readable.from(chunks), encoding)) all.push(...lines)
  return all
}

/** Pieces so small that every character of more than one byte is cut somewhere. */
function* cut(bytes: Buffer, size: number): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

describe('encodings', () => {
  it.each([
    ['utf8', iconv.encode(TEXT, 'utf8')],
    ['utf8', iconv.encode(TEXT, 'utf8', { addBOM: true })],
    ['win1251', iconv.encode(TEXT, 'win1251')],
    ['utf16le', iconv.encode(TEXT, 'utf16-le', { addBOM: true })],
    ['utf16le', iconv.encode(TEXT, 'utf16-le')],
    ['utf16be', iconv.encode(TEXT, 'utf16-be', { addBOM: true })],
    ['utf16be', iconv.encode(TEXT, 'utf16-be')],
  ] as const)('%s is told from the bytes and read, also in pieces of three bytes', async (encoding, bytes) => {
    expect(detectEncoding(bytes)).toBe(encoding)
    const lines = await read(cut(bytes, 3), encoding)
    expect(lines.map(({ text }) => text)).toEqual(TEXT.trimEnd().split(/\r?\n/))
    expect(lines.map(({ number }) => number)).toEqual([1, 2])
  })

  it('takes a sample cut within a character for what it is', () => {
    const bytes = Buffer.from('Ж'.repeat(2000))
    expect(detectEncoding(bytes.subarray(0, 1001))).toBe('utf8')
  })

  it('drops zero bytes that a power failure left', async () => {
    const lines = await read([Buffer.from('1|a\u0000\u0000|b\nnext\n')], 'utf8')
    expect(lines.map(({ text }) => text)).toEqual(['1|a|b', 'next'])
  })
})

describe('lines', () => {
  it('of a file without a last line break are all there', async () => {
    expect((await read([Buffer.from('a\nb')], 'utf8')).map(({ text }) => text)).toEqual(['a', 'b'])
    expect(await read([], 'utf8')).toEqual([])
  })

  it('of a hundred megabytes are passed over in little memory, and the next has its right number', async () => {
    const block = Buffer.alloc(256 * 1024, 'x')
    function* chunks(): Generator<Buffer> {
      yield Buffer.from('first\n')
      for (let index = 0; index < 400; index++) yield block
      yield Buffer.from('\nlast\n')
    }
    const lines = await read(chunks(), 'utf8')
    expect(lines.map(({ number, tooLong }) => [number, tooLong])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ])
    expect(lines[1]?.text.length).toBeLessThan(1_500_000)
    expect(lines[2]?.text).toBe('last')
  })
})
