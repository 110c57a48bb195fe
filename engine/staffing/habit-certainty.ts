import type { ConfidenceInterval, Random } from '../numeric/index.ts'
import {
  abandonMiss,
  BIAS_WEIGHT,
  GROUP_SPREAD,
  INTERVAL_WEIGHT,
  levelMiss,
  outcomeAlone,
  type Availability,
  type CenterHabits,
  type MissOf,
  type ObservedInterval,
} from './availability.ts'

export interface CertaintyOptions {
  /** The day of an interval, from 0: days are drawn anew, for the hours of one day are not strangers to one another. */
  readonly dayOf: (interval: ObservedInterval) => number
  readonly random: Random
  /** 200 when left out. */
  readonly resamples?: number
}

/** 95 % intervals of an availability, for the whole and by group. */
export interface AvailabilityCertainty {
  readonly whole: ConfidenceInterval
  readonly byGroup: Readonly<Record<string, ConfidenceInterval>>
}

const STEP = 0.03
const VALUES = Array.from({ length: 31 }, (_, at) => 0.3 + at * STEP)

interface Glance {
  readonly group: string
  readonly day: number
  readonly offered: number
  /** By value of availability. */
  readonly misses: Float64Array
}

/**
 * How sure the availabilities of learnt habits are: days are drawn again from those seen, as often as there were, and each draw is learnt
 * from anew (the bootstrap: Efron 1979). Outcomes are computed once for each value that is tried.
 */
export function habitCertainty(
  intervals: readonly ObservedInterval[],
  habits: CenterHabits,
  { dayOf, random, resamples = 200 }: CertaintyOptions,
): { readonly underPressure: AvailabilityCertainty; readonly atOnce: AvailabilityCertainty } {
  const usable = intervals.filter(({ offered, agentsPresent }) => offered > 0 && agentsPresent > 0)
  const outcomes = usable.map((interval) =>
    VALUES.map((whole) => {
      const availability = { whole, byGroup: {} }
      return outcomeAlone(interval, { ...habits, underPressure: availability, atOnce: availability })
    }),
  )
  const places = new Map([...new Set(usable.map(dayOf))].map((day, place) => [day, place]))
  const draws = Array.from({ length: resamples }, (_, draw) => drawDays(places.size, random.fork(draw)))
  const sureOf = (missOf: MissOf, learnt: Availability): AvailabilityCertainty => {
    const glances = usable.map((interval, at): Glance => ({
      group: interval.group,
      day: places.get(dayOf(interval)) ?? 0,
      offered: interval.offered,
      misses: Float64Array.from(outcomes[at] ?? [], (outcome) => missOf(outcome, interval)),
    }))
    return certaintyOf(glances, draws, learnt)
  }
  return { underPressure: sureOf(abandonMiss, habits.underPressure), atOnce: sureOf(levelMiss, habits.atOnce) }
}

/** How often each day was drawn. */
function drawDays(days: number, random: Random): readonly number[] {
  const times = Array.from({ length: days }, () => 0)
  for (let draw = 0; draw < days; draw++) {
    const day = random.integer(0, days)
    times[day] = (times[day] ?? 0) + 1
  }
  return times
}

function certaintyOf(
  glances: readonly Glance[],
  draws: readonly (readonly number[])[],
  learnt: Availability,
): AvailabilityCertainty {
  const groups = [...Map.groupBy(glances, ({ group }) => group)]
  const wholes: number[] = []
  const byGroup = groups.map((): number[] => [])
  for (const times of draws) {
    const whole = leastAt((value) => lossAt(glances, times, value).loss)
    wholes.push(whole)
    for (const [place, [, members]] of groups.entries())
      byGroup[place]?.push(
        leastAt((value) => {
          const { loss, count } = lossAt(members, times, value)
          const pull = 0.5 * (((VALUES[value] ?? 0) - whole) / GROUP_SPREAD) ** 2
          return count * INTERVAL_WEIGHT * loss + pull
        }),
      )
  }
  return {
    whole: middleOf(wholes, learnt.whole),
    byGroup: Object.fromEntries(
      groups.map(([group], place) => [group, middleOf(byGroup[place] ?? [], learnt.byGroup[group] ?? learnt.whole)]),
    ),
  }
}

/** As habits are learnt: the mean absolute error of a contact, and the error of the sum. */
function lossAt(glances: readonly Glance[], times: readonly number[], value: number) {
  let [offered, absolute, sum, count] = [0, 0, 0, 0]
  for (const { day, offered: own, misses } of glances) {
    const weight = times[day] ?? 0
    if (weight === 0) continue
    const miss = weight * (misses[value] ?? 0)
    offered += weight * own
    absolute += Math.abs(miss)
    sum += miss
    count += weight
  }
  return { loss: offered > 0 ? (absolute + BIAS_WEIGHT * Math.abs(sum)) / offered : 0, count }
}

function leastAt(loss: (value: number) => number): number {
  let [best, least] = [0, Infinity]
  for (const [at, value] of VALUES.entries()) {
    const here = loss(at)
    if (here < least) [best, least] = [value, here]
  }
  return best
}

/** The middle 95 % of the draws, widened by half a step of the values tried, with what was learnt in it. */
function middleOf(values: readonly number[], learnt: number): ConfidenceInterval {
  const sorted = values.toSorted((left, right) => left - right)
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? learnt
  return {
    low: Math.min(learnt, at(0.025) - STEP / 2),
    high: Math.max(learnt, at(0.975) + STEP / 2),
  }
}
