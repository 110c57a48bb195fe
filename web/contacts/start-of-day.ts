import { createZone } from '@pult/engine/time'

/** The first instant of a day in a zone, as ISO text. */
export function startOfDay(timeZone: string): (day: string) => string {
  const zone = createZone(timeZone)
  return (day) => new Date(zone.startOfDay(day)).toISOString()
}
