import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Command, CommanderError } from 'commander'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { createRandom } from '@pult/engine/numeric'
import { addDays, datesBetween, isoWeekday } from '@pult/engine/time'

import { BadInput } from './failure.ts'
import { registerForecast } from './forecast.ts'
import type { LongForecast } from './forecast-long.ts'

const FROM = '2025-01-06'
const DAYS = 126
const LAST = addDays(FROM, DAYS - 3)

let folder: string
let file: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pult-long-'))
  file = join(folder, 'series.csv')
  const random = createRandom('long series')
  const rows = datesBetween(FROM, addDays(FROM, DAYS))
    .filter((day) => isoWeekday(day) <= 5)
    .flatMap((day) =>
      [9, 10, 11, 12].map((hour) => `${day}T${String(hour).padStart(2, '0')}:00,${random.poisson(25)},180`),
    )
  writeFileSync(file, ['start,offered,ahtSeconds', ...rows].join('\n'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function pult(...words: string[]): Promise<{ printed: string; said: string }> {
  const program = new Command('pult')
    .option('--json')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
  registerForecast(program)
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const given = ['forecast', 'long', '--series', file, '--interval-seconds', '3600', '--days', '30', ...words]
  try {
    await program.parseAsync(given, { from: 'user' })
    return { printed: log.mock.calls.map(([line]) => String(line)).join('\n'), said: '' }
  } catch (error) {
    if (!(error instanceof BadInput || error instanceof CommanderError)) throw error
    return { printed: '', said: error.message }
  } finally {
    log.mockRestore()
  }
}

const read = async (...words: string[]): Promise<LongForecast> =>
  JSON.parse((await pult('--json', ...words)).printed) as LongForecast

describe('pult forecast long', () => {
  it('tells days and weeks with bands that hold the expected, weeks as sums of their open days', async () => {
    const { knownUntil, days, weeks } = await read('--weeks', '5')
    expect(knownUntil).toBe(LAST)
    expect(days).toHaveLength(25)
    expect(weeks.map(({ days: open }) => open)).toEqual([5, 5, 5, 5, 5])
    for (const { from, offered, p025, p10, p90, p975, workSeconds } of days) {
      expect(isoWeekday(from)).toBeLessThanOrEqual(5)
      expect(offered).toBeGreaterThan(80)
      expect(offered).toBeLessThan(120)
      expect([p025, p10, offered, p90, p975]).toEqual([p025, p10, offered, p90, p975].toSorted((a, b) => a - b))
      expect(workSeconds).toBeCloseTo(180 * offered, 0)
    }
    const [week] = weeks
    expect(week?.offered).toBeCloseTo(
      days.slice(0, 5).reduce((sum, day) => sum + day.offered, 0),
      6,
    )
    const summed = days.slice(0, 5).reduce((sum, { p10, p90 }) => sum + p90 - p10, 0)
    expect((week?.p90 ?? 0) - (week?.p10 ?? 0)).toBeLessThan(summed)
  })

  it('forgets what came after a day, and says the same again', async () => {
    const until = addDays(LAST, -28)
    const first = await read('--weeks', '2', '--until', until)
    expect(first.knownUntil).toBe(until)
    expect(first.days[0]?.from).toBe(addDays(until, 3))
    const again = await read('--weeks', '2', '--until', until)
    expect(again.days).toEqual(first.days)
  })

  it('prints a line a week, or a day', async () => {
    const weeks = (await pult('--weeks', '2')).printed.split('\n')
    expect(weeks).toHaveLength(2 + 2)
    const days = (await pult('--weeks', '2', '--grain', 'day')).printed.split('\n')
    expect(days).toHaveLength(2 + 10)
  })

  it.each([
    [['--weeks', '0'], /--weeks must be/],
    [['--weeks', '81'], /--weeks must be from 1 to 80/],
    [['--grain', 'month'], /day, week/],
    [['--until', 'May'], /--until must be a day as 2026-03-31, not "May"/],
    [['--until', '2020-01-01'], /has no rows up to 2020-01-01/],
    [['--until', addDays(FROM, 1)], /has 2 open days: at least 4 are needed/],
  ])('refuses %j in one sentence', async (words, sentence) => {
    expect((await pult(...words)).said).toMatch(sentence)
  })
})
