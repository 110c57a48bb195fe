import { takeWindow, type DayWindow } from './day-window.ts'
import type { History, Member, TargetDay } from './history.ts'
import { combine, leadingRows, project, ridge, type Matrix } from './matrix.ts'
import { meanOfRoot } from './root-scale.ts'
import { carryScore, tameScores, type CarryOver } from './score-series.ts'
import { median } from './statistics.ts'

export interface FactorOptions {
  readonly factors: number
  readonly windowDays: number
  /** Infinity weighs all days of the window alike. */
  readonly halfLifeDays: number
  readonly carryOver: CarryOver
}

const ROUNDS = 3
/** Days whose error is this many times the usual lose weight in proportion. */
const USUAL_TIMES = 20
const WEEKDAY_PENALTY = 2
const FEATURE_PENALTY = 3
const WEEKDAYS = 7

interface FactorFit {
  readonly loadings: Matrix
  readonly coefficients: Matrix
  readonly residuals: readonly Float64Array[]
}

/**
 * Shen and Huang's factor model (Annals of Applied Statistics 2, 2008, 601): the days' profiles on the root scale are sums of a few
 * shapes; each shape's score follows weekday and calendar, drawn to zero, and what is left is carried over from the last days.
 * Days out of the ordinary lose weight, holes are filled by the model itself and fitted again.
 */
export function factorMember(name: string, options: FactorOptions): Member {
  const fits = new WeakMap<History, FactorFit>()
  return {
    name,
    forecast: (history, target) => {
      let fit = fits.get(history)
      if (fit === undefined) fits.set(history, (fit = fitFactors(history, options)))
      return predict(fit, target, options.carryOver)
    },
  }
}

function fitFactors(history: History, { factors, windowDays, halfLifeDays }: FactorOptions): FactorFit {
  const window = takeWindow(history, windowDays, halfLifeDays)
  const count = Math.max(1, Math.min(factors, history.slots, Math.floor(window.roots.rows / 3)))
  const design = designOf(history, window)
  const penalties = penaltiesOf(history.featureCount)
  let weights = window.weights
  for (let round = 1; ; round++) {
    const loadings = leadingRows(window.roots, weights, count)
    const scores = project(window.roots, loadings)
    const coefficients = ridge(design, scores, weights, penalties)
    const residuals = subtractFitted(scores, design, coefficients)
    if (round === ROUNDS) return { loadings, coefficients, residuals: tameScores(residuals) }
    refillHoles(window, scores, loadings)
    weights = lessForStrangeDays(window.weights, residuals, window)
  }
}

function predict(
  { coefficients, loadings, residuals }: FactorFit,
  target: TargetDay,
  carryOver: CarryOver,
): Float64Array {
  const row = designRow(target.weekday, target.features)
  const scores = residuals.map((series, factor) => {
    let score = carryScore(series, target.leadDays, carryOver)
    for (const [index, value] of row.entries())
      if (value !== 0) score += value * (coefficients.values[index * coefficients.columns + factor] as number)
    return score
  })
  return combine(scores, loadings).map(meanOfRoot)
}

function designRow(weekday: number, features: Float64Array): Float64Array {
  const row = new Float64Array(1 + WEEKDAYS + features.length)
  row[0] = 1
  row[weekday] = 1
  row.set(features, 1 + WEEKDAYS)
  return row
}

function designOf(history: History, { first, roots }: DayWindow): Matrix {
  const columns = 1 + WEEKDAYS + history.featureCount
  const values = new Float64Array(roots.rows * columns)
  for (let day = 0; day < roots.rows; day++) {
    const start = (first + day) * history.featureCount
    const features = history.features.subarray(start, start + history.featureCount)
    values.set(designRow(history.weekdays[first + day] as number, features), day * columns)
  }
  return { rows: roots.rows, columns, values }
}

function penaltiesOf(featureCount: number): Float64Array {
  const penalties = new Float64Array(1 + WEEKDAYS + featureCount).fill(FEATURE_PENALTY)
  penalties.fill(WEEKDAY_PENALTY, 1, 1 + WEEKDAYS)
  penalties[0] = 1e-6
  return penalties
}

function subtractFitted(scores: Matrix, design: Matrix, coefficients: Matrix): Matrix {
  const values = scores.values.slice()
  for (let day = 0; day < scores.rows; day++)
    for (let index = 0; index < design.columns; index++) {
      const value = design.values[day * design.columns + index] as number
      if (value === 0) continue
      for (let factor = 0; factor < scores.columns; factor++) {
        const place = day * scores.columns + factor
        values[place] =
          (values[place] as number) - value * (coefficients.values[index * scores.columns + factor] as number)
      }
    }
  return { ...scores, values }
}

/** The window's own array is written: it is a copy made for this fit. */
function refillHoles({ roots, known, knownCount }: DayWindow, scores: Matrix, loadings: Matrix): void {
  for (let day = 0; day < roots.rows; day++) {
    if (knownCount[day] === roots.columns) continue
    const start = day * roots.columns
    const fitted = combine(scores.values.subarray(day * scores.columns, (day + 1) * scores.columns), loadings)
    for (let slot = 0; slot < roots.columns; slot++)
      if (known[start + slot] === 0) roots.values[start + slot] = fitted[slot] as number
  }
}

/** Loadings are orthonormal, so a day's squared error is the sum of its squared residual scores. */
function lessForStrangeDays(weights: Float64Array, residuals: Matrix, { knownCount }: DayWindow): Float64Array {
  const errors = Float64Array.from({ length: residuals.rows }, (_, day) => {
    let sum = 0
    for (let factor = 0; factor < residuals.columns; factor++)
      sum += (residuals.values[day * residuals.columns + factor] as number) ** 2
    return (knownCount[day] as number) === 0 ? Number.NaN : sum
  })
  const usual = median(errors)
  return weights.map((weight, day) => {
    const error = errors[day] as number
    return Number.isNaN(error) ? 0 : weight * Math.min(1, (USUAL_TIMES * usual + 1e-9) / (error + 1e-9))
  })
}
