import type { Random } from '../numeric/index.ts'
import { dayNumber, type LocalDate } from '../time/index.ts'
import { BLEND_ALONE_DAYS, drawDayTotals, type ForecastDay } from './forecast-days.ts'
import { learnLongSpread, sharedVariance, type LongSpread } from './long-spread.ts'
import type { PreparedSeries } from './history.ts'
import type { QueueModel } from './queue-model.ts'
import { rootOfMean } from './root-scale.ts'
import { countAtScore } from './spread.ts'

/**
 * Totals of all days to come as `count` possible futures have them: place i of every day is the same future, so that sums of days
 * (weeks, months) have the bands they deserve. In a future the level strays further from day to day, the days stray around it. The
 * scatter of a day goes over, within four weeks, from that of its intervals to that of the long range.
 */
export function drawJointTotals(
  series: PreparedSeries,
  days: readonly ForecastDay[],
  model: QueueModel,
  random: Random,
  count: number,
): Float64Array[] {
  const spread = model.long ?? learnLongSpread(series)
  const origin = dayNumber(series.grid.dates.at(-1) as LocalDate)
  const level = new Float64Array(count)
  let walked = 0
  return days.map((day) => {
    const ahead = dayNumber(day.date) - origin
    const shared = sharedVariance(spread, ahead)
    const step = Math.sqrt(shared - walked)
    walked = shared
    const noise = spread.ownVariance + 1 / Math.max(1, day.offeredTotal)
    const wide = Math.sqrt(shared + noise)
    const scores = level.map((value, future) => {
      level[future] = value + step * random.normal()
      return (level[future] + Math.sqrt(noise) * random.normal()) / wide
    })
    return totalsAt(day, ahead, scores, { model, spread, shared, random })
  })
}

interface Drawing {
  readonly model: QueueModel
  readonly spread: LongSpread
  readonly shared: number
  readonly random: Random
}

function totalsAt(day: ForecastDay, ahead: number, scores: Float64Array, drawing: Drawing): Float64Array {
  const { model, spread, shared, random } = drawing
  const far = Math.min(1, ahead / BLEND_ALONE_DAYS)
  const near = far < 1 ? drawDayTotals(day, model, random, scores.length).toSorted() : null
  const root = rootOfMean(day.offeredTotal)
  const ranks = near === null ? null : ranksOf(scores)
  return scores.map((score, future) => {
    const wide = day.offeredTotal > 0 ? countAtScore(root, shared + spread.ownVariance, score) : 0
    if (near === null || ranks === null) return wide
    return far * wide + (1 - far) * (near[ranks[future] as number] as number)
  })
}

/** The place of each value in order. */
function ranksOf(values: Float64Array): Uint32Array {
  const order = Uint32Array.from(values.keys()).toSorted(
    (left, right) => (values[left] as number) - (values[right] as number),
  )
  const ranks = new Uint32Array(values.length)
  for (const [rank, place] of order.entries()) ranks[place] = rank
  return ranks
}
