import type { PreparedRoster } from './prepare-roster.ts'
import type { RosterShift } from './roster-problem.ts'

export const ownLimits = [
  'mayWork',
  'absence',
  'forbiddenNight',
  'minShiftMinutes',
  'maxShiftMinutes',
  'meal',
  'maxSlotsWithoutBreak',
  'shape',
  'breakWindow',
] as const
export type OwnLimit = (typeof ownLimits)[number]

/** A limit that one shift breaks whatever lies around it, and by how many hours. */
export interface OwnBreach {
  readonly limit: OwnLimit
  readonly hours: number
}

/** What a shift drawn by hand breaks by itself. Shapes are wishes of the planner: another start or length than any shape allows is said too. */
export function ownBreaches(prepared: PreparedRoster, cell: number, shift: RosterShift): readonly OwnBreach[] {
  const { problem, days, people } = prepared
  const agent = Math.floor(cell / days)
  const limits = problem.agents[agent]?.limits
  if (limits === undefined) return []
  const hours = problem.slotMinutes / 60
  const { start, end, breaks } = shift
  const span = end - start
  const work = span - breaks.reduce((sum, one) => sum + (one.isPaid ? 0 : one.end - one.start), 0)
  const absent = (people.absences[agent] ?? []).reduce(
    (sum, one) => sum + Math.max(0, Math.min(end, one.end) - Math.max(start, one.start)),
    0,
  )
  const forbidden = people.forbidden[agent]?.subarray(start, end).reduce((sum, mark) => sum + mark, 0) ?? 0
  const meals = breaks.filter(({ kind }) => kind === 'meal').map((one) => one.end - one.start)
  const longestMeal = Math.max(0, ...meals) * problem.slotMinutes
  const { meal, maxSlotsWithoutBreak, minShiftMinutes = 0, maxShiftMinutes } = limits
  const lacksMeal = meal !== null && span * problem.slotMinutes > meal.aboveMinutes
  const run = longestRun(shift)
  const found: readonly OwnBreach[] = [
    { limit: 'mayWork', hours: limits.mayWork[cell % days] === true ? 0 : span * hours },
    { limit: 'absence', hours: absent * hours },
    { limit: 'forbiddenNight', hours: forbidden * hours },
    { limit: 'minShiftMinutes', hours: (minShiftMinutes - work * problem.slotMinutes) / 60 },
    { limit: 'maxShiftMinutes', hours: (work * problem.slotMinutes - maxShiftMinutes) / 60 },
    { limit: 'meal', hours: lacksMeal ? (meal.mealMinutes - longestMeal) / 60 : 0 },
    { limit: 'maxSlotsWithoutBreak', hours: maxSlotsWithoutBreak > 0 ? (run - maxSlotsWithoutBreak) * hours : 0 },
    ...shapeBreaches(prepared, cell, shift),
  ]
  return found.filter((one) => one.hours > 0)
}

export function hoursBrokenByShift(prepared: PreparedRoster, cell: number, shift: RosterShift): number {
  return ownBreaches(prepared, cell, shift).reduce((sum, { hours }) => sum + hours, 0)
}

function longestRun({ start, end, breaks }: RosterShift): number {
  let from = start
  let longest = 0
  for (const one of breaks.toSorted((left, right) => left.start - right.start)) {
    longest = Math.max(longest, one.start - from)
    from = Math.max(from, one.end)
  }
  return Math.max(longest, end - from)
}

/** A shift that says its shape has to be one of that shape’s, with breaks within their windows; a free one (no shape) is not asked. */
function shapeBreaches(prepared: PreparedRoster, cell: number, shift: RosterShift): readonly OwnBreach[] {
  const { problem, days, optionStart, options } = prepared
  if (shift.shapeId === null) return []
  const shape = problem.shapes.findIndex(({ shapeId }) => shapeId === shift.shapeId)
  const day = cell % days
  const hours = problem.slotMinutes / 60
  const isAllowed =
    problem.agents[Math.floor(cell / days)]?.shapeIds.includes(shift.shapeId) === true &&
    problem.shapes[shape]?.weekdays.includes(problem.days[day]?.isoWeekday ?? 0) === true
  if (!isAllowed) return [{ limit: 'shape', hours: (shift.end - shift.start) * hours }]
  const first = options.shapeBase[shape] as number
  const many = (options.startsOfShape[shape] as number) * (options.lengthsOfShape[shape] as number)
  let nearest = Number.POSITIVE_INFINITY
  for (let option = first; option < first + many; option++) {
    const start = optionStart[day * options.count + option] as number
    const end = start + (options.lengthOf[option] as number)
    const off = Math.abs(start - shift.start) + Math.abs(end - shift.end)
    if (off === 0) return breakBreaches(prepared, option, shift)
    nearest = Math.min(nearest, off)
  }
  return [{ limit: 'shape', hours: nearest * hours }]
}

function breakBreaches(prepared: PreparedRoster, option: number, shift: RosterShift): readonly OwnBreach[] {
  const { problem, options } = prepared
  const shape = problem.shapes[options.shapeOf[option] as number]
  const length = options.lengthOf[option] as number
  const asked = (shape?.breaks ?? []).filter((one) => one.earliest + one.slots < length)
  const hours = problem.slotMinutes / 60
  let off = Math.abs(asked.length - shift.breaks.length)
  for (const [at, rule] of asked.entries()) {
    const taken = shift.breaks[at]
    if (taken === undefined) continue
    const place = taken.start - shift.start
    const latest = Math.min(rule.latest, length - rule.slots - 1)
    off += Math.max(0, rule.earliest - place) + Math.max(0, place - latest)
    off += Math.abs(taken.end - taken.start - rule.slots) + (taken.isPaid === rule.isPaid ? 0 : rule.slots)
    const next = shift.breaks[at + 1]
    if (next !== undefined) off += Math.max(0, taken.end - next.start)
  }
  return [{ limit: 'breakWindow', hours: off * hours }]
}

/** The listed option that this shift is, breaks and all; −1 for a shift of its own, which the search leaves in one piece. */
export function optionOfShift(prepared: PreparedRoster, cell: number, shift: RosterShift): number {
  const { problem, days, optionStart, options } = prepared
  const shape = problem.shapes.findIndex(({ shapeId }) => shapeId === shift.shapeId)
  if (shape < 0) return -1
  const marks = prepared.isListed[prepared.listOf[cell] as number]
  const first = options.shapeBase[shape] as number
  const many = (options.startsOfShape[shape] as number) * (options.lengthsOfShape[shape] as number)
  for (let option = first; option < first + many; option++)
    if (
      optionStart[(cell % days) * options.count + option] === shift.start &&
      options.lengthOf[option] === shift.end - shift.start &&
      marks?.[option] === 1
    )
      return ownBreaches(prepared, cell, shift).length === 0 ? option : -1
  return -1
}
