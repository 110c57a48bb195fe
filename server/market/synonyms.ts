import { sql } from 'kysely'

import type { Suggestion, SynonymGroup, SynonymsReply } from '@pult/contract/market-synonyms'
import { suggestSynonyms } from '@pult/engine/market'

import { conflict, notFound, type Caller, type Tx } from '../platform/index.ts'
import { recountSkills } from './count-snapshot.ts'
import { forgetPay } from './keep-pay.ts'
import { readSkills } from './read-skills.ts'

const LOOKED_AT = 2000
const SHOWN = 30

/** What may be one thing, and what was decided. */
export async function readSynonyms(tx: Tx, centerId: number, specialisationId: number): Promise<SynonymsReply> {
  const table = await readSkills(tx, centerId, specialisationId, {
    scope: 'active',
    search: '',
    sort: 'share',
    limit: LOOKED_AT,
  })
  const { rows: refused } = await sql<{ one: number; other: number }>`
    select skill_id as one, other_id as other from market_not_synonym where center_id = ${centerId}`.execute(tx)
  const known = new Map(table.skills.map((skill) => [skill.name, skill]))
  const suggested = suggestSynonyms(table.skills.map(({ name, naming }) => ({ skill: name, naming })))
    .map(({ skills }) => skills.flatMap((name) => known.get(name) ?? []))
    .map((skills) => withoutRefused(skills, refused))
    .filter((skills) => skills.length > 1)
    .slice(0, SHOWN)
  const together =
    table.snapshot === null
      ? []
      : await countTogether(
          tx,
          { centerId, specialisationId },
          suggested.map((skills) => skills.map(({ skillId }) => skillId)),
        )
  const suggestions = suggested.map((skills, place): Suggestion => ({
    skills: skills.map(({ skillId, name, naming, share }) => ({ skillId, name, naming, share })),
    together: table.named === 0 ? 0 : (together[place] ?? 0) / table.named,
  }))
  return { suggestions, groups: await listGroups(tx, centerId), refused: refused.length }
}

/** Of a pair that was refused the less named one goes. */
function withoutRefused<Skill extends { readonly skillId: number }>(
  skills: readonly Skill[],
  refused: readonly { readonly one: number; readonly other: number }[],
): Skill[] {
  const isRefused = (a: number, b: number): boolean =>
    refused.some(({ one, other }) => (one === a && other === b) || (one === b && other === a))
  const kept: Skill[] = []
  for (const skill of skills) if (!kept.some((one) => isRefused(one.skillId, skill.skillId))) kept.push(skill)
  return kept
}

/** Vacancies that name at least one skill of each group. */
async function countTogether(
  tx: Tx,
  { centerId, specialisationId }: { readonly centerId: number; readonly specialisationId: number },
  groups: readonly (readonly number[])[],
): Promise<number[]> {
  const given = groups.flatMap((skillIds, place) => skillIds.map((skillId) => ({ place, skillId })))
  const { rows } = await sql<{ place: number; naming: number }>`
    select g.place, count(distinct s.vacancy_id) as naming
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g (place integer, "skillId" bigint)
      join market_skill k on k.center_id = ${centerId} and coalesce(k.same_as, k.skill_id) = g."skillId"
      join market_vacancy_skill s on s.center_id = ${centerId} and s.skill_id = k.skill_id
      join market_listing l on l.center_id = ${centerId} and l.specialisation_id = ${specialisationId} and l.vacancy_id = s.vacancy_id
    group by g.place
  `.execute(tx)
  const naming = new Map(rows.map((row) => [row.place, row.naming]))
  return groups.map((_group, place) => naming.get(place) ?? 0)
}

async function listGroups(tx: Tx, centerId: number): Promise<SynonymGroup[]> {
  const { rows } = await sql<SynonymGroup>`
    select k.skill_id as "skillId", k.key as name, max(m.grouped_by_name) as "madeByName",
      to_char(max(m.grouped_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt",
      jsonb_agg(jsonb_build_object('skillId', m.skill_id, 'name', m.key) order by m.key) as members
    from market_skill m join market_skill k on k.center_id = m.center_id and k.skill_id = m.same_as
    where m.center_id = ${centerId} group by k.skill_id, k.key order by max(m.grouped_at) desc
  `.execute(tx)
  return rows
}

/** Counts skills under the name of the first; groups they were in go with them. Resolves to the names, for the log. */
export async function groupSkills(tx: Tx, caller: Caller, skillIds: readonly number[]): Promise<string[]> {
  const { centerId } = caller
  const names = await namesOf(tx, centerId, skillIds)
  const [first] = skillIds
  const { rows } = await sql<{ id: number }>`
    update market_skill set same_as = case when skill_id = ${first} then null else ${first}::bigint end, grouped_by_name = ${caller.name}, grouped_at = now()
    where center_id = ${centerId} and (skill_id = any(${skillIds}::bigint[]) or same_as = any(${skillIds}::bigint[])) returning skill_id as id
  `.execute(tx)
  await recountSkills(tx, centerId, [...rows.map(({ id }) => id), ...skillIds])
  await forgetPay(tx, centerId)
  return names
}

/** Undoes a group: its skills are counted apart again. */
export async function ungroupSkills(tx: Tx, centerId: number, skillId: number): Promise<string[]> {
  const names = await namesOf(tx, centerId, [skillId])
  const { rows } = await sql<{ id: number; name: string }>`
    update market_skill set same_as = null where center_id = ${centerId} and same_as = ${skillId} returning skill_id as id, key as name
  `.execute(tx)
  if (rows.length === 0) throw conflict('noGroup', 'These skills are counted apart already.')
  // What comes out of a group has no counts of its own yet: snapshots that knew the group are counted for all of them.
  await recountSkills(tx, centerId, [skillId, ...rows.map(({ id }) => id)])
  await forgetPay(tx, centerId)
  return [...names, ...rows.map(({ name }) => name)]
}

export async function refuseSynonyms(tx: Tx, centerId: number, skillIds: readonly number[]): Promise<string[]> {
  const names = await namesOf(tx, centerId, skillIds)
  const pairs = skillIds.flatMap((one, place) => skillIds.slice(place + 1).map((other) => ({ one, other })))
  await sql`
    insert into market_not_synonym (center_id, skill_id, other_id)
    select ${centerId}, least(one, other), greatest(one, other)
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as given (one bigint, other bigint) on conflict do nothing
  `.execute(tx)
  return names
}

export async function forgetRefused(tx: Tx, centerId: number): Promise<void> {
  await sql`delete from market_not_synonym where center_id = ${centerId}`.execute(tx)
}

async function namesOf(tx: Tx, centerId: number, skillIds: readonly number[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select key as name from market_skill where center_id = ${centerId} and skill_id = any(${skillIds}::bigint[])
    order by array_position(${skillIds}::bigint[], skill_id)
  `.execute(tx)
  if (rows.length !== new Set(skillIds).size) throw notFound('skill')
  return rows.map(({ name }) => name)
}
