import { offeredOf, pairHours, sumOf, type HourPair, type PeriodLoad } from './period-load.ts'
import { shapleyShares } from './shapley.ts'

/** `mix`: how the contacts spread over queues and hours of the week, whose handling times differ. */
export const workloadDrivers = ['volume', 'handling', 'mix'] as const
export type WorkloadDriver = (typeof workloadDrivers)[number]

/** Contacts × handling time, in hours of work a day. */
export interface WorkloadChange {
  readonly before: number
  readonly now: number
  /** Add up to the change exactly. */
  readonly shares: Readonly<Record<WorkloadDriver, number>>
}

/**
 * What made the work of a day more or less: contacts a day, the handling time of each queue and hour, and how the contacts spread over them.
 * Null where a period has no contacts, or nobody was answered in either.
 */
export function explainWorkload(before: PeriodLoad, now: PeriodLoad): WorkloadChange | null {
  const [offeredBefore, offeredNow] = [offeredOf(before.hours), offeredOf(now.hours)]
  if (!(offeredBefore > 0 && offeredNow > 0 && before.days > 0 && now.days > 0)) return null
  const pairs = pairHours(before, now)
  if (pairs.every((pair) => pair.now.ahtSeconds === null)) return null
  const workWhen = (changed: ReadonlySet<WorkloadDriver>): number => {
    const contacts = changed.has('volume') ? offeredNow / now.days : offeredBefore / before.days
    return (contacts * sumOf(pairs, (pair) => shareIn(pair, changed) * handlingIn(pair, changed))) / 3600
  }
  return {
    before: workWhen(new Set()),
    now: workWhen(new Set(workloadDrivers)),
    shares: shapleyShares(workloadDrivers, workWhen),
  }
}

const shareIn = (pair: HourPair, changed: ReadonlySet<WorkloadDriver>): number =>
  pair[changed.has('mix') ? 'now' : 'before'].share

const handlingIn = (pair: HourPair, changed: ReadonlySet<WorkloadDriver>): number =>
  pair[changed.has('handling') ? 'now' : 'before'].ahtSeconds ?? 0
