import { MINUTE_MS, addDays, type LocalDate, type Zone } from '@pult/engine/time'

import type { DaySpan } from './day-facts.ts'

export const HALF_HOUR_MS: number = 30 * MINUTE_MS

export const spanOf = (zone: Zone, firstDay: LocalDate, lastDay: LocalDate = firstDay): DaySpan => ({
  from: zone.startOfDay(firstDay),
  to: zone.startOfDay(addDays(lastDay, 1)),
})

/** 48, and two more or fewer when clocks change. */
export const slotsIn = ({ from, to }: DaySpan): number => Math.round((to - from) / HALF_HOUR_MS)
