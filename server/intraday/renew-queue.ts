import type { ForecastInterval } from '@pult/contract/forecast'
import { drawDayTotals, keptProbabilities, renewDay, type ForecastDay, type QueueModel } from '@pult/engine/forecast'
import { createRandom } from '@pult/engine/numeric'
import { MINUTE_MS } from '@pult/engine/time'

import type { Came, Stretch } from './what-came.ts'

export interface Running {
  /** The plan, in the order of the day. */
  readonly intervals: readonly ForecastInterval[]
  /** Without one the plan stays as it is. */
  readonly model: QueueModel | undefined
  /** The day's own band in the forecast: those of intervals do not add up. */
  readonly plannedBand: Band | null
  /** How far ahead the plan was made, in open days. */
  readonly leadDays: number
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

export interface Band {
  readonly p10: number
  readonly p90: number
}

/** The whole day: as planned, and as expected now with what came. A band of null is not known. */
export interface DayTotal {
  readonly planned: number
  readonly plannedBand: Band | null
  readonly expected: number
  readonly expectedBand: Band | null
}

const DRAWS = 400

const P10 = keptProbabilities.indexOf(0.1)
const P90 = keptProbabilities.indexOf(0.9)

/** The plan of a queue's day with what came in it, and the rest forecast anew from that. */
export function renewQueue(running: Running): { readonly intervals: Renewed[]; readonly total: DayTotal } {
  const { intervals, model, came, gaps, asOf, minutes, plannedBand, leadDays } = running
  const length = minutes * MINUTE_MS
  const starts = intervals.map(({ at }) => Date.parse(at))
  const over = starts.filter((start) => start + length <= asOf).length
  const known = starts.slice(0, over).map((start) => {
    const isMissing = gaps.some((gap) => gap.from < start + length && start < gap.to)
    return came.get(start)?.offered ?? (isMissing ? null : 0)
  })
  const day = {
    date: '',
    leadDays,
    offered: intervals.map(({ offered }) => offered),
    offeredTotal: 0,
    quantiles: intervals.map((one) => keptProbabilities.map((_, place) => (place <= P10 ? one.p10 : one.p90))),
    ahtSeconds: intervals.map(({ ahtSeconds }) => ahtSeconds),
    workSeconds: 0,
  }
  // A day on which the clock changes has another number of intervals than the model's: its plan stays as it is.
  const fits = model !== undefined && model.gains.length === intervals.length + 1
  const renewed = fits ? renewDay(day, model, known) : null
  const expected = intervals.map(({ offered }, slot) => known[slot] ?? renewed?.offered[slot] ?? offered)
  const total = {
    planned: day.offered.reduce((sum, count) => sum + count, 0),
    plannedBand,
    expected: expected.reduce((sum, count) => sum + count, 0),
    expectedBand: renewed === null || model === undefined ? null : bandOfDay(renewed, model, known),
  }
  const seen = intervals.map((one, slot): Renewed => {
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
  return { intervals: seen, total }
}

/**
 * What came and the rest as possible futures have it. How far the whole day strays together is known the better the more of it has come: the common
 * share of its errors shrinks as one of several equally sure observations of it would make it.
 */
function bandOfDay(day: ForecastDay, model: QueueModel, known: readonly (number | null)[]): Band {
  const isKnown = (slot: number): boolean => known[slot] !== null && known[slot] !== undefined
  const soFar = known.reduce((sum: number, count) => sum + (count ?? 0), 0)
  const rest = { ...day, offered: day.offered.map((count, slot) => (isKnown(slot) ? 0 : count)) }
  const observed = known.filter((count, slot) => count !== null && (day.offered[slot] ?? 0) > 0).length
  const leads = model.leads.map((lead) => {
    const { common } = lead.correlation
    const left = (common * (1 - common)) / (1 - common + observed * common || 1)
    return { ...lead, correlation: { ...lead.correlation, common: left } }
  })
  const totals = drawDayTotals(rest, { ...model, leads }, createRandom('rest of day'), DRAWS).toSorted()
  const at = (share: number): number => soFar + (totals[Math.floor(share * (DRAWS - 1))] ?? 0)
  return { p10: at(0.1), p90: at(0.9) }
}
