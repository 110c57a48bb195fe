import type { Random } from '../numeric/index.ts'
import { requireNumber } from '../queueing/index.ts'
import { spreadOf, type LevelSpread } from './plan-risk.ts'

/** Work that may wait, with the agents planned for it; lists have an entry for each open interval. */
export interface DeferredPlan {
  readonly intervalSeconds: number
  readonly ahtSeconds: number
  readonly arrivals: readonly number[]
  readonly agents: readonly number[]
  readonly deadlineIntervals: number
  /** Items there at the start, due as early as any. */
  readonly backlogItems: number
  /** The day of each interval, from 0, and how uncertain the day's rate is: gamma of this shape, null where it is known. */
  readonly days: readonly number[]
  readonly dayShapes: readonly (number | null)[]
}

export interface DeferredRiskOptions {
  /** The share of a day's items that is to be done in time. */
  readonly fraction: number
  readonly random: Random
  /** Horizons to imagine; 200 when left out. */
  readonly horizons?: number
}

/**
 * By day: the share of the items that come on it and are done in time, over imagined horizons of busy and quiet days. What is left of one day
 * lies there on the next. An item whose deadline is beyond the horizon counts as in time.
 */
export function deferredRisk(plan: DeferredPlan, options: DeferredRiskOptions): readonly LevelSpread[] {
  const { fraction, random, horizons = 200 } = options
  requireNumber('fraction', fraction, fraction > 0 && fraction <= 1, 'above 0 and at most 1')
  requireNumber('ahtSeconds', plan.ahtSeconds, plan.ahtSeconds > 0, 'more than zero')
  const levels = plan.dayShapes.map((): number[] => [])
  for (let horizon = 0; horizon < horizons; horizon++)
    for (const [day, level] of oneHorizon(plan, random.fork(horizon)).entries()) levels[day]?.push(level)
  return levels.map((ofDay) =>
    spreadOf(
      ofDay,
      ofDay.map((level) => level >= fraction),
    ),
  )
}

/** First come, first done is most urgent first: all may lie equally long. */
function oneHorizon(plan: DeferredPlan, chance: Random): readonly number[] {
  const { arrivals, agents, deadlineIntervals, intervalSeconds, ahtSeconds } = plan
  const busyness = plan.dayShapes.map((shape) => (shape === null ? 1 : chance.gamma(shape, 1 / shape)))
  const came = plan.dayShapes.map(() => 0)
  const late = plan.dayShapes.map(() => 0)
  const waiting = [{ items: plan.backlogItems, day: -1, due: deadlineIntervals - 1 }]
  let first = 0
  for (const [interval, mean] of arrivals.entries()) {
    const day = plan.days[interval] ?? 0
    const items = chance.poisson(mean * (busyness[day] ?? 1))
    came[day] = (came[day] ?? 0) + items
    waiting.push({ items, day, due: interval + deadlineIntervals - 1 })
    let left = ((agents[interval] ?? 0) * intervalSeconds) / ahtSeconds
    for (let lot = waiting[first]; lot !== undefined && (left > 0 || lot.items === 0); lot = waiting[first]) {
      const taken = Math.min(left, lot.items)
      lot.items -= taken
      left -= taken
      if (lot.items > 0) break
      first += 1
    }
    for (let place = first; place < waiting.length; place++) {
      const lot = waiting[place]
      if (lot === undefined || lot.due > interval) break
      // Counted once: in the interval at whose end it is late.
      if (lot.due === interval && lot.day >= 0) late[lot.day] = (late[lot.day] ?? 0) + lot.items
    }
  }
  return came.map((items, day) => (items === 0 ? 1 : 1 - (late[day] ?? 0) / items))
}
