import { sql } from 'kysely'

import type { Queue, QueueChange } from '@pult/contract/center'
import type { Channel } from '@pult/engine/contacts'

import { invalid, notFound, staleOrMissing, type Tx } from '../platform/index.ts'

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
  const result = await sql`
    update queue set name = ${change.name}, channel = ${change.channel}, status = ${change.status},
      opening_hours_id = ${change.openingHoursId}, version = version + 1
    where center_id = ${centerId} and queue_id = ${queueId} and version = ${change.version}
  `.execute(tx)
  if ((result.numAffectedRows ?? 0n) > 0n) return
  const { rows } = await sql`select 1 from queue where center_id = ${centerId} and queue_id = ${queueId}`.execute(tx)
  throw staleOrMissing(rows.length > 0, 'queue')
}

/** Moves names and history of one queue into another; the roll-ups of the hours they touch are due again. */
export async function mergeQueue(tx: Tx, centerId: number, from: number, into: number): Promise<void> {
  if (from === into) throw invalid('sameQueue', 'A queue cannot be merged into itself.', { at: 'body.into' })
  const { rows } =
    await sql`select 1 from queue where center_id = ${centerId} and queue_id in (${from}, ${into})`.execute(tx)
  if (rows.length !== 2) throw notFound('queue')
  await sql`
    insert into rollup_due (center_id, kind, hour)
    select distinct ${centerId}::integer, kind, date_trunc('hour', offered_at)
    from contact_leg cross join (values ('queue'), ('agent')) as kinds (kind)
    where center_id = ${centerId} and queue_id = ${from} on conflict do nothing
  `.execute(tx)
  await sql`update contact_leg set queue_id = ${into} where center_id = ${centerId} and queue_id = ${from}`.execute(tx)
  await sql`update agent_state set queue_id = ${into} where center_id = ${centerId} and queue_id = ${from}`.execute(tx)
  await sql`update queue_name set queue_id = ${into} where center_id = ${centerId} and queue_id = ${from}`.execute(tx)
  await sql`delete from queue where center_id = ${centerId} and queue_id = ${from}`.execute(tx)
}
