/** Steps of a clock in seconds: nobody reads 1:40, 3:20, 5:00 along an axis. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400]
const MOST_LINES = 5

/** Where an axis of durations in seconds has its lines and where it ends; nothing where there is nothing to show. */
export function durationScale(seconds: readonly (number | null)[]): { interval?: number; max?: number } {
  const highest = seconds.reduce<number>((most, one) => Math.max(most, one ?? 0), 0)
  const step = STEPS.find((one) => highest <= one * MOST_LINES)
  return highest <= 0 || step === undefined ? {} : { interval: step, max: Math.ceil(highest / step) * step }
}
