import { CONVERSATION_MS, LOST_LEG_MS, timeIn, type Leg, type LogState } from './log-state.ts'
import { finishOpen, waitedSoFar } from './tell-leg.ts'
import type { OpenLeg } from './unfinished-log.ts'

/** Ends legs that have lost their end and forgets contacts that are over, so that memory does not grow with the file. */
export function sweep(state: LogState): void {
  const now = timeIn(state)
  state.swept = new Map()
  // A copy: finishing takes legs out of the map.
  for (const [id, leg] of Array.from(state.legs)) {
    if (!isLost(leg, now)) continue
    state.swept.set(id, openOf(state, leg))
    finishOpen(state, leg, 'endMissing')
  }
  for (const [id, conversation] of state.conversations)
    if (now - conversation.lastAt > CONVERSATION_MS) state.conversations.delete(id)
}

/** Whether a leg began so long ago that nobody will tell its end. */
export const isLost = (leg: Leg, now: number): boolean => now - leg.enteredAt > LOST_LEG_MS

const openOf = (state: LogState, leg: Leg): OpenLeg => ({
  sourceKey: leg.key,
  contactRef: leg.contactRef,
  leg: leg.number,
  offeredAt: leg.enteredAt,
  customer: leg.customer ?? null,
  agent: leg.agent ?? null,
  waitMs: waitedSoFar(state, leg),
  ringMs: (leg.ringSeconds ?? 0) * 1000,
  agentNoAnswers: leg.noAnswers,
})
