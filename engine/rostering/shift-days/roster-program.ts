import type { LinearProgram, LinearSolver, ProgramColumn, ProgramRow, ProgramSolution } from '../linear-program.ts'
import { OFF, type CompiledDays, type CompiledMember } from './compiled.ts'

// The programme over whole rosters of people: one of the known rows for each, cover with too few and too many priced. It may be about
// all people and days, or about some people in some weeks while everything else stays.

export interface ProgramPart {
  readonly people: readonly number[]
  /** Days; `to` is not one of them. */
  readonly from: number
  readonly to: number
}

export interface RosterColumn {
  /** Place in the part’s people. */
  readonly place: number
  readonly path: Int16Array
}

export interface RosterProgram {
  readonly part: ProgramPart
  readonly columns: readonly RosterColumn[]
  /** Adds rows that are not known yet. Returns how many were new. */
  add(columns: readonly RosterColumn[]): number
  /** The column of a row that was added. */
  find(place: number, path: Int16Array): number
  /** Values by roster column, prices by person and cell; null where the solver failed. */
  solve(): RelaxedRoster | null
  /** Decides for a row, and takes all decisions back. */
  fix(column: number): void
  release(): void
  /** The best whole choice among rows that `isKept`, below a cost; null where there is none. */
  choose(wish: WholeWish): readonly Int16Array[] | null
  /** What a choice of one path a person costs in this programme. */
  costOf(paths: readonly Int16Array[]): number
  /** Σ prices × need: what a bound adds to the least priced rows. */
  needValue(cellPrices: Float64Array): number
  close(): void
}

export interface RelaxedRoster {
  readonly objective: number
  readonly values: Float64Array
  readonly personPrices: Float64Array
  /** By cell, counted from the part’s first day. */
  readonly cellPrices: Float64Array
}

export interface WholeWish {
  readonly isKept: (column: number) => boolean
  readonly start: readonly Int16Array[] | null
  readonly below: number
  readonly seconds: number
  readonly onBound?: (lowerBound: number) => void
}

export function createRosterProgram(
  problem: CompiledDays,
  solver: LinearSolver,
  rows: readonly Int16Array[],
  part: ProgramPart,
): RosterProgram {
  const { shiftCount, staff, underWeight, overWeight } = problem
  const { people, from, to } = part
  const firstCell = from * shiftCount
  const cells = (to - from) * shiftCount
  const needed = neededFrom(problem, rows, part)
  const rowOfCell = new Int32Array(cells).fill(-1)
  const programRows: ProgramRow[] = people.map(() => ({ lower: 1, upper: 1 }))
  const slack: ProgramColumn[] = []
  for (let cell = 0; cell < cells; cell++) {
    const under = underWeight[firstCell + cell] as number
    const over = overWeight[firstCell + cell] as number
    if (under === 0 && over === 0) continue
    const row = programRows.length
    rowOfCell[cell] = row
    programRows.push({ lower: needed[cell] as number, upper: needed[cell] as number })
    slack.push({ cost: under, lower: 0, upper: Infinity, rows: [row], values: [1] })
    slack.push({ cost: over, lower: 0, upper: Infinity, rows: [row], values: [-1] })
  }
  const program: LinearProgram = solver.open(programRows)
  program.addColumns(slack)
  const columns: RosterColumn[] = []
  const programColumns: ProgramColumn[] = []
  const known = new Map<string, number>()
  const fixed = new Set<number>()

  function columnOf({ place, path }: RosterColumn): ProgramColumn {
    const { wishCost } = staff[people[place] as number] as CompiledMember
    const touched = [place]
    let cost = 0
    for (const [offset, shift] of path.entries()) {
      if (shift === OFF) continue
      const cell = offset * shiftCount + shift
      cost += wishCost[firstCell + cell] as number
      const row = rowOfCell[cell] as number
      if (row >= 0) touched.push(row)
    }
    return { cost, lower: 0, upper: Infinity, rows: touched, values: touched.map(() => 1) }
  }

  return {
    part,
    columns,
    add(given) {
      const fresh = given.filter((column) => {
        const key = keyOf(column)
        if (known.has(key)) return false
        known.set(key, known.size)
        return true
      })
      const added = fresh.map(columnOf)
      columns.push(...fresh)
      programColumns.push(...added)
      if (added.length > 0) program.addColumns(added)
      return added.length
    },
    find: (place, path) => known.get(keyOf({ place, path })) ?? -1,
    solve() {
      const solution = program.solve()
      return solution === null ? null : relaxedOf(solution)
    },
    fix(column) {
      fixed.add(column)
      program.boundColumn(slack.length + column, 1, 1)
    },
    release() {
      for (const column of fixed) program.boundColumn(slack.length + column, 0, Infinity)
      fixed.clear()
    },
    choose({ isKept, start, below, seconds, onBound }) {
      const kept = columns.flatMap((_, index) => (isKept(index) ? [index] : []))
      const all = [...slack, ...kept.map((index) => programColumns[index] as ProgramColumn)]
      const isWhole = Uint8Array.from(all, (_, index) => (index < slack.length ? 0 : 1))
      const found = solver.solveWhole({
        rows: programRows,
        columns: all,
        isWhole,
        start: start === null ? null : startOf(start, kept),
        below,
        seconds,
        ...(onBound === undefined ? {} : { onBound }),
      })
      if (found === null) return null
      const paths: (Int16Array | undefined)[] = people.map(() => undefined)
      for (const [place, index] of kept.entries())
        if ((found.columnValues[slack.length + place] as number) > 0.5) {
          const column = columns[index] as RosterColumn
          paths[column.place] = column.path
        }
      return paths.every((path) => path !== undefined) ? paths : null
    },
    costOf(paths) {
      const there = new Int32Array(cells)
      let cost = 0
      for (const [place, path] of paths.entries()) {
        const { wishCost } = staff[people[place] as number] as CompiledMember
        for (const [offset, shift] of path.entries()) {
          if (shift === OFF) continue
          const cell = offset * shiftCount + shift
          there[cell] = (there[cell] as number) + 1
          cost += wishCost[firstCell + cell] as number
        }
      }
      for (let cell = 0; cell < cells; cell++) {
        const missing = (needed[cell] as number) - (there[cell] as number)
        cost +=
          missing > 0
            ? missing * (underWeight[firstCell + cell] as number)
            : -missing * (overWeight[firstCell + cell] as number)
      }
      return cost
    },
    needValue: (cellPrices) => needed.reduce((sum, need, cell) => sum + need * (cellPrices[cell] as number), 0),
    close: program.close,
  }

  function relaxedOf({ objective, columnValues, rowPrices }: ProgramSolution): RelaxedRoster {
    const cellPrices = new Float64Array(cells)
    for (let cell = 0; cell < cells; cell++) {
      const row = rowOfCell[cell] as number
      if (row < 0) continue
      // Prices a hair outside of their limits would make the bound untrue.
      const under = underWeight[firstCell + cell] as number
      const over = overWeight[firstCell + cell] as number
      cellPrices[cell] = Math.max(-over, Math.min(under, rowPrices[row] as number))
    }
    return {
      objective,
      values: columnValues.slice(slack.length),
      personPrices: rowPrices.slice(0, people.length),
      cellPrices,
    }
  }

  /** The slack columns follow from the chosen rows. */
  function startOf(paths: readonly Int16Array[], kept: readonly number[]): Float64Array | null {
    const values = new Float64Array(slack.length + kept.length)
    const there = new Int32Array(cells)
    const keys = new Set(paths.map((path, place) => keyOf({ place, path })))
    let chosen = 0
    for (const [place, index] of kept.entries()) {
      const column = columns[index] as RosterColumn
      if (!keys.has(keyOf(column))) continue
      values[slack.length + place] = 1
      chosen++
      for (const [offset, shift] of column.path.entries())
        if (shift !== OFF) there[offset * shiftCount + shift] = (there[offset * shiftCount + shift] as number) + 1
    }
    if (chosen !== people.length) return null
    let at = 0
    for (let cell = 0; cell < cells; cell++) {
      if ((rowOfCell[cell] as number) < 0) continue
      const missing = (needed[cell] as number) - (there[cell] as number)
      values[at++] = Math.max(0, missing)
      values[at++] = Math.max(0, -missing)
    }
    return values
  }
}

const keyOf = ({ place, path }: RosterColumn): string => `${place}:${path.join(',')}`

/** By cell of the part: what is required beyond the people who are no part of it; below 0 where they are too many already. */
function neededFrom(
  { shiftCount, required }: CompiledDays,
  rows: readonly Int16Array[],
  part: ProgramPart,
): Int32Array {
  const { people, from, to } = part
  const needed = required.slice(from * shiftCount, to * shiftCount)
  const own = new Set(people)
  for (const [person, row] of rows.entries()) {
    if (own.has(person)) continue
    for (let day = from; day < to; day++) {
      const shift = row[day] as number
      if (shift === OFF) continue
      const cell = (day - from) * shiftCount + shift
      needed[cell] = (needed[cell] as number) - 1
    }
  }
  return needed
}
