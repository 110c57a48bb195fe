import type { DayCorrelation } from './day-correlation.ts'
import { meanOfRoot } from './root-scale.ts'
import type { ScoredRoots, Spread } from './spread.ts'
import { updateDay } from './update-day.ts'

const HALF_LIFE_DAYS = 120
/** How much of the shift may be followed. */
const GAINS = [0, 0.25, 0.5, 0.75, 1, 1.2]
/** Updates so near in time tell of each other: they share most of the day that came before and of the rest that is to come. */
const NEAR_SECONDS = 2 * 3600
/** A share is trusted by 1 − so many times its noise ÷ its square: none is followed that has not paid by two standard errors. */
const DOUBT_NEAR = 4
/** The hour itself must agree, if less surely. */
const DOUBT_OWN = 1

/** What following the shift would have cost in the rest of one day, in contacts, by how much of it; below zero it would have paid. */
export type ShiftLosses = Float64Array

/** How many intervals before and after an update are near it. */
export const nearIntervals = (intervalSeconds: number): number =>
  Math.max(1, Math.round(NEAR_SECONDS / intervalSeconds))

/** Of a day that is over, had it been updated once its first `over` intervals were known. */
export function shiftLosses(
  { forecastRoots, actualRoots }: ScoredRoots,
  over: number,
  model: { readonly spread: Spread; readonly correlation: DayCorrelation },
): ShiftLosses {
  const losses = new Float64Array(GAINS.length)
  if (over <= 0 || over >= forecastRoots.length) return losses
  const came = actualRoots.map((root, slot) => (slot < over ? root : Number.NaN))
  const updated = updateDay(forecastRoots, came, { ...model, gain: 1 })
  for (let slot = over; slot < forecastRoots.length; slot++) {
    const actual = actualRoots[slot] as number
    if (Number.isNaN(actual)) continue
    const root = forecastRoots[slot] as number
    const shift = (updated[slot] as number) - root
    const count = actual * actual - 0.25
    const plain = Math.abs(meanOfRoot(root) - count)
    for (const [place, gain] of GAINS.entries())
      losses[place] =
        (losses[place] as number) + Math.abs(meanOfRoot(Math.max(0.5, root + gain * shift)) - count) - plain
  }
  return losses
}

/**
 * How much of the shift that the first hours announce is to be followed, learnt day by day: as much as has lately brought the forecast
 * nearest, judged over the updates near in time, since one hour alone is mostly chance; less the surer it is not, and nothing where it has
 * not paid beyond chance (James and Stein 1961).
 */
export interface GainLearner {
  readonly gain: () => number
  /** Takes in a day that is over: the losses of this update, and of it with those near it. */
  readonly learn: (own: ShiftLosses, near: readonly ShiftLosses[]) => void
}

export function createGainLearner(): GainLearner {
  const alone = createEvidence()
  const together = createEvidence()
  return {
    gain() {
      const place = together.best()
      return (GAINS[place] as number) * Math.min(together.trust(place, DOUBT_NEAR), alone.trust(place, DOUBT_OWN))
    },
    learn(own, near) {
      alone.add(own)
      together.add(
        own.map((_, place) => near.reduce((sum, losses) => sum + (losses[place] as number), 0) / near.length),
      )
    },
  }
}

interface Evidence {
  readonly add: (losses: ShiftLosses) => void
  readonly best: () => number
  readonly trust: (place: number, doubt: number) => number
}

/** Sums of losses and of their squares, older days fading. */
function createEvidence(): Evidence {
  const sums = new Float64Array(GAINS.length)
  const noise = new Float64Array(GAINS.length)
  const decay = 0.5 ** (1 / HALF_LIFE_DAYS)
  return {
    add(losses) {
      for (const [place, loss] of losses.entries()) {
        sums[place] = (sums[place] as number) * decay + loss
        noise[place] = (noise[place] as number) * decay * decay + loss * loss
      }
    },
    best: () => sums.indexOf(Math.min(...sums)),
    trust(place, doubt) {
      const sum = sums[place] as number
      return sum < 0 ? Math.max(0, 1 - (doubt * (noise[place] as number)) / (sum * sum)) : 0
    },
  }
}

/** The gain once the first `n` intervals of a day are over, by n. */
export function learnGains(
  days: readonly ScoredRoots[],
  model: { readonly spread: Spread; readonly correlation: DayCorrelation },
  slots: number,
  intervalSeconds: number,
): number[] {
  const near = nearIntervals(intervalSeconds)
  const learners = Array.from({ length: slots + 1 }, createGainLearner)
  for (const day of days) {
    const losses = learners.map((_, over) => shiftLosses(day, over, model))
    for (let over = 1; over < slots; over++)
      learners[over]?.learn(
        losses[over] as ShiftLosses,
        losses.slice(Math.max(1, over - near), Math.min(slots, over + near + 1)),
      )
  }
  return learners.map((learner, over) => (over === 0 || over === slots ? 0 : learner.gain()))
}
