import { sql } from 'kysely'

import { readCenter } from '../center/index.ts'
import type { Veil } from '../contacts/index.ts'
import { lockNames, type Tx } from '../platform/index.ts'
import { eraseAgent, formerName, type Changed } from './erase-agent.ts'
import type { AccountPorts } from './erase-person.ts'
import { personOf } from './person.ts'
import type { Over, WouldGo } from './retention-kinds.ts'

const isOver = ({
  centerId,
  day,
}: Over) => sql`a.center_id = ${centerId} and a.left_on < ${day}::date and a.erased_at is null
  and not exists (select 1 from personal_hold h where h.center_id = ${centerId} and h.lifted_at is null and h.subject_of = 'agent'
    and h.agent_id = a.agent_id)
  and not exists (select 1 from membership m where m.center_id = ${centerId} and m.agent_id = a.agent_id and m.role = 'administrator')`

export async function countOverAgents(tx: Tx, over: Over): Promise<WouldGo> {
  const { rows } = await sql<WouldGo>`
    select count(*) as rows, min(left_on)::text as first, max(left_on)::text as last from agent a where ${isOver(over)}
  `.execute(tx)
  return rows[0] ?? { rows: 0, first: null, last: null }
}

interface OneAgent {
  readonly changed: readonly Changed[]
  readonly accountsToDelete: readonly string[]
}

/** Makes the next former agent nobody in particular; null when there is none. Administrators stay: a centre would be lost with its last one. */
export async function eraseOverAgent(tx: Tx, veil: Veil, ports: AccountPorts, over: Over): Promise<OneAgent | null> {
  const { centerId } = over
  await lockNames(tx, centerId)
  const { rows } = await sql<{ agentId: number }>`
    select agent_id as "agentId" from agent a where ${isOver(over)} order by agent_id limit 1 for update
  `.execute(tx)
  const [next] = rows
  if (next === undefined) return null
  const { agentId } = next
  const { accounts } = await personOf(tx, centerId, { of: 'agent', agentId }, ports.accountsOf)
  const { calendar } = await readCenter(tx, centerId)
  const called = formerName(agentId, calendar === 'ru' ? 'ru' : 'en')
  const changed = await eraseAgent(tx, veil, { centerId, agentId, called, accounts })
  const accountsToDelete: string[] = []
  for (const { id } of accounts) if (await ports.leaveCenter(tx, centerId, id)) accountsToDelete.push(id)
  return { changed, accountsToDelete }
}
