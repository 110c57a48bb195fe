import { adjustForMany } from '../market/index.ts'
import { normalProbability, normalQuantile } from '../numeric/index.ts'

/** A measure over one period, with its 95 % interval where it has one. */
export interface MeasureSide {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
}

/** A measure over two periods. */
export interface MeasureChange {
  readonly now: MeasureSide
  readonly before: MeasureSide
  readonly better: 'high' | 'low' | 'neither'
}

/**
 * - `better`: changed for the better by more than chance · `worse`: for the worse · `noise`: chance explains it
 * - `neutral`: changed, and neither direction is better · `unjudged`: no interval, so nobody knows whether it is chance
 * - `missing`: no value in one of the periods
 */
export type ChangeVerdict = 'better' | 'worse' | 'noise' | 'neutral' | 'unjudged' | 'missing'

const SURE_BELOW = 0.05

/**
 * Judges changes of measures together: of twenty that did not move, one would look moved by mere chance, so the chances are adjusted for
 * how many are looked at (Holm). The chance of each comes from the intervals of both periods, squared and added (Newcombe 1998, method 10;
 * Welch for means), as `isBeyondNoise` has it for one.
 */
export function judgeChanges(changes: readonly MeasureChange[]): ChangeVerdict[] {
  const adjusted = adjustForMany(changes.map(chanceOf))
  return changes.map(({ now, before, better }, place) => {
    if (now.value === null || before.value === null) return 'missing'
    const chance = adjusted[place] ?? null
    if (chance === null) return 'unjudged'
    if (chance >= SURE_BELOW) return 'noise'
    if (better === 'neither') return 'neutral'
    return now.value > before.value === (better === 'high') ? 'better' : 'worse'
  })
}

/** How likely a difference of this size is where nothing changed; null where a value or an interval is missing. */
function chanceOf({ now, before }: MeasureChange): number | null {
  const { value: here, low: hereLow, high: hereHigh } = now
  const { value: there, low: thereLow, high: thereHigh } = before
  if (here === null || there === null || hereLow === null || hereHigh === null) return null
  if (thereLow === null || thereHigh === null) return null
  const difference = here - there
  if (difference === 0) return 1
  const margin =
    difference > 0 ? Math.hypot(here - hereLow, thereHigh - there) : Math.hypot(hereHigh - here, there - thereLow)
  // Two intervals without width: every contact of both periods had the same value, and the values differ.
  if (margin === 0) return 0
  const deviations = (Math.abs(difference) / margin) * normalQuantile(0.975)
  return 2 * (1 - normalProbability(deviations))
}
