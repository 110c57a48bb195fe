import { sql } from 'kysely'

import { dayKind, HOUR_MS, type Zone } from '@pult/engine/time'

import type { Tx } from '../../platform/index.ts'

export interface Stretch {
  readonly from: number
  readonly to: number
}

/** A silence in which so many contacts were to be expected does not happen by chance (Poisson, e⁻¹⁵). */
const EXPECTED_IN_GAP = 15

/**
 * Stretches of whole hours without a single contact although the same hours of other weeks had many, or, where contacts are few, so
 * many whole weeks. Holidays are closed days: they make no gap and end none.
 */
export function findGaps(
  offeredByHour: ReadonlyMap<number, number>,
  span: Stretch,
  zone: Zone,
  calendar: string,
): Stretch[] {
  const usual = usualOf(offeredByHour, span, zone)
  const gaps: Stretch[] = []
  let silence = null as Stretch | null
  let expected = 0
  const end = (): void => {
    if (silence !== null && Math.max(expected, inWholeWeeks(silence, usual)) >= EXPECTED_IN_GAP) gaps.push(silence)
    silence = null
    expected = 0
  }
  for (let hour = firstHour(span); hour + HOUR_MS <= span.to; hour += HOUR_MS) {
    if ((offeredByHour.get(hour) ?? 0) > 0) end()
    else if (!isHoliday(zone.localDate(hour), calendar)) {
      silence = { from: silence?.from ?? hour, to: hour + HOUR_MS }
      expected += usual.byHourOfWeek.get(hourOfWeek(hour, zone)) ?? 0
    }
  }
  end()
  return gaps
}

const firstHour = ({ from }: Stretch): number => Math.ceil(from / HOUR_MS) * HOUR_MS

const isHoliday = (date: string, calendar: string): boolean =>
  ['holiday', 'transferredOff'].includes(dayKind(date, calendar))

const HOURS_A_WEEK = 168
const hourNumber = (hour: number, zone: Zone): number => Math.floor((hour + zone.offsetAt(hour)) / HOUR_MS)
const hourOfWeek = (hour: number, zone: Zone): number => hourNumber(hour, zone) % HOURS_A_WEEK
const weekOf = (hour: number, zone: Zone): number => Math.floor(hourNumber(hour, zone) / HOURS_A_WEEK)

interface Usual {
  readonly byHourOfWeek: ReadonlyMap<number, number>
  readonly aWeek: number
}

/**
 * The median over the weeks in which something came: a gap itself must not pull down what is usual, were it longer than all the rest.
 */
function usualOf(offeredByHour: ReadonlyMap<number, number>, span: Stretch, zone: Zone): Usual {
  const totals = new Map<number, number>()
  for (const [hour, offered] of offeredByHour) {
    const week = weekOf(hour, zone)
    if (offered > 0) totals.set(week, (totals.get(week) ?? 0) + offered)
  }
  const counts = new Map<number, number[]>()
  for (let hour = firstHour(span); hour + HOUR_MS <= span.to; hour += HOUR_MS) {
    if (!totals.has(weekOf(hour, zone))) continue
    const key = hourOfWeek(hour, zone)
    const list = counts.get(key) ?? []
    list.push(offeredByHour.get(hour) ?? 0)
    counts.set(key, list)
  }
  return {
    byHourOfWeek: new Map([...counts].map(([key, list]) => [key, median(list)])),
    aWeek: median([...totals.values()]),
  }
}

const median = (list: readonly number[]): number => list.toSorted((left, right) => left - right)[list.length >> 1] ?? 0

/** One less a week than usual: what is usual is known from weeks in which something came, and they are the fuller ones. */
const inWholeWeeks = ({ from, to }: Stretch, { aWeek }: Usual): number =>
  Math.floor((to - from) / (HOURS_A_WEEK * HOUR_MS)) * Math.max(0, aWeek - 1)

/** Contacts that a source told of each hour: another source that goes on hides no outage of this one. */
export async function offeredByHour(
  tx: Tx,
  centerId: number,
  sourceId: number,
  span: Stretch,
): Promise<Map<number, number>> {
  const { rows } = await sql<{ hour: Date; offered: number }>`
    select date_trunc('hour', offered_at) as hour, count(*) as offered from contact_leg
    where center_id = ${centerId} and source_id = ${sourceId}
      and offered_at >= ${isoOf(span.from - HOUR_MS)}::timestamptz and offered_at < ${isoOf(span.to + HOUR_MS)}::timestamptz
    group by 1
  `.execute(tx)
  return new Map(rows.map((row) => [row.hour.getTime(), Number(row.offered)]))
}

const isoOf = (at: number): string => new Date(at).toISOString()

/** Remembers the gaps of a source in a span, instead of those it had there; what reaches beyond the span stays. */
export async function keepGaps(
  tx: Tx,
  centerId: number,
  sourceId: number,
  span: Stretch,
  gaps: readonly Stretch[],
): Promise<void> {
  const rest = (await takeGaps(tx, centerId, sourceId, span)).flatMap((gap) => outside(gap, span))
  for (const gap of [...rest, ...gaps]) {
    await sql`
      insert into data_gap (center_id, source_id, started_at, ended_at)
      values (${centerId}, ${sourceId}, ${isoOf(gap.from)}, ${isoOf(gap.to)})
      on conflict (center_id, source_id, started_at) do update set ended_at = greatest(data_gap.ended_at, excluded.ended_at)
    `.execute(tx)
  }
}

/** Opens gaps of a source where contacts of it have come after all: the hours around them are silent no longer. */
export async function fillGaps(tx: Tx, centerId: number, sourceId: number, instants: readonly number[]): Promise<void> {
  if (instants.length === 0) return
  const span = { from: minOf(instants), to: maxOf(instants) }
  const { rows } = await sql`
    select from data_gap where center_id = ${centerId} and source_id = ${sourceId}
      and started_at <= ${isoOf(span.to)}::timestamptz and ended_at > ${isoOf(span.from)}::timestamptz limit 1
  `.execute(tx)
  if (rows.length === 0) return
  const hours = [...new Set(instants.map((at) => Math.floor(at / HOUR_MS) * HOUR_MS))]
  for (const hour of hours) await keepGaps(tx, centerId, sourceId, { from: hour, to: hour + HOUR_MS }, [])
}

const minOf = (list: readonly number[]): number => list.reduce((least, one) => Math.min(least, one))
const maxOf = (list: readonly number[]): number => list.reduce((most, one) => Math.max(most, one))

async function takeGaps(tx: Tx, centerId: number, sourceId: number, { from, to }: Stretch): Promise<Stretch[]> {
  const { rows } = await sql<{ from: Date; to: Date }>`
    delete from data_gap where center_id = ${centerId} and source_id = ${sourceId}
      and started_at < ${isoOf(to)}::timestamptz and ended_at > ${isoOf(from)}::timestamptz
    returning started_at as from, ended_at as to
  `.execute(tx)
  return rows.map((row) => ({ from: row.from.getTime(), to: row.to.getTime() }))
}

function outside(gap: Stretch, span: Stretch): Stretch[] {
  return [
    { from: gap.from, to: Math.min(gap.to, span.from) },
    { from: Math.max(gap.from, span.to), to: gap.to },
  ].filter(({ from, to }) => to > from)
}
