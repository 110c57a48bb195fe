import { sql } from 'kysely'

import { HOUR_MS } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import { filtersSql, isAboutAgents, type Group, type GroupQuery } from './groups.ts'
import type { Fragment } from './legs-sql.ts'
import { splitKey } from './split-sql.ts'
import { instant } from './zone-sql.ts'

export interface RecallWindows {
  /** How far apart contacts of one customer still are one matter. */
  readonly recallHours: number
  readonly retryHours: number
}

/** What these counts are called among the counters of a group. */
const recallCounts = ['mattersOfOneContact', 'matters', 'lostCameAgain', 'identifiedLost'] as const

/**
 * What the facts know of who came again: matters (contacts of one customer no further apart than the window) by how many contacts they
 * took, and lost contacts whose customer came again. A matter belongs to the group of its first contact. What is still open at
 * `knownUntil` counts on neither side: whoever called an hour ago may yet call again.
 */
export async function recallFromFacts(
  tx: Tx,
  query: Omit<GroupQuery, 'wanted' | 'exact'>,
  windows: RecallWindows,
  knownUntil: number,
): Promise<Group[]> {
  const { centerId, zone, period, splitBy, intervalMinutes, filters } = query
  const around = Math.max(windows.recallHours, windows.retryHours) * HOUR_MS
  const context = { zone, span: period, grain: 'interval' as const, intervalMinutes, table: 'r' }
  const keys = splitBy.map((split, index) => sql`${splitKey(split, context)} as ${sql.ref(`key${index}`)}`)
  const matter = sql`first and at <= ${instant(knownUntil - windows.recallHours * HOUR_MS)}`
  const lost = sql`outcome = 'abandoned' and at <= ${instant(knownUntil - windows.retryHours * HOUR_MS)}`
  const columns: Fragment[] = [
    ...keys,
    sql`count(*) filter (where ${matter} and last) as "mattersOfOneContact"`,
    sql`count(*) filter (where ${matter}) as matters`,
    sql`count(*) filter (where ${lost} and next_at <= at + ${sql.lit(`${windows.retryHours} hours`)}::interval) as "lostCameAgain"`,
    sql`count(*) filter (where ${lost}) as "identifiedLost"`,
  ]
  const window = sql`${sql.lit(`${windows.recallHours} hours`)}::interval`
  // Read in the order of time, then sorted: by the customers' index each contact would be fetched from another place (three times as long).
  const { rows } = await sql<Record<string, unknown>>`
    with told as materialized (
      select center_id, offered_at as at, coalesce(queue_id, 0) as queue_id, coalesce(agent_id, 0) as agent_id, channel, direction, outcome, customer_key
      from contact_leg
      where center_id = ${centerId} and direction = 'inbound' and leg = 1 and customer_key is not null
        and offered_at >= ${instant(period.from - around)} and offered_at < ${instant(period.to + around)}
    )
    select ${sql.join(columns)} from (
      select *, coalesce(at - previous_at > ${window}, true) as first, coalesce(next_at - at > ${window}, true) as last from (
        select *, lag(at) over customers as previous_at, lead(at) over customers as next_at
        from told window customers as (partition by customer_key order by at)
      ) visits
    ) r
    left join agent on agent.center_id = r.center_id and agent.agent_id = r.agent_id
    where at >= ${instant(period.from)} and at < ${instant(period.to)} and ${filtersSql(filters, isAboutAgents(splitBy, filters))}
    ${splitBy.length === 0 ? sql`` : sql`group by ${sql.join(splitBy.map((_split, index) => sql.lit(index + 1)))}`}
  `.execute(tx)
  return rows.map((row) => groupOf(splitBy.length, row))
}

/** A row of counts under the keys of its splits. */
export const groupOf = (splits: number, row: Readonly<Record<string, unknown>>): Group => ({
  keys: Array.from({ length: splits }, (_, index) => row[`key${index}`]),
  values: Object.fromEntries(recallCounts.map((name) => [name, Number(row[name] ?? 0)])),
})
