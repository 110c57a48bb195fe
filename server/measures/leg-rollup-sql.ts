import { sql } from 'kysely'

import { waitBounds } from '@pult/engine/measures'

import { legsTouching, waitBinSql, type Fragment } from './legs-sql.ts'
import { aggregatesOf, isAnswered, legFlags } from './rollup-columns.ts'
import { instant, type Span } from './zone-sql.ts'

export interface StampedShape {
  readonly centerId: number
  readonly span: Span
  /** Name and expression of what the stamp becomes: `at`, `day`. Given the stamp's column. */
  readonly bucket: (stamp: Fragment) => Fragment
  readonly bucketName: string
  readonly keys: readonly string[]
  /** Only these legs. */
  readonly where: Fragment
  /** Columns to fill besides `answered_in` and `handled_in`. */
  readonly columns: readonly string[]
}

/**
 * Roll-up rows straight from the legs: each leg under the bucket in which it was offered, and once more, for the two counters
 * that go by their own stamp, under those in which it was answered and finished.
 */
export function rollupFromLegs(shape: StampedShape): Fragment {
  const { centerId, span, bucket, where } = shape
  const bucketName = sql.ref(shape.bucketName)
  const keys = sql.join(shape.keys.map((key) => sql`l.${sql.ref(key)}`))
  const names = sql.join([bucketName, ...shape.keys.map((key) => sql.ref(key))])
  const groups = sql.join([shape.bucketName, ...shape.keys].map((_, index) => sql.lit(index + 1)))
  const within = (stamp: Fragment): Fragment =>
    sql`${stamp} >= ${instant(span.from)} and ${stamp} < ${instant(span.to)}`
  const stamped = (stamp: Fragment, answered: number): Fragment => sql`
    select ${bucket(stamp)} as ${bucketName}, ${keys}, count(*) as n, ${sql.lit(answered)} as answered from leg l
    where ${isAnswered} and ${within(stamp)} and ${where} group by ${groups}`
  const counted = new Set(['answered_in', 'handled_in'])
  const plain = shape.columns.filter((name) => !counted.has(name))
  return sql`
    with leg as materialized (
      select l.*, ${waitBinSql} as bin, ${legFlags}
      from (${legsTouching(centerId, span)}) l
    ),
    offered as (
      select ${bucket(sql`l.offered_at`)} as ${bucketName}, ${keys}, ${aggregatesOf(plain)}
      from leg l where ${within(sql`l.offered_at`)} and ${where} group by ${groups}
    ),
    stamped as (
      select ${names}, coalesce(sum(n) filter (where answered = 1), 0) as answered_in, coalesce(sum(n) filter (where answered = 0), 0) as handled_in
      from (${stamped(sql`l.answered_at`, 1)} union all ${stamped(sql`l.ended_at`, 0)}) s group by ${groups}
    )
    select ${sql.lit(centerId)}::integer as center_id, ${names}, ${sql.join(
      shape.columns.map((name) =>
        name.endsWith('_cum')
          ? sql`${cumulative(sql.ref(name))} as ${sql.ref(name)}`
          : sql`coalesce(${sql.ref(name)}, 0) as ${sql.ref(name)}`,
      ),
    )}
    from offered full join stamped using (${names})`
}

/** Sorted bins as the cut cumulative array of the roll-ups; written out, it costs half of what a function's call costs. */
const cumulative = (bins: Fragment): Fragment => sql`
  case when ${bins} is not null then array(
    select width_bucket(bound, ${bins}) from generate_series(0, least(${bins}[cardinality(${bins})] - 1, ${sql.lit(waitBounds.length - 1)})) bound order by bound
  ) end`

export const QUARTER: Fragment = sql`interval '15 minutes'`
export const HALF_HOUR: Fragment = sql`interval '30 minutes'`
export const bucketOf = (length: Fragment, at: Fragment): Fragment =>
  sql`date_bin(${length}, ${at}, timestamptz '2000-01-01 00:00Z')`
