import { sql } from 'kysely'

import { OWN, type CountLayout, type ReportCell, type ReportFigure, type ReportScope } from '@pult/engine/measures'
import { addDays } from '@pult/engine/time'

import { legIs } from '../../contacts/index.ts'
import type { Tx } from '../../platform/index.ts'
import type { Fragment } from '../legs-sql.ts'
import { instant } from '../zone-sql.ts'
import type { CellMaker, CellsQuery, SumRow } from './report-cells.ts'

/** Whether contacts of the period have several legs: else to count contacts and to count legs is the same. */
export async function hasLaterLegs(tx: Tx, { centerId, span }: CellsQuery): Promise<boolean> {
  const { rows } = await sql`
    select 1 from contact_leg l where l.center_id = ${centerId} and l.offered_at >= ${instant(span.from)} and l.offered_at < ${instant(span.to)}
      and l.leg > 1 and ${legIs.offered} limit 1
  `.execute(tx)
  return rows.length > 0
}

/** Counts what no roll-up knows from the facts, in one pass: the first leg of each contact, or each contact once. */
export async function cellsFromFacts(
  tx: Tx,
  query: CellsQuery,
  maker: CellMaker,
  unit: 'firstLegs' | 'contacts',
): Promise<ReportCell[]> {
  const legs = sql`
    select l.* from contact_leg l where l.center_id = ${query.centerId} and ${legIs.offered}
      and l.offered_at >= ${instant(maker.span.from)} and l.offered_at < ${instant(maker.span.to)}`
  const from = unit === 'firstLegs' ? sql`${legs} and l.leg = 1` : wholeContacts(legs)
  const { rows } = await sql<SumRow>`
    select ${maker.bucket(sql`l.offered_at`)} as at, coalesce(l.queue_id, 0) as "queueId", l.channel, ${sql.join(countsOfLegs(query.layout))}
    from (${from}) l group by 1, 2, 3
  `.execute(tx)
  return maker.cellsOf(rows)
}

/** One row a contact, shaped as a leg: it waits from its first queue to its first answer, and is talked to by all who had it. */
const wholeContacts = (legs: Fragment): Fragment => sql`
  select offered_at, queue_id, channel, direction, outcome, flow_reason, talk_ms, hold_ms, holds, acw_ms, transferred_to,
    greatest(0, extract(epoch from waited_until - offered_at) * 1000)::bigint as wait_ms
  from (
    select min(l.offered_at) as offered_at, (array_agg(l.queue_id order by l.leg))[1] as queue_id, (array_agg(l.channel order by l.leg))[1] as channel,
      'inbound' as direction,
      case when bool_or(l.outcome = 'answered') then 'answered' else (array_agg(l.outcome order by l.leg desc))[1] end as outcome,
      (array_agg(l.flow_reason order by l.leg desc))[1] as flow_reason,
      coalesce(min(l.offered_at + l.wait_ms * interval '1 millisecond') filter (where l.outcome = 'answered'), max(l.offered_at + l.wait_ms * interval '1 millisecond')) as waited_until,
      sum(l.talk_ms) as talk_ms, sum(l.hold_ms) as hold_ms, sum(l.holds) as holds, sum(l.acw_ms) as acw_ms, max(l.transferred_to) as transferred_to
    from (${legs}) l group by l.source_id, l.contact_ref
  ) whole`

const conditions: Readonly<Record<string, Fragment>> = {
  offered: legIs.offered,
  answered: legIs.answered,
  abandoned: legIs.abandoned,
  flowedOut: legIs.flowedOut,
  callbackRequested: legIs.callbackRequested,
  stillOpen: legIs.stillOpen,
  held: legIs.held,
  transferredOut: legIs.transferredOut,
  answeredInInterval: legIs.answered,
  handledInInterval: legIs.answered,
  answeredWithin: legIs.answered,
  abandonedWithin: legIs.abandoned,
  flowedOutWithin: legIs.flowedOut,
  callbackWithin: legIs.callbackRequested,
}

const sums: Readonly<Record<string, readonly [value: Fragment, condition: Fragment]>> = {
  waitAnsweredMs: [sql`l.wait_ms`, legIs.answered],
  waitAbandonedMs: [sql`l.wait_ms`, legIs.abandoned],
  waitFlowedOutMs: [sql`l.wait_ms`, legIs.flowedOut],
  talkMs: [sql`l.talk_ms`, legIs.answered],
  holdMs: [sql`l.hold_ms`, legIs.answered],
  acwMs: [sql`l.acw_ms`, legIs.answered],
}

function countsOfLegs({ names }: CountLayout): Fragment[] {
  return names.flatMap((name) => {
    const [counter = '', threshold] = name.split(':')
    const [condition, sum] = [conditions[counter], sums[counter]]
    if (threshold === OWN) return []
    if (sum !== undefined)
      return [sql`coalesce(sum(${sum[0]}) filter (where ${sum[1]}), 0)::double precision as ${sql.ref(name)}`]
    // Outbound contacts wait in no queue and change no unit.
    if (condition === undefined) return []
    const within = threshold === undefined ? sql`` : sql` and l.wait_ms <= ${sql.lit(Number(threshold) * 1000)}`
    return [sql`(count(*) filter (where ${condition}${within}))::double precision as ${sql.ref(name)}`]
  })
}

const MOST_MEDIANS = 12

/** Medians of waiting and handling over the answered of each scope; of more scopes than a report has lines at a glance, none. */
export async function mediansOf(
  tx: Tx,
  { centerId, zone, firstDay }: CellsQuery,
  scopes: readonly ReportScope[],
): Promise<(scope: ReportScope, figure: ReportFigure) => number | null> {
  const found = new Map<ReportScope, Readonly<Record<string, number | null>>>()
  for (const scope of scopes.slice(0, MOST_MEDIANS)) {
    const [from, to] = [scope.fromDay, scope.toDay].map((days) => zone.startOfDay(addDays(firstDay, days)))
    const median = (value: Fragment): Fragment => sql`percentile_cont(0.5) within group (order by ${value}) / 1000.0`
    const { rows } = await sql<Record<string, number | null>>`
      select ${median(sql`l.wait_ms`)} as "asaSeconds", ${median(sql`l.talk_ms + l.hold_ms + l.acw_ms`)} as "ahtSeconds",
        ${median(sql`l.talk_ms`)} as "talkSeconds", ${median(sql`l.hold_ms`)} as "holdSeconds", ${median(sql`l.acw_ms`)} as "acwSeconds"
      from contact_leg l where l.center_id = ${centerId} and ${legIs.answered} and l.offered_at >= ${instant(from ?? 0)} and l.offered_at < ${instant(to ?? 0)}
        ${scope.queueId === null ? sql`` : sql`and l.queue_id = ${scope.queueId}`}
    `.execute(tx)
    const [medians] = rows
    if (medians !== undefined) found.set(scope, medians)
  }
  return (scope, figure) => {
    const value = found.get(scope)?.[figure]
    return value === undefined || value === null ? null : Number(value)
  }
}
