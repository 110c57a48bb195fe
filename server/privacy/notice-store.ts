import { sql } from 'kysely'

import type { Notice, NoticeDraft, Telling, Told } from '@pult/contract/privacy-notices'

import { invalid, notFound, type Caller, type Tx } from '../platform/index.ts'

const MOST = 200

export async function listNotices(tx: Tx, centerId: number): Promise<Notice[]> {
  const { rows } = await sql<Notice>`
    select notice_id as "noticeId", audience, channel, name, version, wording, valid_from as "validFrom", made_by_name as "madeByName",
      (select count(*) from notice_told t join agent a using (center_id, agent_id)
        where t.center_id = n.center_id and t.notice_id = n.notice_id and a.status <> 'archived') as told,
      (select count(*) from agent a where a.center_id = n.center_id and a.status <> 'archived') as agents
    from notice n where center_id = ${centerId} order by valid_from desc, notice_id desc limit ${MOST}
  `.execute(tx)
  return rows
}

export async function createNotice(tx: Tx, caller: Caller, draft: NoticeDraft): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into notice (center_id, audience, channel, name, version, wording, valid_from, made_by_name)
    values (${caller.centerId}, ${draft.audience}, ${draft.audience === 'agents' ? null : draft.channel}, ${draft.name}, ${draft.version},
      ${draft.wording}, ${draft.validFrom}, ${caller.name})
    returning notice_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

async function refuseUnknown(tx: Tx, centerId: number, noticeId: number): Promise<void> {
  const { rows } = await sql<{ audience: string }>`
    select audience from notice where center_id = ${centerId} and notice_id = ${noticeId}::bigint`.execute(tx)
  if (rows[0] === undefined) throw notFound('notice')
  if (rows[0].audience !== 'agents')
    throw invalid('notForAgents', 'This notice is for customers; agents are not told by it.')
}

/** Everybody who works here or was told, by name. */
export async function listTold(tx: Tx, centerId: number, noticeId: number): Promise<Told[]> {
  await refuseUnknown(tx, centerId, noticeId)
  const { rows } = await sql<Told>`
    select a.agent_id as "agentId", a.name as agent, t.told_on as "toldOn", coalesce(t.how, '') as how, t.made_by_name as "madeByName"
    from agent a left join notice_told t on t.center_id = a.center_id and t.agent_id = a.agent_id and t.notice_id = ${noticeId}::bigint
    where a.center_id = ${centerId} and (a.status <> 'archived' or t.told_on is not null)
    order by t.told_on is not null, a.name collate names
  `.execute(tx)
  return rows
}

/** Who was told already keeps her first day. */
export async function tellAgents(tx: Tx, caller: Caller, noticeId: number, telling: Telling): Promise<void> {
  const { centerId } = caller
  await refuseUnknown(tx, centerId, noticeId)
  const { rows } = await sql`
    select 1 from agent where center_id = ${centerId} and agent_id = any(${telling.agentIds}::bigint[])`.execute(tx)
  if (rows.length < new Set(telling.agentIds).size) throw notFound('agent')
  await sql`
    insert into notice_told (center_id, notice_id, agent_id, told_on, how, made_by_name)
    select distinct ${centerId}::integer, ${noticeId}::bigint, agent_id, ${telling.toldOn}::date, ${telling.how}::text, ${caller.name}::text
    from unnest(${telling.agentIds}::integer[]) agent_id
    on conflict (center_id, notice_id, agent_id) do nothing
  `.execute(tx)
}
