import { sql } from 'kysely'

import type { HourAccuracy } from '@pult/contract/forecast'
import type { Zone } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import { comparedCells, type ComparedDays } from './compared-cells.ts'

/** How the intervals of published forecasts stood against what came, by hour of the centre's day: all queues first, then each. */
export async function readHourAccuracy(
  tx: Tx,
  centerId: number,
  zone: Zone,
  days: ComparedDays,
): Promise<HourAccuracy[]> {
  const { rows } = await sql<HourAccuracy>`
    ${comparedCells(centerId, zone, days)},
    timed as (
      select queue_id, extract(hour from at at time zone ${zone.timeZone})::integer as hour, expected, came,
        expected >= 1 as is_banded, came between p10 and p90 as is_in80, came between p025 and p975 as is_in95
      from scored
    )
    select queue_id as "queueId", hour, count(*)::integer as intervals, sum(came) as came,
      sum(abs(expected - came)) / nullif(sum(came), 0) as wape,
      sum(expected - came) / nullif(sum(came), 0) as bias,
      count(*) filter (where is_banded)::integer as "bandIntervals",
      count(*) filter (where is_banded and is_in80)::double precision / nullif(count(*) filter (where is_banded), 0) as "covered80",
      count(*) filter (where is_banded and is_in95)::double precision / nullif(count(*) filter (where is_banded), 0) as "covered95"
    from timed
    group by grouping sets ((queue_id, hour), (hour))
    having sum(expected) + sum(came) > 0
    order by queue_id nulls first, hour
  `.execute(tx)
  return rows
}
