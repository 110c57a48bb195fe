import { createRandom } from '../numeric/index.ts'
import { erlangsOf, MOST_AGENTS, type ServiceLevelRule } from '../queueing/index.ts'
import { queueAtAgents, type StaffingDemand } from './demand.ts'
import { deferredRisk } from './deferred-risk.ts'
import { workOff, type DeferredDemand } from './deferred-work.ts'
import type { QueueWork } from './queue-work.ts'
import { requiredAgents } from './required-agents.ts'
import { thresholdsOf, type LevelKind, type StaffingTarget, type TargetPart } from './target.ts'
import { gammaRates } from './uncertain-rate.ts'
import { wholeAgentsForDeferred } from './whole-deferred.ts'

/** What one queue is to keep and what is assumed of its customers and agents; null is "not given". */
export interface QueueRule {
  readonly work: QueueWork
  readonly targetLevel: number | null
  readonly withinSeconds: number
  readonly rule: ServiceLevelRule
  /** What counts as a short abandon, for the two short rules; 5 when left out. */
  readonly shortSeconds?: number
  readonly maxAbandonment: number | null
  readonly maxOccupancy: number | null
  readonly maxAsaSeconds: number | null
  /** Null: nobody hangs up. */
  readonly patienceSeconds: number | null
  /** Chats an agent holds at once, and by how much each further one lengthens all of them. */
  readonly contactsAtOnce: number
  readonly stretchPerExtra: number
  /** Chats at once while the handling time was measured, on average over chats; null: one. */
  readonly seenAtOnce: number | null
  /** For work that may wait: how long, in open time. */
  readonly deadlineMinutes: number | null
  /** Items there at the start. */
  readonly backlog: number | null
}

export interface IntervalLoad {
  readonly offered: number
  readonly ahtSeconds: number
  /** The rate is uncertain: gamma of this shape; null where it is taken as known. Of work that may wait, that of the whole day. */
  readonly rateShape: number | null
  /** Of this interval's callers, as they are at this hour; the rule's when left out, and null: nobody hangs up. */
  readonly patienceSeconds?: number | null
  /** The day it lies in, from 0; for work that may wait, whose busy and quiet days are imagined. All are one day when left out. */
  readonly day?: number
}

/** `deadline`: no agents keep it. `inTime`: they do on the expected day, but not for the asked share of items over busy and quiet days. */
export type DeferredPart = 'deadline' | 'inTime'

/** One interval of a queue counted. Null: not applicable, or no number of agents meets the target. */
export interface IntervalNeed {
  readonly needed: number | null
  readonly serviceLevel: number | null
  readonly asaSeconds: number | null
  readonly abandonRate: number | null
  readonly occupancy: number | null
  /** Items left lying at the end; null where nothing may wait. */
  readonly backlog: number | null
  /** The parts that one agent fewer would miss; with `needed` null, those that no number meets. */
  readonly binding: readonly (TargetPart | DeferredPart)[]
}

/** The agents of every interval of a queue, in order of time; for work that may wait these are its open intervals. */
export function countQueue(
  loads: readonly IntervalLoad[],
  rule: QueueRule,
  intervalSeconds: number,
): readonly IntervalNeed[] {
  if (rule.work === 'deferred') return countDeferred(loads, rule, intervalSeconds)
  return loads.map((load): IntervalNeed => {
    const demand = demandOf(load, rule, intervalSeconds)
    // More work than the formulas take agents.
    if (heaviestErlangs(demand) > MOST_AGENTS) return { ...nothing, binding: ['balance'] }
    const found = requiredAgents(demand, targetOf(rule))
    if (!found.possible) return { ...nothing, binding: found.unreachable }
    const { agents, state, binding } = found
    const { asaSeconds, abandonRate, occupancy } = state
    const serviceLevel = state.serviceLevel[rule.rule] ?? null
    return { needed: agents, serviceLevel, asaSeconds, abandonRate, occupancy, backlog: null, binding }
  })
}

function heaviestErlangs(demand: StaffingDemand): number {
  const { rateShape, contactsAtOnce = 1, stretchPerExtra = 0 } = demand
  const heaviest = rateShape === undefined ? 1 : Math.max(...gammaRates(rateShape).map(({ factor }) => factor))
  return erlangsOf(demand) * (1 + stretchPerExtra * (contactsAtOnce - 1)) * heaviest
}

const nothing = {
  needed: null,
  serviceLevel: null,
  asaSeconds: null,
  abandonRate: null,
  occupancy: null,
  backlog: null,
}

function countDeferred(loads: readonly IntervalLoad[], rule: QueueRule, intervalSeconds: number): IntervalNeed[] {
  const demand = deferredDemandOf(loads, rule, intervalSeconds)
  if (demand === null) return loads.map(() => ({ ...nothing, needed: 0, backlog: 0, binding: [] }))
  const agents = agentsForDeferred(demand, loads, rule)
  if (typeof agents === 'string') return loads.map(() => ({ ...nothing, binding: [agents] }))
  return workOff(demand, agents).map(({ backlog, occupancy }, interval) => ({
    ...nothing,
    needed: agents[interval] ?? 0,
    backlog,
    occupancy: (agents[interval] ?? 0) > 0 ? occupancy : null,
    binding: (agents[interval] ?? 0) > 0 ? ['deadline'] : [],
  }))
}

const MOST_EXTRA = 4
const HALVINGS = 5
const IMAGINED_HORIZONS = 60

/**
 * Agents who keep every deadline of the expected load. Where days are uncertain, as many times more work is planned for as it takes to do the
 * asked share in time on average over imagined horizons: a plan without slack is late on every second day. Where none will do, the part
 * that cannot be met.
 */
function agentsForDeferred(
  demand: DeferredDemand,
  loads: readonly IntervalLoad[],
  { maxOccupancy, targetLevel, backlog }: QueueRule,
): readonly number[] | DeferredPart {
  const plan = (times: number): readonly number[] | null => {
    // Agents who are to be busy for four fifths of their time get five fourths of the work's time.
    const found = wholeAgentsForDeferred({ ...demand, ahtSeconds: (demand.ahtSeconds * times) / (maxOccupancy ?? 1) })
    return found.possible ? found.agents : null
  }
  const least = plan(1)
  if (least === null) return 'deadline'
  if (targetLevel === null || loads.every(({ rateShape }) => rateShape === null)) return least
  const days = loads.map(({ day = 0 }) => day)
  const dayShapes = Array.from(
    { length: Math.max(...days) + 1 },
    (_, day) => loads[days.indexOf(day)]?.rateShape ?? null,
  )
  const items = dayShapes.map((_, day) =>
    demand.arrivals.reduce((sum, one, at) => sum + (days[at] === day ? one : 0), 0),
  )
  const total = items.reduce((sum, count) => sum + count, 0)
  const suffices = (agents: readonly number[]): boolean => {
    // The same imagined days for every plan.
    const options = { fraction: targetLevel, random: createRandom('letters'), horizons: IMAGINED_HORIZONS }
    const risk = deferredRisk({ ...demand, agents, days, dayShapes, backlogItems: backlog ?? 0 }, options)
    return risk.reduce((sum, { mean }, day) => sum + mean * (items[day] ?? 0), 0) >= targetLevel * total
  }
  if (suffices(least)) return least
  const richest = plan(MOST_EXTRA)
  if (richest === null || !suffices(richest)) return 'inTime'
  let [low, high, best] = [1, MOST_EXTRA, richest]
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2
    const tried = plan(middle) ?? least
    if (suffices(tried)) [high, best] = [middle, tried]
    else low = middle
  }
  return best
}

/** One day's work in hours of opening: what holds until somebody gives a deadline. */
const USUAL_DEADLINE_MINUTES = 480

/** Items are counted in units of the mean handling time, so that long ones weigh more. Null where there is no work at all. */
export function deferredDemandOf(
  loads: readonly IntervalLoad[],
  { deadlineMinutes, backlog }: QueueRule,
  intervalSeconds: number,
): DeferredDemand | null {
  const items = loads.reduce((sum, load) => sum + load.offered, 0)
  const work = loads.reduce((sum, load) => sum + load.offered * load.ahtSeconds, 0)
  if (work === 0) return null
  const ahtSeconds = work / items
  const deadlineSeconds = (deadlineMinutes ?? USUAL_DEADLINE_MINUTES) * 60
  const deadlineIntervals = Math.max(1, Math.floor(deadlineSeconds / intervalSeconds))
  // Nobody knows how old the backlog is: from due at once to just come.
  const lies = Math.min(deadlineIntervals, loads.length)
  return {
    intervalSeconds,
    ahtSeconds,
    arrivals: loads.map((load) => (load.offered * load.ahtSeconds) / ahtSeconds),
    deadlineIntervals,
    backlog: Array.from({ length: lies }, () => (backlog ?? 0) / lies),
  }
}

/** What a queue's load asks of the formulas. Chats were measured several at once: alone each would have been shorter. */
export function demandOf(load: IntervalLoad, rule: QueueRule, intervalSeconds: number): StaffingDemand {
  const { contactsAtOnce, stretchPerExtra } = rule
  const patienceSeconds = patienceOf(load, rule)
  const hurry = patienceSeconds === null ? {} : { patienceSeconds }
  const unsure = patienceSeconds === null || load.rateShape === null ? {} : { rateShape: load.rateShape }
  return {
    offered: load.offered,
    intervalSeconds,
    ahtSeconds: aloneSeconds(load.ahtSeconds, rule),
    ...hurry,
    ...unsure,
    ...(rule.work === 'chats' ? { contactsAtOnce, stretchPerExtra } : {}),
  }
}

/** Of an hour where it is known by hour; null: nobody hangs up. */
export const patienceOf = (
  { patienceSeconds }: Pick<IntervalLoad, 'patienceSeconds'>,
  rule: QueueRule,
): number | null => (patienceSeconds === undefined ? rule.patienceSeconds : patienceSeconds)

/** What a chat measured among others would have taken alone. */
export function aloneSeconds(ahtSeconds: number, { work, seenAtOnce, stretchPerExtra }: QueueRule): number {
  if (work !== 'chats' || seenAtOnce === null) return ahtSeconds
  return ahtSeconds / (1 + stretchPerExtra * Math.max(0, seenAtOnce - 1))
}

/** What a rule asks of the formulas. */
export function targetOf(rule: QueueRule): StaffingTarget {
  const { targetLevel, maxAbandonment, maxAsaSeconds, maxOccupancy } = rule
  return {
    ...(targetLevel === null ? {} : { serviceLevel: { ...levelOf(rule), fraction: targetLevel } }),
    ...(maxAbandonment === null ? {} : { maxAbandonRate: maxAbandonment }),
    ...(maxAsaSeconds === null ? {} : { maxAsaSeconds }),
    ...(maxOccupancy === null ? {} : { maxOccupancy }),
  }
}

/** The service level that a rule counts by, whether or not it asks for one. */
export const levelOf = ({ withinSeconds, rule, shortSeconds }: QueueRule): LevelKind => ({
  withinSeconds,
  rule,
  ...(shortSeconds === undefined ? {} : { shortSeconds }),
})

/** How an interval fares with so many agents; null where the queue would grow without end, or the work may wait. */
export function levelAtAgents(
  load: IntervalLoad,
  agents: number,
  rule: QueueRule,
  intervalSeconds: number,
): Omit<IntervalNeed, 'needed' | 'backlog' | 'binding'> | null {
  if (rule.work === 'deferred') return null
  const state = queueAtAgents(
    demandOf(load, rule, intervalSeconds),
    thresholdsOf({ serviceLevel: { ...levelOf(rule), fraction: 1 } }),
  )(agents)
  if ('unstable' in state) return null
  const { asaSeconds, abandonRate, occupancy } = state
  return { serviceLevel: state.serviceLevel[rule.rule] ?? null, asaSeconds, abandonRate, occupancy }
}
