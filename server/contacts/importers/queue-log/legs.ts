import { reckonedKey, takeUpConversation, takeUpLeg, takeUpTold } from './earlier-files.ts'
import { legId, type LogRow } from './log-row.ts'
import { CONVERSATION_MS, type Conversation, type Leg, type LogState } from './log-state.ts'
import { finishOpen } from './tell-leg.ts'

/** A call enters a queue; `instant` lies before the row where the entry itself is missing. */
export function enter(state: LogState, row: LogRow, instant: number, customer: string | undefined): Leg {
  const id = legId(row)
  const stale = state.legs.get(id)
  // The same id enters again: its former end was never written.
  if (stale !== undefined) finishOpen(state, stale, 'endMissing')
  const conversation = converse(state, row.uniqueId, instant)
  const leg: Leg = {
    key: reckonedKey(state, id, instant) ?? `${id}|${Math.floor(instant / 1000)}`,
    uniqueId: row.uniqueId,
    queue: row.queue,
    contactRef: conversation.ref,
    number: ++conversation.legs,
    enteredAt: instant,
    customer: customer === '' ? undefined : customer,
    noAnswers: 0,
    flags: [],
  }
  state.legs.set(id, leg)
  return leg
}

/** The contact a unique id belongs to. Ids repeat after a restart; one that comes back after hours is another contact. */
function converse(state: LogState, uniqueId: string, instant: number): Conversation {
  const { conversations } = state
  const known = uniqueId === 'NONE' ? undefined : (conversations.get(uniqueId) ?? takeUpConversation(state, uniqueId))
  if (known !== undefined && Math.abs(instant - known.lastAt) < CONVERSATION_MS) {
    known.lastAt = instant
    return known
  }
  const ref = known === undefined && uniqueId !== 'NONE' ? uniqueId : `${uniqueId}#${Math.floor(instant / 1000)}`
  const conversation = { ref, legs: 0, lastAt: instant }
  conversations.set(uniqueId, conversation)
  return conversation
}

/** The leg a row is about, where its beginning was told: in this file or in an earlier one that left it open. */
export const knownLeg = (state: LogState, row: LogRow): Leg | undefined =>
  state.legs.get(legId(row)) ?? takeUpLeg(state, row)

/** The leg a row is about: a known one, one told to its end before, or one reconstructed from the row's own durations. */
export function legOf(state: LogState, row: LogRow, elapsedSeconds: number | undefined): Leg {
  const known = knownLeg(state, row) ?? takeUpTold(state, row)
  if (known !== undefined) return known
  const leg = enter(state, row, row.instant - (elapsedSeconds ?? 0) * 1000, undefined)
  leg.flags.push('enterMissing')
  state.sink.finding({
    kind: 'repaired',
    rowNumber: row.rowNumber,
    field: 'ENTERQUEUE',
    code: 'enterMissing',
    details: { event: row.event },
  })
  return leg
}
