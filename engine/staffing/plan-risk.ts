import type { Random } from '../numeric/index.ts'
import { requireNumber, serviceLevelsOf } from '../queueing/index.ts'
import { checkStaffingDemand } from './demand.ts'
import { addedUp, exchanged, lucky, type PlanOutcomes, type PlannedInterval } from './plan-luck.ts'
import { checkTarget, thresholdsOf, type LevelKind, type StaffingTarget } from './target.ts'

export interface PlanRiskOptions {
  /** All that a day is to keep, as it is counted over the day. */
  readonly target: StaffingTarget
  /** The service level that is told. */
  readonly level: LevelKind
  readonly random: Random
  /** Busyness shared by all intervals of the day: gamma of this shape. Left out, days are alike. */
  readonly dayShape?: number
  /** Days to imagine; 400 when left out. */
  readonly days?: number
}

/** Where a service level will lie, and how likely the target is met, whose other parts may be others. */
export interface LevelSpread {
  readonly mean: number
  readonly p10: number
  readonly p50: number
  readonly p90: number
  /** Chance of meeting every part of the target. */
  readonly chance: number
}

export interface IntervalRisk extends LevelSpread {
  /** What one agent more in this interval alone would bring, on average over the same days. */
  readonly oneMore: {
    /** Contacts more answered in time. */
    readonly answeredWithin: number
    readonly abandonedFewer: number
    /** Change in the day's chance of meeting the target. */
    readonly dayChance: number
    /** Change in the day's service level. */
    readonly dayLevel: number
  }
}

/** How the service level of a plan may turn out, over the day and by interval. */
export interface PlanRisk {
  readonly day: LevelSpread
  readonly intervals: readonly IntervalRisk[]
}

/** The same moment of the same imagined day, with the planned agents and with one more. */
interface Moment {
  readonly planned: PlanOutcomes
  readonly more: PlanOutcomes
}

/**
 * A plan as a distribution: busy and quiet days are drawn, each interval's rate with them, and on top of the formula's mean comes the
 * queue's own luck. That luck is large: waits of neighbouring callers go together for about as long as a queue forgets, so an interval's
 * contacts are worth far fewer independent ones. Intervals follow each other without the queue the last one left (science: stationary,
 * independent period by period); where the plan is short for hours the truth is worse than this.
 */
export function planRisk(intervals: readonly PlannedInterval[], options: PlanRiskOptions): PlanRisk {
  const { target, level, random, dayShape, days = 400 } = options
  checkTarget(target)
  requireNumber('days', days, Number.isInteger(days) && days >= 1, 'a whole number from 1')
  if (dayShape !== undefined) requireNumber('dayShape', dayShape, dayShape > 0, 'more than zero')
  intervals.forEach(checkPlanned)
  const thresholds = thresholdsOf({ serviceLevel: { ...level, fraction: 1 } })
  const moments = Array.from({ length: days }, (_, day) => {
    const chance = random.fork(day)
    const busyness = dayShape === undefined ? 1 : chance.gamma(dayShape, 1 / dayShape)
    return intervals.map((interval): Moment => {
      const own = interval.rateShape === undefined ? 1 : chance.gamma(interval.rateShape, 1 / interval.rateShape)
      const offered = interval.offered * busyness * own
      return lucky({ ...interval, offered }, thresholds, chance.normal())
    })
  })
  const spread = (outcomes: readonly PlanOutcomes[]): LevelSpread =>
    spreadOf(
      outcomes.map((one) => levelOf(one, level)),
      outcomes.map((one) => isMet(one, target)),
    )
  const dayTotals = moments.map((day) => addedUp(day.map(({ planned }) => planned)))
  const day = spread(dayTotals)
  return {
    day,
    intervals: intervals.map((_, place) => {
      const here = moments.map((moment) => moment[place] as Moment)
      const raised = spread(
        here.map(({ planned, more }, index) => exchanged(dayTotals[index] as PlanOutcomes, planned, more)),
      )
      const gain = (value: (outcomes: PlanOutcomes) => number): number =>
        mean(here.map(({ planned, more }) => value(more) - value(planned)))
      return {
        ...spread(here.map(({ planned }) => planned)),
        oneMore: {
          answeredWithin: gain((outcomes) => outcomes.answeredWithin),
          abandonedFewer: gain((outcomes) => outcomes.answered),
          dayChance: raised.chance - day.chance,
          dayLevel: raised.mean - day.mean,
        },
      }
    }),
  }
}

const levelOf = (outcomes: PlanOutcomes, { rule }: LevelKind): number => serviceLevelsOf(outcomes)[rule] ?? 0

/** Every part that was asked for, over all that came; where nobody came, all are met. */
function isMet(outcomes: PlanOutcomes, target: StaffingTarget): boolean {
  const { serviceLevel, maxAsaSeconds = Infinity, maxAbandonRate = 1, maxOccupancy = 1 } = target
  const { offered, answered, gone, waitSeconds, busySeconds, staffedSeconds } = outcomes
  if (offered <= 0) return true
  return (
    (serviceLevel === undefined || levelOf(outcomes, serviceLevel) >= serviceLevel.fraction) &&
    waitSeconds <= maxAsaSeconds * answered &&
    gone <= maxAbandonRate * offered &&
    busySeconds <= maxOccupancy * staffedSeconds
  )
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** `met`: whether the target was met on each of the days that the levels are of. */
export function spreadOf(levels: readonly number[], met: readonly boolean[]): LevelSpread {
  const sorted = levels.toSorted((left, right) => left - right)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return {
    mean: mean(levels),
    p10: at(0.1),
    p50: at(0.5),
    p90: at(0.9),
    chance: met.filter(Boolean).length / levels.length,
  }
}

function checkPlanned(interval: PlannedInterval): void {
  checkStaffingDemand(interval)
  const { agents, patienceSeconds } = interval
  requireNumber('patienceSeconds', patienceSeconds, patienceSeconds > 0, 'more than zero')
  requireNumber('agents', agents, Number.isInteger(agents) && agents >= 0, 'a whole number from 0')
}
