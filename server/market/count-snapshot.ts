import { sql, type RawBuilder } from 'kysely'

import type { Tx } from '../platform/index.ts'

/** How far back vacancies count as seen. */
const YEAR_DAYS = 365

/** One vacancy that two sources show is one: the one it points to. */
const identity = sql`coalesce(v.same_as, v.vacancy_id)`

interface Place {
  readonly centerId: number
  readonly specialisationId: number
  readonly snapshotId: number
  readonly takenOn: string
}

/** The vacancies of the year up to a snapshot, and which of them are active at it, or new in it. */
const marked = ({ centerId, specialisationId, snapshotId, takenOn }: Place): RawBuilder<unknown> => sql`
  linked as materialized (
    select n.snapshot_id, n.taken_on, ${identity} as vacancy_id
    from market_snapshot n join market_snapshot_vacancy s on s.center_id = n.center_id and s.snapshot_id = n.snapshot_id
      join market_vacancy v on v.center_id = s.center_id and v.vacancy_id = s.vacancy_id
    where n.center_id = ${centerId} and n.specialisation_id = ${specialisationId}
      and (n.snapshot_id = ${snapshotId} or (n.status = 'done' and (n.taken_on, n.snapshot_id) < (${takenOn}::date, ${snapshotId}::bigint)))
  ), marked as materialized (
    select vacancy_id, bool_or(snapshot_id = ${snapshotId}) as is_active,
      bool_or(snapshot_id = ${snapshotId}) and not bool_or(snapshot_id <> ${snapshotId}) as is_fresh
    from linked group by vacancy_id having max(taken_on) > ${takenOn}::date - ${YEAR_DAYS}::integer
  )`

/** Counts a snapshot anew: all its skills, or those of a group that was made or undone. */
async function countSnapshot(tx: Tx, place: Place, skillIds: readonly number[] | null): Promise<void> {
  const { centerId, snapshotId } = place
  const only = skillIds === null ? sql`` : sql`and k.skill_id = any(${skillIds}::bigint[])`
  await sql`
    delete from market_skill_count k where center_id = ${centerId} and snapshot_id = ${snapshotId} ${only}
  `.execute(tx)
  await sql`
    with ${marked(place)}, naming as (
      select distinct m.vacancy_id, m.is_active, m.is_fresh, coalesce(k.same_as, k.skill_id) as skill_id
      from marked m join market_vacancy_skill s on s.center_id = ${centerId} and s.vacancy_id = m.vacancy_id
        join market_skill k on k.center_id = ${centerId} and k.skill_id = s.skill_id ${only}
    )
    insert into market_skill_count (center_id, snapshot_id, skill_id, active, seen, fresh)
    select ${centerId}, ${snapshotId}, skill_id, count(*) filter (where is_active), count(*), count(*) filter (where is_fresh)
    from naming group by skill_id
  `.execute(tx)
  if (skillIds !== null) return
  await sql`
    with ${marked(place)}, told as (
      select m.*, v.is_derived, exists (
        select 1 from market_vacancy_skill s where s.center_id = ${centerId} and s.vacancy_id = m.vacancy_id) as is_named
      from marked m join market_vacancy v on v.center_id = ${centerId} and v.vacancy_id = m.vacancy_id
    ), counted as (
      select count(*) filter (where is_active) as active, count(*) filter (where is_active and is_named) as active_named,
        count(*) filter (where is_active and is_named and is_derived) as active_derived, count(*) as seen,
        count(*) filter (where is_named) as seen_named, count(*) filter (where is_named and is_derived) as seen_derived,
        count(*) filter (where is_fresh and is_named) as fresh_named
      from told
    )
    update market_snapshot n set active = c.active, active_named = c.active_named, active_derived = c.active_derived, seen = c.seen,
      seen_named = c.seen_named, seen_derived = c.seen_derived, fresh_named = c.fresh_named
    from counted c where n.center_id = ${centerId} and n.snapshot_id = ${snapshotId}
  `.execute(tx)
}

/** Counts a snapshot and those after it anew: which vacancies are new depends on what was seen before. */
export async function recountFrom(tx: Tx, centerId: number, specialisationId: number, takenOn: string): Promise<void> {
  const { rows } = await sql<{ snapshotId: number; takenOn: string }>`
    select snapshot_id as "snapshotId", taken_on as "takenOn" from market_snapshot
    where center_id = ${centerId} and specialisation_id = ${specialisationId} and status = 'done' and taken_on >= ${takenOn}
    order by taken_on, snapshot_id
  `.execute(tx)
  for (const row of rows) await countSnapshot(tx, { centerId, specialisationId, ...row }, null)
}

/** Counts some skills anew in every snapshot that knows one of them. */
export async function recountSkills(tx: Tx, centerId: number, skillIds: readonly number[]): Promise<void> {
  const { rows } = await sql<{ snapshotId: number; specialisationId: number; takenOn: string }>`
    select n.snapshot_id as "snapshotId", n.specialisation_id as "specialisationId", n.taken_on as "takenOn" from market_snapshot n
    where n.center_id = ${centerId} and n.status = 'done' and exists (
      select 1 from market_skill_count c where c.center_id = ${centerId} and c.snapshot_id = n.snapshot_id and c.skill_id = any(${skillIds}::bigint[]))
    order by n.taken_on
  `.execute(tx)
  for (const row of rows) await countSnapshot(tx, { centerId, ...row }, skillIds)
}

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
