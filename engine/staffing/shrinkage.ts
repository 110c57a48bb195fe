import { requireNumber } from '../queueing/index.ts'

/** One reason why people on shift are not at their posts. */
export interface ShrinkageKind {
  readonly id: string
  /** Known when the shift is drawn (leave, training, breaks), or not (sickness, lateness). */
  readonly planned: boolean
  readonly paid: boolean
  /** Share of the time of those it applies to: one for all intervals, or one for each. */
  readonly fraction: number | readonly number[]
}

/** An hour of the week by a centre's clock; 1 is Monday. */
export interface WeekHour {
  readonly weekday: number
  readonly hour: number
}

/** One share for all hours of the week, but for those that have their own. */
export interface WeeklyShare {
  readonly share: number
  readonly hours: readonly (WeekHour & { readonly share: number })[]
}

/** The share that holds at an hour of the week. */
export const shareAt = ({ share, hours }: WeeklyShare, { weekday, hour }: WeekHour): number =>
  hours.find((one) => one.weekday === weekday && one.hour === hour)?.share ?? share

/** A kind whose share may differ by the hour of the week. */
interface WeeklyKind extends WeeklyShare {
  readonly planned: boolean
  readonly paid: boolean
}

/** Shares of the rostered who are not at their posts at an hour of the week: for all reasons together, and unpaid. */
export function shrinkageAt(
  kinds: readonly WeeklyKind[],
  at: WeekHour,
): { readonly shrinkage: number; readonly unpaid: number } {
  const sum = (belongs: (kind: WeeklyKind) => boolean): number =>
    kinds.reduce((total, kind) => (belongs(kind) ? total + shareAt(kind, at) : total), 0)
  return together(sum)
}

/** What one interval's need becomes on the roster. Numbers of people are not rounded. */
export interface ShrunkNeed {
  readonly needed: number
  /** People to roster, so that `needed` are at their posts. */
  readonly scheduled: number
  /** Of the rostered, those whose time is paid. */
  readonly paid: number
  /** Share of the rostered who are not at their posts, for all reasons together. */
  readonly shrinkage: number
  readonly planned: number
  readonly unplanned: number
}

/**
 * From agents needed at posts to people on the roster, interval by interval. Planned kinds add up: they are shares of the same rostered
 * time. Unplanned kinds add up among themselves and fall on those who are planned to be there, so the two multiply: 20 % planned and 10 %
 * unplanned leave 72 %, not 70. The need is divided by what is left, never multiplied by one plus it: 100 at 30 % are 142.9, not 130.
 * Throws a RangeError naming the interval where nothing would be left.
 */
export function shrunkNeeds(needs: readonly number[], kinds: readonly ShrinkageKind[]): readonly ShrunkNeed[] {
  for (const kind of kinds) checkKind(kind, needs.length)
  return needs.map((needed, interval) => {
    requireNumber(`needs[${interval}]`, needed, needed >= 0, 'zero or more')
    const { planned, unplanned, shrinkage, unpaid } = together((belongs) => sumAt(kinds, interval, belongs))
    if (!(planned < 1 && unplanned < 1))
      throw new RangeError(`kinds must leave somebody at the posts in interval ${interval}: nothing is left`)
    const scheduled = needed / (1 - shrinkage)
    return { needed, scheduled, paid: scheduled * (1 - unpaid), shrinkage, planned, unplanned }
  })
}

type IsOf = (kind: Pick<ShrinkageKind, 'planned' | 'paid'>) => boolean

/** Planned kinds add up, unplanned ones fall on those whom they leave. */
function together(sum: (belongs: IsOf) => number) {
  const planned = sum((kind) => kind.planned)
  const unplanned = sum((kind) => !kind.planned)
  const unpaid = sum((kind) => kind.planned && !kind.paid) + (1 - planned) * sum((kind) => !kind.planned && !kind.paid)
  return { planned, unplanned, shrinkage: 1 - (1 - planned) * (1 - unplanned), unpaid }
}

/** Hours of shift by what became of them; adds up over days and people. */
export interface ShiftHours {
  readonly rostered: number
  readonly away: Readonly<Record<string, number>>
}

/**
 * Shrinkage kinds as the past shows them: a planned kind's share of rostered hours, an unplanned kind's share of what the planned
 * ones leave. Undefined without rostered hours.
 */
export function observedShrinkage(
  hours: ShiftHours,
  kinds: readonly Omit<ShrinkageKind, 'fraction'>[],
): readonly ShrinkageKind[] | undefined {
  const { rostered, away } = hours
  requireNumber('rostered', rostered, rostered >= 0, 'zero or more')
  for (const [id, value] of Object.entries(away)) requireNumber(`away.${id}`, value, value >= 0, 'zero or more')
  if (rostered === 0) return undefined
  const hoursOf = ({ id }: { readonly id: string }): number => away[id] ?? 0
  const plannedHours = kinds.filter(({ planned }) => planned).reduce((sum, kind) => sum + hoursOf(kind), 0)
  const left = rostered - plannedHours
  if (left <= 0) throw new RangeError('away must leave some of the rostered hours: the planned kinds take all of them')
  return kinds.map((kind) => ({ ...kind, fraction: hoursOf(kind) / (kind.planned ? rostered : left) }))
}

const fractionAt = ({ fraction }: ShrinkageKind, interval: number): number =>
  typeof fraction === 'number' ? fraction : (fraction[interval] ?? 0)

const sumAt = (kinds: readonly ShrinkageKind[], interval: number, belongs: (kind: ShrinkageKind) => boolean): number =>
  kinds.reduce((sum, kind) => (belongs(kind) ? sum + fractionAt(kind, interval) : sum), 0)

function checkKind({ id, fraction }: ShrinkageKind, intervals: number): void {
  const fractions = typeof fraction === 'number' ? [fraction] : fraction
  if (typeof fraction !== 'number' && fraction.length !== intervals)
    throw new RangeError(
      `kinds.${id}.fraction must have ${intervals} values, one for each interval, not ${fraction.length}`,
    )
  for (const value of fractions)
    requireNumber(`kinds.${id}.fraction`, value, value >= 0 && value < 1, 'at least 0 and below 1')
}
