import { weightBelow } from './erlang-b.ts'
import { checkQueue, erlangsOf, USUAL_WITHIN_SECONDS, type QueueInput } from './queue-input.ts'
import { emptyQueue, type QueueState } from './queue-measures.ts'
import { serviceLevelsOf } from './service-level.ts'

/** More work than agents and nobody hangs up: the queue grows without end, and no average exists. */
export interface UnstableQueue {
  readonly unstable: true
}

/**
 * Erlang C: Poisson arrivals, exponential handling, everybody waits until answered. With no abandons all rules of service level
 * agree. Where callers do hang up it asks for too many agents; use {@link erlangA}.
 *
 * @example erlangC({ offered: 100, intervalSeconds: 1800, ahtSeconds: 180, agents: 14 }) // service level .888, ASA 7.8 s
 */
export function erlangC(queue: QueueInput): QueueState | UnstableQueue {
  checkQueue(queue)
  const { offered, intervalSeconds, ahtSeconds, agents, withinSeconds = USUAL_WITHIN_SECONDS, shortSeconds } = queue
  const erlangs = erlangsOf(queue)
  if (erlangs >= agents) return { unstable: true }
  if (erlangs === 0) return emptyQueue(shortSeconds !== undefined)
  const occupancy = erlangs / agents
  const waitProbability = 1 / (1 + weightBelow(erlangs, agents) * (1 - occupancy))
  const freedPerSecond = (agents - erlangs) / ahtSeconds
  const asaSeconds = waitProbability / freedPerSecond
  const outcomes = {
    offered: 1,
    answered: 1,
    answeredWithin: 1 - waitProbability * Math.exp(-freedPerSecond * withinSeconds),
    abandonedWithin: 0,
    ...(shortSeconds === undefined ? {} : { abandonedShort: 0 }),
  }
  return {
    waitProbability,
    serviceLevel: serviceLevelsOf(outcomes),
    asaSeconds,
    meanWaitSeconds: asaSeconds,
    abandonRate: 0,
    occupancy,
    queueLength: (offered / intervalSeconds) * asaSeconds,
    outcomes,
  }
}
