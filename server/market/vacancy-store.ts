import { sql } from 'kysely'

import { comparablePay, skillKey, vacancyFingerprint } from '@pult/engine/market'

import type { Tx } from '../platform/index.ts'
import type { VacancyRecord } from './vacancy-record.ts'

export interface Kept {
  readonly vacancyIds: readonly number[]
  readonly fresh: number
  /** Names of skills that are none. */
  readonly skillsTooLong: number
}

const AT_ONCE = 500

/** Keeps vacancies as they were told on a day; those that are known are brought up to date. */
export async function keepVacancies(
  tx: Tx,
  centerId: number,
  records: readonly VacancyRecord[],
  day: string,
): Promise<Kept> {
  const vacancyIds: number[] = []
  let fresh = 0
  let skillsTooLong = 0
  for (let start = 0; start < records.length; start += AT_ONCE) {
    const part = records.slice(start, start + AT_ONCE).map((record) => withKeys(record))
    skillsTooLong += part.reduce((sum, { tooLong }) => sum + tooLong, 0)
    const kept = await upsert(tx, centerId, part, day)
    await keepSkills(tx, centerId, part, kept)
    vacancyIds.push(...kept.map(({ vacancyId }) => vacancyId))
    fresh += kept.filter(({ isFresh }) => isFresh).length
  }
  return { vacancyIds, fresh, skillsTooLong }
}

interface WithKeys {
  readonly record: VacancyRecord
  readonly keys: readonly string[]
  readonly tooLong: number
}

function withKeys(record: VacancyRecord): WithKeys {
  const keys = record.skills.map(skillKey)
  return {
    record,
    keys: [...new Set(keys.filter((key) => key !== null))],
    tooLong: record.skills.filter((skill, place) => keys[place] === null && skill.trim() !== '').length,
  }
}

interface KeptRow {
  readonly vacancyId: number
  readonly source: string
  readonly externalId: string
  readonly isFresh: boolean
}

async function upsert(tx: Tx, centerId: number, part: readonly WithKeys[], day: string): Promise<KeptRow[]> {
  const given = part.map(({ record: { pay, skills: _skills, ...own } }) => {
    const made = comparablePay(pay, day)
    return {
      ...own,
      payFrom: pay?.from ?? null,
      payTo: pay?.to ?? null,
      currency: pay?.currency ?? null,
      isGross: pay?.isGross ?? null,
      payPer: pay?.per ?? null,
      payKind: made.kind,
      netFrom: made.netFrom,
      netTo: made.netTo,
      netPoint: made.netPoint,
      isMadeUp: own.isMadeUp ?? false,
      fingerprint: vacancyFingerprint(own),
    }
  })
  const { rows } = await sql<KeptRow>`
    insert into market_vacancy as v (center_id, source, external_id, link, title, employer, area_id, city, published_at, first_seen, last_seen,
      pay_from, pay_to, currency, is_gross, pay_per, pay_kind, net_from, net_to, net_point, experience, schedule, is_derived, is_made_up,
      fingerprint, raw)
    select ${centerId}, source, "externalId", link, title, employer, "areaId", city, "publishedAt", ${day}::date, ${day}::date,
      "payFrom", "payTo", currency, "isGross", "payPer", "payKind", "netFrom", "netTo", "netPoint", experience, schedule, "isDerived", "isMadeUp",
      fingerprint, raw
    from jsonb_to_recordset(${jsonText(given)}::jsonb) as given (source text, "externalId" text, link text, title text, employer text, "areaId" text,
      city text, "publishedAt" timestamptz, "payFrom" double precision, "payTo" double precision, currency text, "isGross" boolean, "payPer" text,
      "payKind" text, "netFrom" double precision, "netTo" double precision, "netPoint" double precision, experience text, schedule text,
      "isDerived" boolean, "isMadeUp" boolean, fingerprint text, raw jsonb)
    on conflict (center_id, source, external_id) do update set link = excluded.link, title = excluded.title, employer = excluded.employer,
      area_id = excluded.area_id, city = excluded.city, published_at = excluded.published_at, pay_from = excluded.pay_from,
      pay_to = excluded.pay_to, currency = excluded.currency, is_gross = excluded.is_gross, pay_per = excluded.pay_per, pay_kind = excluded.pay_kind,
      net_from = excluded.net_from, net_to = excluded.net_to, net_point = excluded.net_point, experience = excluded.experience,
      schedule = excluded.schedule, is_derived = excluded.is_derived, fingerprint = excluded.fingerprint, raw = excluded.raw,
      first_seen = least(v.first_seen, excluded.first_seen), last_seen = greatest(v.last_seen, excluded.last_seen)
    returning v.vacancy_id as "vacancyId", v.source, v.external_id as "externalId", (xmax = 0) as "isFresh"
  `.execute(tx)
  return rows
}

/** PostgreSQL keeps no zero bytes in text. */
const jsonText = (value: unknown): string => JSON.stringify(value).replaceAll(String.raw`\u0000`, '')

async function keepSkills(
  tx: Tx,
  centerId: number,
  part: readonly WithKeys[],
  kept: readonly KeptRow[],
): Promise<void> {
  const skillIds = await ensureSkills(tx, centerId, [...new Set(part.flatMap(({ keys }) => keys))])
  const idOf = new Map(kept.map(({ vacancyId, source, externalId }) => [`${source} ${externalId}`, vacancyId]))
  const named = part.flatMap(({ record, keys }) => {
    const vacancyId = idOf.get(`${record.source} ${record.externalId}`)
    return vacancyId === undefined ? [] : keys.map((key) => ({ vacancyId, skillId: skillIds.get(key) }))
  })
  await sql`
    delete from market_vacancy_skill where center_id = ${centerId} and vacancy_id = any(${kept.map(({ vacancyId }) => vacancyId)}::bigint[])
  `.execute(tx)
  await sql`
    insert into market_vacancy_skill (center_id, vacancy_id, skill_id)
    select ${centerId}, "vacancyId", "skillId" from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as given ("vacancyId" bigint, "skillId" bigint)
    on conflict do nothing
  `.execute(tx)
}

/** The ids of skills by their keys; those that are new are made. */
export async function ensureSkills(
  tx: Tx,
  centerId: number,
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  // In one order, so that two refreshes that meet the same new skills do not wait for each other in a circle.
  const ordered = keys.toSorted()
  await sql`
    insert into market_skill (center_id, key) select ${centerId}, key from unnest(${ordered}::text[]) as given (key) on conflict do nothing
  `.execute(tx)
  const { rows } = await sql<{ id: number; key: string }>`
    select skill_id as id, key from market_skill where center_id = ${centerId} and key = any(${ordered}::text[])
  `.execute(tx)
  return new Map(rows.map(({ id, key }) => [key, id]))
}

/** Vacancies of a source that are known already, with when they were published. */
export async function knownVacancies(
  tx: Tx,
  centerId: number,
  source: string,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly vacancyId: number; readonly publishedAt: string | null }>> {
  const { rows } = await sql<{ externalId: string; vacancyId: number; publishedAt: Date | null }>`
    select external_id as "externalId", vacancy_id as "vacancyId", published_at as "publishedAt" from market_vacancy
    where center_id = ${centerId} and source = ${source} and external_id = any(${externalIds}::text[])
  `.execute(tx)
  return new Map(
    rows.map(({ externalId, vacancyId, publishedAt }) => [
      externalId,
      { vacancyId, publishedAt: publishedAt?.toISOString() ?? null },
    ]),
  )
}

/** The names of skills that vacancies have been told with, for sources that list none. */
export async function skillDictionary(tx: Tx, centerId: number): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select k.key from market_skill k where center_id = ${centerId}
      and exists (select 1 from market_vacancy_skill s where s.center_id = ${centerId} and s.skill_id = k.skill_id)
    order by k.skill_id limit 20000
  `.execute(tx)
  return rows.map(({ key }) => key)
}
