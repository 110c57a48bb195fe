/** A list with one entry replaced. */
export const replaced = <Item>(list: readonly Item[], place: number, item: Item): Item[] => list.with(place, item)

export const without = <Item>(list: readonly Item[], place: number): Item[] => list.toSpliced(place, 1)

/** A list with one entry moved by a step up or down; at the end nothing moves. */
export function moved<Item>(list: readonly Item[], place: number, by: -1 | 1): Item[] {
  const to = place + by
  const [here, there] = [list[place], list[to]]
  if (here === undefined || there === undefined) return [...list]
  return list.with(place, there).with(to, here)
}
