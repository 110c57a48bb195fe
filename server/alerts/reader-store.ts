import { sql } from 'kysely'

import type { QuietHours } from '@pult/contract/alert-words'

import type { Tx } from '../platform/index.ts'

export async function readQuiet(tx: Tx, centerId: number, userId: string): Promise<QuietHours | null> {
  return (await readAllQuiet(tx, centerId)).get(userId) ?? null
}

/** The quiet hours of everybody who has set some. */
export async function readAllQuiet(tx: Tx, centerId: number): Promise<ReadonlyMap<string, QuietHours>> {
  const { rows } = await sql<QuietHours & { userId: string }>`
    select user_id as "userId", quiet_from as from, quiet_to as to from alert_reader
    where center_id = ${centerId} and quiet_from is not null and quiet_to is not null
  `.execute(tx)
  return new Map(rows.map(({ userId, from, to }) => [userId, { from, to }]))
}

export async function setQuiet(tx: Tx, centerId: number, userId: string, quiet: QuietHours | null): Promise<void> {
  await sql`
    insert into alert_reader (center_id, user_id, quiet_from, quiet_to) values (${centerId}, ${userId}, ${quiet?.from ?? null}, ${quiet?.to ?? null})
    on conflict (center_id, user_id) do update set quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to
  `.execute(tx)
}

/** Everything up to this alert has been seen. Never less than before. */
export async function noteSeen(tx: Tx, centerId: number, userId: string, alertId: number): Promise<void> {
  await sql`
    insert into alert_reader (center_id, user_id, seen_until)
    select ${centerId}, ${userId}, raised_at from alert where center_id = ${centerId} and alert_id = ${alertId}
    on conflict (center_id, user_id) do update set seen_until = greatest(alert_reader.seen_until, excluded.seen_until)
  `.execute(tx)
}
