import { sql } from 'kysely'

import type { MarketSkill, SkillQuery, SkillsReply } from '@pult/contract/market'
import { adjustForMany, plainText, shareTrend, skillShare } from '@pult/engine/market'
import { dayNumber } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import { readSnapshot } from './snapshot-store.ts'

/** As many snapshots as a year of weeks has. */
const SERIES = 53

interface SnapshotPoint {
  readonly snapshotId: number
  readonly takenOn: string
  readonly activeNamed: number
  readonly freshNamed: number
}

interface CountRow {
  readonly skillId: number
  readonly name: string
  readonly naming: number
  readonly names: number
}

/** The table of skills at a snapshot, with how each stood at those before it. */
export async function readSkills(
  tx: Tx,
  centerId: number,
  specialisationId: number,
  { snapshotId, scope, search, sort, limit }: SkillQuery,
): Promise<SkillsReply> {
  const snapshot = await readSnapshot(tx, centerId, specialisationId, snapshotId)
  const nothing = { snapshot, scope, vacancies: 0, named: 0, derived: 0, total: 0, days: [], skills: [] }
  if (snapshot === null) return nothing
  const totals = await readTotals(tx, centerId, snapshot.snapshotId, scope)
  if (totals.named === 0) return { ...nothing, ...totals }
  const wanted = { snapshotId: snapshot.snapshotId, scope, search, sort, limit }
  const { rows, total } = await readCounts(tx, centerId, wanted)
  const points = await readPoints(tx, centerId, specialisationId, snapshot)
  const skills = await withSeries(tx, centerId, rows, points, totals.named)
  return {
    snapshot,
    scope,
    ...totals,
    total,
    days: points.map(({ takenOn }) => takenOn),
    skills: sort === 'trend' ? skills.toSorted(bySureness).slice(0, limit) : skills,
  }
}

const bySureness = (a: MarketSkill, b: MarketSkill): number => (a.pValue ?? 2) - (b.pValue ?? 2) || b.share - a.share

async function readTotals(
  tx: Tx,
  centerId: number,
  snapshotId: number,
  scope: SkillQuery['scope'],
): Promise<{ vacancies: number; named: number; derived: number }> {
  const of = (name: string) => sql.ref(`${scope}${name}`)
  const { rows } = await sql<{ vacancies: number; named: number; derived: number }>`
    select ${of('')} as vacancies, ${of('_named')} as named, ${of('_derived')} as derived from market_snapshot
    where center_id = ${centerId} and snapshot_id = ${snapshotId}
  `.execute(tx)
  return rows[0] ?? { vacancies: 0, named: 0, derived: 0 }
}

/** Trends are looked for among the most named. */
const TRENDS_AMONG = 300

async function readCounts(
  tx: Tx,
  centerId: number,
  { snapshotId, scope, search, sort, limit }: Required<SkillQuery>,
): Promise<{ rows: CountRow[]; total: number }> {
  const pattern = `%${plainText(search).replaceAll(/[%_\\]/g, '')}%`
  const naming = sql.ref(`c.${scope}`)
  const order = sort === 'name' ? sql`k.key, ${naming} desc` : sql`${naming} desc, k.key`
  const most = sort === 'trend' ? TRENDS_AMONG : limit
  const { rows } = await sql<CountRow & { total: number }>`
    with found as (
      select c.skill_id as "skillId", k.key as name, ${naming} as naming, count(*) over () as total
      from market_skill_count c join market_skill k on k.center_id = c.center_id and k.skill_id = c.skill_id
      where c.center_id = ${centerId} and c.snapshot_id = ${snapshotId} and ${naming} > 0
        and (${pattern} = '%%' or k.key collate "C" like ${pattern})
      order by ${order} limit ${most}
    )
    select f.*, 1 + (select count(*) from market_skill m where m.center_id = ${centerId} and m.same_as = f."skillId") as names from found f
    order by ${sort === 'name' ? sql`name, naming desc` : sql`naming desc, name`}
  `.execute(tx)
  return { rows, total: rows[0]?.total ?? 0 }
}

/** Snapshots up to the one that is looked at, one a day, oldest first. */
async function readPoints(
  tx: Tx,
  centerId: number,
  specialisationId: number,
  upTo: { readonly snapshotId: number; readonly takenOn: string },
): Promise<SnapshotPoint[]> {
  const { rows } = await sql<SnapshotPoint>`
    select distinct on (taken_on) snapshot_id as "snapshotId", taken_on as "takenOn", active_named as "activeNamed", fresh_named as "freshNamed"
    from market_snapshot where center_id = ${centerId} and specialisation_id = ${specialisationId} and status = 'done'
      and (taken_on < ${upTo.takenOn} or snapshot_id = ${upTo.snapshotId})
    order by taken_on desc, snapshot_id desc limit ${SERIES}
  `.execute(tx)
  return rows.toReversed()
}

async function withSeries(
  tx: Tx,
  centerId: number,
  rows: readonly CountRow[],
  points: readonly SnapshotPoint[],
  named: number,
): Promise<MarketSkill[]> {
  const { rows: counts } = await sql<{ snapshotId: number; skillId: number; active: number; fresh: number }>`
    select snapshot_id as "snapshotId", skill_id as "skillId", active, fresh from market_skill_count
    where center_id = ${centerId} and snapshot_id = any(${points.map(({ snapshotId }) => snapshotId)}::bigint[])
      and skill_id = any(${rows.map(({ skillId }) => skillId)}::bigint[])
  `.execute(tx)
  const bySkill = Map.groupBy(counts, ({ skillId }) => skillId)
  const skills = rows.map(({ skillId, name, naming, names }) => {
    const own = new Map(bySkill.get(skillId)?.map((count) => [count.snapshotId, count]))
    const { share, interval } = skillShare(naming, named)
    const trend = shareTrend(
      points.map((point) => ({
        day: dayNumber(point.takenOn),
        naming: own.get(point.snapshotId)?.fresh ?? 0,
        named: point.freshNamed,
      })),
    )
    const series = points.map(({ snapshotId, activeNamed }) =>
      activeNamed === 0 ? null : (own.get(snapshotId)?.active ?? 0) / activeNamed,
    )
    const { low, high } = interval
    return {
      skillId,
      name,
      names,
      naming,
      share,
      low,
      high,
      series,
      perMonth: trend?.perMonth ?? null,
      pValue: trend?.pValue ?? null,
    }
  })
  const adjusted = adjustForMany(skills.map(({ pValue }) => pValue))
  return skills.map((skill, place) => ({ ...skill, pValue: adjusted[place] ?? null }))
}

/** What other rooms ask of the market: skills of a specialisation by how often they are asked for, the most first. */
export async function readSkillShares(
  tx: Tx,
  centerId: number,
  specialisationId: number,
): Promise<
  readonly { readonly name: string; readonly share: number; readonly naming: number; readonly named: number }[]
> {
  const { skills, named } = await readSkills(tx, centerId, specialisationId, {
    scope: 'active',
    search: '',
    sort: 'share',
    limit: 5000,
  })
  return skills.map(({ name, share, naming }) => ({ name, share, naming, named }))
}
