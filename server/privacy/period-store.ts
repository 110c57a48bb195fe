import { sql } from 'kysely'

import type { PeriodChange, RetentionPeriod } from '@pult/contract/privacy-retention'
import { retentionKinds, type RetentionKind } from '@pult/engine/privacy'
import { addDays, createZone } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { isoText, type Caller, type Tx } from '../platform/index.ts'
import type { Over } from './retention-kinds.ts'

/** Every kind, in its order. */
export async function readPeriods(tx: Tx, centerId: number): Promise<RetentionPeriod[]> {
  const { rows } = await sql<RetentionPeriod>`
    select kind, days, changed_by_name as "changedByName",
      ${isoText('changed_at')} as "changedAt",
      ${isoText('looked_at')} as "lookedAt"
    from retention_period where center_id = ${centerId}
  `.execute(tx)
  const byKind = new Map(rows.map((row) => [row.kind, row]))
  return retentionKinds.map(
    (kind) => byKind.get(kind) ?? { kind, days: null, changedByName: null, changedAt: null, lookedAt: null },
  )
}

export async function setPeriod(tx: Tx, caller: Caller, { kind, days }: PeriodChange): Promise<void> {
  const { centerId } = caller
  if (days === null) {
    await sql`delete from retention_period where center_id = ${centerId} and kind = ${kind}`.execute(tx)
    return
  }
  await sql`
    insert into retention_period (center_id, kind, days, changed_by_name) values (${centerId}, ${kind}, ${days}, ${caller.name})
    on conflict (center_id, kind) do update set days = excluded.days, changed_by_name = excluded.changed_by_name, changed_at = now()
  `.execute(tx)
}

export async function stampPeriod(tx: Tx, centerId: number, kind: RetentionKind): Promise<void> {
  await sql`update retention_period set looked_at = now() where center_id = ${centerId} and kind = ${kind}`.execute(tx)
}

/** What "kept so many days" means now, in the centre's calendar and with its windows. */
export async function overOf(tx: Tx, centerId: number, days: number, now: number): Promise<Over> {
  const { timeZone, policy } = await readCenter(tx, centerId)
  const zone = createZone(timeZone)
  const day = addDays(zone.localDate(now), -days)
  const before = new Date(zone.startOfDay(day)).toISOString()
  return { centerId, day, before, windowHours: Math.max(policy.recallHours, policy.retryHours) }
}
