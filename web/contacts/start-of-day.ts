import { createZone } from '@pult/engine/time'

/** The first instant of a day in a zone, as ISO text. */
export function startOfDay(timeZone: string): (day: string) => string {
  const zone = createZone(timeZone)
  return (day) => new Date(zone.startOfDay(day)).toISOString()
}

/** The day of an instant in a zone: half past midnight in Moscow is another day than in London. */
export function dayOf(timeZone: string): (instant: string) => string {
  const zone = createZone(timeZone)
  return (instant) => zone.localDate(Date.parse(instant))
}
