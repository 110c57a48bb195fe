import { serviceLevelsOf, type ServiceLevels, type WaitOutcomes } from './service-level.ts'

/** What a queue in balance does to its callers and its agents. Rates are fractions. */
export interface QueueMeasures {
  /** Chance that a caller finds every agent busy. */
  readonly waitProbability: number
  readonly serviceLevel: ServiceLevels
  /** Mean wait of the answered, those answered at once included. */
  readonly asaSeconds: number
  /** Mean wait of all, whether answered or gone. */
  readonly meanWaitSeconds: number
  readonly abandonRate: number
  readonly occupancy: number
  /** Mean number waiting. */
  readonly queueLength: number
}

/** Measures and the outcomes behind them, so that several rates can be added up before any ratio is taken. */
export interface QueueState extends QueueMeasures {
  readonly outcomes: WaitOutcomes
}

/** Nobody calls, nobody waits. */
export function emptyQueue(withShort: boolean): QueueState {
  const outcomes = {
    offered: 1,
    answered: 1,
    answeredWithin: 1,
    abandonedWithin: 0,
    ...(withShort ? { abandonedShort: 0 } : {}),
  }
  return {
    waitProbability: 0,
    serviceLevel: serviceLevelsOf(outcomes),
    asaSeconds: 0,
    meanWaitSeconds: 0,
    abandonRate: 0,
    occupancy: 0,
    queueLength: 0,
    outcomes,
  }
}
