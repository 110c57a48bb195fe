import type { AppliedRule, StaffingRule } from '@pult/contract/staffing'
import type { QueueWork } from '@pult/engine/staffing'

import { usualRules } from './rule-store.ts'

export interface QueueSeen {
  readonly queueId: number
  readonly work: QueueWork
}

/** What the log says of queues, where no rule says otherwise. */
export interface SeenInLog {
  readonly patience: ReadonlyMap<number, number>
  readonly chatsAtOnce: ReadonlyMap<number, number>
  readonly backlog: ReadonlyMap<number, number>
}

/** The rule of each queue: its own, or the common one of its kind of work; what nobody stated as the log shows it. */
export function appliedRules(
  queues: readonly QueueSeen[],
  rules: readonly StaffingRule[],
  { patience, chatsAtOnce, backlog }: SeenInLog,
): AppliedRule[] {
  return queues.map(({ queueId, work }) => {
    const rule = ruleOf(rules, queueId, work)
    return {
      ...rule,
      queueId,
      patienceSeconds: rule.patienceSeconds ?? seenPatience(patience.get(queueId)),
      isPatienceEstimated: rule.patienceSeconds === null,
      seenAtOnce: work === 'chats' ? (chatsAtOnce.get(queueId) ?? null) : null,
      backlog: work === 'deferred' ? (backlog.get(queueId) ?? 0) : null,
    }
  })
}

/** A log that measures hardly any waiting would make everybody leave at once: a second is the least, a day the most. */
const seenPatience = (seconds: number | undefined): number | null =>
  seconds === undefined ? null : Math.min(86_400, Math.max(1, seconds))

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
    const stated = { ...was, patienceSeconds: was.isPatienceEstimated ? null : was.patienceSeconds }
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
  'contactsAtOnce',
  'stretchPerExtra',
  'deadlineMinutes',
] as const
