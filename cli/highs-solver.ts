import loadHighs, { type Highs, type Model } from 'highs'

import type { LinearSolver, ProgramColumn, ProgramRow, WholeProgram } from '@pult/engine/rostering'

/** HiGHS for the searches of the engine, one a thread: a solve cannot be called off except by ending its thread. */
export async function openHighs(): Promise<LinearSolver> {
  // Its types are those of a CommonJS module, whose default is the module itself; what Node loads is the ES module.
  const load = loadHighs as unknown as typeof loadHighs.default
  const highs = await load()
  return {
    open(rows) {
      const model = openModel(highs, rows)
      return {
        addColumns: (columns) => void model.addCols(columnData(columns, rows.length)),
        boundColumn: (column, lower, upper) => void model.changeColBounds(column, lower, finite(highs, upper)),
        solve() {
          try {
            if (model.run().modelStatus !== highs.constants.modelStatus.optimal) return null
          } catch {
            return null
          }
          const { colValue, rowDual } = model.getSolution()
          return { objective: model.getObjectiveValue(), columnValues: colValue, rowPrices: rowDual }
        },
        close: () => model.dispose(),
      }
    },
    solveWhole: (program) => solveWhole(highs, program),
  }

  function columnData(columns: readonly ProgramColumn[], numRows: number) {
    const starts = [0]
    for (const { rows } of columns) starts.push((starts.at(-1) ?? 0) + rows.length)
    return {
      cost: Float64Array.from(columns, ({ cost }) => cost),
      lower: Float64Array.from(columns, ({ lower }) => lower),
      upper: Float64Array.from(columns, ({ upper }) => finite(highs, upper)),
      matrix: {
        format: 'csc' as const,
        numRows,
        numCols: columns.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(columns.flatMap(({ rows }) => [...rows])),
        values: Float64Array.from(columns.flatMap(({ values }) => [...values])),
      },
    }
  }

  function solveWhole(
    highs: Highs,
    { rows, columns, isWhole, start, below, seconds, near, mostNodes, onBound }: WholeProgram,
  ) {
    const { modelStatus: status } = highs.constants
    const model = openModel(highs, rows)
    try {
      model.addCols(columnData(columns, rows.length))
      const whole = Int32Array.from(isWhole.keys()).filter((column) => isWhole[column] === 1)
      model.changeColsIntegrality({ kind: 'set', indices: whole }, new Int32Array(whole.length).fill(1))
      // Where every cost is whole, a solution less than one above the bound is the best.
      const nearEnough = near ?? (columns.every(({ cost }) => Number.isInteger(cost)) ? 0.99 : 1e-6)
      model.options.set({ time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: nearEnough })
      // Programmes so small that their branches are counted are solved sooner than they are made smaller.
      model.options.set('presolve', mostNodes === undefined ? 'choose' : 'off')
      model.options.set({ simplex_strategy: 1 })
      if (mostNodes !== undefined) model.options.set('mip_max_nodes', mostNodes)
      if (Number.isFinite(below)) model.options.set('objective_bound', below)
      if (start !== null) model.setSolution({ colValue: start })
      const { modelStatus } = model.run()
      if (modelStatus === status.infeasible || modelStatus === status.objectiveBound) onBound?.(below)
      else onBound?.(Number(model.info.get('mip_dual_bound')))
      const { colValue } = model.getSolution()
      const objective = model.getObjectiveValue()
      return colValue.length === columns.length && Number.isFinite(objective) && objective < below
        ? { objective, columnValues: colValue }
        : null
    } catch {
      return null
    } finally {
      model.dispose()
    }
  }
}

function openModel(highs: Highs, rows: readonly ProgramRow[]): Model {
  const model = highs.createModel()
  model.options.set({ output_flag: false, presolve: 'off', solver: 'choose', simplex_strategy: 4 })
  model.addRows({
    lower: Float64Array.from(rows, ({ lower }) => finite(highs, lower)),
    upper: Float64Array.from(rows, ({ upper }) => finite(highs, upper)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: 0,
      starts: new Int32Array(rows.length + 1),
      indices: new Int32Array(0),
      values: new Float64Array(0),
    },
  })
  return model
}

const finite = (highs: Highs, value: number): number =>
  value === Infinity ? highs.infinity : value === -Infinity ? -highs.infinity : value
