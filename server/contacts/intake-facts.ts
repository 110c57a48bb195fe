import type pg from 'pg'

import { copyInto } from './copy.ts'
import { columnNames, stagingTable } from './intake-columns.ts'

/** What the intake needs to know of one kind of fact. Contacts and agents' states differ in tables and columns only. */
export interface FactKind {
  readonly kind: 'contact' | 'state'
  readonly staging: string
  readonly facts: string
  readonly keys: string
  readonly id: string
  readonly sequence: string
  /** The instant by which facts are partitioned. */
  readonly instant: string
  readonly columns: readonly (readonly [string, string, unknown])[]
}

export interface FactCounts {
  accepted: number
  duplicates: number
  completed: number
  corrected: number
  conflicts: Conflict[]
}

export interface Conflict {
  readonly sourceKey: string
  readonly kind: 'contact' | 'state'
  /** The first field in which the stored and the given content differ. */
  readonly field: string
  readonly stored: string
  readonly given: string
}

export interface StoreOptions {
  readonly centerId: number
  readonly sourceId: number
  readonly importId: number
  readonly onConflict: 'reject' | 'replace'
  /** The job was restarted: what this import holds already was accepted before. */
  readonly resumed: boolean
}

const CONFLICTS_SHOWN = 200

/** Stages lines and stores them: new facts, repetitions, completions of open ones, contradictions. */
export async function storeFacts(client: pg.ClientBase, fact: FactKind, lines: readonly string[], options: StoreOptions): Promise<FactCounts> {
  const counts: FactCounts = { accepted: 0, duplicates: 0, completed: 0, corrected: 0, conflicts: [] }
  if (lines.length === 0) return counts
  await client.query(stagingTable(fact.staging, fact.columns))
  await copyInto(client, fact.staging, ['source_key', 'digest', 'open', ...columnNames(fact.columns)], lines)
  counts.accepted = await storeNew(client, fact, options)
  if (counts.accepted < lines.length) await storeKnown(client, fact, options, counts, lines.length)
  return counts
}

async function storeNew(client: pg.ClientBase, fact: FactKind, { centerId, sourceId, importId }: StoreOptions): Promise<number> {
  const columns = columnNames(fact.columns)
  // Keys go in sorted, so that two intakes of overlapping files wait for each other in one order and never in a circle.
  const result = await client.query(
    `with fresh as (
       insert into ${fact.keys} (center_id, source_id, source_key, ${fact.id}, ${fact.instant}, digest, open, held_by)
       select $1::integer, $2::integer, source_key, nextval('${fact.sequence}'), ${fact.instant}, digest, open, array[$3::integer]
       from ${fact.staging} order by source_key
       on conflict do nothing
       returning source_key, ${fact.id}
     )
     insert into ${fact.facts} (center_id, source_id, ${fact.id}, ${columns.join(', ')})
     select $1::integer, $2::integer, fresh.${fact.id}, ${columns.map((column) => `s.${column}`).join(', ')}
     from ${fact.staging} s join fresh using (source_key)`,
    [centerId, sourceId, importId],
  )
  return result.rowCount ?? 0
}

interface Known {
  readonly source_key: string
  readonly same: boolean
  readonly was_open: boolean
  readonly is_open: boolean
  readonly held: boolean
}

async function storeKnown(client: pg.ClientBase, fact: FactKind, options: StoreOptions, counts: FactCounts, staged: number): Promise<void> {
  const { centerId, sourceId, importId } = options
  // Locked in the order of keys. A fresh row of this very statement's batch shows up as the same and held.
  const { rows } = await client.query<Known>(
    `select s.source_key, k.digest = s.digest as same, k.open as was_open, s.open as is_open, $3::integer = any(k.held_by) as held
     from ${fact.staging} s join ${fact.keys} k on k.center_id = $1::integer and k.source_id = $2::integer and k.source_key = s.source_key
     order by s.source_key for update of k`,
    [centerId, sourceId, importId],
  )
  const repeated = rows.filter((row) => row.same || (row.is_open && !row.was_open))
  const completing = rows.filter((row) => !row.same && row.was_open)
  const different = rows.filter((row) => !row.same && !row.was_open && !row.is_open)
  const again = repeated.length - counts.accepted
  const heldBefore = options.resumed ? repeated.filter((row) => row.held).length - counts.accepted : 0
  counts.duplicates = again - heldBefore
  counts.accepted += heldBefore
  await hold(client, fact, options, repeated.filter((row) => !row.held).map((row) => row.source_key))
  await replaceFacts(client, fact, options, completing.map((row) => row.source_key))
  counts.completed = completing.length
  if (different.length === 0) return
  const keys = different.map((row) => row.source_key)
  if (options.onConflict === 'reject') {
    counts.conflicts = await describeConflicts(client, fact, options, keys.slice(0, CONFLICTS_SHOWN))
    return
  }
  await keepReplaced(client, fact, options, keys)
  await replaceFacts(client, fact, options, keys)
  counts.corrected = keys.length
  if (staged < rows.length) throw new Error('more keys are known than were staged')
}

async function hold(client: pg.ClientBase, fact: FactKind, { centerId, sourceId, importId }: StoreOptions, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  await client.query(
    `update ${fact.keys} set held_by = held_by || $3::integer
     where center_id = $1 and source_id = $2 and source_key = any($4) and not ($3::integer = any(held_by))`,
    [centerId, sourceId, importId, keys],
  )
}

/** Puts the staged content in the place of the stored one; the id stays. */
async function replaceFacts(client: pg.ClientBase, fact: FactKind, options: StoreOptions, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  const { centerId, sourceId, importId } = options
  const columns = columnNames(fact.columns)
  await client.query(
    `delete from ${fact.facts} f using ${fact.keys} k
     where k.center_id = $1 and k.source_id = $2 and k.source_key = any($3)
       and f.center_id = k.center_id and f.${fact.instant} = k.${fact.instant} and f.${fact.id} = k.${fact.id}`,
    [centerId, sourceId, keys],
  )
  await client.query(
    `with moved as (
       update ${fact.keys} k set digest = s.digest, open = s.open, ${fact.instant} = s.${fact.instant},
         held_by = case when $3::integer = any(k.held_by) then k.held_by else k.held_by || $3::integer end
       from ${fact.staging} s
       where k.center_id = $1::integer and k.source_id = $2::integer and k.source_key = s.source_key and s.source_key = any($4)
       returning k.source_key, k.${fact.id}
     )
     insert into ${fact.facts} (center_id, source_id, ${fact.id}, ${columns.join(', ')})
     select $1::integer, $2::integer, moved.${fact.id}, ${columns.map((column) => `s.${column}`).join(', ')}
     from ${fact.staging} s join moved using (source_key)`,
    [centerId, sourceId, importId, keys],
  )
}

/** Keeps what a correction replaces, so that undoing the correction brings it back. Only contacts are corrected. */
async function keepReplaced(client: pg.ClientBase, fact: FactKind, { centerId, sourceId, importId }: StoreOptions, keys: readonly string[]): Promise<void> {
  if (fact.kind !== 'contact') return
  await client.query(
    `insert into contact_replaced (center_id, import_id, source_id, source_key, held_by, fact)
     select $1::integer, $3::integer, $2::integer, k.source_key, k.held_by, to_jsonb(f) || jsonb_build_object('digest', k.digest)
     from contact_key k join contact_leg f on f.center_id = k.center_id and f.offered_at = k.offered_at and f.leg_id = k.leg_id
     where k.center_id = $1::integer and k.source_id = $2::integer and k.source_key = any($4)
     on conflict do nothing`,
    [centerId, sourceId, importId, keys],
  )
}

async function describeConflicts(client: pg.ClientBase, fact: FactKind, { centerId, sourceId }: StoreOptions, keys: readonly string[]): Promise<Conflict[]> {
  const { rows } = await client.query<{ source_key: string; stored: Record<string, unknown>; given: Record<string, unknown> }>(
    `select s.source_key, to_jsonb(f) as stored, to_jsonb(s) as given
     from ${fact.staging} s
     join ${fact.keys} k on k.center_id = $1 and k.source_id = $2 and k.source_key = s.source_key
     join ${fact.facts} f on f.center_id = k.center_id and f.${fact.instant} = k.${fact.instant} and f.${fact.id} = k.${fact.id}
     where s.source_key = any($3)`,
    [centerId, sourceId, keys],
  )
  return rows.map(({ source_key: sourceKey, stored, given }) => {
    const field = columnNames(fact.columns).find((column) => String(stored[column]) !== String(given[column])) ?? 'content'
    return { sourceKey, kind: fact.kind, field, stored: shown(stored[field]), given: shown(given[field]) }
  })
}

/** Customers' numbers do not belong in a finding. */
const shown = (value: unknown): string => (value === null || value === undefined ? '–' : String(value).slice(0, 100))
