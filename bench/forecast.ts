import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

import {
  buildDayGrid,
  drawJointTotals,
  forecastDays,
  learnQueue,
  prepareSeries,
  type Backtest,
  type DayGrid,
  type IntervalRow,
  type QueueModel,
} from '@pult/engine/forecast'
import { createRandom } from '@pult/engine/numeric'
import { addDays, datesBetween, isoWeekday } from '@pult/engine/time'

import { machine, megabytes, option, quantile } from './open-pult.ts'

// How good the forecasts are on real series, beside plain methods in the same run, and how fast they are made. The accuracy is what
// the command line prints: `pult forecast backtest` and `pult forecast intraday` on the same files.

const QUEUES = option('queues', 200)
const YEARS_DAYS = 730
const EIGHT_WEEKS_DAYS = 56
const RUNS = 9
const HOURS = Array.from({ length: 13 }, (_, hour) => `${String(9 + hour).padStart(2, '0')}:00`)
/** Futures that bands of days and weeks are read off, as in a forecast of the product. */
const DRAWS = 400

interface Case {
  readonly name: string
  readonly arguments: readonly string[]
  readonly days: number
  /** What the figures are to stay under, by lead. */
  readonly wapeAtMost?: Readonly<Record<number, number>>
}

const shared = process.env['PULT_SHARED'] ?? join(import.meta.dirname, '../../shared')
const technion = join(shared, 'data/technion/series_6min.csv.gz')
const montgomery = join(shared, 'data/montgomery_911/series_30min.csv.gz')
const WEEK = ['--weekdays', 'sun-thu', '--hours', '07:00-24:00', '--exclude-below-median', '0.5']
const cases: readonly Case[] = [
  {
    name: 'Technion, regular days, last 60',
    arguments: ['--series', technion, ...WEEK],
    days: 60,
    wapeAtMost: { 1: 0.173, 5: 0.191, 10: 0.196 },
  },
  { name: 'Technion, regular days, all after the first 120', arguments: ['--series', technion, ...WEEK], days: 129 },
  { name: 'Technion, all weekdays and hours, after the first 120', arguments: ['--series', technion], days: 245 },
  {
    name: 'Technion, all weekdays and hours, with Israel’s calendar',
    arguments: ['--series', technion, '--calendar', 'il'],
    days: 245,
  },
  { name: 'Montgomery, all days after the first 120', arguments: ['--series', montgomery], days: 191 },
]

if (isMainThread) {
  console.log(machine())
  if (existsSync(technion)) for (const one of cases) printCase(one)
  else
    console.log(`No series in ${shared}: the accuracy part is skipped. Set PULT_SHARED to the folder that holds them.`)
  measureOneQueue()
  await measureManyQueues()
} else {
  parentPort?.postMessage(forecastShare(workerData as { readonly from: number; readonly to: number }))
}

function printCase({ name, arguments: given, days, wapeAtMost }: Case): void {
  const result = pult<Backtest & { seconds: number }>('backtest', [...given, '--days', String(days)])
  console.log(`\n${name}: ${result.from} to ${result.to}, ${result.seconds.toFixed(1)} s`)
  console.log('| lead | method | WAPE % | bias % | day total % | RMSE | 80 % held | 95 % held |')
  console.log('|---|---|--:|--:|--:|--:|--:|--:|')
  for (const lead of result.leads) {
    const most = wapeAtMost?.[lead.leadDays]
    const goal = most === undefined ? '' : ` (at most ${percent(most)})`
    console.log(
      `| ${lead.leadDays} | Pult | ${percent(lead.wape)}${goal} | ${percent(lead.bias)} | ${percent(lead.dayWape)} | ${lead.rmse.toFixed(2)} | ${percent(lead.coverage80)} | ${percent(lead.coverage95)} |`,
    )
    for (const [method, rows] of Object.entries(result.baselines)) {
      const row = rows.find(({ leadDays }) => leadDays === lead.leadDays)
      if (row === undefined) continue
      console.log(
        `| ${lead.leadDays} | ${method} | ${percent(row.wape)} | ${percent(row.bias)} | ${percent(row.dayWape)} | ${row.rmse.toFixed(2)} | | |`,
      )
    }
  }
  const { at } = pult<{ at: { time: string; wapeNoUpdate: number; wapeUpdated: number }[] }>('intraday', [
    ...given,
    '--days',
    String(days),
    '--at',
    HOURS.join(','),
  ])
  console.log('rest of the day, WAPE %, no update → updated:')
  console.log(
    `  ${at.map((one) => `${one.time} ${percent(one.wapeNoUpdate)} → ${percent(one.wapeUpdated)}`).join(' · ')}`,
  )
}

function pult<Reply>(command: string, given: readonly string[]): Reply {
  const main = join(import.meta.dirname, '../cli/main.ts')
  const { stdout, stderr, status } = spawnSync(process.execPath, [main, '--json', 'forecast', command, ...given], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Reply
}

function percent(share: number): string {
  return (100 * share).toFixed(2)
}

/** Two years at half an hour around the clock, with weekdays, a season, busy days and a trend. */
function madeQueue(seed: number): DayGrid {
  const random = createRandom(seed)
  const size = 5 + random.uniform() * 60
  const from = '2024-11-01'
  const rows: IntervalRow[] = datesBetween(from, addDays(from, YEARS_DAYS)).flatMap((date, day) => {
    const busy = random.gamma(60, 1 / 60) * (isoWeekday(date) >= 6 ? 0.6 : 1) * (1 + 0.2 * Math.sin(day / 58))
    return Array.from({ length: 48 }, (_, slot) => ({
      date,
      secondOfDay: slot * 1800,
      offered: random.poisson(size * busy * (1.05 - Math.cos((slot / 24) * Math.PI))),
      ahtSeconds: 240 * random.gamma(80, 1 / 80),
    }))
  })
  return buildDayGrid(rows, { intervalSeconds: 1800 })
}

function forecastQueue(grid: DayGrid, model: QueueModel): number {
  const last = grid.dates.at(-1) as string
  const series = prepareSeries(grid, 'ru', datesBetween(addDays(last, 1), addDays(last, 1 + EIGHT_WEEKS_DAYS)))
  const days = forecastDays(series, model)
  const futures = drawJointTotals(series, days, model, createRandom(last), DRAWS)
  return days.reduce((sum, { workSeconds }, day) => sum + workSeconds + (futures[day]?.[0] ?? 0), 0)
}

function measureOneQueue(): void {
  const grid = madeQueue(1)
  const began = performance.now()
  const model = learnQueue(prepareSeries(grid, 'ru'))
  const learnt = performance.now() - began
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    forecastQueue(grid, model)
    return performance.now() - start
  })
  console.log('\nOne queue, two years at 30 minutes')
  console.log(
    `  refit with stored weights and eight weeks ahead: median ${quantile(times, 0.5).toFixed(0)} ms, first ${times[0]?.toFixed(0)} ms (at most 1000)`,
  )
  console.log(`  weekly renewal of weights and bands, 100 origins × 6 leads: ${(learnt / 1000).toFixed(1)} s`)
}

async function measureManyQueues(): Promise<void> {
  const half = Math.floor(QUEUES / 2)
  const shares = [
    { from: 0, to: half },
    { from: half, to: QUEUES },
  ]
  const seconds = await Promise.all(
    shares.map(
      async (share) =>
        new Promise<number>((resolve, reject) => {
          // Short leashes: a worker that may grow does, long before it must.
          const worker = new Worker(new URL(import.meta.url), {
            workerData: share,
            resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 },
          })
          worker.once('message', resolve)
          worker.once('error', reject)
        }),
    ),
  )
  console.log(
    `${QUEUES} queues in two workers: ${Math.max(...seconds).toFixed(1)} s (at most 60), memory at its peak ${megabytes(1024 * process.resourceUsage().maxRSS)} (at most 1024 MB)`,
  )
}

/** Seconds for a worker's share; making up the histories is not counted. */
function forecastShare({ from, to }: { readonly from: number; readonly to: number }): number {
  const model = learnQueue(prepareSeries(madeQueue(0), 'ru'), { days: 20 })
  let milliseconds = 0
  for (let seed = from; seed < to; seed++) {
    const grid = madeQueue(seed)
    const began = performance.now()
    forecastQueue(grid, model)
    milliseconds += performance.now() - began
  }
  return milliseconds / 1000
}
