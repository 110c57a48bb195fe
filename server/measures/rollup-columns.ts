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
  'talk_ms',
  'hold_ms',
  'acw_ms',
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
  'hold_ms',
  'acw_ms',
  'handle_s2',
  'held',
  'transferred_out',
  'hung_up_by_agent',
  'answered_in',
  'handled_in',
  'outbound_attempts',
  'outbound_reached',
  'outbound_handle_ms',
  'answered_cum',
]

const count = (condition: Fragment): Fragment => sql`count(*) filter (where ${condition})`
const sum = (value: Fragment, condition: Fragment): Fragment =>
  sql`coalesce(sum(${value}) filter (where ${condition}), 0)`
const bins = (condition: Fragment): Fragment =>
  sql`pult_cumulative(array_agg(l.bin order by l.bin) filter (where ${condition}))`

/** Aggregates over legs offered in the bucket. */
const offeredAggregates: Readonly<Record<string, Fragment>> = {
  offered: count(legIs.offered),
  answered: count(legIs.answered),
  abandoned: count(legIs.abandoned),
  flowed_out: count(legIs.flowedOut),
  callback_requested: count(legIs.callbackRequested),
  still_open: count(legIs.stillOpen),
  wait_answered_ms: sum(sql`l.wait_ms`, legIs.answered),
  wait_answered_s2: sum(squared(sql`l.wait_ms`), legIs.answered),
  wait_abandoned_ms: sum(sql`l.wait_ms`, legIs.abandoned),
  wait_abandoned_s2: sum(squared(sql`l.wait_ms`), legIs.abandoned),
  wait_flowed_out_ms: sum(sql`l.wait_ms`, legIs.flowedOut),
  talk_ms: sum(sql`l.talk_ms`, legIs.answered),
  hold_ms: sum(sql`l.hold_ms`, legIs.answered),
  acw_ms: sum(sql`l.acw_ms`, legIs.answered),
  handle_s2: sum(squared(sql`l.handle_ms`), legIs.answered),
  held: count(legIs.held),
  transferred_out: count(legIs.transferredOut),
  agent_no_answers: sum(sql`l.agent_no_answers`, legIs.offered),
  hung_up_by_agent: count(legIs.hungUpByAgent),
  outbound_attempts: count(legIs.outboundAttempts),
  outbound_reached: count(legIs.outboundReached),
  outbound_handle_ms: sum(sql`l.wait_ms + l.handle_ms`, legIs.outboundReached),
  longest_wait_ms: sql`coalesce(max(l.wait_ms) filter (where ${legIs.offered}), 0)`,
  answered_cum: bins(legIs.answered),
  abandoned_cum: bins(legIs.abandoned),
  flowed_out_cum: bins(legIs.flowedOut),
  callback_cum: bins(legIs.callbackRequested),
}

/** The named aggregates over legs, each `as` its column. */
export const aggregatesOf = (names: readonly string[]): Fragment =>
  sql.join(names.map((name) => sql`${offeredAggregates[name] ?? sql`0`} as ${sql.ref(name)}`))
