import { sql } from 'kysely'

import type { AuditEntry, Caller, Tx } from '../platform/index.ts'

/** Writes one line, in the transaction of the act: both happen or neither. */
export async function writeAudit(
  tx: Tx,
  caller: Pick<Caller, 'userId' | 'kind' | 'name' | 'centerId'>,
  entry: AuditEntry,
): Promise<void> {
  const kind = caller.userId === 'system' ? 'system' : caller.kind
  await sql`
    insert into audit (center_id, user_id, user_name, kind, act, subject, detail)
    values (${caller.centerId}, ${caller.userId}, ${caller.name}, ${kind}, ${entry.act}, ${entry.subject}, ${JSON.stringify(entry.detail ?? {})})
  `.execute(tx)
}
