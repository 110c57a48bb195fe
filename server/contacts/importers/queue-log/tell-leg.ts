import type { ContactRecord, QualityFlag } from '@pult/engine/contacts'

import type { LogRow } from './log-row.ts'
import { agentNow, idOf, timeIn, type Leg, type LogState } from './log-state.ts'

/** How a leg ended, or that it has not. */
export type LegEnd = Pick<ContactRecord, 'outcome' | 'waitMs'> & Partial<ContactRecord>

/** The leg is over as the row says; a duration below nothing is told as nothing, and that it was. */
export function finish(state: LogState, leg: Leg, end: LegEnd, row: LogRow): void {
  const isNegative = end.waitMs < 0 || (end.talkMs ?? 0) < 0
  if (isNegative) tellNegative(state, leg, end.waitMs < 0 ? 'wait' : 'talk', row)
  close(state, leg, end)
}

/** The leg was answered and talked for so long. */
export function finishAnswered(
  state: LogState,
  leg: Leg,
  talkMs: number,
  more: Partial<ContactRecord>,
  row: LogRow,
): void {
  const wait =
    leg.holdSeconds === undefined ? (leg.connectedAt ?? leg.enteredAt) - leg.enteredAt : leg.holdSeconds * 1000
  finish(state, leg, { outcome: 'answered', waitMs: wait, talkMs, ...more }, row)
}

/** Nobody has told the leg's end; `flag`: nobody will. */
export function finishOpen(state: LogState, leg: Leg, flag: QualityFlag | undefined): void {
  if (flag !== undefined) {
    leg.flags.push(flag)
    state.sink.finding({
      kind: 'flagged',
      rowNumber: null,
      field: null,
      code: flag,
      details: { call: leg.uniqueId, queue: leg.queue },
    })
  }
  close(state, leg, { outcome: 'open', waitMs: waitedSoFar(state, leg) })
}

/** How long a leg has waited: until it was connected, or until now. */
export const waitedSoFar = (state: LogState, { connectedAt = timeIn(state), enteredAt }: Leg): number =>
  Math.max(0, connectedAt - enteredAt)

function close(state: LogState, leg: Leg, end: LegEnd): void {
  state.legs.delete(idOf(leg))
  state.toldOpen.delete(leg.key)
  if (leg.agent !== undefined) {
    const who = agentNow(state, leg.agent)
    if (who.leg === leg) delete who.leg
  }
  tellLeg(state, leg, end)
}

/** Hands a leg on as it is now. */
export function tellLeg({ sink }: LogState, leg: Leg, end: LegEnd): void {
  const { flags } = leg
  sink.contact({
    sourceKey: leg.key,
    contactRef: leg.contactRef,
    leg: leg.number,
    channel: 'voice',
    direction: 'inbound',
    queue: leg.queue,
    offeredAt: leg.enteredAt,
    agentNoAnswers: leg.noAnswers,
    ...(leg.customer === undefined ? {} : { customer: leg.customer }),
    ...(leg.agent === undefined ? {} : { agent: leg.agent }),
    ...(leg.ringSeconds === undefined ? {} : { ringMs: Math.max(0, leg.ringSeconds) * 1000 }),
    ...end,
    waitMs: Math.max(0, end.waitMs),
    ...(end.talkMs === undefined ? {} : { talkMs: Math.max(0, end.talkMs) }),
    ...(flags.length === 0 ? {} : { flags: [...flags] }),
  })
}

function tellNegative({ sink }: LogState, leg: Leg, field: string, { rowNumber }: LogRow): void {
  leg.flags.push('negativeDuration')
  sink.finding({
    kind: 'repaired',
    rowNumber,
    field,
    code: 'negativeDuration',
    details: { call: leg.uniqueId, queue: leg.queue },
  })
}
