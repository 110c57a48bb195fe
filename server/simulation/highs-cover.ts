import loadHighs, { type Highs } from 'highs'

import { coverGreedily, type CoverProgram, type SolveCover } from '@pult/engine/staffing'

// An agent costs about 1: nearer to the bound than half of one, a better cover is hardly worth looking for.
const NEAR = 0.5
// By what is done, not by the clock, so that a search comes out the same on every machine; the clock is for a solver that hangs.
const MOST_NODES = 20
const SECONDS = 5

/** Covers by HiGHS, where it finds a cheaper one than the greedy cover in time. */
export async function openHighsCover(): Promise<SolveCover> {
  // Its types are those of a CommonJS module, whose default is the module itself; what Node loads is the ES module.
  const load = loadHighs as unknown as typeof loadHighs.default
  const highs = await load()
  return (program) => {
    const greedy = coverGreedily(program)
    return greedy === undefined ? undefined : (cheaperCover(highs, program, greedy) ?? greedy)
  }
}

function cheaperCover(highs: Highs, program: CoverProgram, greedy: readonly number[]): readonly number[] | null {
  const { costs, most, rows } = program
  const cells = costs.map((_, group) => [...rows.keys()].filter((row) => (rows[row]?.weights[group] ?? 0) > 0))
  const starts = [0]
  for (const own of cells) starts.push((starts.at(-1) ?? 0) + own.length)
  const model = highs.createModel()
  try {
    model.options.set({ output_flag: false, time_limit: SECONDS, mip_abs_gap: NEAR, mip_rel_gap: 0 })
    // So small a programme is solved sooner than it is made smaller.
    model.options.set({ mip_max_nodes: MOST_NODES, presolve: 'off' })
    model.addRows({
      lower: Float64Array.from(rows, ({ atLeast }) => atLeast),
      upper: new Float64Array(rows.length).fill(highs.infinity),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: 0,
        starts: new Int32Array(rows.length + 1),
        indices: new Int32Array(0),
        values: new Float64Array(0),
      },
    })
    model.addCols({
      cost: Float64Array.from(costs),
      lower: new Float64Array(costs.length),
      upper: Float64Array.from(most),
      matrix: {
        format: 'csc',
        numRows: rows.length,
        numCols: costs.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(cells.flat()),
        values: Float64Array.from(cells.flatMap((own, group) => own.map((row) => rows[row]?.weights[group] ?? 0))),
      },
    })
    model.changeColsIntegrality(
      { kind: 'set', indices: Int32Array.from(costs.keys()) },
      new Int32Array(costs.length).fill(1),
    )
    model.setSolution({ colValue: Float64Array.from(greedy) })
    model.run()
    const { colValue } = model.getSolution()
    if (colValue.length !== costs.length || !Number.isFinite(model.getObjectiveValue())) return null
    return Array.from(colValue, Math.round)
  } catch {
    // Left alone, it prints its whole source.
    return null
  } finally {
    model.dispose()
  }
}
