import { normalProbability } from '../numeric/index.ts'

/** New vacancies of one snapshot: how many name the skill, of those that name any. */
export interface TrendPoint {
  /** When, in days of any count. */
  readonly day: number
  readonly naming: number
  readonly named: number
}

export interface Trend {
  /** By how much the share changes in thirty days: a fraction. */
  readonly perMonth: number
  /** The chance of such a slope, or a steeper one, where there is none; two-sided. */
  readonly pValue: number
}

const MONTH_DAYS = 30
const LEAST_POINTS = 3

/**
 * Whether a share rises or falls over dated snapshots: Cochran and Armitage's test for a trend in shares (Armitage 1955). Give it each
 * vacancy once, in the snapshot that first saw it: the same vacancy counted week after week would make any wobble look sure. Null for
 * fewer than three snapshots with vacancies, or where all or none name the skill.
 */
export function shareTrend(points: readonly TrendPoint[]): Trend | null {
  const told = points.filter(({ named }) => named > 0)
  const total = sum(told.map(({ named }) => named))
  const naming = sum(told.map((point) => point.naming))
  if (told.length < LEAST_POINTS || naming === 0 || naming === total) return null
  const share = naming / total
  const meanDay = sum(told.map(({ day, named }) => day * named)) / total
  const spread = sum(told.map(({ day, named }) => named * (day - meanDay) ** 2))
  if (spread === 0) return null
  const slope = sum(told.map((point) => (point.day - meanDay) * (point.naming - point.named * share))) / spread
  const z = slope / Math.sqrt((share * (1 - share)) / spread)
  return { perMonth: slope * MONTH_DAYS, pValue: 2 * (1 - normalProbability(Math.abs(z))) }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
