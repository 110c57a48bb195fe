/**
 * What a figure says of its threshold this moment.
 * - `bad`: beyond where the alert is raised · `good`: back where it is cleared · `between`: neither, so nothing changes
 * - `unknown`: nothing to measure, or too few contacts to say · `closed`: outside opening hours nobody is alarmed
 */
export type AlertReading = 'bad' | 'between' | 'good' | 'unknown' | 'closed'

export interface AlertThreshold {
  /** The side on which a figure is out of line. */
  readonly side: 'above' | 'below'
  readonly raiseAt: number
  /** How far back it must come before the alert is cleared. */
  readonly slack: number
  /** Of fewer contacts nothing is said. */
  readonly fewest: number
  /** Whether the whole 95 % interval must lie beyond, where the figure has one. */
  readonly onlySure: boolean
}

export interface WatchedFigure {
  readonly value: number | null
  /** On how many contacts it stands. */
  readonly contacts: number
  readonly interval: { readonly low: number; readonly high: number } | null
}

/** 0.8 + 0.05 is a hair more than 0.85. */
const ROUNDING = 1e-9

/** Reads a figure against its threshold. The threshold itself is not beyond: "below 80 %" is not raised at 80 %. */
export function readingOf({ value, contacts, interval }: WatchedFigure, threshold: AlertThreshold): AlertReading {
  const { side, raiseAt, slack, fewest, onlySure } = threshold
  if (value === null || contacts < fewest) return 'unknown'
  // Upside down, so that bad is always above.
  const sign = side === 'above' ? 1 : -1
  const nearest = onlySure && interval !== null ? (side === 'above' ? interval.low : interval.high) : value
  if (sign * nearest > sign * raiseAt) return 'bad'
  return sign * value <= sign * raiseAt - slack + ROUNDING ? 'good' : 'between'
}
