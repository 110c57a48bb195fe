import type { ProgramColumn, WholeProgram } from '../linear-program.ts'

/** A sum of columns, each with its factor. */
export type Terms = readonly (readonly [column: number, factor: number])[]

/** A whole-number programme put together row by row, with a solution to begin with. */
export interface ProgramSketch {
  /** A column that is 0 or 1. */
  readonly addChoice: (start: number) => number
  /** A column from 0 to `upper`. */
  readonly addAmount: (cost: number, upper: number, start: number) => number
  readonly addRow: (terms: Terms, lower: number, upper: number) => void
  readonly finish: () => Pick<WholeProgram, 'rows' | 'columns' | 'isWhole'> & { readonly start: Float64Array }
}

export function createProgramSketch(): ProgramSketch {
  const columns: { cost: number; upper: number; rows: number[]; values: number[]; start: number; isWhole: boolean }[] =
    []
  const rows: { lower: number; upper: number }[] = []
  const add = (cost: number, upper: number, start: number, isWhole: boolean): number =>
    columns.push({ cost, upper, rows: [], values: [], start, isWhole }) - 1
  return {
    addChoice: (start) => add(0, 1, start, true),
    addAmount: (cost, upper, start) => add(cost, upper, start, false),
    addRow(terms, lower, upper) {
      for (const [column, factor] of terms) {
        columns[column]?.rows.push(rows.length)
        columns[column]?.values.push(factor)
      }
      rows.push({ lower, upper })
    },
    finish: () => ({
      rows,
      columns: columns.map(({ cost, upper, rows, values }): ProgramColumn => ({ cost, lower: 0, upper, rows, values })),
      isWhole: Uint8Array.from(columns, ({ isWhole }) => Number(isWhole)),
      start: Float64Array.from(columns, ({ start }) => start),
    }),
  }
}
