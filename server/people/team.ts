import { sql } from 'kysely'

import type { Skill, Team } from '@pult/contract/people'

import { notFound, staleOrMissing, type Caller, type Tx } from '../platform/index.ts'

export async function listTeams(tx: Tx, caller: Caller): Promise<Team[]> {
  const { rows } = await sql<Team>`
    select team_id as "teamId", name, version,
      array(select s.user_id from team_supervisor s where s.center_id = t.center_id and s.team_id = t.team_id order by 1) as "supervisorIds",
      (select count(*) from agent a where a.center_id = t.center_id and a.team_id = t.team_id and a.status <> 'archived') as agents
    from team t
    where center_id = ${caller.centerId} and (${caller.reach} = 'center' or team_id = any(${caller.teamIds}::integer[]))
    order by name collate names
  `.execute(tx)
  return rows
}

export async function createTeam(tx: Tx, centerId: number, name: string): Promise<number> {
  const { rows } = await sql<{
    team_id: number
  }>`insert into team (center_id, name) values (${centerId}, ${name}) returning team_id`.execute(tx)
  return rows[0]?.team_id ?? 0
}

export async function changeTeam(
  tx: Tx,
  centerId: number,
  teamId: number,
  change: { name: string; supervisorIds: readonly string[]; version: number },
): Promise<void> {
  const result = await sql`
    update team set name = ${change.name}, version = version + 1 where center_id = ${centerId} and team_id = ${teamId} and version = ${change.version}
  `.execute(tx)
  if (result.numAffectedRows === 0n) {
    const { rows } = await sql`select 1 from team where center_id = ${centerId} and team_id = ${teamId}`.execute(tx)
    throw staleOrMissing(rows.length > 0, 'team')
  }
  await sql`delete from team_supervisor where center_id = ${centerId} and team_id = ${teamId}`.execute(tx)
  await sql`
    insert into team_supervisor (center_id, team_id, user_id)
    select ${centerId}, ${teamId}, m.user_id from membership m where m.center_id = ${centerId} and m.user_id = any(${change.supervisorIds}::text[])
  `.execute(tx)
}

export async function listSkills(tx: Tx, centerId: number): Promise<Skill[]> {
  const { rows } = await sql<Skill>`
    select skill_id as "skillId", name,
      array(select q.queue_id from skill_queue q where q.center_id = s.center_id and q.skill_id = s.skill_id order by 1) as "queueIds"
    from skill s where center_id = ${centerId} order by name collate names
  `.execute(tx)
  return rows
}

export async function createSkill(tx: Tx, centerId: number, name: string): Promise<number> {
  const { rows } = await sql<{
    skill_id: number
  }>`insert into skill (center_id, name) values (${centerId}, ${name}) returning skill_id`.execute(tx)
  return rows[0]?.skill_id ?? 0
}

/** Renames it; with `queueIds` those queues alone are the ones it is needed for. */
export async function changeSkill(
  tx: Tx,
  centerId: number,
  skillId: number,
  { name, queueIds }: { readonly name: string; readonly queueIds?: readonly number[] | undefined },
): Promise<void> {
  const { numAffectedRows } = await sql`
    update skill set name = ${name} where center_id = ${centerId} and skill_id = ${skillId}`.execute(tx)
  if (numAffectedRows === 0n) throw notFound('skill')
  if (queueIds === undefined) return
  const known = await sql`
    select 1 from queue where center_id = ${centerId} and queue_id = any(${queueIds}::integer[])`.execute(tx)
  if (known.rows.length < new Set(queueIds).size) throw notFound('queue')
  await sql`delete from skill_queue where center_id = ${centerId} and skill_id = ${skillId}`.execute(tx)
  await sql`
    insert into skill_queue (center_id, skill_id, queue_id)
    select distinct ${centerId}::integer, ${skillId}::integer, unnest(${queueIds}::integer[])
  `.execute(tx)
}

export async function deleteSkill(tx: Tx, centerId: number, skillId: number): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from skill where center_id = ${centerId} and skill_id = ${skillId}`.execute(tx)
  if (numAffectedRows === 0n) throw notFound('skill')
}
