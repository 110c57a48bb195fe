import { sql, type RawBuilder } from 'kysely'

import type { Hold, HoldDraft } from '@pult/contract/privacy-registers'
import { normalizeCustomer } from '@pult/engine/measures'

import { invalid, isoText, notFound, type Caller, type Tx } from '../platform/index.ts'

/** Why nothing of this person may be removed now; null where nothing stands in the way. */
export async function heldBecause(
  tx: Tx,
  centerId: number,
  { customerKey, agentId }: { readonly customerKey: string | null; readonly agentId: number | null },
): Promise<string | null> {
  const { rows } = await sql<{ reason: string }>`
    select reason from personal_hold
    where center_id = ${centerId} and lifted_at is null and (subject_of = 'everybody'
      or (subject_of = 'customer' and subject = ${customerKey}::text) or (subject_of = 'agent' and agent_id = ${agentId}::integer))
    order by hold_id limit 1
  `.execute(tx)
  return rows[0]?.reason ?? null
}

/** That no hold stands on the customer or the agent of a row; told by the columns that hold them. A hold on everybody is asked for before. */
export function notHeld(
  centerId: number,
  { customer, agent }: { readonly customer?: string; readonly agent?: string },
): RawBuilder<unknown> {
  const either = [
    ...(customer === undefined ? [] : [sql`(h.subject_of = 'customer' and h.subject = ${sql.ref(customer)})`]),
    ...(agent === undefined ? [] : [sql`(h.subject_of = 'agent' and h.agent_id = ${sql.ref(agent)})`]),
  ]
  return sql`not exists (
    select 1 from personal_hold h where h.center_id = ${centerId} and h.lifted_at is null and (${sql.join(either, sql` or `)}))`
}

export async function listHolds(tx: Tx, centerId: number): Promise<Hold[]> {
  const { rows } = await sql<Hold>`
    select hold_id as "holdId", subject_of as "subjectOf", coalesce(a.name, h.subject) as subject, reason, made_by_name as "madeByName",
      ${isoText('made_at')} as "madeAt", lifted_by_name as "liftedByName",
      ${isoText('lifted_at')} as "liftedAt"
    from personal_hold h left join agent a on a.center_id = h.center_id and a.agent_id = h.agent_id
    where h.center_id = ${centerId} order by lifted_at is not null, hold_id desc limit 500
  `.execute(tx)
  return rows
}

export async function createHold(tx: Tx, caller: Caller, draft: HoldDraft): Promise<number> {
  const { centerId } = caller
  const key = draft.subjectOf === 'customer' ? normalizeCustomer(draft.subject) : ''
  if (key === null)
    throw invalid('noCustomer', 'body.subject: this is no number or address of a customer.', { at: 'body.subject' })
  if (draft.subjectOf === 'agent') await refuseUnknownAgent(tx, centerId, draft.agentId)
  const { rows } = await sql<{ id: number }>`
    insert into personal_hold (center_id, subject_of, subject, agent_id, reason, made_by_name)
    values (${centerId}, ${draft.subjectOf}, ${key}, ${draft.subjectOf === 'agent' ? draft.agentId : null}::integer, ${draft.reason}, ${caller.name})
    returning hold_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

async function refuseUnknownAgent(tx: Tx, centerId: number, agentId: number | null): Promise<void> {
  const { rows } = await sql`
    select 1 from agent where center_id = ${centerId} and agent_id = ${agentId ?? 0}::bigint`.execute(tx)
  if (rows.length === 0) throw notFound('agent')
}

export async function liftHold(tx: Tx, caller: Caller, holdId: number): Promise<void> {
  const { numAffectedRows } = await sql`
    update personal_hold set lifted_at = now(), lifted_by_name = ${caller.name}
    where center_id = ${caller.centerId} and hold_id = ${holdId}::bigint and lifted_at is null
  `.execute(tx)
  if (numAffectedRows === 0n) throw notFound('hold')
}
