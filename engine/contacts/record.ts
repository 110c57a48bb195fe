/**
 * The two kinds of fact that all of Pult stands on: a leg of a contact, and a stretch of an agent's time.
 *
 * Every importer, the JSON interface and the demonstration produce these and nothing else, so that a number means the
 * same whatever phone system it came from. Names here are the names of the source (`queue`, `agent`, `reason` are what
 * the file calls them); the server matches them to the centre's own.
 */

export const channels = ['voice', 'chat', 'email', 'messenger', 'callback'] as const
export type Channel = (typeof channels)[number]
/** Where customers wait for an answer at that moment; letters and messages wait for hours. */
export const lineChannels: readonly Channel[] = ['voice', 'chat', 'callback']

export const directions = ['inbound', 'outbound'] as const
export type Direction = (typeof directions)[number]

/**
 * How a leg ended for the customer.
 * - `answered`: an agent took it
 * - `abandoned`: the customer left the queue before anyone answered
 * - `flowedOut`: the system took the customer out of the queue (see {@link FlowReason})
 * - `unreached`: an outbound attempt nobody picked up
 * - `open`: not finished when the source ended (a file cut in mid-call); a later file may complete it
 */
export const outcomes = ['answered', 'abandoned', 'flowedOut', 'unreached', 'open'] as const
export type Outcome = (typeof outcomes)[number]

/** Why the system took a waiting customer out of the queue. */
export const flowReasons = ['timeout', 'key', 'emptyQueue', 'overflow', 'voicemail', 'callbackRequested'] as const
export type FlowReason = (typeof flowReasons)[number]

export const parties = ['agent', 'customer', 'system'] as const
export type Party = (typeof parties)[number]

/** What a reader had to mend or doubts; kept with the fact and shown beside it. */
export const qualityFlags = [
  'clockStep',
  'doubledHour',
  'implausibleTalk',
  'negativeDuration',
  'endMissing',
  'enterMissing',
  'agentUnknown',
  'agentInTwoPlaces',
] as const
export type QualityFlag = (typeof qualityFlags)[number]

/**
 * One leg of a contact: one stay in one queue, or one outbound attempt, with the agent's work that followed.
 * A transfer or overflow starts another leg with the same `contactRef`. Instants are epoch milliseconds (UTC).
 */
export interface ContactRecord {
  /** Identity of this leg within its source: sending it twice changes nothing. */
  readonly sourceKey: string
  /** What all legs of one contact share (Asterisk's linked id, a ticket number). Equal to `sourceKey` when there is one leg. */
  readonly contactRef: string
  /** 1 for the first leg. */
  readonly leg: number
  readonly channel: Channel
  readonly direction: Direction
  readonly queue?: string
  readonly agent?: string
  /** The customer's number or address as the source wrote it. Personal data. */
  readonly customer?: string
  /** When the customer entered the queue, or the outbound attempt began. */
  readonly offeredAt: number
  readonly outcome: Outcome
  readonly flowReason?: FlowReason
  /** Queue entry to answer, hang-up or removal; for an `open` leg what is known so far. */
  readonly waitMs: number
  /** Part of the wait during which the answering agent's phone rang. */
  readonly ringMs?: number
  readonly talkMs?: number
  readonly holdMs?: number
  /** Times the customer was put on hold. */
  readonly holds?: number
  /** After-contact work. */
  readonly acwMs?: number
  /** Offers to agents that were not answered (ring-no-answer, rejects). */
  readonly agentNoAnswers?: number
  readonly hungUpBy?: Party
  /** Where the agent sent the customer: another queue or number. */
  readonly transferredTo?: string
  /** Reason, topic or disposition code. */
  readonly topic?: string
  readonly flags?: readonly QualityFlag[]
}

/**
 * - `session`: signed in, from login to logout; everything else lies inside it
 * - `pause`: signed in but not taking contacts, with a reason
 * - `available`, `ringing`, `talking`, `acw`, `dialing`: told by systems that report every state; otherwise derived
 * - `training`: training, meetings and coaching · `offQueue`: other work outside the queues
 */
export const agentStates = [
  'session',
  'pause',
  'available',
  'ringing',
  'talking',
  'acw',
  'dialing',
  'training',
  'offQueue',
] as const
export type AgentStateName = (typeof agentStates)[number]

/** A stretch of an agent's time longer than this is a broken record, not work: no more than its beginning is believed. */
export const LONGEST_STATE_MS: number = 8 * 24 * 3_600_000

/** A stretch of an agent's time, `[startedAt, endedAt)`; without `endedAt` it was still going on when the source ended. */
export interface AgentStateRecord {
  readonly sourceKey: string
  readonly agent: string
  readonly state: AgentStateName
  /** Pause reason or activity code as the source wrote it. */
  readonly reason?: string
  /** The queue, where the source tells it (a queue's member joins and leaves). */
  readonly queue?: string
  readonly startedAt: number
  readonly endedAt?: number
  readonly flags?: readonly QualityFlag[]
}
