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

/** What a source says of an agent who is not at work with a customer; the earlier wins over the later where it says both. */
const asides = ['training', 'offQueue', 'pause'] as const
const asideList = sql.join(asides.map((name) => sql.lit(name)))

/** A source's states in the words of the roll-up. `available` is what remains of the session. */
const words = sql`case s.state when 'talking' then 'handling' when 'acw' then 'handling' when 'dialing' then 'handling' else s.state end`

const lengthOf = (parts: Fragment): Fragment => sql`(select sum(upper(part) - lower(part)) from unnest(${parts}) part)`

/** Of a half-hour, in milliseconds from its beginning. */
const within = (stamp: Fragment): Fragment =>
  sql`least(1800000, greatest(0, date_part('epoch', ${stamp} - bucket) * 1000))::integer`

/**
 * Rows of `agent_time_interval` of whole hours, from the facts: states and contacts clipped to half-hours, united so that two
 * chats at once or two queues signed into count once, made exclusive (handling, training, off queue, pause, ringing: the earlier
 * wins), and clipped to the time signed in. Work with customers beyond it stands apart: an agent cannot be busier than she was
 * there. A contact is one piece of a half-hour, its ringing and its handling side by side: there are many of them.
 */
export function agentTimeFromFacts(centerId: number, span: Span): Fragment {
  const rank = sql`array_position(array[${asideList}], state)`
  const both = (name: string): Fragment => sql`coalesce(${sql.ref(name)}, '{}'::int4multirange)`
  return sql`
    with leg as (
      select * from (${legsTouching(centerId, span)}) l
      where l.agent_id > 0 and l.handle_ms <= ${sql.lit(LONGEST_HANDLING_MS)} and l.outcome in ('answered', 'unreached')
    ),
    -- Rings from \`rings\` to \`starts\`, is in its state from there to \`ends\`.
    stretch as (
      select agent_id, 'handling' as state, 0 as pause_reason_id, true as contact,
        case when direction = 'outbound' then offered_at
          when outcome = 'answered' and ring_ms > 0 then answered_at - ring_ms * interval '1 millisecond' else answered_at end as rings,
        case when direction = 'outbound' then offered_at else answered_at end as starts, ended_at as ends
      from leg
      union all
      select agent_id, ${words}, case when s.state in (${asideList}) then pause_reason_id else 0 end, false, started_at,
        case when s.state = 'ringing' then ended_at else started_at end, ended_at
      from (${statesTouching(centerId, span)}) s where s.state <> 'available'
    ),
    piece as materialized (
      select agent_id, bucket as at, state, pause_reason_id, contact,
        ${within(sql`rings`)} as rings, ${within(sql`starts`)} as starts, ${within(sql`ends`)} as ends
      from (
        -- In the select list a series costs a tenth of what it costs in a join, and nearly all are of one half-hour.
        select *, generate_series(${bucketOf(HALF_HOUR, sql`greatest(rings, ${instant(span.from)})`)},
          least(ends, ${instant(span.to)}) - interval '1 microsecond', ${HALF_HOUR}) as bucket
        from stretch where rings < ${instant(span.to)} and ends > ${instant(span.from)} and ends > rings
      ) s
    ),
    there as (
      select agent_id, at,
        range_agg(int4range(starts, ends)) filter (where state = 'handling' and ends > starts) as handling,
        range_agg(int4range(rings, starts)) filter (where starts > rings) as ringing,
        coalesce(range_agg(int4range(starts, ends)) filter (where state = 'session' and ends > starts), '{}') as signed_in,
        sum(ends - starts) filter (where contact) as contact_ms
      from piece group by 1, 2
    ),
    aside as (
      select agent_id, at, state, pause_reason_id, range_agg(int4range(starts, ends)) as parts
      from piece where state in (${asideList}) and ends > starts group by 1, 2, 3, 4
    ),
    exclusive as (
      select agent_id, at, state, pause_reason_id, parts,
        range_agg(parts) over (partition by agent_id, at order by ${rank}, pause_reason_id rows between unbounded preceding and 1 preceding) as before
      from aside
    ),
    besides as (select agent_id, at, range_agg(parts) as parts from aside group by 1, 2),
    measured as (
      select agent_id, at, state, pause_reason_id, ms from there left join besides using (agent_id, at) cross join lateral (values
        ('session', 0, ${lengthOf(sql`signed_in`)}),
        ('handling', 0, ${lengthOf(sql`handling * signed_in`)}),
        ('ringing', 0, ${lengthOf(sql`(ringing - ${both('handling')} - ${both('parts')}) * signed_in`)}),
        ('signedOut', 0, case when not handling <@ signed_in then ${lengthOf(sql`handling - signed_in`)} end),
        ('contact', 0, contact_ms)
      ) as one (state, pause_reason_id, ms)
      union all
      select agent_id, at, state, pause_reason_id, ${lengthOf(sql`(parts - ${both('before')} - ${both('handling')}) * signed_in`)}
      from exclusive join there using (agent_id, at)
    )
    select ${sql.lit(centerId)}::integer as center_id, at, agent_id, state, pause_reason_id, ms from measured where ms > 0`
}

/** Rows of `agent_time_day` of whole local days. `table` is `agent_time_interval` or a table like it. */
export const agentTimeDayFromIntervals = (centerId: number, zone: Zone, days: Span, table: string): Fragment => sql`
  select ${sql.lit(centerId)}::integer as center_id, (${localTime(zone, days, sql`at`)})::date as day, agent_id, state, pause_reason_id, sum(ms) as ms
  from ${sql.table(table)} where center_id = ${centerId} and at >= ${instant(days.from)} and at < ${instant(days.to)}
  group by 2, 3, 4, 5`
