import { sql } from 'kysely'

import { Scheme, type BoardLink, type Wallboard } from '@pult/contract/wallboards'

import { conflict, isoText, notFound, staleOrMissing, type Tx } from '../platform/index.ts'

interface Listed extends Omit<Wallboard, 'scheme' | 'link'>, Omit<BoardLink, 'madeAt' | 'madeByName'> {
  readonly scheme: unknown
  readonly madeAt: string | null
  readonly madeByName: string | null
}

/** The boards by name, each with what is known of its link. */
export async function listBoards(tx: Tx, centerId: number): Promise<Wallboard[]> {
  const { rows } = await sql<Listed>`
    select b.wallboard_id as "wallboardId", b.scheme, b.version, ${isoText('b.changed_at', 'seconds')} as "changedAt", b.changed_by_name as "changedByName",
      ${isoText('l.made_at', 'seconds')} as "madeAt", l.made_by_name as "madeByName", l.last_day as "lastDay", coalesce(l.ends_at <= now(), false) as "hasEnded",
      ${isoText('l.last_opened_at', 'seconds')} as "lastOpenedAt"
    from wallboard b left join wallboard_link l on l.center_id = b.center_id and l.wallboard_id = b.wallboard_id
    where b.center_id = ${centerId} order by b.name collate names, b.wallboard_id
  `.execute(tx)
  return rows.map(({ scheme, madeAt, madeByName, lastDay, hasEnded, lastOpenedAt, ...rest }) => ({
    ...rest,
    scheme: Scheme.parse(scheme),
    link: madeAt === null || madeByName === null ? null : { madeAt, madeByName, lastDay, hasEnded, lastOpenedAt },
  }))
}

/** Queues that a tile may be about. */
export async function boardQueues(tx: Tx, centerId: number): Promise<{ queueId: number; name: string }[]> {
  const { rows } = await sql<{ queueId: number; name: string }>`
    select queue_id as "queueId", name from queue where center_id = ${centerId} and status <> 'archived' order by name collate names
  `.execute(tx)
  return rows
}

/** Throws a 404 problem where the centre has none of this id. */
export async function readScheme(tx: Tx, centerId: number, wallboardId: number): Promise<Scheme> {
  const { rows } = await sql<{ scheme: unknown }>`
    select scheme from wallboard where center_id = ${centerId} and wallboard_id = ${wallboardId}
  `.execute(tx)
  if (rows[0] === undefined) throw notFound('wallboard')
  return Scheme.parse(rows[0].scheme)
}

const MOST = 50

export async function createBoard(tx: Tx, centerId: number, scheme: Scheme, byName: string): Promise<number> {
  const { rows: there } = await sql<{ n: number }>`
    select count(*) as n from wallboard where center_id = ${centerId}`.execute(tx)
  if ((there[0]?.n ?? 0) >= MOST)
    throw conflict('tooManyWallboards', `A centre keeps ${MOST} wallboards at most: delete one first.`)
  const { rows } = await sql<{ id: number }>`
    insert into wallboard (center_id, name, scheme, changed_by_name)
    values (${centerId}, ${scheme.name}, ${JSON.stringify(scheme)}::jsonb, ${byName}) returning wallboard_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

export async function changeBoard(
  tx: Tx,
  centerId: number,
  wallboardId: number,
  { scheme, version, byName }: { readonly scheme: Scheme; readonly version: number; readonly byName: string },
): Promise<void> {
  const { numAffectedRows } = await sql`
    update wallboard set name = ${scheme.name}, scheme = ${JSON.stringify(scheme)}::jsonb, version = version + 1, changed_by_name = ${byName},
      changed_at = now()
    where center_id = ${centerId} and wallboard_id = ${wallboardId} and version = ${version}
  `.execute(tx)
  if (numAffectedRows === 1n) return
  await readScheme(tx, centerId, wallboardId)
  throw staleOrMissing(true, 'wallboard')
}

/** With its link. Throws a 404 problem where there is none. */
export async function deleteBoard(tx: Tx, centerId: number, wallboardId: number): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from wallboard where center_id = ${centerId} and wallboard_id = ${wallboardId}
  `.execute(tx)
  if (numAffectedRows !== 1n) throw notFound('wallboard')
}
