import { sql } from 'kysely'

import type { TodayReply } from '@pult/contract/measures-today'
import { addDays, MINUTE_MS, type LocalDate, type Zone } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import { spansTable } from './today-sql.ts'

const SLOT_MS = 30 * MINUTE_MS

/** Half-hours of the day: today so far, and the average of the former weeks that have data. */
export async function curveOf(
  tx: Tx,
  centerId: number,
  zone: Zone,
  day: LocalDate,
  now: number,
  weeks: number,
): Promise<TodayReply['curve']> {
  const days = Array.from({ length: weeks + 1 }, (_, week) => addDays(day, -7 * week))
  const [today = new Map<number, SlotCounts>(), ...past] = await slotsOf(tx, centerId, zone, days)
  const former = past.filter((slots) => slots.size > 0)
  const start = zone.startOfDay(day)
  return Array.from({ length: 48 }, (_, slot) => {
    const past = start + slot * SLOT_MS <= now
    const usual = former.reduce((sum, slots) => sum + (slots.get(slot)?.offered ?? 0), 0)
    return {
      slot: `${String(Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 === 0 ? '00' : '30'}`,
      offered: past ? (today.get(slot)?.offered ?? 0) : null,
      answered: past ? (today.get(slot)?.answered ?? 0) : null,
      usual: former.length === 0 ? null : usual / former.length,
    }
  })
}

interface SlotCounts {
  readonly offered: number
  readonly answered: number
}

/** Of each day its half-hours. */
async function slotsOf(
  tx: Tx,
  centerId: number,
  zone: Zone,
  days: readonly LocalDate[],
): Promise<Map<number, SlotCounts>[]> {
  const spans = days.map((day) => ({ from: zone.startOfDay(day), to: zone.startOfDay(addDays(day, 1)) }))
  const { rows } = await sql<SlotCounts & { place: number; at: Date }>`
    select place, at, sum(offered) as offered, sum(answered) as answered from ${spansTable(spans)} join queue_interval
      on center_id = ${centerId} and direction = 'inbound' and at >= from_at and at < to_at
    group by place, at
  `.execute(tx)
  const byDay = days.map(() => new Map<number, SlotCounts>())
  for (const { place, ...row } of rows) {
    const local = zone.instantToLocal(row.at.getTime())
    const slot = local.hour * 2 + Math.floor(local.minute / 30)
    const slots = byDay[place]
    const former = slots?.get(slot) ?? { offered: 0, answered: 0 }
    slots?.set(slot, { offered: former.offered + row.offered, answered: former.answered + row.answered })
  }
  return byDay
}
