import { sql } from 'kysely'

import type { MessageProblem } from '@pult/contract/message-words'

import { lookEvery, type Platform, type Round, type SecretBox } from '../platform/index.ts'
import { claimMessage, settleMessage, type Claimed } from './message-store.ts'
import type { Outcome } from './outcome.ts'
import { sendMail } from './send-mail.ts'
import { sendTelegram } from './send-telegram.ts'
import { sendWebhook } from './send-webhook.ts'
import { openBotToken, openMailServer } from './settings-store.ts'
import { openWebhook } from './webhook-store.ts'

export interface PostOfficePorts {
  readonly box: SecretBox
  readonly telegramAddress: string
  readonly patienceMs: number
  /** The rest after the first try; each next one is four times as long. */
  readonly restMs: number
  /** Whether webhooks may go into the installation's own network. */
  readonly privateWebhooks: boolean
}

export interface MessageJob {
  readonly centerId: number
  readonly messageId: number
}

const MOST_TRIES = 6
const REST_GROWS = 4
/** Longer than any try takes. */
const BUSY_SECONDS = 15 * 60
const KEPT_DAYS = 90
const LOOK_EVERY_MS = 60_000

/** Tries one message once; what may go later is put in the queue again. */
export async function tryMessage(
  { database, jobs, live }: Platform,
  ports: PostOfficePorts,
  { centerId, messageId }: MessageJob,
  signal: AbortSignal,
): Promise<void> {
  const claimed = await database.inCenter({ centerId }, (tx) => claimMessage(tx, centerId, messageId, BUSY_SECONDS))
  if (claimed === null) return
  const outcome = await send({ database }, ports, centerId, claimed, signal)
  const rest = ports.restMs * REST_GROWS ** (claimed.tries - 1)
  const restMs = outcome.kind === 'later' && claimed.tries < MOST_TRIES ? Math.max(rest, outcome.afterMs ?? 0) : null
  await database.inCenter({ centerId }, async (tx) => {
    await settleMessage(tx, centerId, messageId, outcome, restMs)
    await live.announce(tx, { centerId, topic: 'messages', id: messageId })
  })
  if (restMs !== null) await jobs.send('messageSend', { centerId, messageId }, { afterMs: restMs })
}

const notGone = (problem: MessageProblem): Outcome => ({ kind: 'refused', problem, answer: '' })

async function send(
  { database }: Pick<Platform, 'database'>,
  { box, telegramAddress, patienceMs, privateWebhooks }: PostOfficePorts,
  centerId: number,
  { channel, address, subject, content, mark }: Claimed,
  signal: AbortSignal,
): Promise<Outcome> {
  if (channel === 'telegram') {
    const token = await database.inCenter({ centerId }, (tx) => openBotToken(tx, centerId, box))
    if (token === null) return notGone('notSetUp')
    if (token === 'secretLost') return notGone('secretLost')
    return sendTelegram({ address: telegramAddress, token }, { chat: address, text: content.text }, patienceMs, signal)
  }
  if (channel === 'webhook') {
    const webhook = await database.inCenter({ centerId }, (tx) => openWebhook(tx, centerId, box, address))
    if (webhook === null) return notGone('notSetUp')
    if (webhook === 'secretLost') return notGone('secretLost')
    const post = { body: content.text, delivery: mark, now: Date.now() }
    return sendWebhook(webhook, post, { patienceMs, toPrivate: privateWebhooks }, signal)
  }
  const server = await database.inCenter({ centerId }, (tx) => openMailServer(tx, centerId, box))
  if (server === null) return notGone('notSetUp')
  if (server === 'secretLost') return notGone('secretLost')
  const domain = server.fromAddress.split('@')[1] ?? 'localhost'
  const letter = { address, subject, content, messageId: `<pult.${mark}@${domain}>` }
  return sendMail(server, letter, patienceMs, signal)
}

/** Looks every minute for messages whose turn was missed while no server ran, and forgets old lines of the log. */
export function createPostOffice({ database, jobs, log }: Platform): Round {
  async function look(): Promise<void> {
    // As the owner: what is overdue is asked over all centres.
    const overdue = await database.asOwner(async (tx) => {
      await sql`delete from message where settled_at < now() - make_interval(days => ${KEPT_DAYS})`.execute(tx)
      const { rows } = await sql<MessageJob>`
        select center_id as "centerId", message_id as "messageId" from message
        where status = 'waiting' and greatest(try_at, coalesce(busy_until, try_at)) < now() - interval '2 minutes'
      `.execute(tx)
      return rows
    })
    for (const job of overdue) await jobs.send('messageSend', { ...job })
  }
  return lookEvery(LOOK_EVERY_MS, look, (error) =>
    log.warn({ err: error }, 'messages that wait could not be looked at; trying again later'),
  )
}
