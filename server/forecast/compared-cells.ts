import { sql, type RawBuilder } from 'kysely'

import { addDays, type LocalDate, type Zone } from '@pult/engine/time'

import { queueGaps } from '../contacts/index.ts'

export interface ComparedDays {
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
}

/** What part of {@link forecastReaches} days so far ahead lie in, of a column that counts days from the last known one. */
export const reachOf = (lead: string): RawBuilder<unknown> => {
  const column = sql.ref(lead)
  return sql`case when ${column} <= 1 then '1' when ${column} <= 5 then '2-5' when ${column} <= 10 then '6-10' when ${column} <= 28 then '11-28' else '29+' end`
}

/**
 * The beginning of a question about accuracy: `scored` has the intervals of published forecasts of these days beside what came in them. What
 * counts is told at ForecastAccuracy in the contract.
 */
export function comparedCells(centerId: number, zone: Zone, { firstDay, lastDay }: ComparedDays): RawBuilder<unknown> {
  const from = new Date(zone.startOfDay(firstDay)).toISOString()
  const to = new Date(zone.startOfDay(addDays(lastDay, 1))).toISOString()
  return sql`
    with came as materialized (
      select queue_id, at, sum(offered) as offered, sum(answered) as answered, sum(talk_ms + hold_ms + acw_ms) / 1000.0 as handle_seconds
      from queue_interval
      where center_id = ${centerId} and queue_id > 0 and direction = 'inbound' and at >= ${from} and at < ${to}
      group by 1, 2
    ),
    -- A day on which the centre told of nothing is missing, not zero.
    told as materialized (select distinct (at at time zone ${zone.timeZone})::date as day from came),
    silent as materialized (${queueGaps(centerId)}),
    cell as (
      select i.forecast_id, i.queue_id, i.at, t.day, t.day - f.known_until as lead, f.interval_minutes / 15 as quarters,
        i.offered as expected, i.offered * i.aht_seconds as work_seconds, i.p025, i.p10, i.p90, i.p975,
        coalesce(i.base_offered, i.offered) as base, i.base_offered is not null as is_layered
      from forecast f
      join forecast_interval i on i.center_id = f.center_id and i.forecast_id = f.forecast_id
      join told t on t.day = (i.at at time zone ${zone.timeZone})::date
      where f.center_id = ${centerId} and f.status = 'published' and i.at >= ${from} and i.at < ${to}
        and t.day >= (f.published_at at time zone ${zone.timeZone})::date
        and not exists (
          select from silent g
          where g.queue_id = i.queue_id and g.started_at < i.at + f.interval_minutes * interval '1 minute' and g.ended_at > i.at
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
    )`
}
