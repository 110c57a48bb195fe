import type { AgentStateName, ContactRecord, FlowReason, Outcome } from '../contacts/index.ts'
import { ANONYMOUS, mailOf } from './customers.ts'
import type { Desk, Floor, Leg } from './floor.ts'

/** The first leg's key is the contact's reference; later legs add their number. */
const keyOf = (leg: Leg): string => (leg.legNumber === 1 ? leg.contactRef : `${leg.contactRef}/${leg.legNumber}`)

/** Writes down a leg nobody answered. */
export function recordUnanswered(
  floor: Floor,
  leg: Leg,
  endedAt: number,
  outcome: Outcome,
  flowReason?: FlowReason,
): void {
  leg.phase = 'done'
  floor.contacts.push({
    ...common(leg),
    outcome,
    ...(flowReason === undefined ? {} : { flowReason }),
    waitMs: Math.round(endedAt - leg.offeredAt),
    ...(leg.noAnswers > 0 ? { agentNoAnswers: leg.noAnswers } : {}),
    ...(leg.desk !== null && leg.outbound ? { agent: leg.desk.agent.code } : {}),
    ...(outcome === 'abandoned' ? { hungUpBy: 'customer' as const } : {}),
  })
}

/** Writes down a finished conversation. */
export function recordAnswered(floor: Floor, leg: Leg, desk: Desk): void {
  leg.phase = 'done'
  const topics = leg.line.queue.topics
  floor.contacts.push({
    ...common(leg),
    agent: desk.agent.code,
    outcome: 'answered',
    waitMs: leg.answeredAt - leg.offeredAt,
    ...(leg.line.queue.channel === 'email' ? {} : { ringMs: leg.answeredAt - leg.ringStartedAt }),
    talkMs: leg.talkEndsAt - leg.answeredAt - leg.holdMs,
    ...(leg.holds > 0 ? { holdMs: leg.holdMs, holds: leg.holds } : {}),
    acwMs: leg.wrapMs,
    ...(leg.noAnswers > 0 ? { agentNoAnswers: leg.noAnswers } : {}),
    ...(leg.hungUpBy === null ? {} : { hungUpBy: leg.hungUpBy }),
    ...(leg.transferTo === null ? {} : { transferredTo: leg.transferTo.queue.code }),
    ...(topics.length === 0 ? {} : { topic: topics[floor.random.integer(0, topics.length)] as string }),
  })
}

/** A finished stretch of an agent's time. */
export function recordState(
  floor: Floor,
  desk: Desk,
  state: AgentStateName,
  startedAt: number,
  endedAt: number,
  reason?: string,
): void {
  if (endedAt <= startedAt) return
  const { code } = desk.agent
  floor.states.push({
    sourceKey: `${code}/${state}/${startedAt}`,
    agent: code,
    state,
    ...(reason === undefined ? {} : { reason }),
    startedAt,
    endedAt,
  })
}

function common(leg: Leg): Omit<ContactRecord, 'outcome' | 'waitMs'> {
  const { channel, code } = leg.line.queue
  return {
    sourceKey: keyOf(leg),
    contactRef: leg.contactRef,
    leg: leg.legNumber,
    channel: leg.outbound ? 'callback' : channel,
    direction: leg.outbound ? 'outbound' : 'inbound',
    queue: code,
    customer:
      channel === 'email' || (channel === 'chat' && leg.customer === ANONYMOUS) ? mailOf(leg.customer) : leg.customer,
    offeredAt: leg.offeredAt,
  }
}
