import { describe, expect, it } from 'vitest'

import { createZone, HOUR_MS } from '@pult/engine/time'

import { findGaps } from './gaps.ts'

const zone = createZone('Europe/Moscow')
const WEEK_MS = 7 * 24 * HOUR_MS
/** A Monday, midnight in Moscow. */
const MONDAY = Date.parse('2026-02-02T00:00+03:00')

/** So many contacts in every hour from 9 to 18 of every working day of some weeks. */
function weeks(numbers: readonly number[], offered: number): Map<number, number> {
  const hours = new Map<number, number>()
  for (const week of numbers)
    for (let day = 0; day < 5; day++)
      for (let hour = 9; hour < 18; hour++) hours.set(MONDAY + week * WEEK_MS + (day * 24 + hour) * HOUR_MS, offered)
  return hours
}
const spanOf = (hours: ReadonlyMap<number, number>): { from: number; to: number } => ({
  from: Math.min(...hours.keys()),
  to: Math.max(...hours.keys()) + HOUR_MS,
})
const gapsOf = (hours: ReadonlyMap<number, number>, calendar = 'none'): string[][] =>
  findGaps(hours, spanOf(hours), zone, calendar).map(({ from, to }) =>
    [from, to].map((at) => new Date(at + 3 * HOUR_MS).toISOString().slice(0, 13)),
  )

describe('gaps', () => {
  it('are no nights and no weekends', () => {
    expect(gapsOf(weeks([0, 1, 2, 3], 20))).toEqual([])
  })

  it('may be longer than all the rest', () => {
    expect(gapsOf(weeks([0, 1, 12, 13], 20))).toEqual([['2026-02-13T18', '2026-04-27T09']])
  })

  it('of years in a log of a few calls are gaps too', () => {
    const calls = new Map(
      ['2010-02-22T13', '2010-02-22T14', '2010-02-23T10', '2013-04-23T16', '2013-04-24T09', '2020-08-04T07'].map(
        (at): [number, number] => [Date.parse(`${at}:00+03:00`), 1],
      ),
    )
    expect(gapsOf(calls)).toEqual([
      ['2010-02-23T11', '2013-04-23T16'],
      ['2013-04-24T10', '2020-08-04T07'],
    ])
  })

  it('are no quiet months of a queue with a call now and then', () => {
    const calls = new Map([0, 2, 3, 9, 10, 17, 18].map((week): [number, number] => [MONDAY + week * WEEK_MS, 1]))
    expect(gapsOf(calls)).toEqual([])
  })

  it('are not ended by a holiday in them, nor begun or made by one', () => {
    // The 23rd of February, a Monday, is one in Russia; so are the 8th and the 9th of March.
    const without = (hours: Map<number, number>, from: string, to: string): Map<number, number> =>
      new Map([...hours].filter(([at]) => at < Date.parse(from) || at >= Date.parse(to)))
    const all = weeks([0, 1, 2, 3, 4, 5, 6], 20)
    const closed = without(
      without(all, '2026-02-23T00:00+03:00', '2026-02-24T00:00+03:00'),
      '2026-03-09T00:00+03:00',
      '2026-03-10T00:00+03:00',
    )
    expect(gapsOf(closed, 'ru')).toEqual([])
    expect(gapsOf(without(closed, '2026-02-20T00:00+03:00', '2026-02-25T00:00+03:00'), 'ru')).toEqual([
      ['2026-02-19T18', '2026-02-25T09'],
    ])
  })
})
