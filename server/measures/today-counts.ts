/** Counters of a stretch of a day: `offered`, `answeredWithin:20`. */
export type DayCounts = Readonly<Record<string, number>>

/** Who is there this moment. */
export interface LiveQueue {
  /** When each of those waiting now entered, epoch ms. */
  readonly waitingSince: readonly number[]
  readonly inService: number
}
