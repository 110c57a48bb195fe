/** Longer skills make fewer columns. */
const SHORT = 26
const MEDIUM = 44

/** Into how many columns skills go. */
export function columnCount(items: readonly string[]): number {
  const longest = Math.max(...items.map(({ length }) => length))
  return Math.min(items.length, longest <= SHORT ? 3 : longest <= MEDIUM ? 2 : 1)
}

/** Items in columns, down each column and then to the next. */
export function inColumns<Item>(items: readonly Item[], count: number): Item[][] {
  const perColumn = Math.ceil(items.length / count)
  return Array.from({ length: Math.ceil(items.length / perColumn) }, (_, column) =>
    items.slice(column * perColumn, (column + 1) * perColumn),
  )
}
