import type { AppliedRule, RequirementInterval, Shrinkage } from '@pult/contract/staffing'
import { countQueue, levelAtAgents, shrinkageAt, type IntervalLoad, type WeekHour } from '@pult/engine/staffing'

/** What sliders make of the assumptions of a requirement. */
export interface Trial {
  readonly rule: AppliedRule
  /** Factors on what was assumed. */
  readonly ahtFactor: number
  readonly volumeFactor: number
  readonly patienceFactor: number
  /** A part of the target, or what is assumed of customers, is not the requirement's: chances of that are not known. */
  readonly isOtherRule?: boolean
  /** Share of rostered people who are not at their posts, in all hours; null: as assumed, hour by hour. */
  readonly shrinkage: number | null
  readonly kinds: readonly Shrinkage[]
  readonly intervalSeconds: number
  /** The local day of an instant. */
  readonly dayOf: (at: string) => string
  /** The hour of the centre's week in which it lies. */
  readonly weekHourOf: (at: string) => WeekHour
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
    const scheduled =
      need.needed === null ? null : need.needed / (1 - awayAt(interval, trial)) / availabilityAt(interval, trial)
    const isSameLoad = trial.volumeFactor === 1 && trial.ahtFactor === 1
    const isAsAssumed = need.needed === interval.needed && isSameLoad && trial.isOtherRule !== true
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

function loadOf({ at, offered, ahtSeconds, rateShape }: RequirementInterval, trial: Trial): IntervalLoad {
  const { patienceByHour, patienceSeconds } = trial.rule
  const patience = patienceByHour?.[trial.weekHourOf(at).hour] ?? patienceSeconds
  return {
    offered: offered * trial.volumeFactor,
    ahtSeconds: ahtSeconds * trial.ahtFactor,
    rateShape,
    patienceSeconds: patience === null ? null : patience * trial.patienceFactor,
  }
}

const awayAt = ({ at }: RequirementInterval, { shrinkage, kinds, weekHourOf }: Trial): number =>
  shrinkage ?? shrinkageAt(kinds, weekHourOf(at)).shrinkage

const availabilityAt = ({ at }: RequirementInterval, { rule, weekHourOf }: Trial): number =>
  rule.availabilityByHour?.[weekHourOf(at).hour] ?? rule.availability

/** Of the people rostered in an interval, those whose time is paid; another shrinkage is of the same kinds in the same proportion. */
export function paidPeople({ at, scheduled }: RequirementInterval, { shrinkage, kinds, weekHourOf }: Trial): number {
  const assumed = shrinkageAt(kinds, weekHourOf(at))
  const times = shrinkage === null || assumed.shrinkage === 0 ? 1 : shrinkage / assumed.shrinkage
  return (scheduled ?? 0) * (1 - Math.min(1, assumed.unpaid * times))
}

/** The same over the intervals of a queue: of all who are rostered, those away. */
export function meanShrinkage(
  intervals: readonly RequirementInterval[],
  { kinds, weekHourOf }: Pick<Trial, 'kinds' | 'weekHourOf'>,
): number {
  let [atPosts, rostered] = [0, 0]
  for (const { at, needed } of intervals) {
    const agents = (needed ?? 0) + 1e-9
    atPosts += agents
    rostered += agents / (1 - shrinkageAt(kinds, weekHourOf(at)).shrinkage)
  }
  return rostered === 0 ? 0 : 1 - atPosts / rostered
}
