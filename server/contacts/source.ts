import { sql } from 'kysely'

import type { Tx } from '../platform/index.ts'

export type SourceKind = 'queueLog' | 'table' | 'api' | 'demo'

/** The source of this name, made when nobody knows it. */
export async function ensureSource(tx: Tx, centerId: number, name: string, kind: SourceKind): Promise<number> {
  await sql`
    insert into source (center_id, name, kind) values (${centerId}, ${name}, ${kind}) on conflict (center_id, name) do nothing
  `.execute(tx)
  const { rows } = await sql<{ id: number }>`
    select source_id as id from source where center_id = ${centerId} and name = ${name}
  `.execute(tx)
  return rows[0]?.id ?? 0
}

/** A source that tells as it happens: what it left open is believed until it says otherwise, also where files of it came in before. */
export async function ensureLiveSource(tx: Tx, centerId: number, name: string): Promise<number> {
  const sourceId = await ensureSource(tx, centerId, name, 'api')
  await sql`
    update source set kind = 'api' where center_id = ${centerId} and source_id = ${sourceId} and kind in ('queueLog', 'table')
  `.execute(tx)
  return sourceId
}

/** The import that today's batches of a source belong to: a bad day of a script can be taken back as one. */
export async function ensureBatchImport(
  tx: Tx,
  centerId: number,
  sourceId: number,
  kind: 'api' | 'demo',
  fileName: string,
  userId: string,
): Promise<{ readonly importId: number; readonly isNew: boolean }> {
  // One lock a source, so that two first batches of a day share one import.
  await sql`select pg_advisory_xact_lock(${centerId}::integer, ${sourceId}::integer)`.execute(tx)
  const { rows } = await sql<{ id: number }>`
    select import_id as id from import where center_id = ${centerId} and source_id = ${sourceId} and kind = ${kind}
      and file_name = ${fileName} and status = 'done' limit 1
  `.execute(tx)
  if (rows[0] !== undefined) return { importId: rows[0].id, isNew: false }
  const made = await sql<{ id: number }>`
    insert into import (center_id, source_id, kind, file_name, status, created_by, finished_at)
    values (${centerId}, ${sourceId}, ${kind}, ${fileName}, 'done', ${userId}, now()) returning import_id as id
  `.execute(tx)
  return { importId: made.rows[0]?.id ?? 0, isNew: true }
}
