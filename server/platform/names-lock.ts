import { sql } from 'kysely'
import type pg from 'pg'

import type { Tx } from './database.ts'

/** Any number will do, as long as every Pult asks for the same lock. */
const NAMES_LOCK = 7702

/** While facts are stored under ids of queues and agents: nobody merges those away until the transaction ends. */
export async function holdNames(client: pg.ClientBase, centerId: number): Promise<void> {
  await client.query('select pg_advisory_xact_lock_shared($1::integer, $2::integer)', [NAMES_LOCK, centerId])
}

/** Before ids are merged away: waits for whoever stores facts under them, and keeps others waiting. Taken before any row. */
export async function lockNames(tx: Tx, centerId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${NAMES_LOCK}::integer, ${centerId}::integer)`.execute(tx)
}
