import { addDays } from '../ui/period.ts'

interface Days {
  readonly firstDay: string
  readonly lastDay: string
}

/** How many days of the week that begins on a Monday a forecast holds, where it does not hold all seven. */
export function daysOfWeekIn(monday: string, { firstDay, lastDay }: Days): { onlyDays?: number } {
  const week = Array.from({ length: 7 }, (_, at) => addDays(monday, at))
  const held = week.filter((day) => day >= firstDay && day <= lastDay).length
  return held === week.length ? {} : { onlyDays: held }
}
