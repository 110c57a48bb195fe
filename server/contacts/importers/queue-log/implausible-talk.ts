import type { LogRow } from './log-row.ts'
import { idOf, type Leg, type LogState } from './log-state.ts'
import { finishAnswered } from './tell-leg.ts'

/** Whole seconds in the log: so much more talk than time is rounding. */
const ROUNDING_MS = 1000

/** Nobody talks longer than the call lasted, unless the clock was set back meanwhile: then the told duration is all there is. */
export function plausibleTalk(state: LogState, leg: Leg, toldMs: number, elapsedMs: number, row: LogRow): number {
  if (toldMs <= elapsedMs + ROUNDING_MS) return toldMs
  if (elapsedMs < 0 || leg.stepsBefore !== state.clockSteps) {
    leg.flags.push('clockStep')
    return toldMs
  }
  tellCut(state, leg, row, elapsedMs)
  return elapsedMs
}

/** The agent answers another call: the former one ended at the latest now, whatever its end will say later. */
export function cutGhost(state: LogState, leg: Leg, row: LogRow): void {
  if (state.legs.get(idOf(leg)) !== leg || leg.connectedAt === undefined) return
  const talk = Math.max(0, row.instant - leg.connectedAt)
  leg.flags.push('agentInTwoPlaces')
  state.sink.finding({
    kind: 'flagged',
    rowNumber: row.rowNumber,
    field: 'agent',
    code: 'agentInTwoPlaces',
    details: { agent: row.agent },
  })
  tellCut(state, leg, row, talk)
  finishAnswered(state, leg, talk, {}, row)
}

function tellCut({ sink }: LogState, leg: Leg, { rowNumber }: LogRow, talkMs: number): void {
  leg.flags.push('implausibleTalk')
  sink.finding({
    kind: 'repaired',
    rowNumber,
    field: 'talk',
    code: 'implausibleTalk',
    details: { call: leg.uniqueId, seconds: Math.round(talkMs / 1000) },
  })
}
