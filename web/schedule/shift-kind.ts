import type { PlannedShift } from '@pult/contract/schedule-roster'

export const shiftKinds = ['morning', 'day', 'evening', 'night'] as const
export type ShiftKind = (typeof shiftKinds)[number]

const MINUTE_MS = 60_000
const DAY_MINUTES = 1440
const NIGHT_FROM = 22 * 60
const NIGHT_TO = 6 * 60
const MORNING_TO = 9 * 60
const DAY_TO = 13 * 60
const NIGHT_AT_LEAST_MINUTES = 180

/**
 * What a shift is called by its time of day, for its colour: a night holds three hours or more between 22:00 and 6:00, everything else goes
 * by its start. `startMinute` is the clock's minute at which it begins.
 */
export function shiftKind(shift: Pick<PlannedShift, 'start' | 'end'>, startMinute: number): ShiftKind {
  const length = (Date.parse(shift.end) - Date.parse(shift.start)) / MINUTE_MS
  const end = startMinute + length
  const night = overlap(startMinute, end, NIGHT_FROM, DAY_MINUTES + NIGHT_TO) + overlap(startMinute, end, 0, NIGHT_TO)
  if (night >= NIGHT_AT_LEAST_MINUTES) return 'night'
  if (startMinute < MORNING_TO) return 'morning'
  return startMinute < DAY_TO ? 'day' : 'evening'
}

const overlap = (from: number, to: number, low: number, high: number): number =>
  Math.max(0, Math.min(to, high) - Math.max(from, low))

/** Minutes after midnight of a clock's time as it is written: 08:30. */
export function startMinuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
