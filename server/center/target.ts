import { sql } from 'kysely'

import type { NewTarget, Target } from '@pult/contract/center'
import { registry } from '@pult/engine/measures'

import { invalid, notFound, type Tx } from '../platform/index.ts'

export async function listTargets(tx: Tx, centerId: number): Promise<Target[]> {
  const { rows } = await sql<Target>`
    select target_id as "targetId", nullif(queue_id, 0) as "queueId", measure_id as "measureId", value,
      within_seconds as "withinSeconds", valid_from as "validFrom", valid_to as "validTo"
    from target where center_id = ${centerId} order by measure_id, queue_id, valid_from
  `.execute(tx)
  return rows
}

/** A target is never changed in place: the former one ends the day before, the new one lasts until the next one begins. */
export async function setTarget(tx: Tx, centerId: number, given: NewTarget, userId: string): Promise<number> {
  assertPossible(given)
  const queueId = given.queueId ?? 0
  if (queueId !== 0) {
    const { rows } = await sql`select 1 from queue where center_id = ${centerId} and queue_id = ${queueId}`.execute(tx)
    if (rows.length === 0) throw notFound('queue')
  }
  // Set at the same moment, neither would end the other.
  await sql`select pg_advisory_xact_lock(hashtext('target'), ${centerId}::integer)`.execute(tx)
  const same = sql`center_id = ${centerId} and measure_id = ${given.measureId} and queue_id = ${queueId}`
  await sql`delete from target where ${same} and valid_from = ${given.validFrom}`.execute(tx)
  await sql`
    update target set valid_to = ${given.validFrom}::date - 1
    where ${same} and valid_from < ${given.validFrom} and (valid_to is null or valid_to >= ${given.validFrom})
  `.execute(tx)
  const { rows } = await sql<{ target_id: number }>`
    insert into target (center_id, queue_id, measure_id, value, within_seconds, valid_from, valid_to, created_by)
    select ${centerId}::integer, ${queueId}::integer, ${given.measureId}, ${given.value}::double precision, ${given.withinSeconds}::integer,
      ${given.validFrom}::date, (select min(valid_from) - 1 from target where ${same} and valid_from > ${given.validFrom}), ${userId}
    returning target_id
  `.execute(tx)
  return rows[0]?.target_id ?? 0
}

function assertPossible({ measureId, value }: NewTarget): void {
  let unit: string
  try {
    ;({ unit } = registry.find(measureId))
  } catch {
    throw invalid('unknownMeasure', `There is no measure "${measureId}".`, {
      at: 'body.measureId',
      values: { measure: measureId },
    })
  }
  if (unit === 'fraction' && value > 1)
    throw invalid('shareAboveOne', 'body.value: a share is given as a part of one: 0.8 for 80 %.', { at: 'body.value' })
}
