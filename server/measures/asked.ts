import type { MeasureQuery } from '@pult/contract/measures'
import { neededCounters, type MeasureDefinition } from '@pult/engine/measures'
import type { Zone } from '@pult/engine/time'

import { readCenter, readOwnVersions } from '../center/index.ts'
import { invalid, type Caller, type Tx } from '../platform/index.ts'
import { askedMeasure, type AskedMeasure } from './asked-definition.ts'
import { askedThresholds } from './asked-thresholds.ts'
import { distinctCounters, isTime, type WantedCounter } from './counter-sql.ts'
import { isAboutAgents, type GroupQuery } from './groups.ts'
import { isJudgedByQueue } from './own-thresholds.ts'
import { assertOnGrid, periodOf, type Period } from './period.ts'
import { reachOf } from './reach.ts'
import type { RecallWindows } from './recall-facts.ts'
import { shiftedStretches, targetsIn, type TargetStretch } from './target-stretches.ts'
import { zoneOf } from './zone-sql.ts'

/** A question about measures with all that its centre says about it: definitions, targets, thresholds. */
export interface Asked {
  readonly query: MeasureQuery
  readonly definitions: readonly MeasureDefinition[]
  /** The same as they were asked for: with the centre's own versions and their days. */
  readonly measures: readonly AskedMeasure[]
  readonly base: GroupQuery
  /** The targets by their days. */
  readonly stretches: readonly TargetStretch[]
  readonly shortAbandonSeconds: number
  readonly windows: RecallWindows
  /** Every threshold of its queues and days. */
  readonly thresholds: readonly number[]
  /** The threshold of whatever is not told by queue. */
  readonly withinSeconds: number
  /** The thresholds, where the queues or days of the question have different ones and none was asked for. */
  readonly ownThresholds: readonly number[] | null
  /** Whether a queue's own threshold changes within the period. */
  readonly changes: boolean
  readonly isTold: boolean
  /** Whether agents' time or contacts are asked for, which are kept by half-hours. */
  readonly needsAgents: boolean
  readonly now: number
}

/**
 * Reads what the centre says about a question. Throws 400 problems for unknown measures and impossible periods. With `yardstick` the
 * period is judged by the targets of that other one.
 */
export async function readAsked(
  tx: Tx,
  caller: Caller,
  query: MeasureQuery,
  now: number,
  yardstick: Pick<MeasureQuery, 'from' | 'to'> | undefined,
): Promise<Asked> {
  const { centerId } = caller
  const center = await readCenter(tx, centerId)
  const zone = zoneOf(center.timeZone)
  const period = periodOf(zone, query.from, query.to)
  const measures = await readMeasures(tx, centerId, query, zone, period)
  const definitions = measures.map(({ definition }) => definition)
  const stretches = await readStretches(tx, centerId, zone, period, yardstick)
  const shortAbandonSeconds = query.shortAbandonSeconds ?? center.policy.shortAbandonSeconds
  const about = isAboutAgents(query.splitBy, query.filters) ? 'agents' : 'queues'
  const { thresholds, changes } = askedThresholds(stretches, query, about)
  const isByQueue = query.splitBy.includes('queue')
  // What is told by queue needs every queue's threshold; the rest is added up apart, see own-thresholds.
  const wanted = wantedCounters(definitions, isByQueue ? thresholds : thresholds.slice(0, 1), shortAbandonSeconds)
  const filters = await reachOf(tx, caller, query.splitBy, query.filters)
  const { splitBy, intervalMinutes } = query
  const needsAgents = isAboutAgents(splitBy, filters) || wanted.some(({ counter }) => isTime(counter))
  if (needsAgents) assertOnGrid(period, 30)
  const isJudgedApart = thresholds.length > 1 && (about === 'queues' || changes) && definitions.some(isJudgedByQueue)
  return {
    query,
    definitions,
    measures,
    base: { centerId, zone, period, splitBy, intervalMinutes, filters, wanted, exact: query.exact },
    stretches,
    shortAbandonSeconds,
    windows: center.policy,
    thresholds,
    withinSeconds: thresholds[0] ?? 0,
    ownThresholds: isJudgedApart ? thresholds : null,
    changes,
    isTold: about === 'queues' || isByQueue,
    needsAgents,
    now,
  }
}

async function readMeasures(
  tx: Tx,
  centerId: number,
  query: MeasureQuery,
  zone: Zone,
  period: Period,
): Promise<AskedMeasure[]> {
  if (new Set(query.splitBy).size < query.splitBy.length) {
    throw invalid('splitTwice', 'body.splitBy: the same split is named twice.', { at: 'body.splitBy' })
  }
  const knownAt = query.definitionsAsOf === undefined ? undefined : Date.parse(query.definitionsAsOf)
  const versions = await readOwnVersions(tx, centerId, knownAt)
  return query.measures.map((reference, index) =>
    askedMeasure(reference, `body.measures.${index}`, versions, zone, period),
  )
}

async function readStretches(
  tx: Tx,
  centerId: number,
  zone: Zone,
  period: Period,
  yardstick: Pick<MeasureQuery, 'from' | 'to'> | undefined,
): Promise<TargetStretch[]> {
  if (yardstick === undefined) return targetsIn(tx, centerId, zone, period)
  const promised = periodOf(zone, yardstick.from, yardstick.to)
  return shiftedStretches(zone, await targetsIn(tx, centerId, zone, promised), promised, period)
}

const wantedCounters = (
  definitions: readonly MeasureDefinition[],
  thresholds: readonly number[],
  shortAbandonSeconds: number,
): WantedCounter[] =>
  distinctCounters(
    definitions.flatMap((definition) =>
      thresholds.flatMap((withinSeconds) => neededCounters(definition, { withinSeconds, shortAbandonSeconds })),
    ),
  )
