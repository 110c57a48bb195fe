import type { MeasureValue } from './evaluate.ts'

/**
 * Whether two values of one measure differ by more than the few contacts behind them explain, at 95 %: the interval of the
 * difference, squared and added from the intervals of both (Newcombe 1998, method 10, for shares; Welch's for means), leaves
 * out zero. Null where a value or an interval is missing, and for plain counts: volumes differ from week to week far beyond
 * chance, which control limits of a series judge better than two numbers.
 */
export function isBeyondNoise(now: MeasureValue, before: MeasureValue, kind: 'count' | 'other'): boolean | null {
  if (kind === 'count' || now.value === null || before.value === null) return null
  const [here, there] = [now.interval, before.interval]
  if (here === null || there === null) return null
  const difference = now.value - before.value
  const margin =
    difference > 0
      ? Math.hypot(now.value - here.low, there.high - before.value)
      : Math.hypot(here.high - now.value, before.value - there.low)
  return Math.abs(difference) > margin
}
