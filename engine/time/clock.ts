import type { Zone } from './zone.ts'

/** The time of day of an instant by the wall clock of a zone: `09:30`. */
export function clockAt(zone: Zone, at: number): string {
  const { hour, minute } = zone.instantToLocal(at)
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
