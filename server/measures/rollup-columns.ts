import type { CounterId } from '@pult/engine/measures'

/** A counter of contacts: its column in the roll-ups, and what it is over one leg (`l`). */
export interface ContactColumn {
  readonly counter: CounterId
  readonly column: string
  readonly overLeg: string
}

const inbound = "l.direction = 'inbound'"
const answered = `${inbound} and l.outcome = 'answered'`
const abandoned = `${inbound} and l.outcome = 'abandoned'`
const flowedOut = `${inbound} and l.outcome = 'flowedOut'`
const reached = "l.direction = 'outbound' and l.outcome = 'answered'"

const count = (condition: string): string => `count(*) filter (where ${condition})`
const sum = (value: string, condition: string): string => `coalesce(sum(${value}) filter (where ${condition}), 0)`
const squares = (value: string, condition: string): string => sum(`(${value} / 1000.0::float8) ^ 2`, condition)
const handling = '(l.talk_ms + l.hold_ms + l.acw_ms)'

/** Attributed to where the contact was offered. In the order of the roll-up tables. */
export const contactColumns: readonly ContactColumn[] = [
  { counter: 'offered', column: 'offered', overLeg: count(inbound) },
  { counter: 'answered', column: 'answered', overLeg: count(answered) },
  { counter: 'abandoned', column: 'abandoned', overLeg: count(abandoned) },
  { counter: 'flowedOut', column: 'flowed_out', overLeg: count(flowedOut) },
  { counter: 'callbackRequested', column: 'callback_requested', overLeg: count(`${flowedOut} and l.flow_reason = 'callbackRequested'`) },
  { counter: 'stillOpen', column: 'still_open', overLeg: count(`${inbound} and l.outcome = 'open'`) },
  { counter: 'waitAnsweredMs', column: 'wait_answered_ms', overLeg: sum('l.wait_ms', answered) },
  { counter: 'waitAnsweredS2', column: 'wait_answered_s2', overLeg: squares('l.wait_ms', answered) },
  { counter: 'waitAbandonedMs', column: 'wait_abandoned_ms', overLeg: sum('l.wait_ms', abandoned) },
  { counter: 'waitAbandonedS2', column: 'wait_abandoned_s2', overLeg: squares('l.wait_ms', abandoned) },
  { counter: 'waitFlowedOutMs', column: 'wait_flowed_out_ms', overLeg: sum('l.wait_ms', flowedOut) },
  { counter: 'longestWaitMs', column: 'longest_wait_ms', overLeg: `coalesce(max(l.wait_ms) filter (where ${inbound}), 0)` },
  { counter: 'handled', column: 'handled', overLeg: count(answered) },
  { counter: 'talkMs', column: 'talk_ms', overLeg: sum('l.talk_ms', answered) },
  { counter: 'holdMs', column: 'hold_ms', overLeg: sum('l.hold_ms', answered) },
  { counter: 'acwMs', column: 'acw_ms', overLeg: sum('l.acw_ms', answered) },
  { counter: 'handleS2', column: 'handle_s2', overLeg: squares(handling, answered) },
  { counter: 'held', column: 'held', overLeg: count(`${answered} and l.hold_ms > 0`) },
  { counter: 'transferredOut', column: 'transferred_out', overLeg: count(`${answered} and l.transferred_to is not null`) },
  { counter: 'agentNoAnswers', column: 'agent_no_answers', overLeg: sum('l.agent_no_answers', inbound) },
  { counter: 'hungUpByAgent', column: 'hung_up_by_agent', overLeg: count(`${answered} and l.hung_up_by = 'agent'`) },
  { counter: 'outboundAttempts', column: 'outbound_attempts', overLeg: count("l.direction = 'outbound'") },
  { counter: 'outboundReached', column: 'outbound_reached', overLeg: count(reached) },
  { counter: 'outboundHandleMs', column: 'outbound_handle_ms', overLeg: sum(`(l.wait_ms + ${handling.slice(1, -1)})`, reached) },
]

/** Counted where they happened, not where the contact was offered. */
export const ownStampColumns: readonly { readonly counter: CounterId; readonly column: string }[] = [
  { counter: 'answeredInInterval', column: 'answered_in_interval' },
  { counter: 'handledInInterval', column: 'handled_in_interval' },
]

/** Histograms of waiting: what is counted, under which total the ragged array ends. */
export const histogramColumns = [
  { counter: 'answeredWithin', column: 'answered_cum', total: 'answered', condition: answered },
  { counter: 'abandonedWithin', column: 'abandoned_cum', total: 'abandoned', condition: abandoned },
  { counter: 'flowedOutWithin', column: 'flowed_out_cum', total: 'flowed_out', condition: flowedOut },
  { counter: 'callbackWithin', column: 'callback_cum', total: 'callback_requested', condition: `${flowedOut} and l.flow_reason = 'callbackRequested'` },
] as const satisfies readonly { counter: CounterId; column: string; total: string; condition: string }[]

export const timeColumns: readonly { readonly counter: CounterId; readonly column: string }[] = [
  { counter: 'sessionMs', column: 'session_ms' },
  { counter: 'pauseMs', column: 'pause_ms' },
  { counter: 'unpaidPauseMs', column: 'unpaid_pause_ms' },
  { counter: 'trainingMs', column: 'training_ms' },
  { counter: 'offQueueMs', column: 'off_queue_ms' },
  { counter: 'ringingMs', column: 'ringing_ms' },
  { counter: 'handlingMs', column: 'handling_ms' },
  { counter: 'contactMs', column: 'contact_ms' },
]

/** All columns of a contact roll-up that add up by themselves. */
export const plainColumns: readonly { readonly counter: CounterId; readonly column: string }[] = [...contactColumns, ...ownStampColumns]
