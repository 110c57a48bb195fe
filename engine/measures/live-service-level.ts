/** Counts of a running interval. */
export interface LiveCounts {
  readonly answeredWithin: number
  readonly answered: number
  readonly abandoned: number
  readonly abandonedWithin: number
  readonly flowedOut: number
  readonly flowedOutWithin: number
  /** Waiting now, and already longer than the threshold. */
  readonly waitingLate: number
}

/**
 * The service level while people still wait: whoever has waited less than the threshold is not counted yet, whoever has waited
 * longer is a miss already (8x8 live rule, features D1 SL-8x8), on top of the neutral rule. Null when nothing counts yet.
 */
export function liveServiceLevel(counts: LiveCounts): number | null {
  const denominator =
    counts.answered +
    counts.abandoned -
    counts.abandonedWithin +
    counts.flowedOut -
    counts.flowedOutWithin +
    counts.waitingLate
  return denominator > 0 ? counts.answeredWithin / denominator : null
}
