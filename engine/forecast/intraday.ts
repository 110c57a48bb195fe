import { expectedErrors, learnCorrelation, standardErrors, type DayCorrelation } from './day-correlation.ts'
import type { Member, PreparedSeries } from './history.ts'
import { defaultMembers } from './members.ts'
import { rollForecasts, type RolledDay } from './rolling.ts'
import { knownRoots } from './scored-roots.ts'
import { median } from './statistics.ts'
import { expectedCount, learnSpread, rootDeviation, type ScoredRoots, type Spread } from './spread.ts'

/** What a running day is renewed with: learnt at the same time as the weights, and stored with them. */
export interface IntradayModel {
  readonly spread: Spread
  readonly correlation: DayCorrelation
  /** How much of the expected shift has lately come true at this time of day; 1 is all. */
  readonly gain: number
}

/**
 * The forecast of the rest of a day once part of it has come: the penalised update (Shen and Huang, MSOM 10, 2008, 391), on the root
 * scale. A ratio of what came to what was forecast would carry the noise of a few early intervals over the whole day; here the shift
 * is weighed against how far days usually stray. `actualRoots` is NaN for intervals that have not come. Returns roots for all intervals.
 */
export function updateDay(forecastRoots: Float64Array, actualRoots: Float64Array, model: IntradayModel): Float64Array {
  const errors = standardErrors({ forecastRoots, actualRoots }, model.spread)
  const expected = expectedErrors(errors, model.correlation)
  return forecastRoots.map((root, slot) => {
    const deviation = rootDeviation(root, model.spread.overdispersion[slot] ?? 0)
    return Math.max(0.5, root + model.gain * (expected[slot] as number) * deviation)
  })
}

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
const GAIN_HALF_LIFE_DAYS = 120
const GAIN_WINDOW_DAYS = 90
/** As so many usual days of evidence that half of the shift comes true. */
const GAIN_DAYS = 10
const USUAL_GAIN = 0.5

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
  const spread = learnSpread(past, slots)
  return {
    day,
    forecastRoots: roots,
    actualRoots: knownRoots(series, day),
    spread,
    correlation: learnCorrelation(past, spread, slots),
  }
}

interface Gain {
  product: number
  square: number
  /** Sum of the days' squared products: how far the product may be chance. */
  noise: number
}

/** The regression's slope, drawn to half of the shift while days are few and to none while it may be chance (James and Stein 1961). */
function gainOf({ product, square, noise }: Gain, usualSquare: number): number {
  const prior = GAIN_DAYS * usualSquare + 1e-9
  const slope = Math.max(0, Math.min(1.2, (product + USUAL_GAIN * prior) / (square + prior)))
  return product > 0 ? slope * Math.max(0, 1 - noise / (product * product)) : 0
}

function scoreAt(
  series: PreparedSeries,
  days: readonly LearntDay[],
  atSecond: number,
  firstScored: number,
): Omit<IntradayBacktest['at'][number], 'atSecond'> {
  const { grid } = series
  const slots = grid.slotSeconds.length
  const isOver = grid.slotSeconds.map((start) => start + grid.intervalSeconds <= atSecond)
  if (!isOver.includes(false) || !isOver.includes(true))
    throw new RangeError('at must leave intervals both before and after it within the hours of the series')
  const gain: Gain = { product: 0, square: 0, noise: 0 }
  const squares: number[] = []
  const sums = { total: 0, plain: 0, updated: 0, restPlain: 0, restUpdated: 0 }
  for (const one of days) {
    const came = one.actualRoots.map((value, slot) => (isOver[slot] === true ? value : Number.NaN))
    const usual = squares.length === 0 ? 0 : median(squares.slice(-GAIN_WINDOW_DAYS))
    const model: IntradayModel = { ...one, gain: gainOf(gain, usual) }
    const updated = updateDay(one.forecastRoots, came, model)
    if (one.day >= firstScored)
      addDay(sums, one, updated, isOver, grid.offered.subarray(one.day * slots, (one.day + 1) * slots))
    squares.push(learnGain(gain, one, updateDay(one.forecastRoots, came, { ...model, gain: 1 }), isOver, usual))
  }
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
  isOver: readonly boolean[],
  actual: Float64Array,
): void {
  let restPlain = 0
  let restUpdated = 0
  for (const [slot, came] of actual.entries()) {
    if (isOver[slot] === true || Number.isNaN(came)) continue
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

/**
 * Regresses what strayed in the rest of the day on the shift that was expected. A day whose shift was wild counts no more than others:
 * one storm must not teach how ordinary evenings go. Returns the day's squared shift.
 */
function learnGain(
  gain: Gain,
  day: LearntDay,
  shifted: Float64Array,
  isOver: readonly boolean[],
  usual: number,
): number {
  let product = 0
  let square = 0
  for (const [slot, root] of day.forecastRoots.entries()) {
    const actual = day.actualRoots[slot] as number
    if (isOver[slot] === true || Number.isNaN(actual)) continue
    const shift = (shifted[slot] as number) - root
    product += shift * (actual - root)
    square += shift * shift
  }
  const weight = usual > 0 && square > usual ? usual / square : 1
  const decay = 0.5 ** (1 / GAIN_HALF_LIFE_DAYS)
  gain.product = gain.product * decay + weight * product
  gain.square = gain.square * decay + weight * square
  gain.noise = gain.noise * decay * decay + (weight * product) ** 2
  return square
}
