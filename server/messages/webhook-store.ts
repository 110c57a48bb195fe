import { randomBytes } from 'node:crypto'

import { sql } from 'kysely'

import type { WebhookDraft, WebhookLine } from '@pult/contract/messages'

import { conflict, isoText, notFound, type SecretBox, type Tx } from '../platform/index.ts'
import type { Webhook } from './send-webhook.ts'

const SECRET_BYTES = 32
const MOST = 20

export async function listWebhooks(tx: Tx, centerId: number): Promise<WebhookLine[]> {
  const { rows } = await sql<WebhookLine>`
    select webhook_id as "webhookId", name, url, made_by_name as "madeByName",
      ${isoText('made_at', 'seconds')} as "madeAt"
    from webhook where center_id = ${centerId} order by name collate names, webhook_id
  `.execute(tx)
  return rows
}

/** Keeps an address with a secret that is made here, and told this once. */
export async function createWebhook(
  tx: Tx,
  centerId: number,
  box: SecretBox,
  { name, url, madeByName }: WebhookDraft & { readonly madeByName: string },
): Promise<{ readonly webhookId: number; readonly secret: string }> {
  const known = await listWebhooks(tx, centerId)
  if (known.length >= MOST)
    throw conflict('tooManyWebhooks', `A centre keeps ${MOST} webhooks at most: delete one first.`)
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  const { rows } = await sql<{ id: number }>`
    insert into webhook (center_id, name, url, secret, made_by_name)
    values (${centerId}, ${name}, ${url}, ${box.close({ secret })}, ${madeByName}) on conflict (center_id, url) do nothing returning webhook_id as id
  `.execute(tx)
  if (rows[0] === undefined) throw conflict('webhookKnown', 'This address is a webhook of the centre already.')
  return { webhookId: rows[0].id, secret }
}

export async function readWebhook(tx: Tx, centerId: number, webhookId: number): Promise<WebhookLine> {
  const found = (await listWebhooks(tx, centerId)).find((one) => one.webhookId === webhookId)
  if (found === undefined) throw notFound('webhook')
  return found
}

export async function deleteWebhook(tx: Tx, centerId: number, webhookId: number): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from webhook where center_id = ${centerId} and webhook_id = ${webhookId}`.execute(tx)
  if (numAffectedRows !== 1n) throw notFound('webhook')
}

/** The webhook of an address with its secret; null where there is none any more, `secretLost` where the key is another one. */
export async function openWebhook(
  tx: Tx,
  centerId: number,
  box: SecretBox,
  url: string,
): Promise<Webhook | 'secretLost' | null> {
  const { rows } = await sql<{ secret: string }>`
    select secret from webhook where center_id = ${centerId} and url = ${url}`.execute(tx)
  if (rows[0] === undefined) return null
  const secret = box.open(rows[0].secret)?.['secret']
  return secret === undefined ? 'secretLost' : { url, secret }
}
