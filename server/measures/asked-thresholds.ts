import type { MeasureQuery } from '@pult/contract/measures'

import type { AskedMeasure } from './asked-definition.ts'
import type { TargetStretch } from './target-stretches.ts'
import { withinSecondsOf, type TargetInForce } from './thresholds.ts'

/** Thresholds by which contacts of a question are judged, and whether a queue's own changes within its period. */
export interface AskedThresholds {
  /** Every threshold that some queue of the question has on some day; one where the question brings its own. */
  readonly thresholds: readonly number[]
  readonly changes: boolean
}

/** `about`: whose contacts they are. */
export function askedThresholds(
  stretches: readonly TargetStretch[],
  query: MeasureQuery,
  about: 'agents' | 'queues',
): AskedThresholds {
  const byDays = stretches.map(({ targets }) => thresholdsIn(targets, query, about))
  const thresholds = query.withinSeconds === undefined ? [...new Set(byDays.flat())] : [query.withinSeconds]
  return { thresholds, changes: thresholds.length > 1 && changesThreshold(stretches, query) }
}

/** Each contact is judged by its own queue's threshold; agents' contacts, which are kept without their queue, by the centre's. */
function thresholdsIn(targets: readonly TargetInForce[], query: MeasureQuery, about: 'agents' | 'queues'): number[] {
  const { queueIds } = query.filters
  if (queueIds?.length === 1) return [withinSecondsOf(targets, queueIds[0] ?? 0)]
  if (about === 'agents' && !query.splitBy.includes('queue')) return [withinSecondsOf(targets, 0)]
  const queues = queueIds ?? [...targets.map((target) => target.queueId), 0]
  return [...new Set(queues.map((queueId) => withinSecondsOf(targets, queueId)))]
}

/** Whether some queue of the question has one threshold on one day and another on another. */
function changesThreshold(stretches: readonly TargetStretch[], query: MeasureQuery): boolean {
  const queueIds = query.filters.queueIds ?? [
    0,
    ...stretches.flatMap(({ targets }) => targets.map((target) => target.queueId)),
  ]
  return queueIds.some((queueId) => new Set(stretches.map(({ targets }) => withinSecondsOf(targets, queueId))).size > 1)
}

/** The one threshold of a column; null where there are several. */
export function withinOf(
  { stretches }: AskedMeasure,
  asked: number | undefined,
  thresholds: readonly number[],
): number | null {
  const own = new Set((stretches ?? []).map((one) => one.own.withinSeconds))
  const [fixed = null] = own
  if (asked !== undefined) return asked
  if (own.size > 1) return null
  return fixed ?? (thresholds.length === 1 ? (thresholds[0] ?? null) : null)
}
