import type { LinearSolver, ProgramColumn, ProgramRow } from '../linear-program.ts'
import { simpleBound } from './simple-bound.ts'
import { mostWorkDays, workDayCounts } from './start-tours.ts'
import { tourRules, type TourProblem } from './tour-problem.ts'

const { slotsPerDay, shortestShiftSlots, longestShiftSlots, restSlots, daysInARow } = tourRules

/** Beyond so many people too many at each task the price of one more is kept: less than the true one, and enough for a bound. */
const STEPS = 5
const CLOSE = 1e-6

type Terms = readonly (readonly [column: number, factor: number])[]

/**
 * A penalty that no roster can be below, from a linear programme in which nobody has a name: how many shifts have begun and how many
 * have ended by each slot. Shifts have lawful lengths in order of time exactly when, by any slot, as many have ended as had begun ten
 * hours before, and no more than had begun six hours before. Rest, days in a row and hours are kept by all people together, and any
 * number may change their task at any time. Null where the solver has no answer.
 */
export function pooledBound(problem: TourProblem, solver: LinearSolver): number | null {
  const rows: ProgramRow[] = []
  const entries: (readonly [row: number, column: number, factor: number])[] = []
  const addRow = (terms: Terms, lower: number, upper: number): void => {
    for (const [column, factor] of terms) entries.push([rows.length, column, factor])
    rows.push({ lower, upper })
  }
  const { slots } = problem
  /** Columns: shifts begun by the end of a slot, then shifts ended by its start. */
  const begun = (slot: number): Terms => (slot < 0 ? [] : [[Math.min(slot, slots - 1), 1]])
  const ended = (slot: number): Terms => (slot <= 0 ? [] : [[slots + Math.min(slot, slots) - 1, 1]])
  const costs: number[] = Array.from({ length: 2 * slots }, () => 0)
  const uppers: number[] = Array.from({ length: 2 * slots }, () => Infinity)
  const addAmount = (cost: number, upper: number): number => {
    uppers.push(upper)
    return costs.push(cost) - 1
  }
  limitShifts(slots, begun, ended, addRow)
  limitPeople(problem, begun, ended, addRow)
  weighPresence(problem, (slot) => [...begun(slot), ...minus(ended(slot))], addAmount, addRow)

  const model = solver.open(rows)
  model.addColumns(columnsOf(costs, uppers, entries))
  const solution = model.solve()
  model.close()
  return solution === null ? null : Math.max(simpleBound(problem), Math.ceil(solution.objective - CLOSE))
}

type Counted = (slot: number) => Terms
type AddRow = (terms: Terms, lower: number, upper: number) => void

const minus = (terms: Terms): Terms => terms.map(([column, factor]) => [column, -factor])

function limitShifts(slots: number, begun: Counted, ended: Counted, addRow: AddRow): void {
  for (let slot = 0; slot <= slots; slot++) {
    if (slot > 0 && slot < slots) addRow([...begun(slot), ...minus(begun(slot - 1))], 0, Infinity)
    if (slot > 0) addRow([...ended(slot), ...minus(ended(slot - 1))], 0, Infinity)
    addRow([...begun(slot - shortestShiftSlots), ...minus(ended(slot))], 0, Infinity)
    if (slot >= longestShiftSlots) addRow([...ended(slot), ...minus(begun(slot - longestShiftSlots))], 0, Infinity)
  }
  addRow([...ended(slots), ...minus(begun(slots - 1))], 0, 0)
}

function limitPeople({ days, slots, staff }: TourProblem, begun: Counted, ended: Counted, addRow: AddRow): void {
  // Who rests for so long can be at work but once in a stretch a slot longer.
  for (let slot = 0; slot < slots; slot++)
    addRow([...begun(slot + restSlots), ...minus(ended(slot))], -Infinity, staff.length)
  for (let day = 0; day < days; day++) {
    const before = minus(begun(day * slotsPerDay - 1))
    addRow([...begun((day + 1) * slotsPerDay - 1), ...before], -Infinity, staff.length)
    addRow([...begun((day + daysInARow + 1) * slotsPerDay - 1), ...before], -Infinity, daysInARow * staff.length)
  }
  const counts = staff.map((person) => workDayCounts(person, days))
  const least = counts.reduce((sum, each) => sum + (each[0] ?? 0), 0)
  const most = counts.reduce((sum, each) => sum + (each.at(-1) ?? mostWorkDays(days)), 0)
  addRow(begun(slots - 1), least, most)
}

function weighPresence(
  { slots, taskIds, staff, least, most }: TourProblem,
  present: Counted,
  addAmount: (cost: number, upper: number) => number,
  addRow: AddRow,
): void {
  const count = taskIds.length
  const sumAt = (values: Int32Array, slot: number): number =>
    values.subarray(slot * count, (slot + 1) * count).reduce((sum, value) => sum + value, 0)
  const worked = addAmount(0, Infinity)
  const shares: (readonly [number, number])[] = []
  for (let slot = 0; slot < slots; slot++) {
    const [min, max] = [sumAt(least, slot), sumAt(most, slot)]
    const amounts = [addAmount(0, max - min)]
    for (let step = 0; step < STEPS; step++)
      amounts.push(addAmount(2 * step + 1, step === STEPS - 1 ? Infinity : count))
    addRow([...present(slot), ...amounts.map((column) => [column, -1] as const)], min, min)
    shares.push(...amounts.map((column) => [column, 1] as const))
  }
  const needed = least.reduce((sum, people) => sum + people, 0)
  addRow([[worked, 1], ...shares.map(([column]) => [column, -1] as const)], needed, needed)
  addRow(
    [[worked, 1]],
    staff.reduce((sum, { minSlots }) => sum + minSlots, 0),
    staff.reduce((sum, { maxSlots }) => sum + maxSlots, 0),
  )
}

function columnsOf(
  costs: readonly number[],
  uppers: readonly number[],
  entries: readonly (readonly [row: number, column: number, factor: number])[],
): ProgramColumn[] {
  const columns = costs.map((cost, column) => ({
    cost,
    lower: 0,
    upper: uppers[column] as number,
    rows: [] as number[],
    values: [] as number[],
  }))
  for (const [row, column, factor] of entries) {
    const { rows, values } = columns[column] as (typeof columns)[number]
    // A shift may begin and end at the edge of a row’s stretch: the same column twice is one entry.
    if (rows.at(-1) === row) values[values.length - 1] = (values.at(-1) as number) + factor
    else {
      rows.push(row)
      values.push(factor)
    }
  }
  return columns
}
