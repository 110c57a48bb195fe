import type { DrillFilter, MeasureFilters, RowKey, Split } from '@pult/contract/measures'
import { addDays, addMonths, HOUR_MS, MINUTE_MS, type Zone } from '@pult/engine/time'

import { isoOf, type Span } from './zone-sql.ts'

export interface DrillContext {
  readonly zone: Zone
  readonly period: Span
  readonly filters: MeasureFilters
  readonly intervalMinutes: number
  /** Agents of a team, for rows of teams. */
  readonly agentsOfTeam: (teamId: number) => readonly number[]
}

/** What the list of contacts is filtered by to show what stands behind a row. */
export function drillOf(keys: readonly RowKey[], context: DrillContext): DrillFilter {
  const { filters, period } = context
  let filter: DrillFilter = {
    from: isoOf(period.from),
    to: isoOf(period.to),
    ...(filters.queueIds === undefined ? {} : { queueIds: filters.queueIds }),
    ...(filters.agentIds === undefined ? {} : { agentIds: filters.agentIds }),
    ...(filters.channels === undefined ? {} : { channels: filters.channels }),
    ...(filters.directions === undefined ? {} : { directions: filters.directions }),
  }
  if (filters.teamIds !== undefined) filter = { ...filter, agentIds: filters.teamIds.flatMap(context.agentsOfTeam) }
  for (const { split, key } of keys) filter = { ...filter, ...narrow(split, key, context) }
  return filter
}

function narrow(split: Split, key: string | number, context: DrillContext): Partial<DrillFilter> {
  switch (split) {
    case 'queue':
      return { queueIds: [Number(key)] }
    case 'agent':
      return { agentIds: [Number(key)] }
    case 'team':
      return { agentIds: [...context.agentsOfTeam(Number(key))] }
    case 'channel':
      return { channels: [key as 'voice'] }
    case 'direction':
      return { directions: [key as 'inbound'] }
    case 'weekday':
      return { weekday: Number(key) }
    case 'hour':
      return { timeFrom: String(key), timeTo: later(String(key), 60) }
    case 'slot':
      return { timeFrom: String(key), timeTo: later(String(key), 30) }
    // Pauses are no contacts: the list is that of the rest of the row.
    case 'pauseReason':
      return {}
    case 'interval':
    case 'day':
    case 'week':
    case 'month':
      return inside(context.period, spanOfKey(split, String(key), context))
  }
}

/** The stretch of time that a key of a time split means. */
export function spanOfKey(
  split: 'interval' | 'day' | 'week' | 'month',
  key: string,
  { zone, intervalMinutes }: Pick<DrillContext, 'zone' | 'intervalMinutes'>,
): Span {
  switch (split) {
    case 'interval':
      return { from: Date.parse(key), to: Date.parse(key) + intervalMinutes * MINUTE_MS }
    case 'day':
      return { from: zone.startOfDay(key), to: zone.startOfDay(addDays(key, 1)) }
    case 'week':
      return { from: zone.startOfDay(key), to: zone.startOfDay(addDays(key, 7)) }
    case 'month':
      return { from: zone.startOfDay(`${key}-01`), to: zone.startOfDay(addMonths(`${key}-01`, 1)) }
  }
}

/** The part of the period that a row speaks of, as far as its keys are stretches of time. */
export function spanOfKeys(keys: readonly RowKey[], context: DrillContext): Span {
  let span = context.period
  for (const { split, key } of keys) {
    if (split !== 'interval' && split !== 'day' && split !== 'week' && split !== 'month') continue
    const own = spanOfKey(split, String(key), context)
    span = { from: Math.max(span.from, own.from), to: Math.min(span.to, own.to) }
  }
  return span
}

function inside(period: Span, span: Span): { from: string; to: string } {
  return { from: isoOf(Math.max(period.from, span.from)), to: isoOf(Math.min(period.to, span.to)) }
}

function later(clock: string, minutes: number): string {
  const total = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5)) + minutes
  return `${String(Math.floor((total * MINUTE_MS) / HOUR_MS)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
}
