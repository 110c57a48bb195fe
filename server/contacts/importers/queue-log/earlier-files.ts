import { legId, type LogRow } from './log-row.ts'
import { agentNow, LOST_LEG_MS, type Conversation, type Leg, type LogState } from './log-state.ts'
import type { ToldLeg } from './unfinished-log.ts'

/** Several durations of whole seconds add up to a beginning so far from the true one. */
const RECKONED_WITHIN_MS = 5000

/**
 * What an earlier file left running goes on here, if the agent's first row is later than its beginning: a file read again, or
 * one older than the last, comes to it from before.
 */
export function takeUpStates(state: LogState, { agent, instant }: LogRow): void {
  const earlier = state.earlier.states.get(agent)
  if (earlier === undefined) return
  state.earlier.states.delete(agent)
  const who = agentNow(state, agent)
  for (const { startedAt, state: kind, sourceKey, reason } of earlier) {
    if (startedAt > instant || startedAt < (who[kind]?.startedAt ?? startedAt)) continue
    who[kind] = { sourceKey, agent, state: kind, startedAt, ...(reason === undefined ? {} : { reason }) }
    if (kind === 'session') who.memberships.add('unfinished')
  }
}

/** The leg that an earlier file left open, with all that was told of it. */
export function takeUpLeg(state: LogState, row: LogRow): Leg | undefined {
  const id = legId(row)
  const earlier = state.earlier.legs.get(id) ?? state.swept.get(id)
  const age = row.instant - (earlier?.offeredAt ?? 0)
  if (earlier === undefined || age < 0 || age >= LOST_LEG_MS) return undefined
  state.earlier.legs.delete(id)
  state.swept.delete(id)
  const leg = knownLeg(state, row, earlier, {
    customer: earlier.customer ?? undefined,
    noAnswers: earlier.agentNoAnswers,
  })
  if (earlier.agent !== null) {
    leg.agent = earlier.agent
    leg.connectedAt = earlier.offeredAt + earlier.waitMs
    leg.ringSeconds = earlier.ringMs / 1000
    leg.stepsBefore = state.clockSteps
  }
  return leg
}

/** A leg that an earlier file told to its end: under its own key, so that it is known and not another. */
export function takeUpTold(state: LogState, row: LogRow): Leg | undefined {
  const id = legId(row)
  const told = state.earlier.told.get(id)
  if (told === undefined || row.instant - told.offeredAt >= LOST_LEG_MS) return undefined
  state.earlier.told.delete(id)
  return knownLeg(state, row, told, { customer: undefined, noAnswers: 0, flags: ['enterMissing'] })
}

type Known = Pick<ToldLeg, 'sourceKey' | 'contactRef' | 'leg' | 'offeredAt'>

/** Goes on with a leg under the key it had. */
function knownLeg(
  state: LogState,
  row: LogRow,
  { sourceKey, contactRef, leg: number, offeredAt }: Known,
  more: Pick<Leg, 'customer' | 'noAnswers'> & Partial<Pick<Leg, 'flags'>>,
): Leg {
  state.conversations.set(row.uniqueId, { ref: contactRef, legs: number, lastAt: row.instant })
  const leg: Leg = {
    key: sourceKey,
    uniqueId: row.uniqueId,
    queue: row.queue,
    contactRef,
    number,
    enteredAt: offeredAt,
    flags: [],
    ...more,
  }
  state.legs.set(legId(row), leg)
  return leg
}

/** The contact that had legs in an earlier file. */
export function takeUpConversation({ earlier, conversations }: LogState, uniqueId: string): Conversation | undefined {
  const told = earlier.conversations.get(uniqueId)
  if (told === undefined) return undefined
  const conversation = { ref: told.contactRef, legs: told.legs, lastAt: told.lastAt }
  conversations.set(uniqueId, conversation)
  return conversation
}

/** A log that came in after the one that goes on from it: the call in between is stored under the second it was reckoned to begin. */
export function reckonedKey({ earlier }: LogState, id: string, instant: number): string | undefined {
  const isIt = ({ offeredAt }: ToldLeg): boolean => Math.abs(offeredAt - instant) <= RECKONED_WITHIN_MS
  return earlier.reckoned.get(id)?.find(isIt)?.sourceKey
}
