import { sql } from 'kysely'

import type { MyShift } from '@pult/contract/schedule-reports'
import type { LocalDate } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import { inForce } from './published-work.ts'
import { shiftColumns } from './shift-store.ts'

/** Shifts in force of one agent, as she sees them. */
export async function readMyShifts(
  tx: Tx,
  centerId: number,
  {
    agentId,
    firstDay,
    lastDay,
  }: { readonly agentId: number; readonly firstDay: LocalDate; readonly lastDay: LocalDate },
): Promise<MyShift[]> {
  const { rows } = await sql<
    MyShift & { readonly sinceEdition: number; readonly since: string; readonly sinceByName: string | null }
  >`
    select ${shiftColumns}, t.name as "templateName",
      to_char(told.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "publishedAt",
      to_char(same.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since, same.edition as "sinceEdition",
      same.published_by_name as "sinceByName"
    from roster_shift s join roster r using (center_id, roster_id)
      left join shift_template t on t.center_id = s.center_id and t.shift_template_id = s.shift_template_id
      join lateral (
        select min(published_at) as published_at from roster e
        where e.center_id = r.center_id and e.series_id = r.series_id and e.status = 'published') told on true
      join lateral (
        select e.published_at, e.published_by_name, e.edition from roster e join roster_shift f on f.center_id = e.center_id and f.roster_id = e.roster_id
        where e.center_id = r.center_id and e.series_id = r.series_id and e.status = 'published'
          and f.agent_id = s.agent_id and f.start_at = s.start_at and f.end_at = s.end_at
        order by e.edition limit 1) same on true
    where s.center_id = ${centerId} and s.agent_id = ${agentId} and s.day between ${firstDay}::date and ${lastDay}::date and ${inForce}
    order by s.start_at
  `.execute(tx)
  return rows.map(({ since, sinceEdition, sinceByName, ...shift }) =>
    sinceEdition > 1
      ? { ...shift, changedAt: since, changedByName: sinceByName }
      : { ...shift, changedAt: null, changedByName: null },
  )
}
