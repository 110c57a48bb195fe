import { takeWindow, type DayWindow } from './day-window.ts'
import type { History, Member, TargetDay } from './history.ts'
import { combine, leadingRows, project, ridge, type Matrix } from './matrix.ts'
import { meanOfRoot } from './root-scale.ts'
import { carryScore, tameScores } from './score-series.ts'
import { median, spreadAroundZero } from './statistics.ts'

export interface ProfileOptions {
  readonly factors: number
  readonly windowDays: number
  readonly halfLifeDays: number
}

const FEATURE_PENALTY = 3
/** Days whose distance from the profile is this many times the usual lose weight in proportion. */
const USUAL_TIMES = 6
/** Huber's bend, in robust standard deviations. */
const BEND = 1.5
const HUBER_ROUNDS = 2
/** A weekday seen fewer times borrows from the mean of all days. */
const SEEN_ENOUGH = 3

interface ProfileFit {
  readonly profiles: readonly Float64Array[]
  readonly loadings: Matrix
  readonly coefficients: Matrix
  readonly residuals: readonly Float64Array[]
}

/**
 * A robust profile for each weekday, and factors of what is left: for queues whose weekdays have hours of their own. The profile is a
 * Huber mean around the median, recent days first; the leftover shapes follow the calendar and the last days.
 */
export function profileMember(name: string, options: ProfileOptions): Member {
  const fits = new WeakMap<History, ProfileFit>()
  return {
    name,
    forecast: (history, target) => {
      let fit = fits.get(history)
      if (fit === undefined) fits.set(history, (fit = fitProfiles(history, options)))
      return predict(fit, target)
    },
  }
}

function fitProfiles(history: History, { factors, windowDays, halfLifeDays }: ProfileOptions): ProfileFit {
  const window = takeWindow(history, windowDays, halfLifeDays)
  const profiles = weekdayProfiles(history, window)
  const left = subtractProfiles(history, window, profiles)
  const weights = lessForStrangeDays(window, left)
  const loadings = leadingRows(left, weights, Math.max(1, Math.min(factors, Math.floor(left.rows / 3))))
  const scores = project(left, loadings)
  const width = history.featureCount
  const design = { rows: left.rows, columns: width, values: history.features.subarray(window.first * width) }
  const coefficients = ridge(design, scores, weights, new Float64Array(width).fill(FEATURE_PENALTY))
  return { profiles, loadings, coefficients, residuals: tameScores(subtractFitted(scores, design, coefficients)) }
}

function predict({ profiles, loadings, coefficients, residuals }: ProfileFit, target: TargetDay): Float64Array {
  const scores = residuals.map((series, factor) => {
    let score = carryScore(series, target.leadDays, 'both')
    for (const [index, value] of target.features.entries())
      if (value !== 0) score += value * (coefficients.values[index * coefficients.columns + factor] as number)
    return score
  })
  const profile = profiles[target.weekday] as Float64Array
  return combine(scores, loadings).map((value, slot) => meanOfRoot(value + (profile[slot] as number)))
}

/** By ISO weekday; place 0 stays empty. */
function weekdayProfiles(history: History, window: DayWindow): Float64Array[] {
  const daysByWeekday: number[][] = Array.from({ length: 8 }, () => [])
  for (let day = 0; day < window.roots.rows; day++) {
    if (window.knownCount[day] === 0) continue
    daysByWeekday[history.weekdays[window.first + day] as number]?.push(day)
  }
  const everyday = everydayProfile(history, window, daysByWeekday)
  return daysByWeekday.map((days) => {
    if (days.length === 0) return everyday
    const own = huberProfile(window, days)
    const borrowed = Math.max(0, SEEN_ENOUGH - days.length) / (SEEN_ENOUGH + 1)
    return borrowed === 0
      ? own
      : own.map((value, slot) => value * (1 - borrowed) + (everyday[slot] as number) * borrowed)
  })
}

/** All days together: for weekdays that are new. */
function everydayProfile(history: History, window: DayWindow, daysByWeekday: readonly number[][]): Float64Array {
  const all = daysByWeekday.flat()
  if (all.length === 0) return new Float64Array(history.slots).fill(0.5)
  const isNeeded = daysByWeekday.slice(1).some((days) => days.length < SEEN_ENOUGH)
  return isNeeded ? huberProfile(window, all.slice(-7 * SEEN_ENOUGH)) : new Float64Array(history.slots)
}

/** A mean that bends towards the median: wild values pull no harder than others, and days that are wild as a whole still less. */
function huberProfile({ roots, weights }: DayWindow, days: readonly number[]): Float64Array {
  const slots = roots.columns
  const values = days.map((day) => roots.values.subarray(day * slots, (day + 1) * slots))
  const column = new Float64Array(days.length)
  const ofSlot = (slot: number, center: number): Float64Array => {
    for (let index = 0; index < values.length; index++)
      column[index] = ((values[index] as Float64Array)[slot] as number) - center
    return column
  }
  let profile = Float64Array.from({ length: slots }, (_, slot) => median(ofSlot(slot, 0)))
  for (let round = 0; round < HUBER_ROUNDS; round++) {
    const center = profile
    const spreads = center.map((middle, slot) => Math.max(0.5, spreadAroundZero(ofSlot(slot, middle))))
    const distances = values.map((day) =>
      day.map((value, slot) => Math.abs(value - (center[slot] as number)) / (spreads[slot] as number)),
    )
    const dayWeights = days.map(
      (day, index) => (weights[day] as number) * bend(median(distances[index] as Float64Array)),
    )
    profile = center.map((_, slot) => {
      let sum = 0
      let total = 0
      for (let index = 0; index < values.length; index++) {
        const weight = (dayWeights[index] as number) * bend((distances[index] as Float64Array)[slot] as number)
        sum += weight * ((values[index] as Float64Array)[slot] as number)
        total += weight
      }
      return sum / total
    })
  }
  return profile
}

const bend = (distance: number): number => Math.min(1, BEND / Math.max(distance, 1e-9))

/** What is left of known values; holes are no news. */
function subtractProfiles(
  history: History,
  { first, roots, known }: DayWindow,
  profiles: readonly Float64Array[],
): Matrix {
  const values = roots.values.map((value, cell) => {
    if (known[cell] === 0) return 0
    const profile = profiles[history.weekdays[first + Math.floor(cell / roots.columns)] as number] as Float64Array
    return value - (profile[cell % roots.columns] as number)
  })
  return { ...roots, values }
}

function lessForStrangeDays({ weights, knownCount }: DayWindow, left: Matrix): Float64Array {
  const errors = Float64Array.from({ length: left.rows }, (_, day) => {
    let sum = 0
    for (let cell = day * left.columns; cell < (day + 1) * left.columns; cell++)
      sum += (left.values[cell] as number) ** 2
    return sum / (knownCount[day] as number)
  })
  const usual = median(errors)
  return weights.map((weight, day) => {
    const error = errors[day] as number
    return Number.isNaN(error) ? 0 : weight * Math.min(1, (USUAL_TIMES * usual + 1e-9) / (error + 1e-9))
  })
}

function subtractFitted(scores: Matrix, design: Matrix, coefficients: Matrix): Matrix {
  const values = scores.values.map((score, place) => {
    const day = Math.floor(place / scores.columns)
    const factor = place % scores.columns
    let rest = score
    for (let index = 0; index < design.columns; index++)
      rest -=
        (design.values[day * design.columns + index] as number) *
        (coefficients.values[index * scores.columns + factor] as number)
    return rest
  })
  return { ...scores, values }
}
