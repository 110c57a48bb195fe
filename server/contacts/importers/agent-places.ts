import type { ContactRecord } from '@pult/engine/contacts'

/** Times in minutes overlap by as much where nobody was in two places. */
const LEAST_OVERLAP_MS = 60_000
const MOST_AGENTS = 50_000

/** Tells calls that an agent can not have held at once; of every agent the last call is remembered. */
export function createAgentPlaces(): { isTaken(record: ContactRecord): boolean } {
  const calls = new Map<string, { readonly from: number; readonly to: number }>()
  return {
    isTaken({ agent, channel, outcome, offeredAt, waitMs, talkMs = 0, holdMs = 0 }) {
      // Written contacts are handled several at once.
      if (agent === undefined || channel !== 'voice' || outcome !== 'answered') return false
      const call = { from: offeredAt + waitMs, to: offeredAt + waitMs + talkMs + holdMs }
      const last = calls.get(agent)
      if (last !== undefined || calls.size < MOST_AGENTS) calls.set(agent, call)
      return last !== undefined && Math.min(call.to, last.to) - Math.max(call.from, last.from) > LEAST_OVERLAP_MS
    },
  }
}
