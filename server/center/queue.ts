import { sql, type RawBuilder } from 'kysely'

import type { Queue, QueueChange } from '@pult/contract/center'
import type { Channel } from '@pult/engine/contacts'

import { invalid, lockNames, notFound, staleOrMissing, type Tx } from '../platform/index.ts'

/**
 * The ids of queues by what the source calls them. Unknown ones are made, to be confirmed by a person, and never dropped; safe
 * when several intakes meet the same new name at once.
 */
export async function ensureQueues(
  tx: Tx,
  centerId: number,
  channelByName: ReadonlyMap<string, Channel>,
): Promise<ReadonlyMap<string, number>> {
  const names = [...channelByName.keys()]
  const known = await queueIdsByName(tx, centerId, names)
  const unknown = names.filter((name) => !known.has(name)).toSorted()
  if (unknown.length === 0) return known
  // One intake at a time makes queues of a centre; the others then find them.
  await sql`select pg_advisory_xact_lock(7700, ${centerId})`.execute(tx)
  const afterWait = await queueIdsByName(tx, centerId, unknown)
  for (const name of unknown.filter((one) => !afterWait.has(one)))
    await makeQueue(tx, centerId, name, channelByName.get(name) ?? 'voice')
  return queueIdsByName(tx, centerId, names)
}

async function queueIdsByName(
  tx: Tx,
  centerId: number,
  names: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ name: string; queue_id: number }>`
    select name, queue_id from queue_name where center_id = ${centerId} and name = any(${names}::text[])
  `.execute(tx)
  return new Map(rows.map((row) => [row.name, row.queue_id]))
}

async function makeQueue(tx: Tx, centerId: number, name: string, channel: Channel): Promise<void> {
  await sql`
    with made as (
      insert into queue (center_id, name, channel, status) values (${centerId}, ${name.slice(0, 200)}, ${channel}, 'toConfirm') returning queue_id
    )
    insert into queue_name (center_id, name, queue_id) select ${centerId}, ${name}, queue_id from made
  `.execute(tx)
}

export async function listQueues(tx: Tx, centerId: number): Promise<Queue[]> {
  const { rows } = await sql<Queue>`
    select queue_id as "queueId", name, channel, status, opening_hours_id as "openingHoursId", version,
      array(select n.name from queue_name n where n.center_id = q.center_id and n.queue_id = q.queue_id order by 1) as names
    from queue q where center_id = ${centerId}
    order by status <> 'toConfirm', status = 'archived', name collate names
  `.execute(tx)
  return rows
}

export async function createQueue(tx: Tx, centerId: number, name: string, channel: Channel): Promise<number> {
  const { rows } = await sql<{ queue_id: number }>`
    insert into queue (center_id, name, channel) values (${centerId}, ${name}, ${channel}) returning queue_id
  `.execute(tx)
  const queueId = rows[0]?.queue_id ?? 0
  await sql`insert into queue_name (center_id, name, queue_id) values (${centerId}, ${name}, ${queueId}) on conflict do nothing`.execute(
    tx,
  )
  return queueId
}

export async function changeQueue(tx: Tx, centerId: number, queueId: number, change: QueueChange): Promise<void> {
  if (change.openingHoursId !== null) {
    const { rows } =
      await sql`select 1 from opening_hours where center_id = ${centerId} and opening_hours_id = ${change.openingHoursId}`.execute(
        tx,
      )
    if (rows.length === 0) throw notFound('opening hours')
  }
  const result = await sql`
    update queue set name = ${change.name}, channel = ${change.channel}, status = ${change.status},
      opening_hours_id = ${change.openingHoursId}, version = version + 1
    where center_id = ${centerId} and queue_id = ${queueId} and version = ${change.version}
  `.execute(tx)
  if ((result.numAffectedRows ?? 0n) > 0n) return
  const { rows } = await sql`select 1 from queue where center_id = ${centerId} and queue_id = ${queueId}`.execute(tx)
  throw staleOrMissing(rows.length > 0, 'queue')
}

/** Confirms those of the queues that wait for it; resolves to their ids. Throws a 404 problem when one of them is not the centre's. */
export async function confirmQueues(tx: Tx, centerId: number, queueIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ queue_id: number; status: string }>`
    select queue_id, status from queue where center_id = ${centerId} and queue_id = any(${queueIds}::bigint[]) order by queue_id for update
  `.execute(tx)
  if (rows.length < new Set(queueIds).size) throw notFound('queue')
  const waiting = rows.filter(({ status }) => status === 'toConfirm').map(({ queue_id }) => queue_id)
  await sql`
    update queue set status = 'confirmed', version = version + 1 where center_id = ${centerId} and queue_id = any(${waiting}::integer[])
  `.execute(tx)
  return waiting
}

/** Moves names and history of one queue into another; the roll-ups of the hours they touch are due again. */
export async function mergeQueue(tx: Tx, centerId: number, from: number, into: number): Promise<void> {
  if (from === into) throw invalid('sameQueue', 'A queue cannot be merged into itself.', { at: 'body.into' })
  await lockNames(tx, centerId)
  const { rows } =
    await sql`select 1 from queue where center_id = ${centerId} and queue_id in (${from}, ${into})`.execute(tx)
  if (rows.length !== 2) throw notFound('queue')
  await markHoursOf(tx, centerId, from)
  await sql`update contact_leg set queue_id = ${into} where center_id = ${centerId} and queue_id = ${from}`.execute(tx)
  await sql`update agent_state set queue_id = ${into} where center_id = ${centerId} and queue_id = ${from}`.execute(tx)
  await moveWhatSpeaksOf(tx, centerId, from, into)
  await sql`update queue_name set queue_id = ${into} where center_id = ${centerId} and queue_id = ${from}`.execute(tx)
  await sql`delete from queue where center_id = ${centerId} and queue_id = ${from}`.execute(tx)
}

/** The hours in which its calls came, were answered and ended; a row that is due already is locked until this is committed. */
async function markHoursOf(tx: Tx, centerId: number, queueId: number): Promise<void> {
  const after = (milliseconds: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`offered_at + least(${milliseconds}, 31622400000) * interval '1 millisecond'`
  await sql`
    insert into rollup_due (center_id, kind, hour)
    select distinct ${centerId}::integer, kind, date_bin('1 hour', stamp, timestamptz '1970-01-01 00:00Z') as hour
    from contact_leg cross join (values ('queue'), ('agent')) as kinds (kind),
      unnest(array[offered_at, ${after(sql`wait_ms`)}, ${after(sql`wait_ms + talk_ms + hold_ms + acw_ms`)}]) stamp
    where center_id = ${centerId} and queue_id = ${queueId} order by kind desc, hour
    on conflict (center_id, kind, hour) do update set hour = excluded.hour
  `.execute(tx)
}

/** Notes, layers of forecasts, targets where the other has none of its own, and former contents that an undone import brings back. */
async function moveWhatSpeaksOf(tx: Tx, centerId: number, from: number, into: number): Promise<void> {
  await sql`update note set queue_id = ${into} where center_id = ${centerId} and queue_id = ${from}`.execute(tx)
  await sql`update forecast_left_out set queue_id = ${into} where center_id = ${centerId} and queue_id = ${from}`.execute(
    tx,
  )
  await sql`update forecast_layer set queue_id = ${into} where center_id = ${centerId} and queue_id = ${from}`.execute(
    tx,
  )
  await sql`
    update target set queue_id = ${into} where center_id = ${centerId} and queue_id = ${from} and not exists (
      select 1 from target own where own.center_id = ${centerId} and own.queue_id = ${into} and own.measure_id = target.measure_id)
  `.execute(tx)
  await sql`delete from target where center_id = ${centerId} and queue_id = ${from}`.execute(tx)
  await sql`
    update fact_replaced set fact = jsonb_set(fact, '{queue_id}', to_jsonb(${into}::integer))
    where center_id = ${centerId} and fact->'queue_id' = to_jsonb(${from}::integer)
  `.execute(tx)
}
