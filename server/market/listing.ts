import { sql } from 'kysely'

import type { Tx } from '../platform/index.ts'

/** Lists the vacancies of the latest snapshot anew. Resolves to that snapshot; null where there is none. */
export async function keepListing(
  tx: Tx,
  centerId: number,
  specialisationId: number,
): Promise<{ readonly snapshotId: number; readonly takenOn: string } | null> {
  await sql`
    delete from market_listing where center_id = ${centerId} and specialisation_id = ${specialisationId}`.execute(tx)
  const { rows } = await sql<{ snapshotId: number; takenOn: string }>`
    select snapshot_id as "snapshotId", taken_on as "takenOn" from market_snapshot
    where center_id = ${centerId} and specialisation_id = ${specialisationId} and status = 'done'
    order by taken_on desc, snapshot_id desc limit 1
  `.execute(tx)
  const [latest] = rows
  if (latest === undefined) return null
  // In the order of the list, so that a page of it lies together.
  await sql`
    insert into market_listing (center_id, specialisation_id, vacancy_id, published_at, words)
    select ${centerId}, ${specialisationId}, v.vacancy_id, coalesce(v.published_at, '-infinity'),
      translate(lower(concat_ws(' ', v.title, v.employer, v.city)), 'ё', 'е')
    from market_vacancy v where v.center_id = ${centerId} and v.vacancy_id in (
      select coalesce(o.same_as, s.vacancy_id) from market_snapshot_vacancy s
        left join market_vacancy o on o.center_id = s.center_id and o.vacancy_id = s.vacancy_id and o.same_as is not null
      where s.center_id = ${centerId} and s.snapshot_id = ${latest.snapshotId})
    order by v.published_at desc nulls last, v.vacancy_id desc
  `.execute(tx)
  return latest
}
