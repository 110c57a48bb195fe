import { learnCorrelation, type DayCorrelation } from './day-correlation.ts'
import { clock } from './day-grid.ts'
import type { Member, PreparedSeries } from './history.ts'
import { createGainLearner, nearIntervals, shiftLosses, type ShiftLosses } from './intraday-gain.ts'
import { defaultMembers } from './members.ts'
import { rollForecasts, type RolledDay } from './rolling.ts'
import { knownRoots } from './scored-roots.ts'
import { expectedCount, learnSpread, type ScoredRoots, type Spread } from './spread.ts'
import { updateDay } from './update-day.ts'

export interface IntradayBacktestOptions {
  /** Times of day, in seconds, at which the forecast is renewed. */
  readonly atSeconds: readonly number[]
  /** How many of the last open days are scored. */
  readonly days: number
  readonly members?: readonly Member[]
  readonly progress?: (share: number) => void
}

export interface IntradayBacktest {
  readonly at: readonly {
    readonly atSecond: number
    /** WAPE of the intervals from then to the end of the day, as forecast the evening before. */
    readonly wapeNoUpdate: number
    readonly wapeUpdated: number
    /** The same of the total of the rest of the day. */
    readonly restWapeNoUpdate: number
    readonly restWapeUpdated: number
  }[]
  readonly days: number
}

const LEARNING_DAYS = 130
const FEWEST_DAYS = 8

/** Renews each of the last days at the asked times, with what was learnt from earlier days only. */
export function backtestIntraday(series: PreparedSeries, options: IntradayBacktestOptions): IntradayBacktest {
  const { atSeconds, days, members = defaultMembers(), progress } = options
  const count = series.grid.dates.length
  if (!Number.isInteger(days) || days < 1 || count < FEWEST_DAYS + days)
    throw new RangeError(
      `days must be from 1 to ${Math.max(0, count - FEWEST_DAYS)}: the series has ${count} open days, and ${FEWEST_DAYS} are needed before the first`,
    )
  const firstScored = count - days
  const firstDay = Math.max(FEWEST_DAYS, firstScored - LEARNING_DAYS)
  const [rolled] = rollForecasts(series, {
    members,
    leads: [1],
    firstDay,
    ...(progress === undefined ? {} : { progress }),
  })
  const learnt = (rolled?.days ?? []).map((day, index, all) => learnBefore(series, all, index, day))
  return { days, at: atSeconds.map((atSecond) => ({ atSecond, ...scoreAt(series, learnt, atSecond, firstScored) })) }
}

interface LearntDay extends ScoredRoots {
  readonly day: number
  readonly spread: Spread
  readonly correlation: DayCorrelation
}

function learnBefore(
  series: PreparedSeries,
  all: readonly RolledDay[],
  index: number,
  { day, roots }: RolledDay,
): LearntDay {
  const slots = series.grid.slotSeconds.length
  const past = all
    .slice(Math.max(0, index - 90), index)
    .map((one): ScoredRoots => ({ forecastRoots: one.roots, actualRoots: knownRoots(series, one.day) }))
  const spread = learnSpread(past, slots, 1)
  return {
    day,
    forecastRoots: roots,
    actualRoots: knownRoots(series, day),
    spread,
    correlation: learnCorrelation(past, spread, slots),
  }
}

function scoreAt(
  series: PreparedSeries,
  days: readonly LearntDay[],
  atSecond: number,
  firstScored: number,
): Omit<IntradayBacktest['at'][number], 'atSecond'> {
  const { grid } = series
  const slots = grid.slotSeconds.length
  const over = grid.slotSeconds.filter((start) => start + grid.intervalSeconds <= atSecond).length
  if (over === 0 || over === slots)
    throw new RangeError('at must leave intervals both before and after it within the hours of the series')
  const near = nearIntervals(grid.intervalSeconds)
  const around = Array.from({ length: 2 * near + 1 }, (_, place) => over - near + place).filter(
    (one) => one > 0 && one < slots,
  )
  const learner = createGainLearner()
  const sums = { total: 0, plain: 0, updated: 0, restPlain: 0, restUpdated: 0 }
  for (const one of days) {
    if (one.day >= firstScored) {
      const came = one.actualRoots.map((value, slot) => (slot < over ? value : Number.NaN))
      const updated = updateDay(one.forecastRoots, came, { ...one, gain: learner.gain() })
      addDay(sums, one, updated, over, grid.offered.subarray(one.day * slots, (one.day + 1) * slots))
    }
    const losses = around.map((each) => shiftLosses(one, each, one))
    learner.learn(losses[around.indexOf(over)] as ShiftLosses, losses)
  }
  if (!(sums.total > 0))
    throw new RangeError(
      `at ${clock(atSecond)} must leave contacts after it: in the scored days none came from then to the end of the day`,
    )
  return {
    wapeNoUpdate: sums.plain / sums.total,
    wapeUpdated: sums.updated / sums.total,
    restWapeNoUpdate: sums.restPlain / sums.total,
    restWapeUpdated: sums.restUpdated / sums.total,
  }
}

interface Sums {
  total: number
  plain: number
  updated: number
  restPlain: number
  restUpdated: number
}

function addDay(
  sums: Sums,
  { forecastRoots, spread }: LearntDay,
  updated: Float64Array,
  over: number,
  actual: Float64Array,
): void {
  let restPlain = 0
  let restUpdated = 0
  for (const [slot, came] of actual.entries()) {
    if (slot < over || Number.isNaN(came)) continue
    const plainError = expectedCount(spread, slot, forecastRoots[slot] as number) - came
    const updatedError = expectedCount(spread, slot, updated[slot] as number) - came
    sums.total += came
    sums.plain += Math.abs(plainError)
    sums.updated += Math.abs(updatedError)
    restPlain += plainError
    restUpdated += updatedError
  }
  sums.restPlain += Math.abs(restPlain)
  sums.restUpdated += Math.abs(restUpdated)
}
