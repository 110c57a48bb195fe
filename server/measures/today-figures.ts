import type { TodayFigures } from '@pult/contract/measures-today'
import { registry } from '@pult/engine/measures'
import { wilsonInterval } from '@pult/engine/numeric'

import { targetOf, verdictOf, type TargetInForce } from './thresholds.ts'
import type { DayCounts, LiveQueue } from './today-counts.ts'
import { levelSeconds, liveLevel, ratioOf, type TodayDefinitions } from './today-definitions.ts'

export interface FiguresInput {
  readonly counts: DayCounts | undefined
  /** The same stretch of former weeks. */
  readonly former: readonly (DayCounts | undefined)[]
  readonly live: LiveQueue | undefined
  readonly now: number
  readonly targets: readonly TargetInForce[]
  readonly queueId: number
  readonly shortAbandonSeconds: number
  readonly held: TodayDefinitions
}

/** Promised by whatever rule the target names. */
const TARGET_MEASURE = 'serviceLevel'

/** Adds the counters of several queues. */
export function sumDay(list: readonly DayCounts[]): DayCounts {
  const sum: Record<string, number> = {}
  for (const counts of list)
    for (const [name, value] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + Number(value)
  return sum
}

/** Figures of one queue, or of all together, so far today, by the definitions that hold today. */
export function figuresOf(input: FiguresInput): TodayFigures {
  const { counts = {}, former, live, now, targets, queueId, shortAbandonSeconds, held } = input
  const withinSeconds = levelSeconds(held, targets, queueId)
  const count = (name: string): number => Number(counts[name] ?? 0)
  const waits = (live?.waitingSince ?? []).map((since) => (now - since) / 1000)
  const waitingLate = waits.filter((seconds) => seconds > withinSeconds).length
  const within = { withinSeconds, shortAbandonSeconds }
  const serviceLevel = { ...liveLevel(held, counts, { ...within, waitingLate }), approximate: false }
  const target = targetOf(targets, TARGET_MEASURE, queueId)
  return {
    offered: count('offered'),
    answered: count('answered'),
    abandoned: count('abandoned'),
    flowedOut: count('flowedOut'),
    serviceLevel,
    abandonRate: ratioOf(held.abandonRate, counts, shortAbandonSeconds).value,
    asaSeconds: ratioOf(held.asaSeconds, counts, shortAbandonSeconds).value,
    ahtSeconds: ratioOf(held.ahtSeconds, counts, shortAbandonSeconds).value,
    waiting: waits.length,
    longestWaitSeconds: waits.length === 0 ? null : Math.max(...waits),
    inService: live?.inService ?? 0,
    target:
      target === undefined
        ? null
        : {
            value: target.value,
            withinSeconds,
            state: verdictOf(registry.find('serviceLevelNeutral'), withInterval(serviceLevel), target.value),
          },
    withinSeconds,
    usual: usualOf(former, (sum) => liveLevel(held, sum, { ...within, waitingLate: 0 }).value),
  }
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
function usualOf(
  former: readonly (DayCounts | undefined)[],
  levelOf: (sum: DayCounts) => number | null,
): TodayFigures['usual'] {
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
    serviceLevel: levelOf(sum),
  }
}
