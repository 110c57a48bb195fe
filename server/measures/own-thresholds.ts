import { boundIndex, counterKey, thresholdOf, type MeasureDefinition, type Term } from '@pult/engine/measures'

import type { Tx } from '../platform/index.ts'
import { usesThreshold } from './columns.ts'
import { distinctCounters, type WantedCounter } from './counter-sql.ts'
import { addCounter, readGroups, type Group, type GroupQuery } from './groups.ts'
import { withinSecondsOf, type TargetInForce } from './thresholds.ts'

/** Stands where a threshold stands, for counters that are summed over queues, each within its own. */
export const OWN_THRESHOLD = -1

/** A group with the counters of all its queues, each within its own threshold, under {@link OWN_THRESHOLD}. */
export interface GroupOfQueues extends Group {
  readonly own?: Record<string, number>
}

export const isJudgedByQueue = (definition: MeasureDefinition): boolean =>
  definition.kind !== 'percentile' && definition.kind !== 'recall' && usesThreshold(definition)

/**
 * Adds to groups what lies within the threshold of each contact's own queue: twenty seconds mean nothing to an e-mail, and a total
 * is the sum of its queues. Asked by queue, whatever the question's splits are, and added up.
 */
export async function withOwnThresholds(
  tx: Tx,
  query: GroupQuery,
  groups: readonly Group[],
  definitions: readonly MeasureDefinition[],
  targets: readonly TargetInForce[],
  shortAbandonSeconds: number,
): Promise<GroupOfQueues[]> {
  const judged = definitions.filter(isJudgedByQueue)
  const queueAt = query.splitBy.includes('queue') ? query.splitBy.indexOf('queue') : query.splitBy.length
  const splitBy = query.splitBy.includes('queue') ? query.splitBy : [...query.splitBy, 'queue' as const]
  const terms = judged.flatMap((definition) => [...definition.numerator, ...definition.denominator])
  const thresholds = [
    ...new Set([0, ...targets.map(({ queueId }) => queueId)].map((id) => withinSecondsOf(targets, id))),
  ]
  const wanted: WantedCounter[] = thresholds.flatMap((withinSeconds) =>
    terms.map((term) => ({
      counter: term.counter,
      threshold: thresholdOf(term, { withinSeconds, shortAbandonSeconds }),
    })),
  )
  const own = new Map<string, Record<string, number>>()
  for (const { keys, values } of await readGroups(tx, { ...query, splitBy, wanted: distinctCounters(wanted) })) {
    const withinSeconds = withinSecondsOf(targets, Number(keys[queueAt]))
    const name = JSON.stringify(keys.slice(0, query.splitBy.length))
    const sums = own.get(name) ?? {}
    own.set(name, sums)
    for (const [asked, found] of keysOf(terms, withinSeconds, shortAbandonSeconds))
      addCounter(sums, asked, values[found] ?? 0)
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
