import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { DayGrid } from '@pult/engine/forecast'
import { createRandom } from '@pult/engine/numeric'
import { addDays, datesBetween, dayNumber, isoWeekday, type LocalDate } from '@pult/engine/time'

import type { LongForecast, LongTotal } from '../cli/forecast-long.ts'
import { readSeriesFile } from '../cli/series-file.ts'
import { machine, option } from './open-pult.ts'

// `pult forecast long`, as if it were an earlier day: how good totals of days and of weeks are 4, 13, 26 and 52 weeks ahead, beside the same weekday of last year and the four-week average,
// from origins all through the history; and whether their 80 % bands hold 80 %. No public series here is long enough for 52 weeks: those
// are made up, with a season and a level that drifts by 15 % a year.

const WEEKS_AHEAD = [4, 13, 26, 52]
const FIRST_ORIGIN_DAYS = 120
const ORIGIN_STEP_DAYS = option('step-days', 14)
const WEEK_DAYS = 7
const MADE_QUEUES = option('queues', 6)
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

interface History {
  readonly name: string
  readonly path: string
  readonly calendar: string
  /** The first day that is forecast. */
  readonly firstOrigin: number
}

console.log(machine())
for (const { name, file, calendar } of files) {
  const path = join(shared, file)
  if (existsSync(path)) print(name, await score({ name, path, calendar, firstOrigin: FIRST_ORIGIN_DAYS }))
  else console.log(`No ${file} in ${shared}: skipped. Set PULT_SHARED to the folder that holds it.`)
}
const folder = mkdtempSync(join(tmpdir(), 'pult-long-'))
try {
  const made: Scored[] = []
  for (let seed = 0; seed < MADE_QUEUES; seed++) {
    const path = join(folder, `${seed}.csv`)
    writeFileSync(path, madeQueue(seed))
    made.push(...(await score({ name: `made up ${seed}`, path, calendar: 'ru', firstOrigin: 731 })))
  }
  print(`${MADE_QUEUES} made-up queues, three years, origins in the third`, made)
} finally {
  rmSync(folder, { recursive: true })
}

async function score(history: History): Promise<Scored[]> {
  return scoreHistory(history, await readSeriesFile(history.path, { intervalSeconds: 3600 }))
}

function scoreHistory({ name, path, calendar, firstOrigin }: History, grid: DayGrid): Scored[] {
  const scored: Scored[] = []
  for (let origin = firstOrigin; origin < grid.dates.length - 4 * WEEK_DAYS; origin += ORIGIN_STEP_DAYS) {
    const until = grid.dates[origin - 1] as LocalDate
    // From a Sunday on, weeks from Monday are seven days each.
    const known = origin - (isoWeekday(until) % WEEK_DAYS)
    process.stderr.write(`\r${name}: ${grid.dates[known - 1]}  `)
    scored.push(...scoreOrigin(grid, known, forecastLong(path, calendar, grid.dates[known - 1] as LocalDate)))
  }
  process.stderr.write('\n')
  return scored
}

/** What the command line says, having forgotten everything after a day. */
function forecastLong(path: string, calendar: string, until: LocalDate): LongForecast {
  const main = join(import.meta.dirname, '../cli/main.ts')
  const asked = [
    '--interval-seconds',
    '3600',
    '--calendar',
    calendar,
    '--weeks',
    '53',
    '--days',
    '60',
    '--until',
    until,
  ]
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [main, '--json', 'forecast', 'long', '--series', path, ...asked],
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  )
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as LongForecast
}

function scoreOrigin(grid: DayGrid, origin: number, forecast: LongForecast): Scored[] {
  const dayByDate = new Map(forecast.days.map((day) => [day.from, day]))
  return WEEKS_AHEAD.flatMap((weeksAhead) => {
    const first = origin + (weeksAhead - 1) * WEEK_DAYS
    const days = Array.from({ length: WEEK_DAYS }, (_, day) => first + day).filter(
      (day) => day < grid.dates.length && !Number.isNaN(totalOf(grid, day)),
    )
    const one = (picked: readonly number[], grain: 'day' | 'week', said: LongTotal | undefined): Scored[] => {
      if (said === undefined) return []
      const sum = (value: (day: number) => number): number => picked.reduce((all, day) => all + value(day), 0)
      const came = sum((day) => totalOf(grid, day))
      return [
        {
          weeksAhead,
          grain,
          came,
          pult: said.offered,
          average4w: sum((day) => averageOf(grid, origin, day)),
          lastYear: sum((day) => lastYearOf(grid, day)),
          isHeld: came >= said.p10 && came <= said.p90,
        },
      ]
    }
    const week = forecast.weeks.find(({ from }) => from === grid.dates[first])
    return [
      ...days.flatMap((day) => one([day], 'day', dayByDate.get(grid.dates[day] as LocalDate))),
      ...(days.length === WEEK_DAYS ? one(days, 'week', week) : []),
    ]
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

/** As a file of hours. */
function madeQueue(seed: number): string {
  const random = createRandom(`long ${seed}`)
  const from = '2023-01-02'
  const size = [2, 8, 20, 60][seed % 4] ?? 20
  let level = 0
  const rows = datesBetween(from, addDays(from, MADE_DAYS)).flatMap((date, day) => {
    level += (0.15 / Math.sqrt(365)) * random.normal()
    const season = 1 + 0.15 * Math.sin((day / 365.25) * 2 * Math.PI + seed)
    const busy = random.gamma(80, 1 / 80) * Math.exp(level) * season * (isoWeekday(date) >= 6 ? 0.6 : 1)
    return Array.from({ length: 24 }, (_, hour) => {
      const offered = random.poisson(size * busy * (1.05 - Math.cos((hour / 12) * Math.PI)))
      return `${date}T${String(hour).padStart(2, '0')}:00,${offered}`
    })
  })
  return ['start,offered', ...rows].join('\n')
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
