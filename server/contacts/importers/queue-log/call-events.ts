import type { ContactRecord } from '@pult/engine/contacts'

import { cutGhost, plausibleTalk } from './implausible-talk.ts'
import { knownLeg, legOf } from './legs.ts'
import { legId, seconds, type LogRow } from './log-row.ts'
import { agentNow, type LogState } from './log-state.ts'
import { finish, finishAnswered } from './tell-leg.ts'

/** A call rang at an agent who did not take it. */
export function ringUnanswered(state: LogState, row: LogRow): void {
  const leg = knownLeg(state, row)
  if (leg !== undefined) leg.noAnswers++
}

/** An agent takes a call. */
export function connect(state: LogState, row: LogRow): void {
  const hold = seconds(row.data[0])
  const leg = legOf(state, row, hold)
  leg.agent = row.agent
  leg.connectedAt = row.instant
  leg.stepsBefore = state.clockSteps
  if (hold !== undefined) leg.holdSeconds = hold
  const ring = seconds(row.data[2])
  if (ring !== undefined) leg.ringSeconds = ring
  const who = agentNow(state, row.agent)
  if (who.leg !== undefined && who.leg !== leg) cutGhost(state, who.leg, row)
  who.leg = leg
}

/** An answered call is over; `offset`: the field of its data in which hold stands, with talk after it. */
export function complete(state: LogState, row: LogRow, offset: number, more: Partial<ContactRecord>): void {
  const hold = seconds(row.data[offset])
  const talk = seconds(row.data[offset + 1]) ?? 0
  if (!isExpected(state, row) && isGhostEnd(state, row)) return
  const leg = legOf(state, row, (hold ?? 0) + talk)
  leg.agent ??= row.agent
  leg.connectedAt ??= row.instant - talk * 1000
  if (hold !== undefined) leg.holdSeconds = hold
  const talkMs = plausibleTalk(state, leg, talk * 1000, row.instant - leg.connectedAt, row)
  finishAnswered(state, leg, talkMs, more, row)
}

function isExpected({ legs, earlier, swept }: LogState, row: LogRow): boolean {
  const id = legId(row)
  return legs.has(id) || earlier.legs.has(id) || swept.has(id)
}

/** The end of a call that was cut already when its agent took the next one. */
const isGhostEnd = ({ conversations }: LogState, row: LogRow): boolean => conversations.has(row.uniqueId)

/** An agent passes a call on. */
export function transfer(state: LogState, row: LogRow): void {
  const numbers = row.data.map((field) => (/^\d+$/.test(field) ? Number(field) : undefined))
  // Layouts differ by version; hold, talk and position are the last three numbers that stand together.
  const end = numbers.findLastIndex(
    (value, index) => value !== undefined && numbers[index - 1] !== undefined && index >= 2,
  )
  const from = end >= 2 && numbers[end - 2] !== undefined ? end - 2 : Math.max(0, end - 1)
  // The call goes on elsewhere: nobody has hung up.
  complete(state, row, from, {
    transferredTo: row.data[0] === '' ? 'unknown' : (row.data[0] ?? 'unknown'),
  })
}

/** A call leaves the queue unanswered. */
export function leave(
  state: LogState,
  row: LogRow,
  waitSeconds: number | undefined,
  more: Pick<ContactRecord, 'outcome'> & Partial<ContactRecord>,
): void {
  const leg = legOf(state, row, waitSeconds)
  const wait = waitSeconds === undefined ? row.instant - leg.enteredAt : waitSeconds * 1000
  finish(state, leg, { waitMs: wait, ...more }, row)
}

/** The call is over, and nobody heard how it ended: a talk lasted until now at most, and whether a caller gave up is not known. */
export function lose(state: LogState, row: LogRow): void {
  const leg = state.legs.get(legId(row))
  if (leg === undefined) return
  leg.flags.push('endMissing')
  if (leg.connectedAt === undefined)
    finish(state, leg, { outcome: 'open', waitMs: Math.max(1, row.instant - leg.enteredAt) }, row)
  else finishAnswered(state, leg, Math.max(0, row.instant - leg.connectedAt), {}, row)
}
