import { sql } from 'kysely'

import type { FormerShift, MyShift } from '@pult/contract/schedule-reports'
import type { LocalDate } from '@pult/engine/time'

import { isoText, type Tx } from '../platform/index.ts'
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
      ${isoText('told.published_at')} as "publishedAt",
      ${isoText('same.published_at')} as since, same.edition as "sinceEdition",
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

interface Held {
  readonly agentId: number
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
  /** What holds now. */
  readonly shifts: readonly MyShift[]
}

/** What was published to an agent and no longer holds, a shift a day: taken away, or moved to other times. */
export async function readFormerShifts(
  tx: Tx,
  centerId: number,
  { agentId, firstDay, lastDay, shifts }: Held,
): Promise<FormerShift[]> {
  const { rows } = await sql<FormerShift>`
    select distinct on (s.day) s.day, ${isoText('s.start_at')} as start, ${isoText('s.end_at')} as "end",
      ${isoText('since.published_at')} as "changedAt", since.published_by_name as "changedByName"
    from roster_shift s join roster r using (center_id, roster_id)
      join lateral (
        select e.published_at, e.published_by_name from roster e
        where e.center_id = r.center_id and e.status = 'published' and e.published_at > r.published_at and s.day between e.first_day and e.last_day
          and (e.series_id = r.series_id or exists (
            select 1 from roster_member m where m.center_id = e.center_id and m.roster_id = e.roster_id and m.agent_id = s.agent_id))
        order by e.published_at limit 1) since on true
    where s.center_id = ${centerId} and s.agent_id = ${agentId} and s.day between ${firstDay}::date and ${lastDay}::date and r.status = 'published'
      and not ((s.start_at, s.end_at) in (
        select h.start, h."end" from jsonb_to_recordset(${JSON.stringify(shifts.map(({ start, end }) => ({ start, end })))}::jsonb)
          as h (start timestamptz, "end" timestamptz)))
    order by s.day, since.published_at desc
  `.execute(tx)
  return rows
}
