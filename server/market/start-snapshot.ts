import { sql } from 'kysely'

import type { Tx } from '../platform/index.ts'
import { createSnapshot } from './snapshot-store.ts'

/** Puts a refresh in the queue; null where one of this specialisation waits or runs already. */
export async function startSnapshot(
  tx: Tx,
  centerId: number,
  snapshot: Parameters<typeof createSnapshot>[2],
): Promise<number | null> {
  const { specialisationId } = snapshot
  // Whoever else starts one waits here.
  await sql`
    select 1 from market_specialisation where center_id = ${centerId} and specialisation_id = ${specialisationId} for update`.execute(
    tx,
  )
  const { rows } = await sql`
    select 1 from market_snapshot where center_id = ${centerId} and specialisation_id = ${specialisationId}
      and status in ('waiting', 'running') and cause <> 'file' limit 1`.execute(tx)
  return rows.length > 0 ? null : createSnapshot(tx, centerId, snapshot)
}
