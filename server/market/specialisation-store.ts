import { sql } from 'kysely'

import type { Specialisation, SpecialisationChange, SpecialisationDraft } from '@pult/contract/market'

import { conflict, invalid, notFound, staleOrMissing, type Tx } from '../platform/index.ts'
import { ensureAreas } from './area-tree.ts'
import { snapshotColumns } from './snapshot-store.ts'

const columns = sql`
  p.specialisation_id as "specialisationId", p.name, p.kind, p.titles, p.excluded, p.area_id as "areaId", p.is_weekly as "isWeekly", p.version,
  (select a.name from market_area a where a.center_id = p.center_id and a.area_id = p.area_id) as "areaName"`

export async function listSpecialisations(tx: Tx, centerId: number): Promise<Specialisation[]> {
  const { rows } = await sql<Specialisation>`
    select ${columns}, l.latest, (select count(*) from market_snapshot n
      where n.center_id = p.center_id and n.specialisation_id = p.specialisation_id and n.status = 'done') as snapshots,
      exists (select 1 from market_snapshot n where n.center_id = p.center_id and n.specialisation_id = p.specialisation_id and n.cause = 'demo')
        as "isMadeUp"
    from market_specialisation p left join lateral (
      select to_jsonb(o) as latest from (select ${snapshotColumns} from market_snapshot n
        where n.center_id = p.center_id and n.specialisation_id = p.specialisation_id and n.status = 'done'
        order by n.taken_on desc, n.snapshot_id desc limit 1) o
    ) l on true
    where p.center_id = ${centerId} order by p.specialisation_id
  `.execute(tx)
  return rows
}

export async function readSpecialisation(
  tx: Tx,
  centerId: number,
  specialisationId: number,
): Promise<SpecialisationDraft> {
  const { rows } = await sql<SpecialisationDraft & { version: number }>`
    select ${columns} from market_specialisation p where p.center_id = ${centerId} and p.specialisation_id = ${specialisationId}
  `.execute(tx)
  if (rows[0] === undefined) throw notFound('specialisation')
  return rows[0]
}

const MOST = 50

export async function createSpecialisation(tx: Tx, centerId: number, draft: SpecialisationDraft): Promise<number> {
  await refuseUnknownArea(tx, centerId, draft.areaId)
  const { name, kind, titles, excluded, areaId, isWeekly } = draft
  const { rows: there } = await sql<{ n: number }>`
    select count(*) as n from market_specialisation where center_id = ${centerId}`.execute(tx)
  if ((there[0]?.n ?? 0) >= MOST)
    throw conflict('tooManySpecialisations', `A centre looks at ${MOST} specialisations at most: delete one first.`)
  const { rows } = await sql<{ id: number }>`
    insert into market_specialisation (center_id, name, kind, titles, excluded, area_id, is_weekly)
    values (${centerId}, ${name}, ${kind}, ${titles}::text[], ${excluded}::text[], ${areaId}, ${isWeekly}) returning specialisation_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

export async function changeSpecialisation(
  tx: Tx,
  centerId: number,
  specialisationId: number,
  change: SpecialisationChange,
): Promise<number> {
  await refuseUnknownArea(tx, centerId, change.areaId)
  const { name, kind, titles, excluded, areaId, isWeekly, version } = change
  const { rows } = await sql<{ version: number }>`
    update market_specialisation set name = ${name}, kind = ${kind}, titles = ${titles}::text[], excluded = ${excluded}::text[],
      area_id = ${areaId}, is_weekly = ${isWeekly}, version = version + 1
    where center_id = ${centerId} and specialisation_id = ${specialisationId} and version = ${version} returning version
  `.execute(tx)
  if (rows[0] !== undefined) return rows[0].version
  const { rows: there } = await sql`
    select 1 from market_specialisation where center_id = ${centerId} and specialisation_id = ${specialisationId}`.execute(
    tx,
  )
  throw staleOrMissing(there.length > 0, 'specialisation')
}

async function refuseUnknownArea(tx: Tx, centerId: number, areaId: string | null): Promise<void> {
  await ensureAreas(tx, centerId)
  if (areaId === null) return
  const { rows } = await sql`select 1 from market_area where center_id = ${centerId} and area_id = ${areaId}`.execute(
    tx,
  )
  if (rows.length === 0) throw invalid('unknownArea', `body.areaId: no region has the number ${areaId}.`)
}

export async function deleteSpecialisation(tx: Tx, centerId: number, specialisationId: number): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from market_specialisation where center_id = ${centerId} and specialisation_id = ${specialisationId}`.execute(
    tx,
  )
  if (numAffectedRows !== 1n) throw notFound('specialisation')
  await forgetUnseen(tx, centerId)
}

/** Vacancies that no snapshot holds any more are kept for nobody. */
export async function forgetUnseen(tx: Tx, centerId: number): Promise<void> {
  await sql`
    delete from market_vacancy v where v.center_id = ${centerId}
      and not exists (select 1 from market_snapshot_vacancy s where s.center_id = ${centerId} and s.vacancy_id = v.vacancy_id)
      and not exists (select 1 from market_vacancy t join market_snapshot_vacancy s on s.center_id = t.center_id and s.vacancy_id = t.vacancy_id
        where t.center_id = ${centerId} and t.same_as = v.vacancy_id)
  `.execute(tx)
}
