import type { Command } from 'commander'

import {
  backtest,
  backtestIntraday,
  clock,
  prepareSeries,
  type Backtest,
  type IntradayBacktest,
} from '@pult/engine/forecast'
import { calendarsById, minutesOfDay } from '@pult/engine/time'

import { printJson, wantsJson, wholeNumber } from './client-options.ts'
import { BadInput } from './failure.ts'
import { createProgressBar } from './progress-bar.ts'
import { readSeriesFile } from './series-file.ts'

interface SeriesFlags {
  readonly series: string
  readonly intervalSeconds: string
  readonly days: string
  readonly timeZone?: string
  readonly calendar: string
  readonly weekdays?: string
  readonly hours?: string
  readonly excludeBelowMedian?: string
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** `pult forecast backtest` and `pult forecast intraday`: how good the forecasts would have been. They need no server. */
export function registerForecast(program: Command): void {
  const command = program.command('forecast').description('forecasts tried on a history: backtest, intraday')
  registerBacktest(command)
  registerIntraday(command)
}

function registerBacktest(command: Command): void {
  const one = withSeriesFlags(
    command
      .command('backtest')
      .description('forecasts each of the last days from what was known before, beside plain methods')
      .option('--leads <days>', 'how many open days ahead, with commas', '1,5,10'),
  )
  one.action(async (flags: SeriesFlags & { readonly leads: string }) => {
    const began = performance.now()
    const bar = createProgressBar(process.stderr)
    const series = await readPrepared(flags)
    const leads = flags.leads.split(',').map((lead) => wholeNumber(lead.trim(), '--leads'))
    const result = saidPlainly(() =>
      backtest(series, {
        leads: [...new Set(leads)],
        days: wholeNumber(flags.days, '--days'),
        progress: (share) => bar.show(share, 'days walked through'),
      }),
    )
    bar.end()
    const reply = { ...result, seconds: (performance.now() - began) / 1000 }
    if (wantsJson(one)) printJson(reply)
    else printBacktest(reply)
  })
}

function registerIntraday(command: Command): void {
  const one = withSeriesFlags(
    command
      .command('intraday')
      .description('how much the rest of a day is known better once its first hours have come')
      .option('--at <times>', 'when the forecast is renewed, with commas', '10:00,12:00'),
  )
  one.action(async (flags: SeriesFlags & { readonly at: string }) => {
    const began = performance.now()
    const bar = createProgressBar(process.stderr)
    const series = await readPrepared(flags)
    const times = flags.at.split(',').map((time) => time.trim())
    const atSeconds = times.map((time) => saidPlainly(() => minutesOfDay(time) * 60, '--at: '))
    const result = saidPlainly(() =>
      backtestIntraday(series, {
        atSeconds,
        days: wholeNumber(flags.days, '--days'),
        progress: (share) => bar.show(share, 'days walked through'),
      }),
    )
    bar.end()
    const at = result.at.map(({ atSecond, ...figures }) => ({ time: clock(atSecond), ...figures }))
    const reply = { ...result, at, seconds: (performance.now() - began) / 1000 }
    if (wantsJson(one)) printJson(reply)
    else printIntraday(result)
  })
}

function withSeriesFlags(command: Command): Command {
  return command
    .requiredOption(
      '--series <file>',
      'start,offered[,ahtSeconds] in local time, .csv or .csv.gz; a row that is not there is missing, not zero',
    )
    .option('--interval-seconds <seconds>', 'length of an interval', '1800')
    .option('--days <count>', 'how many of the last open days are scored', '64')
    .option('--time-zone <zone>', 'zone of the times, so that autumn’s doubled hour is understood')
    .option('--calendar <id>', `public holidays: ${Object.keys(calendarsById).join(', ')}`, 'none')
    .option('--weekdays <days>', 'mon-fri, sun-thu, or a list: mon,wed,sat')
    .option('--hours <from-to>', '07:00-24:00')
    .option(
      '--exclude-below-median <share>',
      'leave out days whose total is under this share of the median of their weekday',
    )
}

async function readPrepared(flags: SeriesFlags) {
  const { calendar, timeZone, weekdays, hours, excludeBelowMedian } = flags
  if (calendarsById[calendar] === undefined)
    throw new BadInput(`--calendar must be one of ${Object.keys(calendarsById).join(', ')}, not "${calendar}".`)
  const grid = await saidPlainlyLater(
    readSeriesFile(flags.series, {
      intervalSeconds: wholeNumber(flags.intervalSeconds, '--interval-seconds'),
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(weekdays === undefined ? {} : { weekdays: weekdaysOf(weekdays) }),
      ...(hours === undefined ? {} : { hours: hoursOf(hours) }),
      ...(excludeBelowMedian === undefined ? {} : { excludeBelowMedian: shareOf(excludeBelowMedian) }),
    }),
  )
  return prepareSeries(grid, calendar)
}

/** ISO weekdays of `sun-thu` or `mon,wed`. */
function weekdaysOf(text: string): number[] {
  const numberOf = (word: string): number => {
    const place = WEEKDAYS.indexOf(word.trim().toLowerCase().slice(0, 3))
    if (place < 0) throw new BadInput(`--weekdays: "${word}" is none of ${WEEKDAYS.join(', ')}.`)
    return place
  }
  return text.split(',').flatMap((part) => {
    const [from, to = from] = part.split('-').map(numberOf) as [number, number?]
    return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, step) => ((from + step) % 7) + 1)
  })
}

function hoursOf(text: string): [string, string] {
  const [from, to, ...rest] = text.split('-').map((part) => part.trim())
  if (from === undefined || to === undefined || rest.length > 0)
    throw new BadInput(`--hours must be two times as 07:00-24:00, not "${text}".`)
  saidPlainly(() => [minutesOfDay(from), minutesOfDay(to)], '--hours: ')
  return [from, to]
}

function shareOf(text: string): number {
  const value = Number(text)
  if (!(value >= 0 && value < 1))
    throw new BadInput(`--exclude-below-median must be a share from 0 to 1, not "${text}".`)
  return value
}

/** What the engine refuses is bad input here. */
function saidPlainly<Result>(act: () => Result, prefix = ''): Result {
  try {
    return act()
  } catch (error) {
    if (error instanceof RangeError) throw new BadInput(`${prefix}${error.message}.`)
    throw error
  }
}

async function saidPlainlyLater<Result>(promise: Promise<Result>): Promise<Result> {
  return promise.catch((error: unknown) => {
    if (error instanceof RangeError) throw new BadInput(`${error.message}.`)
    throw error
  })
}

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`.padStart(9)

function printBacktest({
  leads,
  baselines,
  from,
  to,
  doubtedIntervals,
  seconds,
}: Backtest & { seconds: number }): void {
  console.log(`Each open day from ${from} to ${to} forecast from the days before its origin (${seconds.toFixed(1)} s).`)
  for (const lead of leads) {
    console.log(`\n${lead.leadDays} open days ahead, ${lead.days} days, ${lead.intervals} intervals`)
    console.log(`  ${''.padEnd(22)}     WAPE      bias  day total   RMSE`)
    printRow(lead.model === 'blend' ? 'Pult' : `Pult (${lead.model})`, lead)
    for (const [name, rows] of Object.entries(baselines)) {
      const row = rows.find(({ leadDays }) => leadDays === lead.leadDays)
      if (row !== undefined) printRow(name, row)
    }
    console.log(`  80 % interval held${percent(lead.coverage80)}, 95 % interval held${percent(lead.coverage95)}`)
    const weights = Object.entries(lead.weights).filter(([, weight]) => weight >= 0.005)
    console.log(`  made of ${weights.map(([name, weight]) => `${name} ${weight.toFixed(2)}`).join(', ')}`)
    if (lead.handlingTime !== undefined)
      console.log(`  handling time WAPE${percent(lead.handlingTime.wape)}, bias${percent(lead.handlingTime.bias)}`)
    if (lead.workload !== undefined)
      console.log(`  workload WAPE${percent(lead.workload.wape)}, day total${percent(lead.workload.dayWape)}`)
  }
  if (doubtedIntervals > 0)
    console.log(
      `\n${doubtedIntervals} empty intervals look like outages or closures: scored as they are, not learnt from.`,
    )
}

function printRow(name: string, row: { wape: number; bias: number; dayWape: number; rmse: number }): void {
  const { wape, bias, dayWape, rmse } = row
  console.log(
    `  ${name.padEnd(22)}${percent(wape)} ${percent(bias)} ${percent(dayWape)} ${rmse.toFixed(2).padStart(8)}`,
  )
}

function printIntraday({ at, days }: IntradayBacktest): void {
  console.log(`WAPE of the rest of the day, ${days} days`)
  console.log('  at      no update   updated')
  for (const { atSecond, wapeNoUpdate, wapeUpdated } of at)
    console.log(`  ${clock(atSecond)}  ${percent(wapeNoUpdate)} ${percent(wapeUpdated)}`)
}
