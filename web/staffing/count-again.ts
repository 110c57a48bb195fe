import type { AppliedRule, RequirementInterval } from '@pult/contract/staffing'
import { countQueue, levelAtAgents, type IntervalLoad } from '@pult/engine/staffing'

/** What sliders make of the assumptions of a requirement. */
export interface Trial {
  readonly rule: AppliedRule
  /** Factors on what was assumed. */
  readonly ahtFactor: number
  readonly volumeFactor: number
  /** Share of rostered people who are not at their posts. */
  readonly shrinkage: number
  readonly intervalSeconds: number
  /** The local day of an instant. */
  readonly dayOf: (at: string) => string
}

/** The same intervals counted anew, as the server counts them; their chances are only known as they were assumed. */
export function countAgain(intervals: readonly RequirementInterval[], trial: Trial): RequirementInterval[] {
  const days = new Map<string, number>()
  const loads = intervals.map((interval) => {
    // A queue's days are told apart by the centre's clock; which is which does not matter.
    const day = trial.dayOf(interval.at)
    if (!days.has(day)) days.set(day, days.size)
    return { ...loadOf(interval, trial), day: days.get(day) ?? 0 }
  })
  return countQueue(loads, trial.rule, trial.intervalSeconds).map((need, place): RequirementInterval => {
    const interval = intervals[place] as RequirementInterval
    const { offered = 0, ahtSeconds = 0 } = loads[place] ?? {}
    const scheduled = need.needed === null ? null : need.needed / (1 - trial.shrinkage) / trial.rule.availability
    const isAsAssumed = need.needed === interval.needed && trial.volumeFactor === 1 && trial.ahtFactor === 1
    const risk = isAsAssumed ? interval.risk : null
    return { ...interval, ...need, offered, ahtSeconds, scheduled, risk, binding: [...need.binding] }
  })
}

export interface Outcome {
  readonly agents: number
  /** Null: with so few the queue would grow without end. */
  readonly figures: {
    readonly serviceLevel: number | null
    readonly asaSeconds: number | null
    readonly abandonRate: number | null
    readonly occupancy: number | null
  } | null
}

/** How an interval would fare with one agent fewer, as counted, and with one more; nothing of work that may wait. */
export function neighbours(interval: RequirementInterval, needed: number, trial: Trial): Outcome[] {
  if (trial.rule.work === 'deferred') return []
  return [needed - 1, needed, needed + 1]
    .filter((agents) => agents > 0)
    .map((agents) => ({
      agents,
      figures: levelAtAgents(loadOf(interval, trial), agents, trial.rule, trial.intervalSeconds),
    }))
}

const loadOf = ({ offered, ahtSeconds, rateShape }: RequirementInterval, trial: Trial): IntervalLoad => ({
  offered: offered * trial.volumeFactor,
  ahtSeconds: ahtSeconds * trial.ahtFactor,
  rateShape,
})

/** Share of rostered people away for all reasons: planned kinds add up, unplanned ones fall on those who are left. */
export function shrinkageOf(kinds: readonly { readonly planned: boolean; readonly share: number }[]): number {
  const sum = (planned: boolean): number =>
    kinds.filter((kind) => kind.planned === planned).reduce((total, { share }) => total + share, 0)
  return 1 - (1 - sum(true)) * (1 - sum(false))
}
