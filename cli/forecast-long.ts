import { Option, type Command } from 'commander'

import {
  drawJointTotals,
  forecastDays,
  learnQueue,
  prepareSeries,
  type DayGrid,
  type ForecastDay,
} from '@pult/engine/forecast'
import { createRandom } from '@pult/engine/numeric'
import { addDays, datesBetween, dayNumber, isoWeekday, type LocalDate } from '@pult/engine/time'

import { wholeNumber } from './engine-input.ts'
import { printJson, wantsJson } from './json-output.ts'
import { BadInput } from './failure.ts'
import { createProgressBar } from './progress-bar.ts'
import { readGrid, saidPlainly, withSeriesFlags, type SeriesFlags } from './series-flags.ts'

/** A total of what is to come, of one day or of a week from its Monday; the first and the last week may have fewer days. */
export interface LongTotal {
  readonly from: LocalDate
  readonly days: number
  readonly offered: number
  /** 80 % are expected between p10 and p90, 95 % between p025 and p975. */
  readonly p025: number
  readonly p10: number
  readonly p90: number
  readonly p975: number
  /** Where the series has handling times. */
  readonly workSeconds?: number
}

export interface LongForecast {
  readonly knownUntil: LocalDate
  readonly days: readonly LongTotal[]
  readonly weeks: readonly LongTotal[]
  readonly seconds: number
}

interface LongFlags extends SeriesFlags {
  readonly weeks: string
  readonly grain: 'day' | 'week'
  readonly until?: string
}

const DRAWS = 1000
/** Eighteen months, and so many tried days that all leads are learnt. */
const MOST_WEEKS = 80
const USUAL_DAYS = 100
/** A weekday on which nothing came for so long is closed. */
const OPEN_WITHIN_DAYS = 56
const FEWEST_DAYS = 4
const WEEK_DAYS = 7

/** `pult forecast long`: totals of days and weeks up to eighteen months ahead. */
export function registerLong(command: Command): void {
  const one = withSeriesFlags(
    command
      .command('long')
      .description('totals of days and weeks to come, up to eighteen months ahead, with their bands')
      .option('--weeks <count>', 'how many weeks ahead', '13')
      .addOption(new Option('--grain <grain>', 'what a printed line is').choices(['day', 'week']).default('week'))
      .option('--until <day>', 'forget what came after this day (YYYY-MM-DD), as if it were today'),
    'how many of the last open days methods and bands are tried on',
    USUAL_DAYS,
  )
  one.action(async (flags: LongFlags) => {
    const began = performance.now()
    const bar = createProgressBar(process.stderr)
    const weeks = wholeNumber(flags.weeks, '--weeks')
    if (weeks < 1 || weeks > MOST_WEEKS)
      throw new BadInput(`--weeks must be from 1 to ${MOST_WEEKS}, not ${flags.weeks}.`)
    const grid = await readGrid(flags, dayOf(flags.until))
    if (grid.dates.length < FEWEST_DAYS)
      throw new BadInput(`${flags.series} has ${grid.dates.length} open days: at least ${FEWEST_DAYS} are needed.`)
    const learning = {
      days: wholeNumber(flags.days, '--days'),
      progress: (share: number) => bar.show(share, 'days walked through'),
    }
    const made = saidPlainly(() => forecastLong(grid, flags.calendar, weeks, learning))
    bar.end()
    const reply: LongForecast = { ...made, seconds: (performance.now() - began) / 1000 }
    if (wantsJson(one)) printJson(reply)
    else printLong(reply, flags.grain)
  })
}

function dayOf(text: string | undefined): LocalDate | undefined {
  if (text !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(text))
    throw new BadInput(`--until must be a day as 2026-03-31, not "${text}".`)
  if (text !== undefined) saidPlainly(() => dayNumber(text), '--until: ')
  return text
}

interface Learning {
  readonly days: number
  readonly progress: (share: number) => void
}

function forecastLong(
  grid: DayGrid,
  calendar: string,
  weeks: number,
  learning: Learning,
): Omit<LongForecast, 'seconds'> {
  const knownUntil = grid.dates.at(-1) as LocalDate
  const open = openWeekdays(grid)
  const first = addDays(knownUntil, 1)
  const toCome = datesBetween(first, addDays(first, weeks * WEEK_DAYS)).filter((day) => open.has(isoWeekday(day)))
  const series = prepareSeries(grid, calendar, toCome)
  const model = learnQueue(series, learning)
  const days = forecastDays(series, model)
  const futures = drawJointTotals(series, days, model, createRandom(first), DRAWS)
  const hasWork = grid.ahtSeconds.some((value) => !Number.isNaN(value))
  const drawn = days.map((day, place) => ({ day, totals: futures[place] as Float64Array }))
  const byWeek = Map.groupBy(drawn, ({ day }) => addDays(day.date, 1 - isoWeekday(day.date)))
  return {
    knownUntil,
    days: drawn.map((one) => totalOf(one.day.date, [one], hasWork)),
    weeks: [...byWeek].map(([monday, members]) => totalOf(monday, members, hasWork)),
  }
}

/** Weekdays on which something came lately. */
function openWeekdays({ dates, weekdays, offered, slotSeconds }: DayGrid): ReadonlySet<number> {
  const slots = slotSeconds.length
  const last = dayNumber(dates.at(-1) as LocalDate)
  const lately = [...dates.keys()].filter((day) => last - dayNumber(dates[day] as LocalDate) < OPEN_WITHIN_DAYS)
  const busy = lately.filter((day) => offered.subarray(day * slots, (day + 1) * slots).some((count) => count > 0))
  return new Set((busy.length === 0 ? lately : busy).map((day) => weekdays[day] as number))
}

interface DrawnDay {
  readonly day: ForecastDay
  readonly totals: Float64Array
}

function totalOf(from: LocalDate, members: readonly DrawnDay[], hasWork: boolean): LongTotal {
  const sums = Float64Array.from({ length: DRAWS }, (_, draw) =>
    members.reduce((sum, { totals }) => sum + (totals[draw] as number), 0),
  ).toSorted()
  const at = (share: number): number => sums[Math.floor(DRAWS * share)] as number
  const total = (value: (day: ForecastDay) => number): number => members.reduce((sum, { day }) => sum + value(day), 0)
  return {
    from,
    days: members.length,
    offered: total(({ offeredTotal }) => offeredTotal),
    p025: at(0.025),
    p10: at(0.1),
    p90: at(0.9),
    p975: at(0.975),
    ...(hasWork ? { workSeconds: total(({ workSeconds }) => workSeconds) } : {}),
  }
}

function printLong({ knownUntil, days, weeks, seconds }: LongForecast, grain: 'day' | 'week'): void {
  console.log(`From what is known up to ${knownUntil} (${seconds.toFixed(1)} s).`)
  console.log(
    `  ${grain === 'day' ? 'day       ' : 'week from '}  days  expected    80 % between          95 % between`,
  )
  const count = (value: number): string => value.toFixed(0).padStart(9)
  for (const { from, days: open, offered, p025, p10, p90, p975 } of grain === 'day' ? days : weeks)
    console.log(
      `  ${from}  ${String(open).padStart(4)} ${count(offered)} ${count(p10)} –${count(p90)} ${count(p025)} –${count(p975)}`,
    )
}
