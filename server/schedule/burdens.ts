import { sql } from 'kysely'

import type { FairShare } from '@pult/engine/schedule'
import { addDays, dayKind, isoWeekday, MINUTE_MS, wallInstant, type LocalDate, type Zone } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import { inForce } from './published-work.ts'

/** A shift in force, as far as its burden goes. */
export interface BurdenShift {
  readonly agentId: number
  readonly day: LocalDate
  /** Epoch milliseconds. */
  readonly start: number
  readonly end: number
}

/** From so many minutes of night on a shift is a night shift, and below so many hours of rest before it the rest is short. */
const NIGHT_MINUTES = 120
const SHORT_REST_HOURS = 14

/** Shifts in force that begin in a stretch of days, in order of time by agent. */
export async function readShiftsInForce(
  tx: Tx,
  centerId: number,
  { firstDay, lastDay, exceptSeries = 0 }: { firstDay: LocalDate; lastDay: LocalDate; exceptSeries?: number },
): Promise<BurdenShift[]> {
  const { rows } = await sql<BurdenShift>`
    select s.agent_id as "agentId", s.day, extract(epoch from start_at) * 1000 as start, extract(epoch from end_at) * 1000 as "end"
    from roster_shift s join roster r using (center_id, roster_id)
    where center_id = ${centerId} and ${inForce} and r.series_id <> ${exceptSeries} and s.day between ${firstDay}::date and ${lastDay}::date
    order by s.agent_id, start_at
  `.execute(tx)
  return rows
}

/** Nights, weekends, holidays and short rests by agent. */
export function countBurdens(
  shifts: readonly BurdenShift[],
  zone: Zone,
  calendar: string,
): Map<number, Omit<FairShare, 'lateChanges' | 'refusedWishes'>> {
  const burdens = new Map<number, { nights: number; weekends: number; holidays: number; shortRests: number }>()
  let before: BurdenShift | undefined
  for (const shift of shifts) {
    const own = burdens.get(shift.agentId) ?? { nights: 0, weekends: 0, holidays: 0, shortRests: 0 }
    burdens.set(shift.agentId, own)
    if (nightMinutes(shift, zone) >= NIGHT_MINUTES) own.nights++
    if (isoWeekday(shift.day) >= 6) own.weekends++
    if (dayKind(shift.day, calendar) === 'holiday') own.holidays++
    const rest = before?.agentId === shift.agentId ? (shift.start - before.end) / (60 * MINUTE_MS) : Infinity
    if (rest < SHORT_REST_HOURS) own.shortRests++
    before = shift
  }
  return burdens
}

/** Minutes of a shift between 22 and 6 by the clock on the wall. */
function nightMinutes({ day, start, end }: BurdenShift, zone: Zone): number {
  return [addDays(day, -1), day]
    .map((date) => [wallInstant(zone, date, 22 * 60), wallInstant(zone, date, 30 * 60)] as const)
    .reduce((sum, [from, to]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)) / MINUTE_MS, 0)
}
