import type { Random } from '../numeric/index.ts'
import { erlangA, requireNumber, serviceLevelsOf, type QueueDemand, type WaitOutcomes } from '../queueing/index.ts'
import { checkStaffingDemand } from './demand.ts'
import { checkTarget, thresholdsOf, type ServiceLevelTarget } from './target.ts'

/** One interval of a day as planned. */
export interface PlannedInterval extends QueueDemand {
  readonly patienceSeconds: number
  /** At their posts; whole. */
  readonly agents: number
  /** The interval's own uncertainty about its rate: gamma of this shape. Left out, only the day's. */
  readonly rateShape?: number
  /** As in StaffingDemand: chats an agent holds at once, and by how much each further one lengthens all of them. */
  readonly contactsAtOnce?: number
  readonly stretchPerExtra?: number
}

export interface PlanRiskOptions {
  readonly target: ServiceLevelTarget
  readonly random: Random
  /** Busyness shared by all intervals of the day: gamma of this shape. Left out, days are alike. */
  readonly dayShape?: number
  /** Days to imagine; 400 when left out. */
  readonly days?: number
}

/** Where a service level will lie. */
export interface LevelSpread {
  readonly mean: number
  readonly p10: number
  readonly p50: number
  readonly p90: number
  /** Chance of meeting the target. */
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

export interface PlanRisk {
  readonly day: LevelSpread
  readonly intervals: readonly IntervalRisk[]
}

/** The same moment of the same imagined day, with the planned agents and with one more. */
interface Moment {
  readonly planned: WaitOutcomes
  readonly more: WaitOutcomes
}

/**
 * A plan as a distribution: busy and quiet days are drawn, each interval's rate with them, and on top of the formula's mean comes the
 * queue's own luck. That luck is large: waits of neighbouring callers go together for about as long as a queue forgets, so an interval's
 * contacts are worth far fewer independent ones. Intervals follow each other without the queue the last one left (science: stationary,
 * independent period by period); where the plan is short for hours the truth is worse than this.
 */
export function planRisk(intervals: readonly PlannedInterval[], options: PlanRiskOptions): PlanRisk {
  const { target, random, dayShape, days = 400 } = options
  checkTarget({ serviceLevel: target })
  requireNumber('days', days, Number.isInteger(days) && days >= 1, 'a whole number from 1')
  if (dayShape !== undefined) requireNumber('dayShape', dayShape, dayShape > 0, 'more than zero')
  intervals.forEach(checkPlanned)
  const thresholds = thresholdsOf({ serviceLevel: target })
  const moments = Array.from({ length: days }, (_, day) => {
    const chance = random.fork(day)
    const busyness = dayShape === undefined ? 1 : chance.gamma(dayShape, 1 / dayShape)
    return intervals.map((interval): Moment => {
      const own = interval.rateShape === undefined ? 1 : chance.gamma(interval.rateShape, 1 / interval.rateShape)
      const offered = interval.offered * busyness * own
      const luck = chance.normal()
      const at = (agents: number): WaitOutcomes => luckyOutcomes({ ...interval, offered, agents }, thresholds, luck)
      return { planned: at(interval.agents), more: at(interval.agents + 1) }
    })
  })
  const levelOf = (outcomes: WaitOutcomes): number => serviceLevelsOf(outcomes)[target.rule] ?? 0
  const dayTotals = moments.map((day) => addedUp(day.map(({ planned }) => planned)))
  const day = spreadOf(dayTotals.map(levelOf), target.fraction)
  return {
    day,
    intervals: intervals.map((_, place) => {
      const here = moments.map((moment) => moment[place] as Moment)
      const raised = spreadOf(
        here.map(({ planned, more }, index) => levelOf(exchanged(dayTotals[index] as WaitOutcomes, planned, more))),
        target.fraction,
      )
      const gain = (value: (outcomes: WaitOutcomes) => number): number =>
        mean(here.map(({ planned, more }) => value(more) - value(planned)))
      return {
        ...spreadOf(
          here.map(({ planned }) => levelOf(planned)),
          target.fraction,
        ),
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

/** Outcomes as counts, the share answered in time moved by the queue's luck (a standard normal). */
function luckyOutcomes(
  interval: PlannedInterval,
  thresholds: { readonly withinSeconds: number; readonly shortSeconds?: number },
  luck: number,
): WaitOutcomes {
  const { offered, intervalSeconds, patienceSeconds, contactsAtOnce = 1, stretchPerExtra = 0 } = interval
  const { withinSeconds, shortSeconds } = thresholds
  const ahtSeconds = interval.ahtSeconds * (1 + stretchPerExtra * (contactsAtOnce - 1))
  const agents = interval.agents * contactsAtOnce
  if (agents === 0) return nobodyAnswers(offered, patienceSeconds, withinSeconds, shortSeconds)
  const { outcomes, waitProbability } = erlangA({
    offered,
    intervalSeconds,
    ahtSeconds,
    patienceSeconds,
    agents,
    ...thresholds,
  })
  const { answered, answeredWithin, abandonedWithin, abandonedShort } = outcomes
  const forgets = waitProbability * patienceSeconds + (1 - waitProbability) * ahtSeconds
  const sd = levelDeviation({ level: answeredWithin, offered, intervalSeconds, forgetsSeconds: forgets })
  const inTime = Math.min(1 - abandonedWithin, Math.max(0, answeredWithin + luck * sd))
  return {
    offered,
    answered: offered * Math.max(answered, inTime),
    answeredWithin: offered * inTime,
    abandonedWithin: offered * abandonedWithin,
    ...(abandonedShort === undefined ? {} : { abandonedShort: offered * abandonedShort }),
  }
}

/**
 * Standard deviation of the share answered in time in one interval, its rate given. The queue forgets at the pace of the patience while
 * all agents are busy and of the handling time while not (the pull of an Ornstein-Uhlenbeck process on either side of "all busy":
 * Garnett, Mandelbaum and Reiman 2002). Being above or below a threshold is forgotten faster than the place itself, by a factor ln 2: the
 * integral of the arcsine law of its correlation.
 */
export function levelDeviation(of: {
  readonly level: number
  readonly offered: number
  readonly intervalSeconds: number
  readonly forgetsSeconds: number
}): number {
  const { level, offered, intervalSeconds, forgetsSeconds } = of
  if (offered === 0) return 0
  const ratio = (forgetsSeconds * Math.LN2) / intervalSeconds
  const together = 2 * ratio * (1 - ratio * -Math.expm1(-1 / ratio))
  return Math.sqrt(Math.max(0, level * (1 - level)) * Math.min(1, 1 / offered + together))
}

function nobodyAnswers(
  offered: number,
  patienceSeconds: number,
  withinSeconds: number,
  shortSeconds: number | undefined,
): WaitOutcomes {
  const goneBy = (seconds: number): number => offered * -Math.expm1(-seconds / patienceSeconds)
  return {
    offered,
    answered: 0,
    answeredWithin: 0,
    abandonedWithin: goneBy(withinSeconds),
    ...(shortSeconds === undefined ? {} : { abandonedShort: goneBy(shortSeconds) }),
  }
}

const combined = (one: WaitOutcomes, other: WaitOutcomes, sign: 1 | -1): WaitOutcomes => ({
  offered: one.offered + sign * other.offered,
  answered: one.answered + sign * other.answered,
  answeredWithin: one.answeredWithin + sign * other.answeredWithin,
  abandonedWithin: one.abandonedWithin + sign * other.abandonedWithin,
  abandonedShort: (one.abandonedShort ?? 0) + sign * (other.abandonedShort ?? 0),
})

const NOTHING: WaitOutcomes = { offered: 0, answered: 0, answeredWithin: 0, abandonedWithin: 0, abandonedShort: 0 }

const addedUp = (parts: readonly WaitOutcomes[]): WaitOutcomes =>
  parts.reduce((sum, part) => combined(sum, part, 1), NOTHING)

const exchanged = (total: WaitOutcomes, out: WaitOutcomes, into: WaitOutcomes): WaitOutcomes =>
  combined(combined(total, out, -1), into, 1)

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

export function spreadOf(levels: readonly number[], fraction: number): LevelSpread {
  const sorted = levels.toSorted((left, right) => left - right)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return {
    mean: mean(levels),
    p10: at(0.1),
    p50: at(0.5),
    p90: at(0.9),
    chance: levels.filter((level) => level >= fraction).length / levels.length,
  }
}

function checkPlanned(interval: PlannedInterval): void {
  checkStaffingDemand(interval)
  const { agents, patienceSeconds } = interval
  requireNumber('patienceSeconds', patienceSeconds, patienceSeconds > 0, 'more than zero')
  requireNumber('agents', agents, Number.isInteger(agents) && agents >= 0, 'a whole number from 0')
}
