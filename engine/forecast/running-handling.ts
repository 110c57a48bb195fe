/** What an interval that is over was planned to take, and what it took. */
export interface HandledInterval {
  readonly plannedAhtSeconds: number
  readonly handled: number
  readonly handleSeconds: number
}

/**
 * Contacts that the plan counts for. Durations scatter about as much as their mean, so that the mean of 200 is known to 7 %; days stray by
 * about as much from what was planned for them, so that today's 200 and the plan are worth the same.
 */
const PLAN_COUNTS = 200

/** By how much handling times of the rest of the day are to be multiplied, from those of today, weighted by handled: near 1 early, today's own late. */
export function runningHandlingTimes(over: readonly HandledInterval[]): number {
  let [planned, took, handled] = [0, 0, 0]
  for (const one of over) {
    if (!(one.plannedAhtSeconds > 0)) continue
    planned += one.handled * one.plannedAhtSeconds
    took += one.handleSeconds
    handled += one.handled
  }
  if (!(planned > 0)) return 1
  const plan = (PLAN_COUNTS * planned) / handled
  return (plan + took) / (plan + planned)
}
