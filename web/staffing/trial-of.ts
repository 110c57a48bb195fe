import type { AppliedRule, Requirement } from '@pult/contract/staffing'

import type { Trial } from './count-again.ts'
import type { staffingView } from './staffing-view.ts'

export type View = typeof staffingView.start

const targetParts = ['targetLevel', 'maxAbandonment', 'maxAsaSeconds', 'maxOccupancy'] as const

/** What the address asks for instead of what the requirement assumes. */
export function trialOf(
  { assumptions, intervalMinutes }: Requirement,
  rule: AppliedRule,
  view: View,
): Omit<Trial, 'dayOf' | 'weekHourOf'> {
  // Only parts that the queue's own rule names: a slider of another queue adds none.
  const moved = (own: number | null, asked: number | null, take: (value: number) => number): number | null =>
    own === null || asked === null || rule.work === 'deferred' ? own : take(asked)
  const target = {
    targetLevel: moved(rule.targetLevel, view.target, (value) => within(value, 1, 99) / 100),
    maxAbandonment: moved(rule.maxAbandonment, view.lost, (value) => within(value, 0.1, 99) / 100),
    maxAsaSeconds: moved(rule.maxAsaSeconds, view.wait, (value) => within(value, 1, 3600)),
    maxOccupancy: moved(rule.maxOccupancy, view.busy, (value) => within(value, 1, 100) / 100),
  }
  return {
    rule: {
      ...rule,
      ...target,
      patienceSeconds: view.patience === null ? rule.patienceSeconds : within(view.patience, 1, 86_400),
      patienceByHour: view.patience === null ? rule.patienceByHour : null,
      deadlineMinutes: view.deadline === null ? rule.deadlineMinutes : within(view.deadline, 0.25, 720) * 60,
      contactsAtOnce: view.chats === null ? rule.contactsAtOnce : Math.round(within(view.chats, 1, 50)),
    },
    isOtherRule:
      view.patience !== null || view.chats !== null || targetParts.some((part) => target[part] !== rule[part]),
    ahtFactor: within(view.aht, 10, 1000) / 100,
    volumeFactor: within(view.volume, 10, 1000) / 100,
    patienceFactor: 1,
    shrinkage: view.shrinkage === null ? null : within(view.shrinkage, 0, 90) / 100,
    kinds: assumptions.shrinkage,
    intervalSeconds: intervalMinutes * 60,
  }
}

// Whatever somebody typed into the address.
const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))
