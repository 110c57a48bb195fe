import { sql } from 'kysely'

import { legIs } from '../contacts/index.ts'
import { squared, type Fragment } from './legs-sql.ts'

/** Columns of the queue roll-ups that add up. */
export const queueSums = [
  'offered',
  'answered',
  'abandoned',
  'flowed_out',
  'callback_requested',
  'still_open',
  'wait_answered_ms',
  'wait_answered_s2',
  'wait_abandoned_ms',
  'wait_abandoned_s2',
  'wait_flowed_out_ms',
  'wait_flowed_out_s2',
  'talk_ms',
  'talk_s2',
  'hold_ms',
  'hold_s2',
  'acw_ms',
  'acw_s2',
  'handle_s2',
  'held',
  'transferred_out',
  'agent_no_answers',
  'hung_up_by_agent',
  'answered_in',
  'handled_in',
  'outbound_attempts',
  'outbound_reached',
  'outbound_handle_ms',
  'outbound_handle_s2',
] as const

/** Histograms, with the column that holds their total. */
export const queueHistograms = [
  ['answered_cum', 'answered'],
  ['abandoned_cum', 'abandoned'],
  ['flowed_out_cum', 'flowed_out'],
  ['callback_cum', 'callback_requested'],
] as const

export const queueColumns = [...queueSums, 'longest_wait_ms', ...queueHistograms.map(([name]) => name)]

/** Columns of the agents' roll-ups: what can be said of one agent. The abandoned had none. */
export const agentColumns: readonly string[] = [
  'answered',
  'wait_answered_ms',
  'wait_answered_s2',
  'talk_ms',
  'talk_s2',
  'hold_ms',
  'hold_s2',
  'acw_ms',
  'acw_s2',
  'handle_s2',
  'held',
  'transferred_out',
  'hung_up_by_agent',
  'answered_in',
  'handled_in',
  'outbound_attempts',
  'outbound_reached',
  'outbound_handle_ms',
  'outbound_handle_s2',
  'answered_cum',
]

type Condition = keyof typeof legIs

const flagOf = (name: string): Fragment => sql.ref(`is_${name}`)
const is = (name: Condition): Fragment => sql`l.${flagOf(name)}`

/** Every condition on a leg as a flag: decided once for a leg, not in each of two dozen aggregates. */
export const legFlags: Fragment = sql.join(
  Object.entries(legIs).map(([name, condition]) => sql`${condition} as ${flagOf(name)}`),
)
export const isAnswered = is('answered')

const count = (condition: Fragment): Fragment => sql`count(*) filter (where ${condition})`
const sum = (value: Fragment, condition: Fragment): Fragment =>
  sql`coalesce(sum(${value}) filter (where ${condition}), 0)`
const bins = (condition: Fragment): Fragment => sql`array_agg(l.bin order by l.bin) filter (where ${condition})`

/** Aggregates over legs offered in the bucket; `…_cum` are the sorted bins of their waits. */
const offeredAggregates: Readonly<Record<string, Fragment>> = {
  offered: count(is('offered')),
  answered: count(is('answered')),
  abandoned: count(is('abandoned')),
  flowed_out: count(is('flowedOut')),
  callback_requested: count(is('callbackRequested')),
  still_open: count(is('stillOpen')),
  wait_answered_ms: sum(sql`l.wait_ms`, is('answered')),
  wait_answered_s2: sum(squared(sql`l.wait_ms`), is('answered')),
  wait_abandoned_ms: sum(sql`l.wait_ms`, is('abandoned')),
  wait_abandoned_s2: sum(squared(sql`l.wait_ms`), is('abandoned')),
  wait_flowed_out_ms: sum(sql`l.wait_ms`, is('flowedOut')),
  wait_flowed_out_s2: sum(squared(sql`l.wait_ms`), is('flowedOut')),
  talk_ms: sum(sql`l.talk_ms`, is('answered')),
  talk_s2: sum(squared(sql`l.talk_ms`), is('answered')),
  hold_ms: sum(sql`l.hold_ms`, is('answered')),
  hold_s2: sum(squared(sql`l.hold_ms`), is('answered')),
  acw_ms: sum(sql`l.acw_ms`, is('answered')),
  acw_s2: sum(squared(sql`l.acw_ms`), is('answered')),
  handle_s2: sum(squared(sql`l.handle_ms`), is('answered')),
  held: count(is('held')),
  transferred_out: count(is('transferredOut')),
  agent_no_answers: sum(sql`l.agent_no_answers`, is('offered')),
  hung_up_by_agent: count(is('hungUpByAgent')),
  outbound_attempts: count(is('outboundAttempts')),
  outbound_reached: count(is('outboundReached')),
  outbound_handle_ms: sum(sql`l.wait_ms + l.handle_ms`, is('outboundReached')),
  outbound_handle_s2: sum(squared(sql`l.wait_ms + l.handle_ms`), is('outboundReached')),
  longest_wait_ms: sql`coalesce(max(l.wait_ms) filter (where ${is('offered')}), 0)`,
  answered_cum: bins(is('answered')),
  abandoned_cum: bins(is('abandoned')),
  flowed_out_cum: bins(is('flowedOut')),
  callback_cum: bins(is('callbackRequested')),
}

/** The named aggregates over legs, each `as` its column. */
export const aggregatesOf = (names: readonly string[]): Fragment =>
  sql.join(names.map((name) => sql`${offeredAggregates[name] ?? sql`0`} as ${sql.ref(name)}`))
