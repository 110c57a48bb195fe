import { addDays, openIntervals, type LocalDate, type OpeningHours, type Zone } from '@pult/engine/time'

const DAY_SECONDS = 86_400

/**
 * What share of each interval of a day's wall clock there is and is open: 0 for shut ones and for spring's hour that never comes, 2 for
 * autumn's that comes twice.
 */
export function slotHours(
  hours: OpeningHours | null,
  zone: Zone,
  date: LocalDate,
  intervalSeconds: number,
): readonly number[] {
  const open = hours === null ? null : [addDays(date, -1), date].flatMap((one) => openIntervals(hours, one, zone))
  const shares = Array.from({ length: DAY_SECONDS / intervalSeconds }, () => 0)
  const end = zone.startOfDay(addDays(date, 1))
  const length = intervalSeconds * 1000
  for (let at = zone.startOfDay(date); at < end; at += length) {
    const { hour, minute } = zone.instantToLocal(at)
    const slot = Math.floor((hour * 3600 + minute * 60) / intervalSeconds)
    shares[slot] = (shares[slot] ?? 0) + (open === null ? 1 : openShare(open, at, at + length))
  }
  return shares
}

/** Of the stretch `[from, to)`. */
function openShare(
  open: readonly { readonly start: number; readonly end: number }[],
  from: number,
  to: number,
): number {
  const inside = open.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0)
  return inside / (to - from)
}
