import type { ServiceLevelRule } from '../queueing/index.ts'
import { countersOf, type Combination, type Estimate, type Estimator, type RatioOf } from './estimate.ts'
import {
  ABANDONED,
  ABANDONED_SHORT,
  ABANDONED_WAIT,
  ABANDONED_WITHIN,
  ANSWERED,
  ANSWERED_WAIT,
  ANSWERED_WITHIN,
  BLOCKED,
  contactCounters,
  DELAYED,
  GROUP_ANSWERED,
  GROUP_BUSY,
  GROUP_COUNTERS,
  GROUP_STAFFED,
  LEFT,
  OFFERED,
  type ContactCounter,
} from './replication-tally.ts'
import type { ScopeMoments } from './tally-moments.ts'

/**
 * Contacts by what became of them, counted where they arrived. Counts are means a replication; rates are fractions, ratios of means.
 * offered = answered + abandoned + blocked + left.
 */
export interface ContactEstimates extends Readonly<Record<ContactCount, Estimate>> {
  readonly serviceLevel: Readonly<Record<ServiceLevelRule, Estimate>>
  /** Mean wait of the answered. */
  readonly asaSeconds: Estimate
  /** Mean wait of the answered and the abandoned. */
  readonly meanWaitSeconds: Estimate
  /** Share of the offered that were not answered at once. */
  readonly waitProbability: Estimate
  readonly abandonRate: Estimate
  readonly blockedRate: Estimate
}

type ContactCount = 'offered' | 'answered' | 'answeredWithin' | 'abandoned' | 'abandonedWithin' | 'blocked' | 'left'

export interface GroupEstimates {
  /** Contacts a replication. */
  readonly answered: Estimate
  readonly busySeconds: Estimate
  readonly staffedSeconds: Estimate
  /** Busy ÷ staffed, up to the horizon. */
  readonly occupancy: Estimate
}

/** A ratio of contact counters and what it is where there is nothing to divide by: nobody was kept waiting. */
interface ContactRatio extends RatioOf {
  readonly whenEmpty: number
}

const of = (part: Combination, whole: Combination, whenEmpty: number): ContactRatio => ({ part, whole, whenEmpty })
const offered = countersOf(OFFERED)

const serviceLevelRatios = {
  strict: of(countersOf(ANSWERED_WITHIN), offered, 1),
  answered: of(countersOf(ANSWERED_WITHIN), countersOf(ANSWERED), 1),
  neutral: of(
    countersOf(ANSWERED_WITHIN),
    new Map([
      [OFFERED, 1],
      [ABANDONED_WITHIN, -1],
    ]),
    1,
  ),
  positive: of(countersOf(ANSWERED_WITHIN, ABANDONED_WITHIN), offered, 1),
  shortCredit: of(countersOf(ANSWERED_WITHIN, ABANDONED_SHORT), offered, 1),
  shortExcluded: of(
    countersOf(ANSWERED_WITHIN),
    new Map([
      [OFFERED, 1],
      [ABANDONED_SHORT, -1],
    ]),
    1,
  ),
} as const satisfies Record<ServiceLevelRule, ContactRatio>

const contactRatios = {
  asaSeconds: of(countersOf(ANSWERED_WAIT), countersOf(ANSWERED), 0),
  meanWaitSeconds: of(countersOf(ANSWERED_WAIT, ABANDONED_WAIT), countersOf(ANSWERED, ABANDONED), 0),
  waitProbability: of(countersOf(DELAYED), offered, 0),
  abandonRate: of(countersOf(ABANDONED), offered, 0),
  blockedRate: of(countersOf(BLOCKED), offered, 0),
} as const satisfies Record<string, ContactRatio>

const contactCounts = {
  offered: OFFERED,
  answered: ANSWERED,
  answeredWithin: ANSWERED_WITHIN,
  abandoned: ABANDONED,
  abandonedWithin: ABANDONED_WITHIN,
  blocked: BLOCKED,
  left: LEFT,
} as const satisfies Partial<Record<ContactCounter, number>>

export function estimateContacts(moments: ScopeMoments, estimator: Estimator): ContactEstimates {
  const ratio = ({ part, whole, whenEmpty }: ContactRatio): Estimate => estimator.ratio(moments, part, whole, whenEmpty)
  return {
    ...mapValues(contactCounts, (counter) => estimator.mean(moments, countersOf(counter))),
    serviceLevel: mapValues(serviceLevelRatios, ratio),
    ...mapValues(contactRatios, ratio),
  }
}

export function estimateGroup(moments: ScopeMoments, estimator: Estimator): GroupEstimates {
  const mean = (counter: number): Estimate => estimator.mean(moments, countersOf(counter))
  return {
    answered: mean(GROUP_ANSWERED),
    busySeconds: mean(GROUP_BUSY),
    staffedSeconds: mean(GROUP_STAFFED),
    occupancy: estimator.ratio(moments, countersOf(GROUP_BUSY), countersOf(GROUP_STAFFED), 0),
  }
}

/** Two scenarios' agents side by side in one scope: the second less the first. */
export function estimateGroupDifference(moments: ScopeMoments, estimator: Estimator): GroupEstimates {
  const less = (counter: number): Estimate =>
    estimator.mean(
      moments,
      new Map([
        [counter, -1],
        [counter + GROUP_COUNTERS, 1],
      ]),
    )
  const occupancy = (side: number) => ({
    part: countersOf(GROUP_BUSY + side * GROUP_COUNTERS),
    whole: countersOf(GROUP_STAFFED + side * GROUP_COUNTERS),
  })
  return {
    answered: less(GROUP_ANSWERED),
    busySeconds: less(GROUP_BUSY),
    staffedSeconds: less(GROUP_STAFFED),
    occupancy: estimator.ratioDifference(moments, occupancy(0), occupancy(1), 0),
  }
}

/** Two scenarios' contacts side by side in one scope: the second less the first. */
export function estimateDifference(moments: ScopeMoments, estimator: Estimator): ContactEstimates {
  const shift = (counters: Combination): Combination =>
    new Map([...counters].map(([counter, weight]) => [counter + contactCounters.length, weight]))
  const ratio = ({ part, whole, whenEmpty }: ContactRatio): Estimate =>
    estimator.ratioDifference(moments, { part, whole }, { part: shift(part), whole: shift(whole) }, whenEmpty)
  return {
    ...mapValues(contactCounts, (counter) =>
      estimator.mean(
        moments,
        new Map([
          [counter, -1],
          [counter + contactCounters.length, 1],
        ]),
      ),
    ),
    serviceLevel: mapValues(serviceLevelRatios, ratio),
    ...mapValues(contactRatios, ratio),
  }
}

function mapValues<Key extends string, From, To>(
  values: Readonly<Record<Key, From>>,
  turn: (value: From) => To,
): Record<Key, To> {
  return Object.fromEntries(Object.entries<From>(values).map(([key, value]) => [key, turn(value)])) as Record<Key, To>
}
