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
 * Roll-up rows straight from the legs: each leg under the bucket in which it was offered, and, for the two counters that go by
 * their own stamp, under those in which it was answered and finished. Nearly always these are the same: then it is counted on the
 * way, and only legs that moved on are looked at once more.
 */
export function rollupFromLegs(shape: StampedShape): Fragment {
  const { centerId, span, bucket, where } = shape
  const bucketName = sql.ref(shape.bucketName)
  const keys = sql.join(shape.keys.map((key) => sql`l.${sql.ref(key)}`))
  const names = sql.join([bucketName, ...shape.keys.map((key) => sql.ref(key))])
  const groups = sql.join([shape.bucketName, ...shape.keys].map((_, index) => sql.lit(index + 1)))
  const within = (stamp: Fragment): Fragment =>
    sql`${stamp} >= ${instant(span.from)} and ${stamp} < ${instant(span.to)}`
  // Of stamps outside the span a bucket says nothing: a day's clock is that of its span.
  const ownBucket = (stamp: Fragment): Fragment => sql`case when ${within(stamp)} then ${bucket(stamp)} end`
  const stayed = (own: Fragment): Fragment => sql`count(*) filter (where ${isAnswered} and ${own} = l.offered_bucket)`
  const moved = (own: Fragment, answered: number): Fragment => sql`
    select ${own} as ${bucketName}, ${keys}, ${sql.lit(answered)} as answered from leg l
    where ${isAnswered} and ${own} is not null and ${own} is distinct from l.offered_bucket`
  const stamps = new Set(['answered_in', 'handled_in'])
  const plain = shape.columns.filter((name) => !stamps.has(name))
  return sql`
    with leg as materialized (
      select l.*, ${waitBinSql} as bin, ${legFlags}, ${ownBucket(sql`l.offered_at`)} as offered_bucket,
        ${ownBucket(sql`l.answered_at`)} as answered_bucket, ${ownBucket(sql`l.ended_at`)} as ended_bucket
      from (${legsTouching(centerId, span)}) l where ${where}
    ),
    offered as (
      select l.offered_bucket as ${bucketName}, ${keys}, ${aggregatesOf(plain)},
        ${stayed(sql`l.answered_bucket`)} as answered_stayed, ${stayed(sql`l.ended_bucket`)} as handled_stayed
      from leg l where l.offered_bucket is not null group by ${groups}
    ),
    moved as (
      select ${names}, count(*) filter (where answered = 1) as answered_moved, count(*) filter (where answered = 0) as handled_moved
      from (${moved(sql`l.answered_bucket`, 1)} union all ${moved(sql`l.ended_bucket`, 0)}) s group by ${groups}
    ),
    counted as (
      select *, coalesce(answered_stayed, 0) + coalesce(answered_moved, 0) as answered_in,
        coalesce(handled_stayed, 0) + coalesce(handled_moved, 0) as handled_in
      from offered full join moved using (${names})
    )
    select ${sql.lit(centerId)}::integer as center_id, ${names}, ${sql.join(
      shape.columns.map((name) =>
        name.endsWith('_cum')
          ? sql`${cumulative(sql.ref(name))} as ${sql.ref(name)}`
          : sql`coalesce(${sql.ref(name)}, 0) as ${sql.ref(name)}`,
      ),
    )}
    from counted`
}

/**
 * Sorted bins as the cut cumulative array of the roll-ups; written out, it costs half of what a function's call costs, and a series
 * in the select list half of one that is selected from.
 */
const cumulative = (bins: Fragment): Fragment => sql`
  case when ${bins} is not null then array(
    select width_bucket(generate_series(0, least(${bins}[cardinality(${bins})] - 1, ${sql.lit(waitBounds.length - 1)})), ${bins})
  ) end`

export const QUARTER: Fragment = sql`interval '15 minutes'`
export const HALF_HOUR: Fragment = sql`interval '30 minutes'`
export const bucketOf = (length: Fragment, at: Fragment): Fragment =>
  sql`date_bin(${length}, ${at}, timestamptz '2000-01-01 00:00Z')`
