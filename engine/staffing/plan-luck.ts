import { normalQuantile } from '../numeric/index.ts'
import { erlangA, erlangsOf, type QueueDemand, type QueueState, type WaitOutcomes } from '../queueing/index.ts'
import type { Thresholds } from './demand.ts'

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

/** What became of an interval or a day, as counts, so that they add up. */
export interface PlanOutcomes extends WaitOutcomes {
  /** Gave up. */
  readonly gone: number
  /** Waited by the answered. */
  readonly waitSeconds: number
  readonly busySeconds: number
  readonly staffedSeconds: number
}

/**
 * An interval with the planned agents and with one more, on the same luck of the queue (a standard normal, good above 0). One agent more
 * makes nothing worse on any path of the queue, so neither does it here.
 */
export function lucky(
  interval: PlannedInterval,
  thresholds: Thresholds,
  luck: number,
): { readonly planned: PlanOutcomes; readonly more: PlanOutcomes } {
  const planned = luckyOutcomes(interval, interval.agents, thresholds, luck)
  const more = luckyOutcomes(interval, interval.agents + 1, thresholds, luck)
  if (planned.answered === 0) return { planned, more }
  const asa = Math.min(more.waitSeconds / more.answered, planned.waitSeconds / planned.answered)
  const occupancy = Math.min(more.busySeconds / more.staffedSeconds, planned.busySeconds / planned.staffedSeconds)
  return {
    planned,
    more: {
      ...more,
      gone: Math.min(more.gone, planned.gone),
      waitSeconds: asa * more.answered,
      busySeconds: occupancy * more.staffedSeconds,
    },
  }
}

function luckyOutcomes(interval: PlannedInterval, planned: number, thresholds: Thresholds, luck: number): PlanOutcomes {
  const { offered, intervalSeconds, patienceSeconds, contactsAtOnce = 1, stretchPerExtra = 0 } = interval
  if (planned === 0) return nobodyAnswers(offered, patienceSeconds, thresholds)
  const ahtSeconds = interval.ahtSeconds * (1 + stretchPerExtra * (contactsAtOnce - 1))
  const agents = planned * contactsAtOnce
  const queue = { offered, intervalSeconds, ahtSeconds, patienceSeconds, agents }
  const state = erlangA({ ...queue, ...thresholds })
  const { outcomes, abandonRate, asaSeconds, occupancy } = state
  const { answered, answeredWithin, abandonedWithin, abandonedShort } = outcomes
  const spread = luckOfQueue(queue, state)
  const inTime = Math.min(1 - abandonedWithin, Math.max(0, answeredWithin + luck * spread.level))
  const answeredCount = offered * Math.max(answered, inTime)
  const staffedSeconds = agents * intervalSeconds
  return {
    offered,
    answered: answeredCount,
    answeredWithin: offered * inTime,
    abandonedWithin: offered * abandonedWithin,
    ...(abandonedShort === undefined ? {} : { abandonedShort: offered * abandonedShort }),
    gone: offered * Math.min(1, drawn(abandonRate, spread.abandonRate, luck)),
    waitSeconds: answeredCount * drawn(asaSeconds, asaSeconds * spread.wait, luck),
    busySeconds: staffedSeconds * Math.min(1, Math.max(0, occupancy - luck * spread.occupancy)),
    staffedSeconds,
  }
}

/** Something that is never below zero and worse with bad luck: lognormal of this mean and deviation. */
function drawn(mean: number, deviation: number, luck: number): number {
  if (!(mean > 0)) return 0
  const variance = Math.log1p((deviation / mean) ** 2)
  return mean * Math.exp(-luck * Math.sqrt(variance) - variance / 2)
}

/** Standard deviations of one interval's figures around their means, its rate given; that of the wait as a share of it. */
export interface QueueLuck {
  readonly level: number
  readonly abandonRate: number
  readonly wait: number
  readonly occupancy: number
}

/**
 * The queue forgets at the pace of the patience while all agents are busy and of the handling time while not (the pull of an
 * Ornstein-Uhlenbeck process on either side of "all busy": Garnett, Mandelbaum and Reiman 2002). The mean of something that is
 * forgotten so keeps a part of its variance (`kept`). The variances of the number waiting and of the number busy follow from the balance of
 * the chain, multiplied by either number and summed: no further sums are needed. Hang-ups go with the waiting: what chance has more of them
 * leaves fewer waiting, so it adds nothing beside.
 */
export function luckOfQueue(
  queue: QueueDemand & { readonly patienceSeconds: number; readonly agents: number },
  { outcomes, waitProbability, queueLength }: QueueState,
): QueueLuck {
  const { offered, intervalSeconds, ahtSeconds, patienceSeconds, agents } = queue
  const erlangs = erlangsOf(queue)
  if (erlangs === 0) return { level: 0, abandonRate: 0, wait: 0, occupancy: 0 }
  const forgetsSeconds = waitProbability * patienceSeconds + (1 - waitProbability) * ahtSeconds
  const giveUp = ahtSeconds / patienceSeconds
  const busy = erlangs * outcomes.answered
  const waitingSquare = ((erlangs - agents) * queueLength + erlangs * waitProbability) / giveUp
  const busySquare = erlangs * (busy + 1 - waitProbability) - agents * giveUp * queueLength
  const waiting =
    Math.max(0, waitingSquare - queueLength ** 2) *
    keptVariance((patienceSeconds * waitingMemory(waitProbability)) / intervalSeconds)
  return {
    level: levelDeviation({ level: outcomes.answeredWithin, offered, intervalSeconds, forgetsSeconds }),
    abandonRate: (giveUp / erlangs) * Math.sqrt(waiting),
    wait: queueLength > 0 ? Math.sqrt(waiting) / queueLength : 0,
    occupancy: Math.sqrt(Math.max(0, busySquare - busy ** 2) * keptVariance(forgetsSeconds / intervalSeconds)) / agents,
  }
}

/** What a mean over an interval keeps of the variance of something that is forgotten exponentially, within `ratio` intervals. */
function keptVariance(ratio: number): number {
  // Forgotten so slowly that all of it is kept; the formula would be lost in rounding.
  if (ratio > SLOWEST) return 1
  return 2 * ratio * (1 - ratio * -Math.expm1(-1 / ratio))
}

const SLOWEST = 1e5

/**
 * For how long the number waiting is remembered, as a share of what its process remembers: the number waiting is only the part of it above "all
 * busy", and the rarer that is, the shorter its spells. From the Hermite expansion of the part of a normal variable above a threshold, whose
 * k-th term is forgotten k times as fast; the threshold is the one that is passed as often as a caller waits.
 */
function waitingMemory(waitProbability: number): number {
  const place = Math.min(1, Math.max(0, waitProbability)) * MEMORY_STEPS
  const low = Math.min(MEMORY_STEPS - 1, Math.floor(place))
  // At none and at all who wait the threshold is infinite: the ends are taken a little inside.
  const at = (step: number): number => (memories[step] ??= memoryAt((step + 0.02) / (MEMORY_STEPS + 0.04)))
  return at(low) + (at(low + 1) - at(low)) * (place - low)
}

const MEMORY_STEPS = 50
const HERMITE_TERMS = 60
/** By share of callers who wait; filled as they are asked for. */
const memories: number[] = []

function memoryAt(share: number): number {
  const threshold = -normalQuantile(share)
  const density = Math.exp(-(threshold ** 2)) / (2 * Math.PI)
  let [remembered, all] = [share ** 2, share ** 2]
  let [former, hermite, factorial] = [0, 1, 2]
  for (let term = 2; term < HERMITE_TERMS; term++) {
    const square = (density * hermite ** 2) / factorial
    remembered += square / term
    all += square
    ;[former, hermite] = [hermite, threshold * hermite - (term - 2) * former]
    factorial *= term + 1
  }
  return remembered / all
}

/**
 * Standard deviation of the share answered in time in one interval, its rate given. Being above or below a threshold is forgotten faster
 * than the place itself, by a factor ln 2: the integral of the arcsine law of its correlation.
 */
function levelDeviation(of: {
  readonly level: number
  readonly offered: number
  readonly intervalSeconds: number
  readonly forgetsSeconds: number
}): number {
  const { level, offered, intervalSeconds, forgetsSeconds } = of
  const together = keptVariance((forgetsSeconds * Math.LN2) / intervalSeconds)
  return Math.sqrt(Math.max(0, level * (1 - level)) * Math.min(1, 1 / offered + together))
}

function nobodyAnswers(offered: number, patienceSeconds: number, thresholds: Thresholds): PlanOutcomes {
  const { withinSeconds, shortSeconds } = thresholds
  const goneBy = (seconds: number): number => offered * -Math.expm1(-seconds / patienceSeconds)
  return {
    ...NOTHING,
    offered,
    abandonedWithin: goneBy(withinSeconds),
    ...(shortSeconds === undefined ? {} : { abandonedShort: goneBy(shortSeconds) }),
    gone: offered,
  }
}

function combined(one: PlanOutcomes, other: PlanOutcomes, sign: 1 | -1): PlanOutcomes {
  const plus = (of: (outcomes: PlanOutcomes) => number): number => of(one) + sign * of(other)
  return {
    offered: plus(({ offered }) => offered),
    answered: plus(({ answered }) => answered),
    answeredWithin: plus(({ answeredWithin }) => answeredWithin),
    abandonedWithin: plus(({ abandonedWithin }) => abandonedWithin),
    abandonedShort: plus(({ abandonedShort = 0 }) => abandonedShort),
    gone: plus(({ gone }) => gone),
    waitSeconds: plus(({ waitSeconds }) => waitSeconds),
    busySeconds: plus(({ busySeconds }) => busySeconds),
    staffedSeconds: plus(({ staffedSeconds }) => staffedSeconds),
  }
}

const NOTHING: PlanOutcomes = {
  offered: 0,
  answered: 0,
  answeredWithin: 0,
  abandonedWithin: 0,
  abandonedShort: 0,
  gone: 0,
  waitSeconds: 0,
  busySeconds: 0,
  staffedSeconds: 0,
}

export const addedUp = (parts: readonly PlanOutcomes[]): PlanOutcomes =>
  parts.reduce((sum, part) => combined(sum, part, 1), NOTHING)

/** A total with one of its parts in another's place. */
export const exchanged = (total: PlanOutcomes, out: PlanOutcomes, into: PlanOutcomes): PlanOutcomes =>
  combined(combined(total, out, -1), into, 1)
