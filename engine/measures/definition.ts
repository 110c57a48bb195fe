import type { CounterId } from './counters.ts'

/** Words in both languages. */
export interface Words {
  readonly ru: string
  readonly en: string
}

export const words = (ru: string, en: string): Words => ({ ru, en })

/**
 * One counter in a numerator or denominator. `within`: the service target's threshold, the short-abandon threshold, or seconds that a centre's own
 * definition fixes.
 */
export interface Term {
  readonly counter: CounterId
  readonly times?: number
  readonly within?: 'target' | 'short' | number
}

export const term = (counter: CounterId, times = 1): Term => ({ counter, times })

/**
 * - `count`: the numerator as it is · `share`: a fraction of contacts or of time · `mean`: seconds per contact
 * - `max`: a maximum, which does not add · `ratio`: of two like quantities · `percentile`: from the waiting-time histogram
 * - `recall`: from the facts, by customer (see recall.ts)
 */
export type MeasureKind = 'count' | 'share' | 'mean' | 'max' | 'ratio' | 'percentile' | 'recall'

/** Which interval a contact belongs to: where it was offered, where it was answered or finished, or the agents' own time. */
export type Attribution = 'offered' | 'answered' | 'ended' | 'time'

/** A KPI, as data. A published version is never changed; another version stands beside it. */
export interface MeasureDefinition {
  readonly id: string
  readonly version: number
  readonly kind: MeasureKind
  readonly group: 'volume' | 'serviceLevel' | 'waiting' | 'handling' | 'customers' | 'agents' | 'outbound'
  readonly name: Words
  /** What people call it: SL, AHT. */
  readonly short?: Words
  /** The formula in words. */
  readonly formula: Words
  readonly numerator: readonly Term[]
  readonly denominator: readonly Term[]
  readonly unit: 'contacts' | 'fraction' | 'seconds' | 'times'
  readonly better: 'high' | 'low' | 'neither'
  readonly attribution: Attribution
  /** For means: the counters of squares that give them an interval; of contacts told apart, one for each part. */
  readonly squares?: readonly CounterId[]
  /** For percentiles: 0.9. */
  readonly quantile?: number
  /** What to beware of when reading or comparing it. */
  readonly beware?: Words
  /** Whose definition it is. */
  readonly source: string
}

/** Thresholds that a question brings along. */
export interface MeasureParameters {
  /** The 20 in 80/20. */
  readonly withinSeconds: number
  /** Abandons shorter than this count as short. */
  readonly shortAbandonSeconds: number
}

/** `serviceLevelNeutral@1`. */
export const stamp = (definition: MeasureDefinition): string => `${definition.id}@${definition.version}`
