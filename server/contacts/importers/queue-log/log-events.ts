import { addMember, pause, signIn, signOut, unpause } from './agent-events.ts'
import { complete, connect, leave, lose, ringUnanswered, transfer } from './call-events.ts'
import { enter } from './legs.ts'
import { seconds, type LogRow } from './log-row.ts'
import type { LogState } from './log-state.ts'

/** What each event of a queue_log does; those without an entry tell nothing about contacts. */
export const logEvents: Readonly<Record<string, (state: LogState, row: LogRow) => void>> = {
  ENTERQUEUE: (state, row) => void enter(state, row, row.instant, row.data[1]),
  RINGNOANSWER: ringUnanswered,
  CONNECT: connect,
  COMPLETEAGENT: (state, row) => complete(state, row, 0, { hungUpBy: 'agent' }),
  COMPLETECALLER: (state, row) => complete(state, row, 0, { hungUpBy: 'customer' }),
  TRANSFER: transfer,
  BLINDTRANSFER: transfer,
  ATTENDEDTRANSFER: transfer,
  ABANDON: (state, row) => leave(state, row, seconds(row.data[2]), { outcome: 'abandoned', hungUpBy: 'customer' }),
  EXITWITHTIMEOUT: (state, row) =>
    leave(state, row, seconds(row.data[2]), { outcome: 'flowedOut', flowReason: 'timeout', hungUpBy: 'system' }),
  EXITWITHKEY: (state, row) =>
    leave(state, row, seconds(row.data[3]), { outcome: 'flowedOut', flowReason: 'key', hungUpBy: 'customer' }),
  EXITEMPTY: (state, row) =>
    leave(state, row, seconds(row.data[2]), { outcome: 'flowedOut', flowReason: 'emptyQueue', hungUpBy: 'system' }),
  ADDMEMBER: addMember,
  REMOVEMEMBER: (state, row) => signOut(state, row, row.queue, undefined),
  AGENTLOGIN: (state, row) => signIn(state, row, 'login'),
  AGENTLOGOFF: (state, row) => signOut(state, row, 'login', seconds(row.data[1])),
  AGENTCALLBACKLOGIN: (state, row) => signIn(state, row, 'login'),
  AGENTCALLBACKLOGOFF: (state, row) => signOut(state, row, 'login', seconds(row.data[1])),
  PAUSE: pause,
  PAUSEALL: pause,
  UNPAUSE: unpause,
  UNPAUSEALL: unpause,
  // Said by no Asterisk: by who hears its events and asks it what is going on.
  PULTCOMPLETE: (state, row) => complete(state, row, 0, {}),
  PULTLOST: lose,
}
