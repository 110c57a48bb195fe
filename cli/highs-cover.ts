import type { LinearSolver } from '@pult/engine/rostering'
import { coverGreedily, type SolveCover } from '@pult/engine/staffing'

// An agent costs about 1: nearer to the bound than half of one, a better cover is hardly worth looking for.
const NEAR = 0.5
// By what is done, not by the clock, so that a search comes out the same on every machine; the clock is for a solver that hangs.
const MOST_NODES = 20
const SECONDS = 5

/** Covers by a solver of whole-number programmes, where it finds a cheaper one than the greedy cover. */
export const coverBy =
  (solver: Pick<LinearSolver, 'solveWhole'>): SolveCover =>
  (program) => {
    const { costs, most, rows } = program
    const greedy = coverGreedily(program)
    if (greedy === undefined) return undefined
    const cost = greedy.reduce((sum, number, group) => sum + number * (costs[group] ?? 0), 0)
    const solved = solver.solveWhole({
      rows: rows.map(({ atLeast }) => ({ lower: atLeast, upper: Infinity })),
      columns: costs.map((own, group) => {
        const inRows = [...rows.keys()].filter((row) => (rows[row]?.weights[group] ?? 0) > 0)
        const values = inRows.map((row) => rows[row]?.weights[group] ?? 0)
        return { cost: own, lower: 0, upper: most[group] ?? 0, rows: inRows, values }
      }),
      isWhole: new Uint8Array(costs.length).fill(1),
      start: Float64Array.from(greedy),
      below: cost,
      seconds: SECONDS,
      near: NEAR,
      mostNodes: MOST_NODES,
    })
    return solved === null ? greedy : Array.from(solved.columnValues, Math.round)
  }
