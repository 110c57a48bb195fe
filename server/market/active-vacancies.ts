import { sql, type RawBuilder } from 'kysely'

/** Vacancies that were active at a snapshot, one that two sources show once. */
export const activeVacancies = (centerId: number, snapshotId: number): RawBuilder<unknown> => sql`
  select v.* from market_vacancy v where v.center_id = ${centerId} and v.vacancy_id in (
    select coalesce(o.same_as, o.vacancy_id) from market_snapshot_vacancy s
      join market_vacancy o on o.center_id = s.center_id and o.vacancy_id = s.vacancy_id
    where s.center_id = ${centerId} and s.snapshot_id = ${snapshotId})`
