import { shrunkPatience, type WaitTotals } from './patience.ts'

/**
 * Patience by kind of caller in a line that several kinds share: queues with the same agents, segments of customers. Kinds with few
 * hang-ups are drawn towards the whole.
 */
export function patienceByKind(
  intervals: readonly { readonly waitsByKind?: Readonly<Record<string, WaitTotals>> }[],
  wholeMeanSeconds: number,
): Readonly<Record<string, number>> {
  const totals = new Map<string, WaitTotals>()
  for (const { waitsByKind = {} } of intervals)
    for (const [kind, { abandoned, totalWaitSeconds }] of Object.entries(waitsByKind)) {
      const before = totals.get(kind) ?? { abandoned: 0, totalWaitSeconds: 0 }
      totals.set(kind, {
        abandoned: before.abandoned + abandoned,
        totalWaitSeconds: before.totalWaitSeconds + totalWaitSeconds,
      })
    }
  return Object.fromEntries([...totals].map(([kind, waits]) => [kind, shrunkPatience(waits, wholeMeanSeconds)]))
}

/**
 * One patience for a mix of callers. Rates of hanging up are averaged, not patiences: what counts in Erlang A is how many of those who
 * begin to wait give up per second. Undefined without callers of a known kind.
 */
export function mixedPatience(
  offeredByKind: Readonly<Record<string, number>>,
  patienceOfKinds: Readonly<Record<string, number>>,
): number | undefined {
  let [callers, perSecond] = [0, 0]
  for (const [kind, offered] of Object.entries(offeredByKind)) {
    const patienceSeconds = patienceOfKinds[kind]
    if (patienceSeconds === undefined) continue
    callers += offered
    perSecond += offered / patienceSeconds
  }
  return callers > 0 ? callers / perSecond : undefined
}
