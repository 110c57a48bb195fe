import {
  checkDemand,
  erlangA,
  erlangC,
  requireNumber,
  serviceLevelsOf,
  type QueueDemand,
  type QueueState,
  type UnstableQueue,
} from '../queueing/index.ts'
import { gammaRates, type RateNode } from './uncertain-rate.ts'

/** One interval's load as a planner states it. */
export interface StaffingDemand extends QueueDemand {
  /** Mean patience. Left out, nobody hangs up (Erlang C). */
  readonly patienceSeconds?: number
  /** The rate itself is uncertain: gamma with this shape, so its relative spread is 1 ÷ √shape. Needs a patience. */
  readonly rateShape?: number
  /** Chats an agent holds at once; 1 when left out. */
  readonly contactsAtOnce?: number
  /** By how much each further contact at once lengthens all of them: 0.3 makes two at once last 1.3 times as long. */
  readonly stretchPerExtra?: number
}

export interface Thresholds {
  readonly withinSeconds: number
  readonly shortSeconds?: number
}

/** What the queue would do with so many agents; demand checked once, rates prepared once. */
export type QueueAtAgents = (agents: number) => QueueState | UnstableQueue

/**
 * How this demand fares at any number of agents. An uncertain rate is averaged over calls, not over time: most callers meet the
 * busy days. Contacts at once make slots of agents, all stretched as if every agent were full: on the safe side.
 */
export function queueAtAgents(demand: StaffingDemand, thresholds: Thresholds): QueueAtAgents {
  checkStaffingDemand(demand)
  const { patienceSeconds, rateShape, contactsAtOnce = 1, stretchPerExtra = 0 } = demand
  const slots = {
    offered: demand.offered,
    intervalSeconds: demand.intervalSeconds,
    ahtSeconds: demand.ahtSeconds * (1 + stretchPerExtra * (contactsAtOnce - 1)),
    ...thresholds,
  }
  if (patienceSeconds === undefined) return (agents) => erlangC({ ...slots, agents: agents * contactsAtOnce })
  const impatient = { ...slots, patienceSeconds }
  if (rateShape === undefined) return (agents) => erlangA({ ...impatient, agents: agents * contactsAtOnce })
  const rates = gammaRates(rateShape)
  return (agents) =>
    pooledState(
      rates,
      rates.map(({ factor }) =>
        erlangA({ ...impatient, offered: slots.offered * factor, agents: agents * contactsAtOnce }),
      ),
    )
}

export function checkStaffingDemand(demand: StaffingDemand): void {
  checkDemand(demand)
  const { patienceSeconds, rateShape, contactsAtOnce = 1, stretchPerExtra = 0 } = demand
  if (patienceSeconds !== undefined)
    requireNumber('patienceSeconds', patienceSeconds, patienceSeconds > 0, 'more than zero')
  if (rateShape !== undefined && patienceSeconds === undefined)
    throw new RangeError(
      'rateShape needs patienceSeconds: where nobody hangs up, an uncertain rate may exceed any number of agents',
    )
  const isWhole = Number.isInteger(contactsAtOnce) && contactsAtOnce >= 1 && contactsAtOnce <= 50
  requireNumber('contactsAtOnce', contactsAtOnce, isWhole, 'a whole number from 1 to 50')
  requireNumber('stretchPerExtra', stretchPerExtra, stretchPerExtra >= 0, 'zero or more')
}

/** States at several rates as one: counts are added, ratios taken last. */
function pooledState(rates: readonly RateNode[], states: readonly QueueState[]): QueueState {
  const overCalls = (value: (state: QueueState) => number): number =>
    rates.reduce((sum, { factor, weight }, index) => sum + weight * factor * value(states[index] as QueueState), 0)
  const overTime = (value: (state: QueueState) => number): number =>
    rates.reduce((sum, { weight }, index) => sum + weight * value(states[index] as QueueState), 0)
  const answered = overCalls((state) => state.outcomes.answered)
  const isShortAsked = states[0]?.outcomes.abandonedShort !== undefined
  const outcomes = {
    offered: overCalls(() => 1),
    answered,
    answeredWithin: overCalls((state) => state.outcomes.answeredWithin),
    abandonedWithin: overCalls((state) => state.outcomes.abandonedWithin),
    ...(isShortAsked ? { abandonedShort: overCalls((state) => state.outcomes.abandonedShort ?? 0) } : {}),
  }
  return {
    waitProbability: overCalls((state) => state.waitProbability),
    serviceLevel: serviceLevelsOf(outcomes),
    asaSeconds: answered > 0 ? overCalls((state) => state.asaSeconds * state.outcomes.answered) / answered : 0,
    meanWaitSeconds: overCalls((state) => state.meanWaitSeconds),
    abandonRate: overCalls((state) => state.abandonRate),
    occupancy: overTime((state) => state.occupancy),
    queueLength: overTime((state) => state.queueLength),
    outcomes,
  }
}
