import { sql } from 'kysely'

import { addMonths, HOUR_MS, MINUTE_MS, monthOf, type Zone } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import {
  agentDayColumns,
  agentDayFromLegs,
  agentIntervalColumns,
  agentIntervalFromLegs,
  agentMonthColumns,
  agentMonthFromDays,
} from './agent-rollup-sql.ts'
import {
  agentTimeDayColumns,
  agentTimeDayFromIntervals,
  agentTimeFromFacts,
  agentTimeIntervalColumns,
} from './agent-time-sql.ts'
import { dayRunsOf, type RollupKind } from './due-hours.ts'
import type { Fragment } from './legs-sql.ts'
import {
  queueDayColumns,
  queueDayFromIntervals,
  queueIntervalColumns,
  queueIntervalFromLegs,
  queueSlotColumns,
  queueSlotFromIntervals,
  queueSlotsFromIntervals,
  slotKeyOf,
  type SlotKey,
} from './queue-rollup-sql.ts'
import { instant, type Span } from './zone-sql.ts'

/** One stretch of one roll-up: which rows it replaces and the rows that the facts give. */
export interface RollupStep {
  readonly table: string
  readonly columns: readonly string[]
  /** Which stored rows; the centre's are meant anyway. */
  readonly where: Fragment
  readonly rows: Fragment
}

/** From which tables coarser grains are summed: the stored ones, or freshly computed ones beside them. */
export interface FinerTables {
  readonly queueInterval: string
  readonly agentTimeInterval: string
}

export const storedTables: FinerTables = { queueInterval: 'queue_interval', agentTimeInterval: 'agent_time_interval' }

const atIn = ({ from, to }: Span): Fragment => sql`at >= ${instant(from)} and at < ${instant(to)}`

/** The fine grains of whole hours, from the facts. */
export function intervalSteps(kind: RollupKind, centerId: number, span: Span): RollupStep[] {
  const where = atIn(span)
  const of = (table: string, columns: readonly string[], rows: Fragment): RollupStep[] => [
    { table, columns, where, rows },
  ]
  switch (kind) {
    case 'queue':
      return of('queue_interval', queueIntervalColumns, queueIntervalFromLegs(centerId, span))
    case 'agent':
      return of('agent_interval', agentIntervalColumns, agentIntervalFromLegs(centerId, span))
    case 'agentTime':
      return of('agent_time_interval', agentTimeIntervalColumns, agentTimeFromFacts(centerId, span))
  }
}

/** The days that the spans touch, once the intervals stand. */
export function daySteps(
  kind: RollupKind,
  centerId: number,
  zone: Zone,
  spans: readonly Span[],
  finer: FinerTables,
): RollupStep[] {
  return dayRunsOf(zone, spans).map((days): RollupStep => {
    const where = sql`day >= ${days.first} and day <= ${days.last}`
    switch (kind) {
      case 'queue': {
        const rows = queueDayFromIntervals(centerId, zone, days, finer.queueInterval)
        return { table: 'queue_day', columns: queueDayColumns, where, rows }
      }
      case 'agent':
        return { table: 'agent_day', columns: agentDayColumns, where, rows: agentDayFromLegs(centerId, zone, days) }
      case 'agentTime': {
        const rows = agentTimeDayFromIntervals(centerId, zone, days, finer.agentTimeInterval)
        return { table: 'agent_time_day', columns: agentTimeDayColumns, where, rows }
      }
    }
  })
}

/** The months of agents that the spans touch, once their days stand. */
export const agentMonthSteps = (centerId: number, zone: Zone, spans: readonly Span[]): RollupStep[] =>
  monthsOf(zone, spans).map((month) => ({
    table: 'agent_month',
    columns: agentMonthColumns,
    where: sql`month = ${month}`,
    rows: agentMonthFromDays(centerId, month),
  }))

const FEW_HOURS = 72

/** The slots that the spans touch: some half-hours of weekdays after a live hour, whole months after an import. */
export function slotSteps(centerId: number, zone: Zone, spans: readonly Span[], table: string): RollupStep[] {
  const hours = spans.reduce((sum, { from, to }) => sum + (to - from) / HOUR_MS, 0)
  if (hours === 0) return []
  return hours <= FEW_HOURS
    ? [fewSlots(centerId, zone, spans, table)]
    : monthsOf(zone, spans).map((month) => monthOfSlots(centerId, zone, month, table))
}

function fewSlots(centerId: number, zone: Zone, spans: readonly Span[], table: string): RollupStep {
  const keys = new Map<string, SlotKey>()
  for (const { from, to } of spans) {
    for (let at = from; at < to; at += 15 * MINUTE_MS) {
      const key = slotKeyOf(zone, at)
      keys.set(JSON.stringify(key), key)
    }
  }
  const list = [...keys.values()]
  return {
    table: 'queue_slot',
    columns: queueSlotColumns,
    where: sql`(month, weekday, slot) in (select * from unnest(
      ${list.map((key) => key.month)}::date[], ${list.map((key) => key.weekday)}::smallint[], ${list.map((key) => key.slot)}::smallint[]))`,
    rows: queueSlotsFromIntervals(centerId, zone, list, table),
  }
}

function monthsOf(zone: Zone, spans: readonly Span[]): string[] {
  const months = new Set<string>()
  for (const { first, last } of dayRunsOf(zone, spans)) {
    for (let day = monthOf(first); day <= last; day = addMonths(day, 1)) months.add(day)
  }
  return [...months].toSorted()
}

function monthOfSlots(centerId: number, zone: Zone, month: string, table: string): RollupStep {
  const span = { from: zone.startOfDay(month), to: zone.startOfDay(addMonths(month, 1)) }
  return {
    table: 'queue_slot',
    columns: queueSlotColumns,
    where: sql`month = ${month}`,
    rows: queueSlotFromIntervals(centerId, zone, span, table),
  }
}

/** Replaces the stored rows of a step. */
export async function runStep(tx: Tx, centerId: number, step: RollupStep): Promise<void> {
  const columns = sql.join(step.columns.map((name) => sql.ref(name)))
  await sql`delete from ${sql.table(step.table)} where center_id = ${centerId} and ${step.where}`.execute(tx)
  await sql`insert into ${sql.table(step.table)} (${columns}) select ${columns} from (${step.rows}) computed`.execute(
    tx,
  )
}

/** Whole local months around a span: what must be computed so that every grain of it stands. */
export function wholeMonths(zone: Zone, span: Span): Span {
  const first = monthOf(zone.localDate(span.from))
  const last = monthOf(zone.localDate(span.to - 1))
  return { from: hourBefore(zone.startOfDay(first)), to: hourAfter(zone.startOfDay(addMonths(last, 1))) }
}

export const hourBefore = (at: number): number => Math.floor(at / HOUR_MS) * HOUR_MS
export const hourAfter = (at: number): number => Math.ceil(at / HOUR_MS) * HOUR_MS
