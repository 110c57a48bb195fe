import { addDays, dayNumber } from '@pult/engine/time'

import type { Absence } from '@pult/contract/people-time'

/** A piece of a person's strip: days of one absence, or a free day. */
export interface StripPiece {
  readonly day: string
  readonly days: number
  readonly absence: Absence | null
}

/** Cuts the days from the first to the last into pieces: absences that reach out of them are cut, free days stand alone. */
export function stripPieces(absences: readonly Absence[], firstDay: string, lastDay: string): readonly StripPiece[] {
  const pieces: StripPiece[] = []
  let day = firstDay
  while (day <= lastDay) {
    const now = day
    const absence = absences.find((one) => one.firstDay <= now && one.lastDay >= now) ?? null
    const end = absence === null || absence.lastDay < lastDay ? (absence?.lastDay ?? now) : lastDay
    const days = dayNumber(end) - dayNumber(now) + 1
    pieces.push({ day: now, days, absence })
    day = addDays(now, days)
  }
  return pieces
}
