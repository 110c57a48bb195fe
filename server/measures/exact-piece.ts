import { sql } from 'kysely'

import type { CounterId } from '@pult/engine/measures'

import { legIs } from '../contacts/index.ts'
import { columnName, type WantedCounter } from './counter-sql.ts'
import { legsOffered, type Fragment } from './legs-sql.ts'
import type { Span } from './zone-sql.ts'

const conditions: Readonly<Partial<Record<CounterId, Fragment>>> = {
  answeredWithin: legIs.answered,
  abandonedWithin: legIs.abandoned,
  flowedOutWithin: legIs.flowedOut,
  callbackWithin: legIs.callbackRequested,
}

/** Counters within thresholds that no roll-up has, counted from the legs themselves by quarters of an hour. */
export function thresholdsFromFacts(centerId: number, span: Span, wanted: readonly WantedCounter[]): Fragment {
  const counts = wanted.map((one) => {
    const within = sql`${conditions[one.counter] ?? sql`false`} and l.wait_ms <= ${sql.lit((one.threshold ?? 0) * 1000)}`
    return sql`count(*) filter (where ${within}) as ${sql.ref(columnName(one))}`
  })
  return sql`
    select ${centerId}::integer as center_id, at, agent_id, queue_id, channel, direction, ${sql.join(counts)}
    from (select l.*, date_bin('15 minutes', l.offered_at, '2000-01-01Z') as at from (${legsOffered(centerId, span)}) l) l
    group by at, agent_id, queue_id, channel, direction`
}
