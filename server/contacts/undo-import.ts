import type pg from 'pg'

import type { Database, Scope } from '../platform/index.ts'
import { factKinds, type FactKind } from './fact-kind.ts'
import { dropFacts, restoreReplaced } from './replaced-facts.ts'
import { addStoredDue, markDue, noHours, type DueHours, type KeysOf } from './rollup-due.ts'

const CHUNK = 10_000

/**
 * Takes back everything that only this import told; what others told too stays, and what it replaced comes back. In chunks, each
 * durable by itself: interrupted, it can be called again. `onProgress` is told how many facts are done.
 */
export async function undoImport(
  database: Database,
  scope: Scope,
  of: { readonly importId: number; readonly sourceId: number },
  onProgress?: (facts: number) => Promise<void> | void,
): Promise<void> {
  let facts = 0
  for (const fact of factKinds) {
    for (let after: string | null = ''; after !== null;) {
      const from: string = after
      const chunk = await database.withBulkConnection(scope, (client) =>
        undoChunk(client, fact, { ...of, centerId: scope.centerId }, from),
      )
      facts += chunk.facts
      after = chunk.next
      await onProgress?.(facts)
    }
  }
  await database.withBulkConnection(scope, (client) => forget(client, scope.centerId, of.importId))
}

interface Owner {
  readonly centerId: number
  readonly sourceId: number
  readonly importId: number
}

async function undoChunk(
  client: pg.ClientBase,
  fact: FactKind,
  { centerId, sourceId, importId }: Owner,
  after: string,
): Promise<{ facts: number; next: string | null }> {
  // Right after an import PostgreSQL has not counted the rows yet, takes the tables for empty and would go through them for every key.
  await client.query('set local enable_nestloop = off')
  const { rows } = await client.query<{ source_key: string; alone: boolean }>(
    `select source_key, cardinality(held_by) = 1 as alone from ${fact.keys}
     where center_id = $1 and source_id = $2 and source_key > $4 and $3::integer = any(held_by) order by source_key limit ${CHUNK} for update`,
    [centerId, sourceId, importId, after],
  )
  const keysOf = (keys: readonly string[]): KeysOf => ({ centerId, sourceId, keys })
  const alone = rows.filter((row) => row.alone).map((row) => row.source_key)
  const shared = rows.filter((row) => !row.alone).map((row) => row.source_key)
  const due = noHours()
  if (shared.length > 0) {
    await client.query(
      `update ${fact.keys} set held_by = array_remove(held_by, $4::integer) where center_id = $1 and source_id = $2 and source_key = any($3)`,
      [centerId, sourceId, shared, importId],
    )
  }
  if (alone.length > 0) await takeBack(client, fact, keysOf(alone), due, importId)
  await markDue(client, centerId, due)
  return { facts: rows.length, next: rows.length < CHUNK ? null : (rows.at(-1)?.source_key ?? null) }
}

async function takeBack(
  client: pg.ClientBase,
  fact: FactKind,
  of: KeysOf,
  due: DueHours,
  importId: number,
): Promise<void> {
  await addStoredDue(client, fact, of, due)
  await dropFacts(client, fact, of)
  // Former contents that nobody but this import held are its own too.
  await client.query(
    `update fact_replaced set held_by = array_remove(held_by, $4::integer) where center_id = $1 and source_id = $2 and source_key = any($3) and $4::integer = any(held_by)`,
    [of.centerId, of.sourceId, of.keys, importId],
  )
  await client.query(
    `delete from fact_replaced where center_id = $1 and source_id = $2 and source_key = any($3) and kind = $4 and held_by = '{}'`,
    [of.centerId, of.sourceId, of.keys, fact.kind],
  )
  const restored = new Set(await restoreReplaced(client, fact, of))
  await addStoredDue(client, fact, { ...of, keys: [...restored] }, due)
  await client.query(`delete from ${fact.keys} where center_id = $1 and source_id = $2 and source_key = any($3)`, [
    of.centerId,
    of.sourceId,
    of.keys.filter((key) => !restored.has(key)),
  ])
}

async function forget(client: pg.ClientBase, centerId: number, importId: number): Promise<void> {
  await client.query(
    `update fact_replaced set held_by = array_remove(held_by, $2::integer) where center_id = $1 and $2::integer = any(held_by)`,
    [centerId, importId],
  )
  await client.query(`delete from fact_replaced where center_id = $1 and held_by = '{}'`, [centerId])
}
