import type { TodayFigures } from '@pult/contract/measures'
import { liveServiceLevel, registry } from '@pult/engine/measures'
import { wilsonInterval } from '@pult/engine/numeric'

import { targetOf, verdictOf, withinSecondsOf, type TargetInForce } from './thresholds.ts'
import type { DayCounts, LiveQueue } from './today-counts.ts'

export interface FiguresInput {
  readonly counts: DayCounts | undefined
  /** The same stretch of former weeks. */
  readonly former: readonly (DayCounts | undefined)[]
  readonly live: LiveQueue | undefined
  readonly now: number
  readonly targets: readonly TargetInForce[]
  readonly queueId: number
  readonly shortAbandonSeconds: number
}

const TARGET_MEASURE = 'serviceLevelNeutral'

/** Adds the counters of several queues. */
export function sumDay(list: readonly DayCounts[]): DayCounts {
  const sum: Record<string, number> = {}
  for (const counts of list)
    for (const [name, value] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + Number(value)
  return sum
}

/** Figures of one queue, or of all together, so far today. */
export function figuresOf({ counts = {}, former, live, now, targets, queueId }: FiguresInput): TodayFigures {
  const withinSeconds = withinSecondsOf(targets, queueId)
  const count = (name: string): number => Number(counts[name] ?? 0)
  const waits = (live?.waitingSince ?? []).map((since) => (now - since) / 1000)
  const serviceLevel = serviceLevelOf(counts, withinSeconds, waits.filter((seconds) => seconds > withinSeconds).length)
  const target = targetOf(targets, TARGET_MEASURE, queueId)
  return {
    offered: count('offered'),
    answered: count('answered'),
    abandoned: count('abandoned'),
    flowedOut: count('flowedOut'),
    serviceLevel,
    asaSeconds: ratio(count('waitAnsweredMs') / 1000, count('answered')),
    ahtSeconds: ratio((count('talkMs') + count('holdMs') + count('acwMs')) / 1000, count('answered')),
    waiting: waits.length,
    longestWaitSeconds: waits.length === 0 ? null : Math.max(...waits),
    inService: live?.inService ?? 0,
    target:
      target === undefined
        ? null
        : {
            value: target.value,
            withinSeconds,
            state: verdictOf(registry.find(TARGET_MEASURE), withInterval(serviceLevel), target.value),
          },
    withinSeconds,
    usual: usualOf(former, withinSeconds),
  }
}

const ratio = (value: number, by: number): number | null => (by > 0 ? value / by : null)

function serviceLevelOf(counts: DayCounts, withinSeconds: number, waitingLate: number): TodayFigures['serviceLevel'] {
  const count = (name: string): number => Number(counts[name] ?? 0)
  const live = {
    answered: count('answered'),
    answeredWithin: count(`answeredWithin:${withinSeconds}`),
    abandoned: count('abandoned'),
    abandonedWithin: count(`abandonedWithin:${withinSeconds}`),
    flowedOut: count('flowedOut'),
    flowedOutWithin: count(`flowedOutWithin:${withinSeconds}`),
    waitingLate,
  }
  const denominator =
    live.answered + live.abandoned - live.abandonedWithin + live.flowedOut - live.flowedOutWithin + waitingLate
  return { value: liveServiceLevel(live), numerator: live.answeredWithin, denominator, approximate: false }
}

function withInterval(figure: TodayFigures['serviceLevel']): {
  value: number | null
  low: number | null
  high: number | null
} {
  if (figure.value === null || figure.numerator > figure.denominator)
    return { value: figure.value, low: null, high: null }
  const { low, high } = wilsonInterval(figure.numerator, figure.denominator, 0.95)
  return { value: figure.value, low, high }
}

/**
 * The average of the former weeks, the latest first. A week in which nobody asked for this queue counts as nobody; weeks before its
 * first contact are none of its own.
 */
function usualOf(former: readonly (DayCounts | undefined)[], withinSeconds: number): TodayFigures['usual'] {
  const known = former
    .slice(0, former.findLastIndex((counts) => counts !== undefined) + 1)
    .map((counts) => counts ?? {})
  if (known.length === 0) return null
  const sum = sumDay(known)
  const mean = (name: string): number => (sum[name] ?? 0) / known.length
  return {
    days: known.length,
    offered: mean('offered'),
    answered: mean('answered'),
    abandoned: mean('abandoned'),
    serviceLevel: serviceLevelOf(sum, withinSeconds, 0).value,
  }
}
