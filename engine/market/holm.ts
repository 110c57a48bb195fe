/**
 * Chances adjusted for how many were looked at (Holm 1979): of a hundred skills five would move "surely" by mere chance. Nulls were
 * not tested and stay null; the order is kept.
 */
export function adjustForMany(pValues: readonly (number | null)[]): (number | null)[] {
  const tested = pValues
    .flatMap((pValue, place) => (pValue === null ? [] : [{ pValue, place }]))
    .toSorted((a, b) => a.pValue - b.pValue)
  const adjusted: (number | null)[] = pValues.map(() => null)
  let least = 0
  for (const [rank, { pValue, place }] of tested.entries()) {
    least = Math.max(least, Math.min(1, pValue * (tested.length - rank)))
    adjusted[place] = least
  }
  return adjusted
}
