import { sql } from 'kysely'

import type { MailServerDraft, MessageSettings } from '@pult/contract/messages'

import { conflict, type SecretBox, type Tx } from '../platform/index.ts'
import type { MailServer } from './send-mail.ts'

interface MailRow extends Omit<MailServerDraft, 'password'> {
  readonly secret: string | null
}

async function readMailRow(tx: Tx, centerId: number): Promise<MailRow | null> {
  const { rows } = await sql<MailRow>`
    select host, port, security, user_name as "user", secret, from_address as "fromAddress", from_name as "fromName"
    from mail_server where center_id = ${centerId}
  `.execute(tx)
  return rows[0] ?? null
}

/** What may be told of how messages go out: never a secret. */
export async function readMessageSettings(tx: Tx, centerId: number): Promise<MessageSettings> {
  const row = await readMailRow(tx, centerId)
  const hasToken = (await readBotSecret(tx, centerId)) !== null
  if (row === null) return { mail: null, telegram: { hasToken } }
  const { secret, ...mail } = row
  return { mail: { ...mail, hasPassword: secret !== null }, telegram: { hasToken } }
}

const isThisMachine = (host: string): boolean => host === 'localhost' || /^127\.\d+\.\d+\.\d+$/.test(host)

/** Keeps the mail server. The kept password goes only to the server that it was given for. */
export async function keepMailServer(tx: Tx, centerId: number, box: SecretBox, draft: MailServerDraft): Promise<void> {
  const { host, port, security, user, password, fromAddress, fromName } = draft
  const former = await readMailRow(tx, centerId)
  const secret = user === null ? null : password === undefined ? keptFor(former, draft) : box.close({ password })
  if (secret !== null && security === 'open' && !isThisMachine(host))
    throw conflict(
      'passwordInTheOpen',
      `A password does not go to ${host} over an open line: choose TLS or STARTTLS, or leave the user out.`,
    )
  await sql`
    insert into mail_server (center_id, host, port, security, user_name, secret, from_address, from_name)
    values (${centerId}, ${host}, ${port}, ${security}, ${user}, ${secret}, ${fromAddress}, ${fromName})
    on conflict (center_id) do update set host = excluded.host, port = excluded.port, security = excluded.security,
      user_name = excluded.user_name, secret = excluded.secret, from_address = excluded.from_address, from_name = excluded.from_name
  `.execute(tx)
}

function keptFor(former: MailRow | null, { host, user }: MailServerDraft): string {
  const isSame = former !== null && former.host.toLowerCase() === host.toLowerCase() && former.user === user
  if (!isSame || former.secret === null)
    throw conflict(
      'passwordNeeded',
      `Give the password of ${user ?? ''} at ${host}: another server never gets the kept one.`,
    )
  return former.secret
}

export async function forgetMailServer(tx: Tx, centerId: number): Promise<void> {
  await sql`delete from mail_server where center_id = ${centerId}`.execute(tx)
}

/** The mail server with its password; null where there is none, `secretLost` where the key is another one. */
export async function openMailServer(
  tx: Tx,
  centerId: number,
  box: SecretBox,
): Promise<MailServer | 'secretLost' | null> {
  const row = await readMailRow(tx, centerId)
  if (row === null) return null
  const { secret, ...server } = row
  if (secret === null) return { ...server, password: null }
  const password = box.open(secret)?.['password']
  return password === undefined ? 'secretLost' : { ...server, password }
}

async function readBotSecret(tx: Tx, centerId: number): Promise<string | null> {
  const { rows } = await sql<{ secret: string }>`
    select secret from telegram_bot where center_id = ${centerId}`.execute(tx)
  return rows[0]?.secret ?? null
}

export async function keepBotToken(tx: Tx, centerId: number, box: SecretBox, token: string): Promise<void> {
  await sql`
    insert into telegram_bot (center_id, secret) values (${centerId}, ${box.close({ token })})
    on conflict (center_id) do update set secret = excluded.secret
  `.execute(tx)
}

export async function forgetBot(tx: Tx, centerId: number): Promise<void> {
  await sql`delete from telegram_bot where center_id = ${centerId}`.execute(tx)
}

export async function openBotToken(tx: Tx, centerId: number, box: SecretBox): Promise<string | null> {
  const secret = await readBotSecret(tx, centerId)
  // 'secretLost' is no token, and no token is as long.
  return secret === null ? null : (box.open(secret)?.['token'] ?? 'secretLost')
}
