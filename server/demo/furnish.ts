import { sql } from 'kysely'

import type { DemoCenter } from '@pult/engine/demo'

import type { Tx } from '../platform/index.ts'

/** Gives the demonstration's centre its queues, teams, people, skills, pause reasons, targets and notes, all in one transaction. */
export async function furnish(tx: Tx, centerId: number, demo: DemoCenter): Promise<void> {
  for (const queue of demo.queues) await addQueue(tx, centerId, queue)
  await addPeople(tx, centerId, demo)
  for (const { code, name, paid, training } of demo.pauseReasons) {
    await sql`
      with made as (
        insert into pause_reason (center_id, name, kind, paid) values (${centerId}, ${name.ru}, ${training === true ? 'training' : 'pause'}, ${paid}) returning pause_reason_id
      )
      insert into pause_reason_name (center_id, name, pause_reason_id) select ${centerId}, ${code}, pause_reason_id from made
    `.execute(tx)
  }
  await addNote(
    tx,
    centerId,
    demo.outage.date,
    demo.outage.date,
    `Сбой телефонии с ${demo.outage.from}, ${demo.outage.minutes} мин`,
  )
  await addNote(
    tx,
    centerId,
    demo.recordingGap.date,
    demo.recordingGap.date,
    `Записи нет с ${demo.recordingGap.from}: сервер обновляли`,
  )
  await addNote(tx, centerId, demo.badWeek.from, demo.badWeek.to, 'Грипп: болеет треть смены')
}

async function addQueue(tx: Tx, centerId: number, queue: DemoCenter['queues'][number]): Promise<void> {
  await sql`
    with hours as (
      insert into opening_hours (center_id, name, weekly) values (${centerId}, ${queue.name.ru}, ${JSON.stringify(queue.openingHours)}) returning opening_hours_id
    ),
    made as (
      insert into queue (center_id, name, channel, opening_hours_id) select ${centerId}, ${queue.name.ru}, ${queue.channel}, opening_hours_id from hours returning queue_id
    ),
    named as (insert into queue_name (center_id, name, queue_id) select ${centerId}, ${queue.code}, queue_id from made)
    insert into target (center_id, queue_id, measure_id, value, within_seconds, valid_from, created_by)
    select ${centerId}, queue_id, 'serviceLevelNeutral', ${queue.target.fraction}, ${queue.target.withinSeconds}, '1990-01-01', 'system' from made
  `.execute(tx)
}

async function addPeople(tx: Tx, centerId: number, demo: DemoCenter): Promise<void> {
  const teams = await idsByCode(
    tx,
    demo.teams,
    (team) => sql`insert into team (center_id, name) values (${centerId}, ${team.name.ru}) returning team_id as id`,
  )
  const skills = await idsByCode(
    tx,
    demo.skills,
    (skill) => sql`insert into skill (center_id, name) values (${centerId}, ${skill.name.ru}) returning skill_id as id`,
  )
  const agents = await idsByCode(
    tx,
    demo.agents,
    (agent) => sql`
      insert into agent (center_id, name, team_id, hired_on) values (${centerId}, ${agent.name}, ${teams.get(agent.team) ?? null}, ${agent.hiredOn}) returning agent_id as id
    `,
  )
  for (const agent of demo.agents) {
    const agentId = agents.get(agent.code)
    await sql`insert into agent_name (center_id, name, agent_id) values (${centerId}, ${agent.code}, ${agentId})`.execute(
      tx,
    )
    for (const { skill, level } of agent.skills) {
      await sql`
        insert into agent_skill (center_id, agent_id, skill_id, level) values (${centerId}, ${agentId}, ${skills.get(skill)}, ${level}) on conflict do nothing
      `.execute(tx)
    }
  }
}

async function idsByCode<Thing extends { readonly code: string }>(
  tx: Tx,
  things: readonly Thing[],
  insert: (thing: Thing) => ReturnType<typeof sql<{ id: number }>>,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const thing of things) {
    const { rows } = await insert(thing).execute(tx)
    ids.set(thing.code, rows[0]?.id ?? 0)
  }
  return ids
}

async function addNote(tx: Tx, centerId: number, firstDay: string, lastDay: string, text: string): Promise<void> {
  await sql`
    insert into note (center_id, first_day, last_day, text, created_by, created_by_name)
    values (${centerId}, ${firstDay}, ${lastDay}, ${text}, 'system', 'Пульт')
  `.execute(tx)
}
