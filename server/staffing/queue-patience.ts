import type { Learnt } from '@pult/contract/staffing-habits'
import { shrunkEstimate, type QueueWork } from '@pult/engine/staffing'

import { waitsOf, type WaitsByHour } from './waits-by-hour.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** How patient the callers of a queue are; null where nobody in the centre hung up on such work. */
export interface QueuePatience {
  readonly seconds: Learnt
  /** 24 of them. */
  readonly byHour: readonly Learnt[]
}

/**
 * Hours are drawn towards their queue and the queue towards all of its kind of work, so that one hang-up decides nothing. A log that
 * measures hardly any waiting would make everybody leave at once: a second is the least, a day the most.
 */
export function patienceOfQueue(waits: WaitsByHour, queueId: number, work: QueueWork): QueuePatience | null {
  const whole = waits.wholePatience(work)
  if (whole === null) return null
  const hours = waits.ofQueue(queueId)
  const own = shrunkEstimate(waitsOf(hours), whole)
  return {
    seconds: asLearnt(own),
    byHour: HOURS.map((hour) =>
      asLearnt(
        shrunkEstimate(
          hours.find((one) => one.hour === hour) ?? { abandoned: 0, totalWaitSeconds: 0 },
          own.meanSeconds,
        ),
      ),
    ),
  }
}

const asLearnt = ({ meanSeconds, interval }: ReturnType<typeof shrunkEstimate>): Learnt => ({
  value: bounded(meanSeconds),
  low: bounded(interval.low),
  high: bounded(interval.high),
})

const bounded = (seconds: number): number => Math.min(86_400, Math.max(1, seconds))
