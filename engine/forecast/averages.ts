import type { History, Member } from './history.ts'
import { mean, median } from './statistics.ts'

/** The mean of the last `weeks` days of the same weekday, interval by interval: what most planners do by hand. */
export function weeklyAverage(name: string, weeks: number): Member {
  return sameWeekday(name, weeks, mean)
}

/** The median of the last `weeks` days of the same weekday: a strange day does not move it. */
export function weeklyMedian(name: string, weeks: number): Member {
  return sameWeekday(name, weeks, median)
}

/** The last day of the same weekday as it was. */
export function seasonalNaive(name: string): Member {
  return sameWeekday(name, 1, mean)
}

function sameWeekday(name: string, weeks: number, summary: (values: ArrayLike<number>) => number): Member {
  return {
    name,
    forecast: (history, { weekday }) => {
      const days = lastDaysOf(history, weekday, weeks)
      const value = (slot: number) => (day: number) => history.offered[day * history.slots + slot] as number
      return Float64Array.from({ length: history.slots }, (_, slot) => {
        const known = summary(days.map(value(slot)))
        return Number.isNaN(known) ? lastResort(history, weekday, slot) : known
      })
    },
  }
}

function lastDaysOf({ days, weekdays }: History, weekday: number, count: number): number[] {
  const found: number[] = []
  for (let day = days - 1; day >= 0 && found.length < count; day--)
    if ((weekdays[day] as number) === weekday) found.push(day)
  return found
}

/** The weekday's last known value, however old; else what the interval holds on all days; else nothing. */
function lastResort(history: History, weekday: number, slot: number): number {
  const all: number[] = []
  for (let day = history.days - 1; day >= 0; day--) {
    const value = history.offered[day * history.slots + slot] as number
    if (Number.isNaN(value)) continue
    if ((history.weekdays[day] as number) === weekday) return value
    all.push(value)
  }
  return mean(all) || 0
}
