import { sql } from 'kysely'

import type { DigestQuery } from '@pult/contract/market-digest'
import type { SnapshotSummary } from '@pult/contract/market-words'
import type { SkillTwice } from '@pult/engine/market'

import type { Tx } from '../platform/index.ts'
import { readSnapshot, snapshotColumns } from './snapshot-store.ts'

/** New vacancies are compared with those that were new in so many days before. */
const REFERENCE_DAYS = 90

/** Two snapshots that are compared, and those whose new vacancies are. */
export interface Chain {
  readonly specialisationId: number
  readonly now: SnapshotSummary | null
  readonly former: SnapshotSummary | null
  /** Snapshots after `former` up to `now`; and those up to `former` that they are held against. */
  readonly after: readonly number[]
  readonly before: readonly number[]
  readonly afterNamed: number
  readonly beforeNamed: number
  /** Held against the very first snapshot, whose vacancies had stood there for long already. */
  readonly isReferenceFirst: boolean
}

interface Link {
  readonly snapshotId: number
  readonly freshNamed: number
  readonly isAfter: boolean
  readonly isFirst: boolean
}

export async function readChain(
  tx: Tx,
  centerId: number,
  specialisationId: number,
  { since, snapshotId }: DigestQuery,
): Promise<Chain> {
  const now = await readSnapshot(tx, centerId, specialisationId, snapshotId)
  const former = now === null ? null : await readFormer(tx, centerId, specialisationId, now, since)
  const nothing = { after: [], before: [], afterNamed: 0, beforeNamed: 0, isReferenceFirst: false }
  if (now === null || former === null) return { specialisationId, now, former, ...nothing }
  const { rows } = await sql<Link>`
    select snapshot_id as "snapshotId", fresh_named as "freshNamed",
      (taken_on, snapshot_id) > (${former.takenOn}::date, ${former.snapshotId}::bigint) as "isAfter",
      not exists (select 1 from market_snapshot e where e.center_id = n.center_id and e.specialisation_id = n.specialisation_id
        and e.status = 'done' and (e.taken_on, e.snapshot_id) < (n.taken_on, n.snapshot_id)) as "isFirst"
    from market_snapshot n where center_id = ${centerId} and specialisation_id = ${specialisationId} and status = 'done'
      and (taken_on, snapshot_id) <= (${now.takenOn}::date, ${now.snapshotId}::bigint) and taken_on > ${former.takenOn}::date - ${REFERENCE_DAYS}::integer
    order by taken_on, snapshot_id
  `.execute(tx)
  const after = rows.filter(({ isAfter }) => isAfter)
  const upToThen = rows.filter(({ isAfter }) => !isAfter)
  // What stood there at the first look had stood there for long: it is no sample of what comes anew.
  const later = upToThen.filter(({ isFirst }) => !isFirst)
  const before = later.length > 0 ? later : upToThen
  return {
    specialisationId,
    now,
    former,
    after: after.map((link) => link.snapshotId),
    before: before.map((link) => link.snapshotId),
    afterNamed: namedIn(after),
    beforeNamed: namedIn(before),
    isReferenceFirst: later.length === 0,
  }
}

const namedIn = (links: readonly Link[]): number => links.reduce((sum, { freshNamed }) => sum + freshNamed, 0)

/** The latest snapshot of a day or before it; of any day before that of `now` unless said. */
async function readFormer(
  tx: Tx,
  centerId: number,
  specialisationId: number,
  now: SnapshotSummary,
  since: string | undefined,
): Promise<SnapshotSummary | null> {
  const { rows } = await sql<SnapshotSummary>`
    select ${snapshotColumns} from market_snapshot n
    where center_id = ${centerId} and specialisation_id = ${specialisationId} and status = 'done' and taken_on < ${now.takenOn}::date
      and taken_on <= ${since ?? now.takenOn}::date
    order by taken_on desc, snapshot_id desc limit 1
  `.execute(tx)
  return rows[0] ?? null
}

/** How often every skill is named: at both snapshots, and by vacancies new before and after. */
export async function readSkillsTwice(tx: Tx, centerId: number, chain: Chain): Promise<SkillTwice[]> {
  const { now, former, after, before } = chain
  if (now === null) return []
  const thenId = former?.snapshotId ?? 0
  const all = [...new Set([now.snapshotId, thenId, ...after, ...before])]
  const isIn = (ids: readonly number[]) => sql`c.snapshot_id = any(${ids}::bigint[])`
  const { rows } = await sql<SkillTwice>`
    select k.key as name, coalesce(sum(c.active) filter (where c.snapshot_id = ${now.snapshotId}), 0) as "activeNow",
      coalesce(sum(c.active) filter (where c.snapshot_id = ${thenId}), 0) as "activeThen",
      coalesce(sum(c.fresh) filter (where ${isIn(after)}), 0) as after,
      coalesce(sum(c.fresh) filter (where ${isIn(before)}), 0) as before
    from market_skill_count c join market_skill k on k.center_id = c.center_id and k.skill_id = c.skill_id
    where c.center_id = ${centerId} and ${isIn(all)} group by k.key
  `.execute(tx)
  return rows
}

export interface VacanciesTwice {
  /** Active now and not at the former one; at the former one and not now. */
  readonly came: number
  readonly gone: number
  /** Roubles a month after tax: of the active ones, and of those new before and after. */
  readonly payNow: readonly number[]
  readonly payBefore: readonly number[]
  readonly payAfter: readonly number[]
}

interface VacancyGroup {
  readonly isNow: boolean
  readonly isThen: boolean
  readonly isBefore: boolean
  readonly isAfter: boolean
  readonly pay: number | null
  readonly vacancies: number
}

/** Which vacancies came and went, and what those pay that were seen for the first time before and after. */
export async function readVacanciesTwice(tx: Tx, centerId: number, chain: Chain): Promise<VacanciesTwice> {
  const { now, former, after, before } = chain
  if (now === null) return { came: 0, gone: 0, payNow: [], payBefore: [], payAfter: [] }
  const thenId = former?.snapshotId ?? 0
  const { rows } = await sql<VacancyGroup>`
    with seen as materialized (
      select coalesce(v.same_as, v.vacancy_id) as vacancy_id, bool_or(n.snapshot_id = ${now.snapshotId}) as is_now,
        bool_or(n.snapshot_id = ${thenId}) as is_then, (array_agg(n.snapshot_id order by n.taken_on, n.snapshot_id))[1] as first_in
      from market_snapshot n join market_snapshot_vacancy s on s.center_id = n.center_id and s.snapshot_id = n.snapshot_id
        join market_vacancy v on v.center_id = s.center_id and v.vacancy_id = s.vacancy_id
      where n.center_id = ${centerId} and n.specialisation_id = ${chain.specialisationId} and n.status = 'done'
        and (n.taken_on, n.snapshot_id) <= (${now.takenOn}::date, ${now.snapshotId}::bigint)
      group by 1
    )
    select s.is_now as "isNow", s.is_then as "isThen", s.first_in = any(${before}::bigint[]) as "isBefore",
      s.first_in = any(${after}::bigint[]) as "isAfter", v.net_point as pay, count(*) as vacancies
    from seen s join market_vacancy v on v.center_id = ${centerId} and v.vacancy_id = s.vacancy_id
    where s.is_now or s.is_then or s.first_in = any(${[...before, ...after]}::bigint[])
    group by 1, 2, 3, 4, 5
  `.execute(tx)
  const count = (test: (group: VacancyGroup) => boolean): number =>
    rows.filter(test).reduce((sum, { vacancies }) => sum + vacancies, 0)
  const pays = (test: (group: VacancyGroup) => boolean): number[] =>
    rows
      .filter(test)
      .flatMap(({ pay, vacancies }) => (pay === null ? [] : Array.from({ length: vacancies }, () => pay)))
  return {
    came: count(({ isNow, isThen }) => isNow && !isThen),
    gone: count(({ isNow, isThen }) => isThen && !isNow),
    payNow: pays(({ isNow }) => isNow),
    payBefore: pays(({ isBefore }) => isBefore),
    payAfter: pays(({ isAfter }) => isAfter),
  }
}
