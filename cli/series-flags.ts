import type { Command } from 'commander'

import { prepareSeries, type DayGrid, type PreparedSeries } from '@pult/engine/forecast'
import { calendarsById, minutesOfDay, type LocalDate } from '@pult/engine/time'

import { wholeNumber } from './engine-input.ts'
import { BadInput } from './failure.ts'
import { readSeriesFile } from './series-file.ts'

/** As they are typed. */
export interface SeriesFlags {
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

/** What every command on a series takes. `days` says what `--days` counts. */
export function withSeriesFlags(command: Command, days: string, usualDays: number): Command {
  return command
    .requiredOption(
      '--series <file>',
      'start,offered[,ahtSeconds] in local time, .csv or .csv.gz; a row that is not there is missing, not zero',
    )
    .option('--interval-seconds <seconds>', 'length of an interval', '1800')
    .option('--days <count>', days, String(usualDays))
    .option('--time-zone <zone>', 'zone of the times, so that autumn’s doubled hour is understood')
    .option('--calendar <id>', `public holidays: ${Object.keys(calendarsById).join(', ')}`, 'none')
    .option('--weekdays <days>', 'mon-fri, sun-thu, or a list: mon,wed,sat')
    .option('--hours <from-to>', '07:00-24:00')
    .option(
      '--exclude-below-median <share>',
      'leave out days whose total is under this share of the median of their weekday',
    )
}

export async function readPrepared(flags: SeriesFlags): Promise<PreparedSeries> {
  return prepareSeries(await readGrid(flags), flags.calendar)
}

/** `until`: the last day that is read; all when left out. */
export async function readGrid(flags: SeriesFlags, until?: LocalDate): Promise<DayGrid> {
  const { calendar, timeZone, weekdays, hours, excludeBelowMedian } = flags
  if (calendarsById[calendar] === undefined)
    throw new BadInput(`--calendar must be one of ${Object.keys(calendarsById).join(', ')}, not "${calendar}".`)
  return saidPlainlyLater(
    readSeriesFile(flags.series, {
      intervalSeconds: wholeNumber(flags.intervalSeconds, '--interval-seconds'),
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(weekdays === undefined ? {} : { weekdays: weekdaysOf(weekdays) }),
      ...(hours === undefined ? {} : { hours: hoursOf(hours) }),
      ...(excludeBelowMedian === undefined ? {} : { excludeBelowMedian: shareOf(excludeBelowMedian) }),
      ...(until === undefined ? {} : { until }),
    }),
  )
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
export function saidPlainly<Result>(act: () => Result, prefix = ''): Result {
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
