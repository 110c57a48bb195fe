import type { WorkStates } from './work-states.ts'

// One person’s best days, everyone else’s given: a cost for every day and shift, and rules that count over the whole stretch.

export interface PathQuestion {
  readonly states: WorkStates
  readonly shiftCount: number
  readonly units: Int32Array
  /** Shifts that she can be given. */
  readonly shifts: readonly number[]
  /** By day of the horizon. */
  readonly mayWork: Uint8Array
  /** Days of the horizon; `to` is not one of them. */
  readonly from: number
  readonly to: number
  readonly startState: number
  /** By state after the last day: whether the days that follow may stay as they are; null where none follow. */
  readonly endsWell: Uint8Array | null
  /** What is left for these days. */
  readonly minUnits: number
  readonly maxUnits: number
  readonly maxWeekends: number
  readonly most: Int32Array
  /** `(day − from) × shiftCount + shift`: a day off costs nothing. */
  readonly cost: Float64Array
}

/**
 * Where what has been used up so far is kept: minutes in the outermost digit, then weekends, then counts of scarce shifts. Above each
 * digit’s most lies a place that is never filled, so that going over a limit leads to infinity by itself.
 */
export interface ResourceLayout {
  readonly size: number
  readonly hasUnits: boolean
  readonly hasWeekends: boolean
  /** Distance between two levels of units. */
  readonly unitStride: number
  readonly weekendStride: number
  /** By shift; 0 where its count is not kept. */
  readonly countStride: Int32Array
  /** Places within one level of units that are within all limits. */
  readonly inner: Int32Array
  readonly topUnits: number
  /** Rules that are not kept and may be broken: priced by multipliers. */
  readonly looseShifts: readonly number[]
  readonly areUnitsLoose: boolean
  readonly areWeekendsLoose: boolean
}

/** Most days of work in so many days; a stretch may be cut at either end. */
export function mostWorkDays({ states }: PathQuestion, days: number, maxConsecutive: number): number {
  const cycle = maxConsecutive + states.offStates
  const whole = Math.floor(days / cycle)
  return whole * maxConsecutive + Math.min(maxConsecutive, days - whole * cycle)
}

export const isSaturday = (day: number): boolean => day % 7 === 5
export const isSunday = (day: number): boolean => day % 7 === 6

export function layOutResources(question: PathQuestion, maxConsecutive: number, cellBudget: number): ResourceLayout {
  const days = question.to - question.from
  const { shifts, units, most } = question
  const workDays = mostWorkDays(question, days, maxConsecutive)
  const longest = shifts.reduce((longest, shift) => Math.max(longest, units[shift] as number), 0)
  const layers = (days + 1) * question.states.count
  const fits = (size: number): boolean => size * layers <= cellBudget

  const needsUnits = question.minUnits > 0 || question.maxUnits < workDays * longest
  const topUnits = Math.max(0, Math.min(question.maxUnits, workDays * longest))
  const unitLevels = topUnits + 1 + longest
  const hasUnits = needsUnits && fits(unitLevels)
  let size = hasUnits ? unitLevels : 1

  const weekends = weekendsIn(question)
  const needsWeekends = question.maxWeekends < weekends
  const hasWeekends = needsWeekends && fits(size * (question.maxWeekends + 2))
  const digits: { readonly shift: number; readonly levels: number }[] = []
  if (hasWeekends) size *= question.maxWeekends + 2

  const scarce = shifts
    .filter((shift) => (most[shift] as number) < workDays)
    .toSorted((left, right) => (most[left] as number) - (most[right] as number))
  const looseShifts: number[] = []
  for (const shift of scarce) {
    const levels = (most[shift] as number) + 2
    if (fits(size * levels)) {
      digits.push({ shift, levels })
      size *= levels
    } else looseShifts.push(shift)
  }
  return {
    ...strides(question, digits, hasWeekends),
    size,
    hasUnits,
    hasWeekends,
    topUnits,
    looseShifts,
    areUnitsLoose: needsUnits && !hasUnits,
    areWeekendsLoose: needsWeekends && !hasWeekends,
  }
}

function strides(
  { shiftCount, maxWeekends }: PathQuestion,
  digits: readonly { readonly shift: number; readonly levels: number }[],
  hasWeekends: boolean,
) {
  const countStride = new Int32Array(shiftCount)
  let stride = 1
  let inner = [0]
  const addDigit = (levels: number): void => {
    const within = stride
    inner = Array.from({ length: levels - 1 }, (_, level) => level).flatMap((level) =>
      inner.map((place) => level * within + place),
    )
    stride *= levels
  }
  for (const { shift, levels } of digits) {
    countStride[shift] = stride
    addDigit(levels)
  }
  const weekendStride = hasWeekends ? stride : 0
  if (hasWeekends) addDigit(maxWeekends + 2)
  return { countStride, weekendStride, unitStride: stride, inner: Int32Array.from(inner) }
}

function weekendsIn({ from, to }: PathQuestion): number {
  const weeks = new Set<number>()
  for (let day = from; day < to; day++) if (isSaturday(day) || isSunday(day)) weeks.add(Math.floor(day / 7))
  return weeks.size
}
