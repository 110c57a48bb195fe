import type pg from 'pg'

import { describeConflicts, type IdNames } from './conflicts.ts'
import { copyInto } from './copy.ts'
import type { FactCounts, Told } from './fact-counts.ts'
import { columnList, type FactKind } from './fact-kind.ts'
import { stagedBefore, stagingTable } from './intake-columns.ts'
import { dropFacts, keepReplaced } from './replaced-facts.ts'
import { addStoredDue, type DueHours, type KeysOf } from './rollup-due.ts'
import type { StagedFacts } from './staged-batch.ts'
import type { Veil } from './veil.ts'
import { veilStagedContacts, veilStagedStates } from './veil-staged.ts'

export interface StoreOptions {
  readonly centerId: number
  readonly sourceId: number
  readonly importId: number
  readonly onConflict: 'reject' | 'replace'
  readonly due: DueHours
  readonly names: IdNames
  readonly veil: Veil
}

const MANY_KEYS = 500

/** Stages facts and stores them: new facts, repetitions, completions, contradictions. */
export async function storeFacts(
  client: pg.ClientBase,
  fact: FactKind,
  { rows, keys }: Pick<StagedFacts, 'rows' | 'keys'>,
  options: StoreOptions,
): Promise<FactCounts> {
  if (keys === 0) return { accepted: 0, told: [], conflicts: [] }
  await client.query(stagingTable(fact.staging, fact.columns))
  await copyInto(client, fact.staging, [...stagedBefore, ...fact.columns.map(({ column }) => column)], rows)
  await (fact.kind === 'contact' ? veilStagedContacts : veilStagedStates)(client, options.veil, options)
  const fresh = await storeNew(client, fact, options)
  if (fresh.length === keys) return { accepted: fresh.length, told: [], conflicts: [] }
  return { accepted: fresh.length, ...(await storeKnown(client, fact, new Set(fresh), options)) }
}

/**
 * Keys go in sorted, so that two intakes of overlapping files wait for each other in one order and never in a circle. Tells the
 * keys that were new.
 */
async function storeNew(
  client: pg.ClientBase,
  fact: FactKind,
  { centerId, sourceId, importId }: StoreOptions,
): Promise<string[]> {
  const text = `with fresh as (
       insert into ${fact.keys} (center_id, source_id, source_key, ${fact.id}, ${fact.instant}, digest, completeness, held_by)
       select $1::integer, $2::integer, source_key, nextval('${fact.sequence}'), ${fact.instant}, digest, completeness, array[$3::integer]
       from ${fact.staging} order by source_key
       on conflict do nothing
       returning source_key, ${fact.id}
     )
     insert into ${fact.facts} (center_id, source_id, source_key, ${fact.id}, ${columnList(fact)})
     select $1::integer, $2::integer, source_key, fresh.${fact.id}, ${columnList(fact, 's.')}
     from ${fact.staging} s join fresh using (source_key)
     returning source_key`
  const { rows } = await client.query<[string]>({ text, values: [centerId, sourceId, importId], rowMode: 'array' })
  return rows.map(([key]) => key)
}

interface Known {
  readonly source_key: string
  readonly stored: number
  readonly given: number
  /** Completeness given less completeness stored. */
  readonly fuller: number
  readonly stored_completeness: number
  readonly held: boolean
}

async function storeKnown(
  client: pg.ClientBase,
  fact: FactKind,
  fresh: ReadonlySet<string>,
  options: StoreOptions,
): Promise<Omit<FactCounts, 'accepted'>> {
  const { centerId, sourceId, importId, veil } = options
  const { rows } = await client.query<Known>(
    `select s.source_key, k.digest as stored, s.digest as given,
       s.completeness - k.completeness as fuller, k.completeness as stored_completeness, $3::integer = any(k.held_by) as held
     from ${fact.staging} s join ${fact.keys} k on k.center_id = $1::integer and k.source_id = $2::integer and k.source_key = s.source_key
     order by s.source_key for update of k`,
    [centerId, sourceId, importId],
  )
  const known = rows.filter((row) => !fresh.has(row.source_key))
  const same = (row: Known): boolean => isSame(veil, centerId, row)
  const completes = (row: Known): boolean =>
    !same(row) && (row.fuller > 0 || (row.fuller === 0 && row.stored_completeness === 0))
  const contradicts = (row: Known): boolean => !same(row) && row.fuller === 0 && row.stored_completeness > 0
  const keysOf = (list: readonly Known[]): KeysOf => ({ centerId, sourceId, keys: list.map((row) => row.source_key) })
  const completed = known.filter(completes)
  const different = known.filter(contradicts)
  const repeated = known.filter((row) => !completes(row) && !contradicts(row))
  const corrected = options.onConflict === 'replace' ? different : []
  await hold(client, fact, keysOf(repeated.filter((row) => !row.held)), importId)
  await replace(client, fact, keysOf([...completed, ...corrected]), options)
  const conflicts =
    options.onConflict === 'reject' ? await describeConflicts(client, fact, keysOf(different), options.names) : []
  const tell = (list: readonly Known[], status: Told['status']): Told[] =>
    list.map((row) => ({ kind: fact.kind, sourceKey: row.source_key, status }))
  return {
    told: [...tell(repeated, 'duplicate'), ...tell(completed, 'completed'), ...tell(corrected, 'corrected')],
    conflicts,
  }
}

/** A fact whose customer was erased is stored with a veiled digest. */
const isSame = (veil: Veil, centerId: number, { stored, given }: Known): boolean =>
  stored === given || stored === veil.digestOf(centerId, given)

async function hold(client: pg.ClientBase, fact: FactKind, of: KeysOf, importId: number): Promise<void> {
  if (of.keys.length === 0) return
  await client.query(
    `update ${fact.keys} set held_by = held_by || $4::integer where center_id = $1 and source_id = $2 and source_key = any($3)`,
    [of.centerId, of.sourceId, of.keys, importId],
  )
}

/** Puts the staged content in the place of the stored one; the id stays, the former content is kept for those who told it. */
async function replace(
  client: pg.ClientBase,
  fact: FactKind,
  of: KeysOf,
  { importId, due }: StoreOptions,
): Promise<void> {
  if (of.keys.length === 0) return
  // As in an undo: with many keys and tables not yet counted, going through them for every key would never end.
  if (of.keys.length > MANY_KEYS) await client.query('set local enable_nestloop = off')
  await addStoredDue(client, fact, of, due)
  await keepReplaced(client, fact, of, importId)
  await dropFacts(client, fact, of)
  await client.query(
    `with moved as (
       update ${fact.keys} k set digest = s.digest, completeness = s.completeness, ${fact.instant} = s.${fact.instant}, held_by = array[$4::integer]
       from ${fact.staging} s
       where k.center_id = $1::integer and k.source_id = $2::integer and k.source_key = s.source_key and s.source_key = any($3)
       returning k.source_key, k.${fact.id}
     )
     insert into ${fact.facts} (center_id, source_id, source_key, ${fact.id}, ${columnList(fact)})
     select $1::integer, $2::integer, source_key, moved.${fact.id}, ${columnList(fact, 's.')}
     from ${fact.staging} s join moved using (source_key)`,
    [of.centerId, of.sourceId, of.keys, importId],
  )
}
