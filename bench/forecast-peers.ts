import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { backtest, defaultMembers, prepareSeries, type DayGrid, type History, type Member } from '@pult/engine/forecast'
import { addDays, isoWeekday } from '@pult/engine/time'
import { optimizer } from '@bsull/augurs-prophet-wasmstan'
import initMstl, { MSTL } from '@bsull/augurs/mstl'
import initProphet, { Prophet } from '@bsull/augurs/prophet'

import { readSeriesFile } from '../cli/series-file.ts'
import { machine, option } from './open-pult.ts'

// Pult beside the decomposition (MSTL with exponential smoothing) and the Prophet model of @bsull/augurs: the same days, the same origins,
// nothing of a day before its origin. The peers learn from the last `--window` days, are fitted anew at each origin, with their defaults.

const WINDOW_DAYS = option('window', 120)
/** One fit answers all leads of an origin, up to so many days ahead. */
const FARTHEST_DAYS = 45
const INTERVAL_SECONDS = 1800
const shared = process.env['PULT_SHARED'] ?? join(import.meta.dirname, '../../shared')
const cases = [
  {
    name: 'Technion, regular days, last 60',
    file: 'data/technion/series_6min.csv.gz',
    days: 60,
    options: { weekdays: [7, 1, 2, 3, 4], hours: ['07:00', '24:00'] as const, excludeBelowMedian: 0.5 },
  },
  {
    name: 'Technion, regular days, all after the first 120',
    file: 'data/technion/series_6min.csv.gz',
    days: 129,
    options: { weekdays: [7, 1, 2, 3, 4], hours: ['07:00', '24:00'] as const, excludeBelowMedian: 0.5 },
  },
  {
    name: 'Montgomery, all after the first 120',
    file: 'data/montgomery_911/series_30min.csv.gz',
    days: 191,
    options: {},
  },
  { name: 'Montgomery, last 60', file: 'data/montgomery_911/series_30min.csv.gz', days: 60, options: {} },
]

await initMstl({ module_or_path: wasm('mstl') })
await initProphet({ module_or_path: wasm('prophet') })
console.log(machine())
const ONLY = option('only', -1)
/** Prophet takes minutes where the others take seconds: `--prophet 0` leaves it out. */
const WITH_PROPHET = option('prophet', 1) === 1
for (const [place, one] of cases.entries()) {
  if (ONLY >= 0 && place !== ONLY) continue
  const file = join(shared, one.file)
  if (!existsSync(file)) {
    console.log(`Left out: there is no ${file}.`)
    continue
  }
  const grid = await readSeriesFile(file, { intervalSeconds: INTERVAL_SECONDS, ...one.options })
  const series = prepareSeries(grid, 'none')
  const peers = [timed(mstlMember(grid)), ...(WITH_PROPHET ? [timed(prophetMember(grid))] : [])]
  const began = performance.now()
  const result = backtest(series, { leads: [1, 5, 10], days: one.days, baselines: peers.map(({ member }) => member) })
  const peerSeconds = peers.map(({ seconds }) => seconds())
  const own = (performance.now() - began) / 1000 - peerSeconds.reduce((sum, seconds) => sum + seconds, 0)
  console.log(`\n${one.name}: ${result.from} to ${result.to}; Pult ${own.toFixed(1)} s`)
  for (const [place, { member }] of peers.entries())
    console.log(`  ${member.name}: ${peerSeconds[place]?.toFixed(1)} s`)
  // Whether MSTL pays as one more member, its weight learnt as all others' are.
  const joined = backtest(series, {
    leads: [1, 5, 10],
    days: one.days,
    members: [...defaultMembers(), mstlMember(grid)],
    baselines: [],
  })
  console.log('| lead | method | WAPE % | bias % | day total % | RMSE |\n|---|---|--:|--:|--:|--:|')
  for (const lead of result.leads) {
    tell('Pult', lead)
    for (const row of joined.leads) if (row.leadDays === lead.leadDays) tell('Pult with MSTL as a member', row)
    for (const [name, rows] of Object.entries(result.baselines))
      for (const row of rows) if (row.leadDays === lead.leadDays) tell(name, row)
  }
}

function tell(name: string, row: Readonly<Record<'leadDays' | 'wape' | 'bias' | 'dayWape' | 'rmse', number>>): void {
  const [wape, bias, dayWape] = [row.wape, row.bias, row.dayWape].map((share) => (100 * share).toFixed(2))
  console.log(`| ${row.leadDays} | ${name} | ${wape} | ${bias} | ${dayWape} | ${row.rmse.toFixed(2)} |`)
}

/** The library fetches its WebAssembly by a file: URL, which Node refuses: it is handed over instead. */
function wasm(part: string): BufferSource {
  return readFileSync(fileURLToPath(new URL(`${part}_bg.wasm`, import.meta.resolve(`@bsull/augurs/${part}`))))
}

function timed(member: Member): { readonly member: Member; readonly seconds: () => number } {
  let milliseconds = 0
  const forecast: Member['forecast'] = (history, target) => {
    const began = performance.now()
    const made = member.forecast(history, target)
    milliseconds += performance.now() - began
    return made
  }
  return { member: { name: member.name, forecast }, seconds: () => milliseconds / 1000 }
}

/** Half-hours one after the other; a day or an interval left out is filled with its weekday's last known, for MSTL takes no gaps. */
function mstlMember(grid: DayGrid): Member {
  const open = new Set(grid.weekdays)
  const slots = grid.slotSeconds.length
  return remembered('augurs MSTL + ETS', grid, (history) => {
    const [first, last] = lastDates(grid, history)
    const places = new Map(grid.dates.slice(0, history.days).map((date, day) => [date, day]))
    const latest = new Map<number, Float64Array>()
    const values: number[] = []
    for (let date = first; date <= last; date = addDays(date, 1)) {
      const weekday = isoWeekday(date)
      if (!open.has(weekday)) continue
      const day = places.get(date)
      const known = latest.get(weekday) ?? new Float64Array(slots)
      const filled = Float64Array.from({ length: slots }, (_, slot) => {
        const seen = day === undefined ? Number.NaN : (history.offered[day * slots + slot] as number)
        return Number.isNaN(seen) ? (known[slot] as number) : seen
      })
      latest.set(weekday, filled)
      values.push(...filled)
    }
    // Two weeks are the least that it takes apart; before, the same weekday stands in.
    if (values.length <= 2 * slots * open.size)
      return (date) => [...(latest.get(isoWeekday(date)) ?? new Float64Array(slots))].map((value) => value || 0)
    const model = MSTL.ets([slots, slots * open.size])
    model.fit(values)
    const { point } = model.predict(FARTHEST_DAYS * slots)
    model.free()
    return (date) => {
      let ahead = 0
      for (let between = addDays(last, 1); between < date; between = addDays(between, 1))
        if (open.has(isoWeekday(between))) ahead += 1
      return point.slice(ahead * slots, (ahead + 1) * slots)
    }
  })
}

function prophetMember(grid: DayGrid): Member {
  const slots = grid.slotSeconds.length
  let model: Prophet | null = null
  let failed = 0
  const secondsOf = (date: string): number[] =>
    [...grid.slotSeconds].map((slot) => Date.parse(`${date}T00:00:00Z`) / 1000 + slot)
  return remembered('augurs Prophet', grid, (history) => {
    const from = Math.max(0, history.days - WINDOW_DAYS)
    const ds = grid.dates.slice(from, history.days).flatMap(secondsOf)
    const y = [...history.offered.subarray(from * slots)]
    const known = (_: unknown, place: number): boolean => !Number.isNaN(y[place])
    const made = fitProphet(ds.filter(known), y.filter(known))
    if (made === null) failed += 1
    // As who fits it every night would: with the last that came through.
    model = made ?? model
    if (model === null) throw new Error('Prophet did not come through its first fit.')
    if (made === null) console.log(`  Prophet: fit ${failed} that did not come through, the last one stands in`)
    const fitted = model
    return (date) => fitted.predict({ ds: secondsOf(date) }).yhat.point
  })
}

/** Null where its optimiser breaks down. */
function fitProphet(ds: number[], y: number[]): Prophet | null {
  try {
    const model = new Prophet({
      optimizer,
      uncertaintySamples: 0,
      yearlySeasonality: { type: 'manual', enabled: false },
    })
    model.fit({ ds, y })
    return model
  } catch {
    return null
  }
}

function lastDates(grid: DayGrid, history: History): [first: string, last: string] {
  return [grid.dates[Math.max(0, history.days - WINDOW_DAYS)] as string, grid.dates[history.days - 1] as string]
}

function remembered(
  name: string,
  grid: DayGrid,
  fit: (history: History) => (date: string) => readonly number[],
): Member {
  const fits = new Map<number, (date: string) => readonly number[]>()
  return {
    name,
    forecast: (history, { leadDays }) => {
      const fitted = fits.get(history.days) ?? fit(history)
      fits.set(history.days, fitted)
      return Float64Array.from(fitted(grid.dates[history.days - 1 + leadDays] as string), (value) => Math.max(0, value))
    },
  }
}
