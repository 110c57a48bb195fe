import { median } from './statistics.ts'

/** How each member's errors went together on one day: members × members, mean product over the day's known intervals. */
export type ErrorProducts = Float64Array

const HALF_LIFE_DAYS = 60
const DAYS_BEFORE_LEARNING = 5
/** How strongly weights are drawn to equal ones: as so many days of evidence that members are alike. */
const EQUAL_DAYS = 4
/** A day whose errors are this many times the usual counts no more than that. */
const STRANGE_TIMES = 3
const STEPS = 200

/** The mean products of the members' errors on one day, on the root scale; null for a day without known intervals. */
export function errorProducts(actualRoots: Float64Array, forecastRoots: readonly Float64Array[]): ErrorProducts | null {
  const members = forecastRoots.length
  const products = new Float64Array(members * members)
  let known = 0
  for (const [slot, actual] of actualRoots.entries()) {
    if (Number.isNaN(actual)) continue
    known++
    for (let left = 0; left < members; left++) {
      const error = ((forecastRoots[left] as Float64Array)[slot] as number) - actual
      for (let right = left; right < members; right++) {
        const place = left * members + right
        products[place] =
          (products[place] as number) + error * (((forecastRoots[right] as Float64Array)[slot] as number) - actual)
      }
    }
  }
  if (known === 0) return null
  for (let left = 0; left < members; left++)
    for (let right = left; right < members; right++) {
      const value = (products[left * members + right] as number) / known
      products[left * members + right] = value
      products[right * members + left] = value
    }
  return products
}

/**
 * Weights from 0 that sum to 1 and would have made the smallest squared error lately, drawn to equal ones (Bates and Granger 1969,
 * with the constraint and the shrinkage that keep such weights from chasing noise). `days` are in order, the last is the newest.
 */
export function learnWeights(days: readonly (ErrorProducts | null)[], members: number): Float64Array {
  const equal = new Float64Array(members).fill(1 / members)
  const scored = days.filter((products) => products !== null).length
  if (scored < DAYS_BEFORE_LEARNING) return equal
  const mean = decayedMean(days, members)
  // Members that are right as a rule, on a queue to which nothing comes say: no error tells one from another.
  if (!(mean.weight > 0)) return equal
  let trace = 0
  for (let member = 0; member < members; member++) trace += mean.products[member * members + member] as number
  const pull = (EQUAL_DAYS * trace) / members / mean.weight
  for (let member = 0; member < members; member++) {
    const place = member * members + member
    mean.products[place] = (mean.products[place] as number) + pull
  }
  return minimizeOnSimplex(mean.products, equal, pull / members)
}

function decayedMean(
  days: readonly (ErrorProducts | null)[],
  members: number,
): { readonly products: Float64Array; readonly weight: number } {
  const sizes = days.map((products) => (products === null ? Number.NaN : typicalError(products, members)))
  const usual = median(sizes)
  const sum = new Float64Array(members * members)
  let weight = 0
  for (const [index, products] of days.entries()) {
    if (products === null) continue
    const strange = Math.min(1, (STRANGE_TIMES * usual) / Math.max(sizes[index] as number, 1e-12))
    const share = 0.5 ** ((days.length - 1 - index) / HALF_LIFE_DAYS) * strange
    for (let place = 0; place < sum.length; place++)
      sum[place] = (sum[place] as number) + share * (products[place] as number)
    weight += share
  }
  return { products: sum.map((value) => value / weight), weight }
}

function typicalError(products: ErrorProducts, members: number): number {
  return median(Float64Array.from({ length: members }, (_, member) => products[member * members + member] as number))
}

/** Least w'Aw − 2·pull·Σw on the simplex, by accelerated projected gradient (Beck and Teboulle 2009). */
function minimizeOnSimplex(matrix: Float64Array, start: Float64Array, pull: number): Float64Array {
  const size = start.length
  let steepest = 1e-12
  for (let row = 0; row < size; row++) {
    let sum = 0
    for (let column = 0; column < size; column++) sum += Math.abs(matrix[row * size + column] as number)
    steepest = Math.max(steepest, sum)
  }
  let weights = start
  let ahead = start
  let momentum = 1
  for (let step = 0; step < STEPS; step++) {
    const from = ahead
    const moved = from.map((value, row) => {
      let slope = -pull
      for (let column = 0; column < size; column++)
        slope += (matrix[row * size + column] as number) * (from[column] as number)
      return value - slope / steepest
    })
    const next = projectOnSimplex(moved)
    const nextMomentum = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2
    const previous = weights
    ahead = next.map((value, index) => value + ((momentum - 1) / nextMomentum) * (value - (previous[index] as number)))
    weights = next
    momentum = nextMomentum
  }
  return weights
}

/** The nearest point with parts from 0 that sum to 1 (Duchi et al. 2008). */
function projectOnSimplex(values: Float64Array): Float64Array {
  const sorted = values.toSorted().toReversed()
  let sum = 0
  let shift = 0
  for (const [index, value] of sorted.entries()) {
    sum += value
    const candidate = (sum - 1) / (index + 1)
    if (value > candidate) shift = candidate
  }
  return values.map((value) => Math.max(0, value - shift))
}
