import { sql } from 'kysely'

import type { Agent, AgentChange } from '@pult/contract/people'
import { LONGEST_STATE_MS } from '@pult/engine/contacts'

import { type Caller, invalid, lockNames, notFound, staleOrMissing, type Tx } from '../platform/index.ts'

/** The ids of agents by what the source calls them; unknown ones are made, to be confirmed. See ensureQueues. */
export async function ensureAgents(
  tx: Tx,
  centerId: number,
  names: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const known = await agentIdsByName(tx, centerId, names)
  const unknown = [...new Set(names)].filter((name) => !known.has(name)).toSorted()
  if (unknown.length === 0) return known
  await sql`select pg_advisory_xact_lock(7701, ${centerId})`.execute(tx)
  const afterWait = await agentIdsByName(tx, centerId, unknown)
  for (const name of unknown.filter((one) => !afterWait.has(one))) await makeAgent(tx, centerId, name)
  return agentIdsByName(tx, centerId, names)
}

async function agentIdsByName(
  tx: Tx,
  centerId: number,
  names: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ name: string; agent_id: number }>`
    select name, agent_id from agent_name where center_id = ${centerId} and name = any(${names}::text[])
  `.execute(tx)
  return new Map(rows.map((row) => [row.name, row.agent_id]))
}

async function makeAgent(tx: Tx, centerId: number, name: string): Promise<void> {
  await sql`
    with made as (insert into agent (center_id, name, status) values (${centerId}, ${name.slice(0, 200)}, 'toConfirm') returning agent_id)
    insert into agent_name (center_id, name, agent_id) select ${centerId}, ${name}, agent_id from made
  `.execute(tx)
}

/** Agents within the caller's reach: all, own teams, or herself. */
export async function listAgents(tx: Tx, caller: Caller): Promise<Agent[]> {
  const { rows } = await sql<Agent>`
    select agent_id as "agentId", name, team_id as "teamId", status, hired_on as "hiredOn", left_on as "leftOn", version,
      array(select s.skill_id from agent_skill s where s.center_id = a.center_id and s.agent_id = a.agent_id order by 1) as "skillIds",
      array(select n.name from agent_name n where n.center_id = a.center_id and n.agent_id = a.agent_id order by 1) as names
    from agent a
    where center_id = ${caller.centerId}
      and (${caller.reach} = 'center' or (${caller.reach} = 'teams' and team_id = any(${caller.teamIds}::integer[]))
        or (${caller.reach} = 'self' and agent_id = ${caller.agentId}))
    order by status <> 'toConfirm', status = 'archived', name collate names
  `.execute(tx)
  return rows
}

export async function createAgent(
  tx: Tx,
  centerId: number,
  given: { name: string; teamId: number | null },
): Promise<number> {
  const { rows } = await sql<{ agent_id: number }>`
    insert into agent (center_id, name, team_id) values (${centerId}, ${given.name}, ${given.teamId}) returning agent_id
  `.execute(tx)
  const agentId = rows[0]?.agent_id ?? 0
  await sql`insert into agent_name (center_id, name, agent_id) values (${centerId}, ${given.name}, ${agentId}) on conflict do nothing`.execute(
    tx,
  )
  return agentId
}

export async function changeAgent(tx: Tx, centerId: number, agentId: number, change: AgentChange): Promise<void> {
  const result = await sql`
    update agent set name = ${change.name}, team_id = ${change.teamId}, status = ${change.status},
      hired_on = ${change.hiredOn}, left_on = ${change.leftOn}, version = version + 1
    where center_id = ${centerId} and agent_id = ${agentId} and version = ${change.version}
  `.execute(tx)
  if (result.numAffectedRows === 0n) {
    const { rows } = await sql`select 1 from agent where center_id = ${centerId} and agent_id = ${agentId}`.execute(tx)
    throw staleOrMissing(rows.length > 0, 'agent')
  }
  await sql`delete from agent_skill where center_id = ${centerId} and agent_id = ${agentId} and skill_id <> all(${change.skillIds}::integer[])`.execute(
    tx,
  )
  await sql`
    insert into agent_skill (center_id, agent_id, skill_id)
    select ${centerId}, ${agentId}, skill_id from skill where center_id = ${centerId} and skill_id = any(${change.skillIds}::integer[])
    on conflict do nothing
  `.execute(tx)
}

/** Confirms those of the agents who wait for it; resolves to their ids. Throws a 404 problem when one of them is not the centre's. */
export async function confirmAgents(tx: Tx, centerId: number, agentIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ agent_id: number; status: string }>`
    select agent_id, status from agent where center_id = ${centerId} and agent_id = any(${agentIds}::bigint[]) order by agent_id for update
  `.execute(tx)
  if (rows.length < new Set(agentIds).size) throw notFound('agent')
  const waiting = rows.filter(({ status }) => status === 'toConfirm').map(({ agent_id }) => agent_id)
  await sql`
    update agent set status = 'confirmed', version = version + 1 where center_id = ${centerId} and agent_id = any(${waiting}::integer[])
  `.execute(tx)
  return waiting
}

/** Moves names and history of one agent into another; the roll-ups of the hours they touch are due again. */
export async function mergeAgent(tx: Tx, centerId: number, from: number, into: number): Promise<void> {
  if (from === into) throw invalid('sameAgent', 'An agent cannot be merged into herself.', { at: 'body.into' })
  await lockNames(tx, centerId)
  const { rows } =
    await sql`select 1 from agent where center_id = ${centerId} and agent_id in (${from}, ${into})`.execute(tx)
  if (rows.length !== 2) throw notFound('agent')
  await markHoursOf(tx, centerId, from)
  await sql`update contact_leg set agent_id = ${into} where center_id = ${centerId} and agent_id = ${from}`.execute(tx)
  await sql`update agent_state set agent_id = ${into} where center_id = ${centerId} and agent_id = ${from}`.execute(tx)
  await sql`
    update fact_replaced set fact = jsonb_set(fact, '{agent_id}', to_jsonb(${into}::integer))
    where center_id = ${centerId} and fact->'agent_id' = to_jsonb(${from}::integer)
  `.execute(tx)
  await sql`update agent_name set agent_id = ${into} where center_id = ${centerId} and agent_id = ${from}`.execute(tx)
  await sql`update membership set agent_id = ${into} where center_id = ${centerId} and agent_id = ${from}`.execute(tx)
  await moveAgreed(tx, centerId, from, into)
  await sql`delete from agent where center_id = ${centerId} and agent_id = ${from}`.execute(tx)
}

/** What was agreed with her, and days away, go along; whoever has an agreement of her own keeps that, and days away already told. */
async function moveAgreed(tx: Tx, centerId: number, from: number, into: number): Promise<void> {
  for (const table of ['agreement', 'personal_facts'])
    await sql`
      update ${sql.table(table)} set agent_id = ${into} where center_id = ${centerId} and agent_id = ${from}
        and not exists (select 1 from ${sql.table(table)} own where own.center_id = ${centerId} and own.agent_id = ${into})
    `.execute(tx)
  await sql`
    update absence set agent_id = ${into} where center_id = ${centerId} and agent_id = ${from} and not exists (
      select 1 from absence own where own.center_id = ${centerId} and own.agent_id = ${into}
        and own.first_day <= absence.last_day and own.last_day >= absence.first_day)
  `.execute(tx)
  for (const table of ['availability', 'wish'])
    await sql`update ${sql.table(table)} set agent_id = ${into} where center_id = ${centerId} and agent_id = ${from}`.execute(
      tx,
    )
}

/** The hours she was busy or signed in; an open state lasts as long as its source has told. */
async function markHoursOf(tx: Tx, centerId: number, agentId: number): Promise<void> {
  await sql`
    insert into rollup_due (center_id, kind, hour)
    select distinct ${centerId}::integer, kind, hour from (
      select offered_at as starts, offered_at + least(wait_ms + talk_ms + hold_ms + acw_ms, 31622400000) * interval '1 millisecond' as ends
      from contact_leg where center_id = ${centerId} and agent_id = ${agentId}
      union all
      select started_at, coalesce(ended_at, greatest(started_at, seen_until), started_at)
      from agent_state left join source_seen using (center_id, source_id) where center_id = ${centerId} and agent_id = ${agentId}
    ) stretch, generate_series(
      date_bin('1 hour', starts, timestamptz '1970-01-01 00:00Z'), least(ends, starts + ${LONGEST_STATE_MS} * interval '1 millisecond'), '1 hour'
    ) hour cross join (values ('agent'), ('agentTime')) as kinds (kind)
    order by kind, hour on conflict (center_id, kind, hour) do update set hour = excluded.hour
  `.execute(tx)
}
