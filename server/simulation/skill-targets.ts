import type { SkillNeedDraft, SkillTarget } from '@pult/contract/staffing-skills'
import type { StaffingTarget } from '@pult/engine/staffing'

import type { Tx } from '../platform/index.ts'
import { readCallRules } from '../staffing/index.ts'

/** What each queue is to keep: what the draft says for all, or the queue's own staffing rule. */
export async function readSkillTargets(
  tx: Tx,
  centerId: number,
  draft: SkillNeedDraft,
): Promise<(queueId: number) => SkillTarget> {
  const { targetLevel, withinSeconds, rule, shortSeconds } = draft
  if (targetLevel !== null) {
    const common = { targetLevel, withinSeconds, rule, shortSeconds, ...noOtherPart }
    return () => common
  }
  const ruleOf = await readCallRules(tx, centerId)
  return (queueId) => {
    const own = ruleOf(queueId)
    return {
      targetLevel: own.targetLevel,
      withinSeconds: own.withinSeconds,
      rule: own.rule,
      shortSeconds: own.shortSeconds,
      maxAsaSeconds: own.maxAsaSeconds,
      maxAbandonment: own.maxAbandonment,
      maxOccupancy: own.maxOccupancy,
    }
  }
}

const noOtherPart = { maxAsaSeconds: null, maxAbandonment: null, maxOccupancy: null }

/** The target as the simulation counts, to whom an answer comes when an agent is found: the ring comes after it. */
export function inSimulation(target: SkillTarget, ringSeconds: number): StaffingTarget {
  const { targetLevel, withinSeconds, rule, shortSeconds, maxAsaSeconds, maxAbandonment, maxOccupancy } = target
  const within = Math.max(0, withinSeconds - ringSeconds)
  return {
    ...(targetLevel === null
      ? {}
      : { serviceLevel: { fraction: targetLevel, withinSeconds: within, rule, shortSeconds } }),
    ...(maxAsaSeconds === null ? {} : { maxAsaSeconds: Math.max(0, maxAsaSeconds - ringSeconds) }),
    ...(maxAbandonment === null ? {} : { maxAbandonRate: maxAbandonment }),
    ...(maxOccupancy === null ? {} : { maxOccupancy }),
  }
}

/** Whether two targets ask for the same. */
export const sameTarget = (one: SkillTarget, other: SkillTarget): boolean =>
  (Object.keys(one) as (keyof SkillTarget)[]).every((part) => one[part] === other[part])
