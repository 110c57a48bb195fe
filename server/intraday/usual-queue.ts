import { MINUTE_MS } from '@pult/engine/time'

import type { DayTotal, Renewed } from './renew-queue.ts'
import type { Came, Stretch } from './what-came.ts'

const Z90 = 1.2815515655446004

export interface UsualQueue {
  /** The mean of the same weekdays, by interval; where there is nothing, nothing usually comes. */
  readonly loads: readonly { readonly at: string; readonly offered: number; readonly ahtSeconds: number }[]
  /** How much days of a weekday differ beyond chance: relative variance. */
  readonly dayVariance: number
  readonly came: ReadonlyMap<number, Came>
  readonly gaps: readonly Stretch[]
  readonly span: Stretch
  readonly asOf: number
  readonly minutes: number
}

/**
 * A queue's usual day with what came in it. How busy the day is, is gamma around 1 and what came is Poisson, so that what came so far says how
 * busy the rest will be: a little at first, more later (the conjugate update).
 */
export function renewUsualQueue(usual: UsualQueue): { readonly intervals: Renewed[]; readonly total: DayTotal } {
  const { loads, dayVariance, came, gaps, span, asOf, minutes } = usual
  const length = minutes * MINUTE_MS
  const byStart = new Map(loads.map((load) => [Date.parse(load.at), load]))
  const starts: number[] = []
  for (let at = span.from; at < span.to; at += length) starts.push(at)
  const slots = starts.map((at) => {
    const isOver = at + length <= asOf
    const isMissing = gaps.some((gap) => gap.from < at + length && at < gap.to)
    const load = byStart.get(at)
    const fact = isOver ? (came.get(at)?.offered ?? (isMissing ? null : 0)) : null
    return { at, isOver, planned: load?.offered ?? 0, ahtSeconds: load?.ahtSeconds ?? loads[0]?.ahtSeconds ?? 0, fact }
  })
  const known = slots.filter(({ fact }) => fact !== null)
  const cameSoFar = known.reduce((sum, { fact }) => sum + (fact ?? 0), 0)
  const plannedSoFar = known.reduce((sum, { planned }) => sum + planned, 0)
  const before = { factor: 1, variance: dayVariance }
  const after = busyness(dayVariance, cameSoFar, plannedSoFar)
  const intervals = slots.map(({ at, isOver, planned, ahtSeconds, fact }): Renewed => {
    const plan = bandOf(planned, before)
    const now = bandOf(planned, after)
    return {
      at,
      isOver,
      planned,
      plannedP10: plan.p10,
      plannedP90: plan.p90,
      came: fact,
      expected: fact ?? now.mean,
      expectedP10: fact ?? now.p10,
      expectedP90: fact ?? now.p90,
      ahtSeconds,
    }
  })
  const rest = bandOf(
    slots.reduce((sum, { planned, fact }) => (fact === null ? sum + planned : sum), 0),
    after,
  )
  const total = bandOf(
    slots.reduce((sum, { planned }) => sum + planned, 0),
    before,
  )
  return {
    intervals,
    total: {
      planned: total.mean,
      plannedBand: { p10: total.p10, p90: total.p90 },
      expected: cameSoFar + rest.mean,
      expectedBand: { p10: cameSoFar + rest.p10, p90: cameSoFar + rest.p90 },
    },
  }
}

interface Busyness {
  readonly factor: number
  /** Relative. */
  readonly variance: number
}

function busyness(variance: number, came: number, planned: number): Busyness {
  if (variance <= 0) return { factor: 1, variance: 0 }
  const shape = 1 / variance
  return { factor: (shape + came) / (shape + planned), variance: 1 / (shape + came) }
}

function bandOf(planned: number, { factor, variance }: Busyness) {
  const mean = planned * factor
  const sd = Math.sqrt(mean + variance * mean * mean)
  return { mean, p10: Math.max(0, mean - Z90 * sd), p90: mean + Z90 * sd }
}
