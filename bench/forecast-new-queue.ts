import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

import {
  borrowHistory,
  buildDayGrid,
  forecastDays,
  learnQueue,
  likenessOf,
  prepareSeries,
  type DayGrid,
  type IntervalRow,
} from '@pult/engine/forecast'
import { createRandom } from '@pult/engine/numeric'
import { addDays, datesBetween, type LocalDate } from '@pult/engine/time'

import { machine } from './open-pult.ts'

// Whether a queue with two weeks of history is forecast better with a borrowed past: the three kinds of calls of Montgomery county are three
// real queues; each is cut to two weeks in turn, borrows from the one most like it, and its next two weeks are forecast.

const HOUR_SECONDS = 3600
const OWN_DAYS = 14
const AHEAD_DAYS = 14
const FIRST_DAY = '2015-12-20'
const LAST_DAY = '2016-10-15'
const BEFORE_FIRST_ORIGIN_DAYS = 70
const STEP_DAYS = 28

const shared = process.env['PULT_SHARED'] ?? join(import.meta.dirname, '../../shared')
const file = join(shared, 'data/montgomery_911/montgomery_911_calls.csv.gz')
console.log(machine())
if (existsSync(file)) compare(readKinds(file))
else console.log(`No calls in ${shared}: skipped. Set PULT_SHARED to the folder that holds them.`)

/** Calls by kind, day and hour; hours in which the whole county told nothing are missing. */
function readKinds(path: string): Map<string, IntervalRow[]> {
  const counts = new Map<string, Map<string, number>>()
  const told = new Set<string>()
  for (const line of gunzipSync(readFileSync(path)).toString('utf8').split('\n').slice(1)) {
    const match = /^"(\d{4}-\d{2}-\d{2})T(\d{2})[^"]*","([^"]+)"/.exec(line)
    if (match === null) continue
    const [, date = '', hour = '', kind = ''] = match
    const ofKind = counts.get(kind) ?? new Map<string, number>()
    counts.set(kind, ofKind.set(`${date} ${hour}`, (ofKind.get(`${date} ${hour}`) ?? 0) + 1))
    told.add(`${date} ${hour}`)
  }
  const hours = datesBetween(FIRST_DAY, LAST_DAY).flatMap((date) =>
    Array.from({ length: 24 }, (_, hour) => ({ date, hour, key: `${date} ${String(hour).padStart(2, '0')}` })),
  )
  return new Map(
    [...counts].map(([kind, ofKind]) => [
      kind,
      hours
        .filter(({ key }) => told.has(key))
        .map(({ date, hour, key }) => ({ date, secondOfDay: hour * HOUR_SECONDS, offered: ofKind.get(key) ?? 0 })),
    ]),
  )
}

function compare(kinds: ReadonlyMap<string, readonly IntervalRow[]>): void {
  console.log(
    '| queue | borrows from | origins | WAPE % by hour: own two weeks | with a borrowed past | days: own | borrowed |',
  )
  console.log('|---|---|--:|--:|--:|--:|--:|')
  for (const [kind, rows] of kinds) {
    const lenders = new Map<string, number>()
    const sums = { origins: 0, came: 0, own: 0, lent: 0, ownDay: 0, lentDay: 0 }
    const firstOrigin = addDays(FIRST_DAY, BEFORE_FIRST_ORIGIN_DAYS)
    for (let origin = firstOrigin; origin < addDays(LAST_DAY, -AHEAD_DAYS); origin = addDays(origin, STEP_DAYS)) {
      const own = rows.filter(({ date }) => date < origin && date >= addDays(origin, -OWN_DAYS))
      const past = [...kinds]
        .filter(([other]) => other !== kind)
        .map(([other, all]) => ({ other, rows: all.filter(({ date }) => date < origin) }))
        .toSorted((left, right) => likenessOf(own, right.rows) - likenessOf(own, left.rows))[0]
      if (past === undefined) return
      lenders.set(past.other, (lenders.get(past.other) ?? 0) + 1)
      const grid = gridOf(own)
      const days = datesBetween(origin, addDays(origin, AHEAD_DAYS))
      const came = gridOf(rows.filter(({ date }) => days.includes(date)))
      const alone = forecast(grid, days)
      const borrowed = forecast(borrowHistory(grid, gridOf(past.rows), createRandom(origin)), days)
      for (const [day, date] of came.dates.entries()) {
        const place = days.indexOf(date)
        const truth = came.offered.subarray(day * 24, (day + 1) * 24)
        if (truth.some(Number.isNaN)) continue
        const error = (counts: readonly number[]): number =>
          counts.reduce((sum, count, hour) => sum + Math.abs(count - (truth[hour] as number)), 0)
        const total = (counts: ArrayLike<number>): number => Array.from(counts).reduce((sum, count) => sum + count, 0)
        sums.came += total(truth)
        sums.own += error(alone[place] ?? [])
        sums.lent += error(borrowed[place] ?? [])
        sums.ownDay += Math.abs(total(alone[place] ?? []) - total(truth))
        sums.lentDay += Math.abs(total(borrowed[place] ?? []) - total(truth))
      }
      sums.origins++
    }
    const percent = (error: number): string => ((100 * error) / sums.came).toFixed(1)
    const from = [...lenders].map(([other, times]) => `${other} ${times}`).join(', ')
    console.log(
      `| ${kind} | ${from} | ${sums.origins} | ${percent(sums.own)} | ${percent(sums.lent)} | ${percent(sums.ownDay)} | ${percent(sums.lentDay)} |`,
    )
  }
}

function gridOf(rows: readonly IntervalRow[]): DayGrid {
  return buildDayGrid(rows, { intervalSeconds: HOUR_SECONDS })
}

function forecast(grid: DayGrid, days: readonly LocalDate[]): readonly (readonly number[])[] {
  const series = prepareSeries(grid, 'us', days)
  return forecastDays(series, learnQueue(series, { days: 30 })).map(({ offered }) => offered)
}
