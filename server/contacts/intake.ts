import type pg from 'pg'

import { holdNames, type Database, type Platform, type Scope } from '../platform/index.ts'
import type { Conflict } from './conflicts.ts'
import type { FactBatch } from './fact-batch.ts'
import type { FactCounts, Told } from './fact-counts.ts'
import { contactFact, stateFact } from './fact-kind.ts'
import { storeFacts, type StoreOptions } from './intake-facts.ts'
import { resolveNames } from './intake-names.ts'
import { createPartitions } from './intake-partitions.ts'
import { findNames, type NamesFound, type ResolvedNames } from './names-found.ts'
import { markDue } from './rollup-due.ts'
import { stageBatch, type StagedBatch } from './staged-batch.ts'
import type { Veil } from './veil.ts'

/** Where a batch belongs. */
export interface IntakeTarget {
  readonly importId: number
  readonly sourceId: number
  /** What happens to a key whose stored content differs: the given row is refused, or replaces it. */
  readonly onConflict: 'reject' | 'replace'
  /** Counts as if it were stored and stores nothing. Batches of one dry run do not know of each other. */
  readonly dryRun?: boolean
  /** It happens as it is told: pages hear of it in the moment it is durable. */
  readonly isHappening?: boolean
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
  /** The centre's ids for what a source calls queues, agents and reasons; unknown ones are made. */
  resolve(scope: Scope, target: IntakeTarget, found: NamesFound): Promise<ResolvedNames>
  /**
   * The last step of `add`: a long import stages its batches in a thread of its own and stores them here, in their order. `names`
   * are those it staged with. Throws MergedMeanwhile when one of them was merged into another since it was looked up.
   */
  store(
    scope: Scope,
    target: IntakeTarget,
    staged: StagedBatch,
    names: ResolvedNames,
    within?: (client: pg.ClientBase) => Promise<void>,
  ): Promise<IntakeCounts>
}

/** A queue or an agent of a staged batch was merged into another after names were looked up: look them up and stage it again. */
export class MergedMeanwhile extends Error {}

export function createIntake({ database, live }: Pick<Platform, 'database' | 'live'>, veil: Veil): Intake {
  const partitions = createPartitions(database)

  const resolve: Intake['resolve'] = (scope, target, found) =>
    resolveNames(database, veil, scope, found, target.dryRun ?? false)

  const store: Intake['store'] = async (scope, target, staged, names, within) => {
    const dryRun = target.dryRun ?? false
    if (!dryRun) await partitions.ensure(scope, staged)
    const { contacts, states, due } = staged
    const options: StoreOptions = { ...target, centerId: scope.centerId, due, names: idNames(names), veil }
    return inBulk(database, scope, dryRun, async (client) => {
      // A dry run's names are gone again already.
      if (!dryRun) {
        await holdNames(client, scope.centerId)
        if (!(await areKnown(client, scope.centerId, staged))) throw new MergedMeanwhile()
      }
      const stored = [
        await storeFacts(client, contactFact, contacts, options),
        await storeFacts(client, stateFact, states, options),
      ]
      const counts = addUp([...stored, contacts.decided, states.decided])
      if (counts.accepted + counts.completed + counts.corrected > 0) {
        await markDue(client, scope.centerId, due)
        // States alone change no figure of a queue: nothing is rolled up for them at once.
        const topic = due.queue.size > 0 ? 'contacts' : 'agents'
        if (target.isHappening === true) await live.announceOn(client, { centerId: scope.centerId, topic })
      }
      await within?.(client)
      return counts
    })
  }

  const add: Intake['add'] = async (scope, target, batch, within) => {
    const names = await resolve(scope, target, findNames(batch))
    try {
      return await store(scope, target, stageBatch(batch, target.onConflict, names), names, within)
    } catch (error) {
      if (!(error instanceof MergedMeanwhile)) throw error
      return add(scope, target, batch, within)
    }
  }

  return { add, resolve, store }
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

function idNames(names: ResolvedNames): StoreOptions['names'] {
  const byColumn: Readonly<Record<string, ReadonlyMap<string, number | undefined>>> = {
    queue_id: names.queues,
    agent_id: names.agents,
    pause_reason_id: names.reasons,
  }
  return (column, id) => [...(byColumn[column] ?? [])].find(([, known]) => known === id)?.[0]
}

async function areKnown(
  client: pg.ClientBase,
  centerId: number,
  { queueIds, agentIds }: Pick<StagedBatch, 'queueIds' | 'agentIds'>,
): Promise<boolean> {
  const { rows } = await client.query<{ queues: number; agents: number }>(
    `select (select count(*) from queue where center_id = $1 and queue_id = any($2::integer[]))::integer as queues,
       (select count(*) from agent where center_id = $1 and agent_id = any($3::integer[]))::integer as agents`,
    [centerId, queueIds, agentIds],
  )
  return rows[0]?.queues === queueIds.length && rows[0]?.agents === agentIds.length
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
