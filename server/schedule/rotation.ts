import { sql } from 'kysely'

import type { Rotation, RotationChange, RotationDraft } from '@pult/contract/schedule-settings'

import { invalid, notFound, staleOrMissing, type Tx } from '../platform/index.ts'

export async function listRotations(tx: Tx, centerId: number): Promise<Rotation[]> {
  const { rows } = await sql<Rotation>`
    select rotation_id as "rotationId", name, weeks, version, coalesce((
        select jsonb_agg(jsonb_build_object('agentId', a.agent_id, 'from', a.valid_from, 'to', a.valid_to, 'offsetWeeks', a.offset_weeks, 'isFixed', a.is_fixed)
          order by a.agent_id, a.valid_from)
        from rotation_agent a where a.center_id = r.center_id and a.rotation_id = r.rotation_id), '[]') as agents
    from rotation r where center_id = ${centerId} order by name collate names
  `.execute(tx)
  return rows
}

export async function createRotation(tx: Tx, centerId: number, draft: RotationDraft): Promise<number> {
  await refuseUnknown(tx, centerId, draft)
  const { rows } = await sql<{ id: number }>`
    insert into rotation (center_id, name, weeks) values (${centerId}, ${draft.name}, ${JSON.stringify(draft.weeks)}::jsonb)
    returning rotation_id as id
  `.execute(tx)
  const rotationId = rows[0]?.id ?? 0
  await keepAgents(tx, centerId, rotationId, draft)
  return rotationId
}

export async function changeRotation(
  tx: Tx,
  centerId: number,
  rotationId: number,
  change: RotationChange,
): Promise<void> {
  await refuseUnknown(tx, centerId, change)
  const { numAffectedRows } = await sql`
    update rotation set name = ${change.name}, weeks = ${JSON.stringify(change.weeks)}::jsonb, version = version + 1
    where center_id = ${centerId} and rotation_id = ${rotationId} and version = ${change.version}
  `.execute(tx)
  if (numAffectedRows === 0n) {
    const found = await sql`
      select 1 from rotation where center_id = ${centerId} and rotation_id = ${rotationId}`.execute(tx)
    throw staleOrMissing(found.rows.length > 0, 'rotation')
  }
  await sql`delete from rotation_agent where center_id = ${centerId} and rotation_id = ${rotationId}`.execute(tx)
  await keepAgents(tx, centerId, rotationId, change)
}

export async function deleteRotation(tx: Tx, centerId: number, rotationId: number): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from rotation where center_id = ${centerId} and rotation_id = ${rotationId}`.execute(tx)
  if (numAffectedRows === 0n) throw notFound('rotation')
}

async function keepAgents(tx: Tx, centerId: number, rotationId: number, { agents }: RotationDraft): Promise<void> {
  await sql`
    insert into rotation_agent (center_id, rotation_id, agent_id, valid_from, valid_to, offset_weeks, is_fixed)
    select ${centerId}, ${rotationId}, "agentId", "from", "to", "offsetWeeks", "isFixed"
    from jsonb_to_recordset(${JSON.stringify(agents)}::jsonb)
      as walker ("agentId" integer, "from" date, "to" date, "offsetWeeks" smallint, "isFixed" boolean)
  `.execute(tx)
}

async function refuseUnknown(tx: Tx, centerId: number, { agents, weeks }: RotationDraft): Promise<void> {
  for (const [index, { agentId, from, to }] of agents.entries()) {
    if (to !== null && to < from)
      throw invalid('periodBackwards', `body.agents.${index}.to: must not lie before the first day.`)
    const twice = agents.some(
      (other, at) =>
        at < index &&
        other.agentId === agentId &&
        (other.to === null || other.to >= from) &&
        (to === null || other.from <= to),
    )
    if (twice)
      throw invalid('agentTwice', `body.agents.${index}: she walks through the pattern twice on the same days.`)
  }
  const ids = [...new Set(agents.map(({ agentId }) => agentId))]
  const found = await sql`
    select 1 from agent where center_id = ${centerId} and agent_id = any(${ids}::integer[])`.execute(tx)
  if (found.rows.length < ids.length) throw notFound('agent')
  const templates = [...new Set(weeks.flat().filter((one) => one !== null))]
  const known = await sql`
    select 1 from shift_template where center_id = ${centerId} and shift_template_id = any(${templates}::bigint[])`.execute(
    tx,
  )
  if (known.rows.length < templates.length) throw notFound('shift template')
}
