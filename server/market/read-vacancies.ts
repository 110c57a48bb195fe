import { sql } from 'kysely'

import type { VacanciesReply, VacancyCard, VacancyQuery } from '@pult/contract/market'
import { plainText, skillKey } from '@pult/engine/market'

import type { Tx } from '../platform/index.ts'
import { activeVacancies } from './active-vacancies.ts'
import { readSnapshot } from './snapshot-store.ts'

const AT_ONCE = 50

/** Vacancies active at the latest snapshot, the newest first. */
export async function readVacancies(
  tx: Tx,
  centerId: number,
  specialisationId: number,
  { search, skill, offset }: VacancyQuery,
): Promise<VacanciesReply> {
  const snapshot = await readSnapshot(tx, centerId, specialisationId)
  if (snapshot === null) return { total: 0, vacancies: [] }
  const pattern = `%${plainText(search).replaceAll(/[%_\\]/g, '')}%`
  const key = skillKey(skill)
  const { rows } = await sql<VacancyCard & { total: number }>`
    with found as (
      select v.*, count(*) over () as total from (${activeVacancies(centerId, snapshot.snapshotId)}) v
      where (${pattern} = '%%' or translate(lower(concat_ws(' ', v.title, v.employer, v.city)), 'ё', 'е') like ${pattern})
        and (${key}::text is null or exists (
          select 1 from market_vacancy_skill s join market_skill k on k.center_id = s.center_id and k.skill_id = s.skill_id
            left join market_skill g on g.center_id = k.center_id and g.skill_id = k.same_as
          where s.center_id = ${centerId} and s.vacancy_id = v.vacancy_id and ${key}::text in (k.key, g.key)))
      order by v.published_at desc nulls last, v.vacancy_id desc limit ${AT_ONCE} offset ${offset}
    )
    select f.total, f.vacancy_id as "vacancyId", f.title, f.employer, f.city, f.pay_from as "payFrom", f.pay_to as "payTo", f.currency,
      f.is_gross as "isGross", f.pay_per as per, f.pay_kind as "payKind", f.net_point as "netPoint", f.experience, f.schedule, f.source, f.link,
      to_char(f.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "publishedAt", f.first_seen as "firstSeen",
      f.last_seen as "lastSeen", f.is_derived as "isDerived",
      array(select distinct t.source from market_vacancy t where t.center_id = ${centerId} and t.same_as = f.vacancy_id) as "alsoIn",
      array(select k.key from market_vacancy_skill s join market_skill k on k.center_id = s.center_id and k.skill_id = s.skill_id
        where s.center_id = ${centerId} and s.vacancy_id = f.vacancy_id order by k.key) as skills
    from found f order by f.published_at desc nulls last, f.vacancy_id desc
  `.execute(tx)
  return { total: rows[0]?.total ?? 0, vacancies: rows.map(({ total: _total, ...card }) => card) }
}
