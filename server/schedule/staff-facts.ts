import { sql } from 'kysely'

import { addDays, type LocalDate } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import { listAbsences, listAvailability, readAgreements, readPersonalFacts, wholeCenter } from '../people/index.ts'
import { readOverrides } from './labor-override.ts'
import { DAYS_BEFORE, type StaffFacts, type StaffMember } from './staff-member.ts'

interface Days {
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
}

interface AgentRow {
  readonly agentId: number
  readonly name: string
  readonly teamId: number | null
  readonly status: string
  readonly hiredOn: LocalDate | null
  readonly leftOn: LocalDate | null
}

/** Everybody, as far as rosters of these days ask. */
export async function readStaff(tx: Tx, centerId: number, { firstDay, lastDay }: Days): Promise<StaffFacts> {
  const { rows } = await sql<AgentRow>`
    select agent_id::integer as "agentId", name, team_id as "teamId", status, hired_on as "hiredOn", left_on as "leftOn"
    from agent where center_id = ${centerId} and status <> 'archived' order by name collate names, agent_id
  `.execute(tx)
  const around = { firstDay: addDays(firstDay, -DAYS_BEFORE), lastDay: addDays(lastDay, 7) }
  const everybody = wholeCenter(centerId)
  const agreements = byAgent(await readAgreements(tx, centerId, { firstDay, lastDay }))
  const facts = byAgent(await readPersonalFacts(tx, centerId))
  const absences = byAgent(await listAbsences(tx, everybody, around))
  const availability = byAgent(await listAvailability(tx, everybody, around))
  const members = rows.map(({ status, ...agent }): StaffMember => ({
    ...agent,
    isConfirmed: status === 'confirmed',
    agreements: agreements.get(agent.agentId) ?? [],
    facts: facts.get(agent.agentId)?.[0] ?? null,
    absences: absences.get(agent.agentId) ?? [],
    availability: availability.get(agent.agentId) ?? [],
  }))
  return { members, overrides: await readOverrides(tx, centerId) }
}

const byAgent = <Row extends { readonly agentId: number }>(rows: readonly Row[]): Map<number, Row[]> =>
  Map.groupBy(rows, ({ agentId }) => agentId)

/** How far back the log is asked who takes what, and how many contacts it takes to believe it. */
const SEEN_DAYS = 90
const SEEN_CONTACTS = 20

/** Queues by agent, best first: those of her skills; of whoever has no skill that names a queue, those whose contacts she lately handled. */
export async function readAgentQueues(
  tx: Tx,
  centerId: number,
  before: LocalDate,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const stated = await sql<{ agentId: number; queueId: number }>`
    select s.agent_id as "agentId", q.queue_id as "queueId"
    from agent_skill s join skill_queue q using (center_id, skill_id) join queue using (center_id, queue_id)
    where center_id = ${centerId} and queue.status <> 'archived'
    group by s.agent_id, q.queue_id order by s.agent_id, min(s.level), q.queue_id
  `.execute(tx)
  const seen = await sql<{ agentId: number; queueId: number }>`
    select agent_id as "agentId", queue_id as "queueId" from agent_day
    where center_id = ${centerId} and day >= ${addDays(before, -SEEN_DAYS)}::date and agent_id > 0 and queue_id > 0 and direction = 'inbound'
    group by agent_id, queue_id having sum(answered) >= ${SEEN_CONTACTS} order by agent_id, sum(answered) desc
  `.execute(tx)
  const queues = new Map<number, number[]>()
  for (const { agentId, queueId } of stated.rows) queues.set(agentId, [...(queues.get(agentId) ?? []), queueId])
  const known = new Set(queues.keys())
  for (const { agentId, queueId } of seen.rows)
    if (!known.has(agentId)) queues.set(agentId, [...(queues.get(agentId) ?? []), queueId])
  return queues
}
