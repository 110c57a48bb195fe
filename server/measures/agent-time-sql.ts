import { sql } from 'kysely'

import { LONGEST_STATE_MS } from '@pult/engine/contacts'
import { HOUR_MS, type Zone } from '@pult/engine/time'

import { bucketOf, HALF_HOUR } from './leg-rollup-sql.ts'
import { legsTouching, LONGEST_HANDLING_MS, type Fragment } from './legs-sql.ts'
import { instant, localTime, type Span } from './zone-sql.ts'

export const agentTimeIntervalColumns: readonly string[] = [
  'center_id',
  'at',
  'agent_id',
  'state',
  'pause_reason_id',
  'ms',
]
export const agentTimeDayColumns: readonly string[] = ['center_id', 'day', 'agent_id', 'state', 'pause_reason_id', 'ms']

const TWO_HOURS_MS = 2 * HOUR_MS

/** Beginnings that can matter to a span: bounded, so that PostgreSQL opens some days' partitions and not all there are. */
const beganWithin = (from: number, to: number): Fragment =>
  sql`s.started_at >= ${instant(from)} and s.started_at < ${instant(to)}`

const believedEnd = (end: Fragment): Fragment =>
  sql`least(${end}, s.started_at + ${LONGEST_STATE_MS} * interval '1 millisecond')`

/**
 * States that overlap the span. An open one lasts until its source was last heard of: a file that ended does not keep people
 * at work for ever.
 */
export const statesTouching = (centerId: number, { from, to }: Span): Fragment => sql`
  select s.agent_id, s.source_id, s.state, coalesce(s.pause_reason_id, 0) as pause_reason_id, s.started_at, ${believedEnd(sql`s.ended_at`)} as ended_at
    from agent_state s where s.center_id = ${centerId} and ${beganWithin(from - TWO_HOURS_MS, to)} and s.ended_at > ${instant(from)}
  union all
  select s.agent_id, s.source_id, s.state, coalesce(s.pause_reason_id, 0), s.started_at, ${believedEnd(sql`s.ended_at`)} from agent_state s
    where s.center_id = ${centerId} and ${beganWithin(from - LONGEST_STATE_MS, from - TWO_HOURS_MS)} and s.ended_at > ${instant(from)}
      and s.ended_at - s.started_at > interval '2 hours'
  union all
  select s.agent_id, s.source_id, s.state, coalesce(s.pause_reason_id, 0), s.started_at, ${believedEnd(sql`seen.seen_until`)}
    from agent_state s join source_seen seen on seen.center_id = s.center_id and seen.source_id = s.source_id
    where s.center_id = ${centerId} and s.ended_at is null and ${beganWithin(from - LONGEST_STATE_MS, to)} and seen.seen_until > s.started_at`

/** The order in which states win over one another where a source tells several at once. */
const ranks = ['handling', 'training', 'offQueue', 'pause', 'ringing'] as const

/** A source's states in the words of the roll-up. `available` is what remains of the session. */
const words = sql`case s.state when 'talking' then 'handling' when 'acw' then 'handling' when 'dialing' then 'handling' else s.state end`

const lengthOf = (parts: Fragment): Fragment => sql`(select sum(upper(part) - lower(part)) from unnest(${parts}) part)`

/**
 * Rows of `agent_time_interval` of whole hours, from the facts: states and contacts clipped to half-hours, united so that two
 * chats at once or two queues signed into count once, made exclusive by rank, and clipped to the time signed in. Work with
 * customers beyond it stands apart: an agent cannot be busier than she was there.
 */
export function agentTimeFromFacts(centerId: number, span: Span): Fragment {
  const rank = sql`array_position(array[${sql.join(ranks.map((name) => sql.lit(name)))}], state)`
  return sql`
    with leg as materialized (
      select * from (${legsTouching(centerId, span)}) l
      where l.agent_id > 0 and l.handle_ms <= ${sql.lit(LONGEST_HANDLING_MS)} and l.outcome in ('answered', 'unreached')
    ),
    stretch as (
      select agent_id, 'handling' as state, 0 as pause_reason_id, true as contact,
        case when direction = 'outbound' then offered_at else answered_at end as starts, ended_at as ends
      from leg
      union all
      select agent_id, 'ringing', 0, false, answered_at - ring_ms * interval '1 millisecond', answered_at
      from leg where ring_ms > 0 and direction = 'inbound' and outcome = 'answered'
      union all
      select agent_id, ${words}, case when s.state in ('pause', 'training', 'offQueue') then pause_reason_id else 0 end, false, started_at, ended_at
      from (${statesTouching(centerId, span)}) s where s.state <> 'available'
    ),
    piece as (
      select agent_id, bucket as at, state, pause_reason_id, contact,
        greatest(0, date_part('epoch', starts - bucket) * 1000)::integer as low,
        least(1800000, date_part('epoch', ends - bucket) * 1000)::integer as high
      from (
        -- In the select list a series costs a tenth of what it costs in a join, and nearly all are of one half-hour.
        select *, generate_series(${bucketOf(HALF_HOUR, sql`starts`)}, ends - interval '1 microsecond', ${HALF_HOUR}) as bucket
        from (
          select agent_id, state, pause_reason_id, contact, greatest(starts, ${instant(span.from)}) as starts, least(ends, ${instant(span.to)}) as ends
          from stretch where starts < ${instant(span.to)} and ends > ${instant(span.from)} and ends > starts
        ) clipped
      ) s
    ),
    united as (
      select agent_id, at, state, pause_reason_id, range_agg(int4range(low, high)) as parts,
        sum(high - low) filter (where contact) as contact_ms
      from piece where high > low group by 1, 2, 3, 4
    ),
    exclusive as (
      select agent_id, at, state, pause_reason_id, parts, contact_ms,
        range_agg(parts) over (
          partition by agent_id, at, state = 'session' order by ${rank}, pause_reason_id rows between unbounded preceding and 1 preceding
        ) as before,
        coalesce(range_agg(parts) filter (where state = 'session') over (partition by agent_id, at), '{}') as signed_in
      from united
    ),
    measured as (
      select agent_id, at, state, pause_reason_id, contact_ms,
        ${lengthOf(sql`case when state = 'session' then parts else (case when before is null then parts else parts - before end) * signed_in end`)} as ms,
        case when state = 'handling' and not parts <@ signed_in then ${lengthOf(sql`parts - signed_in`)} end as signed_out_ms
      from exclusive
    )
    select ${sql.lit(centerId)}::integer as center_id, at, agent_id, state, pause_reason_id, ms from measured where ms > 0
    union all
    select ${sql.lit(centerId)}::integer, at, agent_id, 'signedOut', 0, signed_out_ms from measured where signed_out_ms > 0
    union all
    select ${sql.lit(centerId)}::integer, at, agent_id, 'contact', 0, contact_ms from measured where contact_ms > 0`
}

/** Rows of `agent_time_day` of whole local days. `table` is `agent_time_interval` or a table like it. */
export const agentTimeDayFromIntervals = (centerId: number, zone: Zone, days: Span, table: string): Fragment => sql`
  select ${sql.lit(centerId)}::integer as center_id, (${localTime(zone, days, sql`at`)})::date as day, agent_id, state, pause_reason_id, sum(ms) as ms
  from ${sql.table(table)} where center_id = ${centerId} and at >= ${instant(days.from)} and at < ${instant(days.to)}
  group by 2, 3, 4, 5`
