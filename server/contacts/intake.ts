import type pg from 'pg'

import type { AgentStateRecord, ContactRecord } from '@pult/engine/contacts'

import { holdNames, type Database, type Scope } from '../platform/index.ts'
import type { Conflict } from './conflicts.ts'
import { contactDigest, stateDigest } from './digest.ts'
import type { FactBatch } from './fact-batch.ts'
import { contactFact, stateFact } from './fact-kind.ts'
import { contactColumns, stageLine, stateColumns } from './intake-columns.ts'
import { storeFacts, type FactCounts, type StoreOptions, type Told } from './intake-facts.ts'
import { resolveNames, type SourceNames } from './intake-names.ts'
import { createPartitions } from './intake-partitions.ts'
import { onePerKey } from './one-per-key.ts'
import { dueHours, markDue } from './rollup-due.ts'

/** Where a batch belongs. */
export interface IntakeTarget {
  readonly importId: number
  readonly sourceId: number
  /** What happens to a key whose stored content differs: the given row is refused, or replaces it. */
  readonly onConflict: 'reject' | 'replace'
  /** Counts as if it were stored and stores nothing. Batches of one dry run do not know of each other. */
  readonly dryRun?: boolean
}

/** Every record of the batch is counted once. */
export interface IntakeCounts {
  readonly accepted: number
  readonly duplicates: number
  /** Stored content replaced by a different one. */
  readonly corrected: number
  /** Cut-off facts that this batch told further. */
  readonly completed: number
  readonly conflicts: readonly Conflict[]
  /** Duplicates, completions and corrections one by one. */
  readonly told: readonly Told[]
}

/** The one way in which facts come in. */
export interface Intake {
  /**
   * Stores a batch (best 5,000 to 10,000 records) in one transaction; when it returns, the batch is durable. `within` runs in that
   * transaction, for the caller's own checkpoint.
   *
   * Queues, agents and pause reasons nobody knows are made, to be confirmed. A key already stored with the same content is a
   * duplicate; a cut-off fact is completed by a fuller telling (`open` < beginning missing < whole); anything else that differs
   * is a conflict. Readers check that instants lie in the years 1 to 9999, durations are not negative and no state is without an agent.
   */
  add(
    scope: Scope,
    target: IntakeTarget,
    batch: FactBatch,
    within?: (client: pg.ClientBase) => Promise<void>,
  ): Promise<IntakeCounts>
  /**
   * The first half of `add`: everything that needs no transaction of the facts. A long import prepares a batch while the one
   * before it is being stored; batches are stored in their order.
   */
  prepare(scope: Scope, target: IntakeTarget, batch: FactBatch): Promise<PreparedBatch>
}

/** A batch that waits to be stored. */
export interface PreparedBatch {
  store(within?: (client: pg.ClientBase) => Promise<void>): Promise<IntakeCounts>
}

export function createIntake(database: Database): Intake {
  const partitions = createPartitions(database)

  async function prepare(scope: Scope, target: IntakeTarget, batch: FactBatch): Promise<PreparedBatch> {
    const dryRun = target.dryRun ?? false
    const contacts = onePerKey('contact', batch.contacts, target.onConflict, contactDigest, contactCompleteness)
    const states = onePerKey('state', batch.states, target.onConflict, stateDigest, stateCompleteness)
    const names = await resolveNames(database, scope, batch, dryRun)
    if (!dryRun) await partitions.ensure(scope, batch)
    const contactLines = contacts.staged.map((staged) => stageLine(contactColumns, staged, names))
    const stateLines = states.staged.map((staged) => stageLine(stateColumns, staged, names))
    const due = dueHours(batch)
    const options: StoreOptions = { ...target, centerId: scope.centerId, due, names: idNames(names) }
    const storeOnce: PreparedBatch['store'] = (within) =>
      inBulk(database, scope, dryRun, async (client) => {
        // A dry run's names are gone again already.
        if (!dryRun) {
          await holdNames(client, scope.centerId)
          if (!(await areKnown(client, scope.centerId, names))) throw new MergedMeanwhile()
        }
        const stored = [
          await storeFacts(client, contactFact, contactLines, options),
          await storeFacts(client, stateFact, stateLines, options),
        ]
        const counts = addUp([...stored, contacts.counts, states.counts])
        if (counts.accepted + counts.completed + counts.corrected > 0) await markDue(client, scope.centerId, due)
        await within?.(client)
        return counts
      })
    return {
      async store(within) {
        try {
          return await storeOnce(within)
        } catch (error) {
          if (!(error instanceof MergedMeanwhile)) throw error
          return (await prepare(scope, target, batch)).store(within)
        }
      },
    }
  }

  return {
    prepare,
    add: async (scope, target, batch, within) => (await prepare(scope, target, batch)).store(within),
  }
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

function addUp(list: readonly FactCounts[]): IntakeCounts {
  const told = list.flatMap((counts) => counts.told)
  const count = (status: Told['status']): number =>
    told.reduce((total, one) => total + (one.status === status ? 1 : 0), 0)
  return {
    accepted: list.reduce((total, counts) => total + counts.accepted, 0),
    duplicates: count('duplicate'),
    corrected: count('corrected'),
    completed: count('completed'),
    conflicts: list.flatMap((counts) => counts.conflicts),
    told,
  }
}

function idNames(names: SourceNames): StoreOptions['names'] {
  const byColumn: Readonly<Record<string, ReadonlyMap<string, number>>> = {
    queue_id: names.queues,
    agent_id: names.agents,
    pause_reason_id: names.reasons,
  }
  return (column, id) => [...(byColumn[column] ?? [])].find(([, known]) => known === id)?.[0]
}

/** A queue or an agent of the batch was merged into another after names were looked up. */
class MergedMeanwhile extends Error {}

async function areKnown(client: pg.ClientBase, centerId: number, { queues, agents }: SourceNames): Promise<boolean> {
  const ids = (of: ReadonlyMap<string, number>): number[] => [...new Set(of.values())]
  const { rows } = await client.query<{ queues: number; agents: number }>(
    `select (select count(*) from queue where center_id = $1 and queue_id = any($2::integer[]))::integer as queues,
       (select count(*) from agent where center_id = $1 and agent_id = any($3::integer[]))::integer as agents`,
    [centerId, ids(queues), ids(agents)],
  )
  return rows[0]?.queues === ids(queues).length && rows[0]?.agents === ids(agents).length
}

class DryRun<T> extends Error {
  readonly result: T
  constructor(result: T) {
    super('a dry run stores nothing')
    this.result = result
  }
}

/** In one transaction; a dry run's is rolled back. */
async function inBulk<T>(
  database: Database,
  scope: Scope,
  dryRun: boolean,
  work: (client: pg.ClientBase) => Promise<T>,
): Promise<T> {
  if (!dryRun) return database.withBulkConnection(scope, work)
  try {
    return await database.withBulkConnection(scope, async (client) => {
      throw new DryRun(await work(client))
    })
  } catch (error) {
    if (error instanceof DryRun) return error.result as T
    throw error
  }
}
