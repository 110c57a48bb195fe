import { requireNumber } from '../queueing/index.ts'
import { effectiveOutcome, mixed, type EffectiveOutcome } from './effective-queue.ts'
import { mixedPatience, patienceByKind } from './kinds-of-callers.ts'
import { estimatePatience, shrunkPatience, type WaitTotals } from './patience.ts'

/** One interval of the centre's own log. */
export interface ObservedInterval {
  /** What availability and patience may depend on: the hour of the day, a queue, both. */
  readonly group: string
  /** Place in time, in intervals; neighbours differ by 1. */
  readonly position: number
  readonly intervalSeconds: number
  readonly offered: number
  readonly answered: number
  readonly abandoned: number
  readonly answeredWithin: number
  readonly totalWaitSeconds: number
  /** Mean handling time of this interval's contacts. */
  readonly ahtSeconds: number
  /** Mean number of agents who were there. */
  readonly agentsPresent: number
  /** Where callers of several kinds share the line and differ in patience; left out, all are alike. */
  readonly offeredByKind?: Readonly<Record<string, number>>
  readonly waitsByKind?: Readonly<Record<string, WaitTotals>>
}

/** What a prediction asks for: the load and who is there, nothing of what came of it. */
export type ForeseenInterval = Omit<
  ObservedInterval,
  'answered' | 'abandoned' | 'answeredWithin' | 'totalWaitSeconds' | 'waitsByKind'
>

/** Share of the agents present who are there for callers. */
export interface Availability {
  readonly whole: number
  readonly byGroup: Readonly<Record<string, number>>
}

/** A centre as its log shows it; plain data, to be kept. */
export interface CenterHabits {
  readonly withinSeconds: number
  readonly answerDelaySeconds: number
  /** Usual handling time, towards which an interval's own is drawn, and the contacts that weigh as much as it. */
  readonly ahtSeconds: number
  readonly ahtPriorContacts: number
  /** What decides how many give up: agents once callers are waiting. */
  readonly underPressure: Availability
  /** What decides how many are answered at once: agents while nobody waits, and some are at other work. */
  readonly atOnce: Availability
  readonly patienceSeconds: number
  readonly patienceByGroup: Readonly<Record<string, number>>
  /** Goes before that of the group in intervals that tell their callers' kinds. */
  readonly patienceByKind: Readonly<Record<string, number>>
}

export interface HabitOptions {
  readonly withinSeconds: number
  /** See {@link answerDelayOf}. */
  readonly answerDelaySeconds?: number
  /** Patience of the callers of the whole centre, towards which that of these is drawn. */
  readonly wholePatienceSeconds?: number
}

// An hour's own handling time is a mean of few and uneven contacts: squared variation 1.5 within (Brown et al. 2005), 0.04 between.
const AHT_PRIOR_CONTACTS = 38
const AS_PRESENT: Availability = { whole: 1, byGroup: {} }
// Groups differ in availability by about so much before anything is seen.
export const GROUP_SPREAD = 0.15
// Weight of one interval against that spread: an interval is one noisy glance.
export const INTERVAL_WEIGHT: number = 1 / 12
// The least absolute error alone follows the median of skewed outcomes and leaves the sum too low: the sum has a say of its own.
export const BIAS_WEIGHT = 0.5
// Errors are judged against these: points of abandonment are finer than points of service level.
const ABANDON_SCALE = 0.032
const LEVEL_SCALE = 0.09
// An interval begins with the queue its forerunner left, and agents come and go across its borders.
const NEIGHBOURS_SHARE = 0.2

/**
 * How much of the agents' presence is there for callers, and how patient callers are, by group, from the centre's own log. Presence is
 * not availability, and the factor moves results more than the choice of model does: it is what makes Erlang A's abandonment and strict
 * service level come out as they did, with the least absolute error. Each has a factor of its own, for agents finish other work or put
 * off a break once they see callers waiting: a wait begins more often than it lasts. Groups are drawn towards the whole.
 */
export function learnHabits(intervals: readonly ObservedInterval[], options: HabitOptions): CenterHabits | undefined {
  const usable = intervals.filter(({ offered, agentsPresent }) => offered > 0 && agentsPresent > 0)
  usable.forEach(checkObserved)
  const totals = summed(usable)
  const { wholePatienceSeconds } = options
  const patienceSeconds =
    wholePatienceSeconds === undefined
      ? estimatePatience(totals)?.meanSeconds
      : shrunkPatience(totals, wholePatienceSeconds)
  const answered = usable.reduce((sum, interval) => sum + interval.answered, 0)
  if (patienceSeconds === undefined || answered === 0) return undefined
  const byGroup = Map.groupBy(usable, ({ group }) => group)
  const start: CenterHabits = {
    withinSeconds: options.withinSeconds,
    answerDelaySeconds: options.answerDelaySeconds ?? 0,
    ahtSeconds: usable.reduce((sum, { answered, ahtSeconds }) => sum + answered * ahtSeconds, 0) / answered,
    ahtPriorContacts: AHT_PRIOR_CONTACTS,
    underPressure: AS_PRESENT,
    atOnce: AS_PRESENT,
    patienceSeconds,
    patienceByGroup: Object.fromEntries(
      [...byGroup].map(([group, members]) => [group, shrunkPatience(summed(members), patienceSeconds)]),
    ),
    patienceByKind: patienceByKind(usable, patienceSeconds),
  }
  const learn = (missOf: MissOf): Availability => {
    const lossAt = (members: readonly ObservedInterval[], whole: number): number =>
      lossOf(members, { ...start, underPressure: { whole, byGroup: {} }, atOnce: { whole, byGroup: {} } }, missOf)
    const whole = leastOf((value) => lossAt(usable, value))
    const ofGroup = (members: readonly ObservedInterval[]): number =>
      leastOf(
        (value) =>
          members.length * INTERVAL_WEIGHT * lossAt(members, value) + 0.5 * ((value - whole) / GROUP_SPREAD) ** 2,
      )
    return { whole, byGroup: Object.fromEntries([...byGroup].map(([group, members]) => [group, ofGroup(members)])) }
  }
  return { ...start, underPressure: learn(abandonMiss), atOnce: learn(levelMiss) }
}

/** What would come of these intervals in a centre of such habits, in the same order. */
export function foresee(intervals: readonly ForeseenInterval[], habits: CenterHabits): readonly EffectiveOutcome[] {
  const alone = intervals.map((interval) => outcomeAlone(interval, habits))
  const placeOf = new Map(intervals.map(({ position }, place) => [position, place]))
  return intervals.map(({ position }, place) => {
    const own = alone[place] as EffectiveOutcome
    const beside = [position - 1, position + 1]
      .map((neighbour) => placeOf.get(neighbour))
      .filter((neighbour) => neighbour !== undefined)
      .map((neighbour) => alone[neighbour] as EffectiveOutcome)
    const [first, second] = beside
    if (first === undefined) return own
    return mixed(own, second === undefined ? first : mixed(first, second, 0.5), NEIGHBOURS_SHARE)
  })
}

/**
 * The time it takes to present a call and pick it up: one in twenty of the callers who waited and were answered was answered faster.
 * Undefined without any.
 */
export function answerDelayOf(answeredWaitsSeconds: readonly number[]): number | undefined {
  const waited = answeredWaitsSeconds.filter((wait) => wait > 0).toSorted((left, right) => left - right)
  return waited[Math.floor(waited.length / 20)]
}

export function outcomeAlone(interval: ForeseenInterval, habits: CenterHabits): EffectiveOutcome {
  const { group, offered, intervalSeconds, agentsPresent, offeredByKind = {} } = interval
  const own = Math.max(0, offered)
  const ahtSeconds =
    (own * interval.ahtSeconds + habits.ahtPriorContacts * habits.ahtSeconds) / (own + habits.ahtPriorContacts)
  const patienceSeconds =
    mixedPatience(offeredByKind, habits.patienceByKind) ?? habits.patienceByGroup[group] ?? habits.patienceSeconds
  const at = ({ whole, byGroup }: Availability): EffectiveOutcome =>
    effectiveOutcome({
      offered,
      intervalSeconds,
      ahtSeconds,
      patienceSeconds,
      effectiveAgents: agentsPresent * (byGroup[group] ?? whole),
      withinSeconds: habits.withinSeconds,
      answerDelaySeconds: habits.answerDelaySeconds,
    })
  const { abandonRate } = at(habits.underPressure)
  // Two factors are two views of one queue: nobody is both lost and answered.
  return { abandonRate, answeredWithin: Math.min(at(habits.atOnce).answeredWithin, 1 - abandonRate) }
}

/** Foreseen minus seen, in contacts, in units of what is good. */
export type MissOf = (foreseen: EffectiveOutcome, seen: ObservedInterval) => number

export const abandonMiss: MissOf = ({ abandonRate }, { offered, abandoned }) =>
  (abandonRate * offered - abandoned) / ABANDON_SCALE

export const levelMiss: MissOf = (foreseen, { offered, answeredWithin }) =>
  (foreseen.answeredWithin * offered - answeredWithin) / LEVEL_SCALE

/** Mean absolute error per contact, and the error of the sum. */
function lossOf(intervals: readonly ObservedInterval[], habits: CenterHabits, missOf: MissOf): number {
  let [offered, absolute, sum] = [0, 0, 0]
  for (const interval of intervals) {
    const miss = missOf(outcomeAlone(interval, habits), interval)
    offered += interval.offered
    absolute += Math.abs(miss)
    sum += miss
  }
  return (absolute + BIAS_WEIGHT * Math.abs(sum)) / offered
}

/** The availability of least loss, from 0.3 to 1.2 (presence may be understated): by a coarse walk, then a fine one. */
function leastOf(loss: (availability: number) => number): number {
  let best = { at: 1, loss: Infinity }
  const walk = (from: number, to: number, step: number): void => {
    for (let at = from; at <= to + step / 2; at += step) {
      const here = loss(at)
      if (here < best.loss) best = { at, loss: here }
    }
  }
  walk(0.3, 1.2, 0.05)
  walk(best.at - 0.045, best.at + 0.045, 0.005)
  return best.at
}

const summed = (intervals: readonly ObservedInterval[]): WaitTotals => ({
  abandoned: intervals.reduce((sum, { abandoned }) => sum + abandoned, 0),
  totalWaitSeconds: intervals.reduce((sum, { totalWaitSeconds }) => sum + totalWaitSeconds, 0),
})

function checkObserved(interval: ObservedInterval): void {
  for (const name of ['answered', 'abandoned', 'answeredWithin', 'totalWaitSeconds'] as const)
    requireNumber(name, interval[name], interval[name] >= 0, 'zero or more')
  requireNumber('ahtSeconds', interval.ahtSeconds, interval.ahtSeconds >= 0, 'zero or more')
}
