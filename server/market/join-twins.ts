import { sql } from 'kysely'

import type { Tx } from '../platform/index.ts'

/**
 * Finds vacancies of a snapshot that another source shows too: the same title, employer and city, published within six weeks. Each has one
 * twin at most; the source that lists skills is the one that counts.
 */
export async function joinTwins(tx: Tx, centerId: number, snapshotId: number): Promise<void> {
  await sql`
    with asked as (
      select distinct v.fingerprint from market_snapshot_vacancy s join market_vacancy v on v.center_id = s.center_id and v.vacancy_id = s.vacancy_id
      where s.center_id = ${centerId} and s.snapshot_id = ${snapshotId} and v.fingerprint is not null
    ), ranked as (
      select v.vacancy_id, v.source, v.fingerprint, v.published_at,
        row_number() over (partition by v.fingerprint, v.source order by v.published_at nulls last, v.vacancy_id) as place
      from market_vacancy v join asked using (fingerprint) where v.center_id = ${centerId}
    ), chief as (
      select distinct on (fingerprint, place) fingerprint, place, vacancy_id, source, published_at
      from ranked order by fingerprint, place, array_position(array['hh', 'file', 'trudvsem'], source::text)
    )
    update market_vacancy v set same_as = l.vacancy_id
    from ranked r join chief l using (fingerprint, place)
    where v.center_id = ${centerId} and v.vacancy_id = r.vacancy_id and r.source <> l.source and v.same_as is distinct from l.vacancy_id
      and coalesce(abs(extract(epoch from r.published_at - l.published_at)), 0) < 42 * 86400
      and not exists (select 1 from market_vacancy t where t.center_id = ${centerId} and t.same_as = v.vacancy_id)
      and (select t.same_as from market_vacancy t where t.center_id = ${centerId} and t.vacancy_id = l.vacancy_id) is null
  `.execute(tx)
}
