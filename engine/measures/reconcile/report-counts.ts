/** Counters that a reconciliation adds up, without a threshold. */
const plain = [
  'offered',
  'answered',
  'abandoned',
  'flowedOut',
  'callbackRequested',
  'stillOpen',
  'waitAnsweredMs',
  'waitAbandonedMs',
  'waitFlowedOutMs',
  'talkMs',
  'holdMs',
  'acwMs',
  'held',
  'transferredOut',
  'answeredInInterval',
  'handledInInterval',
  'outboundAttempts',
  'outboundReached',
  'outboundHandleMs',
] as const
export type PlainCount = (typeof plain)[number]

export const withinCounts = ['answeredWithin', 'abandonedWithin', 'flowedOutWithin', 'callbackWithin'] as const
export type WithinCount = (typeof withinCounts)[number]

/** Stands for the threshold of each contact's own queue. */
export const OWN = 'own'
export type Threshold = number | typeof OWN

/** Thresholds that service levels are usually promised at. */
export const usualThresholds: readonly number[] = [5, 10, 15, 20, 25, 30, 40, 45, 60, 90, 120, 180, 300]
/** Up to which an abandon is usually called short. */
export const usualShorts: readonly number[] = [1, 2, 3, 5, 6, 7, 10, 15, 20, 30]

/** Where each count stands in the sums. */
export interface CountLayout {
  readonly names: readonly string[]
  readonly thresholds: readonly number[]
  readonly shorts: readonly number[]
  readonly at: (count: PlainCount | WithinCount, threshold?: Threshold) => number
}

/** The places of all counts for these thresholds and limits of short abandons, besides the usual ones. */
export function layoutOf(thresholds: readonly number[], shorts: readonly number[]): CountLayout {
  const allThresholds = ascending([...usualThresholds, ...thresholds])
  const allShorts = ascending([...usualShorts, ...shorts])
  const bounds = ascending([...allThresholds, ...allShorts])
  const names: string[] = [...plain]
  for (const count of withinCounts) for (const bound of [OWN, ...bounds] as const) names.push(`${count}:${bound}`)
  // By count, then by threshold: asked for often enough that no name is put together for it.
  const places = new Map<string, Map<Threshold | undefined, number>>()
  for (const [index, name] of names.entries()) {
    const [count = '', told] = name.split(':')
    const threshold = told === undefined || told === OWN ? told : Number(told)
    places.set(count, (places.get(count) ?? new Map<Threshold | undefined, number>()).set(threshold, index))
  }
  return {
    names,
    thresholds: allThresholds,
    shorts: allShorts,
    at: (count, threshold) => places.get(count)?.get(threshold) ?? -1,
  }
}

const ascending = (values: readonly number[]): number[] => [...new Set(values)].toSorted((left, right) => left - right)

/** Sums of counts, in the order of a layout. */
export type Counts = Float64Array

/** Adds one to another. */
export function addCounts(sum: Counts, more: Counts): void {
  for (let index = 0; index < sum.length; index++) sum[index] = (sum[index] ?? 0) + (more[index] ?? 0)
}

/** The same contacts with what the system led out of the queue taken for abandoned, or for nobody. */
export function withFlowOuts(layout: CountLayout, counts: Counts, as: 'abandoned' | 'leftOut'): Counts {
  const changed = Float64Array.from(counts)
  const move = (from: number, to: number): void => {
    if (as === 'abandoned') changed[to] = (changed[to] ?? 0) + (changed[from] ?? 0)
    changed[from] = 0
  }
  const offered = layout.at('offered')
  if (as === 'leftOut') changed[offered] = (changed[offered] ?? 0) - (counts[layout.at('flowedOut')] ?? 0)
  move(layout.at('flowedOut'), layout.at('abandoned'))
  move(layout.at('waitFlowedOutMs'), layout.at('waitAbandonedMs'))
  changed[layout.at('callbackRequested')] = 0
  for (const bound of [OWN, ...layout.thresholds, ...layout.shorts] as const) {
    if (changed[layout.at('flowedOutWithin', bound)] !== 0)
      move(layout.at('flowedOutWithin', bound), layout.at('abandonedWithin', bound))
    changed[layout.at('callbackWithin', bound)] = 0
  }
  return changed
}

/** The same contacts without the abandons of at most so many seconds. */
export function withoutShortAbandons(layout: CountLayout, counts: Counts, seconds: number): Counts {
  const changed = Float64Array.from(counts)
  const short = counts[layout.at('abandonedWithin', seconds)] ?? 0
  const less = (index: number, by: number): void => {
    changed[index] = Math.max(0, (changed[index] ?? 0) - by)
  }
  less(layout.at('offered'), short)
  less(layout.at('abandoned'), short)
  less(layout.at('abandonedWithin', OWN), short)
  for (const bound of new Set([...layout.thresholds, ...layout.shorts])) {
    const within = counts[layout.at('abandonedWithin', bound)] ?? 0
    less(layout.at('abandonedWithin', bound), Math.min(within, short))
  }
  return changed
}
