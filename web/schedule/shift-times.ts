import { addDays, type LocalDate, type Zone } from '@pult/engine/time'

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
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return new Date(zone.localToInstant({ year, month, day, hour, minute, second: 0 }).instant).toISOString()
}

/** The clock so many minutes later, beyond midnight too: 22:30 and 540 minutes are 07:30. */
export function clockAfter(time: string, minutes: number): string {
  const [hours = 0, minute = 0] = time.split(':').map(Number)
  const later = (hours * 60 + minute + minutes) % 1440
  return `${String(Math.floor(later / 60)).padStart(2, '0')}:${String(later % 60).padStart(2, '0')}`
}
