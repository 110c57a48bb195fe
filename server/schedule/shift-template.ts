import { sql } from 'kysely'

import type { ShiftTemplate, ShiftTemplateChange, ShiftTemplateDraft } from '@pult/contract/schedule-settings'

import { invalid, notFound, staleOrMissing, type Tx } from '../platform/index.ts'

/** Starts, lengths, breaks and weekdays. */
type Shape = Omit<ShiftTemplateDraft, 'name' | 'skillIds' | 'teamIds' | 'isArchived'>

interface TemplateRow extends Omit<ShiftTemplate, keyof Shape> {
  readonly shape: Shape
}

/** True in SQL for a confirmed agent `a` who may work template `t`. */
const mayWork = sql`
  a.status = 'confirmed' and (t.team_ids = '{}' or a.team_id = any(t.team_ids)) and (t.skill_ids = '{}' or exists (
    select 1 from agent_skill s where s.center_id = a.center_id and s.agent_id = a.agent_id and s.skill_id = any(t.skill_ids)))`

export async function listShiftTemplates(tx: Tx, centerId: number): Promise<ShiftTemplate[]> {
  const { rows } = await sql<TemplateRow>`
    select shift_template_id as "shiftTemplateId", name, shape, skill_ids as "skillIds", team_ids as "teamIds",
      is_archived as "isArchived", version,
      (select count(*) from agent a where a.center_id = t.center_id and ${mayWork}) as agents
    from shift_template t where center_id = ${centerId} order by is_archived, name collate names
  `.execute(tx)
  return rows.map(({ shape, ...row }) => ({ ...row, ...shape }))
}

/** Which agents may work which templates that are in use. */
export async function readTemplateAgents(tx: Tx, centerId: number): Promise<ReadonlyMap<number, readonly number[]>> {
  const { rows } = await sql<{ shiftTemplateId: number; agentIds: number[] }>`
    select shift_template_id as "shiftTemplateId",
      array(select a.agent_id::integer from agent a where a.center_id = t.center_id and ${mayWork}) as "agentIds"
    from shift_template t where center_id = ${centerId} and not is_archived
  `.execute(tx)
  return new Map(rows.map(({ shiftTemplateId, agentIds }) => [shiftTemplateId, agentIds]))
}

export async function createShiftTemplate(tx: Tx, centerId: number, draft: ShiftTemplateDraft): Promise<number> {
  refuseImpossible(draft)
  await refuseUnknown(tx, centerId, draft)
  const { rows } = await sql<{ id: number }>`
    insert into shift_template (center_id, name, shape, skill_ids, team_ids, is_archived)
    values (${centerId}, ${draft.name}, ${JSON.stringify(shapeOf(draft))}::jsonb, ${draft.skillIds}::integer[], ${draft.teamIds}::integer[], ${draft.isArchived})
    returning shift_template_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

export async function changeShiftTemplate(
  tx: Tx,
  centerId: number,
  shiftTemplateId: number,
  change: ShiftTemplateChange,
): Promise<void> {
  refuseImpossible(change)
  await refuseUnknown(tx, centerId, change)
  const { numAffectedRows } = await sql`
    update shift_template set name = ${change.name}, shape = ${JSON.stringify(shapeOf(change))}::jsonb, skill_ids = ${change.skillIds}::integer[],
      team_ids = ${change.teamIds}::integer[], is_archived = ${change.isArchived}, version = version + 1
    where center_id = ${centerId} and shift_template_id = ${shiftTemplateId} and version = ${change.version}
  `.execute(tx)
  if (numAffectedRows !== 0n) return
  const { rows } = await sql`
    select 1 from shift_template where center_id = ${centerId} and shift_template_id = ${shiftTemplateId}`.execute(tx)
  throw staleOrMissing(rows.length > 0, 'shift template')
}

function shapeOf(given: Shape): Shape {
  const { startFromMinute, startToMinute, startStepMinutes, lengthFromMinutes, lengthToMinutes, lengthStepMinutes } =
    given
  return {
    startFromMinute,
    startToMinute,
    startStepMinutes,
    lengthFromMinutes,
    lengthToMinutes,
    lengthStepMinutes,
    breaks: given.breaks,
    weekdays: [...new Set(given.weekdays)].toSorted(),
  }
}

/** What no shift could be made from. */
function refuseImpossible(given: Shape): void {
  const refuse = (at: string, sentence: string): never => {
    throw invalid('templateImpossible', `body.${at}: ${sentence}`, { at: `body.${at}` })
  }
  if (given.startToMinute < given.startFromMinute)
    refuse('startToMinute', 'the latest start must not lie before the earliest.')
  if (given.lengthToMinutes < given.lengthFromMinutes)
    refuse('lengthToMinutes', 'the longest shift must not be shorter than the shortest.')
  let free = 0
  for (const [index, { minutes, earliestMinute, latestMinute }] of given.breaks.entries()) {
    const at = `breaks.${index}`
    if (latestMinute < earliestMinute) refuse(`${at}.latestMinute`, 'must not lie before the earliest minute.')
    if (latestMinute < free)
      refuse(`${at}.latestMinute`, 'the break before it ends later: breaks are taken in their order.')
    if (earliestMinute + minutes > given.lengthToMinutes)
      refuse(`${at}.earliestMinute`, 'the break does not fit into even the longest shift.')
    free = Math.max(free, earliestMinute) + minutes
  }
}

async function refuseUnknown(
  tx: Tx,
  centerId: number,
  { skillIds, teamIds }: Pick<ShiftTemplateDraft, 'skillIds' | 'teamIds'>,
): Promise<void> {
  const skills = await sql`
    select 1 from skill where center_id = ${centerId} and skill_id = any(${skillIds}::integer[])`.execute(tx)
  if (skills.rows.length < new Set(skillIds).size) throw notFound('skill')
  const teams = await sql`
    select 1 from team where center_id = ${centerId} and team_id = any(${teamIds}::integer[])`.execute(tx)
  if (teams.rows.length < new Set(teamIds).size) throw notFound('team')
}
