import type { ForecastInterval } from '@pult/contract/forecast'
import { keptProbabilities, renewDay, type QueueModel } from '@pult/engine/forecast'
import { MINUTE_MS } from '@pult/engine/time'

import type { Came, Stretch } from './what-came.ts'

export interface Running {
  /** The plan, in the order of the day. */
  readonly intervals: readonly ForecastInterval[]
  /** Without one the plan stays as it is. */
  readonly model: QueueModel | undefined
  readonly came: ReadonlyMap<number, Came>
  readonly gaps: readonly Stretch[]
  readonly asOf: number
  readonly minutes: number
}

export interface Renewed {
  readonly at: number
  readonly isOver: boolean
  readonly planned: number
  readonly plannedP10: number
  readonly plannedP90: number
  readonly came: number | null
  readonly expected: number
  readonly expectedP10: number
  readonly expectedP90: number
  readonly ahtSeconds: number
}

const P10 = keptProbabilities.indexOf(0.1)
const P90 = keptProbabilities.indexOf(0.9)

/** The plan of a queue's day with what came in it, and the rest forecast anew from that. */
export function renewQueue({ intervals, model, came, gaps, asOf, minutes }: Running): Renewed[] {
  const length = minutes * MINUTE_MS
  const starts = intervals.map(({ at }) => Date.parse(at))
  const over = starts.filter((start) => start + length <= asOf).length
  const known = starts.slice(0, over).map((start) => {
    const isMissing = gaps.some((gap) => gap.from < start + length && start < gap.to)
    return came.get(start)?.offered ?? (isMissing ? null : 0)
  })
  const day = {
    date: '',
    leadDays: 1,
    offered: intervals.map(({ offered }) => offered),
    offeredTotal: 0,
    quantiles: intervals.map((one) => keptProbabilities.map((_, place) => (place <= P10 ? one.p10 : one.p90))),
    ahtSeconds: intervals.map(({ ahtSeconds }) => ahtSeconds),
    workSeconds: 0,
  }
  // A day on which the clock changes has another number of intervals than the model's: its plan stays as it is.
  const fits = model !== undefined && model.gains.length === intervals.length + 1
  const renewed = fits ? renewDay(day, model, known) : null
  return intervals.map((one, slot) => {
    const fact = known[slot] ?? null
    const quantiles = renewed?.quantiles[slot]
    return {
      at: starts[slot] ?? 0,
      isOver: slot < over,
      planned: one.offered,
      plannedP10: one.p10,
      plannedP90: one.p90,
      came: fact,
      expected: fact ?? renewed?.offered[slot] ?? one.offered,
      expectedP10: fact ?? quantiles?.[P10] ?? one.p10,
      expectedP90: fact ?? quantiles?.[P90] ?? one.p90,
      ahtSeconds: one.ahtSeconds,
    }
  })
}
