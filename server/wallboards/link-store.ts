import { sql } from 'kysely'

import { Scheme } from '@pult/contract/wallboards'
import { addDays, createZone } from '@pult/engine/time'

import { hashSecret, newSecret, sameSecret } from '../access/index.ts'
import { readCenter } from '../center/index.ts'
import { RequestProblem, unprocessable, type Tx } from '../platform/index.ts'
import { formatLinkToken, type LinkToken } from './link-token.ts'

/** Makes a board's link, in place of a former one; resolves to what stands in its address, told this once. */
export async function makeLink(
  tx: Tx,
  { centerId, wallboardId }: Pick<LinkToken, 'centerId' | 'wallboardId'>,
  { lastDay, byName, now }: { readonly lastDay: string | null; readonly byName: string; readonly now: number },
): Promise<string> {
  const zone = createZone((await readCenter(tx, centerId)).timeZone)
  if (lastDay !== null && lastDay < zone.localDate(now))
    throw unprocessable('lastDayOver', `The last day, ${lastDay}, is over already.`, { at: 'body.lastDay' })
  const endsAt = lastDay === null ? null : new Date(zone.startOfDay(addDays(lastDay, 1))).toISOString()
  const secret = newSecret()
  await sql`
    insert into wallboard_link (center_id, wallboard_id, secret_hash, made_by_name, last_day, ends_at)
    values (${centerId}, ${wallboardId}, ${hashSecret(secret)}, ${byName}, ${lastDay}::date, ${endsAt}::timestamptz)
    on conflict (center_id, wallboard_id) do update set secret_hash = excluded.secret_hash, made_by_name = excluded.made_by_name, made_at = now(),
      last_day = excluded.last_day, ends_at = excluded.ends_at, last_opened_at = null, told_day = null
  `.execute(tx)
  return formatLinkToken({ centerId, wallboardId, secret })
}

/** Resolves to whether there was one. */
export async function revokeLink(tx: Tx, centerId: number, wallboardId: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from wallboard_link where center_id = ${centerId} and wallboard_id = ${wallboardId}
  `.execute(tx)
  return numAffectedRows === 1n
}

/** A board whose link holds now. */
export interface LinkedBoard {
  readonly scheme: Scheme
  readonly opens: (secret: string) => boolean
}

/** Null where the board has no link that holds. */
export async function readLinked(tx: Tx, centerId: number, wallboardId: number): Promise<LinkedBoard | null> {
  const { rows } = await sql<{ scheme: unknown; hash: Buffer }>`
    select scheme, secret_hash as hash from wallboard_link join wallboard using (center_id, wallboard_id)
    where center_id = ${centerId} and wallboard_id = ${wallboardId} and (ends_at is null or ends_at > now())
  `.execute(tx)
  const [found] = rows
  if (found === undefined) return null
  return { scheme: Scheme.parse(found.scheme), opens: (secret) => sameSecret(secret, found.hash) }
}

/** Notes that a screen was opened; resolves to whether it is the first time on this day. */
export async function noteOpening(
  tx: Tx,
  { centerId, wallboardId }: Pick<LinkToken, 'centerId' | 'wallboardId'>,
  now: number,
): Promise<boolean> {
  const day = createZone((await readCenter(tx, centerId)).timeZone).localDate(now)
  const here = sql`center_id = ${centerId} and wallboard_id = ${wallboardId}`
  const { numAffectedRows } = await sql`
    update wallboard_link set last_opened_at = now(), told_day = ${day}::date where ${here} and told_day is distinct from ${day}::date
  `.execute(tx)
  if (numAffectedRows === 1n) return true
  // Screens come back by themselves after each break of the line: once a minute is enough to see that it is used.
  await sql`
    update wallboard_link set last_opened_at = now() where ${here} and last_opened_at < now() - interval '1 minute'
  `.execute(tx)
  return false
}

export const linkGone = (): RequestProblem =>
  new RequestProblem(
    404,
    'wallLinkGone',
    'This link opens no wallboard: it was revoked or replaced, its last day is over, or a letter of it is missing.',
  )
