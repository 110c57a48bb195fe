import { sql } from 'kysely'
import type pg from 'pg'

import type { AgentStateRecord, Channel, ContactRecord } from '@pult/engine/contacts'

import { ensureQueues } from '../center/index.ts'
import { ensureAgents, ensurePauseReasons } from '../people/index.ts'
import type { Database, Scope } from '../platform/index.ts'
import { contactDigest, stateDigest } from './digest.ts'
import { contactColumns, stageLine, stateColumns, type ResolvedNames } from './intake-columns.ts'
import { storeFacts, type Conflict, type FactCounts, type FactKind } from './intake-facts.ts'
import { dueHours, markDue } from './rollup-due.ts'

export type { Conflict } from './intake-facts.ts'

export interface FactBatch {
  readonly contacts: readonly ContactRecord[]
  readonly states: readonly AgentStateRecord[]
}

/** Where a batch belongs. */
export interface IntakeTarget {
  readonly importId: number
  readonly sourceId: number
  /** What happens to a key whose stored content differs: the given row is refused, or replaces it. */
  readonly onConflict: 'reject' | 'replace'
  readonly resumed?: boolean
}

export interface IntakeCounts {
  readonly accepted: number
  readonly duplicates: number
  readonly corrected: number
  readonly completed: number
  readonly conflicts: readonly Conflict[]
}

/** The one way in which facts come in. */
export interface Intake {
  /**
   * Stores a batch in one transaction; when it returns, the batch is durable. `within` runs in that transaction, for the caller's own
   * checkpoint.
   */
  add(scope: Scope, target: IntakeTarget, batch: FactBatch, within?: (client: pg.ClientBase) => Promise<void>): Promise<IntakeCounts>
}

const contactFact: FactKind = {
  kind: 'contact',
  staging: 'stage_contact',
  facts: 'contact_leg',
  keys: 'contact_key',
  id: 'leg_id',
  sequence: 'leg_id_seq',
  instant: 'offered_at',
  columns: contactColumns,
}

const stateFact: FactKind = {
  kind: 'state',
  staging: 'stage_state',
  facts: 'agent_state',
  keys: 'state_key',
  id: 'state_id',
  sequence: 'state_id_seq',
  instant: 'started_at',
  columns: stateColumns,
}

export function createIntake(database: Database): Intake {
  const ensuredPartitions = new Set<string>()
  return {
    async add(scope, target, batch, within) {
      const contacts = onePerKey('contact', batch.contacts, contactDigest, (record) => record.outcome === 'open')
      const states = onePerKey('state', batch.states, stateDigest, (record) => record.endedAt === undefined)
      const names = await resolveNames(database, scope, batch)
      await ensurePartitions(database, scope, ensuredPartitions, batch)
      const contactLines = contacts.rows.map(({ record, digest, open }) => stageLine(contactColumns, record, record.sourceKey, digest, open, names))
      const stateLines = states.rows.map(({ record, digest, open }) => stageLine(stateColumns, record, record.sourceKey, digest, open, names))
      return database.withBulkConnection(scope, async (client) => {
        const options = { ...target, centerId: scope.centerId, resumed: target.resumed ?? false }
        const stored = [await storeFacts(client, contactFact, contactLines, options), await storeFacts(client, stateFact, stateLines, options)]
        const counts = addUp([...stored, contacts.counts, states.counts])
        if (counts.accepted + counts.completed + counts.corrected > 0) await markDue(client, scope.centerId, dueHours(batch))
        await within?.(client)
        return counts
      })
    },
  }
}

interface Row<Record> {
  readonly record: Record
  readonly digest: number
  readonly open: boolean
}

/** A key told twice in one batch: the finished telling wins over the open one; otherwise the first stands. */
function onePerKey<Record extends { readonly sourceKey: string }>(
  kind: 'contact' | 'state',
  records: readonly Record[],
  digestFor: (record: Record) => number,
  isOpen: (record: Record) => boolean,
): { rows: Row<Record>[]; counts: FactCounts } {
  const byKey = new Map<string, Row<Record>>()
  const counts: FactCounts = { accepted: 0, duplicates: 0, completed: 0, corrected: 0, conflicts: [] }
  for (const record of records) {
    const row = { record, digest: digestFor(record), open: isOpen(record) }
    const first = byKey.get(record.sourceKey)
    if (first === undefined || (first.open && !row.open)) byKey.set(record.sourceKey, row)
    else if (first.digest === row.digest || row.open) counts.duplicates++
    else counts.conflicts.push({ sourceKey: record.sourceKey, kind, field: 'sourceKey', stored: 'first', given: 'again, with other content' })
  }
  return { rows: [...byKey.values()], counts }
}

function addUp(list: readonly FactCounts[]): IntakeCounts {
  const sum = (pick: (counts: FactCounts) => number): number => list.reduce((total, counts) => total + pick(counts), 0)
  return {
    accepted: sum((counts) => counts.accepted),
    duplicates: sum((counts) => counts.duplicates),
    corrected: sum((counts) => counts.corrected),
    completed: sum((counts) => counts.completed),
    conflicts: list.flatMap((counts) => counts.conflicts),
  }
}

async function resolveNames(database: Database, scope: Scope, batch: FactBatch): Promise<ResolvedNames> {
  const channelByQueue = new Map<string, Channel>()
  const agents = new Set<string>()
  const reasons = new Set<string>()
  for (const { queue, agent, channel } of batch.contacts) {
    if (queue !== undefined) channelByQueue.set(queue, channel)
    if (agent !== undefined) agents.add(agent)
  }
  for (const { queue, agent, reason } of batch.states) {
    if (queue !== undefined && !channelByQueue.has(queue)) channelByQueue.set(queue, 'voice')
    agents.add(agent)
    if (reason !== undefined) reasons.add(reason)
  }
  return database.inCenter(scope, async (tx) => ({
    queues: await ensureQueues(tx, scope.centerId, channelByQueue),
    agents: await ensureAgents(tx, scope.centerId, [...agents]),
    reasons: await ensurePauseReasons(tx, scope.centerId, [...reasons]),
  }))
}

/** Asked once for each month and day this process sees; making a partition twice is harmless. */
async function ensurePartitions(database: Database, scope: Scope, ensured: Set<string>, batch: FactBatch): Promise<void> {
  const wanted = new Map<string, { parent: string; instant: string }>()
  for (const { offeredAt } of batch.contacts) note(wanted, 'contact_leg', offeredAt, 7)
  for (const { startedAt } of batch.states) note(wanted, 'agent_state', startedAt, 10)
  const missing = [...wanted].filter(([key]) => !ensured.has(key))
  if (missing.length === 0) return
  await database.inCenter(scope, async (tx) => {
    for (const [, { parent, instant }] of missing) {
      await sql`select pult_ensure_partitions(${parent}, ${instant}::timestamptz, ${instant}::timestamptz)`.execute(tx)
    }
  })
  for (const [key] of missing) ensured.add(key)
}

function note(wanted: Map<string, { parent: string; instant: string }>, parent: string, instant: number, length: number): void {
  const text = new Date(instant).toISOString()
  wanted.set(`${parent} ${text.slice(0, length)}`, { parent, instant: text })
}
