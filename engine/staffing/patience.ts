import { poissonInterval, type ConfidenceInterval } from '../numeric/index.ts'
import { requireNumber } from '../queueing/index.ts'

/** One wait from the log: it ended with a hang-up, or with an answer, which hides how long the caller would have waited. */
export interface ObservedWait {
  readonly waitSeconds: number
  readonly abandoned: boolean
}

/** What a patience is estimated from; adds up over hours and queues. */
export interface WaitTotals {
  readonly abandoned: number
  readonly totalWaitSeconds: number
}

/** How long callers would wait on average, were there no answer. */
export interface PatienceEstimate {
  readonly meanSeconds: number
  /** 95 %, from the count of hang-ups alone. */
  readonly interval: ConfidenceInterval
}

/** Adds up waits of callers. Throws a RangeError for a wait that is negative or no number. */
export function waitTotals(waits: readonly ObservedWait[]): WaitTotals {
  let [abandoned, totalWaitSeconds] = [0, 0]
  for (const wait of waits) {
    requireNumber('waitSeconds', wait.waitSeconds, wait.waitSeconds >= 0, 'zero or more')
    if (wait.abandoned) abandoned += 1
    totalWaitSeconds += wait.waitSeconds
  }
  return { abandoned, totalWaitSeconds }
}

/**
 * Mean patience as total waiting time ÷ hang-ups: the maximum-likelihood estimate for exponential patience with answered callers
 * censored, and what Erlang A needs even where patience is not exponential (Brown et al. 2005; Zohar, Mandelbaum and Shimkin 2002).
 * The mean wait of those who hung up is not it: that is shorter by far. Undefined while nobody has hung up after waiting.
 */
export function estimatePatience({ abandoned, totalWaitSeconds }: WaitTotals): PatienceEstimate | undefined {
  if (!(abandoned > 0 && totalWaitSeconds > 0)) return undefined
  const { low, high } = poissonInterval(abandoned, 0.95)
  return {
    meanSeconds: totalWaitSeconds / abandoned,
    interval: { low: totalWaitSeconds / high, high: totalWaitSeconds / low },
  }
}

// As many hang-ups as the whole must have for a part's own estimate to weigh half.
const PRIOR_HANG_UPS = 50

/** The patience of a part (an hour, a queue), drawn towards that of the whole where hang-ups are few. */
export function shrunkPatience(part: WaitTotals, wholeMeanSeconds: number): number {
  requireNumber('wholeMeanSeconds', wholeMeanSeconds, wholeMeanSeconds > 0, 'more than zero')
  return (part.totalWaitSeconds + PRIOR_HANG_UPS * wholeMeanSeconds) / (part.abandoned + PRIOR_HANG_UPS)
}

/** The same with its 95 % interval: the hang-ups seen, and those that the whole stands for. */
export function shrunkEstimate(part: WaitTotals, wholeMeanSeconds: number): PatienceEstimate {
  const totalWaitSeconds = part.totalWaitSeconds + PRIOR_HANG_UPS * wholeMeanSeconds
  const { low, high } = poissonInterval(part.abandoned + PRIOR_HANG_UPS, 0.95)
  return {
    meanSeconds: shrunkPatience(part, wholeMeanSeconds),
    interval: { low: totalWaitSeconds / high, high: totalWaitSeconds / low },
  }
}

/** The share of callers who would still wait after so many seconds. */
export interface SurvivalStep {
  readonly seconds: number
  readonly stillWaiting: number
}

/**
 * Patience as Kaplan and Meier (1958) see it: at each hang-up those still at risk shrink by one in so many, and answered callers leave
 * the risk without counting as impatient. A hang-up at the same second as an answer counts first.
 */
export function patienceSurvival(waits: readonly ObservedWait[]): readonly SurvivalStep[] {
  const sorted = waits.toSorted((left, right) => left.waitSeconds - right.waitSeconds)
  const steps: SurvivalStep[] = []
  let stillWaiting = 1
  for (let from = 0; from < sorted.length;) {
    const seconds = sorted[from]?.waitSeconds ?? 0
    let [to, hangUps] = [from, 0]
    for (; sorted[to]?.waitSeconds === seconds; to++) if (sorted[to]?.abandoned === true) hangUps += 1
    if (hangUps > 0) {
      stillWaiting *= 1 - hangUps / (sorted.length - from)
      steps.push({ seconds, stillWaiting })
    }
    if (to === from) throw new RangeError(`waitSeconds must be a number, not ${seconds}`)
    from = to
  }
  return steps
}

/** Callers whose wait ended in the same second: how many left unanswered, and how many were answered. */
export interface WaitCount {
  readonly waitSeconds: number
  readonly left: number
  readonly answered: number
}

/**
 * So many patiences, evenly spread over their distribution, to draw from: Kaplan and Meier's curve, and beyond the last who left (answers
 * hide what lies there) the hazard of all waits together. Empty while nobody has left.
 */
export function patienceSample(waits: readonly WaitCount[], size: number): readonly number[] {
  const sorted = waits.toSorted((left, right) => left.waitSeconds - right.waitSeconds)
  let atRisk = sorted.reduce((sum, { left, answered }) => sum + left + answered, 0)
  const abandoned = sorted.reduce((sum, { left }) => sum + left, 0)
  const total = sorted.reduce((sum, { waitSeconds, left, answered }) => sum + waitSeconds * (left + answered), 0)
  if (abandoned === 0) return []
  const meanSeconds = Math.max(1, total / abandoned)
  const sample: number[] = []
  let [stillWaiting, lastSeconds] = [1, 0]
  for (const { waitSeconds, left, answered } of sorted) {
    if (left > 0) {
      stillWaiting *= 1 - left / atRisk
      lastSeconds = waitSeconds
      while (sample.length < size && (sample.length + 0.5) / size <= 1 - stillWaiting) sample.push(waitSeconds)
    }
    atRisk -= left + answered
  }
  while (sample.length < size) {
    const share = 1 - (sample.length + 0.5) / size
    sample.push(lastSeconds + meanSeconds * Math.log(stillWaiting / share))
  }
  return sample
}

/** How fast callers hang up while they have waited between two bounds. */
export interface HazardPiece {
  readonly fromSeconds: number
  readonly toSeconds: number
  /** Hang-ups per second of waiting; 0 where nobody waited so long. */
  readonly perSecond: number
  readonly hangUps: number
}

/** The hazard of patience in pieces, from total time at risk: shows announcements that drive callers away. */
export function patienceHazard(
  waits: readonly ObservedWait[],
  boundsSeconds: readonly number[] = [0, 5, 10, 20, 30, 45, 60, 90, 120, 180, 300],
): readonly HazardPiece[] {
  return boundsSeconds.map((fromSeconds, index) => {
    const toSeconds = boundsSeconds[index + 1] ?? Infinity
    let [hangUps, exposure] = [0, 0]
    for (const { waitSeconds, abandoned } of waits) {
      if (waitSeconds <= fromSeconds && !(fromSeconds === 0 && waitSeconds === 0)) continue
      exposure += Math.min(waitSeconds, toSeconds) - fromSeconds
      if (abandoned && waitSeconds <= toSeconds) hangUps += 1
    }
    return { fromSeconds, toSeconds, perSecond: exposure > 0 ? hangUps / exposure : 0, hangUps }
  })
}
