import { existsSync } from 'node:fs'
import { join } from 'node:path'

import {
  buildDayGrid,
  drawJointTotals,
  forecastDays,
  learnQueue,
  prepareSeries,
  type DayGrid,
  type IntervalRow,
  type QueueModel,
} from '@pult/engine/forecast'
import { createRandom } from '@pult/engine/numeric'
import { addDays, datesBetween, dayNumber, isoWeekday, type LocalDate } from '@pult/engine/time'

import { readSeriesFile } from '../cli/series-file.ts'
import { machine } from './open-pult.ts'

// How good totals of days and of weeks are 4, 13, 26 and 52 weeks ahead, beside the same weekday of last year and the four-week average,
// from origins all through the history; and whether their 80 % bands hold 80 %. No public series here is long enough for 52 weeks: those
// are made up, with a season and a level that drifts by 15 % a year.

const WEEKS_AHEAD = [4, 13, 26, 52]
const FIRST_ORIGIN_DAYS = 120
const ORIGIN_STEP_DAYS = 14
const LEARN_EVERY_DAYS = 84
const DRAWS = 400
const WEEK_DAYS = 7
const MADE_QUEUES = 6
const MADE_DAYS = 1096

interface Scored {
  readonly weeksAhead: number
  readonly grain: 'day' | 'week'
  readonly came: number
  readonly pult: number
  readonly average4w: number
  /** NaN where last year is not known. */
  readonly lastYear: number
  readonly isHeld: boolean
}

const shared = process.env['PULT_SHARED'] ?? join(import.meta.dirname, '../../shared')
const files = [
  { name: 'Technion 1999, all days', file: 'data/technion/series_6min.csv.gz', calendar: 'none' },
  { name: 'Montgomery 2015–2016', file: 'data/montgomery_911/series_30min.csv.gz', calendar: 'us' },
]

console.log(machine())
for (const { name, file, calendar } of files) {
  const path = join(shared, file)
  if (!existsSync(path)) {
    console.log(`No ${file} in ${shared}: skipped. Set PULT_SHARED to the folder that holds it.`)
    continue
  }
  print(name, scoreHistory(await readSeriesFile(path, { intervalSeconds: 3600 }), calendar, FIRST_ORIGIN_DAYS))
}
const made = Array.from({ length: MADE_QUEUES }, (_, seed) => scoreHistory(madeQueue(seed), 'ru', 731)).flat()
print(`${MADE_QUEUES} made-up queues, three years, origins in the third`, made)

function scoreHistory(grid: DayGrid, calendar: string, firstOrigin: number): Scored[] {
  const scored: Scored[] = []
  let model: QueueModel | null = null
  let learntAt = 0
  for (let origin = firstOrigin; origin < grid.dates.length - 4 * WEEK_DAYS; origin += ORIGIN_STEP_DAYS) {
    const past = firstDays(grid, origin)
    const series = prepareSeries(past, calendar, grid.dates.slice(origin, origin + 53 * WEEK_DAYS))
    if (model === null || origin - learntAt >= LEARN_EVERY_DAYS) {
      model = learnQueue(series, { days: 60 })
      learntAt = origin
    }
    scored.push(...scoreOrigin(grid, origin, forecastTotals(series, model)))
  }
  return scored
}

interface Forecast {
  readonly totals: readonly number[]
  readonly futures: readonly Float64Array[]
}

function forecastTotals(series: ReturnType<typeof prepareSeries>, model: QueueModel): Forecast {
  const days = forecastDays(series, model)
  const futures = drawJointTotals(series, days, model, createRandom(days[0]?.date ?? ''), DRAWS)
  return { totals: days.map(({ offeredTotal }) => offeredTotal), futures }
}

function scoreOrigin(grid: DayGrid, origin: number, { totals, futures }: Forecast): Scored[] {
  return WEEKS_AHEAD.flatMap((weeksAhead) => {
    const first = (weeksAhead - 1) * WEEK_DAYS
    const days = Array.from({ length: WEEK_DAYS }, (_, day) => first + day).filter(
      (day) => origin + day < grid.dates.length && !Number.isNaN(totalOf(grid, origin + day)),
    )
    const one = (picked: readonly number[], grain: 'day' | 'week'): Scored => {
      const sum = (value: (day: number) => number): number => picked.reduce((all, day) => all + value(day), 0)
      const drawn = Float64Array.from({ length: DRAWS }, (_, draw) =>
        sum((day) => futures[day]?.[draw] ?? 0),
      ).toSorted()
      const came = sum((day) => totalOf(grid, origin + day))
      return {
        weeksAhead,
        grain,
        came,
        pult: sum((day) => totals[day] ?? 0),
        average4w: sum((day) => averageOf(grid, origin, origin + day)),
        lastYear: sum((day) => lastYearOf(grid, origin + day)),
        isHeld: came >= (drawn[DRAWS / 10] ?? 0) && came <= (drawn[DRAWS * 0.9] ?? 0),
      }
    }
    return [...days.map((day) => one([day], 'day')), ...(days.length === WEEK_DAYS ? [one(days, 'week')] : [])]
  })
}

/** NaN for a day with holes. */
function totalOf({ slotSeconds, offered }: DayGrid, day: number): number {
  const slots = slotSeconds.length
  return offered.subarray(day * slots, (day + 1) * slots).reduce((sum, value) => sum + value, 0)
}

function averageOf(grid: DayGrid, origin: number, day: number): number {
  const same = Array.from({ length: 60 }, (_, back) => origin - 1 - back).filter(
    (one) => one >= 0 && grid.weekdays[one] === grid.weekdays[day] && !Number.isNaN(totalOf(grid, one)),
  )
  const last = same.slice(0, 4)
  return last.reduce((sum, one) => sum + totalOf(grid, one), 0) / last.length
}

function lastYearOf(grid: DayGrid, day: number): number {
  const wanted = dayNumber(grid.dates[day] as LocalDate) - 52 * WEEK_DAYS
  const place = day - (dayNumber(grid.dates[day] as LocalDate) - wanted)
  return place >= 0 && dayNumber(grid.dates[place] as LocalDate) === wanted ? totalOf(grid, place) : Number.NaN
}

function firstDays(grid: DayGrid, count: number): DayGrid {
  const cells = count * grid.slotSeconds.length
  return {
    ...grid,
    dates: grid.dates.slice(0, count),
    weekdays: grid.weekdays.subarray(0, count),
    offered: grid.offered.subarray(0, cells),
    ahtSeconds: grid.ahtSeconds.subarray(0, cells),
    handled: grid.handled.subarray(0, cells),
  }
}

function madeQueue(seed: number): DayGrid {
  const random = createRandom(`long ${seed}`)
  const from = '2023-01-02'
  const size = [2, 8, 20, 60][seed % 4] ?? 20
  let level = 0
  const rows: IntervalRow[] = datesBetween(from, addDays(from, MADE_DAYS)).flatMap((date, day) => {
    level += (0.15 / Math.sqrt(365)) * random.normal()
    const season = 1 + 0.15 * Math.sin((day / 365.25) * 2 * Math.PI + seed)
    const busy = random.gamma(80, 1 / 80) * Math.exp(level) * season * (isoWeekday(date) >= 6 ? 0.6 : 1)
    return Array.from({ length: 24 }, (_, hour) => ({
      date,
      secondOfDay: hour * 3600,
      offered: random.poisson(size * busy * (1.05 - Math.cos((hour / 12) * Math.PI))),
    }))
  })
  return buildDayGrid(rows, { intervalSeconds: 3600 })
}

function print(name: string, scored: readonly Scored[]): void {
  console.log(`\n${name}`)
  console.log(
    '| weeks ahead | of | count | WAPE % | bias % | four-week average | same weekday last year | 80 % band held |',
  )
  console.log('|--:|---|--:|--:|--:|--:|--:|--:|')
  const percent = (share: number): string => (Number.isFinite(share) ? (100 * share).toFixed(1) : '–')
  for (const grain of ['day', 'week'] as const)
    for (const weeksAhead of WEEKS_AHEAD) {
      const rows = scored.filter((one) => one.grain === grain && one.weeksAhead === weeksAhead)
      if (rows.length === 0) continue
      const wape = (pick: (one: Scored) => number, of = rows): number =>
        of.reduce((sum, one) => sum + Math.abs(pick(one) - one.came), 0) / of.reduce((sum, { came }) => sum + came, 0)
      const came = rows.reduce((sum, one) => sum + one.came, 0)
      const bias = rows.reduce((sum, one) => sum + one.pult, 0) / came - 1
      const withYear = rows.filter(({ lastYear }) => !Number.isNaN(lastYear))
      const held = rows.filter(({ isHeld }) => isHeld).length / rows.length
      console.log(
        `| ${weeksAhead} | ${grain} | ${rows.length} | ${percent(wape(({ pult }) => pult))} | ${percent(bias)} | ${percent(wape(({ average4w }) => average4w))} | ${percent(wape(({ lastYear }) => lastYear, withYear))} | ${percent(held)} |`,
      )
    }
}
