import { sql } from 'kysely'

import { addMonths, isoWeekday, MINUTE_MS, monthOf, type Zone } from '@pult/engine/time'

import { bucketOf, QUARTER, rollupFromLegs } from './leg-rollup-sql.ts'
import type { Fragment } from './legs-sql.ts'
import { queueColumns, queueHistograms, queueSums } from './rollup-columns.ts'
import { summedHistogram } from './summed-histogram.ts'
import { instant, localTime, type Span } from './zone-sql.ts'

export const queueIntervalColumns: readonly string[] = [
  'center_id',
  'at',
  'queue_id',
  'channel',
  'direction',
  ...queueColumns,
]

/** Rows of `queue_interval` of a span that begins and ends on quarters of an hour, from the facts. */
export const queueIntervalFromLegs = (centerId: number, span: Span): Fragment =>
  rollupFromLegs({
    centerId,
    span,
    bucket: (stamp) => bucketOf(QUARTER, stamp),
    bucketName: 'at',
    keys: ['queue_id', 'channel', 'direction'],
    where: sql`true`,
    columns: queueColumns,
  })

const dimensions = ['queue_id', 'channel', 'direction']

/** Sums rows of `queue_interval` into coarser ones; `keys` are name and expression over a row `r`. */
function resum(centerId: number, from: Fragment, keys: readonly (readonly [string, Fragment])[]): Fragment {
  const all = [...keys, ...dimensions.map((name) => [name, sql`r.${sql.ref(name)}`] as const)]
  return sql`
    select ${sql.lit(centerId)}::integer as center_id, ${sql.join(all.map(([name, value]) => sql`${value} as ${sql.ref(name)}`))},
      max(r.longest_wait_ms) as longest_wait_ms, ${sql.join(queueSums.map((name) => sql`sum(r.${sql.ref(name)}) as ${sql.ref(name)}`))},
      ${sql.join(queueHistograms.map(summedHistogram))}
    from (${from}) r group by ${sql.join(all.map((_, index) => sql.lit(index + 2)))}`
}

export const queueDayColumns: readonly string[] = ['center_id', 'day', ...dimensions, ...queueColumns]
export const queueSlotColumns: readonly string[] = [
  'center_id',
  'month',
  'weekday',
  'slot',
  ...dimensions,
  ...queueColumns,
]

/** Rows of `queue_day` of whole local days. `table` is `queue_interval` or a table like it. */
export function queueDayFromIntervals(centerId: number, zone: Zone, span: Span, table: string): Fragment {
  const rows = sql`select * from ${sql.table(table)} where center_id = ${centerId} and at >= ${instant(span.from)} and at < ${instant(span.to)}`
  return resum(centerId, rows, [['day', sql`(${localTime(zone, span, sql`r.at`)})::date`]])
}

const slotKeys = (local: Fragment): (readonly [string, Fragment])[] => [
  ['month', sql`date_trunc('month', ${local})::date`],
  ['weekday', sql`extract(isodow from ${local})::smallint`],
  ['slot', sql`(extract(hour from ${local}) * 2 + floor(extract(minute from ${local}) / 30))::smallint`],
]

/** Rows of `queue_slot` of whole local months. */
export function queueSlotFromIntervals(centerId: number, zone: Zone, months: Span, table: string): Fragment {
  const rows = sql`select * from ${sql.table(table)} where center_id = ${centerId} and at >= ${instant(months.from)} and at < ${instant(months.to)}`
  return resum(centerId, rows, slotKeys(localTime(zone, months, sql`r.at`)))
}

/** A half-hour of a weekday in a month. */
export interface SlotKey {
  readonly month: string
  readonly weekday: number
  readonly slot: number
}

/** Rows of `queue_slot` for some slots only, when an hour has changed and not a month. */
export function queueSlotsFromIntervals(
  centerId: number,
  zone: Zone,
  keys: readonly SlotKey[],
  table: string,
): Fragment {
  const months = [...new Set(keys.map((key) => key.month))].toSorted()
  const span = { from: zone.startOfDay(months[0] ?? ''), to: zone.startOfDay(addMonths(months.at(-1) ?? '', 1)) }
  const instants = quartersOf(zone, span, keys).map((ms) => new Date(ms).toISOString())
  const rows = sql`select * from ${sql.table(table)} where center_id = ${centerId} and at = any(${instants}::timestamptz[])`
  return resum(centerId, rows, slotKeys(localTime(zone, span, sql`r.at`)))
}

/** The slot an instant belongs to. */
export function slotKeyOf(zone: Zone, at: number): SlotKey {
  const { hour, minute } = zone.instantToLocal(at)
  const day = zone.localDate(at)
  return { month: monthOf(day), weekday: isoWeekday(day), slot: hour * 2 + Math.floor(minute / 30) }
}

const textOf = (key: SlotKey): string => `${key.month} ${key.weekday} ${key.slot}`

/** The quarters of an hour that lie in these slots: also right where an hour comes twice or never. */
function quartersOf(zone: Zone, span: Span, keys: readonly SlotKey[]): number[] {
  const wanted = new Set(keys.map(textOf))
  const found: number[] = []
  for (let at = span.from; at < span.to; at += 15 * MINUTE_MS)
    if (wanted.has(textOf(slotKeyOf(zone, at)))) found.push(at)
  return found
}
