import { logLine } from './event-line.ts'

/** An event of FreeSWITCH, its values already decoded: `CC-Action: member-queue-start` and what follows. */
export type SwitchEvent = Readonly<Record<string, string>>

/** Writes events of mod_callcenter as the lines that a queue_log has for them. */
export interface SwitchLines {
  event(event: SwitchEvent, now: number): readonly string[]
}

/** A call that an agent answered, by its id. */
interface Served {
  readonly answeredAt: number
  readonly waitSeconds: number | null
}

export function createSwitchLines(): SwitchLines {
  const joined = new Map<string, number>()
  const served = new Map<string, Served>()

  function bridged(event: SwitchEvent, at: number, key: string): string {
    const joinedAt = epoch(event['CC-Member-Joined-Time']) ?? joined.get(key) ?? null
    const waitSeconds = joinedAt === null ? null : (at - joinedAt) / 1000
    served.set(key, { answeredAt: at, waitSeconds })
    const called = epoch(event['CC-Agent-Called-Time'])
    return line(event, at, 'CONNECT', whole(waitSeconds), '', called === null ? '' : whole((at - called) / 1000))
  }

  function over(event: SwitchEvent, at: number, key: string): readonly string[] {
    const call = served.get(key)
    if (call === undefined) return []
    served.delete(key)
    joined.delete(key)
    return [line(event, at, 'PULTCOMPLETE', whole(call.waitSeconds), whole((at - call.answeredAt) / 1000))]
  }

  function left(event: SwitchEvent, at: number, key: string): readonly string[] {
    if (event['CC-Cause'] !== 'Cancel') return over(event, at, key)
    const joinedAt = epoch(event['CC-Member-Joined-Time']) ?? joined.get(key) ?? null
    joined.delete(key)
    const wait = joinedAt === null ? '' : whole((at - joinedAt) / 1000)
    const reason = event['CC-Cancel-Reason'] ?? ''
    if (reason === 'TIMEOUT') return [line(event, at, 'EXITWITHTIMEOUT', '', '', wait)]
    if (reason === 'NO_AGENT_TIMEOUT') return [line(event, at, 'EXITEMPTY', '', '', wait)]
    if (reason === 'EXIT_WITH_KEY') return [line(event, at, 'EXITWITHKEY', '', '', '', wait)]
    return [line(event, at, 'ABANDON', '', '', wait)]
  }

  return {
    event(event, now) {
      const micros = Number(event['Event-Date-Timestamp'])
      const at = Number.isFinite(micros) && micros > 0 ? micros / 1000 : now
      const key = `${event['CC-Member-UUID'] ?? ''}|${event['CC-Queue'] ?? ''}`
      switch (event['CC-Action'] ?? '') {
        case 'member-queue-start':
          joined.set(key, at)
          return [line(event, at, 'ENTERQUEUE', '', event['CC-Member-CID-Number'] ?? '', '')]
        case 'bridge-agent-start':
          return [bridged(event, at, key)]
        case 'bridge-agent-fail':
          return [line(event, at, 'RINGNOANSWER', ringMs(event))]
        case 'bridge-agent-end':
          return over(event, at, key)
        case 'member-queue-end':
          return left(event, at, key)
        case 'agent-status-change':
          return statusLines(agentOf(event), event['CC-Agent-Status'] ?? '', at)
        default:
          return []
      }
    },
  }
}

/** An agent as the exchange has her: signed in, on a break, or away. */
export function statusLines(agent: string, status: string, at: number): readonly string[] {
  const of = (name: string, ...data: readonly string[]): string => logLine(at, ['', '', agent, name], ...data)
  if (agent === '') return []
  if (status === 'Logged Out') return [of('AGENTLOGOFF')]
  if (status === 'On Break') return [of('AGENTLOGIN'), of('PAUSE', 'On Break')]
  if (status.startsWith('Available')) return [of('AGENTLOGIN'), of('UNPAUSE')]
  return []
}

const line = (event: SwitchEvent, at: number, name: string, ...data: readonly string[]): string =>
  logLine(at, [event['CC-Member-UUID'] ?? '', event['CC-Queue'] ?? '', agentOf(event), name], ...data)

const agentOf = (event: SwitchEvent): string => event['CC-Agent'] ?? ''

/** Whole seconds, as a queue_log writes them. */
const whole = (seconds: number | null): string => (seconds === null ? '' : String(Math.max(0, Math.round(seconds))))

function epoch(seconds: string | undefined): number | null {
  const value = Number(seconds)
  return Number.isFinite(value) && value > 0 ? value * 1000 : null
}

function ringMs(event: SwitchEvent): string {
  const called = epoch(event['CC-Agent-Called-Time'])
  const given = epoch(event['CC-Agent-Aborted-Time'])
  return called === null || given === null ? '' : String(given - called)
}
