import { boundIndex, counterKey, thresholdOf, type MeasureDefinition, type Term } from '@pult/engine/measures'

import type { Tx } from '../platform/index.ts'
import { usesThreshold } from './columns.ts'
import { distinctCounters, type WantedCounter } from './counter-sql.ts'
import { addCounter, readGroups, type Group, type GroupQuery } from './groups.ts'
import type { TargetStretch } from './target-stretches.ts'
import { withinSecondsOf } from './thresholds.ts'

/** Stands where a threshold stands, for counters that are summed over queues, each within its own. */
export const OWN_THRESHOLD = -1

/** A group with the counters of all its queues, each within its own threshold, under {@link OWN_THRESHOLD}. */
export interface GroupOfQueues extends Group {
  readonly own?: Record<string, number>
}

export const isJudgedByQueue = (definition: MeasureDefinition): boolean =>
  definition.kind !== 'percentile' && definition.kind !== 'recall' && usesThreshold(definition)

/** By what contacts are judged. */
export interface Judgement {
  readonly definitions: readonly MeasureDefinition[]
  readonly stretches: readonly TargetStretch[]
  readonly shortAbandonSeconds: number
  /** Whether the question may tell queues apart; agents' contacts are kept without their queue. */
  readonly isTold: boolean
}

/**
 * Adds to groups what lies within the threshold of each contact's own queue on its own day: twenty seconds mean nothing to an
 * e-mail, and a total is the sum of its queues and days. Asked by queue and stretch, whatever the question's splits are, and added up.
 */
export async function withOwnThresholds(
  tx: Tx,
  query: GroupQuery,
  groups: readonly Group[],
  { definitions, stretches, shortAbandonSeconds, isTold }: Judgement,
): Promise<GroupOfQueues[]> {
  const terms = definitions
    .filter(isJudgedByQueue)
    .flatMap((definition) => [...definition.numerator, ...definition.denominator])
  const splitBy = !isTold || query.splitBy.includes('queue') ? query.splitBy : [...query.splitBy, 'queue' as const]
  const queueAt = splitBy.indexOf('queue')
  const { queueIds = [] } = query.filters
  const onlyQueue = queueIds.length === 1 ? (queueIds[0] ?? 0) : 0
  const own = new Map<string, Record<string, number>>()
  for (const { targets, ...period } of stretches) {
    const thresholdAt = (queueId: number): number => withinSecondsOf(targets, isTold ? queueId : onlyQueue)
    const thresholds = [...new Set([0, ...targets.map(({ queueId }) => queueId)].map(thresholdAt))]
    const wanted: WantedCounter[] = thresholds.flatMap((withinSeconds) =>
      terms.map((term) => ({
        counter: term.counter,
        threshold: thresholdOf(term, { withinSeconds, shortAbandonSeconds }),
      })),
    )
    const read = await readGroups(tx, { ...query, period, splitBy, wanted: distinctCounters(wanted) })
    for (const { keys, values } of read) {
      const withinSeconds = thresholdAt(Number(keys[queueAt] ?? 0))
      const name = JSON.stringify(keys.slice(0, query.splitBy.length))
      const sums = own.get(name) ?? {}
      own.set(name, sums)
      for (const [asked, found] of keysOf(terms, withinSeconds, shortAbandonSeconds))
        addCounter(sums, asked, values[found] ?? 0)
    }
  }
  return groups.map((group) => {
    const sums = own.get(JSON.stringify(group.keys))
    return sums === undefined ? group : { ...group, own: sums }
  })
}

/** Under which name each term's counter is found for a queue, by the name under which its sum is asked for. */
function keysOf(terms: readonly Term[], withinSeconds: number, shortAbandonSeconds: number): Map<string, string> {
  const keyWith = (term: Term, seconds: number): string =>
    counterKey(term.counter, thresholdOf(term, { withinSeconds: seconds, shortAbandonSeconds }))
  return new Map(terms.map((term) => [keyWith(term, OWN_THRESHOLD), keyWith(term, withinSeconds)]))
}

/** Whether a threshold of theirs lies between the bounds of the roll-ups. */
export const isInterpolated = (thresholds: readonly number[]): boolean =>
  thresholds.some((threshold) => boundIndex(threshold) === undefined)
