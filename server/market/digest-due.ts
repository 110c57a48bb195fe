import type { digestRhythms } from '@pult/contract/market-digest'
import { addDays, createZone, isoWeekday, type LocalDate } from '@pult/engine/time'

interface Rhythm {
  readonly rhythm: (typeof digestRhythms)[number]
  readonly day: number
  readonly minute: number
}

const LONGEST_MONTH = 31

/** The next instant after `now` at which a digest is due, in the centre's own days. */
export function nextDue({ rhythm, day, minute }: Rhythm, timeZone: string, now: number): number {
  const zone = createZone(timeZone)
  const isDay = (date: LocalDate): boolean =>
    rhythm === 'weekly' ? isoWeekday(date) === day : Number(date.slice(8)) === day
  let date = zone.localDate(now)
  for (let step = 0; step <= LONGEST_MONTH + 1; step++) {
    if (isDay(date)) {
      const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number)
      const local = { year, month, day: dayOfMonth, hour: Math.floor(minute / 60), minute: minute % 60, second: 0 }
      const { instant } = zone.localToInstant(local)
      if (instant > now) return instant
    }
    date = addDays(date, 1)
  }
  throw new RangeError(`day must be one of every ${rhythm === 'weekly' ? 'week' : 'month'}, not ${day}`)
}
