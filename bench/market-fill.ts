import { sql } from 'kysely'

import type { Database, Tx } from '../server/platform/index.ts'

/** What a made-up market is like: as many different skills, cities, weeks as a large real one. */
const SKILLS = 1070
const CITIES = 60
const WEEKS = 12
/** The latest snapshot holds every vacancy, each of those before it the ones of four weeks. */
const ACTIVE_WEEKS = 4
const MOST_SKILLS_OF_ONE = 12

export interface Place {
  readonly centerId: number
  readonly specialisationId: number
}

/**
 * So many vacancies over twelve weekly snapshots, made by PostgreSQL itself. As the owner and without looking foreign keys up: a million
 * and a half rows are there within a minute. Resolves to the days of the snapshots.
 */
export function fillMarket(database: Database, place: Place, vacancies: number): Promise<readonly string[]> {
  return database.asOwner(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`select setseed(0.42)`.execute(tx)
    await makeVacancies(tx, place, vacancies)
    await nameSkills(tx, place)
    const days = await makeSnapshots(tx, place)
    // As autovacuum would some minutes later.
    for (const table of ['market_vacancy', 'market_vacancy_skill', 'market_snapshot_vacancy', 'market_skill'])
      await sql`analyze ${sql.table(table)}`.execute(tx)
    return days
  })
}

/** One in twenty is shown by Работа России too. */
async function makeVacancies(tx: Tx, { centerId }: Place, vacancies: number): Promise<void> {
  await sql`
    insert into market_vacancy (center_id, source, external_id, title, employer, area_id, city, published_at, first_seen, last_seen, pay_from,
      currency, pay_per, pay_kind, net_from, net_point, experience, schedule, raw)
    select ${centerId}, 'hh', g::text, 'Руководитель контактного центра', 'Работодатель ' || g % 9973, '1', 'Город ' || floor(${CITIES} * power(random(), 3)),
      timestamptz '2026-08-25 09:00Z' + make_interval(secs => random() * 86400 * 84), '2026-09-01', '2026-11-17', pay, case when pay > 0 then 'RUB' end,
      case when pay > 0 then 'month' end, case when pay > 0 then 'monthly' else 'missing' end, pay, pay,
      (array['noExperience', 'between1And3', 'between3And6', 'moreThan6'])[1 + floor(random() * 4)::integer],
      (array['fullDay', 'shift', 'remote', 'flexible'])[1 + floor(random() * 4)::integer],
      jsonb_build_object('description', (select string_agg(md5(g::text || p), ' ') from generate_series(1, 12) as p))
    from (select g, case when random() < 0.7 then 1000 * floor(50 + 150 * random()) end as pay from generate_series(1, ${vacancies}::integer) as g) made
  `.execute(tx)
  await sql`
    insert into market_vacancy (center_id, source, external_id, title, employer, area_id, city, published_at, first_seen, last_seen, pay_kind, same_as, raw)
    select center_id, 'trudvsem', external_id, title, employer, area_id, city, published_at, first_seen, last_seen, 'missing', vacancy_id, '{}'
    from market_vacancy where center_id = ${centerId} and external_id::integer % 20 = 0
  `.execute(tx)
}

/** From one to twelve of a vacancy, the first names far more often than the last. */
async function nameSkills(tx: Tx, { centerId }: Place): Promise<void> {
  await sql`
    insert into market_skill (center_id, key) select ${centerId}, 'навык ' || g from generate_series(0, ${SKILLS - 1}) as g`.execute(
    tx,
  )
  await sql`
    with weighed as (
      select skill_id, 1.0 / (2 + row_number() over (order by skill_id)) as weight from market_skill where center_id = ${centerId} and key like 'навык %'
    ), bounds as materialized (
      select array_agg(bound::double precision order by skill_id) as bounds, array_agg(skill_id order by skill_id) as ids
      from (select skill_id, (sum(weight) over (order by skill_id) - weight) / sum(weight) over () as bound from weighed) b
    ), drawn as (
      select v.vacancy_id, (select ids from bounds)[width_bucket(random(), (select bounds from bounds))] as skill_id
      from (select vacancy_id, 1 + floor(${MOST_SKILLS_OF_ONE} * random())::integer as names from market_vacancy
        where center_id = ${centerId} and source = 'hh') v, generate_series(1, v.names)
    )
    insert into market_vacancy_skill (center_id, vacancy_id, skill_id) select distinct ${centerId}::integer, vacancy_id, skill_id from drawn
  `.execute(tx)
}

async function makeSnapshots(tx: Tx, { centerId, specialisationId }: Place): Promise<readonly string[]> {
  const { rows } = await sql<{ takenOn: string }>`
    insert into market_snapshot (center_id, specialisation_id, taken_on, status, cause, progress, made_by_name)
    select ${centerId}, ${specialisationId}, date '2026-09-01' + 7 * g, 'done', 'file', 1, 'bench' from generate_series(0, ${WEEKS - 1}) as g
    returning taken_on as "takenOn"
  `.execute(tx)
  await sql`
    with first as (select vacancy_id, floor(random() * ${WEEKS})::integer as week from market_vacancy where center_id = ${centerId}),
    week as (select snapshot_id, (taken_on - date '2026-09-01') / 7 as week from market_snapshot
      where center_id = ${centerId} and specialisation_id = ${specialisationId})
    insert into market_snapshot_vacancy (center_id, snapshot_id, vacancy_id)
    select ${centerId}, w.snapshot_id, f.vacancy_id from first f join week w
      on w.week = ${WEEKS - 1} or w.week between f.week and f.week + ${ACTIVE_WEEKS - 1}
  `.execute(tx)
  return rows.map(({ takenOn }) => takenOn)
}
