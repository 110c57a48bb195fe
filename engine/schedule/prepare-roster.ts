import { isNightShift } from './night-shift.ts'
import { prepareDays, type PreparedDays } from './prepare-days.ts'
import { preparePeople, type PreparedPeople } from './prepare-people.ts'
import { prepareQueues, type PreparedQueues } from './prepare-queues.ts'
import type { RosterProblem } from './roster-problem.ts'
import { breakWindows, shiftOptions, type BreakWindows, type ShiftOptions } from './shift-options.ts'
import { slotAt } from './wall-clock.ts'

/** A problem laid out on flat arrays: what the evaluation, the search and the bound read millions of times a second. */
export interface PreparedRoster {
  readonly problem: RosterProblem
  readonly agents: number
  readonly days: number
  /** Slots of the horizon. */
  readonly slots: number
  /** Slots that a shift may touch: the horizon and what the last night’s shifts reach beyond. */
  readonly width: number
  readonly calendar: PreparedDays
  readonly queues: PreparedQueues
  readonly people: PreparedPeople
  readonly options: ShiftOptions
  /** By class of agents with the same longest work without a break. */
  readonly windows: readonly BreakWindows[]
  /** First slot of an option on a day: day × options + option. */
  readonly optionStart: Int32Array
  /** 1 where an option is a night shift on a day: day × options + option. */
  readonly isNight: Uint8Array
  /** Lists of options that are lawful in themselves; the same for many agents and days. */
  readonly lists: readonly Int32Array[]
  readonly isListed: readonly Uint8Array[]
  /** By agent × days + day. */
  readonly listOf: Int32Array
}

export function prepareRoster(problem: RosterProblem): PreparedRoster {
  const options = shiftOptions(problem.shapes)
  const longest = [...problem.locked, ...problem.earlier].reduce(
    (most, { start, end }) => Math.max(most, end - start),
    options.maxLength,
  )
  const calendar = prepareDays(problem, longest)
  const queues = prepareQueues(problem, calendar)
  const people = preparePeople(problem, calendar)
  const windows = people.maxRuns.map((maxRun) => breakWindows(problem.shapes, options, maxRun))
  const days = problem.days.length
  const optionStart = new Int32Array(days * options.count)
  for (let day = 0; day < days; day++)
    for (let option = 0; option < options.count; option++) {
      const wall = problem.shapes[options.shapeOf[option] as number]?.starts[options.startOf[option] as number] ?? 0
      optionStart[day * options.count + option] = slotAt(problem.days, day, wall, problem.slotMinutes)
    }
  const { slots, width } = calendar
  const base = { problem, agents: problem.agents.length, days, slots, width, calendar, queues, people }
  const isNight = nightOptions(base, options, optionStart)
  const all = { ...base, options, windows, optionStart, isNight }
  return { ...all, ...lawfulOptions(all) }
}

function nightOptions(
  { problem, calendar, width }: Pick<PreparedRoster, 'problem' | 'calendar' | 'width'>,
  { count, lengthOf }: ShiftOptions,
  optionStart: Int32Array,
): Uint8Array {
  return Uint8Array.from(optionStart, (start, at) => {
    const end = start + (lengthOf[at % count] as number)
    return end <= width && isNightShift({ problem, calendar }, start, end) ? 1 : 0
  })
}

type Unlisted = Omit<PreparedRoster, 'lists' | 'isListed' | 'listOf'>

/** The options that no limit forbids by themselves, by agent and day. Equal lists are kept once. */
function lawfulOptions(prepared: Unlisted): Pick<PreparedRoster, 'lists' | 'isListed' | 'listOf'> {
  const { agents, days, options } = prepared
  const lists: Int32Array[] = []
  const isListed: Uint8Array[] = []
  const listOf = new Int32Array(agents * days)
  const numberByKey = new Map<string, number>()
  for (let agent = 0; agent < agents; agent++) {
    const byOption = lawfulByKind(prepared, agent)
    for (let day = 0; day < days; day++) {
      const found: number[] = []
      for (let option = 0; option < options.count; option++)
        if (byOption[option] === 1 && fitsDay(prepared, agent, day, option)) found.push(option)
      const key = found.join(',')
      let list = numberByKey.get(key)
      if (list === undefined) {
        list = lists.length
        numberByKey.set(key, list)
        lists.push(Int32Array.from(found))
        const marks = new Uint8Array(options.count)
        for (const option of found) marks[option] = 1
        isListed.push(marks)
      }
      listOf[agent * days + day] = list
    }
  }
  return { lists, isListed, listOf }
}

/** Options whose shape, length and breaks the agent may work at all. */
function lawfulByKind({ problem, options, people, windows }: Unlisted, agent: number): Uint8Array {
  const lawful = new Uint8Array(options.count)
  const person = problem.agents[agent]
  const ofAgent = windows[people.runClass[agent] as number]
  if (person === undefined || ofAgent === undefined) return lawful
  const { minShiftMinutes = 0, maxShiftMinutes, meal } = person.limits
  for (let option = 0; option < options.count; option++) {
    const kind = options.kindOf[option] as number
    const shape = problem.shapes[options.shapeOf[option] as number]
    if (shape === undefined || !person.shapeIds.includes(shape.shapeId) || ofAgent.isPossible[kind] !== 1) continue
    const minutes = (options.workOf[option] as number) * problem.slotMinutes
    if (minutes > maxShiftMinutes || minutes < minShiftMinutes) continue
    const spanMinutes = (options.lengthOf[option] as number) * problem.slotMinutes
    const mealMinutes = (ofAgent.hasMeal[kind] as number) * problem.slotMinutes
    if (meal !== null && spanMinutes > meal.aboveMinutes && mealMinutes < meal.mealMinutes) continue
    lawful[option] = 1
  }
  return lawful
}

function fitsDay(prepared: Unlisted, agent: number, day: number, option: number): boolean {
  const { problem, options, people, optionStart, width } = prepared
  const person = problem.agents[agent]
  const shape = problem.shapes[options.shapeOf[option] as number]
  if (person?.limits.mayWork[day] !== true) return false
  if (shape?.weekdays.includes(problem.days[day]?.isoWeekday ?? 0) !== true) return false
  const start = optionStart[day * options.count + option] as number
  const end = start + (options.lengthOf[option] as number)
  if (end > width) return false
  const minutes = (options.workOf[option] as number) * problem.slotMinutes
  const { budgets } = person.limits
  // A budget of one day forbids by itself.
  if (budgets.some((one) => one.firstDay === day && one.lastDay === day && minutes > one.maxMinutes)) return false
  for (const absence of people.absences[agent] ?? []) if (start < absence.end && end > absence.start) return false
  const forbidden = people.forbidden[agent]
  if (forbidden !== undefined && forbidden !== null)
    for (let slot = start; slot < end; slot++) if (forbidden[slot] === 1) return false
  return true
}
