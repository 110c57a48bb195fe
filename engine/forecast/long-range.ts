import { dayNumber, isoWeekday, type LocalDate } from '../time/index.ts'
import { dayFeatureNames } from './day-features.ts'
import type { History, PreparedSeries } from './history.ts'
import { ridge, type Matrix } from './matrix.ts'
import { median } from './statistics.ts'

const YEAR_DAYS = 365.25
const WEEKDAY_PENALTY = 1
const FEATURE_PENALTY = 3
const TREND_PENALTY = 20
const SEASON_PENALTY = 5
/** Waves of the year: one needs most of a year to be seen at all, more need it twice. */
const WAVES_AFTER_DAYS = [300, 500, 640, 640]
const ROUNDS = 4
const BEND = 1.5
/** The trend goes on and fades: half of it is left after so many days. */
const TREND_HALF_LIFE_DAYS = 180
const LEVEL_HALF_LIFE_DAYS = 21

/**
 * Totals of the days to come, for weeks to 18 months ahead: level and fading trend × season of the year × weekday × calendar, fitted
 * to the logarithms of the days' totals, strange days bent in (Huber), everything but the level drawn to nothing. A history shorter than
 * ten months has no season. Null for a history without any contacts.
 */
export function longRangeTotals(series: PreparedSeries, history: History): Float64Array | null {
  const { dates } = series
  const totals = knownTotals(history).map(Math.log)
  // Days without any contacts are closed, and no part of the level.
  const known = [...totals.keys()].filter((day) => Number.isFinite(totals[day]))
  if (known.length === 0) return null
  const numbers = Float64Array.from(dates, dayNumber)
  const layout = layoutOf(numbers, known)
  const design = matrixOf(series, numbers, known, layout)
  const responses: Matrix = {
    rows: known.length,
    columns: 1,
    values: Float64Array.from(known, (day) => totals[day] as number),
  }
  const { coefficients, residuals } = fitBending(design, responses, layout)
  const level = lastLevel(
    residuals,
    known.map((day) => numbers[day] as number),
    layout.lastDay,
  )
  const toCome = Array.from({ length: dates.length - history.days }, (_, index) => history.days + index)
  const ahead = matrixOf(series, numbers, toCome, layout)
  return Float64Array.from(toCome, (_, row) => Math.exp(level + rowTimes(ahead, row, coefficients)))
}

interface Layout {
  readonly waves: number
  readonly lastDay: number
  readonly penalties: Float64Array
}

/** What came on each day; one with holes is scaled by what its known intervals usually hold, NaN for one with little known. */
export function knownTotals(history: History): Float64Array {
  const { slots } = history
  const typical = typicalShares(history)
  return Float64Array.from({ length: history.days }, (_, day) => {
    let sum = 0
    let share = 0
    const shares = typical[history.weekdays[day] as number] as Float64Array
    for (let slot = 0; slot < slots; slot++) {
      const value = history.offered[day * slots + slot] as number
      if (Number.isNaN(value)) continue
      sum += value
      share += shares[slot] as number
    }
    return share > 0.5 ? sum / share : Number.NaN
  })
}

/** What share of its weekday's contacts each interval usually has. */
function typicalShares(history: History): Float64Array[] {
  const { slots } = history
  return Array.from({ length: 8 }, (_, weekday) => {
    const sums = new Float64Array(slots)
    const counts = new Float64Array(slots)
    for (let day = Math.max(0, history.days - 200); day < history.days; day++) {
      if (history.weekdays[day] !== weekday) continue
      for (let slot = 0; slot < slots; slot++) {
        const value = history.offered[day * slots + slot] as number
        if (Number.isNaN(value)) continue
        sums[slot] = (sums[slot] as number) + value
        counts[slot] = (counts[slot] as number) + 1
      }
    }
    const means = sums.map((sum, slot) => sum / Math.max(1, counts[slot] as number))
    const total = means.reduce((sum, value) => sum + value, 0)
    return total > 0 ? means.map((value) => value / total) : means.fill(1 / slots)
  })
}

function layoutOf(numbers: Float64Array, known: readonly number[]): Layout {
  const lastDay = numbers[known.at(-1) as number] as number
  const span = lastDay - (numbers[known[0] as number] as number)
  const waves = WAVES_AFTER_DAYS.filter((days) => span >= days).length
  const penalties = [
    1e-6,
    TREND_PENALTY,
    ...Array.from({ length: 7 }, () => WEEKDAY_PENALTY),
    ...Array.from({ length: 2 * waves }, () => SEASON_PENALTY),
    ...dayFeatureNames.map(() => FEATURE_PENALTY),
  ]
  return { waves, lastDay, penalties: Float64Array.from(penalties) }
}

function matrixOf(
  { dates, features }: PreparedSeries,
  numbers: Float64Array,
  days: readonly number[],
  { waves, lastDay, penalties }: Layout,
): Matrix {
  const columns = penalties.length
  const width = dayFeatureNames.length
  const values = new Float64Array(days.length * columns)
  for (const [row, day] of days.entries()) {
    const start = row * columns
    const number = numbers[day] as number
    values[start] = 1
    values[start + 1] = fadedYears(number - lastDay)
    values[start + 1 + isoWeekday(dates[day] as LocalDate)] = 1
    for (let wave = 1; wave <= waves; wave++) {
      const angle = (2 * Math.PI * wave * number) / YEAR_DAYS
      values[start + 7 + 2 * wave] = Math.sin(angle)
      values[start + 8 + 2 * wave] = Math.cos(angle)
    }
    values.set(features.subarray(day * width, (day + 1) * width), start + 9 + 2 * waves)
  }
  return { rows: days.length, columns, values }
}

/** Years from the last known day; ahead of it they pass slower and slower. */
function fadedYears(days: number): number {
  if (days <= 0) return days / YEAR_DAYS
  const rate = Math.LN2 / TREND_HALF_LIFE_DAYS
  return (1 - Math.exp(-rate * days)) / rate / YEAR_DAYS
}

function fitBending(
  design: Matrix,
  responses: Matrix,
  { penalties }: Layout,
): { readonly coefficients: Matrix; readonly residuals: Float64Array } {
  let weights = new Float64Array(design.rows).fill(1)
  for (let round = 1; ; round++) {
    const coefficients = ridge(design, responses, weights, penalties)
    const residuals = responses.values.map((value, row) => value - rowTimes(design, row, coefficients))
    if (round === ROUNDS) return { coefficients, residuals }
    const spread = Math.max(0.02, 1.4826 * median(residuals.map(Math.abs)))
    weights = residuals.map((value) => Math.min(1, (BEND * spread) / Math.max(Math.abs(value), 1e-12)))
  }
}

function rowTimes(design: Matrix, row: number, coefficients: Matrix): number {
  let sum = 0
  for (let column = 0; column < design.columns; column++)
    sum += (design.values[row * design.columns + column] as number) * (coefficients.values[column] as number)
  return sum
}

/** Where the last weeks stand beside the fit; half of it, since a season not seen yet looks the same. */
function lastLevel(residuals: Float64Array, numbers: readonly number[], lastDay: number): number {
  const spread = Math.max(0.02, 1.4826 * median(residuals.map(Math.abs)))
  let sum = 0
  let total = 5
  for (const [index, residual] of residuals.entries()) {
    const weight = 0.5 ** ((lastDay - (numbers[index] as number)) / LEVEL_HALF_LIFE_DAYS)
    sum += weight * Math.max(-2 * spread, Math.min(2 * spread, residual))
    total += weight
  }
  return sum / total
}
