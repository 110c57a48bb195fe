import { sql } from 'kysely'

import type { Area } from '@pult/contract/market'
import { plainText } from '@pult/engine/market'

import type { Tx } from '../platform/index.ts'
import { builtInAreas, RUSSIA, type AreaNode } from './built-in-areas.ts'
import { asList, asObject, asText } from './vacancy-record.ts'

/** Gives a centre the areas that Pult knows by itself, where it has fewer: regions can be chosen without any source. */
export async function ensureAreas(tx: Tx, centerId: number): Promise<void> {
  if (await hasOwnTree(tx, centerId)) return
  await keepAreas(tx, centerId, builtInAreas)
}

/** A tree of hh.ru has come, or that which Pult knows by itself is there whole. */
async function hasOwnTree(tx: Tx, centerId: number): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from market_area where center_id = ${centerId}`.execute(tx)
  return (rows[0]?.n ?? 0) >= builtInAreas.length
}

/** Keeps the tree of a source. What Pult knew by itself gives way to the place of the same name, specialisations too. */
export async function keepTree(tx: Tx, centerId: number, areas: readonly AreaNode[]): Promise<void> {
  await ensureAreas(tx, centerId)
  await keepAreas(tx, centerId, areas)
  const { rows } = await sql<{ own: string; told: string }>`
    select o.area_id as own, min(t.area_id) as told
    from market_area o join market_area i on i.center_id = o.center_id and i.area_id = o.parent_id
      join market_area t on t.center_id = o.center_id and lower(t.name) = lower(o.name) and t.area_id not like 'RU-%'
      join market_area p on p.center_id = t.center_id and p.area_id = t.parent_id
    where o.center_id = ${centerId} and o.area_id like 'RU-%' and lower(p.name) = lower(i.name)
    group by o.area_id
  `.execute(tx)
  const pairs = JSON.stringify(rows)
  await sql`
    update market_specialisation s set area_id = given.told from jsonb_to_recordset(${pairs}::jsonb) as given (own text, told text)
    where s.center_id = ${centerId} and s.area_id = given.own
  `.execute(tx)
  await sql`
    update market_area a set parent_id = given.told from jsonb_to_recordset(${pairs}::jsonb) as given (own text, told text)
    where a.center_id = ${centerId} and a.parent_id = given.own
  `.execute(tx)
  await sql`
    delete from market_area where center_id = ${centerId} and area_id = any(${rows.map(({ own }) => own)}::text[])`.execute(
    tx,
  )
}

/** Keeps an area tree. A renamed area keeps its id and is found by its former names too; what is gone from the tree stays known. */
export async function keepAreas(tx: Tx, centerId: number, areas: readonly AreaNode[]): Promise<void> {
  await sql`
    insert into market_area (center_id, area_id, parent_id, name)
    select ${centerId}, given."areaId", given."parentId", given.name
    from jsonb_to_recordset(${JSON.stringify(areas)}::jsonb) as given ("areaId" text, "parentId" text, name text)
    on conflict (center_id, area_id) do update set name = excluded.name, parent_id = excluded.parent_id,
      former_names = case when market_area.name = excluded.name then market_area.former_names
        else array_append(array_remove(market_area.former_names, excluded.name::text), market_area.name::text) end
    where (market_area.name, market_area.parent_id) is distinct from (excluded.name, excluded.parent_id)
  `.execute(tx)
}

/** The nodes of a tree as hh.ru tells it. */
export function readAreaTree(told: unknown): AreaNode[] {
  return asList(told).flatMap((node) => {
    const { id, name, parent_id: parentId, areas } = asObject(node)
    const areaId = asText(id)
    const own = asText(name)
    if (areaId === null || own === null) return []
    return [{ areaId, parentId: asText(parentId), name: own }, ...readAreaTree(areas)]
  })
}

export async function findAreas(tx: Tx, centerId: number, search: string): Promise<Area[]> {
  const pattern = `%${plainText(search).replaceAll(/[%_\\]/g, '')}%`
  const missing = (await hasOwnTree(tx, centerId)) ? [] : builtInAreas
  const { rows } = await sql<Area>`
    with known as (
      select area_id, parent_id, name, former_names from market_area where center_id = ${centerId}
      union all
      select "areaId", "parentId", name, '{}'::text[]
      from jsonb_to_recordset(${JSON.stringify(missing)}::jsonb) as given ("areaId" text, "parentId" text, name text)
      where "areaId" not in (select area_id from market_area where center_id = ${centerId})
    )
    select a.area_id as "areaId", a.name, p.name as "parentName", a.former_names as "formerNames"
    from known a left join known p on p.area_id = a.parent_id
    where exists (select 1 from unnest(a.former_names || a.name::text) as one (name)
      where translate(lower(one.name), 'ё', 'е') like ${pattern})
    order by (a.parent_id is null) desc, length(a.name), a.name limit 50
  `.execute(tx)
  return rows
}

/** Whether a vacancy's place lies in the area: by its id where the source tells one, else by name. */
export async function createAreaMatch(
  tx: Tx,
  centerId: number,
  areaId: string | null,
): Promise<(place: { readonly areaId: string | null; readonly city: string | null }) => boolean> {
  if (areaId === null) return () => true
  const { rows } = await sql<{ id: string; names: string[]; inside: boolean }>`
    with recursive inside as (
      select area_id from market_area where center_id = ${centerId} and area_id = ${areaId}
      union select a.area_id from market_area a join inside i on a.parent_id = i.area_id where a.center_id = ${centerId}
    )
    select a.area_id as id, a.former_names || a.name::text as names, i.area_id is not null as inside
    from market_area a left join inside i using (area_id) where a.center_id = ${centerId}
  `.execute(tx)
  const inside = new Set(rows.filter((row) => row.inside).map(({ id }) => id))
  const known = new Set(rows.map(({ id }) => id))
  const namesInside = new Set(rows.filter((row) => row.inside).flatMap(({ names }) => names.map(placeName)))
  const namesKnown = new Set(rows.flatMap(({ names }) => names.map(placeName)))
  // A town that the tree does not know may lie in any country; it is looked for at home.
  const isCountry = rows.some(({ id }) => id === areaId) && areaId === RUSSIA
  return (place) => {
    if (place.areaId !== null && known.has(place.areaId)) return inside.has(place.areaId)
    if (place.city === null) return isCountry
    const name = placeName(place.city)
    return namesInside.has(name) || (isCountry && !namesKnown.has(name))
  }
}

const placeName = (name: string): string => plainText(name).replace(/^(?:г\.?|город)\s+/u, '')
