import type { AppliedRule, StaffingRule } from '@pult/contract/staffing'
import type { QueueWork } from '@pult/engine/staffing'

import type { LearntAvailability } from './learn-availability.ts'
import { patienceOfQueue } from './queue-patience.ts'
import { usualRules } from './rule-store.ts'
import { waitsOf, type WaitsByHour } from './waits-by-hour.ts'

export interface QueueSeen {
  readonly queueId: number
  readonly work: QueueWork
  /** How much of its load lies in each hour of the local day. */
  readonly workByHour: readonly number[]
}

/** What the log says of queues, where no rule says otherwise. */
export interface SeenInLog {
  readonly waits: WaitsByHour
  /** By queue, where the rule asks the log. */
  readonly availability: ReadonlyMap<number, LearntAvailability>
  readonly chatsAtOnce: ReadonlyMap<number, number>
  readonly backlog: ReadonlyMap<number, number>
}

/** The rule of each queue: its own, or the common one of its kind of work; what nobody stated as the log shows it. */
export function appliedRules(
  queues: readonly QueueSeen[],
  rules: readonly StaffingRule[],
  { waits, availability, chatsAtOnce, backlog }: SeenInLog,
): AppliedRule[] {
  return queues.map(({ queueId, work, workByHour }) => {
    const rule = ruleOf(rules, queueId, work)
    const patience = rule.patienceSeconds === null ? patienceOfQueue(waits, queueId, work) : null
    const learnt = rule.isAvailabilityLearnt ? availability.get(queueId) : undefined
    const byHour = learnt === undefined || 'unlearnt' in learnt ? null : learnt.byHour.map(({ value }) => value)
    const unlearnt = learnt !== undefined && 'unlearnt' in learnt ? learnt.unlearnt : null
    const hours = waits.ofQueue(queueId)
    return {
      ...rule,
      queueId,
      patienceSeconds: rule.patienceSeconds ?? patience?.seconds.value ?? null,
      isPatienceEstimated: rule.patienceSeconds === null,
      patienceByHour: patience?.byHour.map(({ value }) => value) ?? null,
      availability: byHour === null ? rule.availability : meanOver(byHour, workByHour),
      availabilityByHour: byHour,
      log:
        work === 'deferred'
          ? null
          : {
              calls: hours.reduce((sum, { offered }) => sum + offered, 0),
              hangUps: waitsOf(hours).abandoned,
              unlearnt,
            },
      seenAtOnce: work === 'chats' ? (chatsAtOnce.get(queueId) ?? null) : null,
      backlog: work === 'deferred' ? (backlog.get(queueId) ?? 0) : null,
    }
  })
}

function meanOver(byHour: readonly number[], weights: readonly number[]): number {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  if (all === 0) return byHour.reduce((sum, value) => sum + value, 0) / byHour.length
  return byHour.reduce((sum, value, hour) => sum + value * (weights[hour] ?? 0), 0) / all
}

/** A queue's own rule, or the common one of its kind of work. */
export function ruleOf(rules: readonly StaffingRule[], queueId: number | undefined, work: QueueWork): StaffingRule {
  const ofWork = rules.filter((rule) => rule.work === work)
  return (
    ofWork.find((rule) => rule.queueId === queueId) ?? ofWork.find((rule) => rule.queueId === null) ?? usualRules[work]
  )
}

/** Whether queues would be counted by other rules now; what was read from the log does not count. */
export function rulesChanged(applied: readonly AppliedRule[], rules: readonly StaffingRule[]): boolean {
  return applied.some((was) => {
    const now = ruleOf(rules, was.queueId, was.work)
    const stated = {
      ...was,
      patienceSeconds: was.isPatienceEstimated ? null : was.patienceSeconds,
      // Learnt, the number that stands behind it was not used.
      availability: was.availabilityByHour === null ? was.availability : now.availability,
    }
    return parts.some((part) => stated[part] !== now[part])
  })
}

const parts = [
  'targetLevel',
  'withinSeconds',
  'rule',
  'maxAbandonment',
  'maxOccupancy',
  'maxAsaSeconds',
  'patienceSeconds',
  'availability',
  'isAvailabilityLearnt',
  'shortSeconds',
  'contactsAtOnce',
  'stretchPerExtra',
  'deadlineMinutes',
] as const
