import { sql, type RawBuilder } from 'kysely'

import type { VacanciesReply, VacancyCard, VacancyQuery } from '@pult/contract/market'
import { plainText, skillKey } from '@pult/engine/market'

import { isoText, type Tx } from '../platform/index.ts'
import { readSnapshot } from './snapshot-store.ts'

const AT_ONCE = 50

/** Vacancies active at the latest snapshot, the newest first, after the one that was shown last. */
export async function readVacancies(
  tx: Tx,
  centerId: number,
  specialisationId: number,
  { search, skill, after }: VacancyQuery,
): Promise<VacanciesReply> {
  const snapshot = await readSnapshot(tx, centerId, specialisationId)
  if (snapshot === null) return { total: 0, vacancies: [], next: null }
  const words = soughtWords(search)
  const named = await soughtSkill(tx, centerId, snapshot.snapshotId, skill)
  const listed = sql`
    from market_listing l where l.center_id = ${centerId} and l.specialisation_id = ${specialisationId} ${words ?? sql``} ${named?.test ?? sql``}`
  // Without words an index gives the page, of those newest first or of those that name the skill, and how many there are is known already.
  // With words all are looked through once, for the page and for how many there are.
  const sight = words === null ? sql`not materialized` : sql`materialized`
  const total =
    words === null ? sql`${named?.vacancies ?? snapshot.vacancies}::integer` : sql`(select count(*) from sought)`
  const { rows } = await sql<{ total: number; card: (VacancyCard & { place: string; row: number }) | null }>`
    with sought as ${sight} (select l.vacancy_id, l.published_at ${listed}), found as (
      select * from sought l where true ${afterPlace(after)} order by l.published_at desc, l.vacancy_id desc limit ${AT_ONCE}
    ), card as (select v.vacancy_id as "vacancyId", v.title, v.employer, v.city, v.pay_from as "payFrom", v.pay_to as "payTo", v.currency,
      v.is_gross as "isGross", v.pay_per as per, v.pay_kind as "payKind", v.net_point as "netPoint", v.experience, v.schedule, v.source, v.link,
      ${isoText('v.published_at', 'seconds')} as "publishedAt", v.first_seen as "firstSeen",
      v.last_seen as "lastSeen", v.is_derived as "isDerived",
      array(select distinct t.source from market_vacancy t where t.center_id = ${centerId} and t.same_as = f.vacancy_id) as "alsoIn",
      array(select k.key from market_vacancy_skill s join market_skill k on k.center_id = s.center_id and k.skill_id = s.skill_id
        where s.center_id = ${centerId} and s.vacancy_id = f.vacancy_id order by k.key) as skills,
      case when isfinite(f.published_at) then trunc(extract(epoch from f.published_at) * 1000000)::text else 'none' end || '.' || f.vacancy_id as place,
      row_number() over (order by f.published_at desc, f.vacancy_id desc) as row
    from found f join market_vacancy v on v.center_id = ${centerId} and v.vacancy_id = f.vacancy_id
    )
    select ${total} as total, to_jsonb(c) as card from (select 1) one left join card c on true order by c.row
  `.execute(tx)
  const cards = rows.flatMap(({ card }) => card ?? [])
  return {
    total: rows[0]?.total ?? 0,
    vacancies: cards.map(({ place: _place, row: _row, ...card }) => card),
    next: cards.length < AT_ONCE ? null : (cards.at(-1)?.place ?? null),
  }
}

/** What its title, employer or city must have; null where everything will do. */
function soughtWords(search: string): RawBuilder<unknown> | null {
  const pattern = `%${plainText(search).replaceAll(/[%_\\]/g, '')}%`
  return pattern === '%%' ? null : sql`and l.words like ${pattern}`
}

interface SoughtSkill {
  readonly test: RawBuilder<unknown>
  /** How many of the snapshot name it, as the table of skills says. */
  readonly vacancies: number
}

/** The skill by any name that is counted as it; null where everything will do. */
async function soughtSkill(tx: Tx, centerId: number, snapshotId: number, skill: string): Promise<SoughtSkill | null> {
  const key = skillKey(skill)
  if (key === null) return null
  const { rows } = await sql<{ id: number; vacancies: number }>`
    select m.skill_id as id, coalesce(c.active, 0) as vacancies
    from (select coalesce(same_as, skill_id) as root from market_skill where center_id = ${centerId} and key = ${key}) k
      join market_skill m on m.center_id = ${centerId} and (m.skill_id = k.root or m.same_as = k.root)
      left join market_skill_count c on c.center_id = ${centerId} and c.snapshot_id = ${snapshotId} and c.skill_id = k.root
  `.execute(tx)
  const ids = rows.map(({ id }) => id)
  const test = sql`and exists (select 1 from market_vacancy_skill s
    where s.center_id = ${centerId} and s.vacancy_id = l.vacancy_id and s.skill_id = any(${ids}::bigint[]))`
  return { test, vacancies: rows[0]?.vacancies ?? 0 }
}

/** Microseconds since 1970 and the vacancy's number: the place of the last one shown. */
function afterPlace(after: string): RawBuilder<unknown> {
  if (after === '') return sql``
  const [published = '', vacancyId = ''] = after.split('.')
  const instant =
    published === 'none'
      ? sql`'-infinity'::timestamptz`
      : sql`timestamptz 'epoch' + ${published}::bigint * interval '1 microsecond'`
  return sql`and (l.published_at, l.vacancy_id) < (${instant}, ${vacancyId}::bigint)`
}
