import { sql } from 'kysely'

import type { LocalDate } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import { readKeptProblem } from './problem-cache.ts'
import { isNewest } from './published-work.ts'
import type { Explained } from './read-report.ts'
import { readShifts } from './shift-store.ts'

interface Asked {
  readonly agentId: number
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
}

/** Rosters that people work by, that have wishes of an agent to weigh, and hold days of a period. */
export async function readRostersOf(
  tx: Tx,
  centerId: number,
  { agentId, firstDay, lastDay }: Asked,
): Promise<Pick<Explained, 'problem' | 'shifts'>[]> {
  const { rows } = await sql<{ rosterId: number }>`
    select r.roster_id::integer as "rosterId" from roster r join roster_member m using (center_id, roster_id)
    where center_id = ${centerId} and m.agent_id = ${agentId} and ${isNewest('r')}
      and r.first_day <= ${lastDay}::date and r.last_day >= ${firstDay}::date
    order by r.roster_id
  `.execute(tx)
  const rosters: Pick<Explained, 'problem' | 'shifts'>[] = []
  for (const { rosterId } of rows) {
    const problem = await readKeptProblem(tx, centerId, rosterId)
    const agent = problem?.agents.find((one) => one.agentId === String(agentId))
    if (problem !== null && agent !== undefined && agent.wishes.length > 0)
      rosters.push({ problem, shifts: await readShifts(tx, centerId, rosterId) })
  }
  return rosters
}
