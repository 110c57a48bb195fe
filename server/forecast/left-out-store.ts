import { sql } from 'kysely'

import type { LeftOut } from '@pult/contract/forecast-left-out'

import { isoText, notFound, type Caller, type Tx } from '../platform/index.ts'

export async function listLeftOut(tx: Tx, centerId: number): Promise<LeftOut[]> {
  const { rows } = await sql<LeftOut>`
    select left_out_id as "leftOutId", nullif(queue_id, 0) as "queueId", ${isoText('started_at')} as from, ${isoText('ended_at')} as to, reason,
      created_by_name as "createdByName"
    from forecast_left_out where center_id = ${centerId} order by started_at desc, left_out_id desc limit 500
  `.execute(tx)
  return rows
}

export interface LeftOutStretch {
  readonly queueId: number | null
  /** Epoch milliseconds, half-open. */
  readonly from: number
  readonly to: number
  readonly reason: string
}

export async function createLeftOut(
  tx: Tx,
  caller: Caller,
  { queueId, from, to, reason }: LeftOutStretch,
): Promise<number> {
  const { centerId } = caller
  if (queueId !== null) {
    const queue = await sql`select 1 from queue where center_id = ${centerId} and queue_id = ${queueId}`.execute(tx)
    if (queue.rows.length === 0) throw notFound('queue')
  }
  const iso = (at: number): string => new Date(at).toISOString()
  const { rows } = await sql<{ id: number }>`
    insert into forecast_left_out (center_id, queue_id, started_at, ended_at, reason, created_by, created_by_name)
    values (${centerId}, ${queueId ?? 0}, ${iso(from)}, ${iso(to)}, ${reason}, ${caller.userId}, ${caller.name})
    returning left_out_id as id
  `.execute(tx)
  await forgetLearnt(tx, centerId, queueId)
  return rows[0]?.id ?? 0
}

export async function deleteLeftOut(tx: Tx, centerId: number, leftOutId: number): Promise<void> {
  const { rows } = await sql<{ queueId: number | null }>`
    delete from forecast_left_out where center_id = ${centerId} and left_out_id = ${leftOutId}
    returning nullif(queue_id, 0) as "queueId"
  `.execute(tx)
  const [gone] = rows
  if (gone === undefined) throw notFound('left-out stretch')
  await forgetLearnt(tx, centerId, gone.queueId)
}

/** What was learnt with other days counts as old: the next forecast learns anew, and a running day goes on with it until then. */
async function forgetLearnt(tx: Tx, centerId: number, queueId: number | null): Promise<void> {
  await sql`
    update forecast_model set learnt_at = least(learnt_at, now() - interval '7 days')
    where center_id = ${centerId} and (${queueId}::integer is null or queue_id = ${queueId})
  `.execute(tx)
}
