import {
  boundIndex,
  evaluateSums,
  neededCounters,
  sumsOf,
  thresholdOf,
  type MeasureDefinition,
  type MeasureValue,
} from '@pult/engine/measures'

import type { Tx } from '../platform/index.ts'
import type { DefinitionStretch } from './asked-definition.ts'
import { usesThreshold } from './columns.ts'
import { distinctCounters } from './counter-sql.ts'
import { addCounter, readGroups, type GroupQuery } from './groups.ts'
import type { GroupOfQueues } from './own-thresholds.ts'
import type { Period } from './period.ts'
import type { TargetStretch } from './target-stretches.ts'
import { withinSecondsOf } from './thresholds.ts'

/** A measure whose parts are counted by different definitions, or by thresholds of its own; `place` among those asked for. */
export interface OwnPlan {
  readonly place: number
  readonly stretches: readonly DefinitionStretch[]
}

export interface OwnSumsInput {
  readonly plans: readonly OwnPlan[]
  readonly targets: readonly TargetStretch[]
  readonly shortAbandonSeconds: number
  /** A threshold that the question itself names; it wins over everybody's. */
  readonly withinSeconds: number | undefined
  /** Whether the question may tell queues apart; agents' contacts are kept without their queue. */
  readonly isTold: boolean
}

const sums = ['numerator', 'denominator', 'squares', 'between'] as const
const nameOf = (place: number, sum: (typeof sums)[number]): string => `${sum}#${place}`

/**
 * Adds to groups the numerators and denominators of measures that a centre defines itself, each day by the definition and, where that names
 * no threshold, by the queue's target of that day. Both add up, so a period over a change is the sum of its parts.
 */
export async function withOwnSums(
  tx: Tx,
  query: GroupQuery,
  groups: readonly GroupOfQueues[],
  input: OwnSumsInput,
): Promise<GroupOfQueues[]> {
  const found = new Map<string, Record<string, number>>()
  for (const { place, stretches } of input.plans)
    for (const { own, ...period } of stretches)
      for (const piece of piecesOf(own, period, input))
        await addPiece(tx, query, { place, own, ...piece, input }, found)
  return groups.map((group) => {
    const own = found.get(JSON.stringify(group.keys))
    return own === undefined ? group : { ...group, own: { ...group.own, ...own } }
  })
}

interface Piece {
  readonly period: Period
  readonly thresholdOf: ((queueId: number) => number) | number
}

/** A stretch of one definition, cut where targets change if these are its thresholds. */
function piecesOf(own: DefinitionStretch['own'], period: Period, input: OwnSumsInput): Piece[] {
  const fixed = input.withinSeconds ?? own.withinSeconds
  if (fixed !== null) return [{ period, thresholdOf: fixed }]
  if (!usesThreshold(own.definition)) return [{ period, thresholdOf: 0 }]
  return input.targets
    .map(({ targets, ...stretch }): Piece => {
      const [from, to] = [Math.max(stretch.from, period.from), Math.min(stretch.to, period.to)]
      const wholeDays =
        (from === stretch.from ? stretch : period).wholeDays && (to === stretch.to ? stretch : period).wholeDays
      return { period: { from, to, wholeDays }, thresholdOf: (queueId) => withinSecondsOf(targets, queueId) }
    })
    .filter(({ period: { from, to } }) => from < to)
}

async function addPiece(
  tx: Tx,
  query: GroupQuery,
  piece: Piece & { readonly place: number; readonly own: DefinitionStretch['own']; readonly input: OwnSumsInput },
  found: Map<string, Record<string, number>>,
): Promise<void> {
  const { place, own, input, period } = piece
  const { queueIds } = query.filters
  const byQueue = typeof piece.thresholdOf !== 'number'
  const onlyQueue = queueIds?.length === 1 ? (queueIds[0] ?? 0) : 0
  const splitBy =
    !byQueue || !input.isTold || query.splitBy.includes('queue') ? query.splitBy : [...query.splitBy, 'queue' as const]
  const queueAt = splitBy.indexOf('queue')
  const secondsAt = (queueId: number): number =>
    typeof piece.thresholdOf === 'number' ? piece.thresholdOf : piece.thresholdOf(queueId)
  const known = byQueue ? input.targets.flatMap(({ targets }) => targets.map(({ queueId }) => queueId)) : []
  const thresholds = [...new Set([0, onlyQueue, ...known].map(secondsAt))]
  const parametersAt = (withinSeconds: number) => ({
    withinSeconds,
    shortAbandonSeconds: own.shortSeconds ?? input.shortAbandonSeconds,
  })
  const wanted = distinctCounters(
    thresholds.flatMap((seconds) => neededCounters(own.definition, parametersAt(seconds))),
  )
  const read = await readGroups(tx, { ...query, period, splitBy, wanted })
  for (const { keys, values } of read) {
    const withinSeconds = secondsAt(queueAt === -1 ? onlyQueue : Number(keys[queueAt] ?? 0))
    const name = JSON.stringify(keys.slice(0, query.splitBy.length))
    const group = found.get(name) ?? {}
    found.set(name, group)
    const told = sumsOf(own.definition, values, parametersAt(withinSeconds))
    for (const [sum, value] of Object.entries(told)) addCounter(group, nameOf(place, sum as keyof typeof told), value)
    addCounter(group, nameOf(place, 'between'), isBetween(own.definition, parametersAt(withinSeconds)) ? 1 : 0)
  }
}

/** Whether a threshold lies between the bounds of the roll-ups. */
const isBetween = (definition: MeasureDefinition, parameters: Parameters<typeof thresholdOf>[1]): boolean =>
  [...definition.numerator, ...definition.denominator].some((term) => {
    const threshold = thresholdOf(term, parameters)
    return threshold !== undefined && boundIndex(threshold) === undefined
  })

/** The measure's value from a group's own sums; null where there are none. */
export function valueOfOwnSums(
  definition: MeasureDefinition,
  place: number,
  own: Readonly<Record<string, number>> | undefined,
  isExact: boolean,
): MeasureValue | null {
  const sum = (name: (typeof sums)[number]): number => own?.[nameOf(place, name)] ?? 0
  if (own === undefined || !(nameOf(place, 'denominator') in own)) return null
  return evaluateSums(definition, {
    numerator: sum('numerator'),
    denominator: sum('denominator'),
    squares: sum('squares'),
    approximate: !isExact && sum('between') > 0,
  })
}
