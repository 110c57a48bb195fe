import { sql } from 'kysely'

import { readCenter } from '../center/index.ts'
import type { Veil } from '../contacts/index.ts'
import { lockNames, type Tx } from '../platform/index.ts'
import { eraseFormerAgent, type AccountPorts, type Outcome } from './erase-person.ts'
import { notHeld } from './hold-store.ts'
import { personOf } from './person.ts'
import type { Over, WouldGo } from './retention-kinds.ts'

const isOver = ({
  centerId,
  day,
}: Over) => sql`a.center_id = ${centerId} and a.left_on < ${day}::date and a.erased_at is null
  and ${notHeld(centerId, { agent: 'a.agent_id' })}
  and not exists (select 1 from membership m where m.center_id = ${centerId} and m.agent_id = a.agent_id and m.role = 'administrator')`

export async function countOverAgents(tx: Tx, over: Over): Promise<WouldGo> {
  const { rows } = await sql<WouldGo>`
    select count(*) as rows, min(left_on)::text as first, max(left_on)::text as last from agent a where ${isOver(over)}
  `.execute(tx)
  return rows[0] ?? { rows: 0, first: null, last: null }
}

/** Makes the next former agent nobody in particular; null when there is none. Administrators stay: a centre would be lost with its last one. */
export async function eraseOverAgent(tx: Tx, veil: Veil, ports: AccountPorts, over: Over): Promise<Outcome | null> {
  const { centerId } = over
  await lockNames(tx, centerId)
  const { rows } = await sql<{ agentId: number }>`
    select agent_id as "agentId" from agent a where ${isOver(over)} order by agent_id limit 1 for update
  `.execute(tx)
  const [next] = rows
  if (next === undefined) return null
  const person = await personOf(tx, centerId, { of: 'agent', agentId: next.agentId }, ports.accountsOf)
  const { calendar } = await readCenter(tx, centerId)
  return eraseFormerAgent(tx, veil, ports, centerId, person, calendar === 'ru' ? 'ru' : 'en')
}
