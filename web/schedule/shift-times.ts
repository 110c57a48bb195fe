import { addDays, wallInstant, type LocalDate, type Zone } from '@pult/engine/time'

export interface ShiftTimes {
  readonly start: string
  readonly end: string
  readonly endsNextDay: boolean
}

/** Instants of a shift from the clock’s times of a local day; an end that is not after the start belongs to the next day. */
export function shiftTimes(zone: Zone, day: LocalDate, from: string, to: string): ShiftTimes {
  const endsNextDay = to <= from
  return {
    start: instantAt(zone, day, from),
    end: instantAt(zone, endsNextDay ? addDays(day, 1) : day, to),
    endsNextDay,
  }
}

function instantAt(zone: Zone, date: LocalDate, time: string): string {
  return new Date(wallInstant(zone, date, minutesOf(time))).toISOString()
}

/** Minutes after midnight; a time that is still being written has none. */
function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** The clock so many minutes later, beyond midnight too: 22:30 and 540 minutes are 07:30. */
export function clockAfter(time: string, minutes: number): string {
  const later = (minutesOf(time) + minutes) % 1440
  return `${String(Math.floor(later / 60)).padStart(2, '0')}:${String(later % 60).padStart(2, '0')}`
}
