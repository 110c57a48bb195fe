import { scatterAt, type ForecastDay } from './forecast-days.ts'
import type { QueueModel } from './queue-model.ts'
import { rootOfCount } from './root-scale.ts'
import { expectedCount, quantilesAt, rootOfExpected } from './spread.ts'
import { updateDay } from './update-day.ts'

/**
 * A running day: what came so far, and the rest forecast anew. `came` is by interval from the first, null for a hole in the record; what
 * is beyond its end has not come yet. Intervals that are over show what came, or the forecast where that is not known. The scatter is that
 * of the lead at which the day was forecast.
 */
export function renewDay(day: ForecastDay, model: QueueModel, came: readonly (number | null)[]): ForecastDay {
  if (model.leads.length === 0) throw new RangeError('model must know at least one lead')
  if (came.length > day.offered.length)
    throw new RangeError(`came must have at most the day's ${day.offered.length} intervals, not ${came.length}`)
  if (came.length === 0) return day
  const { spread, correlation } = scatterAt(model, day.leadDays)
  const roots = Float64Array.from(day.offered, (count, slot) => rootOfExpected(spread, slot, count))
  const known = roots.map((_, slot) => rootOfCount(came[slot] ?? Number.NaN))
  const updated = updateDay(roots, known, { spread, correlation, gain: model.gains[came.length] ?? 0 })
  const isShut = (slot: number): boolean => day.offered[slot] === 0
  const offered = day.offered.map((count, slot) => {
    if (slot < came.length) return came[slot] ?? count
    return isShut(slot) ? 0 : expectedCount(spread, slot, updated[slot] as number)
  })
  const quantiles = day.quantiles.map((before, slot) => {
    const known = came[slot]
    if (known !== null && known !== undefined) return before.map(() => known)
    return slot < came.length || isShut(slot) ? before : quantilesAt(spread, slot, updated[slot] as number)
  })
  const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
  return {
    ...day,
    offered,
    quantiles,
    offeredTotal: total(offered),
    workSeconds: total(offered.map((count, slot) => count * (day.ahtSeconds[slot] as number))),
  }
}
