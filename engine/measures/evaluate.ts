import { meanInterval, poissonInterval, wilsonInterval, type ConfidenceInterval } from '../numeric/index.ts'
import { counters, type CounterId } from './counters.ts'
import type { MeasureDefinition, MeasureParameters, Term } from './definition.ts'
import { boundIndex, waitBounds } from './wait-bounds.ts'

/** Counters of one group: `answered`, `answeredWithin:20`. Absent means 0. */
export type CounterValues = Readonly<Record<string, number>>

/** A measure’s figure: a fraction, seconds or a count, as its definition’s `unit` says. */
export interface MeasureValue {
  /** Null where there is nothing to divide by: shown "–", never 0 or 100 %. */
  readonly value: number | null
  readonly numerator: number
  readonly denominator: number
  /** A threshold lies between the bounds of the roll-ups, so the value is interpolated: shown ≈. */
  readonly approximate: boolean
  /** 95 % interval, where the kind of measure has one. */
  readonly interval: ConfidenceInterval | null
}

const CONFIDENCE = 0.95

/** The threshold of a term in seconds, where it has one. */
export function thresholdOf(term: Term, parameters: MeasureParameters): number | undefined {
  if (!counters[term.counter].threshold) return undefined
  if (typeof term.within === 'number') return term.within
  return term.within === 'short' ? parameters.shortAbandonSeconds : parameters.withinSeconds
}

/** Under which name a counter's value is found. */
export function counterKey(counter: CounterId, threshold: number | undefined): string {
  return threshold === undefined ? counter : `${counter}:${threshold}`
}

/** Which counters, with which thresholds, a measure needs. */
export function neededCounters(
  definition: MeasureDefinition,
  parameters: MeasureParameters,
): { counter: CounterId; threshold: number | undefined }[] {
  if (definition.kind === 'percentile') {
    return [
      { counter: 'answered', threshold: undefined },
      ...waitBounds.map((threshold) => ({ counter: 'answeredWithin' as const, threshold })),
    ]
  }
  const terms = [...definition.numerator, ...definition.denominator].map((term) => ({
    counter: term.counter,
    threshold: thresholdOf(term, parameters),
  }))
  // A maximum over nobody is 0 in the roll-ups: only the count tells it from a wait of 0 s.
  if (definition.kind === 'max') return [...terms, { counter: 'offered', threshold: undefined }]
  return [...terms, ...(definition.squares ?? []).map((counter) => ({ counter, threshold: undefined }))]
}

/** A measure's value from its counters. Recall measures are computed from the facts instead. */
export function evaluate(
  definition: MeasureDefinition,
  values: CounterValues,
  parameters: MeasureParameters,
): MeasureValue {
  if (definition.kind === 'percentile') return percentileOf(definition, values)
  const scale = definition.unit === 'seconds' ? 1 / 1000 : 1
  const numerator = sumTerms(definition.numerator, values, parameters) * scale
  const denominator = sumTerms(definition.denominator, values, parameters)
  const approximate = [...definition.numerator, ...definition.denominator].some((term) => {
    const threshold = thresholdOf(term, parameters)
    return threshold !== undefined && boundIndex(threshold) === undefined
  })
  if (definition.kind === 'max') {
    const isEmpty = (values['offered'] ?? 0) === 0
    return { value: isEmpty ? null : numerator, numerator, denominator: 1, approximate, interval: null }
  }
  if (definition.kind === 'count') {
    const interval = carriesInterval(definition) ? poissonInterval(numerator, CONFIDENCE) : null
    return { value: numerator, numerator, denominator: 1, approximate, interval }
  }
  const squares = (definition.squares ?? []).reduce((sum, counter) => sum + (values[counter] ?? 0), 0)
  return evaluateSums(definition, { numerator, denominator, squares, approximate })
}

/** Numerator, denominator and squares of a ratio: parts that were counted by different definitions add up to them. */
export interface MeasureSums {
  readonly numerator: number
  readonly denominator: number
  readonly squares: number
  readonly approximate: boolean
}

/** The value of a ratio from its sums. */
export function evaluateSums(definition: MeasureDefinition, sums: MeasureSums): MeasureValue {
  const { numerator, denominator, squares, approximate } = sums
  const value = denominator > 0 ? numerator / denominator : null
  return {
    value,
    numerator,
    denominator,
    approximate,
    interval: intervalOf(definition, squares, numerator, denominator),
  }
}

/** The sums of a ratio. */
export function sumsOf(
  definition: MeasureDefinition,
  values: CounterValues,
  parameters: MeasureParameters,
): Pick<MeasureSums, 'numerator' | 'denominator' | 'squares'> {
  const scale = definition.unit === 'seconds' ? 1 / 1000 : 1
  return {
    numerator: sumTerms(definition.numerator, values, parameters) * scale,
    denominator: sumTerms(definition.denominator, values, parameters),
    squares: (definition.squares ?? []).reduce((sum, counter) => sum + (values[counter] ?? 0), 0),
  }
}

function sumTerms(terms: readonly Term[], values: CounterValues, parameters: MeasureParameters): number {
  return terms.reduce(
    (sum, term) => sum + (term.times ?? 1) * (values[counterKey(term.counter, thresholdOf(term, parameters))] ?? 0),
    0,
  )
}

/**
 * Whether chance among few contacts can be told of a measure: of shares of contacts, of contacts an hour, of counts, and of means
 * whose squares are kept. Shares of time have no trials to count.
 */
export function carriesInterval({ kind, attribution, unit, numerator, squares }: MeasureDefinition): boolean {
  if (kind === 'recall') return true
  if (kind === 'mean') return squares !== undefined
  if (kind === 'count') return unit === 'contacts'
  const ofContacts = attribution !== 'time' && numerator.every((term) => counters[term.counter].unit !== 'ms')
  return (kind === 'share' || kind === 'ratio') && ofContacts
}

function intervalOf(
  definition: MeasureDefinition,
  squares: number,
  numerator: number,
  denominator: number,
): ConfidenceInterval | null {
  if (denominator <= 0 || !carriesInterval(definition)) return null
  if (definition.kind === 'share')
    return numerator >= 0 && numerator <= denominator ? wilsonInterval(numerator, denominator, CONFIDENCE) : null
  if (definition.kind === 'ratio') {
    // Contacts over hours: their number is chance, the hours are not.
    const { low, high } = poissonInterval(numerator, CONFIDENCE)
    return { low: low / denominator, high: high / denominator }
  }
  if (definition.squares === undefined) return null
  return meanInterval(denominator, numerator, squares, CONFIDENCE) ?? null
}

/** The wait that the asked share did not exceed, interpolated inside its bin. */
function percentileOf(definition: MeasureDefinition, values: CounterValues): MeasureValue {
  const total = values['answered'] ?? 0
  const goal = (definition.quantile ?? 0.5) * total
  const empty = { value: null, numerator: 0, denominator: 0, approximate: false, interval: null }
  if (total === 0) return empty
  let below = 0
  for (const [index, bound] of waitBounds.entries()) {
    const within = values[counterKey('answeredWithin', bound)] ?? 0
    if (within >= goal) {
      const low = index === 0 ? 0 : (waitBounds[index - 1] ?? 0)
      const share = within === below ? 1 : (goal - below) / (within - below)
      const value = index === 0 ? 0 : low + share * (bound - low)
      return { value, numerator: within, denominator: total, approximate: bound - low > 1, interval: null }
    }
    below = within
  }
  return { ...empty, denominator: total, value: waitBounds.at(-1) ?? null, approximate: true }
}
