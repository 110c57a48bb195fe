import { dayNumber } from '../time/index.ts'
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

/** Learns the scatter from what would have been said before: origins every fortnight, each day after them compared. */
export function learnLongSpread(series: PreparedSeries): LongSpread {
  const { grid } = series
  const known = grid.dates.length
  const usual = { ownVariance: USUAL_OWN, levelVariance: USUAL_LEVEL, driftPerDay: unseenDrift(series) }
  if (known <= FIRST_ORIGIN_DAYS) return usual
  const totals = knownTotals(historyAt(series, known - 1))
  const numbers = grid.dates.map(dayNumber)
  const weeks: WeekError[] = []
  let own = 0
  let days = 0
  for (let origin = known - 1 - WEEK_DAYS; origin >= FIRST_ORIGIN_DAYS; origin -= ORIGIN_STEP) {
    const forecast = longRangeTotals(series, historyAt(series, origin))
    if (forecast === null) continue
    for (const week of weeksAfter(origin, numbers, totals, forecast)) {
      weeks.push(week)
      own += week.ownSquares
      days += week.ownDays
    }
  }
  const ownVariance = (own + USUAL_OWN * WEEK_DAYS) / (days + WEEK_DAYS)
  return {
    ownVariance,
    ...fitDrift(weeks, ownVariance, usual, (numbers[known - 1] as number) - (numbers[0] as number)),
  }
}

/** The variance of what comes over what was forecast, so many days ahead, without the count's own chance. */
export function sharedVariance({ levelVariance, driftPerDay }: LongSpread, daysAhead: number): number {
  return levelVariance + driftPerDay * Math.max(0, daysAhead)
}

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

function weeksAfter(
  origin: number,
  numbers: readonly number[],
  totals: Float64Array,
  forecast: Float64Array,
): WeekError[] {
  const weeks = new Map<number, { came: number; forecast: number }[]>()
  for (let day = origin + 1; day < numbers.length; day++) {
    const ahead = (numbers[day] as number) - (numbers[origin] as number)
    if (ahead > MOST_AHEAD_DAYS) break
    const came = totals[day] as number
    const expected = forecast[day - origin - 1] as number
    if (Number.isNaN(came) || !(expected > 0)) continue
    const week = Math.floor((ahead - 1) / WEEK_DAYS)
    weeks.set(week, [...(weeks.get(week) ?? []), { came, forecast: expected }])
  }
  return [...weeks].map(([week, days]) => errorOfWeek((week + 0.5) * WEEK_DAYS, days))
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
function fitDrift(
  weeks: readonly WeekError[],
  ownVariance: number,
  usual: LongSpread,
  span: number,
): Pick<LongSpread, 'levelVariance' | 'driftPerDay'> {
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
