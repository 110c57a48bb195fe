import { sql } from 'kysely'

import { demoWork, type DemoCenter } from '@pult/engine/demo'
import type { LocalDate } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'

const MAKER = 'Пульт'

/** Gives the demonstration's people agreements, leave, lessons and wishes, skills their queues, and rosters their shift templates. */
export async function furnishWork(tx: Tx, centerId: number, demo: DemoCenter): Promise<void> {
  const work = demoWork(demo.agents, demo.anchorDate)
  await addSkillQueues(tx, centerId, demo)
  await addAgreements(tx, centerId, work.agreements)
  await addTimes(tx, centerId, work, demo.anchorDate)
  await addTemplates(tx, centerId, demo, work)
}

/**
 * The same for a demonstration that is older than all that: only where a person has entered nothing of a kind yet, with leave and wishes
 * around the day.
 */
export async function furnishMissingWork(tx: Tx, centerId: number, demo: DemoCenter, today: LocalDate): Promise<void> {
  const work = demoWork(demo.agents, today)
  const isEmpty = async (table: string): Promise<boolean> => {
    const { rows } = await sql`select 1 from ${sql.table(table)} where center_id = ${centerId} limit 1`.execute(tx)
    return rows.length === 0
  }
  if (await isEmpty('skill_queue')) await addSkillQueues(tx, centerId, demo)
  if (await isEmpty('shift_template')) await addTemplates(tx, centerId, demo, work)
  if (!(await isEmpty('agreement')) || !(await isEmpty('personal_facts'))) return
  await addAgreements(tx, centerId, work.agreements)
  const ofTime = ['absence', 'wish', 'availability']
  for (const table of ofTime) if (!(await isEmpty(table))) return
  await addTimes(tx, centerId, work, today)
}

type Work = ReturnType<typeof demoWork>

async function addSkillQueues(tx: Tx, centerId: number, demo: DemoCenter): Promise<void> {
  await sql`
    insert into skill_queue (center_id, skill_id, queue_id)
    select ${centerId}, s.skill_id, n.queue_id
    from jsonb_to_recordset(${JSON.stringify(demo.skills.map(({ name, queue }) => ({ name: name.ru, queue })))}::jsonb) as given (name text, queue text)
      join skill s on s.center_id = ${centerId} and s.name = given.name
      join queue_name n on n.center_id = ${centerId} and n.name = given.queue
    on conflict do nothing
  `.execute(tx)
}

/** Leave, wishes, and lessons that have gone on for a while. */
async function addTimes(tx: Tx, centerId: number, work: Work, today: LocalDate): Promise<void> {
  await sql`
    insert into absence (center_id, agent_id, kind, first_day, last_day, made_by_name)
    select ${centerId}, n.agent_id, kind, "firstDay", "lastDay", ${MAKER}
    from jsonb_to_recordset(${JSON.stringify(work.absences)}::jsonb) as given (agent text, kind text, "firstDay" date, "lastDay" date)
      join agent_name n on n.center_id = ${centerId} and n.name = given.agent
  `.execute(tx)
  await sql`
    insert into wish (center_id, agent_id, kind, first_day, last_day, minute, importance, made_by_name)
    select ${centerId}, n.agent_id, kind, "firstDay", "firstDay", minute, importance, ${MAKER}
    from jsonb_to_recordset(${JSON.stringify(work.wishes)}::jsonb) as given (agent text, kind text, "firstDay" date, minute smallint, importance smallint)
      join agent_name n on n.center_id = ${centerId} and n.name = given.agent
  `.execute(tx)
  for (const { agent, weekdays, fromMinute, toMinute } of work.lessons)
    await sql`
      insert into availability (center_id, agent_id, kind, valid_from, weekdays, from_minute, to_minute)
      select ${centerId}, agent_id, 'study', ${today}::date - 90, ${weekdays}::smallint[], ${fromMinute}, ${toMinute}
      from agent_name where center_id = ${centerId} and name = ${agent}
    `.execute(tx)
}

async function addTemplates(tx: Tx, centerId: number, demo: DemoCenter, work: Work): Promise<void> {
  for (const { name, patterns, ...times } of work.templates) {
    const shape = { ...times, startStepMinutes: 30, lengthStepMinutes: 60, weekdays: [1, 2, 3, 4, 5, 6, 7] }
    const codes = new Set(demo.agents.filter(({ pattern }) => patterns.includes(pattern)).map(({ team }) => team))
    const teams = demo.teams.filter(({ code }) => codes.has(code)).map((team) => team.name.ru)
    await sql`
      insert into shift_template (center_id, name, shape, team_ids)
      select ${centerId}, ${name.ru}, ${JSON.stringify(shape)}::jsonb, array(
        select team_id::integer from team where center_id = ${centerId} and name = any(${teams}::text[]))
    `.execute(tx)
  }
}

async function addAgreements(tx: Tx, centerId: number, agreements: Work['agreements']): Promise<void> {
  const given = agreements.map(({ agent, from, costPerHour, bornOn, groups, ...own }) => {
    const terms = {
      ...own,
      jurisdiction: 'RU',
      weekHours: 40,
      isNightWorkEqualised: own.weekPattern === 'shifts',
      isSideJob: false,
      minShiftHours: null,
      maxShiftHours: 12,
      minWeekHours: null,
      maxWeekHours: null,
    }
    return { agent, from, costPerHour, bornOn, groups: groups.map((group) => ({ ...group, to: null })), terms }
  })
  const rows = sql`jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (agent text, "from" date, "costPerHour" double precision,
    "bornOn" date, groups jsonb, terms jsonb) join agent_name n on n.center_id = ${centerId} and n.name = given.agent`
  await sql`
    insert into agreement (center_id, agent_id, valid_from, terms, cost_per_hour)
    select ${centerId}, n.agent_id, "from", terms, "costPerHour" from ${rows}
  `.execute(tx)
  await sql`
    insert into personal_facts (center_id, agent_id, born_on, groups)
    select ${centerId}, n.agent_id, "bornOn", groups from ${rows}
  `.execute(tx)
}
