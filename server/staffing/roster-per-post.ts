import { sql } from 'kysely'

import type { AppliedRule, Shrinkage } from '@pult/contract/staffing'
import { shareAt, shrinkageAt, shrunkNeeds, type WeekHour } from '@pult/engine/staffing'
import { isoWeekday, type Zone } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import { ruleOf } from './applied-rules.ts'
import { listRules, listShrinkage } from './rule-store.ts'

/** People on the roster so that one agent is at a post and takes contacts, at an hour of the week; not rounded. */
export function rosterPerPost(shrinkage: readonly Shrinkage[], availability: number, at: WeekHour): number {
  const kinds = shrinkage.map((one) => ({
    id: one.kind,
    planned: one.planned,
    paid: one.paid,
    fraction: shareAt(one, at),
  }))
  return (shrunkNeeds([1], kinds)[0]?.scheduled ?? 1) / availability
}

/** Of those on the roster at an hour of the week, the share whose time is paid. */
export const paidShare = (shrinkage: readonly Shrinkage[], at: WeekHour): number =>
  1 - shrinkageAt(shrinkage, at).unpaid

/** The hour of the week in which an instant lies. */
export const weekHourOf = (zone: Zone, at: number): WeekHour => ({
  weekday: isoWeekday(zone.localDate(at)),
  hour: zone.instantToLocal(at).hour,
})

/** Availability at an hour: as learnt, else the number that somebody gave. */
export const availabilityAt = (
  { availability, availabilityByHour }: Pick<AppliedRule, 'availability' | 'availabilityByHour'>,
  hour: number,
): number => availabilityByHour?.[hour] ?? availability

/** What a centre's rules make of agents at posts of queues of calls. */
export interface CallRoster {
  /** People on the roster for one agent at a post of the queue, and for one at a post whoever takes contacts there. */
  readonly perPost: (queueId: number | undefined, at: WeekHour) => number
  readonly perPresent: (at: WeekHour) => number
}

/** By the shrinkage and the rules as they are now; a learnt availability is that of the requirement counted last. */
export async function readCallRoster(tx: Tx, centerId: number): Promise<CallRoster> {
  const shrinkage = await listShrinkage(tx, centerId)
  const rules = await listRules(tx, centerId)
  const learnt = await lastApplied(tx, centerId)
  const availability = (queueId: number | undefined, hour: number): number => {
    const rule = ruleOf(rules, queueId, 'calls')
    const last = rule.isAvailabilityLearnt ? learnt.get(queueId) : undefined
    return last?.availabilityByHour?.[hour] ?? rule.availability
  }
  return {
    perPost: (queueId, at) => rosterPerPost(shrinkage, availability(queueId, at.hour), at),
    perPresent: (at) => rosterPerPost(shrinkage, 1, at),
  }
}

async function lastApplied(tx: Tx, centerId: number): Promise<ReadonlyMap<number | undefined, Partial<AppliedRule>>> {
  const { rows } = await sql<{ rules: Partial<AppliedRule>[] | null }>`
    select assumptions -> 'rules' as rules from requirement where center_id = ${centerId} and status in ('draft', 'published')
    order by requirement_id desc limit 1`.execute(tx)
  return new Map((rows[0]?.rules ?? []).map((rule) => [rule.queueId, rule]))
}
