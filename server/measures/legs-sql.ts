import { sql, type RawBuilder } from 'kysely'

import { waitBounds } from '@pult/engine/measures'
import { HOUR_MS } from '@pult/engine/time'

import { instant, type Span } from './zone-sql.ts'

export type Fragment = RawBuilder<unknown>

/** Legs longer than this have indexes of their own (see the migration). */
const LONG_MS = 2 * HOUR_MS
/** Longer handling is a broken clock and no agent's time. */
export const LONGEST_HANDLING_MS = 24 * HOUR_MS
/** Keeps absurd durations of broken files within what a timestamp can hold. */
export const YEAR_MS = 31_622_400_000

const boundsMs = sql`${sql.lit(`{${waitBounds.map((seconds) => seconds * 1000).join(',')}}`)}::bigint[]`

/** The bin of a wait, as the engine's `waitBin`: how many bounds it exceeds. */
export const waitBinSql = sql`width_bucket(l.wait_ms - 1, ${boundsMs})`

const total = sql`l.wait_ms + l.talk_ms + l.hold_ms + l.acw_ms`
const columns = sql`
  l.offered_at, coalesce(l.queue_id, 0) as queue_id, coalesce(l.agent_id, 0) as agent_id, l.channel, l.direction, l.outcome, l.flow_reason,
  l.wait_ms, l.ring_ms, l.talk_ms, l.hold_ms, l.acw_ms, l.holds, l.agent_no_answers, l.hung_up_by, l.transferred_to, l.source_id,
  l.talk_ms + l.hold_ms + l.acw_ms as handle_ms,
  l.offered_at + least(l.wait_ms, ${sql.lit(YEAR_MS)}) * interval '1 millisecond' as answered_at,
  l.offered_at + least(${total}, ${sql.lit(YEAR_MS)}) * interval '1 millisecond' as ended_at`

/** Legs offered in the span. */
export const legsOffered = (centerId: number, { from, to }: Span): Fragment => sql`
  select ${columns} from contact_leg l
  where l.center_id = ${centerId} and l.offered_at >= ${instant(from)} and l.offered_at < ${instant(to)}`

/** Every leg that was offered, answered, worked on or ended in the span, and some more around it. */
export const legsTouching = (centerId: number, { from, to }: Span): Fragment => sql`
  ${legsOffered(centerId, { from: from - LONG_MS, to })}
  union all
  select ${columns} from contact_leg l
  where l.center_id = ${centerId} and l.offered_at < ${instant(from - LONG_MS)} and ${total} > 7200000
    and (
      pult_ms(l.offered_at) + l.wait_ms between ${sql.lit(from)} and ${sql.lit(to)}
      or pult_ms(l.offered_at) + l.wait_ms + l.talk_ms + l.hold_ms + l.acw_ms between ${sql.lit(from)} and ${sql.lit(to + LONGEST_HANDLING_MS)}
    )`

/** Seconds squared. */
export const squared = (ms: Fragment): Fragment => sql`((${ms}) / 1000.0::double precision) ^ 2`
