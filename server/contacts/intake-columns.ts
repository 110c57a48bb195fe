import type { AgentStateRecord, ContactRecord } from '@pult/engine/contacts'
import { normalizeCustomer } from '@pult/engine/measures'

import type { CopyRows, CopyType, CopyValue } from './copy-rows.ts'
import type { ResolvedNames } from './names-found.ts'

export interface Column<Record> {
  readonly column: string
  readonly type: CopyType
  /** What a source calls it; null where the content does not depend on it. */
  readonly field: keyof Record | null
  readonly value: (record: Record, names: ResolvedNames) => CopyValue
}

const column = <Record>(
  name: string,
  type: CopyType,
  field: keyof Record | null,
  value: (record: Record, names: ResolvedNames) => CopyValue,
): Column<Record> => ({ column: name, type, field, value })

const contact = column<ContactRecord>
const state = column<AgentStateRecord>

const MAX_INTEGER = 2_147_483_647
const MAX_SMALLINT = 32_767
// Indexed texts have a longest length in PostgreSQL.
const LONGEST_INDEXED = 300

const integer = (value: number | undefined): number => Math.min(Math.round(value ?? 0), MAX_INTEGER)
const small = (value: number | undefined): number => Math.min(Math.round(value ?? 0), MAX_SMALLINT)
const named = (name: string | undefined, ids: ReadonlyMap<string, number | undefined>): CopyValue =>
  name === undefined ? null : ids.get(name)

/** Columns of contact_leg that a source gives, in the order in which they are staged. */
export const contactColumns: readonly Column<ContactRecord>[] = [
  contact('offered_at', 'timestamptz', 'offeredAt', (r) => r.offeredAt),
  contact('contact_ref', 'text', 'contactRef', (r) => r.contactRef.slice(0, LONGEST_INDEXED)),
  contact('leg', 'smallint', 'leg', (r) => small(r.leg)),
  contact('channel', 'text', 'channel', (r) => r.channel),
  contact('direction', 'text', 'direction', (r) => r.direction),
  contact('queue_id', 'integer', 'queue', (r, names) => named(r.queue, names.queues)),
  contact('agent_id', 'integer', 'agent', (r, names) => named(r.agent, names.agents)),
  contact('customer', 'text', 'customer', (r) => r.customer?.slice(0, LONGEST_INDEXED)),
  contact('customer_key', 'text', null, (r) => normalizeCustomer(r.customer)?.slice(0, LONGEST_INDEXED)),
  contact('outcome', 'text', 'outcome', (r) => r.outcome),
  contact('flow_reason', 'text', 'flowReason', (r) => r.flowReason),
  contact('wait_ms', 'bigint', 'waitMs', (r) => Math.round(r.waitMs)),
  contact('ring_ms', 'integer', 'ringMs', (r) => integer(r.ringMs)),
  contact('talk_ms', 'bigint', 'talkMs', (r) => Math.round(r.talkMs ?? 0)),
  contact('hold_ms', 'integer', 'holdMs', (r) => integer(r.holdMs)),
  contact('holds', 'smallint', 'holds', (r) => small(r.holds)),
  contact('acw_ms', 'integer', 'acwMs', (r) => integer(r.acwMs)),
  contact('agent_no_answers', 'smallint', 'agentNoAnswers', (r) => small(r.agentNoAnswers)),
  contact('hung_up_by', 'text', 'hungUpBy', (r) => r.hungUpBy),
  contact('transferred_to', 'text', 'transferredTo', (r) => r.transferredTo),
  contact('topic', 'text', 'topic', (r) => r.topic),
  contact('flags', 'text[]', null, (r) => r.flags),
]

/** Columns of agent_state that a source gives. */
export const stateColumns: readonly Column<AgentStateRecord>[] = [
  state('started_at', 'timestamptz', 'startedAt', (r) => r.startedAt),
  state('agent_id', 'integer', 'agent', (r, names) => named(r.agent, names.agents)),
  state('state', 'text', 'state', (r) => r.state),
  state('pause_reason_id', 'integer', 'reason', (r, names) => named(r.reason, names.reasons)),
  state('queue_id', 'integer', 'queue', (r, names) => named(r.queue, names.queues)),
  state('ended_at', 'timestamptz', 'endedAt', (r) => r.endedAt),
  state('flags', 'text[]', null, (r) => r.flags),
]

/** What precedes the columns of a fact in its staging table. */
export const stagedBefore = ['source_key', 'digest', 'completeness'] as const
const stagedBeforeTypes = ['text', 'bigint', 'smallint'] as const

/** Types of a staging table's columns. */
export const stagedTypes = <Record>(columns: readonly Column<Record>[]): CopyType[] => [
  ...stagedBeforeTypes,
  ...columns.map(({ type }) => type),
]

/** A fact as it is staged: see contact_key for `completeness`. */
export interface StagedFact<Record> {
  readonly record: Record
  readonly key: string
  readonly digest: number
  readonly completeness: 0 | 1 | 2
}

export function stageRow<Record>(
  rows: CopyRows,
  columns: readonly Column<Record>[],
  staged: StagedFact<Record>,
  names: ResolvedNames,
): void {
  const values: CopyValue[] = [staged.key, staged.digest, staged.completeness]
  for (const { value } of columns) values.push(value(staged.record, names))
  rows.add(values)
}

/** The statement that makes a staging table: its rows go at commit. */
export function stagingTable(
  name: string,
  columns: readonly { readonly column: string; readonly type: string }[],
): string {
  const list = columns.map(({ column: one, type }) => `${one} ${type}`).join(', ')
  return `create temp table if not exists ${name} (source_key text not null, digest bigint not null, completeness smallint not null, ${list}) on commit delete rows`
}
