import { sql, type RawBuilder } from 'kysely'

/**
 * Rows of `queue_id, started_at, ended_at`: the stretches of which nothing is known about a queue. A gap is one source's silence; a
 * queue that was offered contacts meanwhile hears of another source, and is not silent with it.
 */
export function queueGaps(centerId: number): RawBuilder<unknown> {
  return sql`
    select q.queue_id, g.started_at, g.ended_at
    from data_gap g join queue q on q.center_id = g.center_id
    where g.center_id = ${centerId} and not exists (
      select from queue_interval i
      where i.center_id = g.center_id and i.queue_id = q.queue_id and i.direction = 'inbound' and i.offered > 0
        and i.at >= g.started_at and i.at + interval '15 minutes' <= g.ended_at
    )`
}
