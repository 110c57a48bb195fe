import {
  createBestDaysFinder,
  createMultipliers,
  type BestDays,
  type BestDaysEffort,
  type ListWish,
  type Multipliers,
} from './best-days.ts'
import { OFF, type CompiledDays, type CompiledMember } from './compiled.ts'
import { isSaturday, isSunday, layOutResources, type PathQuestion } from './path-question.ts'
import { createWorkStates, IMPOSSIBLE, START, type WorkStates } from './work-states.ts'

// The best days of one person, for the whole horizon or for some weeks between days that stay.

export interface PersonDays {
  /** The whole horizon, at these costs by cell. Multipliers of rules that do not fit are kept from call to call. */
  wholeHorizon(person: number, cost: Float64Array, effort: BestDaysEffort): BestDays
  /** Every row that costs no more than the limit; null where they are too many. */
  listWhole(person: number, cost: Float64Array, wish: ListWish): readonly Int16Array[] | null
  /** Whether tables of this size hold all rules of minutes and weekends over the whole horizon. */
  isExact(person: number, cellBudget: number): boolean
  /** Days from `from` to before `to`, the rest of her row staying as it is; costs begin with `from`. Weeks are whole. */
  window(person: number, row: Int16Array, stretch: Stretch, effort: BestDaysEffort): BestDays
  /** Days after those that are there, none following, within limits up to the last of them. */
  open(person: number, row: Int16Array, stretch: Stretch, effort: BestDaysEffort & OpenLimits): BestDays
}

export interface OpenLimits {
  readonly minUnits: number
  readonly maxUnits: number
  readonly maxWeekends: number
  readonly most: Int32Array
}

export interface Stretch {
  readonly from: number
  readonly to: number
  readonly cost: Float64Array
}

export function createPersonDays(problem: CompiledDays): PersonDays {
  const { days, shiftCount, units } = problem
  const finder = createBestDaysFinder()
  const statesOf = problem.staff.map((member) => createWorkStates(problem, member))
  const multipliersOf: (Multipliers | undefined)[] = []

  return {
    wholeHorizon(person, cost, effort) {
      const multipliers = (multipliersOf[person] ??= createMultipliers(shiftCount))
      const { maxConsecutive } = problem.staff[person] as CompiledMember
      return finder.find(wholeQuestion(person, cost), maxConsecutive, multipliers, effort)
    },
    listWhole(person, cost, wish) {
      const multipliers = (multipliersOf[person] ??= createMultipliers(shiftCount))
      const { maxConsecutive } = problem.staff[person] as CompiledMember
      return finder.list(wholeQuestion(person, cost), maxConsecutive, multipliers, wish)
    },
    isExact(person, cellBudget) {
      const { maxConsecutive } = problem.staff[person] as CompiledMember
      const layout = layOutResources(wholeQuestion(person, new Float64Array(0)), maxConsecutive, cellBudget)
      return !layout.areUnitsLoose && !layout.areWeekendsLoose
    },
    window(person, row, stretch, effort) {
      const states = statesOf[person] as WorkStates
      const endsWell = stretch.to === days ? null : goodEnds(states, row, stretch.to)
      return between(person, row, { ...stretch, endsWell }, effort, problem.staff[person] as CompiledMember)
    },
    open: (person, row, stretch, effort) => between(person, row, { ...stretch, endsWell: null }, effort, effort),
  }

  function wholeQuestion(person: number, cost: Float64Array): PathQuestion {
    const { shifts, mayWork, minUnits, maxUnits, maxWeekends, most } = problem.staff[person] as CompiledMember
    const states = statesOf[person] as WorkStates
    const rules = { shifts, mayWork, minUnits, maxUnits, maxWeekends, most, endsWell: null }
    return { states, shiftCount, units, from: 0, to: days, startState: START, cost, ...rules }
  }

  function between(
    person: number,
    row: Int16Array,
    { from, to, cost, endsWell }: Stretch & Pick<PathQuestion, 'endsWell'>,
    effort: BestDaysEffort,
    limits: OpenLimits,
  ): BestDays {
    const member = problem.staff[person] as CompiledMember
    const states = statesOf[person] as WorkStates
    const outside = usedOutside(problem, row, from, to)
    const most = limits.most.map((limit, shift) => limit - (outside.counts[shift] as number))
    const question: PathQuestion = {
      states,
      shiftCount,
      units,
      shifts: member.shifts.filter((shift) => (most[shift] as number) > 0),
      mayWork: member.mayWork,
      from,
      to,
      startState: stateBefore(states, row, from),
      endsWell,
      minUnits: limits.minUnits - outside.units,
      maxUnits: limits.maxUnits - outside.units,
      maxWeekends: limits.maxWeekends - outside.weekends,
      most,
      cost,
    }
    return finder.find(question, member.maxConsecutive, createMultipliers(shiftCount), effort)
  }
}

function usedOutside({ days, shiftCount, units }: CompiledDays, row: Int16Array, from: number, to: number) {
  const counts = new Int32Array(shiftCount)
  let [used, weekends] = [0, 0]
  for (let day = 0; day < days; day++) {
    if (day === from) day = to
    if (day >= days) break
    const shift = row[day] as number
    if (shift === OFF) continue
    counts[shift] = (counts[shift] as number) + 1
    used += units[shift] as number
    if (isSaturday(day) || (isSunday(day) && (row[day - 1] ?? OFF) === OFF)) weekends++
  }
  return { counts, units: used, weekends }
}

function stateBefore(states: WorkStates, row: Int16Array, from: number): number {
  let state = START
  for (let day = 0; day < from; day++) state = states.step(state, row[day] as number)
  return state
}

/** By state after the day before `to`: whether the days from `to` on may follow. Different pasts soon meet: each is walked only so far. */
function goodEnds(states: WorkStates, row: Int16Array, to: number): Uint8Array {
  const good = new Uint8Array(states.count)
  const known = new Map<number, boolean>()
  for (let state = 1; state < states.count; state++) {
    const walked: number[] = []
    let at = state
    let day = to
    let endsWell: boolean | undefined
    while (endsWell === undefined) {
      const key = day * states.count + at
      endsWell = at === IMPOSSIBLE ? false : day === row.length ? true : known.get(key)
      if (endsWell !== undefined) break
      walked.push(key)
      at = states.step(at, row[day] as number)
      day++
    }
    for (const key of walked) known.set(key, endsWell)
    good[state] = endsWell ? 1 : 0
  }
  return good
}
