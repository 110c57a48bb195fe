import type { AgentStateRecord, ContactRecord } from '@pult/engine/contacts'
import { DAY_MS } from '@pult/engine/time'

import { contactDigest, stateDigest } from './digest.ts'
import type { FactBatch } from './fact-batch.ts'
import { createCopyRows } from './copy-rows.ts'
import { contactColumns, stagedTypes, stageRow, stateColumns, type Column } from './intake-columns.ts'
import { findNames, type ResolvedNames } from './names-found.ts'
import { onePerKey, type OnePerKey } from './one-per-key.ts'
import { dueHours, type DueHours } from './rollup-due.ts'

/** Facts as they go to the database. */
export interface StagedFacts {
  /** Rows for COPY, one for each key. */
  readonly rows: Uint8Array<ArrayBuffer>
  readonly keys: number
  /** What became of records whose key came twice. */
  readonly decided: OnePerKey<unknown>['counts']
  /** An instant of every day on which facts begin. */
  readonly days: readonly number[]
}

/** A batch made ready to be stored: plain data, which crosses from a thread that reads to the one that stores. */
export interface StagedBatch {
  readonly contacts: StagedFacts
  readonly states: StagedFacts
  readonly due: DueHours
  /** Of the centre's own, that this batch speaks of. */
  readonly queueIds: readonly number[]
  readonly agentIds: readonly number[]
}

/** Needs every name of the batch looked up. */
export function stageBatch(batch: FactBatch, onConflict: 'reject' | 'replace', names: ResolvedNames): StagedBatch {
  const contacts = onePerKey('contact', batch.contacts, onConflict, contactDigest, contactCompleteness)
  const states = onePerKey('state', batch.states, onConflict, stateDigest, stateCompleteness)
  const found = findNames(batch)
  return {
    contacts: stageFacts(contactColumns, contacts, names, (record) => record.offeredAt),
    states: stageFacts(stateColumns, states, names, (record) => record.startedAt),
    due: dueHours(batch),
    queueIds: idsOf(found.queues.keys(), names.queues),
    agentIds: idsOf(found.agents, names.agents),
  }
}

function idsOf(found: Iterable<string>, ids: ReadonlyMap<string, number | undefined>): number[] {
  return [...new Set([...found].map((name) => ids.get(name)))].filter((id) => id !== undefined)
}

function stageFacts<Record>(
  columns: readonly Column<Record>[],
  { staged, counts }: OnePerKey<Record>,
  names: ResolvedNames,
  instantOf: (record: Record) => number,
): StagedFacts {
  const rows = createCopyRows(stagedTypes(columns))
  const days = new Map<number, number>()
  for (const fact of staged) {
    stageRow(rows, columns, fact, names)
    const instant = instantOf(fact.record)
    days.set(Math.floor(instant / DAY_MS), instant)
  }
  return { rows: rows.end(), keys: staged.length, decided: counts, days: [...days.values()] }
}

/** See contact_key.completeness. */
function contactCompleteness({ outcome, flags }: ContactRecord): 0 | 1 | 2 {
  if (outcome === 'open') return 0
  return flags?.includes('enterMissing') === true ? 1 : 2
}

function stateCompleteness({ endedAt, flags }: AgentStateRecord): 0 | 1 | 2 {
  if (endedAt === undefined || flags?.includes('endMissing') === true) return 0
  return flags?.includes('enterMissing') === true ? 1 : 2
}
