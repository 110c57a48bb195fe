import type { Shrinkage } from '@pult/contract/staffing'
import { shrunkNeeds } from '@pult/engine/staffing'

import type { Tx } from '../platform/index.ts'
import { ruleOf } from './applied-rules.ts'
import { listRules, listShrinkage } from './rule-store.ts'

/** People on the roster so that one agent is at a post and takes contacts; not rounded. */
export function rosterPerPost(shrinkage: readonly Shrinkage[], availability: number): number {
  const kinds = shrinkage.map(({ kind, planned, paid, share }) => ({ id: kind, planned, paid, fraction: share }))
  return (shrunkNeeds([1], kinds)[0]?.scheduled ?? 1) / availability
}

/** What a centre's rules make of agents at posts of queues of calls. */
export interface CallRoster {
  /** Share of the rostered who are not at their posts, for all reasons together. */
  readonly shrinkage: number
  /** People on the roster for one agent at a post of the queue. */
  readonly perPost: (queueId: number | undefined) => number
}

/** By the shrinkage and the rules as they are now. */
export async function readCallRoster(tx: Tx, centerId: number): Promise<CallRoster> {
  const shrinkage = await listShrinkage(tx, centerId)
  const rules = await listRules(tx, centerId)
  return {
    shrinkage: 1 - 1 / rosterPerPost(shrinkage, 1),
    perPost: (queueId) => rosterPerPost(shrinkage, ruleOf(rules, queueId, 'calls').availability),
  }
}
