import { sql } from 'kysely'

import type { Tx } from '../platform/index.ts'

/** Whoever says what holds for people on which days waits until whoever does so already is done: neither would see the other's days. */
export async function oneAtATime(tx: Tx, centerId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('days_of_people'), ${centerId}::integer)`.execute(tx)
}
