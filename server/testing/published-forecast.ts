import { sql } from 'kysely'

import type { App } from '../app.ts'

/** A forecast published three weeks ago that missed what came, hour by hour, by up to four tenths. */
export async function keepPublishedForecast(app: App, centerId: number): Promise<void> {
  await app.database.inCenter({ centerId }, async (tx) => {
    const made = await sql<{ id: number }>`
      insert into forecast (center_id, name, status, interval_minutes, first_day, last_day, known_until, created_by, created_by_name, published_at)
      values (${centerId}, 'Прошлый', 'published', 60, current_date - 21, current_date, current_date - 22, 'x', 'Анна', now() - interval '22 days')
      returning forecast_id as id`.execute(tx)
    const id = made.rows[0]?.id ?? 0
    await sql`
      insert into forecast_interval (center_id, forecast_id, queue_id, at, offered, p025, p10, p50, p90, p975, aht_seconds)
      select ${centerId}::integer, ${id}::bigint, queue_id, hour, n, greatest(0, n - 6), greatest(0, n - 3), n, n + 3, n + 6, 200
      from (
        select queue_id, date_trunc('hour', at) as hour, sum(offered) * (.8 + .1 * (extract(hour from date_trunc('hour', at))::integer % 7)) as n
        from queue_interval
        where center_id = ${centerId} and queue_id > 0 and direction = 'inbound' and at >= current_date - 21 and at < current_date
        group by 1, 2
      ) as came`.execute(tx)
    await sql`
      insert into forecast_day (center_id, forecast_id, queue_id, day, offered, p10, p90, work_seconds)
      select center_id, forecast_id, queue_id, (at at time zone (select time_zone from center where center_id = ${centerId}))::date,
        sum(offered), sum(offered) * .85, sum(offered) * 1.1, sum(offered * aht_seconds)
      from forecast_interval where center_id = ${centerId} and forecast_id = ${id} group by 1, 2, 3, 4`.execute(tx)
  })
}
