import { sql } from 'kysely'

import type { AuditEntry, Caller, Tx } from '../platform/index.ts'

/** Writes one line, in the transaction of the act: both happen or neither. */
export async function writeAudit(
  tx: Tx,
  caller: Pick<Caller, 'userId' | 'kind' | 'name' | 'centerId'>,
  entry: AuditEntry,
): Promise<void> {
  const kind = caller.userId === 'system' ? 'system' : caller.kind
  const detail = JSON.stringify(entry.detail ?? {})
  await sql`
    insert into audit (center_id, user_id, user_name, kind, act, subject, detail)
    select ${caller.centerId}, ${caller.userId}, ${caller.name}, ${kind}, ${entry.act}, ${entry.subject}, ${detail}::jsonb
    where ${entry.onceInMinutes ?? 0}::integer = 0 or not exists (
      select from audit a where a.center_id = ${caller.centerId} and a.at > now() - make_interval(mins => ${entry.onceInMinutes ?? 0}::integer)
        and a.user_id = ${caller.userId} and a.user_name = ${caller.name} and a.kind = ${kind} and a.act = ${entry.act}
        and a.subject = ${entry.subject} and a.detail = ${detail}::jsonb)
  `.execute(tx)
}
