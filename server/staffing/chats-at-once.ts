import { sql } from 'kysely'

import type { Tx } from '../platform/index.ts'

/**
 * How many chats an agent held while those of a queue were handled, on average over the time of these chats; from the last four weeks. The
 * handling time of the log was measured among so many.
 */
export async function readChatsAtOnce(tx: Tx, centerId: number, now: number): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ queueId: number; atOnce: number }>`
    with chat as (
      select agent_id, queue_id, leg_id, offered_at + wait_ms * interval '1 millisecond' as begun,
        offered_at + (wait_ms + talk_ms + hold_ms + acw_ms) * interval '1 millisecond' as ended
      from contact_leg
      where center_id = ${centerId} and agent_id is not null and outcome = 'answered' and channel in ('chat', 'messenger')
        and offered_at >= ${new Date(now).toISOString()}::timestamptz - interval '28 days' and talk_ms + hold_ms + acw_ms between 1 and 86400000
    ), edge as (
      select agent_id, queue_id, begun as at, 1 as step from chat union all select agent_id, queue_id, ended, -1 from chat
    ), stretch as (
      select agent_id, at, sum(sum(step)) over (partition by agent_id order by at) as held,
        extract(epoch from lead(at) over (partition by agent_id order by at) - at) as seconds
      from edge group by agent_id, at
    )
    select queue_id as "queueId", (sum(held * shared) / sum(shared))::double precision as "atOnce"
    from chat join lateral (
      select held, least(seconds, 86400) as shared from stretch
      where stretch.agent_id = chat.agent_id and stretch.at >= chat.begun and stretch.at < chat.ended
    ) as during on true
    where queue_id is not null
    group by queue_id having sum(shared) > 0
  `.execute(tx)
  return new Map(rows.map(({ queueId, atOnce }) => [queueId, atOnce]))
}
