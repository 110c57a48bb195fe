import { sql } from 'kysely'

import type { RowKey } from '@pult/contract/measures'
import { counters, type CounterId, type MeasureDefinition } from '@pult/engine/measures'

import type { Tx } from '../platform/index.ts'
import { isTime } from './counter-sql.ts'
import { spanOfKey, type DrillContext } from './drill.ts'
import type { Group } from './groups.ts'
import { isoOf, type Span } from './zone-sql.ts'

/** Stretches of the period in which a source fell silent although contacts were to be expected. */
export async function gapsIn(tx: Tx, centerId: number, { from, to }: Span): Promise<Span[]> {
  const { rows } = await sql<{ from: Date; to: Date }>`
    select started_at as from, ended_at as to from data_gap
    where center_id = ${centerId} and started_at < ${isoOf(to)}::timestamptz and ended_at > ${isoOf(from)}::timestamptz order by started_at
  `.execute(tx)
  return rows.map((row) => ({ from: row.from.getTime(), to: row.to.getTime() }))
}

/** Gaps of a period, and what of it lies before the first contact that is known: nobody counted then, so nothing there is zero. */
export async function unknownIn(tx: Tx, centerId: number, period: Span): Promise<Span[]> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(at) as at from queue_interval where center_id = ${centerId}
  `.execute(tx)
  const first = rows[0]?.at?.getTime() ?? period.to
  const before = first > period.from ? [{ from: period.from, to: Math.min(first, period.to) }] : []
  const gaps = await gapsIn(tx, centerId, period)
  return [...before, ...gaps.filter(({ to }) => to > first)]
}

/** Whether a row of a series in time lies in such a stretch whole. */
export function isInGap(keys: readonly RowKey[], context: DrillContext, gaps: readonly Span[]): boolean {
  const time = keys.find((key) => key.split === 'interval' || key.split === 'day')
  if (time === undefined || gaps.length === 0) return false
  const span = spanOfKey(time.split as 'interval' | 'day', String(time.key), context)
  return gaps.some((gap) => gap.from <= span.from && span.to <= gap.to)
}

// Recall's counts are no counters of the roll-ups; they are of contacts.
const familyOf = (name: string): string | undefined =>
  (counters as Partial<typeof counters>)[name.split(':')[0] as CounterId]?.family

/** Contacts that came in after the silence was noted: then it is none. */
export const hasContacts = ({ values }: Group): boolean =>
  Object.entries(values).some(([name, value]) => value > 0 && familyOf(name) !== 'time')

/** Of agents' time alone, which is known also where no contact is. */
export const isOfTime = ({ kind, numerator, denominator }: MeasureDefinition): boolean =>
  kind !== 'recall' && [...numerator, ...denominator].every((term) => isTime(term.counter))
