import type { AgentStateRecord, ContactRecord } from '../contacts/index.ts'
import type { MissedRing } from './floor.ts'
import type { DemoDay } from './simulate-day.ts'

interface Event {
  /** Epoch milliseconds; the log itself knows whole seconds. */
  readonly at: number
  readonly text: string
}

/** Days in, lines of an Asterisk `queue_log` out, in order of time. */
export interface QueueLogWriter {
  /** The lines of a day and of what earlier days left running; what goes on after `until` waits for the next day. */
  day(day: DemoDay, until: number): string[]
  /** What still waits, after the last day. */
  rest(): string[]
}

/**
 * Writes simulated days as the log of an Asterisk: the calls that came in, and who was there to take them. Chats, e-mails and
 * outbound work no queue of Asterisk knows. Every kind of event that it writes comes up.
 */
export function createQueueLogWriter(): QueueLogWriter {
  let waiting: Event[] = []
  return {
    day(day, until) {
      const own = [
        ...day.contacts.flatMap(eventsOfContact),
        ...day.missedRings.map(eventOfRing),
        ...day.states.flatMap(eventsOfState),
      ]
      const events = [...waiting, ...opening(own, until), ...own]
      waiting = events.filter(({ at }) => at >= until)
      return linesOf(events.filter(({ at }) => at < until))
    },
    rest() {
      const lines = linesOf(waiting)
      waiting = []
      return lines
    },
  }
}

function linesOf(events: readonly Event[]): string[] {
  return events.toSorted((left, right) => left.at - right.at).map(({ at, text }) => `${Math.floor(at / 1000)}|${text}`)
}

const seconds = (ms: number): number => Math.round(ms / 1000)

/**
 * Asterisk starts and reads its settings with the day's first event: no earlier, for the lines of the day before are written
 * already.
 */
function opening(events: readonly Event[], until: number): Event[] {
  const first = events.reduce((earliest, { at }) => Math.min(earliest, at), until - 1)
  return [
    { at: first, text: 'NONE|NONE|NONE|QUEUESTART|' },
    { at: first, text: 'NONE|NONE|NONE|CONFIGRELOAD|' },
  ]
}

const isCall = ({ channel, direction }: ContactRecord): boolean => channel === 'voice' && direction === 'inbound'

function eventsOfContact(contact: ContactRecord): Event[] {
  const { contactRef, queue = 'NONE', agent = 'NONE', customer = '', offeredAt, waitMs, outcome } = contact
  if (!isCall(contact)) return []
  const about = (who: string): string => `${contactRef}|${queue}|${who}`
  const entry: Event = { at: offeredAt, text: `${about('NONE')}|ENTERQUEUE||${customer.replaceAll('|', '')}|1` }
  const left = offeredAt + waitMs
  if (outcome === 'answered') {
    const connect: Event = {
      at: left,
      text: `${about(agent)}|CONNECT|${seconds(waitMs)}|${contactRef}.b|${seconds(contact.ringMs ?? 0)}`,
    }
    return [entry, connect, endOf(contact, left, about(agent))]
  }
  if (outcome === 'abandoned') return [entry, { at: left, text: `${about('NONE')}|ABANDON|1|1|${seconds(waitMs)}` }]
  return outcome === 'flowedOut' ? [entry, { at: left, text: `${about('NONE')}|${exitOf(contact)}` }] : [entry]
}

/** Asterisk's talk time holds the time on hold; after-contact work it does not know. */
function endOf(
  { waitMs, talkMs = 0, holdMs = 0, transferredTo, hungUpBy }: ContactRecord,
  answeredAt: number,
  about: string,
): Event {
  const talk = talkMs + holdMs
  const at = answeredAt + talk
  const figures = `${seconds(waitMs)}|${seconds(talk)}|1`
  if (transferredTo !== undefined) {
    // Every third transfer is announced to the colleague first.
    const kind =
      seconds(talk) % 3 === 0 ? `ATTENDEDTRANSFER|${transferredTo}` : `BLINDTRANSFER|${transferredTo}|from-queue`
    return { at, text: `${about}|${kind}|${figures}` }
  }
  return { at, text: `${about}|${hungUpBy === 'agent' ? 'COMPLETEAGENT' : 'COMPLETECALLER'}|${figures}` }
}

function exitOf({ flowReason, waitMs }: ContactRecord): string {
  const figures = `1|1|${seconds(waitMs)}`
  if (flowReason === 'emptyQueue') return `EXITEMPTY|${figures}`
  if (flowReason === 'key' || flowReason === 'callbackRequested')
    return `EXITWITHKEY|${flowReason === 'key' ? 0 : 1}|${figures}`
  return `EXITWITHTIMEOUT|${figures}`
}

function eventOfRing({ contactRef, queue, agent, at, ringMs }: MissedRing): Event {
  return { at, text: `${contactRef}|${queue}|${agent}|RINGNOANSWER|${ringMs}` }
}

function eventsOfState({ agent, state, reason = '', startedAt, endedAt }: AgentStateRecord): Event[] {
  const end = endedAt ?? startedAt
  if (state === 'session') {
    // Members of the watch sign in by phone; the others are added to their queues.
    return agent.startsWith('Agent/')
      ? [
          { at: startedAt, text: `NONE|NONE|${agent}|AGENTLOGIN|SIP/${agent.slice(6)}` },
          { at: end, text: `NONE|NONE|${agent}|AGENTLOGOFF|SIP/${agent.slice(6)}|${seconds(end - startedAt)}` },
        ]
      : [
          { at: startedAt, text: `NONE|all|${agent}|ADDMEMBER|` },
          { at: end, text: `NONE|all|${agent}|REMOVEMEMBER|` },
        ]
  }
  if (state !== 'pause' && state !== 'training') return []
  return [
    { at: startedAt, text: `NONE|NONE|${agent}|PAUSE|${reason}` },
    { at: end, text: `NONE|NONE|${agent}|UNPAUSE|` },
  ]
}
