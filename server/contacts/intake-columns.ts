import type { AgentStateRecord, ContactRecord } from '@pult/engine/contacts'
import { normalizeCustomer } from '@pult/engine/measures'

import { copyLine, type CopyValue } from './copy.ts'

/** Ids of the centre's own for the names of a source. */
export interface ResolvedNames {
  readonly queues: ReadonlyMap<string, number>
  readonly agents: ReadonlyMap<string, number>
  readonly reasons: ReadonlyMap<string, number>
}

type Column<Record> = readonly [name: string, type: string, value: (record: Record, names: ResolvedNames) => CopyValue]

/** Columns of contact_leg that a source gives, in the order in which they are staged. */
export const contactColumns: readonly Column<ContactRecord>[] = [
  ['offered_at', 'timestamptz', (r) => instant(r.offeredAt)],
  ['contact_ref', 'text', (r) => r.contactRef],
  ['leg', 'smallint', (r) => r.leg],
  ['channel', 'text', (r) => r.channel],
  ['direction', 'text', (r) => r.direction],
  ['queue_id', 'integer', (r, names) => (r.queue === undefined ? null : names.queues.get(r.queue))],
  ['agent_id', 'integer', (r, names) => (r.agent === undefined ? null : names.agents.get(r.agent))],
  ['customer', 'text', (r) => r.customer],
  ['customer_key', 'text', (r) => normalizeCustomer(r.customer)],
  ['outcome', 'text', (r) => r.outcome],
  ['flow_reason', 'text', (r) => r.flowReason],
  ['wait_ms', 'bigint', (r) => Math.round(r.waitMs)],
  ['ring_ms', 'integer', (r) => Math.round(r.ringMs ?? 0)],
  ['talk_ms', 'bigint', (r) => Math.round(r.talkMs ?? 0)],
  ['hold_ms', 'integer', (r) => Math.round(r.holdMs ?? 0)],
  ['holds', 'smallint', (r) => r.holds ?? 0],
  ['acw_ms', 'integer', (r) => Math.round(r.acwMs ?? 0)],
  ['agent_no_answers', 'smallint', (r) => r.agentNoAnswers ?? 0],
  ['hung_up_by', 'text', (r) => r.hungUpBy],
  ['transferred_to', 'text', (r) => r.transferredTo],
  ['topic', 'text', (r) => r.topic],
  ['flags', 'text[]', (r) => r.flags],
]

export const stateColumns: readonly Column<AgentStateRecord>[] = [
  ['started_at', 'timestamptz', (r) => instant(r.startedAt)],
  ['agent_id', 'integer', (r, names) => names.agents.get(r.agent)],
  ['state', 'text', (r) => r.state],
  ['pause_reason_id', 'integer', (r, names) => (r.reason === undefined ? null : names.reasons.get(r.reason))],
  ['queue_id', 'integer', (r, names) => (r.queue === undefined ? null : names.queues.get(r.queue))],
  ['ended_at', 'timestamptz', (r) => (r.endedAt === undefined ? null : instant(r.endedAt))],
  ['flags', 'text[]', (r) => r.flags],
]

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** One staged line: key and digest first, then the columns. */
export function stageLine<Record>(
  columns: readonly Column<Record>[],
  record: Record,
  key: string,
  digest: number,
  open: boolean,
  names: ResolvedNames,
): string {
  return copyLine([key, digest, open, ...columns.map(([, , value]) => value(record, names))])
}

export const columnNames = (columns: readonly (readonly [string, ...unknown[]])[]): string[] => columns.map(([name]) => name)

/** The statement that makes a staging table: rows go at commit. */
export function stagingTable(name: string, columns: readonly (readonly [string, string, unknown])[]): string {
  const list = columns.map(([column, type]) => `${column} ${type}`).join(', ')
  return `create temp table if not exists ${name} (source_key text not null, digest bigint not null, open boolean not null, ${list}) on commit delete rows`
}
