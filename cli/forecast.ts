import type { Command } from 'commander'

import { backtest, backtestIntraday, clock, type Backtest, type IntradayBacktest } from '@pult/engine/forecast'
import { minutesOfDay } from '@pult/engine/time'

import { wholeNumber } from './engine-input.ts'
import { printJson, wantsJson } from './json-output.ts'
import { registerLong } from './forecast-long.ts'
import { createProgressBar } from './progress-bar.ts'
import { readPrepared, saidPlainly, withSeriesFlags, type SeriesFlags } from './series-flags.ts'

const SCORED = 'how many of the last open days are scored'
const SCORED_DAYS = 64

/** `pult forecast backtest` and `intraday` tell how good forecasts would have been, `long` what is to come. They need no server. */
export function registerForecast(program: Command): void {
  const command = program.command('forecast').description('forecasts from a history: backtest, intraday, long')
  registerBacktest(command)
  registerIntraday(command)
  registerLong(command)
}

function registerBacktest(command: Command): void {
  const one = withSeriesFlags(
    command
      .command('backtest')
      .description('forecasts each of the last days from what was known before, beside plain methods')
      .option('--leads <days>', 'how many open days ahead, with commas', '1,5,10'),
    SCORED,
    SCORED_DAYS,
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
    SCORED,
    SCORED_DAYS,
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
