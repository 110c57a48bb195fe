import { studentQuantile } from '../numeric/index.ts'
import type { ScopeMoments } from './tally-moments.ts'

/** A mean over replications and half the width of its 95 % interval (Student); null after a single replication. */
export interface Estimate {
  readonly mean: number
  readonly halfWidth: number | null
}

/** Counters with their weights: Σ weight × counter. */
export type Combination = ReadonlyMap<number, number>

export const countersOf = (...counters: readonly number[]): Combination =>
  new Map(counters.map((counter) => [counter, 1]))

/** Makes estimates from moments; Student's quantile is looked up once. */
export interface Estimator {
  readonly mean: (moments: ScopeMoments, counters: Combination) => Estimate
  /** Ratio of means by the delta method; where the whole is empty, `whenEmpty` without doubt. */
  readonly ratio: (moments: ScopeMoments, part: Combination, whole: Combination, whenEmpty: number) => Estimate
  /** Second ratio less the first, within one scope that holds both. */
  readonly ratioDifference: (moments: ScopeMoments, first: RatioOf, second: RatioOf, whenEmpty: number) => Estimate
}

export interface RatioOf {
  readonly part: Combination
  readonly whole: Combination
}

export function createEstimator(replications: number): Estimator {
  const quantile = replications < 2 ? 0 : studentQuantile(0.975, replications - 1)

  const estimate = (moments: ScopeMoments, mean: number, weights: Combination): Estimate => {
    const error = moments.standardError(weights)
    return { mean, halfWidth: error === undefined ? null : quantile * error }
  }

  return {
    mean: (moments, counters) => estimate(moments, valueOf(moments, counters), counters),
    ratio: (moments, part, whole, whenEmpty) => {
      const line = linearize(moments, { part, whole }, whenEmpty)
      return estimate(moments, line.value, line.weights)
    },
    ratioDifference: (moments, first, second, whenEmpty) => {
      const [from, to] = [linearize(moments, first, whenEmpty), linearize(moments, second, whenEmpty)]
      const weights = new Map(to.weights)
      addWeights(weights, from.weights, -1)
      return estimate(moments, to.value - from.value, weights)
    },
  }
}

function valueOf(moments: ScopeMoments, counters: Combination): number {
  let value = 0
  for (const [counter, weight] of counters) value += weight * moments.mean(counter)
  return value
}

/** A ratio near its mean is a line: (part − ratio × whole) ÷ mean of the whole. */
function linearize(moments: ScopeMoments, { part, whole }: RatioOf, whenEmpty: number) {
  const below = valueOf(moments, whole)
  const weights = new Map<number, number>()
  if (!(below > 0)) return { value: whenEmpty, weights }
  const value = valueOf(moments, part) / below
  addWeights(weights, part, 1 / below)
  addWeights(weights, whole, -value / below)
  return { value, weights }
}

function addWeights(to: Map<number, number>, from: Combination, factor: number): void {
  for (const [counter, weight] of from) to.set(counter, (to.get(counter) ?? 0) + factor * weight)
}
