import type { AgentStateRecord, QualityFlag } from '@pult/engine/contacts'

import type { Sink } from '../reading.ts'
import type { OpenLeg, OpenState, ToldConversation, ToldLeg, Unfinished } from './unfinished-log.ts'

/** A call on its way through a queue. */
export interface Leg {
  readonly key: string
  readonly uniqueId: string
  readonly queue: string
  readonly contactRef: string
  readonly number: number
  readonly enteredAt: number
  customer: string | undefined
  agent?: string
  connectedAt?: number
  holdSeconds?: number
  ringSeconds?: number
  noAnswers: number
  /** Times the clock had been set back when it was connected. */
  stepsBefore?: number
  flags: QualityFlag[]
}

/** What an agent is doing. */
export interface AgentNow {
  /** Queues she is a member of, and `login`. */
  readonly memberships: Set<string>
  session?: AgentStateRecord
  pause?: AgentStateRecord
  /** The call she is in. */
  leg?: Leg
}

/** A contact whose legs may still grow; forgotten a while after its last event, so that memory does not grow with the file. */
export interface Conversation {
  readonly ref: string
  legs: number
  lastAt: number
}

/** What earlier files left, by what a row finds it by. */
export interface EarlierFiles {
  readonly legs: Map<string, OpenLeg>
  readonly states: Map<string, OpenState[]>
  readonly told: Map<string, ToldLeg>
  readonly conversations: ReadonlyMap<string, ToldConversation>
  readonly reckoned: ReadonlyMap<string, readonly ToldLeg[]>
}

/** What is under way at a line of the log. Events change it in place: a log has millions of them. */
export interface LogState {
  readonly sink: Sink
  readonly legs: Map<string, Leg>
  readonly conversations: Map<string, Conversation>
  readonly agents: Map<string, AgentNow>
  readonly earlier: EarlierFiles
  /** Legs that the last sweep ended for lost: should their end be told after all, they are completed. */
  swept: Map<string, OpenLeg>
  /** As what open legs and states were told last. */
  readonly toldOpen: Map<string, string>
  /** Stamps of the last row and of the one before. */
  previous: number
  beforePrevious: number
  /** Times the clock was set back. */
  clockSteps: number
}

/** A contact that comes back after so long is another one. */
export const CONVERSATION_MS: number = 6 * 3_600_000
/** A leg whose end was not told for so long has lost it. */
export const LOST_LEG_MS: number = 24 * 3_600_000

/** Before the first line. */
export function createLogState(sink: Sink, unfinished: Unfinished): LogState {
  return {
    sink,
    legs: new Map(),
    conversations: new Map(),
    agents: new Map(),
    earlier: {
      legs: new Map(unfinished.legs.map((leg) => [prefixOf(leg.sourceKey), leg])),
      states: Map.groupBy(unfinished.states, ({ agent }) => agent),
      told: new Map(unfinished.told?.map((leg) => [prefixOf(leg.sourceKey), leg])),
      conversations: new Map(unfinished.conversations?.map((told) => [told.uniqueId, told])),
      reckoned: Map.groupBy(unfinished.reckoned ?? [], ({ sourceKey }) => prefixOf(sourceKey)),
    },
    swept: new Map(),
    toldOpen: new Map(),
    previous: 0,
    beforePrevious: 0,
    clockSteps: 0,
  }
}

/** The time it is in the log. A single stamp far ahead or behind is not believed. */
export const timeIn = (state: LogState): number => Math.min(state.beforePrevious, state.previous)

/** What is known of an agent, from her first mention on. */
export function agentNow({ agents }: LogState, name: string): AgentNow {
  let who = agents.get(name)
  if (who === undefined) agents.set(name, (who = { memberships: new Set() }))
  return who
}

/** Under what a leg is kept while it is under way. */
export const idOf = (leg: Leg): string => `${leg.uniqueId}|${leg.queue}`

const prefixOf = (sourceKey: string): string => sourceKey.slice(0, sourceKey.lastIndexOf('|'))
