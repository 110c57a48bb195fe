import { sql } from 'kysely'

import type { IntervalRow } from '@pult/engine/forecast'
import { DAY_MS, HOUR_MS, MINUTE_MS, addDays, type LocalDate, type Zone } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'

/** Quarters of an hour in which a queue was offered or handled something. */
interface QuarterRow {
  readonly queueId: number
  readonly at: Date
  readonly offered: number
  readonly answered: number
  readonly handleMs: number
}

export interface QueueHistory {
  readonly queueId: number
  readonly channel: string
  readonly rows: readonly IntervalRow[]
}

const QUARTER_MS = 15 * MINUTE_MS
export const QUARTER_SECONDS = 900

/** Two years show the year's shape twice; older history says little about next month. */
const HISTORY_DAYS = 731

/**
 * What came to each queue up to the end of `lastDay`, by quarters of an hour on the wall clock. A quarter without contacts is zero
 * while the centre told of others that day; days and gaps of which nothing was told are missing.
 */
export async function readHistories(tx: Tx, centerId: number, zone: Zone, lastDay: LocalDate): Promise<QueueHistory[]> {
  const span = { from: zone.startOfDay(addDays(lastDay, 1 - HISTORY_DAYS)), to: zone.startOfDay(addDays(lastDay, 1)) }
  const { rows } = await sql<QuarterRow>`
    select queue_id as "queueId", at, sum(offered) as offered, sum(answered) as answered, sum(talk_ms + hold_ms + acw_ms) as "handleMs"
    from queue_interval
    where center_id = ${centerId} and queue_id > 0 and direction = 'inbound' and at >= ${iso(span.from)} and at < ${iso(span.to)}
    group by 1, 2
  `.execute(tx)
  const channels = await sql<{ id: number; channel: string }>`
    select queue_id as id, channel from queue where center_id = ${centerId}`.execute(tx)
  const channelOf = new Map(channels.rows.map(({ id, channel }) => [id, channel]))
  const gaps = await readGaps(tx, centerId)
  const told = new Set(rows.map(({ at }) => zone.localDate(at.getTime())))
  const byQueue = Map.groupBy(rows, ({ queueId }) => queueId)
  return [...byQueue].map(([queueId, quarters]) => ({
    queueId,
    channel: channelOf.get(queueId) ?? 'voice',
    rows: everyQuarter(
      quarters,
      zone,
      told,
      gaps.filter((gap) => gap.queueId === null || gap.queueId === queueId),
      span.to,
    ),
  }))
}

interface Stretch {
  /** Null: every queue. */
  readonly queueId: number | null
  readonly from: number
  readonly to: number
}

/** What no source told, and what somebody marked as not to be learnt from. */
async function readGaps(tx: Tx, centerId: number): Promise<Stretch[]> {
  const { rows } = await sql<{ queueId: number | null; from: Date; to: Date }>`
    select null::integer as "queueId", started_at as from, ended_at as to from data_gap where center_id = ${centerId}
    union all select nullif(queue_id, 0), started_at, ended_at from forecast_left_out where center_id = ${centerId}
  `.execute(tx)
  return rows.map(({ queueId, from, to }) => ({ queueId, from: from.getTime(), to: to.getTime() }))
}

/** From the queue's first day on, zeros put in where nothing came. */
function everyQuarter(
  quarters: readonly QuarterRow[],
  zone: Zone,
  told: ReadonlySet<LocalDate>,
  gaps: readonly Stretch[],
  end: number,
): IntervalRow[] {
  const known = new Map(quarters.map((row) => [row.at.getTime(), row]))
  const first = zone.startOfDay(zone.localDate(Math.min(...known.keys())))
  const rows: IntervalRow[] = []
  for (let day = first; day < end;) {
    const date = zone.localDate(day)
    const next = zone.startOfDay(addDays(date, 1))
    const ofDay = gaps.filter(({ from, to }) => from < next && to > day)
    const isMissing = (at: number): boolean => ofDay.some(({ from, to }) => at < to && from < at + QUARTER_MS)
    if (told.has(date))
      for (let at = day; at < next; at += QUARTER_MS)
        if (!isMissing(at)) rows.push(rowAt(zone, date, at, known.get(at)))
    day = next
  }
  return rows
}

function rowAt(zone: Zone, date: LocalDate, at: number, row: QuarterRow | undefined): IntervalRow {
  const { hour, minute } = zone.instantToLocal(at)
  const offered = row?.offered ?? 0
  const answered = row?.answered ?? 0
  return {
    date,
    secondOfDay: hour * 3600 + minute * 60,
    offered,
    ...(row === undefined || answered === 0 ? {} : { ahtSeconds: row.handleMs / 1000 / answered, handled: answered }),
    // The wall clock said the same an hour before: autumn's second pass.
    ...(saysAgain(zone, at) ? { again: true } : {}),
  }
}

const saysAgain = (zone: Zone, at: number): boolean => zone.offsetAt(at - HOUR_MS) - zone.offsetAt(at) === HOUR_MS

const iso = (at: number): string => new Date(at).toISOString()

/** The last whole day of which the centre has told something; null when there is no history at all. */
export async function lastKnownDay(tx: Tx, centerId: number, zone: Zone, now: number): Promise<LocalDate | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(at) as at from queue_interval where center_id = ${centerId} and direction = 'inbound' and at < ${iso(now)}
  `.execute(tx)
  const at = rows[0]?.at ?? null
  if (at === null) return null
  const last = zone.localDate(at.getTime())
  const yesterday = zone.localDate(zone.startOfDay(zone.localDate(now)) - DAY_MS / 2)
  return last > yesterday ? yesterday : last
}
