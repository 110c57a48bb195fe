import {
  createBestDaysFinder,
  createMultipliers,
  type BestDays,
  type BestDaysEffort,
  type Multipliers,
} from './best-days.ts'
import { OFF, type CompiledDays, type CompiledMember } from './compiled.ts'
import { isSaturday, isSunday, type PathQuestion } from './path-question.ts'
import { createWorkStates, IMPOSSIBLE, START, type WorkStates } from './work-states.ts'

// The best days of one person, for the whole horizon or for some weeks between days that stay.

export interface PersonDays {
  /** The whole horizon, at these costs by cell. Multipliers of rules that do not fit are kept from call to call. */
  wholeHorizon(person: number, cost: Float64Array, effort: BestDaysEffort): BestDays
  /** Days from `from` to before `to`, the rest of her row staying as it is; costs begin with `from`. Weeks are whole. */
  window(person: number, row: Int16Array, stretch: Stretch, effort: BestDaysEffort): BestDays
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
      const member = problem.staff[person] as CompiledMember
      const multipliers = (multipliersOf[person] ??= createMultipliers(shiftCount))
      const question: PathQuestion = {
        states: statesOf[person] as WorkStates,
        shiftCount,
        units,
        shifts: member.shifts,
        mayWork: member.mayWork,
        from: 0,
        to: days,
        startState: START,
        endsWell: null,
        minUnits: member.minUnits,
        maxUnits: member.maxUnits,
        maxWeekends: member.maxWeekends,
        most: member.most,
        cost,
      }
      return finder.find(question, member.maxConsecutive, multipliers, effort)
    },
    window(person, row, { from, to, cost }, effort) {
      const member = problem.staff[person] as CompiledMember
      const states = statesOf[person] as WorkStates
      const outside = usedOutside(problem, row, from, to)
      const most = member.most.map((limit, shift) => limit - (outside.counts[shift] as number))
      const question: PathQuestion = {
        states,
        shiftCount,
        units,
        shifts: member.shifts.filter((shift) => (most[shift] as number) > 0),
        mayWork: member.mayWork,
        from,
        to,
        startState: stateBefore(states, row, from),
        endsWell: to === days ? null : goodEnds(states, row, to),
        minUnits: member.minUnits - outside.units,
        maxUnits: member.maxUnits - outside.units,
        maxWeekends: member.maxWeekends - outside.weekends,
        most,
        cost,
      }
      return finder.find(question, member.maxConsecutive, createMultipliers(shiftCount), effort)
    },
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

/** By state after the day before `to`: whether the days from `to` on may follow. */
function goodEnds(states: WorkStates, row: Int16Array, to: number): Uint8Array {
  const good = new Uint8Array(states.count)
  for (let state = 1; state < states.count; state++) {
    let at = state
    for (let day = to; day < row.length && at !== IMPOSSIBLE; day++) at = states.step(at, row[day] as number)
    good[state] = at === IMPOSSIBLE ? 0 : 1
  }
  return good
}
