import { sql } from 'kysely'

import type { MyRoster, RosterReader } from '@pult/contract/schedule-acknowledgement'
import type { LocalDate } from '@pult/engine/time'

import { seenBy } from '../people/index.ts'
import { conflict, isoText, notFound, type Caller, type Tx } from '../platform/index.ts'
import { isNewest } from './published-work.ts'
import { readRoster } from './roster-store.ts'

/** In SQL: the times of all shifts of agent `m` in a roster, as one text. */
const timesIn = (roster: string) => sql`(
  select coalesce(string_agg(s.start_at::text || s.end_at::text, ',' order by s.start_at), '') from roster_shift s
  where s.center_id = m.center_id and s.roster_id = ${sql.ref(`${roster}.roster_id`)} and s.agent_id = m.agent_id)`

/**
 * In SQL: the last edition up to roster `r` that member `m` has read, where none of her shifts is another since. Breaks may be: they move
 * within a shift.
 */
const lastRead = sql`left join lateral (
  select case when e.roster_id = r.roster_id or ${timesIn('e')} = ${timesIn('r')} then e.at end as at, e.edition
  from (
    select a.at, one.edition, one.roster_id from roster_acknowledgement a join roster one using (center_id, roster_id)
    where a.center_id = r.center_id and a.agent_id = m.agent_id and one.series_id = r.series_id and one.edition <= r.edition
    order by one.edition desc limit 1) e) told on true`

const readColumns = sql`
  ${isoText('told.at')} as "acknowledgedAt",
  case when told.at is not null then told.edition end as "acknowledgedEdition"`

/** Rosters in force that hold an agent and end on a day or later, the first to come first. */
export async function listMyRosters(
  tx: Tx,
  centerId: number,
  { agentId, today }: { readonly agentId: number; readonly today: LocalDate },
): Promise<MyRoster[]> {
  const { rows } = await sql<MyRoster>`
    select r.roster_id as "rosterId", r.name, r.edition, r.first_day as "firstDay", r.last_day as "lastDay",
      ${isoText('r.published_at')} as "publishedAt",
      r.published_by_name as "publishedByName", ${readColumns}
    from roster r join roster_member m using (center_id, roster_id) ${lastRead}
    where r.center_id = ${centerId} and m.agent_id = ${agentId} and r.last_day >= ${today}::date and ${isNewest('r')}
    order by r.first_day, r.roster_id
  `.execute(tx)
  return rows
}

/** Members of a published roster whom the caller sees; those who have not read it first. */
export async function listReaders(tx: Tx, caller: Caller, rosterId: number): Promise<RosterReader[]> {
  const { centerId } = caller
  const { status } = await readRoster(tx, centerId, rosterId)
  if (status !== 'published')
    throw conflict('notPublishedYet', 'This roster is not published: there is nothing to read yet.')
  const { rows } = await sql<RosterReader>`
    select m.agent_id as "agentId", a.name, t.name as "teamName", ${readColumns},
      (select count(*) from roster_shift s where s.center_id = m.center_id and s.roster_id = m.roster_id and s.agent_id = m.agent_id) as shifts
    from roster r join roster_member m using (center_id, roster_id) join agent a on a.center_id = m.center_id and a.agent_id = m.agent_id
      left join team t on t.center_id = a.center_id and t.team_id = a.team_id ${lastRead}
    where r.center_id = ${centerId} and r.roster_id = ${rosterId} and ${seenBy(caller, 'm.agent_id')}
    order by told.at is not null, a.name collate names
  `.execute(tx)
  return rows
}

/** The caller has read her shifts in a roster. True where she had not before. */
export async function acknowledgeRoster(tx: Tx, caller: Caller, rosterId: number): Promise<boolean> {
  const { centerId, agentId } = caller
  if (agentId === null) throw notFound('agent')
  const { rows } = await sql`
    select 1 from roster_member where center_id = ${centerId} and roster_id = ${rosterId} and agent_id = ${agentId}`.execute(
    tx,
  )
  // Whoever is not on it does not learn that there is such a roster.
  if (rows.length === 0) throw notFound('roster')
  const { status, isInForce } = await readRoster(tx, centerId, rosterId)
  if (status !== 'published') throw notFound('roster')
  if (!isInForce) throw conflict('laterEditionToRead', 'A later edition of this roster is published: read that one.')
  const { numAffectedRows } = await sql`
    insert into roster_acknowledgement (center_id, roster_id, agent_id, by_id, by_name)
    values (${centerId}, ${rosterId}, ${agentId}, ${caller.userId}, ${caller.name}) on conflict do nothing
  `.execute(tx)
  return (numAffectedRows ?? 0n) > 0n
}
