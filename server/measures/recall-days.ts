import { sql } from 'kysely'

import { addDays, datesBetween, HOUR_MS, type LocalDate, type Zone } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import { dayRunsOf } from './due-hours.ts'
import { filtersSql, type Group, type GroupQuery } from './groups.ts'
import { groupOf, recallFromFacts, type RecallWindows } from './recall-facts.ts'
import { splitKey } from './split-sql.ts'
import { daysSpan, type Span } from './zone-sql.ts'

/** Counted at once: a day is read with the days of its windows around it, so few days at once would read the same facts again and again. */
const MOST_DAYS = 20

const sameWindows = ({ recallHours, retryHours }: RecallWindows) =>
  sql`recall_hours = ${recallHours} and retry_hours = ${retryHours}`

export interface RecallWork {
  readonly zone: Zone
  readonly windows: RecallWindows
  /** Up to when it is known who came again. */
  readonly knownUntil: number
}

/** Counts the newest days that nobody has counted and whose windows are over; tells how many days it were. */
export async function countRecallDays(
  tx: Tx,
  centerId: number,
  { zone, windows, knownUntil }: RecallWork,
): Promise<number> {
  const closed = knownUntil - Math.max(windows.recallHours, windows.retryHours) * HOUR_MS
  const isKnown = sql`k.center_id = ${centerId} and ${sameWindows(windows)}`
  const { rows } = await sql<{ last: LocalDate | null; counted: LocalDate | null }>`
    with open as (
      select max(begun.first + place) as last
      from (select min(day) as first from queue_day where center_id = ${centerId}) begun,
        generate_series(0, ${addDays(zone.localDate(closed), -1)}::date - begun.first) as place
      where not exists (select 1 from recall_known k where ${isKnown} and k.day = begun.first + place)
    )
    select last, (select max(day) from recall_known k where ${isKnown} and k.day < last) as counted from open
  `.execute(tx)
  const { last = null, counted = null } = rows[0] ?? {}
  if (last === null) return 0
  const first = addDays(last, 1 - MOST_DAYS)
  const days = datesBetween(counted === null || counted < first ? first : addDays(counted, 1), addDays(last, 1))
  const period = { ...daysSpan(zone, days[0] ?? last, last), wholeDays: true }
  const groups = await recallFromFacts(
    tx,
    { centerId, zone, period, splitBy: ['day', 'queue', 'channel'], intervalMinutes: 30, filters: {} },
    windows,
    knownUntil,
  )
  await keepRecallDays(tx, centerId, days, groups)
  await sql`
    insert into recall_known (center_id, day, recall_hours, retry_hours)
    select ${centerId}::integer, day, ${windows.recallHours}, ${windows.retryHours} from unnest(${days}::date[]) as day
    on conflict (center_id, day) do update set recall_hours = excluded.recall_hours, retry_hours = excluded.retry_hours
  `.execute(tx)
  return days.length
}

async function keepRecallDays(
  tx: Tx,
  centerId: number,
  days: readonly string[],
  groups: readonly Group[],
): Promise<void> {
  const given = groups.map(({ keys: [day, queueId, channel], values }) => ({ day, queueId, channel, ...values }))
  await sql`delete from recall_day where center_id = ${centerId} and day = any(${[...days]}::date[])`.execute(tx)
  await sql`
    insert into recall_day (center_id, day, queue_id, channel, matters, matters_of_one_contact, identified_lost, lost_came_again)
    select ${centerId}::integer, day, "queueId", channel, matters, "mattersOfOneContact", "identifiedLost", "lostCameAgain"
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (day date, "queueId" integer, channel text,
      matters integer, "mattersOfOneContact" integer, "identifiedLost" integer, "lostCameAgain" integer)
  `.execute(tx)
}

/** Facts of these spans have changed: no day whose windows reach them stands any more, nor one of other windows. */
export async function forgetRecallDays(
  tx: Tx,
  centerId: number,
  { zone, windows }: Omit<RecallWork, 'knownUntil'>,
  spans: readonly Span[],
): Promise<void> {
  const around = Math.max(windows.recallHours, windows.retryHours) * HOUR_MS
  const reached = spans.map(({ from, to }) => ({ from: from - around, to: to + around }))
  for (const { first, last } of dayRunsOf(zone, reached))
    await sql`
      delete from recall_known
      where center_id = ${centerId} and (day between ${first}::date and ${last}::date or not (${sameWindows(windows)}))
    `.execute(tx)
}

/** A period in the days that stand and the stretches between them, which the facts must tell. */
export async function standingDays(
  tx: Tx,
  { centerId, zone, period }: Pick<GroupQuery, 'centerId' | 'zone' | 'period'>,
  windows: RecallWindows,
): Promise<{ readonly days: readonly LocalDate[]; readonly between: readonly Span[] }> {
  const [from, to] = [zone.localDate(period.from), zone.localDate(period.to)]
  const { rows } = await sql<{ day: LocalDate }>`
    select day from recall_known
    where center_id = ${centerId} and day >= ${from}::date and day < ${to}::date and ${sameWindows(windows)} order by day
  `.execute(tx)
  const days = rows.map(({ day }) => day)
  const between: Span[] = []
  let open = from
  for (const day of [...days, to]) {
    if (open < day) between.push({ from: zone.startOfDay(open), to: zone.startOfDay(day) })
    open = addDays(day, 1)
  }
  return { days, between }
}

/** What the days that stand tell, by the splits of the question. */
export async function recallFromDays(tx: Tx, query: GroupQuery, days: readonly LocalDate[]): Promise<Group[]> {
  const { centerId, zone, period, splitBy, intervalMinutes, filters } = query
  const context = { zone, span: period, grain: 'day' as const, intervalMinutes, table: 'r' }
  const keys = splitBy.map((split, index) => sql`${splitKey(split, context)} as ${sql.ref(`key${index}`)}`)
  const sums = [
    sql`sum(matters_of_one_contact) as "mattersOfOneContact"`,
    sql`sum(matters) as matters`,
    sql`sum(lost_came_again) as "lostCameAgain"`,
    sql`sum(identified_lost) as "identifiedLost"`,
  ]
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join([...keys, ...sums])} from (select *, 'inbound' as direction from recall_day) r
    where center_id = ${centerId} and day = any(${[...days]}::date[]) and ${filtersSql(filters, false)}
    ${splitBy.length === 0 ? sql`` : sql`group by ${sql.join(splitBy.map((_split, index) => sql.lit(index + 1)))}`}
  `.execute(tx)
  return rows.map((row) => groupOf(splitBy.length, row))
}
