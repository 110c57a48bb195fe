import { sql } from 'kysely'

import type { ContactRecord } from '@pult/engine/contacts'

import type { Tx } from '../../platform/index.ts'

/** What is stored under keys of a source, as the source told it. */
export async function toldContacts(
  tx: Tx,
  centerId: number,
  sourceId: number,
  keys: readonly string[],
): Promise<ContactRecord[]> {
  const { rows } = await sql<{ first: Date | null; last: Date | null }>`
    select min(offered_at) as first, max(offered_at) as last from contact_key
    where center_id = ${centerId} and source_id = ${sourceId} and source_key = any(${keys}::text[])
  `.execute(tx)
  const { first = null, last = null } = rows[0] ?? {}
  if (first === null || last === null) return []
  // Between these instants, so that PostgreSQL opens their partitions only.
  const legs = await sql<Record<string, unknown> & { offeredAt: Date }>`
    select l.source_key as "sourceKey", l.contact_ref as "contactRef", l.leg, l.channel, l.direction, q.name as queue, a.name as agent, l.customer,
      l.offered_at as "offeredAt", l.outcome, l.flow_reason as "flowReason", l.wait_ms as "waitMs", l.talk_ms as "talkMs",
      nullif(l.hold_ms, 0) as "holdMs", nullif(l.acw_ms, 0) as "acwMs", nullif(l.agent_no_answers, 0) as "agentNoAnswers", l.topic, l.flags
    from contact_key k
    join contact_leg l on l.center_id = k.center_id and l.offered_at = k.offered_at and l.leg_id = k.leg_id
    left join lateral (select name from queue_name n where n.center_id = l.center_id and n.queue_id = l.queue_id order by name limit 1) q on true
    left join lateral (select name from agent_name n where n.center_id = l.center_id and n.agent_id = l.agent_id order by name limit 1) a on true
    where k.center_id = ${centerId} and k.source_id = ${sourceId} and k.source_key = any(${keys}::text[])
      and l.offered_at between ${first.toISOString()}::timestamptz and ${last.toISOString()}::timestamptz
  `.execute(tx)
  return legs.rows.map(({ offeredAt, ...leg }) => {
    const told = Object.entries(leg).filter(([, value]) => value !== null)
    return { ...Object.fromEntries(told), offeredAt: offeredAt.getTime() } as ContactRecord
  })
}
