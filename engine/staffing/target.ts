import {
  requireNumber,
  serviceLevelRules,
  type QueueState,
  type ServiceLevelRule,
  type UnstableQueue,
} from '../queueing/index.ts'
import type { Thresholds } from './demand.ts'

/** What a queue is to keep; every part that is given must hold. */
export interface StaffingTarget {
  readonly serviceLevel?: ServiceLevelTarget
  readonly maxAsaSeconds?: number
  readonly maxAbandonRate?: number
  readonly maxOccupancy?: number
}

/** "80/20": the fraction within so many seconds, by a rule that has a name. */
export interface ServiceLevelTarget {
  readonly fraction: number
  readonly withinSeconds: number
  readonly rule: ServiceLevelRule
  /** What counts as a short abandon, for the two short rules; 5 when left out. */
  readonly shortSeconds?: number
}

/** Which service level: its rule and its thresholds, without what is wanted of it. */
export type LevelKind = Omit<ServiceLevelTarget, 'fraction'>

/** `balance`: without hang-ups there must be more agents than work before any other part can hold. */
export type TargetPart = 'serviceLevel' | 'asa' | 'abandonRate' | 'occupancy' | 'balance'

const USUAL_SHORT_SECONDS = 5
const PARTS: readonly string[] = ['serviceLevel', 'maxAsaSeconds', 'maxAbandonRate', 'maxOccupancy']

/** A part that is spelt otherwise would be kept by nobody: who calls without types is told. */
export function checkTarget(target: StaffingTarget): void {
  const { serviceLevel, maxAsaSeconds, maxAbandonRate, maxOccupancy } = target
  const unknown = Object.keys(target).find((name) => !PARTS.includes(name))
  if (unknown !== undefined)
    throw new RangeError(`target.${unknown} is no part of a target; there are ${PARTS.join(', ')}`)
  if ([serviceLevel, maxAsaSeconds, maxAbandonRate, maxOccupancy].every((part) => part === undefined))
    throw new RangeError('target must have a part: a service level, an ASA, an abandon rate or an occupancy')
  if (serviceLevel !== undefined) {
    const { fraction, withinSeconds, rule } = serviceLevel
    if (!serviceLevelRules.includes(rule))
      throw new RangeError(`target.serviceLevel.rule must be one of ${serviceLevelRules.join(', ')}, not ${rule}`)
    requireNumber('target.serviceLevel.fraction', fraction, fraction > 0 && fraction <= 1, 'above 0 and at most 1')
    requireNumber('target.serviceLevel.withinSeconds', withinSeconds, withinSeconds >= 0, 'zero or more')
  }
  if (maxAsaSeconds !== undefined)
    requireNumber('target.maxAsaSeconds', maxAsaSeconds, maxAsaSeconds >= 0, 'zero or more')
  for (const [name, value] of Object.entries({ maxAbandonRate, maxOccupancy }))
    if (value !== undefined) requireNumber(`target.${name}`, value, value >= 0 && value <= 1, 'between 0 and 1')
}

export function thresholdsOf({ serviceLevel }: StaffingTarget): Thresholds {
  if (serviceLevel === undefined) return { withinSeconds: 20 }
  const { rule, withinSeconds, shortSeconds = USUAL_SHORT_SECONDS } = serviceLevel
  if (rule !== 'shortCredit' && rule !== 'shortExcluded') return { withinSeconds }
  return { withinSeconds, shortSeconds: Math.min(shortSeconds, withinSeconds) }
}

/** The parts this state misses; none when the target is met. */
export function missedParts(state: QueueState | UnstableQueue, target: StaffingTarget): readonly TargetPart[] {
  if ('unstable' in state) return ['balance']
  const { serviceLevel, maxAsaSeconds = Infinity, maxAbandonRate = 1, maxOccupancy = 1 } = target
  const missed: TargetPart[] = []
  if (serviceLevel !== undefined && (state.serviceLevel[serviceLevel.rule] ?? 0) < serviceLevel.fraction)
    missed.push('serviceLevel')
  if (state.asaSeconds > maxAsaSeconds) missed.push('asa')
  if (state.abandonRate > maxAbandonRate) missed.push('abandonRate')
  if (state.occupancy > maxOccupancy) missed.push('occupancy')
  return missed
}

/**
 * Parts that no number of agents meets while anybody calls: perfection is approached and never reached. (A computer would reach it
 * by rounding; the number would mean nothing.)
 */
export function unreachableParts(target: StaffingTarget, canHangUp: boolean): readonly TargetPart[] {
  const { serviceLevel, maxAsaSeconds, maxAbandonRate, maxOccupancy } = target
  const parts: TargetPart[] = []
  if (serviceLevel?.fraction === 1) parts.push('serviceLevel')
  if (maxAsaSeconds === 0) parts.push('asa')
  if (maxAbandonRate === 0 && canHangUp) parts.push('abandonRate')
  if (maxOccupancy === 0) parts.push('occupancy')
  return parts
}
