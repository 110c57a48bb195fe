import { sql } from 'kysely'

import type { PauseReason, PauseReasonChange } from '@pult/contract/people'

import { notFound, staleOrMissing, type Tx } from '../platform/index.ts'

/** The ids of pause reasons by what the source calls them; unknown ones are made, to be confirmed. See ensureQueues. */
export async function ensurePauseReasons(
  tx: Tx,
  centerId: number,
  names: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const known = await reasonIdsByName(tx, centerId, names)
  const unknown = [...new Set(names)].filter((name) => !known.has(name)).toSorted()
  if (unknown.length === 0) return known
  await sql`select pg_advisory_xact_lock(7702, ${centerId})`.execute(tx)
  const afterWait = await reasonIdsByName(tx, centerId, unknown)
  for (const name of unknown.filter((one) => !afterWait.has(one))) {
    await sql`
      with made as (
        insert into pause_reason (center_id, name, status) values (${centerId}, ${name.slice(0, 200)}, 'toConfirm') returning pause_reason_id
      )
      insert into pause_reason_name (center_id, name, pause_reason_id) select ${centerId}, ${name}, pause_reason_id from made
    `.execute(tx)
  }
  return reasonIdsByName(tx, centerId, names)
}

async function reasonIdsByName(
  tx: Tx,
  centerId: number,
  names: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ name: string; pause_reason_id: number }>`
    select name, pause_reason_id from pause_reason_name where center_id = ${centerId} and name = any(${names}::text[])
  `.execute(tx)
  return new Map(rows.map((row) => [row.name, row.pause_reason_id]))
}

export async function listPauseReasons(tx: Tx, centerId: number): Promise<PauseReason[]> {
  const { rows } = await sql<PauseReason>`
    select pause_reason_id as "pauseReasonId", name, kind, paid, status, version,
      array(select n.name from pause_reason_name n where n.center_id = p.center_id and n.pause_reason_id = p.pause_reason_id order by 1) as names
    from pause_reason p where center_id = ${centerId}
    order by status <> 'toConfirm', status = 'archived', name collate names
  `.execute(tx)
  return rows
}

/** Whether a pause is paid decides numbers already computed, so the hours it was used in are due again. */
export async function changePauseReason(
  tx: Tx,
  centerId: number,
  pauseReasonId: number,
  change: PauseReasonChange,
): Promise<void> {
  const result = await sql`
    update pause_reason set name = ${change.name}, kind = ${change.kind}, paid = ${change.paid}, status = ${change.status}, version = version + 1
    where center_id = ${centerId} and pause_reason_id = ${pauseReasonId} and version = ${change.version}
  `.execute(tx)
  if (result.numAffectedRows === 0n) {
    const { rows } =
      await sql`select 1 from pause_reason where center_id = ${centerId} and pause_reason_id = ${pauseReasonId}`.execute(
        tx,
      )
    throw staleOrMissing(rows.length > 0, 'pause reason')
  }
  await sql`
    insert into rollup_due (center_id, kind, hour)
    select distinct ${centerId}::integer, 'agentTime', h
    from agent_state, generate_series(date_trunc('hour', started_at), coalesce(ended_at, started_at), '1 hour') h
    where center_id = ${centerId} and pause_reason_id = ${pauseReasonId} on conflict (center_id, kind, hour) do update set hour = excluded.hour
  `.execute(tx)
}

/**
 * Confirms those of the reasons that wait for it; resolves to their ids. What they are and whether they are paid stays, so no hour is
 * due. Throws a 404 problem when one of them is not the centre's.
 */
export async function confirmPauseReasons(tx: Tx, centerId: number, reasonIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ pause_reason_id: number; status: string }>`
    select pause_reason_id, status from pause_reason
    where center_id = ${centerId} and pause_reason_id = any(${reasonIds}::bigint[]) order by pause_reason_id for update
  `.execute(tx)
  if (rows.length < new Set(reasonIds).size) throw notFound('pause reason')
  const waiting = rows.filter(({ status }) => status === 'toConfirm').map(({ pause_reason_id }) => pause_reason_id)
  await sql`
    update pause_reason set status = 'confirmed', version = version + 1
    where center_id = ${centerId} and pause_reason_id = any(${waiting}::integer[])
  `.execute(tx)
  return waiting
}
