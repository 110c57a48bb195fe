import { sql } from 'kysely'

import type { SnapshotSummary, SourceCounts } from '@pult/contract/market-words'

import { isoText, notFound, type Tx } from '../platform/index.ts'

export const snapshotColumns = sql`
  n.snapshot_id as "snapshotId", n.taken_on as "takenOn", n.status, n.progress, n.cause, n.file_name as "fileName", n.problem, n.counts,
  n.active as vacancies, n.active_named as named, n.active_derived as derived, n.made_by_name as "madeByName",
  ${isoText('n.finished_at', 'seconds')} as "finishedAt"`

export async function listSnapshots(tx: Tx, centerId: number, specialisationId: number): Promise<SnapshotSummary[]> {
  const { rows } = await sql<SnapshotSummary>`
    select ${snapshotColumns} from market_snapshot n
    where center_id = ${centerId} and specialisation_id = ${specialisationId} order by taken_on desc, snapshot_id desc limit 200
  `.execute(tx)
  return rows
}

/** The latest snapshot that came to its end, or the one that is asked for. */
export async function readSnapshot(
  tx: Tx,
  centerId: number,
  specialisationId: number,
  snapshotId?: number,
): Promise<SnapshotSummary | null> {
  const { rows } = await sql<SnapshotSummary>`
    select ${snapshotColumns} from market_snapshot n
    where center_id = ${centerId} and specialisation_id = ${specialisationId} and status = 'done'
      and (${snapshotId ?? null}::bigint is null or snapshot_id = ${snapshotId ?? null}::bigint)
    order by taken_on desc, snapshot_id desc limit 1
  `.execute(tx)
  if (rows[0] === undefined && snapshotId !== undefined) throw notFound('snapshot')
  return rows[0] ?? null
}

interface NewSnapshot {
  readonly specialisationId: number
  readonly takenOn: string
  readonly cause: SnapshotSummary['cause']
  readonly fileName?: string
  readonly madeByName: string
}

export async function createSnapshot(tx: Tx, centerId: number, snapshot: NewSnapshot): Promise<number> {
  const { specialisationId, takenOn, cause, fileName = null, madeByName } = snapshot
  const { rows } = await sql<{ id: number }>`
    insert into market_snapshot (center_id, specialisation_id, taken_on, cause, file_name, made_by_name)
    values (${centerId}, ${specialisationId}, ${takenOn}, ${cause}, ${fileName}, ${madeByName}) returning snapshot_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

/** Opens the snapshot that files of a day made for one file more; null where there is none. */
export async function reopenFiles(
  tx: Tx,
  centerId: number,
  specialisationId: number,
  { takenOn, fileName }: { readonly takenOn: string; readonly fileName: string },
): Promise<{ readonly snapshotId: number; readonly counts: SourceCounts[] } | null> {
  const { rows } = await sql<{ snapshotId: number; counts: SourceCounts[] }>`
    update market_snapshot set status = 'running', file_name = left(file_name || ', ' || ${fileName}::text, 1000)
    where center_id = ${centerId} and snapshot_id = (select max(snapshot_id) from market_snapshot where center_id = ${centerId}
      and specialisation_id = ${specialisationId} and taken_on = ${takenOn} and status = 'done' and cause = 'file')
    returning snapshot_id as "snapshotId", counts
  `.execute(tx)
  return rows[0] ?? null
}

interface SnapshotChange {
  readonly status?: SnapshotSummary['status']
  readonly progress?: number
  readonly problem?: string
  readonly counts?: readonly SourceCounts[]
}

/** False where it was cancelled or has come to its end: whoever works on it stops. */
export async function changeSnapshot(
  tx: Tx,
  centerId: number,
  snapshotId: number,
  { status, progress, problem, counts }: SnapshotChange,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update market_snapshot set status = coalesce(${status ?? null}, status), progress = coalesce(${progress ?? null}::double precision, progress),
      problem = coalesce(${problem ?? null}, problem),
      counts = coalesce(${counts === undefined ? null : JSON.stringify(counts)}::jsonb, counts),
      finished_at = case when ${status ?? null}::text in ('done', 'failed', 'cancelled') then now() else finished_at end
    where center_id = ${centerId} and snapshot_id = ${snapshotId} and status in ('waiting', 'running')
  `.execute(tx)
  return numAffectedRows === 1n
}

/** Says which vacancies were active. */
export async function linkVacancies(
  tx: Tx,
  centerId: number,
  snapshotId: number,
  vacancyIds: readonly number[],
  day: string,
): Promise<void> {
  await sql`
    insert into market_snapshot_vacancy (center_id, snapshot_id, vacancy_id)
    select ${centerId}, ${snapshotId}, id from unnest(${vacancyIds}::bigint[]) as given (id) on conflict do nothing
  `.execute(tx)
  await sql`
    update market_vacancy set last_seen = greatest(last_seen, ${day}::date), first_seen = least(first_seen, ${day}::date)
    where center_id = ${centerId} and vacancy_id = any(${vacancyIds}::bigint[]) and (last_seen < ${day}::date or first_seen > ${day}::date)
  `.execute(tx)
}

/** Which specialisation a snapshot is of, and of which day; refuses one that is not there. */
export async function snapshotPlace(
  tx: Tx,
  centerId: number,
  snapshotId: number,
): Promise<{ readonly specialisationId: number; readonly takenOn: string }> {
  const { rows } = await sql<{ specialisationId: number; takenOn: string }>`
    select specialisation_id as "specialisationId", taken_on as "takenOn" from market_snapshot
    where center_id = ${centerId} and snapshot_id = ${snapshotId}
  `.execute(tx)
  if (rows[0] === undefined) throw notFound('snapshot')
  return rows[0]
}
