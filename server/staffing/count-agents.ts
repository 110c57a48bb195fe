import { setImmediate } from 'node:timers/promises'

import type { AppliedRule, RequirementInterval, Shrinkage, StaffingRule } from '@pult/contract/staffing'
import { requiredAgents, shrunkNeeds, type StaffingTarget } from '@pult/engine/staffing'

import type { Load } from './past-load.ts'
import { usualRule } from './rule-store.ts'

/** The rule of each queue with its patience filled in: stated, or as the log shows it. */
export function appliedRules(
  queueIds: readonly number[],
  rules: readonly StaffingRule[],
  patience: ReadonlyMap<number, number>,
): AppliedRule[] {
  const common = rules.find(({ queueId }) => queueId === null) ?? usualRule
  return queueIds.map((queueId) => {
    const rule = rules.find((one) => one.queueId === queueId) ?? common
    const isPatienceEstimated = rule.patienceSeconds === null
    return {
      ...rule,
      queueId,
      patienceSeconds: rule.patienceSeconds ?? patience.get(queueId) ?? null,
      isPatienceEstimated,
    }
  })
}

// About ten milliseconds of work, then others may have their turn.
const TURN = 100

/** The agents of every interval. Queues without a rule are not counted. */
export async function countAgents(
  loads: readonly Load[],
  intervalMinutes: number,
  rules: readonly AppliedRule[],
  shrinkage: readonly Shrinkage[],
): Promise<RequirementInterval[]> {
  const byQueue = new Map(rules.map((rule) => [rule.queueId, rule]))
  const kinds = shrinkage.map(({ kind, planned, paid, share }) => ({ id: kind, planned, paid, fraction: share }))
  const perAgent = shrunkNeeds([1], kinds)[0]?.scheduled ?? 1
  const counted: RequirementInterval[] = []
  for (const [index, load] of loads.entries()) {
    const rule = byQueue.get(load.queueId)
    if (rule !== undefined) counted.push(countInterval(load, intervalMinutes * 60, rule, perAgent))
    if (index % TURN === TURN - 1) await setImmediate()
  }
  return counted
}

function countInterval(load: Load, intervalSeconds: number, rule: AppliedRule, perAgent: number): RequirementInterval {
  const { queueId, at, offered, ahtSeconds } = load
  const { patienceSeconds, availability } = rule
  const demand = {
    offered,
    intervalSeconds,
    ahtSeconds,
    ...(patienceSeconds === null ? {} : { patienceSeconds }),
  }
  const found = requiredAgents(demand, staffingTargetOf(rule))
  const none = {
    needed: null,
    scheduled: null,
    serviceLevel: null,
    asaSeconds: null,
    abandonRate: null,
    occupancy: null,
  }
  if (!found.possible) return { queueId, at, offered, ahtSeconds, ...none, binding: [...found.unreachable] }
  const { agents, state, binding } = found
  return {
    queueId,
    at,
    offered,
    ahtSeconds,
    needed: agents,
    scheduled: (agents * perAgent) / availability,
    serviceLevel: state.serviceLevel[rule.rule],
    asaSeconds: state.asaSeconds,
    abandonRate: state.abandonRate,
    occupancy: state.occupancy,
    binding: [...binding],
  }
}

/** What a rule asks of the engine. */
export function staffingTargetOf(rule: AppliedRule): StaffingTarget {
  const { targetLevel, withinSeconds, maxAbandonment, maxAsaSeconds, maxOccupancy } = rule
  return {
    ...(targetLevel === null ? {} : { serviceLevel: { fraction: targetLevel, withinSeconds, rule: rule.rule } }),
    ...(maxAbandonment === null ? {} : { maxAbandonRate: maxAbandonment }),
    ...(maxAsaSeconds === null ? {} : { maxAsaSeconds }),
    ...(maxOccupancy === null ? {} : { maxOccupancy }),
  }
}
