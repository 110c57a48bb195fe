import { sql } from 'kysely'

import type { ForecastAccuracy } from '@pult/contract/forecast'
import { addDays, type LocalDate, type Zone } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'

/** Contacts. The intervals of a whole day add up to the day, but for rounding. */
const SAME = 1e-6

/** How published forecasts of these days, both included, stood against what came; what counts is told at {@link ForecastAccuracy}. */
export async function readForecastAccuracy(
  tx: Tx,
  centerId: number,
  zone: Zone,
  { firstDay, lastDay }: { readonly firstDay: LocalDate; readonly lastDay: LocalDate },
): Promise<ForecastAccuracy[]> {
  const from = new Date(zone.startOfDay(firstDay)).toISOString()
  const to = new Date(zone.startOfDay(addDays(lastDay, 1))).toISOString()
  const { rows } = await sql<ForecastAccuracy>`
    with came as materialized (
      select queue_id, at, sum(offered) as offered, sum(answered) as answered, sum(talk_ms + hold_ms + acw_ms) / 1000.0 as handle_seconds
      from queue_interval
      where center_id = ${centerId} and queue_id > 0 and direction = 'inbound' and at >= ${from} and at < ${to}
      group by 1, 2
    ),
    -- A day on which the centre told of nothing is missing, not zero.
    told as materialized (select distinct (at at time zone ${zone.timeZone})::date as day from came),
    cell as (
      select i.forecast_id, i.queue_id, i.at, t.day, t.day - f.known_until as lead, f.interval_minutes / 15 as quarters,
        i.offered as expected, i.offered * i.aht_seconds as work_seconds, i.p025, i.p10, i.p90, i.p975
      from forecast f
      join forecast_interval i on i.center_id = f.center_id and i.forecast_id = f.forecast_id
      join told t on t.day = (i.at at time zone ${zone.timeZone})::date
      where f.center_id = ${centerId} and f.status = 'published' and i.at >= ${from} and i.at < ${to}
        and t.day >= (f.published_at at time zone ${zone.timeZone})::date
        and not exists (
          select from data_gap g
          where g.center_id = ${centerId} and g.started_at < i.at + f.interval_minutes * interval '1 minute' and g.ended_at > i.at
        )
    ),
    landed as (
      select c.forecast_id, c.queue_id, c.at, sum(q.offered) as offered, sum(q.answered) as answered, sum(q.handle_seconds) as handle_seconds
      from cell c
      cross join generate_series(0, 3) k
      join came q on q.queue_id = c.queue_id and q.at = c.at + k * interval '15 minutes'
      where k < c.quarters
      group by 1, 2, 3
    ),
    scored as (
      select c.*, coalesce(l.offered, 0)::double precision as came, coalesce(l.answered, 0) as answered, coalesce(l.handle_seconds, 0) as handle_seconds
      from cell c
      left join landed l using (forecast_id, queue_id, at)
    ),
    daily as (
      select forecast_id, queue_id, day, min(lead) as lead, sum(expected) as expected, sum(came) as came, sum(abs(expected - came)) as absolute,
        count(*) filter (where expected >= 1) as banded,
        count(*) filter (where expected >= 1 and came between p10 and p90) as in80,
        count(*) filter (where expected >= 1 and came between p025 and p975) as in95,
        sum(work_seconds) as work,
        case when sum(came) = 0 then 0 else sum(came) * sum(handle_seconds)::double precision / nullif(sum(answered), 0)::double precision end as work_came
      from scored group by 1, 2, 3
    ),
    judged as (
      select s.*, abs(s.expected - d.offered) < ${SAME} as is_whole, s.came between d.p10 and d.p90 as is_in,
        case when lead <= 1 then '1' when lead <= 5 then '2-5' when lead <= 10 then '6-10' when lead <= 28 then '11-28' else '29+' end as reach
      from daily s
      join forecast_day d on d.center_id = ${centerId} and d.forecast_id = s.forecast_id and d.queue_id = s.queue_id and d.day = s.day
    )
    select queue_id as "queueId", reach, count(*) as days, sum(came) as came,
      sum(absolute) / nullif(sum(came), 0) as "intervalWape",
      sum(abs(expected - came)) / nullif(sum(came), 0) as "dayWape",
      sum(expected - came) / nullif(sum(came), 0) as bias,
      sum(banded) as "bandIntervals",
      (sum(in80) / nullif(sum(banded), 0))::double precision as "covered80",
      (sum(in95) / nullif(sum(banded), 0))::double precision as "covered95",
      count(*) filter (where is_whole) as "bandDays",
      count(*) filter (where is_whole and is_in)::double precision / nullif(count(*) filter (where is_whole), 0) as "dayCovered80",
      count(work_came) as "workDays",
      sum(abs(work - work_came)) / nullif(sum(work_came), 0) as "workWape",
      sum(work - work_came) / nullif(sum(work_came), 0) as "workBias"
    from judged
    group by grouping sets ((queue_id, reach), (queue_id), (reach), ())
    having count(*) > 0
    order by queue_id nulls first, grouping(reach) desc, min(lead)
  `.execute(tx)
  return rows
}
