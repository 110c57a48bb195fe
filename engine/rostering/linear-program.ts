// What the searches need of a solver of linear programmes. The engine has none: whoever runs a search passes one in.

export interface ProgramRow {
  readonly lower: number
  readonly upper: number
}

export interface ProgramColumn {
  readonly cost: number
  readonly lower: number
  readonly upper: number
  readonly rows: readonly number[] | Int32Array
  readonly values: readonly number[] | Float64Array
}

export interface ProgramSolution {
  readonly objective: number
  readonly columnValues: Float64Array
  /** What one more of the row’s limit would cost. */
  readonly rowPrices: Float64Array
}

/** A programme to be minimised that stays in the solver: what is solved after a change starts from the last solution. */
export interface LinearProgram {
  addColumns(columns: readonly ProgramColumn[]): void
  boundColumn(column: number, lower: number, upper: number): void
  /** Null where it was not solved: no solution, or a failure of the solver’s. */
  solve(): ProgramSolution | null
  /** Gives its memory back. */
  close(): void
}

export interface WholeProgram {
  readonly rows: readonly ProgramRow[]
  readonly columns: readonly ProgramColumn[]
  /** By column: 1 where its value must be whole. */
  readonly isWhole: Uint8Array
  /** A solution to begin with; one value a column. */
  readonly start: Float64Array | null
  /** Only solutions below this are of use. */
  readonly below: number
  readonly seconds: number
  /** A solution this near the bound is good enough; as near as costs tell apart when left out. */
  readonly near?: number
  /** Branches looked at before it stops, so that it stops at the same place on every machine; without bound when left out. */
  readonly mostNodes?: number
  /** At the end: no whole solution costs less than this, as far as it was proven; `below` where there is none at all. */
  readonly onBound?: (lowerBound: number) => void
}

export interface LinearSolver {
  open(rows: readonly ProgramRow[]): LinearProgram
  /** The best whole solution found in time, null where there is none. */
  solveWhole(program: WholeProgram): { readonly objective: number; readonly columnValues: Float64Array } | null
}
