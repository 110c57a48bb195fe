import type { LogRow } from './log-row.ts'
import { agentNow, type AgentNow, type LogState } from './log-state.ts'

/** An agent signs in to a queue, or (`login`) to the system. */
export function signIn(state: LogState, row: LogRow, membership: string): void {
  const who = agentNow(state, row.agent)
  who.memberships.delete('unfinished')
  who.memberships.add(membership)
  who.session ??= {
    sourceKey: `session|${row.agent}|${Math.floor(row.instant / 1000)}`,
    agent: row.agent,
    state: 'session',
    startedAt: row.instant,
  }
}

/** Asterisk says of a member that is added paused so, and writes no PAUSE. Who takes calls of another queue already is not away. */
export function addMember(state: LogState, row: LogRow): void {
  const isNew = agentNow(state, row.agent).memberships.size === 0
  signIn(state, row, row.queue)
  if (isNew && row.data[0] === 'PAUSED') pause(state, { ...row, data: [] })
}

/** An agent leaves a queue or the system; with the last of them her session ends. `loginSeconds`: how long it was, where the row says. */
export function signOut(state: LogState, row: LogRow, membership: string, loginSeconds: number | undefined): void {
  const who = agentNow(state, row.agent)
  who.memberships.delete(membership)
  who.memberships.delete('unfinished')
  if (who.memberships.size > 0) return
  if (who.session === undefined) {
    if (loginSeconds === undefined || loginSeconds <= 0) {
      state.sink.finding({
        kind: 'flagged',
        rowNumber: row.rowNumber,
        field: null,
        code: 'sessionStartMissing',
        details: { agent: row.agent },
      })
      return
    }
    signIn(state, { ...row, instant: row.instant - loginSeconds * 1000 }, membership)
    who.memberships.clear()
  }
  endState(state, who, 'pause', row.instant)
  endState(state, who, 'session', row.instant)
}

/** An agent takes a pause, or changes its reason. */
export function pause(state: LogState, row: LogRow): void {
  const who = agentNow(state, row.agent)
  const reason = row.data[0] === undefined || row.data[0] === '' ? undefined : row.data[0]
  // One act writes a line for each queue.
  if (who.pause !== undefined && who.pause.reason === reason) return
  endState(state, who, 'pause', row.instant)
  who.pause = {
    sourceKey: `pause|${row.agent}|${Math.floor(row.instant / 1000)}|${reason ?? ''}`,
    agent: row.agent,
    state: 'pause',
    startedAt: row.instant,
    ...(reason === undefined ? {} : { reason }),
  }
}

/** An agent is back from her pause. */
export function unpause(state: LogState, row: LogRow): void {
  endState(state, agentNow(state, row.agent), 'pause', row.instant)
}

function endState(state: LogState, who: AgentNow, kind: 'session' | 'pause', instant: number): void {
  const running = who[kind]
  if (running === undefined) return
  delete who[kind]
  state.toldOpen.delete(running.sourceKey)
  state.sink.state({ ...running, endedAt: Math.max(instant, running.startedAt) })
}
