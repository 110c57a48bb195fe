import { dayNumber } from '../time/index.ts'
import { averageTotals, learnFarShares, mixTotal, shareAt, type FarShare, type FarTrial } from './far-totals.ts'
import { historyAt, type PreparedSeries } from './history.ts'
import { knownTotals, longRangeTotals } from './long-range.ts'

/**
 * How totals of days far ahead scatter, as variances of came over forecast: a day strays on its own, and all days together by a level
 * that is wrong at once and drifts the more the farther ahead. Plain data, stored with the rest that was learnt.
 */
export interface LongSpread {
  readonly ownVariance: number
  readonly levelVariance: number
  readonly driftPerDay: number
  /** Who makes the totals far ahead, by back-test; missing in what was learnt before this was. */
  readonly shares?: readonly FarShare[]
}

/** Days between origins, and the fewest days an origin must know. */
const ORIGIN_STEP = 14
const FIRST_ORIGIN_DAYS = 56
const WEEK_DAYS = 7
const MOST_AHEAD_DAYS = 364
/** What is believed of a queue of which nothing is known: its level strays by 6 % at once and by 15 % in a year. */
const USUAL_OWN = 0.01
const USUAL_LEVEL = 0.06 ** 2
const USUAL_DRIFT = 0.15 ** 2 / 365
/** As so many stretches that do not overlap the usual is weighed in. */
const USUAL_WEIGHT = 2
/** A history without a whole year knows no season: what is far ahead may be this much off for that alone. */
const SEASON_VARIANCE = 0.15 ** 2
const YEAR_DAYS = 365
/** One strange week counts no more than half of what was expected. */
const MOST_RATIO = 0.5

/** Learns who forecasts best, and the scatter, from what would have been said before: origins every fortnight, each day after them compared. */
export function learnLongSpread(series: PreparedSeries): LongSpread {
  const { grid } = series
  const known = grid.dates.length
  const usual = { ownVariance: USUAL_OWN, levelVariance: USUAL_LEVEL, driftPerDay: unseenDrift(series) }
  if (known <= FIRST_ORIGIN_DAYS) return { ...usual, shares: learnFarShares([], 0) }
  const numbers = grid.dates.map(dayNumber)
  const span = (numbers[known - 1] as number) - (numbers[0] as number)
  const tried = tryOrigins(series, numbers)
  const shares = learnFarShares(tried.flatMap(trialsOf), span)
  const weeks = tried.flatMap((origin) => errorsOf(origin, shares))
  const own = weeks.reduce((sum, { ownSquares }) => sum + ownSquares, 0)
  const days = weeks.reduce((sum, { ownDays }) => sum + ownDays, 0)
  const ownVariance = (own + USUAL_OWN * WEEK_DAYS) / (days + WEEK_DAYS)
  return { ownVariance, ...fitDrift(weeks, ownVariance, usual, span), shares }
}

/** The variance of what comes over what was forecast, so many days ahead, without the count's own chance. */
export function sharedVariance({ levelVariance, driftPerDay }: Variances, daysAhead: number): number {
  return levelVariance + driftPerDay * Math.max(0, daysAhead)
}

type Variances = Pick<LongSpread, 'levelVariance' | 'driftPerDay'>

function unseenDrift({ grid }: PreparedSeries): number {
  const [first] = grid.dates
  const last = grid.dates.at(-1)
  if (first === undefined || last === undefined) return USUAL_DRIFT
  const seen = Math.min(1, (dayNumber(last) - dayNumber(first)) / YEAR_DAYS)
  return USUAL_DRIFT + ((1 - seen) * SEASON_VARIANCE * 2) / YEAR_DAYS
}

interface WeekError {
  readonly daysAhead: number
  /** Squared error of the week's total over the forecast, less what chance makes of a count. */
  readonly squared: number
  /** What part of it is the days' own: the sum of squared shares. */
  readonly ownShare: number
  /** Squared errors of days against their week, and how many independent ones they are. */
  readonly ownSquares: number
  readonly ownDays: number
}

interface TriedDay {
  readonly longRange: number
  readonly average: number
  readonly came: number
}

/** What would have been said at the end of one day, by weeks after it. */
interface TriedOrigin {
  readonly origin: number
  readonly weeks: ReadonlyMap<number, readonly TriedDay[]>
}

function tryOrigins(series: PreparedSeries, numbers: readonly number[]): TriedOrigin[] {
  const { dates } = series.grid
  const known = dates.length
  const totals = knownTotals(historyAt(series, known - 1))
  const tried: TriedOrigin[] = []
  for (let origin = known - 1 - WEEK_DAYS; origin >= FIRST_ORIGIN_DAYS; origin -= ORIGIN_STEP) {
    const longRange = longRangeTotals(series, historyAt(series, origin))
    if (longRange === null) continue
    const average = averageTotals(dates, totals, origin + 1)
    const at = numbers[origin] as number
    const days = Array.from(average, (said, index) => ({
      ahead: (numbers[origin + 1 + index] as number) - at,
      longRange: longRange[index] as number,
      average: said,
      came: totals[origin + 1 + index] as number,
    }))
    const compared = days.filter(
      ({ ahead, longRange: said, came }) => ahead <= MOST_AHEAD_DAYS && said > 0 && !Number.isNaN(came),
    )
    tried.push({ origin: at, weeks: Map.groupBy(compared, ({ ahead }) => Math.floor((ahead - 1) / WEEK_DAYS)) })
  }
  return tried
}

const middleOf = (week: number): number => (week + 0.5) * WEEK_DAYS

function trialsOf({ origin, weeks }: TriedOrigin): FarTrial[] {
  return [...weeks].flatMap(([week, given]) => {
    const days = given.filter(({ average }) => !Number.isNaN(average))
    const sum = (of: (day: TriedDay) => number): number => days.reduce((total, day) => total + of(day), 0)
    const trial = {
      longRange: sum(({ longRange }) => longRange),
      average: sum(({ average }) => average),
      came: sum(({ came }) => came),
    }
    return days.length === 0 ? [] : [{ origin, daysAhead: middleOf(week), ...trial }]
  })
}

function errorsOf({ weeks }: TriedOrigin, shares: readonly FarShare[]): WeekError[] {
  return [...weeks].flatMap(([week, given]) => {
    const share = shareAt(shares, middleOf(week))
    const days = given
      .map(({ longRange, average, came }) => ({ came, forecast: mixTotal(longRange, average, share) }))
      .filter(({ forecast }) => forecast > 0)
    return days.length === 0 ? [] : [errorOfWeek(middleOf(week), days)]
  })
}

function errorOfWeek(daysAhead: number, days: readonly { came: number; forecast: number }[]): WeekError {
  const came = days.reduce((sum, day) => sum + day.came, 0)
  const expected = days.reduce((sum, day) => sum + day.forecast, 0)
  const ratio = came / expected
  const error = Math.max(-MOST_RATIO, Math.min(MOST_RATIO, ratio - 1))
  let ownSquares = 0
  let ownShare = 0
  for (const day of days) {
    const mean = day.forecast * Math.max(ratio, 1e-9)
    const stray = Math.max(-MOST_RATIO, Math.min(MOST_RATIO, day.came / mean - 1))
    ownSquares += stray * stray - 1 / mean
    ownShare += (day.forecast / expected) ** 2
  }
  // The week's own mean takes one of its days.
  const ownDays = Math.max(0, days.length - 1)
  return {
    daysAhead,
    squared: error * error - 1 / expected,
    ownShare,
    ownSquares: ownDays === 0 ? 0 : Math.max(0, ownSquares),
    ownDays,
  }
}

/** A straight line through the weeks' squared errors by how far ahead; a stretch that overlaps another tells nothing new. */
function fitDrift(weeks: readonly WeekError[], ownVariance: number, usual: Variances, span: number): Variances {
  const byLead = Map.groupBy(weeks, ({ daysAhead }) => daysAhead)
  const points = [...byLead].map(([daysAhead, members]) => {
    const mean = members.reduce((sum, one) => sum + one.squared - ownVariance * one.ownShare, 0) / members.length
    const apart = Math.min(
      members.length,
      Math.max(0, span - FIRST_ORIGIN_DAYS - daysAhead) / Math.max(ORIGIN_STEP, daysAhead),
    )
    return { daysAhead, variance: Math.max(0, mean), weight: apart / (apart + USUAL_WEIGHT) }
  })
  let [ones, firsts, seconds, values, products] = [1e-9, 0, 0, 0, 0]
  for (const { daysAhead, variance, weight } of points) {
    const drawn = weight * variance + (1 - weight) * sharedVariance(usual, daysAhead)
    // Large variances are known no better than in proportion.
    const trust = 1 / (drawn + USUAL_LEVEL) ** 2
    ones += trust
    firsts += trust * daysAhead
    seconds += trust * daysAhead * daysAhead
    values += trust * drawn
    products += trust * daysAhead * drawn
  }
  const determinant = ones * seconds - firsts * firsts
  const slope =
    determinant > 1e-9 * ones * seconds ? (ones * products - firsts * values) / determinant : usual.driftPerDay
  const driftPerDay = Math.max(usual.driftPerDay / 4, slope)
  const levelVariance =
    points.length === 0 ? usual.levelVariance : Math.max(USUAL_LEVEL / 4, (values - driftPerDay * firsts) / ones)
  return { levelVariance, driftPerDay }
}
