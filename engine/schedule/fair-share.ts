import { dayNumber, isoWeekday, type DayKind, type LocalDate } from '../time/index.ts'
import { fairKinds } from './fair-balance.ts'
import type { FairShare } from './roster-problem.ts'
import { NIGHT_SHIFT_MINUTES, SHORT_REST_MINUTES } from './roster-worth.ts'

// The fairness ledger: what each person had over the year of what nobody likes, and how evenly it is spread.

/** A shift as planned or worked, on the clock of its centre. */
export interface LedgerShift {
  readonly agentId: string
  /** The day on which it begins. */
  readonly date: LocalDate
  readonly dayKind: DayKind
  /** Minutes after that day’s midnight; the end may lie beyond it. */
  readonly startMinute: number
  readonly endMinute: number
  /** Changed after it was published. */
  readonly isLateChange: boolean
}

export interface LedgerWish {
  readonly agentId: string
  readonly isRefused: boolean
}

export interface LedgerRow {
  readonly agentId: string
  readonly share: FairShare
  /** Her part of all there was, by the hours she worked. */
  readonly fairPart: FairShare
}

export interface LedgerSpread {
  readonly kind: keyof FairShare
  readonly total: number
  readonly least: number
  readonly most: number
  readonly mean: number
  readonly deviation: number
  /** Gini’s coefficient: 0 when all have the same, near 1 when one has everything. */
  readonly gini: number
}

export interface FairLedger {
  readonly rows: readonly LedgerRow[]
  readonly spread: readonly LedgerSpread[]
}

/** Of who has borne nothing yet. */
export const noShare: FairShare = {
  nights: 0,
  weekends: 0,
  holidays: 0,
  shortRests: 0,
  lateChanges: 0,
  refusedWishes: 0,
}

/** Counts of one person’s shifts; `night` in minutes after midnight, over it when `to` is not after `from`. */
export function countShare(
  shifts: readonly LedgerShift[],
  refusedWishes: number,
  night: { readonly from: number; readonly to: number },
): FairShare {
  const inOrder = shifts.toSorted((left, right) => beginsAt(left) - beginsAt(right))
  let shortRests = 0
  for (const [at, shift] of inOrder.entries()) {
    const previous = inOrder[at - 1]
    if (previous !== undefined && beginsAt(shift) - endsAt(previous) < SHORT_REST_MINUTES) shortRests++
  }
  const count = (test: (shift: LedgerShift) => boolean): number => shifts.filter(test).length
  return {
    nights: count((shift) => nightMinutes(shift, night) >= NIGHT_SHIFT_MINUTES),
    weekends: count(({ date }) => isoWeekday(date) >= 6),
    holidays: count(({ dayKind }) => dayKind === 'holiday'),
    shortRests,
    lateChanges: count(({ isLateChange }) => isLateChange),
    refusedWishes,
  }
}

const beginsAt = ({ date, startMinute }: LedgerShift): number => dayNumber(date) * 1440 + startMinute
const endsAt = ({ date, endMinute }: LedgerShift): number => dayNumber(date) * 1440 + endMinute

function nightMinutes(
  { startMinute, endMinute }: LedgerShift,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const length = to > from ? to - from : to + 1440 - from
  let minutes = 0
  for (let day = -1; day <= 2; day++) {
    const start = day * 1440 + from
    minutes += Math.max(0, Math.min(endMinute, start + length) - Math.max(startMinute, start))
  }
  return minutes
}

/** Everybody’s counts, their fair part by hours, and the spread of each kind over people. */
export function fairLedger(
  shifts: readonly LedgerShift[],
  wishes: readonly LedgerWish[],
  night: { readonly from: number; readonly to: number },
): FairLedger {
  const agentIds = [...new Set([...shifts, ...wishes].map(({ agentId }) => agentId))].toSorted()
  const own = agentIds.map((agentId) => {
    const hers = shifts.filter((shift) => shift.agentId === agentId)
    const refused = wishes.filter((wish) => wish.agentId === agentId && wish.isRefused).length
    const minutes = hers.reduce((sum, { startMinute, endMinute }) => sum + endMinute - startMinute, 0)
    return { agentId, minutes, share: countShare(hers, refused, night) }
  })
  return ledgerOf(own)
}

/** A ledger from counts that are known already; `minutes` of work tell each person’s part. */
export function ledgerOf(
  own: readonly { readonly agentId: string; readonly minutes: number; readonly share: FairShare }[],
): FairLedger {
  const minutes = own.reduce((sum, one) => sum + one.minutes, 0)
  const totals = Object.fromEntries(
    fairKinds.map((kind) => [kind, own.reduce((sum, { share }) => sum + share[kind], 0)]),
  )
  const rows = own.map(({ agentId, share, minutes: hers }): LedgerRow => {
    const part = minutes > 0 ? hers / minutes : 1 / Math.max(1, own.length)
    const fairPart = Object.fromEntries(fairKinds.map((kind) => [kind, (totals[kind] ?? 0) * part]))
    return { agentId, share, fairPart: { ...noShare, ...fairPart } }
  })
  return {
    rows,
    spread: fairKinds.map((kind) =>
      spreadOf(
        kind,
        rows.map(({ share }) => share[kind]),
      ),
    ),
  }
}

function spreadOf(kind: keyof FairShare, counts: readonly number[]): LedgerSpread {
  const sorted = counts.toSorted((left, right) => left - right)
  const total = sorted.reduce((sum, count) => sum + count, 0)
  const people = Math.max(1, sorted.length)
  const mean = total / people
  const variance = sorted.reduce((sum, count) => sum + (count - mean) ** 2, 0) / people
  const ranked = sorted.reduce((sum, count, at) => sum + (2 * (at + 1) - people - 1) * count, 0)
  return {
    kind,
    total,
    least: sorted[0] ?? 0,
    most: sorted.at(-1) ?? 0,
    mean,
    deviation: Math.sqrt(variance),
    gini: total > 0 ? ranked / (people * total) : 0,
  }
}
