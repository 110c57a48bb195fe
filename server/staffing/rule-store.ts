import { sql } from 'kysely'

import type { Shrinkage, StaffingRule } from '@pult/contract/staffing'

import { notFound, type Tx } from '../platform/index.ts'

/** What holds until somebody says otherwise. */
export const usualRule: StaffingRule = {
  queueId: null,
  targetLevel: 0.8,
  withinSeconds: 20,
  rule: 'strict',
  maxAbandonment: null,
  maxOccupancy: null,
  maxAsaSeconds: null,
  patienceSeconds: null,
  availability: 1,
}

export async function listRules(tx: Tx, centerId: number): Promise<StaffingRule[]> {
  const { rows } = await sql<StaffingRule>`
    select nullif(queue_id, 0) as "queueId", target_level as "targetLevel", within_seconds as "withinSeconds", rule,
      max_abandonment as "maxAbandonment", max_occupancy as "maxOccupancy", max_asa_seconds as "maxAsaSeconds",
      patience_seconds as "patienceSeconds", availability
    from staffing_rule where center_id = ${centerId} order by queue_id
  `.execute(tx)
  return rows.some(({ queueId }) => queueId === null) ? rows : [usualRule, ...rows]
}

export async function setRule(tx: Tx, centerId: number, given: StaffingRule): Promise<void> {
  if (given.queueId !== null) {
    const { rows } = await sql`
      select 1 from queue where center_id = ${centerId} and queue_id = ${given.queueId}`.execute(tx)
    if (rows.length === 0) throw notFound('queue')
  }
  await sql`
    insert into staffing_rule (center_id, queue_id, target_level, within_seconds, rule, max_abandonment, max_occupancy, max_asa_seconds,
      patience_seconds, availability)
    values (${centerId}, ${given.queueId ?? 0}, ${given.targetLevel}, ${given.withinSeconds}, ${given.rule}, ${given.maxAbandonment},
      ${given.maxOccupancy}, ${given.maxAsaSeconds}, ${given.patienceSeconds}, ${given.availability})
    on conflict (center_id, queue_id) do update set target_level = excluded.target_level, within_seconds = excluded.within_seconds,
      rule = excluded.rule, max_abandonment = excluded.max_abandonment, max_occupancy = excluded.max_occupancy,
      max_asa_seconds = excluded.max_asa_seconds, patience_seconds = excluded.patience_seconds, availability = excluded.availability
  `.execute(tx)
}

export async function listShrinkage(tx: Tx, centerId: number): Promise<Shrinkage[]> {
  const { rows } = await sql<Shrinkage>`
    select kind, planned, paid, share from shrinkage where center_id = ${centerId} order by kind`.execute(tx)
  return rows
}

export async function setShrinkage(tx: Tx, centerId: number, kinds: readonly Shrinkage[]): Promise<void> {
  await sql`delete from shrinkage where center_id = ${centerId}`.execute(tx)
  for (const { kind, planned, paid, share } of kinds)
    await sql`insert into shrinkage (center_id, kind, planned, paid, share) values (${centerId}, ${kind}, ${planned}, ${paid}, ${share})`.execute(
      tx,
    )
}
