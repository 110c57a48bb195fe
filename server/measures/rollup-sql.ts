import { waitBounds } from '@pult/engine/measures'

import { contactColumns, histogramColumns, plainColumns } from './rollup-columns.ts'

// Statements take $1 = centre, $2 = the due hours, sorted, $3 = now. Every literal below is ours; values are parameters.

/** The bin of a wait: how many bounds it exceeds. "Within" is ≤, so a bound is exceeded from its first millisecond after. */
const bin = `width_bucket(l.wait_ms, array[${waitBounds.map((seconds) => seconds * 1000 + 1).join(',')}]::bigint[])`

const lastHour = "($2::timestamptz[])[cardinality($2::timestamptz[])] + interval '1 hour'"
const firstHour = '($2::timestamptz[])[1]'

/** Answered and finished are stamped later than offered: so far back a contact may have been offered (e-mail waits for days). */
const LONGEST_LIFE = "interval '8 days'"

const answeredAt = "l.offered_at + l.wait_ms * interval '1 millisecond'"
const endedAt = "l.offered_at + (l.wait_ms + l.talk_ms + l.hold_ms + l.acw_ms) * interval '1 millisecond'"

interface Grain {
  readonly table: string
  readonly minutes: number
  readonly agents: boolean
}

const quarterHours: Grain = { table: 'queue_interval', minutes: 15, agents: false }
const agentHalfHours: Grain = { table: 'agent_interval', minutes: 30, agents: true }

const bucketOf = (instant: string, minutes: number): string => `date_bin(interval '${minutes} minutes', ${instant}, timestamptz '2000-01-01 00:00Z')`

/** Clears and computes the interval rows of the due hours from the facts. */
export function rebuildIntervals(agents: boolean): { readonly clear: string; readonly fill: string } {
  const grain = agents ? agentHalfHours : quarterHours
  const keys = [...(agents ? ['agent_id'] : []), 'queue_id', 'channel', 'direction', 'bucket_at']
  const legKeys = `${agents ? 'l.agent_id, ' : ''}coalesce(l.queue_id, 0) as queue_id, l.channel, l.direction`
  const onlyAgents = agents ? 'and l.agent_id is not null' : ''
  const due = (instant: string): string => `date_trunc('hour', ${instant}) = any($2::timestamptz[])`
  const stamped = (name: string, instant: string, condition: string): string => `${name} as (
    select ${legKeys}, ${bucketOf(instant, grain.minutes)} as bucket_at, count(*) as n
    from contact_leg l
    where l.center_id = $1::integer and l.offered_at >= ${firstHour} - ${LONGEST_LIFE} and l.offered_at < ${lastHour}
      and ${due(instant)} and ${condition} ${onlyAgents}
    group by ${positions(keys.length)}
  )`
  const group = keys.join(', ')
  const fill = `
    with legs as (
      select ${legKeys}, ${bucketOf('l.offered_at', grain.minutes)} as bucket_at, l.outcome, l.flow_reason, l.wait_ms, l.talk_ms, l.hold_ms,
        l.acw_ms, l.transferred_to, l.agent_no_answers, l.hung_up_by
      from contact_leg l
      where l.center_id = $1::integer and l.offered_at >= ${firstHour} and l.offered_at < ${lastHour} and ${due('l.offered_at')} ${onlyAgents}
    ),
    counts as (
      select ${group}, ${contactColumns.map(({ column, overLeg }) => `${overLeg} as ${column}`).join(', ')} from legs l group by ${positions(keys.length)}
    ),
    bins as (
      select ${group}, ${bin} as bin, ${histogramColumns.map(({ column, condition }) => `count(*) filter (where ${condition}) as ${column}`).join(', ')}
      from legs l group by ${positions(keys.length + 1)}
    ),
    histograms as (
      select ${group}, ${histogramColumns.map(({ column }) => `pult_cumulative(array_agg(bin order by bin) filter (where ${column} > 0), array_agg(${column} order by bin) filter (where ${column} > 0)) as ${column}`).join(', ')}
      from bins group by ${positions(keys.length)}
    ),
    ${stamped('answered_at', answeredAt, "l.direction = 'inbound' and l.outcome = 'answered'")},
    ${stamped('ended_at', endedAt, "l.direction = 'inbound' and l.outcome = 'answered'")}
    insert into ${grain.table} (center_id, ${group}, ${contactColumns.map(({ column }) => column).join(', ')},
      ${histogramColumns.map(({ column }) => column).join(', ')}, answered_in_interval, handled_in_interval)
    select $1::integer, ${group}, ${contactColumns.map(({ column }) => `coalesce(c.${column}, 0)`).join(', ')},
      ${histogramColumns.map(({ column }) => `h.${column}`).join(', ')}, coalesce(a.n, 0), coalesce(e.n, 0)
    from counts c
      full join histograms h using (${group})
      full join answered_at a using (${group})
      full join ended_at e using (${group})`
  const clear = `delete from ${grain.table} where center_id = $1::integer and bucket_at >= ${firstHour} and bucket_at < ${lastHour}
    and date_trunc('hour', bucket_at) = any($2::timestamptz[])`
  return { clear, fill }
}

const positions = (count: number): string => Array.from({ length: count }, (_, index) => index + 1).join(', ')

/**
 * Sums interval rows into a coarser grain. `$2` are the due hours; the coarser rows they fall in are cleared and summed again from all
 * their intervals.
 */
export function resum(target: 'queue_day' | 'queue_slot' | 'agent_day', zone: string): { readonly clear: string; readonly fill: string } {
  const agents = target === 'agent_day'
  const source = agents ? 'agent_interval' : 'queue_interval'
  const local = `(bucket_at at time zone ${zone})`
  const timeKeys: Readonly<Record<string, string>> =
    target === 'queue_slot'
      ? {
          month: `date_trunc('month', ${local})::date`,
          weekday: `extract(isodow from ${local})::smallint`,
          slot: `(extract(hour from ${local}) * 2 + floor(extract(minute from ${local}) / 30))::smallint`,
        }
      : { day: `${local}::date` }
  const names = Object.keys(timeKeys)
  const timeValues = Object.entries(timeKeys).map(([name, expression]) => `${expression} as ${name}`)
  const keys = [...(agents ? ['agent_id'] : []), 'queue_id', 'channel', 'direction', ...names]
  const group = keys.join(', ')
  const touched = `touched as (select distinct ${timeValues.join(', ')} from unnest($2::timestamptz[]) as hours (bucket_at))`
  // Local days may begin up to 14 h before or after the UTC hours that touch them; a month may begin 31 days before.
  const margin = target === 'queue_slot' ? "interval '33 days'" : "interval '26 hours'"
  const clear = `with ${touched} delete from ${target} t using touched where t.center_id = $1::integer and ${names.map((name) => `t.${name} = touched.${name}`).join(' and ')}`
  const fill = `
    with ${touched},
    rows as materialized (
      select i.* from (
        select *, ${timeValues.join(', ')} from ${source}
        where center_id = $1::integer and bucket_at >= ${firstHour} - ${margin} and bucket_at < ${lastHour} + ${margin}
      ) i join touched using (${names.join(', ')})
    ),
    counts as (
      select ${group}, ${plainColumns.map(({ column }) => `${column === 'longest_wait_ms' ? 'max' : 'sum'}(${column}) as ${column}`).join(', ')}
      from rows group by ${positions(keys.length)}
    ),
    ${histogramColumns.map(({ column, total }) => sumOfHistograms(column, total, keys)).join(',\n')}
    insert into ${target} (center_id, ${group}, ${plainColumns.map(({ column }) => column).join(', ')}, ${histogramColumns.map(({ column }) => column).join(', ')})
    select $1::integer, ${group}, ${plainColumns.map(({ column }) => `c.${column}`).join(', ')}, ${histogramColumns.map(({ column }) => `s_${column}.${column}`).join(', ')}
    from counts c ${histogramColumns.map(({ column }) => `left join s_${column} using (${group})`).join(' ')}`
  return { clear, fill }
}

/** Element k of the sum is the sum of elements k, where a row that ended early gives its total. */
function sumOfHistograms(column: string, total: string, keys: readonly string[]): string {
  const group = keys.join(', ')
  return `s_${column} as (
      select ${group}, array_agg(n order by k) as ${column} from (
        select ${keys.map((key) => `r.${key}`).join(', ')}, k, sum(coalesce(r.${column}[k], r.${total}))::integer as n
        from (select *, max(cardinality(${column})) over (partition by ${group}) as longest from rows where ${total} > 0) r,
          generate_series(1, r.longest) as k
        group by ${positions(keys.length + 1)}
      ) summed group by ${positions(keys.length)}
    )`
}

const span = (from: string, to: string): string => `tstzrange(${from}, greatest(${from}, ${to}))`

/** Agents' own time in the due half-hours: unions of intervals, so that two chats at once or two queues signed into count once. */
export const rebuildTime: { readonly clear: string; readonly fill: string } = {
  clear: `delete from agent_time_interval where center_id = $1::integer and bucket_at >= ${firstHour} and bucket_at < ${lastHour}
    and date_trunc('hour', bucket_at) = any($2::timestamptz[])`,
  fill: `
    with buckets as (
      select bucket_at, tstzrange(bucket_at, bucket_at + interval '30 minutes') as bucket
      from unnest($2::timestamptz[]) as hours (hour), lateral (values (hour), (hour + interval '30 minutes')) as halves (bucket_at)
    ),
    stretches as (
      select s.agent_id, s.state as kind, coalesce(p.kind, 'pause') as reason_kind, coalesce(p.paid, true) as paid,
        ${span('s.started_at', "coalesce(s.ended_at, least($3::timestamptz, s.started_at + interval '16 hours'))")} as stretch
      from agent_state s left join pause_reason p on p.center_id = s.center_id and p.pause_reason_id = s.pause_reason_id
      where s.center_id = $1::integer and s.started_at < ${lastHour} and s.started_at >= ${firstHour} - interval '2 days'
      union all
      select l.agent_id, 'contact', 'pause', true, ${span(answeredAt, endedAt)}
      from contact_leg l
      where l.center_id = $1::integer and l.agent_id is not null and l.outcome = 'answered'
        and l.offered_at < ${lastHour} and l.offered_at >= ${firstHour} - ${LONGEST_LIFE} and ${endedAt} >= ${firstHour}
      union all
      select l.agent_id, 'ringing', 'pause', true, ${span(`${answeredAt} - l.ring_ms * interval '1 millisecond'`, answeredAt)}
      from contact_leg l
      where l.center_id = $1::integer and l.agent_id is not null and l.outcome = 'answered' and l.ring_ms > 0
        and l.offered_at < ${lastHour} and l.offered_at >= ${firstHour} - ${LONGEST_LIFE} and ${answeredAt} >= ${firstHour}
    ),
    clipped as (
      select agent_id, bucket_at, paid, stretch * bucket as part,
        case when kind = 'pause' and reason_kind <> 'pause' then reason_kind else kind end as kind
      from stretches join lateral (
        select bucket_at, bucket from buckets where bucket && stretch
      ) b on not isempty(stretch)
    ),
    unions as (
      select agent_id, bucket_at, kind, range_agg(part) as parts, range_agg(part) filter (where not paid) as unpaid,
        sum(extract(epoch from upper(part) - lower(part))) * 1000 as summed
      from clipped group by 1, 2, 3
    ),
    lengths as (
      select agent_id, bucket_at, kind, summed,
        (select coalesce(sum(extract(epoch from upper(r) - lower(r))), 0) * 1000 from unnest(parts) r) as ms,
        (select coalesce(sum(extract(epoch from upper(r) - lower(r))), 0) * 1000 from unnest(unpaid) r) as unpaid_ms
      from unions
    )
    insert into agent_time_interval (center_id, agent_id, bucket_at, session_ms, pause_ms, unpaid_pause_ms, training_ms, off_queue_ms, ringing_ms, handling_ms, contact_ms)
    select $1::integer, agent_id, bucket_at,
      ${['session', 'pause'].map((kind) => `coalesce(sum(ms) filter (where kind = '${kind}'), 0)`).join(', ')},
      coalesce(sum(unpaid_ms) filter (where kind = 'pause'), 0),
      ${['training', 'offQueue', 'ringing', 'contact'].map((kind) => `coalesce(sum(ms) filter (where kind = '${kind}'), 0)`).join(', ')},
      coalesce(sum(summed) filter (where kind = 'contact'), 0)
    from lengths group by 2, 3`,
}

/** Sums agents' half-hours into the centre's days. */
export function resumTime(zone: string): { readonly clear: string; readonly fill: string } {
  const day = `(bucket_at at time zone ${zone})::date`
  const touched = `touched as (select distinct ${day} as day from unnest($2::timestamptz[]) as hours (bucket_at))`
  const columns = ['session_ms', 'pause_ms', 'unpaid_pause_ms', 'training_ms', 'off_queue_ms', 'ringing_ms', 'handling_ms', 'contact_ms']
  return {
    clear: `with ${touched} delete from agent_time_day t using touched where t.center_id = $1::integer and t.day = touched.day`,
    fill: `
      with ${touched}
      insert into agent_time_day (center_id, agent_id, day, ${columns.join(', ')})
      select $1::integer, agent_id, day, ${columns.map((column) => `sum(${column})`).join(', ')}
      from (
        select *, ${day} as day from agent_time_interval
        where center_id = $1::integer and bucket_at >= ${firstHour} - interval '26 hours' and bucket_at < ${lastHour} + interval '26 hours'
      ) i join touched using (day)
      group by agent_id, day`,
  }
}
