import { sql, type RawBuilder } from 'kysely'

import { paySplits, type PayReply } from '@pult/contract/market'
import {
  adjustForMany,
  payFigures,
  payKinds,
  skillPayDifference,
  taxRuleOn,
  type PaidStratum,
  type PayCount,
  type PayKind,
} from '@pult/engine/market'

import type { Tx } from '../platform/index.ts'

/** Whose pay: the latest snapshot of a specialisation, as it is listed. */
export interface PayPlace {
  readonly specialisationId: number
  readonly snapshotId: number
  readonly takenOn: string
}

/** Pay as it is kept with a snapshot. */
export interface KeptPay {
  readonly overview: Omit<PayReply, 'snapshot'>
  readonly points: readonly PayCount[]
}

/** Groups smaller than this say more about their employers than about the market. */
const LEAST_OF_GROUP = 5
const MOST_GROUPS = 15
const SKILLS_LOOKED_AT = 40

/** Counts pay of the vacancies listed. PostgreSQL counts what adds up; figures are made of the counts. */
export async function countPay(tx: Tx, centerId: number, place: PayPlace): Promise<KeptPay> {
  const own = listed(centerId, place)
  const kinds = await countKinds(tx, own)
  const points = await countPoints(tx, own)
  const of = (split: string): PayCount[] => points.filter((point) => point.split === split)
  const monthly = kinds.find(({ kind }) => kind === 'monthly') ?? { ...NO_PAY, kind: 'monthly' }
  const { gross, net, unsaid, onlyFrom, onlyTo } = monthly
  const overview = {
    ...emptyPay(place.takenOn),
    all: payFigures(of('all')),
    from: payFigures(of('from')),
    to: payFigures(of('to')),
    kinds: payKinds.map((kind) => ({ kind, count: kinds.find((one) => one.kind === kind)?.count ?? 0 })),
    gross,
    net,
    unsaid,
    onlyFrom,
    onlyTo,
    currencies: await countCurrencies(tx, own),
    groups: groupsOf(points),
    skills: await skillDifferences(tx, centerId, place),
  }
  return { overview, points: of('all').map(({ pay, vacancies }) => ({ pay, vacancies })) }
}

/** What is told where there are no vacancies: by which rule they would be converted. */
export function emptyPay(day: string): KeptPay['overview'] {
  const none = payFigures([])
  const rule = taxRuleOn(day)
  return {
    all: none,
    from: none,
    to: none,
    kinds: payKinds.map((kind) => ({ kind, count: 0 })),
    gross: 0,
    net: 0,
    unsaid: 0,
    onlyFrom: 0,
    onlyTo: 0,
    currencies: [],
    taxFrom: rule.from,
    taxParts: rule.parts.map((part) => ({ ...part })),
    groups: [],
    skills: [],
  }
}

const listed = (centerId: number, { specialisationId }: PayPlace): RawBuilder<unknown> => sql`
  market_listing l join market_vacancy v on v.center_id = ${centerId} and v.vacancy_id = l.vacancy_id
  where l.center_id = ${centerId} and l.specialisation_id = ${specialisationId}`

const NO_PAY = { count: 0, gross: 0, net: 0, unsaid: 0, onlyFrom: 0, onlyTo: 0 }

async function countKinds(tx: Tx, own: RawBuilder<unknown>): Promise<(typeof NO_PAY & { readonly kind: PayKind })[]> {
  const { rows } = await sql<typeof NO_PAY & { kind: PayKind }>`
    select v.pay_kind as kind, count(*) as count, count(*) filter (where v.is_gross) as gross, count(*) filter (where not v.is_gross) as net,
      count(*) filter (where v.is_gross is null) as unsaid, count(*) filter (where v.pay_from is not null and v.pay_to is null) as "onlyFrom",
      count(*) filter (where v.pay_from is null and v.pay_to is not null) as "onlyTo"
    from ${own} group by v.pay_kind
  `.execute(tx)
  return rows
}

async function countCurrencies(tx: Tx, own: RawBuilder<unknown>): Promise<PayReply['currencies']> {
  const { rows } = await sql<PayReply['currencies'][number]>`
    select v.currency, count(*) as count from ${own} and v.currency is not null group by v.currency order by 2 desc, 1
  `.execute(tx)
  return rows
}

interface Point extends PayCount {
  readonly split: string
  readonly value: string
}

/** How many vacancies pay so much: of all, of the lower and the upper bounds, and of the largest groups of each split. */
async function countPoints(tx: Tx, own: RawBuilder<unknown>): Promise<Point[]> {
  const { rows } = await sql<Point>`
    with told as materialized (
      select t.split, t.value, t.pay, count(*) as vacancies
      from (select v.* from ${own} and v.pay_kind = 'monthly') v cross join lateral (values ('all', '', v.net_point), ('from', '', v.net_from),
        ('to', '', v.net_to), ('city', v.city collate "C", v.net_point), ('experience', v.experience collate "C", v.net_point),
        ('schedule', v.schedule collate "C", v.net_point)) t (split, value, pay)
      where t.value is not null and t.pay is not null group by t.split, t.value, t.pay
    ), ranked as (
      select split, value, row_number() over (partition by split order by sum(vacancies) desc, value) as place
      from told group by split, value having value = '' or sum(vacancies) >= ${LEAST_OF_GROUP}
    )
    select t.split, t.value, t.pay, t.vacancies from told t join ranked r using (split, value)
    where r.place <= ${MOST_GROUPS} order by t.split, r.place, t.pay
  `.execute(tx)
  return rows
}

function groupsOf(points: readonly Point[]): PayReply['groups'] {
  return paySplits.flatMap((split) =>
    [
      ...Map.groupBy(
        points.filter((point) => point.split === split),
        ({ value }) => value,
      ),
    ].map(([value, own]) => ({ split, value, figures: payFigures(own) })),
  )
}

interface SkillStratum {
  readonly name: string
  readonly n: number
  readonly sum: number
  readonly squares: number
  readonly allN: number
  readonly allSum: number
  readonly allSquares: number
}

/** Pay of those that name a skill beside those that do not, within the same city and experience. */
async function skillDifferences(tx: Tx, centerId: number, place: PayPlace): Promise<PayReply['skills']> {
  const byName = Map.groupBy(await readStrata(tx, centerId, place), ({ name }) => name)
  const told = [...byName].flatMap(([name, own]) => {
    const difference = skillPayDifference(own.map(stratumOf))
    return difference === null ? [] : [{ name, ...difference }]
  })
  const adjusted = adjustForMany(told.map(({ pValue }) => pValue))
  return told
    .map(({ name, difference, low, high, naming }, index) => ({
      name,
      difference,
      low,
      high,
      naming,
      pValue: adjusted[index] ?? 1,
    }))
    .toSorted((a, b) => b.difference - a.difference)
}

const stratumOf = ({ n, sum, squares, allN, allSum, allSquares }: SkillStratum): PaidStratum => ({
  naming: { n, sum, squares },
  others: { n: allN - n, sum: allSum - sum, squares: allSquares - squares },
})

async function readStrata(tx: Tx, centerId: number, place: PayPlace): Promise<SkillStratum[]> {
  const { rows } = await sql<SkillStratum>`
    with paid as materialized (
      select v.vacancy_id, ln(v.net_point) as log, dense_rank() over (order by v.city collate "C", v.experience collate "C") as stratum
      from ${listed(centerId, place)} and v.pay_kind = 'monthly'
    ), stratum as (
      select stratum, count(*) as n, sum(log) as sum, sum(log * log) as squares from paid group by stratum
    ), most as (
      select c.skill_id, k.key from market_skill_count c join market_skill k on k.center_id = c.center_id and k.skill_id = c.skill_id
      where c.center_id = ${centerId} and c.snapshot_id = ${place.snapshotId} order by c.active desc, k.key limit ${SKILLS_LOOKED_AT}
    ), naming as (
      select distinct m.skill_id, m.key, s.vacancy_id
      from most m join market_skill k on k.center_id = ${centerId} and coalesce(k.same_as, k.skill_id) = m.skill_id
        join market_vacancy_skill s on s.center_id = ${centerId} and s.skill_id = k.skill_id
    )
    select g.*, a.n as "allN", a.sum as "allSum", a.squares as "allSquares" from (
      select n.key as name, p.stratum, count(*) as n, sum(p.log) as sum, sum(p.log * p.log) as squares
      from naming n join paid p using (vacancy_id) group by n.key, p.stratum
    ) g join stratum a using (stratum) order by g.name, g.stratum
  `.execute(tx)
  return rows
}
