import type { ServiceLevelRule } from '../queueing/index.ts'
import {
  CONTACT_COUNTERS,
  contactCounters,
  GROUP_COUNTERS,
  groupCounters,
  type CenterModel,
  type ContactCounter,
  type ReplicationTally,
} from '../simulation/index.ts'
import type { StaffingTarget, TargetPart } from './target.ts'

/** What the simulation can measure of a type; without hang-ups and enough agents it just shows that nobody is answered. */
export type SkillPart = Exclude<TargetPart, 'balance'>

/** One part of one type's target, and how it is read from a simulated day: as a ratio of two sums. */
export interface MeasuredPart {
  /** Its place among the model's types. */
  readonly type: number
  readonly part: SkillPart
  readonly wanted: number
  /** How much the value lacks of what is wanted, as a share; above 0 it is missed. */
  readonly lack: (value: number) => number
  /** Numerator and denominator in a period. */
  readonly read: (tally: ReplicationTally, period: number, into: Float64Array) => void
  /** Where there is nothing to divide by. */
  readonly whenEmpty: number
}

/** Each type's target, part by part. */
export function measuredParts(model: CenterModel, targets: readonly StaffingTarget[]): readonly MeasuredPart[] {
  return targets.flatMap((target, type) => partsOfType(model, target, type))
}

function partsOfType(model: CenterModel, target: StaffingTarget, type: number): readonly MeasuredPart[] {
  const { serviceLevel, maxAsaSeconds, maxAbandonRate, maxOccupancy } = target
  const read = (ratio: ContactRatio) => readContacts(model, type, ratio)
  const parts: MeasuredPart[] = []
  if (serviceLevel !== undefined) {
    const { fraction, rule } = serviceLevel
    const lack = (value: number): number => fraction - value
    parts.push({ type, part: 'serviceLevel', wanted: fraction, lack, read: read(levels[rule]), whenEmpty: 1 })
  }
  if (maxAsaSeconds !== undefined) {
    const lack = (value: number): number => value / maxAsaSeconds - 1
    parts.push({ type, part: 'asa', wanted: maxAsaSeconds, lack, read: read(meanWait), whenEmpty: 0 })
  }
  if (maxAbandonRate !== undefined) {
    const lack = (value: number): number => value - maxAbandonRate
    parts.push({ type, part: 'abandonRate', wanted: maxAbandonRate, lack, read: read(hangUps), whenEmpty: 0 })
  }
  if (maxOccupancy !== undefined) {
    const lack = (value: number): number => value - maxOccupancy
    parts.push({ type, part: 'occupancy', wanted: maxOccupancy, lack, read: readBusy(model, type), whenEmpty: 0 })
  }
  return parts
}

interface ContactRatio {
  readonly part: readonly ContactCounter[]
  readonly whole: readonly ContactCounter[]
  readonly less?: ContactCounter
}

const levels: Readonly<Record<ServiceLevelRule, ContactRatio>> = {
  strict: { part: ['answeredWithin'], whole: ['offered'] },
  answered: { part: ['answeredWithin'], whole: ['answered'] },
  neutral: { part: ['answeredWithin'], whole: ['offered'], less: 'abandonedWithin' },
  positive: { part: ['answeredWithin', 'abandonedWithin'], whole: ['offered'] },
  shortCredit: { part: ['answeredWithin', 'abandonedShort'], whole: ['offered'] },
  shortExcluded: { part: ['answeredWithin'], whole: ['offered'], less: 'abandonedShort' },
}
const meanWait: ContactRatio = { part: ['answeredWaitSeconds'], whole: ['answered'] }
const hangUps: ContactRatio = { part: ['abandoned'], whole: ['offered'] }

function readContacts(
  { periods }: CenterModel,
  type: number,
  { part, whole, less }: ContactRatio,
): MeasuredPart['read'] {
  const above = part.map((counter) => contactCounters.indexOf(counter))
  const below = whole.map((counter) => contactCounters.indexOf(counter))
  const minus = less === undefined ? -1 : contactCounters.indexOf(less)
  return ({ contacts }, period, into) => {
    const cell = (type * periods.length + period) * CONTACT_COUNTERS
    let [numerator, denominator] = [0, minus < 0 ? 0 : -(contacts[cell + minus] as number)]
    for (const counter of above) numerator += contacts[cell + counter] as number
    for (const counter of below) denominator += contacts[cell + counter] as number
    into[0] = numerator
    into[1] = denominator
  }
}

/** How busy those are who may take the type, all their groups together. */
function readBusy({ periods, groups, contactTypes }: CenterModel, type: number): MeasuredPart['read'] {
  const id = contactTypes[type]?.id ?? ''
  const serving = [...groups.keys()].filter((group) => groups[group]?.types.includes(id))
  const [busy, staffed] = [groupCounters.indexOf('busySeconds'), groupCounters.indexOf('staffedSeconds')]
  return ({ groups: work }, period, into) => {
    let [numerator, denominator] = [0, 0]
    for (const group of serving) {
      const cell = (group * periods.length + period) * GROUP_COUNTERS
      numerator += work[cell + busy] as number
      denominator += work[cell + staffed] as number
    }
    into[0] = numerator
    into[1] = denominator
  }
}
