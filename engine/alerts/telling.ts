import { HOUR_MS } from '../time/index.ts'
import type { AlertEvent } from './alert-state.ts'

/** Something that one recipient has not been told yet. */
export interface WaitingNotice {
  readonly noticeId: number
  readonly alertId: number
  readonly event: AlertEvent
  readonly at: number
  /** Quiet hours of its rule or of the person hold it back. */
  readonly isHeld: boolean
}

/** What is said of one alert: where it was raised and cleared before anybody was told, that it has passed. */
export interface TellingLine {
  readonly alertId: number
  readonly event: AlertEvent | 'passed'
}

export interface TellingPlan {
  /** In one message, the oldest first. */
  readonly lines: readonly TellingLine[]
  /** How many more alerts there are than the message names. */
  readonly more: number
  /** What has been told with it. */
  readonly noticeIds: readonly number[]
}

interface TellingLimits {
  readonly now: number
  /** When this recipient was written to. */
  readonly sentAt: readonly number[]
  readonly mostAnHour: number
  readonly mostLines: number
}

/**
 * The one message that goes to a recipient now, about everything that waits and is not held back; null where nothing may go. Nobody is
 * written to more often than the limit in any hour: what is left waits and goes together with what comes meanwhile.
 */
export function planTelling(waiting: readonly WaitingNotice[], limits: TellingLimits): TellingPlan | null {
  const { now, sentAt, mostAnHour, mostLines } = limits
  const ready = waiting.filter(({ isHeld }) => !isHeld)
  if (ready.length === 0) return null
  if (sentAt.filter((instant) => now - instant < HOUR_MS).length >= mostAnHour) return null
  const lines = [...Map.groupBy(ready, ({ alertId }) => alertId)].map(([alertId, notices]) => lineOf(alertId, notices))
  return {
    lines: lines.slice(0, mostLines),
    more: Math.max(0, lines.length - mostLines),
    noticeIds: ready.map(({ noticeId }) => noticeId),
  }
}

function lineOf(alertId: number, notices: readonly WaitingNotice[]): TellingLine {
  const events = notices.toSorted((left, right) => left.at - right.at || left.noticeId - right.noticeId)
  const last = events.at(-1)?.event ?? 'raised'
  const isNew = events.some(({ event }) => event === 'raised')
  if (last === 'cleared') return { alertId, event: isNew ? 'passed' : 'cleared' }
  return { alertId, event: isNew ? 'raised' : 'reminded' }
}
