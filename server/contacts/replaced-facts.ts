import type pg from 'pg'

import { columnList, type FactKind } from './fact-kind.ts'
import { storedSpan, type KeysOf } from './rollup-due.ts'

/**
 * Keeps the contents that are about to be replaced, with the imports that told them. What only the replacing import itself told
 * is not kept: undoing it takes back both.
 */
export async function keepReplaced(client: pg.ClientBase, fact: FactKind, of: KeysOf, importId: number): Promise<void> {
  const span = await storedSpan(client, fact, of)
  if (span === null) return
  await client.query(
    `insert into fact_replaced (center_id, source_id, kind, source_key, digest, completeness, held_by, fact)
     select k.center_id, k.source_id, $4, k.source_key, k.digest, k.completeness, array_remove(k.held_by, $5::integer), to_jsonb(f)
     from ${fact.keys} k
     join ${fact.facts} f on f.center_id = k.center_id and f.${fact.instant} = k.${fact.instant} and f.${fact.id} = k.${fact.id}
     where k.center_id = $1 and k.source_id = $2 and k.source_key = any($3) and k.held_by <> array[$5::integer]
       and f.${fact.instant} between $6 and $7`,
    [of.centerId, of.sourceId, of.keys, fact.kind, importId, ...span],
  )
}

/** Takes the stored contents away; the keys stay. */
export async function dropFacts(client: pg.ClientBase, fact: FactKind, of: KeysOf): Promise<void> {
  const span = await storedSpan(client, fact, of)
  if (span === null) return
  await client.query(
    `with k as materialized (
       select center_id, ${fact.instant}, ${fact.id} from ${fact.keys} where center_id = $1 and source_id = $2 and source_key = any($3)
     )
     delete from ${fact.facts} f using k
     where f.center_id = k.center_id and f.${fact.instant} = k.${fact.instant} and f.${fact.id} = k.${fact.id} and f.${fact.instant} between $4 and $5`,
    [of.centerId, of.sourceId, of.keys, ...span],
  )
}

/** Brings back the newest former content of each key, where there is one; tells the keys it did so for. */
export async function restoreReplaced(client: pg.ClientBase, fact: FactKind, of: KeysOf): Promise<string[]> {
  const { rows } = await client.query<{ source_key: string }>(
    `with newest as (
       select distinct on (r.source_key) r.* from fact_replaced r
       where r.center_id = $1 and r.source_id = $2 and r.kind = $4 and r.source_key = any($3)
       order by r.source_key, r.replaced_id desc
     ), gone as (
       delete from fact_replaced r using newest n
       where r.center_id = n.center_id and r.source_id = n.source_id and r.kind = n.kind and r.source_key = n.source_key
         and r.replaced_id = n.replaced_id
     ), facts as (
       select n.source_key as key, n.digest, n.completeness, n.held_by, f.*
       from newest n, jsonb_populate_record(null::${fact.facts}, n.fact) f
     ), moved as (
       update ${fact.keys} k set digest = f.digest, completeness = f.completeness, held_by = f.held_by, ${fact.instant} = f.${fact.instant}
       from facts f where k.center_id = $1 and k.source_id = $2 and k.source_key = f.key
     )
     insert into ${fact.facts} (center_id, source_id, source_key, ${fact.id}, ${columnList(fact)})
     select center_id, source_id, source_key, ${fact.id}, ${columnList(fact)} from facts
     returning source_key`,
    [of.centerId, of.sourceId, of.keys, fact.kind],
  )
  return rows.map((row) => row.source_key)
}
