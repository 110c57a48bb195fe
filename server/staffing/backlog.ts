import { sql } from 'kysely'

import type { Tx } from '../platform/index.ts'

/** Letters that lie unanswered now, by queue: of the last thirty days, older ones will hardly be answered any more. */
export async function readBacklog(tx: Tx, centerId: number, now: number): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ queueId: number; items: number }>`
    select queue_id as "queueId", count(*)::integer as items from contact_leg
    where center_id = ${centerId} and queue_id is not null and direction = 'inbound' and outcome = 'open'
      and offered_at >= ${new Date(now).toISOString()}::timestamptz - interval '30 days' and offered_at < ${new Date(now).toISOString()}::timestamptz
    group by 1`.execute(tx)
  return new Map(rows.map(({ queueId, items }) => [queueId, items]))
}
