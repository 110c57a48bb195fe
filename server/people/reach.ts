import { sql, type RawBuilder } from 'kysely'

import { notFound, type Caller, type Tx } from '../platform/index.ts'

type WhoSees = Pick<Caller, 'centerId' | 'reach' | 'teamIds' | 'agentId'>

/** For what Pult itself looks at: everybody. */
export const wholeCenter = (centerId: number): WhoSees => ({ centerId, reach: 'center', teamIds: [], agentId: null })

/** True in SQL where the caller sees the agent of the row: all agents, those of own teams, or herself. */
export function seenBy({ centerId, reach, teamIds, agentId }: WhoSees, column: string): RawBuilder<boolean> {
  if (reach === 'center') return sql<boolean>`true`
  if (reach === 'self') return sql<boolean>`${sql.ref(column)} = ${agentId}::integer`
  return sql<boolean>`${sql.ref(column)} in (
    select reached.agent_id from agent reached where reached.center_id = ${centerId} and reached.team_id = any(${teamIds}::integer[]))`
}

/** Throws a 404 problem for an agent whom the caller does not see, or who is not there. */
export async function refuseBeyondReach(tx: Tx, caller: WhoSees, agentId: number): Promise<void> {
  const { rows } = await sql`
    select 1 from agent where center_id = ${caller.centerId} and agent_id = ${agentId} and ${seenBy(caller, 'agent_id')}
  `.execute(tx)
  if (rows.length === 0) throw notFound('agent')
}
