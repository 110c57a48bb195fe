import { logLine } from './event-line.ts'

/** A message of Asterisk's manager interface: `Event: QueueCallerJoin` and what follows. */
export type AmiMessage = Readonly<Record<string, string>>

/** Writes events of queues and their members as the lines that queue_log has for them. */
export interface AmiLines {
  event(message: AmiMessage, now: number): readonly string[]
  /** What has waited long enough to be told: who left a queue and was not connected. */
  late(now: number): readonly string[]
}

interface Left {
  readonly uniqueId: string
  readonly queue: string
  readonly joinedAt: number | null
  readonly leftAt: number
  readonly position: string
}

/** A caller leaves the queue a moment before an agent is connected; what an agent is told first takes some seconds. */
const CONNECTED_WITHIN_MS = 10_000

export function createAmiLines(): AmiLines {
  /** Callers that joined, and callers whose end is not told yet. */
  const joined = new Map<string, number>()
  const left = new Map<string, Left>()

  function event(message: AmiMessage, now: number): readonly string[] {
    const at = timeOf(message, now)
    const { Queue: queue = '', Uniqueid: uniqueId = '' } = message
    const agent = message['MemberName'] ?? message['Name'] ?? message['Interface'] ?? message['Location'] ?? ''
    const key = `${uniqueId}|${queue}`
    const line = (name: string, ...data: readonly (string | number)[]): string =>
      logLine(at, [uniqueId, queue, agent, name], ...data)
    const ofMember = (name: string, ...data: readonly (string | number)[]): string =>
      logLine(at, ['', queue, agent, name], ...data)
    switch (message['Event'] ?? '') {
      case 'QueueCallerJoin':
      case 'Join':
        joined.set(key, at)
        return [line('ENTERQUEUE', '', numberOf(message), message['Position'] ?? '')]
      case 'QueueCallerAbandon':
        joined.delete(key)
        left.delete(key)
        return [
          line('ABANDON', message['Position'] ?? '', message['OriginalPosition'] ?? '', message['HoldTime'] ?? ''),
        ]
      case 'QueueCallerLeave':
      case 'Leave':
        // Who gave up or was connected has been told of already.
        if (joined.has(key))
          left.set(key, {
            uniqueId,
            queue,
            joinedAt: joined.get(key) ?? null,
            leftAt: at,
            position: message['Position'] ?? '',
          })
        return []
      case 'AgentRingNoAnswer':
        return [line('RINGNOANSWER', message['RingTime'] ?? '')]
      case 'AgentConnect':
        joined.delete(key)
        left.delete(key)
        return [line('CONNECT', message['HoldTime'] ?? '', message['DestUniqueid'] ?? '', message['RingTime'] ?? '')]
      case 'AgentComplete':
        return [completed(message, line)]
      case 'QueueMemberAdded':
        return [ofMember('ADDMEMBER', message['Paused'] === '1' ? 'PAUSED' : '')]
      case 'QueueMemberRemoved':
        return [ofMember('REMOVEMEMBER')]
      case 'QueueMemberPause':
      case 'QueueMemberPaused':
        return [paused(message, ofMember)]
      case 'AgentLogin':
        return [logLine(at, ['', '', message['Agent'] ?? agent, 'AGENTLOGIN'], message['Channel'] ?? '')]
      case 'AgentLogoff':
        return [logLine(at, ['', '', message['Agent'] ?? agent, 'AGENTLOGOFF'], '', message['Logintime'] ?? '')]
      default:
        return []
    }
  }

  return {
    event,
    late(now) {
      const lines: string[] = []
      for (const [key, { uniqueId, queue, joinedAt, leftAt, position }] of left) {
        if (now - leftAt < CONNECTED_WITHIN_MS) continue
        left.delete(key)
        joined.delete(key)
        const wait = joinedAt === null ? '' : Math.round((leftAt - joinedAt) / 1000)
        lines.push(logLine(now, [uniqueId, queue, '', 'EXITWITHTIMEOUT'], position, position, wait))
      }
      return lines
    },
  }
}

type Line = (name: string, ...data: readonly (string | number)[]) => string

function completed(message: AmiMessage, line: Line): string {
  const hold = message['HoldTime'] ?? ''
  const talk = message['TalkTime'] ?? ''
  const reason = message['Reason']?.toLowerCase()
  if (reason === 'transfer') return line('BLINDTRANSFER', '', '', hold, talk, '')
  if (reason === 'agent') return line('COMPLETEAGENT', hold, talk, '')
  return line(reason === 'caller' ? 'COMPLETECALLER' : 'PULTCOMPLETE', hold, talk, '')
}

function paused(message: AmiMessage, ofMember: Line): string {
  const reason = message['PausedReason'] ?? message['Reason'] ?? ''
  return message['Paused'] === '0' ? ofMember('UNPAUSE') : ofMember('PAUSE', reason)
}

/** A withheld number is said in words. */
function numberOf(message: AmiMessage): string {
  const number = message['CallerIDNum'] ?? message['CallerID'] ?? ''
  return /^<?unknown>?$/i.test(number) ? '' : number
}

/** Asterisk stamps events where it is told to (`timestampevents = yes`); else they happen when they are heard. */
function timeOf(message: AmiMessage, now: number): number {
  const stamp = Number(message['Timestamp'])
  return Number.isFinite(stamp) && stamp > 0 ? stamp * 1000 : now
}
