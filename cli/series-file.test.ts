import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { BadInput } from './failure.ts'
import { readSeriesFile } from './series-file.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pult-series-'))
})
afterAll(async () => rm(folder, { recursive: true, force: true }))

const HALF_HOUR = { intervalSeconds: 1800 }

async function read(content: string | Buffer, options: Parameters<typeof readSeriesFile>[1] = HALF_HOUR) {
  const file = join(folder, 'series.csv')
  await writeFile(file, content)
  return readSeriesFile(file, options)
}

describe('a series of intervals in a file', () => {
  it('is read packed or not, with handling times and gaps', async () => {
    const text =
      'start,offered,ahtSeconds\n2025-01-06T09:00,4,180\n2025-01-06 09:30:00,0,\n2025-01-06T10:30,,\n2025-01-07T09:00,5,200\n'
    const plain = await read(text)
    expect(await read(gzipSync(text))).toEqual(plain)
    expect(plain.dates).toEqual(['2025-01-06', '2025-01-07'])
    expect(plain.slotSeconds).toEqual([32_400, 34_200])
    expect([...plain.offered]).toEqual([4, 0, 5, Number.NaN])
    expect([...plain.ahtSeconds]).toEqual([180, Number.NaN, 200, Number.NaN])
  })

  it.each([
    ['day,count\n', /row 1: the header must be start,offered/],
    ['start,offered\n', /header but no rows/],
    ['start,offered\n2025-01-06T09:00,-3\n', /row 2, offered: expected a number from 0, not "-3"/],
    ['start,offered\n2025-01-06T09:00,many\n', /row 2, offered: expected a number from 0, not "many"/],
    ['start,offered\n06.01.2025 09:00,3\n', /row 2, start: expected local time as YYYY-MM-DDTHH:MM/],
    ['start,offered\n2025-02-30T09:00,3\n', /row 2, start: expected a day and time that exist/],
    [
      'start,offered\n2025-01-06T09:00,3\n\n2025-01-06T09:00,3\n',
      /row 4, start comes twice: 2025-01-06 09:00\. If it is the doubled hour/,
    ],
    ['start,offered\n2025-01-06T09:00,3\n2025-01-06T09:07,3\n', /rows are 420 seconds apart, which does not divide/],
  ])('refuses %j in words', async (content, words) => {
    const reading = read(content)
    await expect(reading).rejects.toThrow(words)
    await expect(reading).rejects.toThrow(BadInput)
  })

  it('does not take half-hours for quarters, nor an interval that no day holds', async () => {
    const text = 'start,offered\n2025-01-06T09:00,4\n2025-01-06T09:30,5\n'
    await expect(read(text, { intervalSeconds: 900 })).rejects.toThrow(/1800 seconds apart, which does not divide/)
    await expect(read(text, { intervalSeconds: 1700 })).rejects.toThrow(/--interval-seconds must divide a day/)
  })

  it('leaves out what a system wrote into spring’s skipped hour', async () => {
    const text = 'start,offered\n2026-03-29T01:30,4\n2026-03-29T02:00,0\n2026-03-29T02:30,0\n2026-03-29T03:00,5\n'
    expect((await read(text, { ...HALF_HOUR, timeZone: 'Europe/Berlin' })).slotSeconds).toEqual([5400, 10_800])
  })

  it('understands the doubled hour where it is told the zone', async () => {
    const text = 'start,offered\n2026-10-25T02:00,6\n2026-10-25T02:30,4\n2026-10-25T02:00,10\n2026-10-25T02:30,8\n'
    const grid = await read(text, { ...HALF_HOUR, timeZone: 'Europe/Berlin' })
    expect([...grid.offered]).toEqual([8, 6])
    await expect(read(text, { ...HALF_HOUR, timeZone: 'Europe/Moscow' })).rejects.toThrow(/comes twice/)
  })

  it('says when a packed file is damaged and when there is none', async () => {
    await expect(read(Buffer.from([0x1f, 0x8b, 1, 2, 3]))).rejects.toThrow(/damaged or cut off/)
    await expect(read('')).rejects.toThrow(/is empty/)
    await expect(readSeriesFile(join(folder, 'nowhere.csv'), HALF_HOUR)).rejects.toThrow(/There is no file/)
  })
})
