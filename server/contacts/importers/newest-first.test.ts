import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { inOrderOfTime, isNewestFirst } from './newest-first.ts'

describe('a log that begins with its newest row', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pult-newest-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const lines = Array.from(
    { length: 60_000 },
    (_, index) => `${1_700_000_000 + index}|a|sales|Оператор|ENTERQUEUE||${index}`,
  )
  const newest = lines.toReversed()

  it.each([
    ['as text', Buffer.from(`${newest.join('\n')}\n`)],
    ['without a last mark', Buffer.from(newest.join('\n'))],
    ['packed', gzipSync(`${newest.join('\n')}\n`)],
  ])('is turned round, %s', async (_how, bytes) => {
    const path = join(folder, 'log')
    await writeFile(path, bytes)
    const log = await inOrderOfTime(path)
    expect(log.turnedRows).toBe(60_000)
    expect(await readFile(log.path, 'utf8')).toBe(`${lines.join('\n')}\n`)
    await log.done()
    expect(await readdir(folder)).toEqual(['log'])
  })

  it('is told by its times: rows of one second and a clock set back are no reason', async () => {
    expect(isNewestFirst(['1700000003|a', '1700000002|a', '1700000002|a', '1700000001|a'])).toBe(true)
    expect(isNewestFirst(['1700000001|a', '1700000002|a', '1600000000|a', '1600000001|a'])).toBe(false)
    expect(isNewestFirst(['hello', 'world', ''])).toBe(false)
    const path = join(folder, 'log')
    await writeFile(path, lines.join('\n'))
    expect(await inOrderOfTime(path)).toMatchObject({ path, turnedRows: null })
  })

  it('keeps of a line beyond all bounds as much as tells that it is one', async () => {
    const path = join(folder, 'log')
    await writeFile(
      path,
      `${newest.slice(0, 5).join('\n')}\n${'x'.repeat(20_000_000)}\n${newest.slice(5, 9).join('\n')}\n`,
    )
    const log = await inOrderOfTime(path)
    expect(log.turnedRows).toBe(10)
    const told = (await readFile(log.path, 'utf8')).split('\n')
    expect(told.length).toBe(11)
    expect(told[4]?.length).toBeLessThan(7_000_000)
    await log.done()
  })
})
