import type { PreparedDays } from './prepare-days.ts'
import type { Absence, RosterProblem, Wish } from './roster-problem.ts'
import { NO_LIMIT } from './shift-options.ts'
import { slotAt, slotsBetween } from './wall-clock.ts'

/** Wish kinds as numbers. */
export const WISH_OFF = 0
export const WISH_SHAPE = 1
export const WISH_START = 2
export const WISH_END = 3

/** People’s limits, pay, wishes and earlier shifts on flat arrays. */
export interface PreparedPeople {
  /** Merged and in order. */
  readonly absences: readonly (readonly Absence[])[]
  readonly forbidden: readonly (Uint8Array | null)[]
  readonly maxRuns: readonly number[]
  readonly runClass: Int32Array
  readonly minRest: Int32Array
  readonly restPerLength: Float64Array
  readonly weeklyRest: Int32Array
  readonly maxRow: Int32Array
  readonly minDaysOff: Int32Array
  /** Budgets of an agent lie from `budgetAt[agent]` to `budgetAt[agent + 1]`; in slots of working time. */
  readonly budgetAt: Int32Array
  readonly budgetFirst: Int32Array
  readonly budgetLast: Int32Array
  readonly budgetMin: Float64Array
  readonly budgetMax: Float64Array
  readonly beforeEnd: Int32Array
  readonly beforeStart: Int32Array
  readonly beforeRow: Int32Array
  /** Weighted money of working time up to a slot, by class of pay. */
  readonly pay: readonly Float64Array[]
  readonly payClass: Int32Array
  /** Weighted money of an hour, on average over people; 1 when nothing costs anything. */
  readonly hourWorth: number
  /** Wishes of a cell lie from `wishAt[cell]` to `wishAt[cell + 1]`. */
  readonly wishAt: Int32Array
  readonly wishKind: Uint8Array
  readonly wishShape: Int32Array
  readonly wishSlot: Int32Array
  /** Weighted. */
  readonly wishWorth: Float64Array
  /** Index into the agent’s wishes. */
  readonly wishIndex: Int32Array
  /** By cell: slots of the earlier shift; −1 for a day off, −2 when there is no earlier roster. */
  readonly earlierStart: Int32Array
  readonly earlierEnd: Int32Array
}

export const NEVER = -1_000_000

export function preparePeople(problem: RosterProblem, calendar: PreparedDays): PreparedPeople {
  const { agents } = problem
  const maxRuns = [...new Set(agents.map(({ limits }) => limits.maxSlotsWithoutBreak))]
  const forbiddenByKey = new Map<string, Uint8Array>()
  const { slotMinutes } = problem
  return {
    absences: agents.map(({ absences }) => mergeAbsences(absences)),
    forbidden: agents.map(({ limits: { forbiddenNight } }) => {
      if (forbiddenNight === null) return null
      const key = `${forbiddenNight.from}-${forbiddenNight.to}`
      const marks =
        forbiddenByKey.get(key) ?? slotsBetween(problem.days, forbiddenNight, { slotMinutes, width: calendar.width })
      forbiddenByKey.set(key, marks)
      return marks
    }),
    maxRuns,
    runClass: Int32Array.from(agents, ({ limits }) => maxRuns.indexOf(limits.maxSlotsWithoutBreak)),
    minRest: Int32Array.from(agents, ({ limits }) => limits.minRestSlots),
    restPerLength: Float64Array.from(agents, ({ limits }) => limits.restPerShiftLength),
    weeklyRest: Int32Array.from(agents, ({ limits }) => limits.weeklyRestSlots),
    maxRow: Int32Array.from(agents, ({ limits }) => Math.min(limits.maxConsecutiveDays, NO_LIMIT)),
    minDaysOff: Int32Array.from(agents, ({ limits }) => limits.minDaysOffPerWeek),
    ...flatBudgets(problem),
    beforeEnd: Int32Array.from(agents, ({ before }) => before?.lastShiftEnd ?? NEVER),
    beforeStart: Int32Array.from(agents, ({ before }) => before?.lastShiftStart ?? NEVER),
    beforeRow: Int32Array.from(agents, ({ before }) => before?.daysInARow ?? 0),
    ...payOf(problem, calendar),
    ...flatWishes(problem),
    ...earlierOf(problem),
  }
}

/** Absences in order of time; overlapping ones become one, of the kind of the first. */
export function mergeAbsences(absences: readonly Absence[]): readonly Absence[] {
  const merged: Absence[] = []
  for (const absence of absences.toSorted((left, right) => left.start - right.start || left.end - right.end)) {
    const last = merged.at(-1)
    if (last !== undefined && absence.start <= last.end)
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, absence.end) }
    else merged.push(absence)
  }
  return merged
}

function flatBudgets({ agents, slotMinutes }: RosterProblem) {
  const budgets = agents.flatMap(({ limits }) => limits.budgets)
  const budgetAt = new Int32Array(agents.length + 1)
  for (const [agent, { limits }] of agents.entries())
    budgetAt[agent + 1] = (budgetAt[agent] as number) + limits.budgets.length
  return {
    budgetAt,
    budgetFirst: Int32Array.from(budgets, ({ firstDay }) => firstDay),
    budgetLast: Int32Array.from(budgets, ({ lastDay }) => lastDay),
    budgetMin: Float64Array.from(budgets, ({ minMinutes }) => minMinutes / slotMinutes),
    budgetMax: Float64Array.from(budgets, ({ maxMinutes }) => maxMinutes / slotMinutes),
  }
}

function payOf({ agents, weights, slotMinutes }: RosterProblem, { width, isNight, isHolidaySlot }: PreparedDays) {
  const pay: Float64Array[] = []
  const classByKey = new Map<string, number>()
  const payClass = Int32Array.from(agents, ({ costPerHour, nightPremium, holidayPremium }) => {
    const key = `${costPerHour}/${nightPremium}/${holidayPremium}`
    const known = classByKey.get(key)
    if (known !== undefined) return known
    const summed = new Float64Array(width + 1)
    for (let slot = 0; slot < width; slot++) {
      const premium = 1 + nightPremium * (isNight[slot] as number) + holidayPremium * (isHolidaySlot[slot] as number)
      summed[slot + 1] = (summed[slot] as number) + (costPerHour * slotMinutes * weights.money * premium) / 60
    }
    classByKey.set(key, pay.length)
    pay.push(summed)
    return pay.length - 1
  })
  const mean = agents.reduce((sum, { costPerHour }) => sum + costPerHour, 0) / Math.max(agents.length, 1)
  return { pay, payClass, hourWorth: mean > 0 ? mean : 1 }
}

const kindNumber = { off: WISH_OFF, shape: WISH_SHAPE, startFrom: WISH_START, endBy: WISH_END } as const

function flatWishes(problem: RosterProblem) {
  const { agents, days, shapes, slotMinutes, weights } = problem
  const wishAt = new Int32Array(agents.length * days.length + 1)
  const found: { readonly wish: Wish; readonly index: number }[] = []
  for (const [agent, { wishes }] of agents.entries())
    for (let day = 0; day < days.length; day++) {
      for (const [index, wish] of wishes.entries()) if (wish.day === day) found.push({ wish, index })
      wishAt[agent * days.length + day + 1] = found.length
    }
  return {
    wishAt,
    wishKind: Uint8Array.from(found, ({ wish }) => kindNumber[wish.kind]),
    wishShape: Int32Array.from(found, ({ wish }) => shapes.findIndex(({ shapeId }) => shapeId === wish.shapeId)),
    wishSlot: Int32Array.from(found, ({ wish }) => slotAt(days, wish.day, wish.slot ?? 0, slotMinutes)),
    wishWorth: Float64Array.from(found, ({ wish }) => wish.weight * weights.wishes),
    wishIndex: Int32Array.from(found, ({ index }) => index),
  }
}

function earlierOf({ agents, days, earlier }: RosterProblem) {
  const none = earlier.length === 0 ? -2 : -1
  const earlierStart = new Int32Array(agents.length * days.length).fill(none)
  const earlierEnd = new Int32Array(agents.length * days.length).fill(none)
  const numberById = new Map(agents.map(({ agentId }, agent) => [agentId, agent]))
  for (const { agentId, day, start, end } of earlier) {
    const agent = numberById.get(agentId)
    if (agent === undefined || day < 0 || day >= days.length) continue
    earlierStart[agent * days.length + day] = start
    earlierEnd[agent * days.length + day] = end
  }
  return { earlierStart, earlierEnd }
}
