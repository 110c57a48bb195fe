type Value = number | string | null

/** Rows in the order that a page shows them: by a column, falling with `-` before it; as they are where nothing, or no such column, is asked. */
export function sortRows<Row>(
  rows: readonly Row[],
  sort: string | undefined,
  valueOf: (row: Row, column: string) => Value | undefined,
): readonly Row[] {
  const column = sort?.replace('-', '') ?? ''
  const [first] = rows
  if (first === undefined || valueOf(first, column) === undefined) return rows
  const value = (row: Row): Value => valueOf(row, column) ?? null
  const sorted = rows.toSorted((left, right) => compare(value(left), value(right)))
  return sort?.startsWith('-') === true ? sorted.toReversed() : sorted
}

function compare(left: Value, right: Value): number {
  if (left === null || right === null) return (left === null ? 0 : 1) - (right === null ? 0 : 1)
  return typeof left === 'number' && typeof right === 'number'
    ? left - right
    : String(left).localeCompare(String(right), 'ru')
}
