import { dayNumber, isoWeekday, type LocalDate } from '../time/index.ts'
import type { History, PreparedSeries } from './history.ts'
import { knownTotals, longRangeTotals } from './long-range.ts'

/** Up to so many days ahead, how much of a day's total is the long range's; the rest is the four-week average's. */
export interface FarShare {
  readonly untilDays: number
  readonly share: number
}

/** A week as both would have forecast it, and as it came. */
export interface FarTrial {
  /** Of its middle. */
  readonly daysAhead: number
  /** Number of the day it was forecast at the end of. */
  readonly origin: number
  readonly longRange: number
  readonly average: number
  readonly came: number
}

const WEEKS = 4
/** Shares are learnt apart for a month or two, a quarter, half a year, and farther. */
const UNTIL_DAYS = [56, 119, 238, Number.MAX_SAFE_INTEGER]
/** Later origins know more of the year, as the forecast to be made does. */
const HALF_LIFE_DAYS = 180
/** A season seen twice is believed until it fails; half of one never seen. */
const SEASONS_DAYS = 730
/** As one stretch that does not overlap others this is weighed in. */
const USUAL_WEIGHT = 1
const ORIGIN_STEP = 14

/** Of the days to come: the long range's totals and the four-week average's, as the shares say. Null for a history without any contacts. */
export function farTotals(series: PreparedSeries, history: History, shares: readonly FarShare[]): Float64Array | null {
  const longRange = longRangeTotals(series, history)
  if (longRange === null) return null
  const { dates } = series
  const last = dayNumber(dates[history.days - 1] as LocalDate)
  const average = averageTotals(dates, knownTotals(history), history.days)
  return longRange.map((total, index) => {
    const ahead = dayNumber(dates[history.days + index] as LocalDate) - last
    return mixTotal(total, average[index] as number, shareAt(shares, ahead))
  })
}

/** Totals of the days from `known` on: the mean of the last four of the same weekday; NaN where none is known. */
export function averageTotals(dates: readonly LocalDate[], totals: Float64Array, known: number): Float64Array {
  const lately = Array.from({ length: 8 }, (): number[] => [])
  for (let day = known - 1; day >= 0; day--) {
    const same = lately[isoWeekday(dates[day] as LocalDate)] as number[]
    const total = totals[day] as number
    if (same.length < WEEKS && !Number.isNaN(total)) same.push(total)
  }
  const means = lately.map((same) => same.reduce((sum, total) => sum + total, 0) / same.length)
  return Float64Array.from(dates.slice(known), (date) => means[isoWeekday(date)] as number)
}

export function mixTotal(longRange: number, average: number, share: number): number {
  return Number.isNaN(average) ? longRange : share * longRange + (1 - share) * average
}

export function shareAt(shares: readonly FarShare[], daysAhead: number): number {
  return (shares.find(({ untilDays }) => daysAhead <= untilDays) ?? shares.at(-1))?.share ?? 1
}

/**
 * Least squares on the weeks tried, drawn to what is usual as few of them are; nothing of the long range where with it the error would
 * have been above the four-week average's. A stretch that could not be tried yet is as the one before it. `span` is the history's, in days.
 */
export function learnFarShares(trials: readonly FarTrial[], span: number): FarShare[] {
  const usual = 0.5 + 0.5 * Math.min(1, span / SEASONS_DAYS)
  const latest = trials.reduce((most, { origin }) => Math.max(most, origin), -Infinity)
  const shares: FarShare[] = []
  for (const [place, untilDays] of UNTIL_DAYS.entries()) {
    const from = UNTIL_DAYS[place - 1] ?? 0
    const own = trials.filter(({ daysAhead }) => daysAhead > from && daysAhead <= untilDays)
    const share = own.length === 0 ? (shares.at(-1)?.share ?? usual) : learnShare(own, latest, span, usual)
    shares.push({ untilDays, share })
  }
  return shares
}

function learnShare(trials: readonly FarTrial[], latest: number, span: number, usual: number): number {
  let [products, squares, ahead] = [0, 1e-9, 0]
  const weighed = trials.map((trial) => {
    const { origin, longRange, average, came, daysAhead } = trial
    const weight = 0.5 ** ((latest - origin) / HALF_LIFE_DAYS)
    // In parts of what was expected, so that busy seasons count no more than quiet ones.
    const size = (longRange + average) / 2
    products += (weight * (longRange - average) * (came - average)) / size ** 2
    squares += (weight * (longRange - average) ** 2) / size ** 2
    ahead += daysAhead / trials.length
    return { ...trial, weight: weight / size }
  })
  const apart = Math.max(1, Math.min(trials.length, (span - ahead) / Math.max(ORIGIN_STEP, ahead)))
  const drawn = (apart * (products / squares) + USUAL_WEIGHT * usual) / (apart + USUAL_WEIGHT)
  const share = Math.max(0, Math.min(1, drawn))
  const loss = (of: (trial: FarTrial) => number): number =>
    weighed.reduce((sum, trial) => sum + trial.weight * Math.abs(of(trial) - trial.came), 0)
  const withShare = loss(({ longRange, average }) => mixTotal(longRange, average, share))
  return withShare > loss(({ average }) => average) ? 0 : share
}
