import { sql } from 'kysely'

import type { Delivery, MessageChannel, MessageStatus } from '@pult/contract/message-words'

import { conflict, isoText, notFound, type Tx } from '../platform/index.ts'
import type { Content, Outcome } from './outcome.ts'

export interface MessageDraft {
  readonly channel: MessageChannel
  readonly address: string
  readonly subject: string
  readonly content: Content
  /** What it belongs to: `digest 3`. */
  readonly about: string
  readonly madeByName: string
}

/** Puts messages in the queue; resolves to their ids. */
export async function keepMessages(tx: Tx, centerId: number, drafts: readonly MessageDraft[]): Promise<number[]> {
  const ids: number[] = []
  for (const { channel, address, subject, content, about, madeByName } of drafts) {
    const { rows } = await sql<{ id: number }>`
      insert into message (center_id, channel, address, subject, content, about, made_by_name)
      values (${centerId}, ${channel}, ${address}, ${subject}, ${JSON.stringify(content)}::jsonb, ${about}, ${madeByName})
      returning message_id as id
    `.execute(tx)
    if (rows[0] !== undefined) ids.push(rows[0].id)
  }
  return ids
}

export interface Claimed {
  readonly channel: MessageChannel
  readonly address: string
  readonly subject: string
  readonly content: Content
  readonly tries: number
  /** The same at every try, and no other message's: a number alone comes again when a backup is restored, and in another Pult. */
  readonly mark: string
}

/** Takes a message that is due for one try; null where it has gone, is not due, or somebody else is at it. */
export async function claimMessage(
  tx: Tx,
  centerId: number,
  messageId: number,
  busySeconds: number,
): Promise<Claimed | null> {
  const { rows } = await sql<Omit<Claimed, 'mark'> & { readonly madeAt: number }>`
    update message set tries = tries + 1, busy_until = now() + make_interval(secs => ${busySeconds})
    where center_id = ${centerId} and message_id = ${messageId} and status = 'waiting' and try_at <= now()
      and (busy_until is null or busy_until < now()) and content is not null
    returning channel, address, subject, content, tries, (extract(epoch from made_at) * 1000)::bigint as "madeAt"
  `.execute(tx)
  if (rows[0] === undefined) return null
  const { madeAt, ...claimed } = rows[0]
  return { ...claimed, mark: `${centerId}.${messageId}.${madeAt.toString(36)}` }
}

/** Writes down how a try went. With `restMs` it waits for the next one. What has gone is kept as a line without its content. */
export async function settleMessage(
  tx: Tx,
  centerId: number,
  messageId: number,
  outcome: Outcome,
  restMs: number | null,
): Promise<void> {
  const status: MessageStatus =
    outcome.kind === 'sent' ? 'sent' : outcome.kind === 'refused' ? 'refused' : restMs === null ? 'givenUp' : 'waiting'
  const problem = outcome.kind === 'sent' ? null : outcome.problem
  await sql`
    update message set status = ${status}, problem = ${problem}, answer = nullif(${outcome.answer}, ''), busy_until = null,
      content = case when ${status} = 'sent' then null else content end,
      try_at = now() + make_interval(secs => ${(restMs ?? 0) / 1000}::double precision),
      settled_at = case when ${status} = 'waiting' then null else now() end
    where center_id = ${centerId} and message_id = ${messageId}
  `.execute(tx)
}

/** Lets a message that did not go be tried anew. */
export async function reviveMessage(tx: Tx, centerId: number, messageId: number): Promise<void> {
  const { rows } = await sql<{ status: MessageStatus }>`
    select status from message where center_id = ${centerId} and message_id = ${messageId} for update`.execute(tx)
  if (rows[0] === undefined) throw notFound('message')
  if (rows[0].status === 'sent') throw conflict('messageHasGone', 'This message has gone already.')
  await sql`
    update message set status = 'waiting', tries = 0, try_at = now(), settled_at = null
    where center_id = ${centerId} and message_id = ${messageId}
  `.execute(tx)
}

const deliveryColumns = sql`
  message_id as "messageId", channel, address, subject, status, tries, problem, answer, made_by_name as "madeByName",
  ${isoText('made_at', 'seconds')} as "madeAt",
  case when status = 'waiting' then ${isoText('try_at', 'seconds')} end as "tryAt",
  ${isoText('settled_at', 'seconds')} as "settledAt"`

/** The log, the newest first, one more than is shown at once. */
export async function listMessages(tx: Tx, centerId: number, before: number | null, most: number): Promise<Delivery[]> {
  const { rows } = await sql<Delivery>`
    select ${deliveryColumns} from message
    where center_id = ${centerId} and (${before}::bigint is null or message_id < ${before}::bigint)
    order by message_id desc limit ${most}
  `.execute(tx)
  return rows
}

/** The latest messages that belong to something. */
export async function messagesAbout(tx: Tx, centerId: number, about: string, most: number): Promise<Delivery[]> {
  const { rows } = await sql<Delivery>`
    select ${deliveryColumns} from message where center_id = ${centerId} and about = ${about} order by message_id desc limit ${most}
  `.execute(tx)
  return rows
}
