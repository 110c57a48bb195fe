import { sql } from 'kysely'

import type { TodayReply } from '@pult/contract/measures'
import { addDays, HOUR_MS, MINUTE_MS, type LocalDate, type Zone } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import { instant } from './zone-sql.ts'

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
  const today = await slotsOf(tx, centerId, zone, day)
  const former: Map<number, SlotCounts>[] = []
  for (let week = 1; week <= weeks; week++) {
    const slots = await slotsOf(tx, centerId, zone, addDays(day, -7 * week))
    if (slots.size > 0) former.push(slots)
  }
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

async function slotsOf(tx: Tx, centerId: number, zone: Zone, day: LocalDate): Promise<Map<number, SlotCounts>> {
  const from = zone.startOfDay(day)
  const { rows } = await sql<SlotCounts & { at: Date }>`
    select at, sum(offered) as offered, sum(answered) as answered from queue_interval
    where center_id = ${centerId} and direction = 'inbound' and at >= ${instant(from)} and at < ${instant(from + 25 * HOUR_MS)} group by at
  `.execute(tx)
  const slots = new Map<number, SlotCounts>()
  for (const row of rows) {
    const at = row.at.getTime()
    if (zone.localDate(at) !== day) continue
    const local = zone.instantToLocal(at)
    const slot = local.hour * 2 + Math.floor(local.minute / 30)
    const former = slots.get(slot) ?? { offered: 0, answered: 0 }
    slots.set(slot, { offered: former.offered + row.offered, answered: former.answered + row.answered })
  }
  return slots
}
