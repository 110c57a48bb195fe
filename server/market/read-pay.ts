import { sql } from 'kysely'

import { paySplits, type PayReply } from '@pult/contract/market'
import { adjustForMany, payFigures, payKinds, skillPayDifference, taxRuleOn, type PayKind } from '@pult/engine/market'

import type { Tx } from '../platform/index.ts'
import { activeVacancies } from './active-vacancies.ts'
import { readSnapshot } from './snapshot-store.ts'

interface PayRow {
  readonly vacancyId: number
  readonly kind: PayKind
  readonly isGross: boolean | null
  readonly payFrom: number | null
  readonly payTo: number | null
  readonly currency: string | null
  readonly netFrom: number | null
  readonly netTo: number | null
  readonly netPoint: number | null
  readonly city: string | null
  readonly experience: string | null
  readonly schedule: string | null
}

/** Groups smaller than this say more about their employers than about the market. */
const LEAST_OF_GROUP = 5
const MOST_GROUPS = 15
const SKILLS_LOOKED_AT = 40

/** Pay of the vacancies active at the latest snapshot. */
export async function readPay(tx: Tx, centerId: number, specialisationId: number, today: string): Promise<PayReply> {
  const snapshot = await readSnapshot(tx, centerId, specialisationId)
  const rows = snapshot === null ? [] : await readPayRows(tx, centerId, snapshot.snapshotId)
  const monthly = rows.filter((row) => row.kind === 'monthly')
  const rule = taxRuleOn(snapshot?.takenOn ?? today)
  const count = (test: (row: PayRow) => boolean): number => monthly.filter(test).length
  return {
    snapshot,
    all: payFigures(monthly.flatMap(({ netPoint }) => netPoint ?? [])),
    from: payFigures(monthly.flatMap(({ netFrom }) => netFrom ?? [])),
    to: payFigures(monthly.flatMap(({ netTo }) => netTo ?? [])),
    kinds: payKinds.map((kind) => ({ kind, count: rows.filter((row) => row.kind === kind).length })),
    gross: count(({ isGross }) => isGross === true),
    net: count(({ isGross }) => isGross === false),
    unsaid: count(({ isGross }) => isGross === null),
    onlyFrom: count(({ payFrom, payTo }) => payFrom !== null && payTo === null),
    onlyTo: count(({ payFrom, payTo }) => payFrom === null && payTo !== null),
    currencies: currenciesOf(rows),
    taxFrom: rule.from,
    taxParts: rule.parts.map((part) => ({ ...part })),
    groups: groupsOf(monthly),
    skills: snapshot === null ? [] : await skillDifferences(tx, centerId, snapshot.snapshotId, monthly),
  }
}

async function readPayRows(tx: Tx, centerId: number, snapshotId: number): Promise<PayRow[]> {
  const { rows } = await sql<PayRow>`
    select v.vacancy_id as "vacancyId", v.pay_kind as kind, v.is_gross as "isGross", v.pay_from as "payFrom", v.pay_to as "payTo", v.currency,
      v.net_from as "netFrom", v.net_to as "netTo", v.net_point as "netPoint", v.city, v.experience, v.schedule
    from (${activeVacancies(centerId, snapshotId)}) v
  `.execute(tx)
  return rows
}

/** Pay points of the latest snapshot: roubles a month after tax. */
export async function readPayPoints(tx: Tx, centerId: number, specialisationId: number): Promise<number[]> {
  const snapshot = await readSnapshot(tx, centerId, specialisationId)
  if (snapshot === null) return []
  const { rows } = await sql<{ point: number }>`
    select v.net_point as point from (${activeVacancies(centerId, snapshot.snapshotId)}) v where v.net_point is not null
  `.execute(tx)
  return rows.map(({ point }) => point)
}

function currenciesOf(rows: readonly PayRow[]): PayReply['currencies'] {
  const told = rows.flatMap(({ currency }) => currency ?? [])
  return [...Map.groupBy(told, (currency) => currency)]
    .map(([currency, own]) => ({ currency, count: own.length }))
    .toSorted((a, b) => b.count - a.count)
}

function groupsOf(monthly: readonly PayRow[]): PayReply['groups'] {
  return paySplits.flatMap((split) =>
    [...Map.groupBy(monthly, (row) => row[split])]
      .flatMap(([value, own]) => (value === null || own.length < LEAST_OF_GROUP ? [] : [{ split, value, own }]))
      .toSorted((a, b) => b.own.length - a.own.length)
      .slice(0, MOST_GROUPS)
      .map(({ value, own }) => ({ split, value, figures: payFigures(own.flatMap(({ netPoint }) => netPoint ?? [])) })),
  )
}

/** Pay of those that name a skill beside those that do not, within the same city and experience. */
async function skillDifferences(
  tx: Tx,
  centerId: number,
  snapshotId: number,
  monthly: readonly PayRow[],
): Promise<PayReply['skills']> {
  const { rows } = await sql<{ name: string; vacancyIds: number[] }>`
    with most as (
      select c.skill_id, k.key from market_skill_count c join market_skill k on k.center_id = c.center_id and k.skill_id = c.skill_id
      where c.center_id = ${centerId} and c.snapshot_id = ${snapshotId} order by c.active desc, k.key limit ${SKILLS_LOOKED_AT}
    )
    select m.key as name, array_agg(distinct s.vacancy_id) as "vacancyIds"
    from most m join market_skill k on k.center_id = ${centerId} and coalesce(k.same_as, k.skill_id) = m.skill_id
      join market_vacancy_skill s on s.center_id = ${centerId} and s.skill_id = k.skill_id
    where s.vacancy_id = any(${monthly.map(({ vacancyId }) => vacancyId)}::bigint[])
    group by m.key
  `.execute(tx)
  const told = rows.flatMap(({ name, vacancyIds }) => {
    const naming = new Set(vacancyIds.map(Number))
    const difference = skillPayDifference(
      monthly.flatMap(({ vacancyId, netPoint, city, experience }) =>
        netPoint === null ? [] : [{ pay: netPoint, names: naming.has(vacancyId), stratum: `${city} ${experience}` }],
      ),
    )
    return difference === null ? [] : [{ name, ...difference }]
  })
  const adjusted = adjustForMany(told.map(({ pValue }) => pValue))
  return told
    .map(({ name, difference, low, high, naming }, place) => ({
      name,
      difference,
      low,
      high,
      naming,
      pValue: adjusted[place] ?? 1,
    }))
    .toSorted((a, b) => b.difference - a.difference)
}
