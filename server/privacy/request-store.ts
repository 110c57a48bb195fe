import { sql } from 'kysely'

import type { PersonalRequest, RequestChange, RequestDraft } from '@pult/contract/privacy-registers'
import { normalizeCustomer } from '@pult/engine/measures'
import { extendedDue, requestDue } from '@pult/engine/privacy'

import { readCenter } from '../center/index.ts'
import { conflict, invalid, notFound, staleOrMissing, type Caller, type Tx } from '../platform/index.ts'

const MOST = 500

const columns = sql`request_id as "requestId", kind, subject_of as "subjectOf", subject, agent_id as "agentId", asked_by as "askedBy", way,
  asked_on as "askedOn", due_on as "dueOn", is_extended as "isExtended", state, answer, closed_on as "closedOn",
  closed_by_name as "closedByName", made_by_name as "madeByName", version`

/** The open ones first, the one that is due first before them; then the closed ones, newest first. */
export async function listRequests(tx: Tx, centerId: number): Promise<PersonalRequest[]> {
  const { rows } = await sql<PersonalRequest>`
    select ${columns} from personal_request where center_id = ${centerId}
    order by state <> 'open', case when state = 'open' then due_on end, closed_on desc, request_id desc limit ${MOST}
  `.execute(tx)
  return rows
}

export async function createRequest(
  tx: Tx,
  caller: Caller,
  draft: RequestDraft,
): Promise<{ requestId: number; dueOn: string }> {
  const { centerId } = caller
  const { calendar } = await readCenter(tx, centerId)
  const dueOn = requestDue(draft.kind, draft.askedOn, calendar)
  const subject = await subjectOf(tx, centerId, draft)
  const { rows } = await sql<{ id: number }>`
    insert into personal_request (center_id, kind, subject_of, subject, agent_id, asked_by, way, asked_on, due_on, made_by, made_by_name)
    values (${centerId}, ${draft.kind}, ${draft.subjectOf}, ${subject}, ${draft.subjectOf === 'agent' ? draft.agentId : null}::integer,
      ${draft.askedBy}, ${draft.way}, ${draft.askedOn}, ${dueOn}, ${caller.userId}, ${caller.name})
    returning request_id as id
  `.execute(tx)
  return { requestId: rows[0]?.id ?? 0, dueOn }
}

/** A customer by her key, so that her requests are found with her contacts. */
async function subjectOf(tx: Tx, centerId: number, draft: RequestDraft): Promise<string> {
  if (draft.subjectOf === 'customer') return normalizeCustomer(draft.subject)?.slice(0, 300) ?? draft.subject
  if (draft.subjectOf !== 'agent') return draft.subject
  if (draft.agentId === null) throw invalid('agentMissing', 'body.agentId: say which agent.', { at: 'body.agentId' })
  const { rows } = await sql<{ name: string }>`
    select name from agent where center_id = ${centerId} and agent_id = ${draft.agentId}::bigint`.execute(tx)
  if (rows[0] === undefined) throw notFound('agent')
  return rows[0].name
}

export async function changeRequest(
  tx: Tx,
  caller: Caller,
  requestId: number,
  change: RequestChange,
  today: string,
): Promise<void> {
  const { centerId } = caller
  const { rows } = await sql<{ dueOn: string; isExtended: boolean; state: string }>`
    select due_on as "dueOn", is_extended as "isExtended", state from personal_request
    where center_id = ${centerId} and request_id = ${requestId}::bigint and version = ${change.version} for update
  `.execute(tx)
  const [stored] = rows
  if (stored === undefined) throw staleOrMissing(await isThere(tx, centerId, requestId), 'request')
  if (stored.isExtended && !change.isExtended)
    throw conflict('extendedAlready', 'The term of this request was made longer already; that is not taken back.')
  const { calendar } = await readCenter(tx, centerId)
  const dueOn = change.isExtended && !stored.isExtended ? extendedDue(stored.dueOn, calendar) : stored.dueOn
  const isClosed = change.state !== 'open'
  await sql`
    update personal_request set state = ${change.state}, answer = ${change.answer}, is_extended = ${change.isExtended}, due_on = ${dueOn},
      closed_on = case when ${isClosed}::boolean then coalesce(closed_on, ${today}::date) end,
      closed_by_name = case when ${isClosed}::boolean then coalesce(closed_by_name, ${caller.name}) end, version = version + 1
    where center_id = ${centerId} and request_id = ${requestId}::bigint
  `.execute(tx)
}

async function isThere(tx: Tx, centerId: number, requestId: number): Promise<boolean> {
  const { rows } = await sql`
    select 1 from personal_request where center_id = ${centerId} and request_id = ${requestId}::bigint`.execute(tx)
  return rows.length > 0
}

/** Requests of a customer, and holds on her, follow to her pseudonym or her right number; resolves to how many requests. */
export async function moveRequests(tx: Tx, centerId: number, key: string, into: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update personal_request set subject = ${into}, version = version + 1
    where center_id = ${centerId} and subject_of = 'customer' and subject = ${key}
  `.execute(tx)
  await sql`
    update personal_hold set subject = ${into} where center_id = ${centerId} and subject_of = 'customer' and subject = ${key}
  `.execute(tx)
  return Number(numAffectedRows)
}
