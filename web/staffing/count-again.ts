import type { AppliedRule, RequirementInterval } from '@pult/contract/staffing'
import { queueAtAgents, requiredAgents, type StaffingDemand, type StaffingTarget } from '@pult/engine/staffing'

/** What sliders make of the assumptions of a requirement. */
export interface Trial {
  readonly rule: AppliedRule
  /** Factors on what was assumed. */
  readonly ahtFactor: number
  readonly volumeFactor: number
  /** Share of rostered people who are not at their posts. */
  readonly shrinkage: number
  readonly intervalSeconds: number
}

/** The same intervals counted anew. */
export function countAgain(intervals: readonly RequirementInterval[], trial: Trial): RequirementInterval[] {
  return intervals.map((interval) => {
    const found = requiredAgents(demandOf(interval, trial), targetOf(trial.rule))
    if (!found.possible) return { ...interval, needed: null, scheduled: null, binding: [...found.unreachable] }
    const { agents, state, binding } = found
    return {
      ...interval,
      offered: interval.offered * trial.volumeFactor,
      ahtSeconds: interval.ahtSeconds * trial.ahtFactor,
      needed: agents,
      scheduled: agents / (1 - trial.shrinkage) / trial.rule.availability,
      serviceLevel: state.serviceLevel[trial.rule.rule],
      asaSeconds: state.asaSeconds,
      abandonRate: state.abandonRate,
      occupancy: state.occupancy,
      binding: [...binding],
    }
  })
}

export interface Outcome {
  readonly agents: number
  /** Null: with so few the queue would grow without end. */
  readonly figures: {
    readonly serviceLevel: number
    readonly asaSeconds: number
    readonly abandonRate: number
    readonly occupancy: number
  } | null
}

/** How an interval would fare with one agent fewer, as counted, and with one more. */
export function neighbours(interval: RequirementInterval, needed: number, trial: Trial): Outcome[] {
  const { rule } = trial
  const stateAt = queueAtAgents(demandOf(interval, trial), { withinSeconds: rule.withinSeconds })
  return [needed - 1, needed, needed + 1]
    .filter((agents) => agents > 0)
    .map((agents) => {
      const state = stateAt(agents)
      if ('unstable' in state) return { agents, figures: null }
      const { asaSeconds, abandonRate, occupancy } = state
      return { agents, figures: { serviceLevel: state.serviceLevel[rule.rule], asaSeconds, abandonRate, occupancy } }
    })
}

function demandOf({ offered, ahtSeconds }: RequirementInterval, trial: Trial): StaffingDemand {
  const { patienceSeconds } = trial.rule
  return {
    offered: offered * trial.volumeFactor,
    ahtSeconds: ahtSeconds * trial.ahtFactor,
    intervalSeconds: trial.intervalSeconds,
    ...(patienceSeconds === null ? {} : { patienceSeconds }),
  }
}

function targetOf(rule: AppliedRule): StaffingTarget {
  const { targetLevel, withinSeconds, maxAbandonment, maxAsaSeconds, maxOccupancy } = rule
  return {
    ...(targetLevel === null ? {} : { serviceLevel: { fraction: targetLevel, withinSeconds, rule: rule.rule } }),
    ...(maxAbandonment === null ? {} : { maxAbandonRate: maxAbandonment }),
    ...(maxAsaSeconds === null ? {} : { maxAsaSeconds }),
    ...(maxOccupancy === null ? {} : { maxOccupancy }),
  }
}

/** Share of rostered people away for all reasons: planned kinds add up, unplanned ones fall on those who are left. */
export function shrinkageOf(kinds: readonly { readonly planned: boolean; readonly share: number }[]): number {
  const sum = (planned: boolean): number =>
    kinds.filter((kind) => kind.planned === planned).reduce((total, { share }) => total + share, 0)
  return 1 - (1 - sum(true)) * (1 - sum(false))
}
