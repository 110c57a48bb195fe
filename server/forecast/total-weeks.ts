import type { ForecastDay, ForecastWeek } from '@pult/contract/forecast'
import type { LaidLayer } from '@pult/contract/forecast-layers'
import { addDays, isoWeekday } from '@pult/engine/time'

const Z80 = 1.2816
const DAY_MINUTES = 1440
/** A factor so near to 1 brings too few contacts to tell from them how many it was laid over. */
const HARDLY = 0.01

/**
 * Weeks as the sums of their days, layers and all. The band keeps its width relative to the week and widens by what is not known of the
 * layers' sizes: a layer misses all its days alike, one layer has nothing to do with another.
 */
export function weeksWithLayers(
  stored: readonly ForecastWeek[],
  days: readonly ForecastDay[],
  layers: readonly LaidLayer[],
): ForecastWeek[] {
  const byWeek = Map.groupBy(days, ({ queueId, day }) => `${queueId} ${addDays(day, 1 - isoWeekday(day))}`)
  const unsure = layers
    .filter(({ amountSd }) => amountSd > 0)
    .map((layer) => ({ layer, baseOfLayer: baseOf(days.filter((day) => liesOver(layer, day))) }))
  return stored.map((week) => {
    const ofWeek = byWeek.get(`${week.queueId} ${week.week}`) ?? []
    const variance = unsure.reduce(
      (sum, { layer, baseOfLayer }) => sum + deviationIn(ofWeek, layer, baseOfLayer) ** 2,
      0,
    )
    if (variance === 0 && ofWeek.every(({ offered, baseOffered }) => offered === baseOffered)) return week
    const offered = ofWeek.reduce((sum, day) => sum + day.offered, 0)
    const workSeconds = ofWeek.reduce((sum, day) => sum + day.workSeconds, 0)
    const times = week.offered > 0 ? offered / week.offered : 1
    const apart = (quantile: number): number => Math.hypot((quantile - week.offered) * times, Z80 * Math.sqrt(variance))
    return {
      ...week,
      offered,
      p10: Math.max(0, offered - apart(week.p10)),
      p90: offered + apart(week.p90),
      workSeconds,
    }
  })
}

const baseOf = (days: readonly ForecastDay[]): number => days.reduce((sum, { baseOffered }) => sum + baseOffered, 0)

const liesOver = ({ queueId, firstDay, lastDay }: LaidLayer, one: ForecastDay): boolean =>
  (queueId === null || queueId === one.queueId) && firstDay <= one.day && one.day <= lastDay

/** One standard deviation of what the layer brings in these days, in contacts. */
function deviationIn(ofWeek: readonly ForecastDay[], layer: LaidLayer, baseOfLayer: number): number {
  const over = ofWeek.filter((day) => liesOver(layer, day))
  const { change, amount, amountSd, contacts, fromMinute, toMinute } = layer
  if (change !== 'times') return amountSd * over.length
  if (baseOfLayer === 0) return 0
  const within =
    Math.abs(amount - 1) > HARDLY ? contacts / (amount - 1) : (baseOfLayer * (toMinute - fromMinute)) / DAY_MINUTES
  return (amountSd * within * baseOf(over)) / baseOfLayer
}
