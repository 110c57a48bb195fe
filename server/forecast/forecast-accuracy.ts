import { sql } from 'kysely'

import type { ForecastAccuracy } from '@pult/contract/forecast'
import type { LocalDate, Zone } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import { comparedCells, reachOf } from './compared-cells.ts'

/** Contacts. The intervals of a whole day add up to the day, but for rounding. */
const SAME = 1e-6

/** How published forecasts of these days, both included, stood against what came; what counts is told at {@link ForecastAccuracy}. */
export async function readForecastAccuracy(
  tx: Tx,
  centerId: number,
  zone: Zone,
  { firstDay, lastDay }: { readonly firstDay: LocalDate; readonly lastDay: LocalDate },
): Promise<ForecastAccuracy[]> {
  const { rows } = await sql<ForecastAccuracy>`
    ${comparedCells(centerId, zone, { firstDay, lastDay })},
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
        ${reachOf('lead')} as reach
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
