import { sql } from 'kysely'

import type { MeasureFilters, Split } from '@pult/contract/measures'

import type { Caller, Tx } from '../platform/index.ts'

/** Nobody has it, so nothing is found. */
const NOBODY = -1

/**
 * The filters, narrowed to what the caller may see: an agent only herself, a supervisor only her teams' people. What no single
 * person stands behind (a queue, a day) a supervisor sees whole.
 */
export async function reachOf(
  tx: Tx,
  caller: Caller,
  splitBy: readonly Split[],
  filters: MeasureFilters,
): Promise<MeasureFilters> {
  if (caller.reach === 'center') return filters
  if (caller.reach === 'self') return { ...filters, teamIds: undefined, agentIds: [caller.agentId ?? NOBODY] }
  const aboutPeople =
    splitBy.includes('agent') ||
    splitBy.includes('team') ||
    filters.agentIds !== undefined ||
    filters.teamIds !== undefined
  if (!aboutPeople) return filters
  const own = new Set(await agentsOfTeams(tx, caller.centerId, caller.teamIds))
  const agentIds = filters.agentIds === undefined ? [...own] : filters.agentIds.filter((id) => own.has(id))
  return { ...filters, agentIds: agentIds.length === 0 ? [NOBODY] : agentIds }
}

/** The agents that are in these teams now. */
export async function agentsOfTeams(tx: Tx, centerId: number, teamIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ agentId: number }>`
    select agent_id as "agentId" from agent where center_id = ${centerId} and team_id = any(${[...teamIds]}::integer[])
  `.execute(tx)
  return rows.map((row) => row.agentId)
}
