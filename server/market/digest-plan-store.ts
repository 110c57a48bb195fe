import { sql } from 'kysely'

import type { DigestPlan, DigestPlanDraft } from '@pult/contract/market-digest'

import { conflict, invalid, isoText, notFound, type Tx } from '../platform/index.ts'
import { readSpecialisation } from './specialisation-store.ts'

export type StoredPlan = Omit<DigestPlan, 'deliveries'> & { readonly madeByName: string }

const planColumns = sql`
  digest_id as "digestId", specialisation_id as "specialisationId", rhythm, day, minute, language, mails, chats,
  array(select m.user_id from market_digest_member m where m.center_id = market_digest.center_id and m.digest_id = market_digest.digest_id
    order by m.user_id) as members, with_posts as "withPosts",
  is_on as "isOn", last_taken_on as "lastTakenOn", made_by_name as "madeByName",
  case when is_on then ${isoText('next_at', 'seconds')} end as "nextAt",
  ${isoText('last_sent_at', 'seconds')} as "lastSentAt"`

export async function listPlans(tx: Tx, centerId: number): Promise<StoredPlan[]> {
  const { rows } = await sql<StoredPlan>`
    select ${planColumns} from market_digest where center_id = ${centerId} order by digest_id`.execute(tx)
  return rows
}

/** Held until the transaction ends: two servers do not send the same digest. */
export async function holdPlan(tx: Tx, centerId: number, digestId: number): Promise<StoredPlan> {
  const { rows } = await sql<StoredPlan>`
    select ${planColumns} from market_digest where center_id = ${centerId} and digest_id = ${digestId} for update
  `.execute(tx)
  if (rows[0] === undefined) throw notFound('digest')
  return rows[0]
}

const MOST = 50

export async function createPlan(
  tx: Tx,
  centerId: number,
  draft: DigestPlanDraft,
  { nextAt, madeByName }: { readonly nextAt: number; readonly madeByName: string },
): Promise<number> {
  await readSpecialisation(tx, centerId, draft.specialisationId)
  const { rows: there } = await sql<{ n: number }>`
    select count(*) as n from market_digest where center_id = ${centerId}`.execute(tx)
  if ((there[0]?.n ?? 0) >= MOST)
    throw conflict('tooManyDigests', `A centre sends ${MOST} digests at most: delete one first.`)
  const { specialisationId, rhythm, day, minute, language, mails, chats, withPosts, isOn } = draft
  const { rows } = await sql<{ id: number }>`
    insert into market_digest (center_id, specialisation_id, rhythm, day, minute, language, mails, chats, with_posts, is_on, next_at, made_by_name)
    values (${centerId}, ${specialisationId}, ${rhythm}, ${day}, ${minute}, ${language}, ${mails}::text[], ${chats}::text[], ${withPosts}, ${isOn},
      ${new Date(nextAt)}, ${madeByName}) returning digest_id as id
  `.execute(tx)
  const digestId = rows[0]?.id ?? 0
  await keepMembers(tx, centerId, digestId, draft.members)
  return digestId
}

/** Whoever loses her place in the centre goes off the list with it. */
async function keepMembers(tx: Tx, centerId: number, digestId: number, members: readonly string[]): Promise<void> {
  const userIds = [...new Set(members)]
  await sql`delete from market_digest_member where center_id = ${centerId} and digest_id = ${digestId}`.execute(tx)
  const { numAffectedRows } = await sql`
    insert into market_digest_member (center_id, digest_id, user_id)
    select center_id, ${digestId}::bigint, user_id from membership where center_id = ${centerId} and user_id = any(${userIds}::text[])
  `.execute(tx)
  if (Number(numAffectedRows ?? 0n) < userIds.length)
    throw invalid('memberUnknown', 'body.members: somebody of these has no place in the centre.', {
      at: 'body.members',
    })
}

export async function changePlan(
  tx: Tx,
  centerId: number,
  digestId: number,
  draft: DigestPlanDraft,
  nextAt: number,
): Promise<void> {
  const former = await holdPlan(tx, centerId, digestId)
  const { specialisationId, rhythm, day, minute, language, mails, chats, withPosts, isOn } = draft
  await readSpecialisation(tx, centerId, specialisationId)
  // What was told of another specialisation is nothing to go on from.
  const isSame = former.specialisationId === specialisationId
  await sql`
    update market_digest set specialisation_id = ${specialisationId}, rhythm = ${rhythm}, day = ${day}, minute = ${minute}, language = ${language},
      mails = ${mails}::text[], chats = ${chats}::text[], with_posts = ${withPosts}, is_on = ${isOn}, next_at = ${new Date(nextAt)},
      last_taken_on = case when ${isSame}::boolean then last_taken_on end
    where center_id = ${centerId} and digest_id = ${digestId}
  `.execute(tx)
  await keepMembers(tx, centerId, digestId, draft.members)
}

export async function deletePlan(tx: Tx, centerId: number, digestId: number): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from market_digest where center_id = ${centerId} and digest_id = ${digestId}`.execute(tx)
  if (numAffectedRows !== 1n) throw notFound('digest')
}

/** Remembers what was told, and when it is due next. */
export async function notePlan(
  tx: Tx,
  centerId: number,
  digestId: number,
  { takenOn, nextAt }: { readonly takenOn: string | null; readonly nextAt: number },
): Promise<void> {
  await sql`
    update market_digest set last_taken_on = coalesce(${takenOn}::date, last_taken_on), last_sent_at = now(), next_at = ${new Date(nextAt)}
    where center_id = ${centerId} and digest_id = ${digestId}
  `.execute(tx)
}
