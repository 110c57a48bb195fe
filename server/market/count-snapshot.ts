import { sql, type RawBuilder } from 'kysely'

import type { Tx } from '../platform/index.ts'
import { keepListing } from './listing.ts'
import { keepPay } from './keep-pay.ts'

/** How far back vacancies count as seen. */
const YEAR_DAYS = 365

/** What is counted: the snapshots of a specialisation from a day on, all their skills or some. */
interface Wanted {
  readonly centerId: number
  readonly specialisationId: number
  readonly from: string
  readonly skillIds: readonly number[] | null
}

/** Skills in groups, under the name of which they are counted. */
const grouped = (centerId: number): RawBuilder<unknown> => sql`
  grouped as materialized (
    select skill_id, same_as as root from market_skill where center_id = ${centerId} and same_as is not null
    union select same_as, same_as from market_skill where center_id = ${centerId} and same_as is not null
  )`

/** Which vacancy is counted for which skill. One that names several of a group is counted once; most skills are in no group. */
function naming({ centerId, skillIds }: Wanted): RawBuilder<unknown> {
  const single = skillIds === null ? sql`` : sql`and s.skill_id = any(${skillIds}::bigint[])`
  const root = skillIds === null ? sql`` : sql`and g.root = any(${skillIds}::bigint[])`
  return sql`
    naming as (
      select s.vacancy_id, s.skill_id from market_vacancy_skill s
      where s.center_id = ${centerId} ${single} and not exists (select 1 from grouped g where g.skill_id = s.skill_id)
      union all
      select distinct s.vacancy_id, g.root from market_vacancy_skill s join grouped g on g.skill_id = s.skill_id
      where s.center_id = ${centerId} ${root}
    )`
}

/**
 * What each vacancy adds to which snapshot, counted in one pass over all of them. `active` and `fresh` belong to the snapshot alone;
 * `seen` is what comes and goes: a vacancy comes in when it is sighted after a year or for the first time, and goes when a year has passed
 * without, so that the sum up to a snapshot is how many were seen in the year up to it. What was before the first snapshot that is
 * counted comes into that one.
 */
function steps(wanted: Wanted): RawBuilder<unknown> {
  const { centerId, specialisationId, from, skillIds } = wanted
  const only =
    skillIds === null ? sql`` : sql`where coalesce(v.same_as, s.vacancy_id) in (select vacancy_id from naming)`
  return sql`
    day as materialized (
      select snapshot_id, taken_on, row_number() over (order by taken_on, snapshot_id)::integer as place, taken_on >= ${from}::date as is_counted
      from market_snapshot where center_id = ${centerId} and specialisation_id = ${specialisationId} and status = 'done'
    ), first as materialized (select min(place) as place from day where is_counted
    ), sighted as (
      select distinct coalesce(v.same_as, s.vacancy_id) as vacancy_id, d.place, d.taken_on
      from day d join market_snapshot_vacancy s on s.center_id = ${centerId} and s.snapshot_id = d.snapshot_id
        left join market_vacancy v on v.center_id = ${centerId} and v.vacancy_id = s.vacancy_id and v.same_as is not null ${only}
    ), sighting as (
      select vacancy_id, place, taken_on, lag(taken_on) over each as former, lead(taken_on) over each as next
      from sighted window each as (partition by vacancy_id order by place)
    ), step as materialized (
      select vacancy_id, place, sum(active) as active, sum(seen) as seen, sum(fresh) as fresh from (
        select s.vacancy_id, greatest(s.place, f.place) as place, (s.place >= f.place)::integer as active,
          (s.former is null or s.taken_on - s.former >= ${YEAR_DAYS}::integer)::integer as seen, (s.former is null and s.place >= f.place)::integer as fresh
        from sighting s cross join first f
        union all
        select s.vacancy_id, greatest(f.place, (select min(d.place) from day d where d.taken_on - s.taken_on >= ${YEAR_DAYS}::integer)), 0, -1, 0
        from sighting s cross join first f
        where (s.next is null or s.next - s.taken_on >= ${YEAR_DAYS}::integer)
          and (select max(d.taken_on) from day d) - s.taken_on >= ${YEAR_DAYS}::integer
      ) told group by vacancy_id, place
    )`
}

/** The counts of skills that are put in; `n` is the snapshot. */
const skillCounts = (centerId: number, most: (column: string) => RawBuilder<unknown>): RawBuilder<unknown> => sql`
  told_skill as (
    select n.skill_id, s.place, sum(s.active) as active, sum(s.seen) as seen, sum(s.fresh) as fresh
    from step s join naming n on n.vacancy_id = s.vacancy_id group by n.skill_id, s.place
  ), counted_skill as (
    select k.skill_id, d.snapshot_id, coalesce(t.active, 0) as active, coalesce(t.fresh, 0) as fresh,
      sum(coalesce(t.seen, 0)) over (partition by k.skill_id order by d.place) as seen
    from (select distinct skill_id from told_skill) k cross join day d left join told_skill t on t.skill_id = k.skill_id and t.place = d.place
    where d.is_counted
  ), put as (
    insert into market_skill_count (center_id, snapshot_id, skill_id, active, seen, fresh)
    select ${centerId}, c.snapshot_id, c.skill_id, ${most('active')}, ${most('seen')}, ${most('fresh')}
    from counted_skill c join market_snapshot n on n.center_id = ${centerId} and n.snapshot_id = c.snapshot_id where c.seen > 0
  )`

/**
 * Counts some skills: no more than the snapshot knows vacancies with skills, for a vacancy that was told with other skills later must not
 * make a share of a former day larger than all.
 */
async function countSome(tx: Tx, wanted: Wanted): Promise<void> {
  const { centerId } = wanted
  const most = (column: string): RawBuilder<unknown> =>
    sql`least(${sql.ref(`c.${column}`)}, ${sql.ref(`n.${column}_named`)})`
  await sql`with ${grouped(centerId)}, ${naming(wanted)}, ${steps(wanted)}, ${skillCounts(centerId, most)} select 1`.execute(
    tx,
  )
}

/** Counts all skills, and vacancies: all, those that name a skill, and those whose skills were found in their text. */
async function countAll(tx: Tx, wanted: Wanted): Promise<void> {
  const { centerId } = wanted
  const sum = (column: string, only: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`coalesce(sum(${sql.ref(`s.${column}`)}) filter (where ${only}), 0)`
  const all = sql`true`
  const isNamed = sql`k.vacancy_id is not null`
  const isDerived = sql`k.vacancy_id is not null and v.vacancy_id is not null`
  await sql`
    with ${grouped(centerId)}, ${naming(wanted)}, ${steps(wanted)}, ${skillCounts(centerId, (column) => sql.ref(`c.${column}`))}, told as (
      select s.place, ${sum('active', all)} as active, ${sum('active', isNamed)} as active_named, ${sum('active', isDerived)} as active_derived,
        ${sum('seen', all)} as seen, ${sum('seen', isNamed)} as seen_named, ${sum('seen', isDerived)} as seen_derived, ${sum('fresh', isNamed)} as fresh_named
      from step s left join market_vacancy v on v.center_id = ${centerId} and v.vacancy_id = s.vacancy_id and v.is_derived
        left join (select distinct vacancy_id from market_vacancy_skill where center_id = ${centerId}) k on k.vacancy_id = s.vacancy_id
      group by s.place
    ), counted as (
      select d.snapshot_id, coalesce(t.active, 0) as active, coalesce(t.active_named, 0) as active_named,
        coalesce(t.active_derived, 0) as active_derived, coalesce(t.fresh_named, 0) as fresh_named, sum(coalesce(t.seen, 0)) over up_to as seen,
        sum(coalesce(t.seen_named, 0)) over up_to as seen_named, sum(coalesce(t.seen_derived, 0)) over up_to as seen_derived
      from day d left join told t using (place) where d.is_counted window up_to as (order by d.place)
    )
    update market_snapshot n set active = c.active, active_named = c.active_named, active_derived = c.active_derived, seen = c.seen,
      seen_named = c.seen_named, seen_derived = c.seen_derived, fresh_named = c.fresh_named
    from counted c where n.center_id = ${centerId} and n.snapshot_id = c.snapshot_id
  `.execute(tx)
}

/**
 * Sorts a year of sightings in memory, and joins by hash: right after a first import PostgreSQL knows nothing of the tables yet and would
 * look each vacancy up among all. Both are given back at the end of the transaction.
 */
const withRoom = (tx: Tx): Promise<unknown> =>
  sql`select set_config('work_mem', '128MB', true), set_config('enable_nestloop', 'off', true)`.execute(tx)

/**
 * Counts a snapshot and those after it anew: which vacancies are new depends on what was seen before. Then keeps what pages read of the
 * latest one.
 */
export async function recountFrom(tx: Tx, centerId: number, specialisationId: number, takenOn: string): Promise<void> {
  await withRoom(tx)
  const wanted = { centerId, specialisationId, from: takenOn, skillIds: null }
  await sql`
    delete from market_skill_count c using market_snapshot n
    where c.center_id = ${centerId} and n.center_id = ${centerId} and n.snapshot_id = c.snapshot_id
      and n.specialisation_id = ${specialisationId} and n.status = 'done' and n.taken_on >= ${takenOn}
  `.execute(tx)
  await countAll(tx, wanted)
  const latest = await keepListing(tx, centerId, specialisationId)
  if (latest !== null) await keepPay(tx, centerId, { specialisationId, ...latest })
}

/** Counts some skills anew in every snapshot of the specialisations that know one of them; pay beside them waits until it is asked for. */
export async function recountSkills(tx: Tx, centerId: number, skillIds: readonly number[]): Promise<void> {
  await withRoom(tx)
  const { rows } = await sql<{ specialisationId: number }>`
    select distinct n.specialisation_id as "specialisationId" from market_snapshot n
      join market_skill_count c on c.center_id = ${centerId} and c.snapshot_id = n.snapshot_id
    where n.center_id = ${centerId} and n.status = 'done' and c.skill_id = any(${skillIds}::bigint[]) order by 1
  `.execute(tx)
  await sql`delete from market_skill_count where center_id = ${centerId} and skill_id = any(${skillIds}::bigint[])`.execute(
    tx,
  )
  for (const { specialisationId } of rows)
    await countSome(tx, { centerId, specialisationId, from: '-infinity', skillIds })
}
