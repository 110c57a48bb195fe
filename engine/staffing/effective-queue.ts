import { checkDemand, erlangA, requireNumber } from '../queueing/index.ts'

/** A queue whose agents are an average, not a head count: present × available. */
export interface EffectiveQueue {
  readonly offered: number
  readonly intervalSeconds: number
  readonly ahtSeconds: number
  readonly patienceSeconds: number
  /** May be a fraction. */
  readonly effectiveAgents: number
  readonly withinSeconds: number
  /** From the moment an agent is free to the moment a waiting caller is answered: presenting, ringing, picking up. */
  readonly answerDelaySeconds?: number
}

/** As fractions of the offered. */
export interface EffectiveOutcome {
  readonly abandonRate: number
  readonly answeredWithin: number
}

/**
 * Erlang A between two whole numbers of agents, in proportion: 6.2 agents are six for four fifths of the time and seven for one.
 * Below one agent nobody answers for the rest of the time, and whoever calls then is lost.
 */
export function effectiveOutcome(queue: EffectiveQueue): EffectiveOutcome {
  const { effectiveAgents, withinSeconds, answerDelaySeconds = 0, ...rest } = queue
  checkDemand(queue)
  requireNumber('effectiveAgents', effectiveAgents, effectiveAgents >= 0, 'zero or more')
  requireNumber('answerDelaySeconds', answerDelaySeconds, answerDelaySeconds >= 0, 'zero or more')
  const promptly = Math.max(0, withinSeconds - answerDelaySeconds)
  const at = (agents: number): EffectiveOutcome => {
    if (agents === 0) return rest.offered === 0 ? { abandonRate: 0, answeredWithin: 1 } : NOBODY_ANSWERS
    const { abandonRate, outcomes } = erlangA({ ...rest, agents, withinSeconds: promptly })
    return { abandonRate, answeredWithin: outcomes.answeredWithin }
  }
  const whole = Math.floor(effectiveAgents)
  const part = effectiveAgents - whole
  return part === 0 ? at(whole) : mixed(at(whole), at(whole + 1), part)
}

const NOBODY_ANSWERS: EffectiveOutcome = { abandonRate: 1, answeredWithin: 0 }

export const mixed = (one: EffectiveOutcome, other: EffectiveOutcome, shareOfOther: number): EffectiveOutcome => ({
  abandonRate: one.abandonRate * (1 - shareOfOther) + other.abandonRate * shareOfOther,
  answeredWithin: one.answeredWithin * (1 - shareOfOther) + other.answeredWithin * shareOfOther,
})
