import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { encodingOf, openBytes, readHead } from './file-bytes.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pult-bytes-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(name: string, bytes: Buffer): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

async function unpack(path: string): Promise<number> {
  let bytes = 0
  for await (const chunk of openBytes(path, true).stream) bytes += (chunk as Buffer).length
  return bytes
}

describe('packed files', () => {
  it('are known by their bytes, not their names', async () => {
    const path = await file('log.txt', gzipSync('1700000000|a|b|c|ABANDON|1|1|1\n'))
    const head = await readHead(path)
    expect(head).toMatchObject({ gzip: true, zip: false })
    expect(head.bytes.toString()).toContain('ABANDON')
    expect(await unpack(path)).toBe(31)
  })

  it('made of two packed pieces are read to the end', async () => {
    const path = await file('two.gz', Buffer.concat([gzipSync('one\n'), gzipSync('two\n')]))
    expect(await unpack(path)).toBe(8)
  })

  it('that unpack to absurdly much end with a sentence', async () => {
    const path = await file('bomb.gz', gzipSync(Buffer.alloc(200_000_000)))
    await expect(unpack(path)).rejects.toThrow(/unpacks to more than 250 times its size/)
  })

  it('cut short show their beginning and then fail', async () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `${index * 7919}|line`).join('\n')
    const packed = gzipSync(text)
    const path = await file('cut.gz', packed.subarray(0, packed.length >> 1))
    expect((await readHead(path)).bytes.length).toBeGreaterThan(1000)
    await expect(unpack(path)).rejects.toThrow(/cut short or damaged/)
  })

  it('that are damaged inside fail instead of ending', async () => {
    const packed = gzipSync(Array.from({ length: 20_000 }, (_, index) => `${index * 7919}|line`).join('\n'))
    const middle = packed.length >> 1
    packed.fill(0xff, middle, middle + 50)
    await expect(unpack(await file('bad.gz', packed))).rejects.toThrow(/cut short or damaged/)
  })
})

describe('the encoding', () => {
  const ascii = Buffer.from('1700000000|a|sales|SIP/1|CONNECT|1|x|2\n'.repeat(20_000))
  const told = async (name: string, ...parts: Buffer[]): Promise<string> => {
    const path = await file(name, Buffer.concat(parts))
    return encodingOf(path, await readHead(path))
  }
  // "Обед" in Windows-1251 and in UTF-8.
  const cp1251 = Buffer.from([0xce, 0xe1, 0xe5, 0xe4])
  const utf8 = Buffer.from('Обед')

  it('is told where the first letter that is no ASCII stands, however far below', async () => {
    expect(await told('plain', ascii)).toBe('utf8')
    expect(await told('late-cp1251', ascii, cp1251, ascii)).toBe('win1251')
    expect(await told('late-utf8', ascii, utf8, ascii)).toBe('utf8')
    expect(await told('last-letter', ascii, cp1251)).toBe('win1251')
    expect(await told('early', cp1251, ascii)).toBe('win1251')
    // A letter cut by two pieces of the file, as it is read.
    expect(await told('cut', ascii.subarray(0, 256 * 1024 - 1), utf8, ascii)).toBe('utf8')
    const packed = await file('late.gz', gzipSync(Buffer.concat([ascii, cp1251, ascii])))
    expect(await encodingOf(packed, await readHead(packed))).toBe('win1251')
  })
})
