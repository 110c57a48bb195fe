import { lawLimits, type LawLimits, type LimitsQuestion } from '../labor/index.ts'
import { dayNumber, minutesOfDay } from '../time/index.ts'
import type { AgentLimits, RosterDay, ShiftShape, WorkBudget } from './roster-problem.ts'

export interface RosterLimitsQuestion extends Omit<LimitsQuestion, 'from' | 'to'> {
  readonly days: readonly RosterDay[]
  readonly slotMinutes: number
  /** Those she may be given: the rest that some rules want after a shift depends on how much of it is unpaid break. */
  readonly shapes: readonly ShiftShape[]
  /** Longest row of working days; the law counts weeks, and a planner also wants this. */
  readonly maxConsecutiveDays: number
}

/**
 * What labour law leaves to the optimiser for one person, in slots of its grid: whoever keeps these limits breaks no rule that limits
 * can express. Limits are rounded to the careful side.
 */
export function rosterLimits(question: RosterLimitsQuestion): AgentLimits {
  const { days, slotMinutes, shapes } = question
  const first = days[0]
  const last = days.at(-1)
  if (first === undefined || last === undefined) throw new RangeError('a roster needs at least one day')
  const law = lawLimits({ ...question, from: first.date, to: last.date })
  const runsOver = slotsOver(shapes, (24 * 60) / slotMinutes)
  const atLeast = (minutes: number): number => Math.ceil(minutes / slotMinutes)
  return {
    minRestSlots: atLeast(law.minRestMinutes),
    restPerShiftLength: restPerShiftLength(law.restFactor, shapes),
    weeklyRestSlots: atLeast(law.weeklyRestMinutes),
    maxConsecutiveDays: question.maxConsecutiveDays,
    minDaysOffPerWeek: law.minDaysOffPerWeek,
    maxShiftMinutes: Math.min(law.maxShiftMinutes, 24 * 60),
    budgets: law.budgets.map((budget): WorkBudget => {
      const firstDay = dayNumber(budget.from) - dayNumber(first.date)
      // The grid counts a night where it begins, the law where its hours lie: the end of the night before takes its part.
      const spill = firstDay > 0 && budget.from !== budget.to ? runsOver * slotMinutes : 0
      return {
        firstDay,
        lastDay: dayNumber(budget.to) - dayNumber(first.date),
        minMinutes: 0,
        maxMinutes: Math.max(0, budget.maxMinutes - spill),
      }
    }),
    mayWork: law.mayWork.map((may, day) => may && (runsOver === 0 || law.mayWork[day + 1] !== false)),
    forbiddenNight:
      law.forbiddenNight === null
        ? null
        : {
            from: Math.floor(minutesOfDay(law.forbiddenNight.from) / slotMinutes),
            to: atLeast(minutesOfDay(law.forbiddenNight.to)),
          },
    maxSlotsWithoutBreak:
      law.maxMinutesWithoutBreak === 0 ? 0 : Math.max(1, Math.floor(law.maxMinutesWithoutBreak / slotMinutes)),
    meal: mealOf(law, shapes, slotMinutes),
  }
}

/** Unpaid slots of a shift; a break that does not fit into a short one is left out of it. */
const unpaidSlots = ({ breaks }: ShiftShape, length: number): number =>
  breaks.reduce((sum, { isPaid, slots, earliest }) => sum + (isPaid || earliest + slots >= length ? 0 : slots), 0)

/**
 * The law wants rest and unpaid break together to be a multiple of the work before; the grid knows rest as a multiple of the shift’s
 * length. The multiple that is enough after every shift she may be given.
 */
function restPerShiftLength(factor: number, shapes: readonly ShiftShape[]): number {
  if (factor === 0) return 0
  const needed = shapes.flatMap((shape) =>
    shape.lengths.map((length) => {
      const unpaid = unpaidSlots(shape, length)
      return (factor * (length - unpaid) - unpaid) / length
    }),
  )
  return Math.max(0, ...needed)
}

/**
 * Slots by which the latest of the shifts runs past midnight. Such a shift works on the next day too: where that is not allowed, none may
 * begin.
 */
const slotsOver = (shapes: readonly ShiftShape[], perDay: number): number =>
  Math.max(0, ...shapes.map(({ starts, lengths }) => Math.max(...starts) + Math.max(...lengths) - perDay))

/** The grid takes one step: the first that any of her shifts passes, with the longest break that any of them needs. */
function mealOf({ breaks }: LawLimits, shapes: readonly ShiftShape[], slotMinutes: number): AgentLimits['meal'] {
  const longest = Math.max(
    0,
    ...shapes.flatMap((shape) => shape.lengths.map((length) => (length - unpaidSlots(shape, length)) * slotMinutes)),
  )
  const passed = breaks.filter(({ aboveMinutes }) => longest > aboveMinutes)
  const first = passed[0]
  if (first === undefined) return null
  return { aboveMinutes: first.aboveMinutes, mealMinutes: Math.max(...passed.map(({ minutes }) => minutes)) }
}
