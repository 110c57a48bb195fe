import { sql } from 'kysely'

import type { Caller, Tx } from '../platform/index.ts'

const ANSWERED_WITHIN_DAYS = 28

/** The queues of teams: those whose skills their people have, and those whose contacts they answered lately. */
export async function queuesOfTeams(tx: Tx, centerId: number, teamIds: readonly number[]): Promise<number[]> {
  if (teamIds.length === 0) return []
  const { rows } = await sql<{ queueId: number }>`
    with member as (select agent_id from agent where center_id = ${centerId} and team_id = any(${[...teamIds]}::integer[]) and status <> 'archived')
    select queue_id as "queueId" from agent_skill s join skill_queue q using (center_id, skill_id)
    where center_id = ${centerId} and agent_id in (select agent_id from member)
    union
    select queue_id from agent_day where center_id = ${centerId} and agent_id in (select agent_id from member)
      and day > current_date - ${ANSWERED_WITHIN_DAYS}::integer and queue_id > 0
  `.execute(tx)
  return rows.map(({ queueId }) => queueId)
}

/** The queues whose alerts the caller meets; null for all, also for alerts that are about no queue. */
export async function queuesSeenBy(tx: Tx, { centerId, reach, teamIds }: Caller): Promise<readonly number[] | null> {
  return reach === 'center' ? null : queuesOfTeams(tx, centerId, teamIds)
}

/** Who takes a queue's contacts, by skill; a queue that is named by no skill has no entry. */
export async function agentsByQueue(tx: Tx, centerId: number): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
  const { rows } = await sql<{ queueId: number; agentIds: number[] }>`
    select queue_id as "queueId", array_agg(distinct agent_id) as "agentIds"
    from skill_queue q join agent_skill s using (center_id, skill_id) where center_id = ${centerId} group by queue_id
  `.execute(tx)
  return new Map(rows.map(({ queueId, agentIds }) => [queueId, new Set(agentIds)]))
}
