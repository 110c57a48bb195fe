import { sql } from 'kysely'

import type { Split } from '@pult/contract/measures'
import { MINUTE_MS, type Zone } from '@pult/engine/time'

import type { Fragment } from './legs-sql.ts'
import { localTime, type Span } from './zone-sql.ts'

/** Where a roll-up keeps its time. */
export type Grain = 'interval' | 'day' | 'slot'

export interface SplitContext {
  readonly zone: Zone
  readonly span: Span
  readonly grain: Grain
  readonly intervalMinutes: number
  /** The alias of the roll-up. */
  readonly table: string
}

/** What a row is grouped by, as a value that JSON and JavaScript keep exactly. */
export function splitKey(split: Split, context: SplitContext): Fragment {
  const column = (name: string): Fragment => sql.ref(`${context.table}.${name}`)
  switch (split) {
    case 'queue':
      return column('queue_id')
    case 'agent':
      return column('agent_id')
    case 'team':
      return sql`coalesce(agent.team_id, 0)`
    case 'pauseReason':
      return column('pause_reason_id')
    case 'channel':
    case 'direction':
      return column(split)
    case 'interval':
      return intervalKey(context)
    case 'day':
    case 'week':
    case 'month':
    case 'weekday':
    case 'hour':
    case 'slot':
      return timeKey(split, context)
  }
}

/** Buckets of local time: half-hour zones have half-hour offsets. */
function intervalKey({ zone, span, intervalMinutes, table }: SplitContext): Fragment {
  const origin = new Date(-zone.offsetAt(span.from) % (intervalMinutes * MINUTE_MS)).toISOString()
  return sql`(extract(epoch from date_bin(${sql.lit(`${intervalMinutes} minutes`)}::interval, ${sql.ref(`${table}.at`)}, ${sql.lit(origin)}::timestamptz)) * 1000)::bigint`
}

function timeKey(split: 'day' | 'week' | 'month' | 'weekday' | 'hour' | 'slot', context: SplitContext): Fragment {
  if (context.grain === 'slot') return slotKey(split, context.table)
  const time =
    context.grain === 'day'
      ? sql`${sql.ref(`${context.table}.day`)}::timestamp`
      : localTime(context.zone, context.span, sql.ref(`${context.table}.at`))
  switch (split) {
    case 'day':
      return context.grain === 'day' ? sql.ref(`${context.table}.day`) : sql`(${time})::date`
    case 'week':
      return sql`date_trunc('week', ${time})::date`
    case 'month':
      return sql`date_trunc('month', ${time})::date`
    case 'weekday':
      return sql`extract(isodow from ${time})::integer`
    case 'hour':
      return sql`extract(hour from ${time})::integer`
    case 'slot':
      return sql`(extract(hour from ${time}) * 2 + floor(extract(minute from ${time}) / 30))::integer`
  }
}

function slotKey(split: 'day' | 'week' | 'month' | 'weekday' | 'hour' | 'slot', table: string): Fragment {
  switch (split) {
    case 'month':
    case 'weekday':
    case 'slot':
      return sql.ref(`${table}.${split}`)
    case 'hour':
      return sql`(${sql.ref(`${table}.slot`)} / 2)::integer`
    case 'day':
    case 'week':
      throw new Error('slots know months, weekdays and half-hours only')
  }
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** The key as the contract says it. */
export function presentKey(split: Split, raw: unknown): string | number {
  switch (split) {
    case 'interval':
      return new Date(Number(raw)).toISOString()
    case 'month':
      return String(raw).slice(0, 7)
    case 'hour':
      return `${twoDigits(Number(raw))}:00`
    case 'slot':
      return `${twoDigits(Math.floor(Number(raw) / 2))}:${Number(raw) % 2 === 0 ? '00' : '30'}`
    case 'day':
    case 'week':
    case 'channel':
    case 'direction':
      return String(raw)
    case 'queue':
    case 'agent':
    case 'team':
    case 'pauseReason':
    case 'weekday':
      return Number(raw)
  }
}
