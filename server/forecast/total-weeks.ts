import type { ForecastDay, ForecastWeek } from '@pult/contract/forecast'
import { addDays, isoWeekday } from '@pult/engine/time'

/**
 * Weeks as the sums of their days, layers and all. The band keeps its width relative to the week: a layer moves it as a day's, without
 * what is not known of the layer's size.
 */
export function weeksWithLayers(stored: readonly ForecastWeek[], days: readonly ForecastDay[]): ForecastWeek[] {
  const byWeek = Map.groupBy(days, ({ queueId, day }) => `${queueId} ${addDays(day, 1 - isoWeekday(day))}`)
  return stored.map((week) => {
    const ofWeek = byWeek.get(`${week.queueId} ${week.week}`) ?? []
    if (ofWeek.every(({ offered, baseOffered }) => offered === baseOffered)) return week
    const offered = ofWeek.reduce((sum, day) => sum + day.offered, 0)
    const workSeconds = ofWeek.reduce((sum, day) => sum + day.workSeconds, 0)
    const times = week.offered > 0 ? offered / week.offered : 1
    return { ...week, offered, p10: week.p10 * times, p90: week.p90 * times, workSeconds }
  })
}
