import { sql } from 'kysely'

import type { Database, Scope, Tx } from '../platform/index.ts'
import { countPay, type PayPlace } from './pay-overview.ts'

/** Keeps pay with the snapshot. Whoever changes what is kept empties `market_pay` in a migration: it is counted when it is asked for. */
export async function keepPay(tx: Tx, centerId: number, place: PayPlace): Promise<void> {
  const { overview, points } = await countPay(tx, centerId, place)
  await sql`
    insert into market_pay (center_id, snapshot_id, overview, points)
    values (${centerId}, ${place.snapshotId}, ${JSON.stringify(overview)}::jsonb, ${JSON.stringify(points)}::jsonb)
    on conflict (center_id, snapshot_id) do update set overview = excluded.overview, points = excluded.points
  `.execute(tx)
}

/** Pay that was kept says something of groups of skills that are others now. */
export async function forgetPay(tx: Tx, centerId: number): Promise<void> {
  await sql`delete from market_pay where center_id = ${centerId}`.execute(tx)
}

/** Keeps pay of the latest snapshots that have none kept. */
export async function keepMissingPay({ inCenter }: Database, scope: Scope): Promise<void> {
  const { centerId } = scope
  const places = await inCenter(scope, async (tx) => {
    const { rows } = await sql<PayPlace>`
      select l.* from (select distinct on (specialisation_id) specialisation_id as "specialisationId", snapshot_id as "snapshotId", taken_on as "takenOn"
        from market_snapshot where center_id = ${centerId} and status = 'done' order by specialisation_id, taken_on desc, snapshot_id desc) l
      where not exists (select 1 from market_pay p where p.center_id = ${centerId} and p.snapshot_id = l."snapshotId")
    `.execute(tx)
    return rows
  })
  for (const place of places) await inCenter(scope, (tx) => keepPay(tx, centerId, place))
}
