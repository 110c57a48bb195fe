import type { ShiftDaysProblem, ShiftDaysRoster } from './problem.ts'

// The problem in flat arrays. Days, shifts and staff are their places in the problem’s lists; a cell of a day and a shift is
// `day × shiftCount + shift`; −1 is a day off.

export const OFF = -1

export interface CompiledMember {
  /** By day: whether she may work at all. */
  readonly mayWork: Uint8Array
  /** By shift: how often at most. */
  readonly most: Int32Array
  /** Shifts that she can be given at all. */
  readonly shifts: readonly number[]
  readonly minUnits: number
  readonly maxUnits: number
  readonly maxConsecutive: number
  readonly minConsecutive: number
  readonly minDaysOff: number
  readonly maxWeekends: number
  /** By cell: what her wishes cost more when she is given it than when she is not. */
  readonly wishCost: Float64Array
}

export interface CompiledDays {
  readonly days: number
  readonly shiftCount: number
  readonly staff: readonly CompiledMember[]
  /** Length of each shift in units, the greatest that divide all lengths. */
  readonly units: Int32Array
  /** `first × shiftCount + next` is 1 where next may not follow first. */
  readonly forbids: Uint8Array
  /** By cell. */
  readonly required: Int32Array
  readonly underWeight: Float64Array
  readonly overWeight: Float64Array
  /** What a roster without any work pays for wishes. */
  readonly wishBase: number
  /** Every cost is a whole number, so that a bound may be rounded up. */
  readonly isWhole: boolean
}

export function compileDays(problem: ShiftDaysProblem): CompiledDays {
  const { days, shifts } = problem
  const shiftCount = shifts.length
  const shiftAt = new Map(shifts.map(({ shiftId }, index) => [shiftId, index]))
  const cellOf = (day: number, shiftId: string): number => day * shiftCount + (shiftAt.get(shiftId) ?? 0)
  const unit = shifts.reduce((divisor, { minutes }) => greatestDivisor(divisor, minutes), 0)

  const required = new Int32Array(days * shiftCount)
  const underWeight = new Float64Array(days * shiftCount)
  const overWeight = new Float64Array(days * shiftCount)
  for (const need of problem.cover) {
    const cell = cellOf(need.day, need.shiftId)
    required[cell] = need.required
    underWeight[cell] = need.underWeight
    overWeight[cell] = need.overWeight
  }

  const forbids = new Uint8Array(shiftCount * shiftCount)
  for (const [first, { forbiddenNext }] of shifts.entries())
    for (const next of forbiddenNext) forbids[first * shiftCount + (shiftAt.get(next) ?? 0)] = 1

  const staff = problem.staff.map((member): CompiledMember => {
    const mayWork = new Uint8Array(days).fill(1)
    for (const day of member.daysOff) mayWork[day] = 0
    const most = Int32Array.from(shifts, ({ shiftId }) => Math.min(days, member.maxShifts.get(shiftId) ?? days))
    return {
      mayWork,
      most,
      shifts: shifts.flatMap((_, index) => (most[index] === 0 ? [] : [index])),
      minUnits: Math.ceil(member.minMinutes / unit),
      maxUnits: Math.floor(member.maxMinutes / unit),
      maxConsecutive: Math.min(days, member.maxConsecutiveShifts),
      minConsecutive: Math.min(days, member.minConsecutiveShifts),
      minDaysOff: Math.max(1, Math.min(days, member.minConsecutiveDaysOff)),
      maxWeekends: member.maxWeekends,
      wishCost: new Float64Array(days * shiftCount),
    }
  })
  const memberById = new Map(problem.staff.map(({ employeeId }, index) => [employeeId, staff[index]]))
  const addWish = (employeeId: string, cell: number, cost: number): void => {
    const wishCost = memberById.get(employeeId)?.wishCost
    if (wishCost !== undefined) wishCost[cell] = (wishCost[cell] as number) + cost
  }
  for (const { employeeId, day, shiftId, weight } of problem.onWishes)
    addWish(employeeId, cellOf(day, shiftId), -weight)
  for (const { employeeId, day, shiftId, weight } of problem.offWishes)
    addWish(employeeId, cellOf(day, shiftId), weight)

  const weights = [
    ...[...problem.onWishes, ...problem.offWishes].map(({ weight }) => weight),
    ...problem.cover.flatMap((need) => [need.underWeight, need.overWeight]),
  ]
  return {
    days,
    shiftCount,
    staff,
    units: Int32Array.from(shifts, ({ minutes }) => minutes / unit),
    forbids,
    required,
    underWeight,
    overWeight,
    wishBase: problem.onWishes.reduce((sum, { weight }) => sum + weight, 0),
    isWhole: weights.every(Number.isSafeInteger),
  }
}

/** A roster of places, one array a person, in the problem’s own words. */
export function nameRoster(problem: ShiftDaysProblem, roster: readonly Int16Array[]): ShiftDaysRoster {
  return roster.map((row) => Array.from(row, (shift) => problem.shifts[shift]?.shiftId ?? null))
}

const greatestDivisor = (left: number, right: number): number =>
  right === 0 ? left : greatestDivisor(right, left % right)
